import Scruple
import ScrupleAudit
import ScrupleBlocking
import ScrupleComparison
import ScrupleDecision
import ScrupleFormats
import ScrupleGroundTruth
import ScrupleNormalization
import ScrupleScoring
import Testing

@testable import ScrupleCLI

@Suite struct ErrorMessageTests {
  static let errors: [any Error] = [
    LinkageError.missingColumn("surnme", source: "a.csv", known: ["surname", "dob"]),
    LabelSampleError.rowCount(file: "sample.csv", found: 380, drawn: 400),
    LabelSampleError.repeatedRow(file: "sample.csv", firstLine: 2, line: 9),
    LabelSampleError.unknownRow(file: "sample.csv", line: 9),
    LabelSampleError.otherRows(file: "sample.csv"),
    LabelSampleError.otherRun(plan: "plan", run: "out"),
    LabelSampleError.noAnswers(file: "sample.csv"),
    LabelSampleError.unknownRecord(file: "known.csv", line: 3),
    LabelSampleError.tooFewKnown(file: "known.csv", usable: 7, asked: 40),
    LabelSampleError.nothingToDraw(claim: "precision"),
    LabelSampleError.otherDecoys(file: "out", decoys: "decoys.csv"),
    LabelSampleError.noDecoyPossible(source: "a.csv"),
    LabelSampleError.nothingToRecombine(source: "a.csv", missing: "birth date"),
    LabelSampleError.decoysAlready(source: "a.csv"),
    LinkageError.emptyId(source: "a.csv", column: "id", row: 3),
    LinkageError.duplicateId(source: "a.csv", column: "id", firstRow: 1, row: 3),
    LinkageError.noCommonFields(left: ["surname"], right: []),
    LinkageError.modelDoesNotFit(
      expected: ["surname: all else < exact"], found: ["surname: all else < near < exact"]),
    LinkageError.modelDoesNotFit(expected: ["a: x", "b: x"], found: ["b: x", "a: x"]),
    LinkageError.bothFromStandardInput,
    LinkageError.unknownId(source: "left"),
    LinkageError.tooLittleToTrain(reason: "the blocking rules bring no pair together"),
    LinkageError.groupUsedForMatching(column: "race", source: "a.csv"),
    RunFileError.invalidJSON(path: "out/run.json", detail: "it is not JSON"),
    RunFileError.unknownSchema(path: "out/run.json", found: "scruple.run/9"),
    RunFileError.changed(path: "a.csv"),
    RunFileError.standardInputNotKept(side: "left"),
    RunFileError.missingColumn(anyOf: ["left_id"], file: "t.csv", known: ["leftid", "x"]),
    RunFileError.unreadableCell(
      file: "l.csv", line: 3, column: "match_weight", expected: "a number"),
    RunFileError.noKnownPair(file: "l.csv", rows: 12),
    RunFileError.ambiguousId(file: "t.csv", row: 2),
    BlockingError.unreadableKey("soundex(surname"),
    BlockingError.unknownTransform("soundx", key: "soundx(surname)"),
    BlockingError.unknownField("surnme", rule: 2, known: ["surname"]),
    BlockingError.notADate("surname", rule: 1),
    BlockingError.nothingToBlockOn,
    BlockingError.tooManyRules(300, allowed: 256),
    ComparisonError.unknownField("surnme", comparison: "name", known: ["surname"]),
    ComparisonError.levelDoesNotFit(level: "one-digit", comparison: "surname"),
    ComparisonError.noLevels(comparison: "surname"),
    ComparisonError.conditionDoesNotFit(comparison: "sex"),
    ComparisonError.tooManyLevels,
    ScoringError.invalidModel([
      .priorMatchProbability(2), .noComparisons, .repeatedComparison(name: "a"),
      .noLevels(comparison: "a"),
      .probability(comparison: "a", level: "exact", symbol: "m", found: 0),
      .sum(comparison: "a", symbol: "u", found: 1.5), .classShape(label: "kin"),
      .classShares(found: 0.5), .termFrequency(comparison: "a", setting: "minimum", found: 2),
    ]),
    ScoringError.invalidOption(name: "startCount", expected: "at least 1"),
    ScoringError.layoutMismatch(expectedLevelCounts: [2], foundLevelCounts: [3]),
    ScoringError.noPairs,
    ScoringError.notConverged(
      iterations: 5000, largestParameterChange: 0.001, relativeLogLikelihoodChange: 0.1),
    ScoringError.labelSwitch(priorMatchProbability: 0.9, agreementBits: -3),
    DecisionError.thresholds(linkBits: 1, possibleBits: 2),
    DecisionError.setting(name: "margin", found: -1, expected: "at least 0"),
    DecisionError.tooManyPatterns(found: 1e9, limit: 1000),
    DecisionError.patternTable(expected: "probabilities of at least 0"),
    NormalizationError.unicodeUnavailable(transliterator: "Any-Latin", status: 2),
    GroundTruthError.columnLengthsDiffer(first: 1, second: 2),
    GroundTruthError.conflictingEntity(row: 4),
    GroundTruthError.noKnownRecord(rows: 4),
    RunFileError.mostlyUnknown(file: "links.csv", rows: 50, of: 60),
    RunFileError.repeatedPair(file: "links.csv", line: 5, earlier: 3),
    AuditError.recordOutOfRange(link: 1),
    AuditError.weightNotFinite(link: 1),
    AuditError.probabilityOutOfRange(link: 1),
    AuditError.pairTwice(link: 2),
    AuditError.candidatePairsImpossible(candidates: 1, listed: 2, pairs: 4),
    AuditError.trueCandidatesImpossible(given: 9, listed: 2, truePairs: 4),
    FormatError.unreadable(file: "a.csv", errorNumber: 13),
    FormatError.changedWhileRead(file: "a.csv"),
    FormatError.outputBusy(path: "out"),
    FormatError.unsupported(.utf16, file: "a.csv"),
    FormatError.inputOutput(path: "out/links.csv", operation: "write", errorNumber: 28),
  ]

  @Test func everyErrorHasASentence() throws {
    var lines: [String] = []
    for error in Self.errors {
      let failure = try #require(ErrorMessage.failure(for: error), "\(error)")
      let isSentence = failure.message.last == "." || failure.message.last == "?"
      #expect(isSentence || failure.message.contains("\n  "))
      lines.append("[\(failure.status)] \(failure.message)")
    }
    try GoldenFile.expect(lines.joined(separator: "\n") + "\n", "errors.txt")
  }

  @Test func onlyInputOutputErrorsHaveStatus74() {
    for error in Self.errors {
      let isInputOutput = (error as? FormatError)?.isInputOutput ?? false
      #expect(ErrorMessage.failure(for: error)?.status == (isInputOutput ? 74 : 2))
    }
  }

  @Test func namesOfColumnsThatLookLikeValuesAreNotShown() {
    #expect(TerminalText.column("1980-02-03", at: 2) == "column 3")
    #expect(TerminalText.column("ana@example.com", at: 0) == "column 1")
    #expect(TerminalText.column("address_1", at: 0) == "address_1")
  }

  @Test func numbersAreWrittenForPeople() {
    #expect(TerminalText.count(1_234_567) == "1,234,567")
    #expect(TerminalText.count(0) == "0")
    #expect(TerminalText.count(-1000) == "-1,000")
    #expect(TerminalText.fixed(-0.004) == "0.00")
    #expect(TerminalText.fixed(2.5, 0) == "3")
    #expect(TerminalText.safe("a\u{1B}[31m\u{202E}b") == "a\\u{1b}[31m\\u{202e}b")
  }
}
