import ScrupleAudit
import ScrupleExecution
import ScrupleFormats

/// The rows of a sample as they are given to reviewers: `sample.csv`.
///
/// Rows stand in a random order, so that whoever stops early has labelled a sample too.
public struct LabelSampleTable: Sendable {
  /// One row.
  public struct Row: Sendable, Equatable {
    /// The position of its stratum in the plan.
    public let stratum: Int
    public let leftId: String
    /// Empty where only the left record is asked about.
    public let rightId: String
    /// The known answer of a control.
    public let known: LabelAnswer?

    /// Creates a row.
    public init(stratum: Int, leftId: String, rightId: String, known: LabelAnswer? = nil) {
      self.stratum = stratum
      self.leftId = leftId
      self.rightId = rightId
      self.known = known
    }
  }

  /// The columns that every sample must have.
  public static let columns = [
    "sample_id", "left_id", "right_id", "stratum", "weight", "reviewer_1", "reviewer_2",
    "adjudicated",
  ]

  /// The rows in their random order.
  public let rows: [Row]

  /// Puts rows into an order that the seed alone decides.
  public init(shuffling rows: [Row], seed: UInt64) {
    let random = CounterRandom(seed: seed, stream: 0x5A3B_1E00)
    self.rows = rows.indices.sorted {
      (random.value(at: UInt64($0)), $0) < (random.value(at: UInt64($1)), $1)
    }.map { rows[$0] }
  }

  /// The name of a row: P and its place, of one length in all rows.
  public func sampleId(_ place: Int) -> String {
    let digits = String(place + 1)
    return "P" + String(repeating: "0", count: String(rows.count).count - digits.count) + digits
  }

  /// The table without answers.
  public func bytes(_ plan: LabelPlan) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.row(Self.columns)
    for (place, row) in rows.enumerated() {
      let stratum = plan.strata[row.stratum]
      writer.append(sampleId(place))
      writer.append(row.leftId)
      writer.append(row.rightId)
      writer.append(stratum.code)
      writer.append(FixedDecimal.bytes(stratum.weight, digits: 6))
      for _ in 0..<3 { writer.append("") }
      writer.endRow()
    }
    return writer.bytes
  }

  /// The known answers, which reviewers must not see: `controls.csv`.
  public func controls(_ plan: LabelPlan) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.row(["sample_id", "answer"])
    for (place, row) in rows.enumerated() {
      if let known = row.known { writer.row([sampleId(place), plan.question.word(for: known)]) }
    }
    return writer.bytes
  }

  /// The digest by which a plan knows its rows again.
  public func digest(_ plan: LabelPlan) -> String {
    Self.digest(
      rows.enumerated().map {
        [sampleId($0), $1.leftId, $1.rightId, plan.strata[$1.stratum].code]
      })
  }

  /// The digest of rows of sample id, left id, right id and stratum, in any order.
  static func digest(_ rows: [[String]]) -> String {
    var digest = SHA256Digest()
    for row in rows.sorted(by: { $0[0] < $1[0] }) {
      var writer = DelimitedWriter()
      writer.row(row)
      writer.bytes.withUnsafeBytes { digest.update($0) }
    }
    return digest.hexadecimal()
  }
}
