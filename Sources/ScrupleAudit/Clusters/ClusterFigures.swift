import ScrupleDecision
import ScrupleGroundTruth

/// How well the entities that links make agree with the true persons; each figure is null where it
/// was not measured.
///
/// Entities are the records of both files that a chain of links joins. Closure can only add pairs
/// to those linked; how many it added is said. Means are over records unless a name says otherwise.
public struct ClusterFigures: Sendable, Equatable, Codable {
  /// Labelled records of both files.
  @NullEncoded public private(set) var records: Int?
  /// Entities, those of one record among them.
  @NullEncoded public private(set) var entities: Int?
  /// True persons among the records.
  @NullEncoded public private(set) var persons: Int?
  /// Pairs of one left and one right record that closure joined and no link did.
  @NullEncoded public private(set) var linksAddedByClosure: Int?
  /// True pairs within entities, of either file, among pairs within entities.
  @NullEncoded public private(set) var pairPrecision: Double?
  /// True pairs within entities among true pairs.
  @NullEncoded public private(set) var pairRecall: Double?
  /// The mean share of a record's entity that is truly of its person (Bagga & Baldwin 1998).
  @NullEncoded public private(set) var bcubedPrecision: Double?
  /// The mean share of a record's person that is in its entity.
  @NullEncoded public private(set) var bcubedRecall: Double?
  /// The harmonic mean of the two above.
  @NullEncoded public private(set) var bcubedF1: Double?
  /// Entities that are exactly one whole person, among entities.
  @NullEncoded public private(set) var exactPrecision: Double?
  /// Persons who are exactly one whole entity, among persons.
  @NullEncoded public private(set) var exactRecall: Double?
  /// Entity-based CEAF (Luo 2005): the best one-to-one pairing of entities and persons, by overlap
  /// relative to size, for each entity.
  @NullEncoded public private(set) var ceafEntityPrecision: Double?
  /// The same for each person.
  @NullEncoded public private(set) var ceafEntityRecall: Double?
  /// Record-based CEAF: the share of records in the best pairing.
  @NullEncoded public private(set) var ceafRecordShare: Double?
  /// Variation of information (Meila 2007), in nats; 0 when entities are persons.
  @NullEncoded public private(set) var variationOfInformation: Double?

  /// The figures of nothing measured.
  package init() {}

  init(_ judged: JudgedLinks, _ truth: GroundTruth) {
    let partition = EntityPartition(judged.links, truth)
    let overlaps = EntityOverlaps(partition)
    records = partition.entities.count
    entities = overlaps.entitySizes.count
    persons = overlaps.personSizes.count
    linksAddedByClosure = partition.crossPairs - judged.links.count
    pairPrecision = ratio(overlaps.sharedPairs, overlaps.entityPairs)
    pairRecall = ratio(overlaps.sharedPairs, overlaps.personPairs)
    let bcubed = overlaps.bcubed
    bcubedPrecision = bcubed?.precision
    bcubedRecall = bcubed?.recall
    bcubedF1 = bcubed.map { 2 * $0.precision * $0.recall / ($0.precision + $0.recall) }
    exactPrecision = ratio(overlaps.exact, overlaps.entitySizes.count)
    exactRecall = ratio(overlaps.exact, overlaps.personSizes.count)
    variationOfInformation = overlaps.variationOfInformation
    if let pairing = BestPairing(overlaps) {
      ceafEntityPrecision = ratio(pairing.relativeOverlap, overlaps.entitySizes.count)
      ceafEntityRecall = ratio(pairing.relativeOverlap, overlaps.personSizes.count)
      ceafRecordShare = ratio(pairing.records, partition.entities.count)
    }
  }
}

private func ratio(_ count: Int, _ total: Int) -> Double? { ratio(Double(count), total) }

private func ratio(_ sum: Double, _ total: Int) -> Double? {
  total > 0 ? sum / Double(total) : nil
}
