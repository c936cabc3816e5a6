import Scruple
import ScrupleAudit
import ScrupleBlocking
import ScrupleComparison
import ScrupleCorpus
import ScrupleDecision
import ScrupleExecution
import ScrupleFormats
import ScrupleGroundTruth
import ScrupleNormalization
import ScrupleScoring
import ScrupleStatistics

/// The one place where errors become sentences.
///
/// A message says what is wrong, where, and what to do next. Errors hold no
/// values of records, so messages hold none either.
enum ErrorMessage {
  /// The failure that an error means; nil for errors of the argument parser.
  static func failure(for error: any Error) -> Failure? {
    switch error {
    case let failure as Failure: failure
    case let error as FormatError:
      Failure(
        error.message, status: error.isInputOutput ? Failure.inputOutput : Failure.badInput)
    case let error as LinkageError: Failure(message(error))
    case let error as MemoryCapError: failure(error)
    case let error as RunFileError: Failure(message(error))
    case let error as BlockingError: Failure(message(error))
    case let error as ComparisonError: Failure(message(error))
    case let error as ScoringError: Failure(message(error))
    case let error as DecisionError: Failure(message(error))
    case let error as NormalizationError: Failure(message(error))
    case let error as GroundTruthError: Failure(error.description)
    case let error as AuditError: Failure(error.description)
    case let error as SpecificationFaults: Failure(error.description)
    case let error as FaultySpecification: Failure(message(error))
    case let error as FaultyModel: Failure(message(error))
    case let error as FaultyRecipe: Failure(message(error))
    case let error as CorpusError: failure(error)
    case let error as StatusHistoryError: Failure(error.description)
    case let error as FlagAuditError: Failure(error.description)
    case let error as LabelSampleError: Failure(message(error))
    case let error as StatisticsError: Failure(message(error))
    case let error as RepairError: Failure(message(error))
    default: nil
    }
  }

  private static func message(_ error: FaultySpecification) -> String {
    let count = error.faults.faults.count
    let head =
      "The specification \(TerminalText.quoted(error.path)) has "
      + "\(TerminalText.count(count, "fault")):"
    return ([head] + error.faults.faults.map { "  \($0.description)" }).joined(separator: "\n")
  }

  private static func message(_ error: FaultyRecipe) -> String {
    let count = error.faults.faults.count
    let head =
      "The recipe \(TerminalText.quoted(error.path)) has \(TerminalText.count(count, "fault")):"
    return ([head] + error.faults.faults.map { "  \($0.description)" }).joined(separator: "\n")
  }

  private static func failure(_ error: CorpusError) -> Failure {
    switch error {
    case .recipe(let error): Failure(error.description)
    case .output(let error):
      Failure(
        error.message, status: error.isInputOutput ? Failure.inputOutput : Failure.badInput)
    case .rateImplausible(let key, let observed, let trials, let expected):
      Failure(
        "The corpus is not what its recipe asks for, and nothing was written: '\(key)' was "
          + "observed \(observed) times in \(trials), where about \(Int(expected.rounded())) were "
          + "expected; chance does that in less than one of a million corpora. Tell the makers of "
          + "Scruple the recipe and the seed.")
    case .checkFailed(let name, let faults, let total):
      Failure(
        "The corpus is not what its recipe asks for, and nothing was written: the check "
          + "'\(name)' failed \(faults) of \(total) times. Tell the makers of Scruple the recipe "
          + "and the seed.")
    }
  }

  private static func message(_ error: FaultyModel) -> String {
    let path = TerminalText.quoted(error.path)
    let next = "Use a model.json that 'scruple train' or 'scruple link' wrote."
    switch error.reason {
    case let fault as ScoringError: return "The model \(path) cannot be used. \(message(fault))"
    case let fault as DecodingError:
      return "\(path) is not a model: \(JSONFault.words(for: fault)). \(next)"
    default: return "\(path) is not a model. \(next)"
    }
  }

  private static func message(_ error: NormalizationError) -> String {
    switch error {
    case .unicodeUnavailable(_, let status):
      "ICU could not be opened (its status is \(status)). Install ICU's data files, and look "
        + "with 'scruple doctor'."
    }
  }

  private static func message(_ error: DecisionError) -> String {
    switch error {
    case .thresholds(let link, let possible):
      "The threshold for links, \(link) bits, lies below that for possible links, \(possible) "
        + "bits. Raise the first or lower the second."
    case .setting(let name, let found, let expected):
      "The setting '\(name)' is \(found), but must be \(expected)."
    case .tooManyPatterns(let found, let limit):
      "The model has \(found) agreement patterns, more than \(limit). Use fewer comparisons."
    case .patternTable(let expected): "The table of patterns must have \(expected)."
    case .unknownComparison(let name, let rule, let known):
      "Rule \(quoted(rule)) names the comparison \(quoted(name)), which is not there."
        + TerminalText.safe(NearMiss.hint(for: name, among: known))
    case .unknownLevel(let level, let comparison, let rule, let known):
      "Rule \(quoted(rule)) names the level \(quoted(level)), which comparison "
        + "\(quoted(comparison)) does not have."
        + TerminalText.safe(NearMiss.hint(for: level, among: known))
    case .ruleWithoutRequirement(let rule):
      "Rule \(quoted(rule)) requires nothing: it would link everybody with everybody."
    }
  }
}
