import Foundation
import Scruple
import ScrupleExecution
import ScrupleMadeUpRecords
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// Runs of a linkage of made-up people.
enum MadeUpRun {
  /// The roles of the columns of `MadeUpPeople`.
  static let mapping = SourceMapping(
    columns: [
      ColumnMapping(column: "given_name", role: .givenName),
      ColumnMapping(column: "surname", role: .surname),
      ColumnMapping(column: "date_of_birth", role: .birthDate),
      ColumnMapping(column: "ssn", role: .ssn), ColumnMapping(column: "sex", role: .sex),
      ColumnMapping(column: "street_number", role: .streetNumber),
      ColumnMapping(column: "street", role: .street), ColumnMapping(column: "city", role: .city),
      ColumnMapping(column: "postcode", role: .postcode),
    ])

  /// What is used where a test says nothing else; everything open is chosen.
  static let specification = LinkageSpecification(
    left: SourceSpecification(mapping: mapping, idColumn: "id"),
    right: SourceSpecification(mapping: mapping, idColumn: "id"))

  /// Files small enough that all pairs are compared.
  static let people = MadeUpPeople(seed: 20, leftCount: 130, rightCount: 150, matchCount: 90)

  /// A specification in which only some pairs are candidates.
  static var blockedSpecification: LinkageSpecification {
    var specification = specification
    specification.blocking.pairBudget = 3_000
    specification.scoring.randomPairCount = 20_000
    return specification
  }

  /// The links of `people` among all pairs, made once.
  static let result = Result { try run(people.left, people.right) }

  /// The links of `people` among candidates of chosen rules, made once.
  static let blockedResult = Result {
    try run(people.left, people.right, blockedSpecification)
  }

  static func prepare(
    _ left: RecordTable, _ right: RecordTable,
    _ specification: LinkageSpecification = specification, threads: Int = 1
  ) throws -> PreparedLinkage {
    try PreparedLinkage(
      left: left, right: right, specification: specification, options: options(threads))
  }

  static func run(
    _ left: RecordTable, _ right: RecordTable,
    _ specification: LinkageSpecification = specification, threads: Int = 1,
    model: FellegiSunterModel? = nil
  ) throws -> LinkageResult {
    let prepared = try prepare(left, right, specification, threads: threads)
    return try Linkage(options: options(threads)).run(prepared: prepared, model: model)
  }

  static func options(_ threads: Int) -> LinkageOptions {
    LinkageOptions(seed: 7, parallelism: Parallelism(threadCount: threads))
  }
}

/// One written pair, by ids.
struct WrittenLink: Hashable, Comparable {
  let left: String
  let right: String
  let weight: Double
  let decision: LinkDecision
  let pattern: UInt64

  /// The ids of both records.
  var ids: [String] { [left, right] }

  static func < (one: WrittenLink, other: WrittenLink) -> Bool {
    (one.left, one.right) < (other.left, other.right)
  }
}

extension LinkageResult {
  /// Links and possible links by ids, in the order of the result.
  var written: [WrittenLink] {
    links.map {
      WrittenLink(
        left: prepared.leftId(Int($0.left)), right: prepared.rightId(Int($0.right)),
        weight: $0.matchWeight ?? .nan, decision: $0.decision, pattern: $0.pattern)
    }
  }

  /// The ids of the pairs that are links.
  var linkedIds: Set<[String]> { Set(written.filter { $0.decision == .link }.map(\.ids)) }

  /// The table as it is written to `links.csv`.
  func table() throws -> String {
    var bytes: [UInt8] = []
    try LinksTable(result: self).write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension RecordTable {
  /// The table with its rows in another order.
  func permuted(seed: UInt64) -> RecordTable {
    var dice = Dice(seed: seed)
    let rows = cellRows
    return with(rows: dice.order(rowCount).map { rows[$0] })
  }
}
