import Scruple
import ScrupleBlocking
import ScrupleComparison

extension ErrorMessage {
  static func message(_ error: LinkageError) -> String {
    switch error {
    case .missingColumn(let name, let source, let known):
      return "\(quoted(source)) has no column \(quoted(name))." + hint(name, known)
    case .emptyId(let source, let column, let row):
      return "\(quoted(source)), record \(row + 1): the id in column \(quoted(column)) is empty. "
        + "Give each record an id of its own, or use row numbers."
    case .duplicateId(let source, let column, let firstRow, let row):
      return "\(quoted(source)), records \(firstRow + 1) and \(row + 1): the id in column "
        + "\(quoted(column)) is the same. Give each record an id of its own."
    case .groupUsedForMatching(let column, let source):
      return
        "Column \(quoted(column)) of \(quoted(source)) says which group a person belongs to and has a "
        + "role in matching. Give it the role 'audit-only': race, ethnicity and the like are never "
        + "features of matching."
    case .noCommonFields(let left, let right):
      return "The two files have no field in common that could be compared. "
        + "\(has("left", left)) \(has("right", right)) "
        + "Say what the columns mean in a specification: 'scruple init LEFT RIGHT' writes one."
    case .modelDoesNotFit(let expected, let found):
      return ModelDifference.message(expected: expected, found: found)
    case .bothFromStandardInput:
      return "Both files are '-', but standard input is one. Name a file for the other."
    case .unknownId(let source):
      return "The \(source) file has no record with the id that was given for it. "
        + "Ids are compared as they are written, case included."
    case .tooLittleToTrain(let reason):
      return "There is too little to learn a model from: \(reason). "
        + "Use a model trained on similar files with --model, or rules that bring more together."
    @unknown default: return "The run stopped: \(error)."
    }
  }

  private static func has(_ side: String, _ roles: [String]) -> String {
    roles.isEmpty
      ? "The \(side) file has no column that is understood."
      : "The \(side) file has \(roles.joined(separator: ", "))."
  }

  static func message(_ error: RunFileError) -> String {
    switch error {
    case .invalidJSON(let path, let detail):
      let verb = path.hasSuffix("audit.json") ? "audit" : "link"
      return "\(quoted(path)) cannot be used: \(detail). Run 'scruple \(verb)' again."
    case .unknownSchema(let path, let found):
      return "\(quoted(path)) has the format \(quoted(found)); this program reads "
        + "'\(RunManifest.schemaName)'. Use the version of Scruple that wrote it."
    case .changed(let path):
      return "\(quoted(path)) is not what it was when the run was made (its SHA-256 differs). "
        + "Bring the old file back, or run 'scruple link' again."
    case .standardInputNotKept(let side):
      return "The \(side) file was read from standard input, which is gone. "
        + "Name a copy of it with --\(side)."
    case .missingColumn(let names, let file, let known):
      let near =
        names.lazy.compactMap { NearMiss.nearest(to: $0, among: known) }.first
        .map { " Did you mean column \(quoted($0))?" } ?? ""
      return "\(quoted(file)) must have the columns \(names.joined(separator: ", or ")), but has "
        + "\(shown(known)).\(near)"
    case .unreadableCell(let file, let line, let column, let expected):
      return "\(quoted(file)), line \(line), column \(quoted(column)): \(expected) is expected."
    case .ambiguousId(let file, let row):
      return "\(quoted(file)), row \(row): both files have a record with this id. Add a column "
        + "'source' that says 'left' or 'right'."
    case .noKnownPair(let file, let rows):
      return "None of the \(TerminalText.count(rows)) rows of \(quoted(file)) names records of "
        + "the two files. Check that its ids are those of their id columns."
    case .mostlyUnknown(let file, let unknown, let all):
      return "\(TerminalText.count(unknown)) of the \(TerminalText.count(all, "row")) of "
        + "\(quoted(file)) name a record that the two files do not have: no figure of the rest "
        + "would be one of this list. Check that its ids are those of their id columns."
    case .repeatedPair(let file, let line, let earlier):
      return "\(quoted(file)), line \(line): repeats the pair of line \(earlier); a pair may be "
        + "listed once."
    }
  }

  static func message(_ error: BlockingError) -> String {
    switch error {
    case .unreadableKey(let text):
      "The blocking key \(quoted(text)) cannot be read. Write it as 'surname' or "
        + "'soundex(surname)'."
    case .unknownTransform(let name, let key):
      "Unknown transform \(quoted(name)) in blocking key \(quoted(key))."
        + hint(name, KeyTransform.allNames)
    case .unknownField(let name, let rule, let known):
      "Unknown field \(quoted(name)) in blocking rule \(rule): the files do not share it."
        + hint(name, known)
    case .notADate(let name, let rule):
      "Blocking rule \(rule) takes a part of a date from \(quoted(name)), which is no date."
    case .nothingToBlockOn:
      "The files share no field from which blocking rules could be made. Write rules in a "
        + "specification, or raise --pair-budget so that all pairs are compared."
    case .tooManyRules(let count, let allowed):
      "The specification has \(count) blocking rules; at most \(allowed) can be used. Leave the "
        + "rules out to have them chosen from the files."
    @unknown default: "Blocking stopped: \(error)."
    }
  }

  static func message(_ error: ComparisonError) -> String {
    switch error {
    case .unknownField(let name, let comparison, let known):
      "Unknown field \(quoted(name)) in comparison \(quoted(comparison)): the files do not "
        + "share it." + hint(name, known)
    case .levelDoesNotFit(let level, let comparison):
      "The level \(quoted(level)) does not fit the field of comparison \(quoted(comparison)). "
        + "Use a level for its kind; a date has levels such as 'one-digit'."
    case .noLevels(let comparison):
      "Comparison \(quoted(comparison)) has no level. Write at least levels = [\"exact\"]."
    case .conditionDoesNotFit(let comparison):
      "The condition of comparison \(quoted(comparison)) names a comparison or a level that is "
        + "not there. Name one that stands before it, and levels as they are written there."
    case .tooManyLevels:
      "All comparisons together have too many levels: they need more than 64 bits. Leave some out."
    @unknown default: "A comparison does not fit: \(error)."
    }
  }

  // MARK: Parts of sentences

  static func quoted(_ name: String) -> String { TerminalText.quoted(name) }

  private static func hint(_ word: String, _ known: [String]) -> String {
    TerminalText.safe(NearMiss.hint(for: word, among: known))
  }

  private static func shown(_ columns: [String]) -> String {
    let names = columns.enumerated().prefix(20).map { TerminalText.column($1, at: $0) }
    return names.joined(separator: ", ") + (columns.count > 20 ? ", …" : "")
  }
}
