import Scruple
import ScrupleFlagging

extension SpecificationReader {
  static let flagKeys = [
    "enabled", "flagged-statuses", "stale-after-days", "bases", "identifiers", "stated", "absence",
    "lapsed-stays", "vetoes", "height-tolerance", "age-tolerance",
  ]

  /// Reads `[flags]`; nil where there is none.
  mutating func flags(in root: Table) -> FlagRule? {
    guard let table = table("flags", in: root, keys: Self.flagKeys) else { return nil }
    var rule = FlagRule()
    rule.isEnabled = boolean("enabled", in: table) ?? rule.isEnabled
    if let statuses = texts("flagged-statuses", in: table) {
      rule.flaggedStatuses = Set(statuses.compactMap { status($0.text, $0.path) })
    }
    rule.staleAfterDays = count("stale-after-days", in: table) ?? rule.staleAfterDays
    rule.bases = bases(in: table) ?? rule.bases
    if boolean("stated", in: table) == true { rule.bases.insert(.stated) }
    if boolean("absence", in: table) == true { rule.bases.insert(.absence) }
    rule.identifiers = texts("identifiers", in: table)?.map(\.text)
    rule.readsLapsedStayAsExpired =
      boolean("lapsed-stays", in: table) ?? rule.readsLapsedStayAsExpired
    readVetoes(in: table, &rule)
    rule.heightTolerance = count("height-tolerance", in: table) ?? rule.heightTolerance
    rule.ageTolerance = count("age-tolerance", in: table) ?? rule.ageTolerance
    return rule
  }

  private mutating func texts(_ key: String, in table: Table) -> [(text: String, path: String)]? {
    guard let elements = list(key, in: table) else { return nil }
    return elements.enumerated().compactMap { index, element in
      let path = "\(table.path(of: key))[\(index + 1)]"
      return text(element, path).map { ($0, path) }
    }
  }

  private mutating func status(_ text: String, _ path: String) -> RecordedStatus? {
    guard let status: RecordedStatus = choice("status", text, path) else { return nil }
    if status != .unknown { return status }
    fault(path, "A status that is not known never makes a flag.")
    return nil
  }

  private mutating func bases(in table: Table) -> Set<FlagBasis>? {
    guard let names = texts("bases", in: table) else { return nil }
    var bases: Set<FlagBasis> = []
    for (text, path) in names {
      guard let basis: FlagBasis = choice("basis", text, path) else { continue }
      if basis == .stated || basis == .absence {
        fault(path, "This basis has a key of its own: write '\(text) = true'.")
      } else {
        bases.insert(basis)
      }
    }
    return bases
  }

  private mutating func readVetoes(in table: Table, _ rule: inout FlagRule) {
    guard let names = texts("vetoes", in: table) else { return }
    rule.vetoingIndicia = []
    rule.vetoingContradictions = []
    let known =
      CitizenshipIndicium.allCases.map(\.rawValue) + Contradiction.allCases.map(\.rawValue)
    for (text, path) in names {
      if let indicium = CitizenshipIndicium(rawValue: text) {
        rule.vetoingIndicia.insert(indicium)
      } else if let contradiction = Contradiction(rawValue: text) {
        rule.vetoingContradictions.insert(contradiction)
      } else {
        fault(path, "Unknown veto '\(text)'." + NearMiss.hint(for: text, among: known))
      }
    }
  }
}
