import Foundation
import ScrupleAudit
import Testing

/// The repairs of names and of frequencies beside the same made by hand.
@Suite struct NameRepairTests {
  /// A run that uses other names and birth dates, and one without frequencies of values.
  private static let runs = Result { () throws -> URL in
    let folder = try RepairTests.folder.get()
    let specification = folder.appendingPathComponent("model/specification.toml")
    let text = try String(contentsOf: specification, encoding: .utf8)
    let others =
      text
      .replacingLine(of: "aliases", by: "aliases = { role = \"full-name\", separator = \";\" }")
      .replacingLine(
        of: "other_birth_dates",
        by: "other_birth_dates = { role = \"birth-date\", separator = \";\" }")
    let plain = text.replacingOccurrences(of: "term-frequency = true\n", with: "")
    for (name, text) in [("others", others), ("plain", plain)] {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name + ".toml"))
      try link("corpus/bookings.csv", name + ".toml", name, [], in: folder)
    }
    return folder
  }

  private static func link(
    _ bookings: String, _ specification: String, _ out: String, _ more: [String], in folder: URL
  ) throws {
    let outcome = try Program.run(
      [
        "link", bookings, "corpus/immigration_records.csv", "--specification", specification, "-o",
        out,
      ] + more, in: folder)
    try #require(outcome.status == 0, "\(out): \(outcome.errors)")
  }

  private static func row(_ code: String, of run: String) throws -> RemedyRow {
    let outcome = try Program.run(
      ["audit", run, "--corpus", "corpus", "--repairs", "--json"], in: runs.get())
    try #require(outcome.status == 0, "\(outcome.errors)")
    let report = try JSONDecoder().decode(AuditReport.self, from: Data(outcome.output.utf8))
    return try #require(report.remedies.first { $0.code == code })
  }

  private static func expect(_ row: RemedyRow, from run: String, to other: String) throws {
    let folder = try runs.get()
    let wrong = try RepairTests.wrong(folder)
    let before = try RepairTests.flagged(folder.appendingPathComponent(run))
    let after = try RepairTests.flagged(folder.appendingPathComponent(other))
    let (old, new) = (before.intersection(wrong), after.intersection(wrong))
    #expect(row.flags == after.count)
    #expect(row.removed?.count == old.subtracting(new).count && row.removed?.total == old.count)
    #expect(row.newWrongFlags == new.subtracting(old).count)
    #expect(row.rightFlagsLost == before.subtracting(wrong).subtracting(after).count)
  }

  @Test func withoutOtherNamesIsAsWithTheirColumnsEmpty() throws {
    let folder = try Self.runs.get()
    var file = try RepairTests.rows(folder, "corpus/bookings.csv")
    #expect(file.rows.contains { !($0["aliases"] ?? "").isEmpty })
    for place in file.rows.indices {
      file.rows[place]["aliases"] = ""
      file.rows[place]["other_birth_dates"] = ""
    }
    try RepairTests.write(file, to: "no-others.csv", in: folder)
    try Self.link(
      "no-others.csv", "others/specification.toml", "no-others",
      ["--model", "others/model.json"], in: folder)
    try Self.expect(Self.row("R6", of: "others"), from: "others", to: "no-others")
  }

  @Test func frequenciesOfNamesAreThoseOfAModelThatHasThem() throws {
    let folder = try Self.runs.get()
    let bytes = try Data(contentsOf: folder.appendingPathComponent("plain/model.json"))
    var model = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    var comparisons = try #require(model["comparisons"] as? [[String: Any]])
    let settings: [String: Any] = [
      "maximumAdjustmentBits": 12, "minimumFrequency": 1e-5, "slipRatio": 10,
    ]
    for place in comparisons.indices {
      #expect(comparisons[place]["termFrequency"] == nil)
      if ["given-name", "surname"].contains(comparisons[place]["name"] as? String) {
        comparisons[place]["termFrequency"] = settings
      }
    }
    model["comparisons"] = comparisons
    try JSONSerialization.data(withJSONObject: model)
      .write(to: folder.appendingPathComponent("frequencies.json"))
    try Self.link(
      "corpus/bookings.csv", "plain/specification.toml", "frequencies",
      ["--model", "frequencies.json"], in: folder)
    try Self.expect(Self.row("R7", of: "plain"), from: "plain", to: "frequencies")
  }
}

extension String {
  /// The text with the line that gives a column, commented out or not, replaced.
  fileprivate func replacingLine(of column: String, by line: String) -> String {
    components(separatedBy: "\n").map { old in
      let bare = old.hasPrefix("# ") ? String(old.dropFirst(2)) : old
      return bare.hasPrefix(column + " =") ? line : old
    }.joined(separator: "\n")
  }
}
