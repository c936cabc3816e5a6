import Scruple
import ScrupleBlocking
import ScrupleComparison
import ScrupleMadeUpRecords
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring
import Testing

struct LinkageErrorTests {
  private let people = MadeUpRun.people

  private func none(_ table: RecordTable) -> RecordTable { table.with(rows: []) }

  /// Whether a run gives no link, or stops with an error of ours.
  private func givesNothing(
    _ left: RecordTable, _ right: RecordTable, _ specification: LinkageSpecification,
    model: FellegiSunterModel? = nil
  ) -> Bool {
    do {
      return try MadeUpRun.run(left, right, specification, model: model).links.isEmpty
    } catch {
      return error is LinkageError || error is ScoringError || error is BlockingError
    }
  }

  @Test func aFileWithoutRowsGivesNoLinksOrAClearError() throws {
    let model = try MadeUpRun.result.get().model
    var withRules = MadeUpRun.specification
    withRules.blocking.rules = [BlockingRule(BlockingKey(.value, "surname"))]
    withRules.comparisons = [ComparisonRule("surname", levels: [.exact])]
    for specification in [MadeUpRun.specification, withRules] {
      for given in [nil, model] {
        #expect(givesNothing(none(people.left), people.right, specification, model: given))
        #expect(givesNothing(people.left, none(people.right), specification, model: given))
        #expect(givesNothing(none(people.left), none(people.right), specification, model: given))
      }
    }
  }

  @Test(arguments: [1, 2, 3])
  func filesOfAFewRowsNeverCrash(count: Int) throws {
    let left = people.left.with(rows: Array(people.left.cellRows.prefix(count)))
    let right = people.right.with(rows: Array(people.right.cellRows.suffix(count)))
    do {
      let result = try MadeUpRun.run(left, right)
      #expect(result.links.count <= count * count)
    } catch {
      #expect(error is LinkageError || error is ScoringError, "\(error)")
    }
  }

  @Test func filesWithNothingInCommonAreAnError() {
    var specification = MadeUpRun.specification
    specification.left.mapping.columns.removeAll { $0.role != .surname }
    specification.right.mapping.columns.removeAll { $0.role == .surname || $0.role == .ssn }
    #expect(
      throws: LinkageError.noCommonFields(
        left: ["surname"],
        right: [
          "given-name", "birth-date", "sex", "street-number", "street", "city", "postcode",
        ])
    ) { try MadeUpRun.prepare(people.left, people.right, specification) }
  }

  @Test func aMappedColumnThatIsNotThereIsAnError() {
    var specification = MadeUpRun.specification
    specification.right.mapping.columns.append(ColumnMapping(column: "gone", role: .email))
    #expect(
      throws: LinkageError.missingColumn("gone", source: "right.csv", known: MadeUpPeople.header)
    ) { try MadeUpRun.prepare(people.left, people.right, specification) }
  }

  @Test func aRepeatedIdOfEitherSideIsAnError() {
    let rows = people.left.cellRows
    let repeated = people.left.with(rows: rows + [rows[4]])
    #expect(
      throws: LinkageError.duplicateId(source: "left.csv", column: "id", firstRow: 4, row: 130)
    ) { try MadeUpRun.prepare(repeated, people.right) }
    #expect(throws: LinkageError.self) { try MadeUpRun.prepare(people.right, repeated) }
  }

  @Test func aModelOfOtherComparisonsIsRefused() throws {
    let base = try MadeUpRun.result.get()
    var renamed = base.model
    renamed.comparisons[0].name = "other"
    var shorter = base.model
    shorter.comparisons.removeLast()
    var relabelled = base.model
    relabelled.comparisons[1].levels[0].label = "other"
    for model in [renamed, shorter, relabelled] {
      #expect(throws: LinkageError.self) {
        try MadeUpRun.run(people.left, people.right, model: model)
      }
    }
  }

  @Test func rulesThatBringNoPairTogetherAreAnError() {
    var specification = MadeUpRun.specification
    specification.blocking.rules = []
    #expect(throws: LinkageError.self) {
      try MadeUpRun.run(people.left, people.right, specification)
    }
  }

  @Test func noErrorTellsAValueOfARecord() {
    let rows = people.left.cellRows
    let repeated = people.left.with(rows: rows + [rows[4]])
    let error = #expect(throws: LinkageError.self) {
      try MadeUpRun.prepare(repeated, people.right)
    }
    for cell in rows[4] where cell.count > 3 {
      #expect(!String(describing: error).contains(cell))
    }
  }
}
