/// Something about what an audit was given that its reader must know before its figures.
public struct AuditWarning: Sendable, Equatable, Codable {
  /// What is to be minded.
  public enum Kind: String, Sendable, Codable {
    /// Rows of the links name a record that the files do not have.
    case unknownLinkRows
    /// Rows of the truth name a record that the files do not have.
    case unknownTruthRows
    /// The links have weights or probabilities, but nothing says which of them are links.
    case noThreshold
    /// The truth joins records and names no persons.
    case personsUnknown
  }

  /// What is to be minded.
  public let kind: Kind
  /// How many rows it is about; nil where it is about no rows.
  public private(set) var rows: Int?
  /// How many rows there are; nil where it is about no rows.
  public private(set) var allRows: Int?
  /// The lowest match probability that is taken as a link; nil where none is known.
  public private(set) var lowestProbability: Double?
  /// The same in whole sentences, with what to do.
  public let text: String
}

extension AuditWarning {
  /// Rows of the links that were left out.
  public static func unknownLinks(_ rows: Int, of all: Int) -> AuditWarning {
    unknown(
      .unknownLinkRows, rows, of: all, "links", "They are in no figure: check the id columns.")
  }

  /// Rows of the truth that were left out.
  public static func unknownTruth(_ rows: Int, of all: Int) -> AuditWarning {
    unknown(
      .unknownTruthRows, rows, of: all, "truth",
      "They are left out; links that only they could confirm count as false.")
  }

  /// Rows of a table that name a record that is not there, and what became of them.
  private static func unknown(
    _ kind: Kind, _ rows: Int, of all: Int, _ table: String, _ consequence: String
  ) -> AuditWarning {
    AuditWarning(
      kind: kind, rows: rows, allRows: all,
      text: "\(NumberText.grouped(rows)) of \(NumberText.grouped(all)) rows of the \(table) name a "
        + "record that the files do not have. \(consequence)")
  }

  /// Every row was taken as a link, since nothing says which are.
  public static func undecided(
    rows: Int, lowestProbability: Double?, lowestWeight: Double?
  ) -> AuditWarning {
    let depth =
      lowestProbability.map { ", down to a match probability of " + shortest($0) }
      ?? lowestWeight.map {
        ", down to a match weight of \(NumberText.fixed($0, decimals: 2)) bits"
      } ?? ""
    return AuditWarning(
      kind: .noThreshold, rows: rows, lowestProbability: lowestProbability,
      text: "The links have no column 'decision' and no --threshold was given: all "
        + "\(NumberText.grouped(rows)) rows are taken as links\(depth). Where the maker of the "
        + "links used a threshold, give it with --threshold.")
  }

  /// The truth is a list of pairs, so that persons are not known.
  static let persons = AuditWarning(
    kind: .personsUnknown,
    text: "The truth is a list of pairs and names no persons. Where a method says that persons are "
      + "clusters, a cluster is the records that true pairs join. A record that no pair joins "
      + "counts alone, so that its interval may be too narrow.")

  /// A probability with three significant digits at most.
  private static func shortest(_ probability: Double) -> String {
    if probability <= 0 { return "0" }
    if probability < 0.0001 { return "under 0.0001" }
    var decimals = 3
    var scaled = probability
    while scaled < 0.1 {
      scaled *= 10
      decimals += 1
    }
    var text = NumberText.fixed(probability, decimals: decimals)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

extension AuditReport {
  /// Adds warnings behind those that stand.
  public mutating func warn(_ more: [AuditWarning]) {
    if !more.isEmpty { warnings = (warnings ?? []) + more }
  }
}

// MARK: - Text

extension AuditText {
  /// The warnings of one kind of place: those that come before every figure, or those beside them.
  static func warnings(_ report: AuditReport, aboutPersons: Bool) -> [String] {
    (report.warnings ?? []).filter { ($0.kind == .personsUnknown) == aboutPersons }.flatMap {
      wrapped((aboutPersons ? "" : "Warning: ") + $0.text, indent: 2)
    }
  }

  /// A text in lines of at most 98 columns, all indented, the later ones by two more.
  static func wrapped(_ text: String, indent: Int) -> [String] {
    let start = String(repeating: " ", count: indent)
    var lines = [start]
    var isEmpty = true
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if !isEmpty && last.count + 1 + word.count > 98 {
        lines.append(start + "  " + word)
      } else {
        lines[lines.count - 1] = last + (isEmpty ? "" : " ") + word
      }
      isEmpty = false
    }
    return lines
  }
}
