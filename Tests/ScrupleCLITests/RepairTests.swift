import Foundation
import ScrupleAudit
import Testing

/// `audit --repairs` on a small corpus of galleries, beside repairs made by hand.
@Suite struct RepairTests {
  /// What decides: documented rules that take records at their word, or a trained model.
  enum Decider: String, CaseIterable {
    case rules
    case model
  }

  /// A corpus and a run of each decider, made once.
  static let folder = Result { () throws -> URL in
    let folder = try Folder.temporary()
    let galleries = [
      "brown_contradiction", "crosscheck_birthday", "makowski_stale", "refugee_jan1", "fnu_family",
      "denton_nonresponse",
    ]
    let recipe =
      """
      name = "repairs"
      purpose = "several galleries and a world that mixes persons"
      [population]
      people = 700
      bookings = 400
      records = 700
      foreign_born = 0.4
      [immigration_records]
      merged_file = 0.05

      """ + galleries.map { "[[scenarios]]\nname = \"\($0)\"\ninstances = 6\n" }.joined()
    try Data(recipe.utf8).write(to: folder.appendingPathComponent("repairs.toml"))
    let flags = """
      version = 1
      [flags]
      stale-after-days = 36500
      lapsed-stays = true
      vetoes = []

      """
    try Data(flags.utf8).write(to: folder.appendingPathComponent("flags.toml"))
    try run(["generate", "--recipe", "repairs.toml", "-o", "corpus"], in: folder)
    for decider in Decider.allCases {
      let specification =
        decider == .rules ? ShippedRules.path("as-practised-2010s") : "flags.toml"
      try run(
        [
          "link", "corpus/bookings.csv", "corpus/immigration_records.csv", "--specification",
          specification, "-o", decider.rawValue,
        ], in: folder)
    }
    return folder
  }

  private static func run(_ arguments: [String], in folder: URL) throws {
    let outcome = try Program.run(arguments, in: folder)
    try #require(outcome.status == 0, "\(arguments) \(outcome.errors)")
  }

  /// The audit of each decider's run, made once.
  private static let reports = Result {
    try Dictionary(
      uniqueKeysWithValues: Decider.allCases.map { ($0, try report($0, ["--threads", "2"])) })
  }

  private static func report(_ decider: Decider) throws -> AuditReport {
    try #require(try reports.get()[decider])
  }

  private static func report(_ decider: Decider, _ more: [String]) throws -> AuditReport {
    let outcome = try Program.run(
      ["audit", decider.rawValue, "--corpus", "corpus", "--repairs", "--json"] + more,
      in: folder.get())
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(AuditReport.self, from: Data(outcome.output.utf8))
  }

  @Test(arguments: Decider.allCases)
  func repairedFilesLinkedByHandGiveTheSameFigures(decider: Decider) throws {
    let folder = try Self.folder.get()
    let report = try Self.report(decider)
    let flagsOfRun = try Self.flagged(folder.appendingPathComponent(decider.rawValue))
    let wrong = try Self.wrong(folder)
    #expect(!flagsOfRun.intersection(wrong).isEmpty)
    let whole: [(String, Undoing, Undoing)] = [
      ("R1", .errors, .nothing), ("R2", .nothing, .errors), ("R4", .nothing, .mixing),
      ("R1+R2", .errors, .errors),
    ]
    for (code, left, right) in whole {
      guard let row = report.remedies.first(where: { $0.code == code }) else {
        #expect(code == "R1+R2", "sets of two are tried only where they are needed")
        continue
      }
      let out = "\(decider.rawValue)-\(code)"
      try Self.copy("bookings", undoing: left, to: out + "-l.csv", in: folder)
      try Self.copy("immigration_records", undoing: right, to: out + "-r.csv", in: folder)
      var arguments = [
        "link", out + "-l.csv", out + "-r.csv", "--specification",
        decider.rawValue + "/specification.toml", "-o", out,
      ]
      if decider == .model { arguments += ["--model", "model/model.json"] }
      try Self.run(arguments, in: folder)
      let after = try Self.flagged(folder.appendingPathComponent(out))
      let (before, now) = (flagsOfRun.intersection(wrong), after.intersection(wrong))
      #expect(row.removed?.count == before.subtracting(now).count, "\(decider) \(code)")
      #expect(row.removed?.total == before.count)
      #expect(row.newWrongFlags == now.subtracting(before).count, "\(decider) \(code)")
      #expect(
        row.rightFlagsLost == flagsOfRun.subtracting(wrong).subtracting(after).count,
        "\(decider) \(code)")
      #expect(row.flags == after.count)
    }
  }

  @Test(arguments: Decider.allCases)
  func aTrueStatusMendsEveryFlagOnAnOwnRecord(decider: Decider) throws {
    let folder = try Self.folder.get()
    let report = try Self.report(decider)
    let row = try #require(report.remedies.first { $0.code == "R3" })
    let wrong = try Self.wrong(folder)
    let persons = Dictionary(
      uniqueKeysWithValues: try Self.rows(folder, "corpus/labels.csv").rows.map {
        ($0["booking_id"] ?? "", $0["person_id"] ?? "")
      })
    let owners = Dictionary(
      uniqueKeysWithValues: try Self.rows(folder, "corpus/record_labels.csv").rows.map {
        ($0["record_id"] ?? "", $0["person_ids"] ?? "")
      })
    let links = Dictionary(
      grouping: try Self.rows(folder, decider.rawValue + "/links.csv").rows
        .filter { $0["decision"] == "link" }, by: { $0["left_id"] ?? "" })
    let own = try Self.flagged(folder.appendingPathComponent(decider.rawValue))
      .intersection(wrong)
      .filter { booking in
        links[booking]?.allSatisfy { owners[$0["right_id"] ?? ""] == persons[booking] } ?? false
      }
    #expect(!own.isEmpty)
    #expect((row.removed?.count ?? 0) >= own.count)
  }

  @Test(arguments: Decider.allCases)
  func theSectionsReconcile(decider: Decider) throws {
    let report = try Self.report(decider)
    let counts = report.pairwise.counts
    let missed = try #require(report.missed)
    let budget = try #require(report.lossBudget)
    #expect(missed.pairs.reduce(0) { $0 + $1.share.count } == counts.falseNegatives)
    #expect(
      missed.bookings.reduce(0) { $0 + $1.share.count } == report.identification.fnir.count)
    #expect(
      missed.flags?.reduce(0) { $0 + $1.share.count }
        == report.flags.measured?.missedFlagRate.count)
    #expect(budget.missedPairs.reduce(0) { $0 + $1.share.count } == counts.falseNegatives)
    #expect(budget.falseLinks.reduce(0) { $0 + $1.share.count } == counts.falsePositives)
    #expect(budget.knowsCleanValues)
    let pairs = try #require(report.blocking.pairCompleteness)
    let blocked = missed.pairs.first { $0.code == .blockedAway }
    // Rules that are not met leave a pair out, not the blocking that follows from them.
    #expect(blocked?.share.count == (decider == .rules ? 0 : pairs.total - pairs.count))
    let wrong = try #require(report.flags.measured?.wrongFlagRate.count)
    let sets = try #require(report.remedySets)
    #expect(
      sets.wrongFlags == wrong
        && sets.smallest.reduce(0) { $0 + $1.wrongFlags } + sets.irreducible.count == wrong)
    #expect(report.remedies.prefix(7).map(\.code) == Repair.allCases.map(\.rawValue))
  }

  @Test func threadsChangeNothing() throws {
    var one = try Self.report(.model, ["--threads", "1"])
    var all = try Self.report(.model)
    // The command itself is part of a report.
    (one.source, all.source) = (nil, nil)
    #expect(one == all)
  }

  @Test func aLogOfOtherFilesIsRefused() throws {
    let folder = try Self.folder.get()
    let other = folder.appendingPathComponent("mixed")
    try FileManager.default.copyItem(at: folder.appendingPathComponent("corpus"), to: other)
    let log = other.appendingPathComponent("corruption_log.csv")
    let text = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    // The last change of the first row is said to have given another value than the file has.
    let place = try #require(
      text.indices.dropFirst().first { index in
        !text[index].contains("\"")
          && text.filter { $0.hasPrefix(Self.start(of: text[index])) }.count == 1
      })
    var cells = Self.cells(text[place])
    cells[4] = "SOMETHING ELSE"
    var lines = text.map(String.init)
    lines[place] = cells.joined(separator: ",")
    try lines.joined(separator: "\n")
      .write(to: log, atomically: true, encoding: .utf8)
    let outcome = try Program.run(
      ["audit", "rules", "--corpus", "mixed", "--repairs"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("Line \(place + 1) of"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("SOMETHING"), "no cell stands in a message")
  }

  /// Table, row and field of a row of the log.
  private static func start(of line: Substring) -> String {
    cells(line).prefix(3).joined(separator: ",") + ","
  }

  // MARK: - By hand

  static func flagged(_ run: URL) throws -> Set<String> {
    Set(try rows(run, "flags.csv").rows.compactMap { $0["booking_id"] })
  }

  static func wrong(_ folder: URL) throws -> Set<String> {
    Set(
      try rows(folder, "corpus/labels.csv").rows.filter { $0["flaggable_at_arrest"] == "false" }
        .compactMap { $0["booking_id"] })
  }

  /// What is undone in a copy of a file.
  private enum Undoing {
    case nothing
    /// Errors, but not the mixing of persons.
    case errors
    /// The mixing of persons; and all records of a person show one status.
    case mixing
  }

  /// Copies a file of the corpus, with its changes undone from the last to the first.
  private static func copy(
    _ table: String, undoing: Undoing, to name: String, in folder: URL
  ) throws {
    var file = try rows(folder, "corpus/\(table).csv")
    let id = table == "bookings" ? "booking_id" : "record_id"
    let log = try rows(folder, "corpus/corruption_log.csv").rows.filter { $0["table"] == table }
    let places = Dictionary(uniqueKeysWithValues: file.rows.enumerated().map { ($1[id] ?? "", $0) })
    func cell(_ change: [String: String]) -> String {
      (change["row_id"] ?? "") + (change["field"] ?? "")
    }
    let mixing = log.filter { $0["operator"] == "merged_file" }
    let mixedNames = Set(
      mixing.filter { ($0["field"] ?? "").hasSuffix("name") }.compactMap { $0["row_id"] })
    let following = log.filter {
      $0["operator"] == "follows_name_parts" && mixedNames.contains($0["row_id"] ?? "")
    }
    let mixed = Set((mixing + following).map(cell))
    var stopped: Set<String> = []
    for change in log.reversed() where undoing != .nothing {
      let isMixed = mixed.contains(cell(change))
      if undoing == .mixing && !isMixed { continue }
      if undoing == .errors, isMixed,
        ["merged_file", "follows_name_parts"].contains(change["operator"])
      {
        stopped.insert(cell(change))
      }
      guard !stopped.contains(cell(change)), let place = places[change["row_id"] ?? ""] else {
        continue
      }
      #expect(file.rows[place][change["field"] ?? ""] == change["dirty"])
      file.rows[place][change["field"] ?? ""] = change["clean"]
    }
    if undoing == .mixing { try join(&file.rows, folder) }
    try write(file, to: name, in: folder)
  }

  /// Writes a table, every cell quoted.
  static func write(
    _ file: (header: [String], rows: [[String: String]]), to name: String, in folder: URL
  ) throws {
    let lines =
      [file.header.joined(separator: ",")]
      + file.rows.map { row in
        file.header.map {
          "\"" + (row[$0] ?? "").replacingOccurrences(of: "\"", with: "\"\"") + "\""
        }.joined(separator: ",")
      }
    try lines.joined(separator: "\n").write(
      to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  /// All records of a person show the latest status among them that was true on its day.
  private static func join(_ records: inout [[String: String]], _ folder: URL) throws {
    let labels = Dictionary(
      uniqueKeysWithValues: try rows(folder, "corpus/record_labels.csv").rows.map {
        ($0["record_id"] ?? "", $0)
      })
    func first(_ text: String?) -> String { (text ?? "").components(separatedBy: ";")[0] }
    let persons = Dictionary(grouping: records.indices) {
      first(labels[records[$0]["record_id"] ?? ""]?["person_ids"])
    }
    let columns = [
      "status_as_recorded", "as_of", "last_update", "coa", "naturalization_date", "certificate_no",
      "order_date", "order_vacated_date", "admitted_until", "parent_naturalization_date",
    ]
    for own in persons.values {
      let right = own.filter {
        let label = labels[records[$0]["record_id"] ?? ""]
        return records[$0]["status_as_recorded"] == first(label?["true_status_at_as_of"])
      }
      let latest = right.max {
        let keys = [$0, $1].map { row in
          ["as_of", "last_update", "record_id"].map { records[row][$0] ?? "" }
        }
        return keys[0].lexicographicallyPrecedes(keys[1])
      }
      guard let latest else { continue }
      for row in own { for column in columns { records[row][column] = records[latest][column] } }
    }
  }

  static func rows(
    _ folder: URL, _ name: String
  ) throws -> (header: [String], rows: [[String: String]]) {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(separator: "\n").map(cells)
    let header = lines.first ?? []
    return (header, lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) })
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
