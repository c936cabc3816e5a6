import ScrupleComparison
import ScrupleFlagging
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// A run that can be done again with other values: same specification, same model, same rules of
/// flags.
public struct RepeatedRun: Sendable {
  /// The specification as the run saved it, with all that was chosen.
  public let specification: LinkageSpecification
  /// The model that the run used; nil where rules decided.
  public let model: FellegiSunterModel?
  /// Seed and threads.
  public let options: LinkageOptions

  /// Takes what a run's folder holds.
  public init(
    specification: LinkageSpecification, model: FellegiSunterModel?, options: LinkageOptions
  ) {
    self.specification = specification
    self.model = model
    self.options = options
  }

  /// Links two tables, with another model where one is given.
  ///
  /// - Parameter earlier: the records of the run as it was; nil for that run itself.
  /// - Throws: what `PreparedLinkage` and `Linkage` throw.
  func linked(
    left: RecordTable, right: RecordTable, model other: FellegiSunterModel? = nil,
    repeating earlier: NormalizedRecords? = nil
  ) throws -> LinkedPairs {
    let prepared = try PreparedLinkage(
      left: left, right: right, specification: specification, options: options, repeating: earlier)
    let linkage = Linkage(options: options)
    if prepared.rules != nil { return try linkage.runRules(prepared: prepared) }
    return try linkage.run(prepared: prepared, model: other ?? model).linked
  }

  /// The model with frequencies of names where it has none; nil where there is nothing to add.
  var modelWithFrequencies: FellegiSunterModel? {
    guard specification.rules.isEmpty, var model else { return nil }
    var changed = false
    for index in model.comparisons.indices
    where Self.names.contains(model.comparisons[index].name)
      && model.comparisons[index].termFrequency == nil
    {
      model.comparisons[index].termFrequency = TermFrequencySettings(maximumAdjustmentBits: 12)
      changed = true
    }
    return changed ? model : nil
  }

  private static let names: Set<String> = ["given-name", "surname", "full-name"]
}

/// Everything that flags are made of, ready to be changed.
struct FlagFacts: Sendable {
  var rule: FlagRule
  var bookings: [BookingFacts]
  var records: [StatusRecord]
  var links: [RecordLink]

  /// Reads the facts of a run; nil where it makes no flags.
  ///
  /// - Throws: `NormalizationError`, `ScoringError`.
  init?(_ result: LinkedPairs, left: RecordTable, right: RecordTable) throws {
    let specification = result.prepared.specification
    guard let rule = specification.flags, rule.isEnabled,
      FlagRule.applies(left: specification.left.mapping, right: specification.right.mapping)
    else { return nil }
    self.rule = rule
    bookings = try BookingFacts.read(
      SourceColumns(
        table: left, mapping: specification.left.mapping, rows: result.prepared.left.rows))
    records = try StatusRecord.read(
      SourceColumns(
        table: right, mapping: specification.right.mapping, rows: result.prepared.right.rows))
    links = try RecordLink.links(of: result)
  }

  /// The positions of the flagged bookings.
  var flagged: Set<Int32> {
    Set(
      rule.flags(bookings: bookings, records: records, links: links).flags
        .map { Int32($0.booking) })
  }

  /// The facts had each linked record shown what was true of its person on the day of the booking.
  ///
  /// Every link gets a record of its own, since bookings of several days may be linked to one. A
  /// record of which no person is known stays as it is.
  func withTrueStatuses(_ truth: CorpusTruth) -> FlagFacts {
    var facts = self
    facts.records = []
    facts.links = []
    for link in links {
      var record = records[link.record]
      if let day = bookings[link.booking].bookedOn, let number = day.dayNumber,
        let person = truth.recordPersons[link.record].first,
        let status = truth.histories.status(of: person, on: Int32(number)),
        let recorded = RecordedStatus(rawValue: status.rawValue)
      {
        record.show(recorded, on: day)
      }
      var link = link
      link.record = facts.records.count
      facts.records.append(record)
      facts.links.append(link)
    }
    return facts
  }
}

extension StatusRecord {
  /// Puts a status in place of what the record says, as of a day.
  fileprivate mutating func show(_ other: RecordedStatus, on day: CivilDate) {
    status = other
    isStatusFromClass = false
    asOf = day
    isAsOfFromUpdate = false
    admittedUntil = nil
    orderedOn = nil
    orderVacatedOn = nil
  }
}
