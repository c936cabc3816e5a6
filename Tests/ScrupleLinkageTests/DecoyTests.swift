import Foundation
import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleFormats
import ScrupleMadeUpRecords
import ScrupleRecords
import ScrupleScratchFolders
import Testing

/// Files of made-up people on disk, and their decoys.
private struct DecoyedFiles {
  let folder: URL
  let files: SourceFiles
  let decoys: DecoyFiles

  init(
    _ people: MadeUpPeople, count: Int, sides: DecoyFiles.Sides = .both, seed: UInt64 = 1,
    threads: Int = 1, withIds: Bool = true
  ) throws {
    folder = try ScratchFolders.make()
    for (name, table) in [("a.csv", people.left), ("b.csv", people.right)] {
      var writer = DelimitedWriter()
      let columns = table.columns.filter { withIds || $0.name != "id" }
      writer.row(columns.map(\.name))
      for row in 0..<table.rowCount {
        writer.row(columns.map { $0.dictionary.text(of: $0.codes[row]) })
      }
      try Data(writer.bytes).write(to: folder.appendingPathComponent(name))
    }
    let parallelism = Parallelism(threadCount: threads)
    files = try SourceFiles.read(
      left: folder.appendingPathComponent("a.csv").path,
      right: folder.appendingPathComponent("b.csv").path,
      specification: withIds ? MadeUpRun.specification : nil, parallelism: parallelism)
    decoys = try DecoyFiles(
      files, specification: files.specification, count: count, sides: sides, seed: seed,
      parallelism: parallelism)
  }

  func bytes(_ side: DecoyFiles.Side) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try decoys.write(side) { bytes += $0 }
    return bytes
  }

  func rows(_ side: DecoyFiles.Side) throws -> [[String]] {
    let path = folder.appendingPathComponent(side.name + "-copy.csv")
    try Data(bytes(side)).write(to: path)
    let table = try RecordReader.read(path: path.path).table
    return (0..<table.rowCount).map { row in
      table.columns.map { $0.dictionary.text(of: $0.codes[row]) }
    }
  }
}

@Suite struct DecoyTests {
  static let people = MadeUpPeople(seed: 4, leftCount: 300, rightCount: 400, matchCount: 120)

  @Test func realRowsStayAndDecoysAreAdded() throws {
    let made = try DecoyedFiles(Self.people, count: 50)
    for (side, table) in [
      (made.decoys.left, Self.people.left), (made.decoys.right, Self.people.right),
    ] {
      let rows = try made.rows(side)
      let real = rows.filter { !$0[0].hasPrefix(DecoyFiles.idPrefix) }
      #expect(rows.count == table.rowCount + 50)
      #expect(Set(real) == Set(table.cellRows) && real.count == table.rowCount)
      #expect(Set(rows.map { $0[0] }).count == rows.count)
      let places = rows.indices.filter { rows[$0][0].hasPrefix(DecoyFiles.idPrefix) }
      #expect(places.first ?? .max < rows.count / 4, "decoys stand at the end")
    }
  }

  @Test func aDecoyIsNobodyAndIsMadeOfValuesOfItsFile() throws {
    let made = try DecoyedFiles(Self.people, count: 100)
    let header = MadeUpPeople.header
    let (given, surname, birth, ssn) = (1, 2, 3, 4)
    #expect(header[given] == "given_name" && header[birth] == "date_of_birth")
    let both = Self.people.left.cellRows + Self.people.right.cellRows
    let persons = Set(both.map { [$0[given], $0[surname], $0[birth]] })
    let numbers = Set(both.map { $0[ssn] })
    for (side, table) in [
      (made.decoys.left, Self.people.left), (made.decoys.right, Self.people.right),
    ] {
      let own = table.cellRows
      for row in try made.rows(side) where row[0].hasPrefix(DecoyFiles.idPrefix) {
        #expect(!persons.contains([row[given], row[surname], row[birth]]))
        #expect(row[ssn].isEmpty || !numbers.contains(row[ssn]))
        for column in [given, surname, birth] {
          #expect(own.contains { $0[column] == row[column] }, "column \(column)")
        }
      }
    }
  }

  @Test func theSameSeedMakesTheSameBytesOnAnyNumberOfThreads() throws {
    let one = try DecoyedFiles(Self.people, count: 30)
    let other = try DecoyedFiles(Self.people, count: 30, threads: 3)
    let third = try DecoyedFiles(Self.people, count: 30, seed: 2)
    #expect(try one.bytes(one.decoys.right) == other.bytes(other.decoys.right))
    #expect(try one.bytes(one.decoys.right) != third.bytes(third.decoys.right))
    #expect(one.decoys.key == other.decoys.key)
  }

  @Test func filesWithoutIdsGetThem() throws {
    let made = try DecoyedFiles(Self.people, count: 20, sides: .right, withIds: false)
    #expect(made.decoys.right.idColumn == DecoyFiles.addedIdColumn)
    let rows = try made.rows(made.decoys.right)
    let ids = rows.map { $0[0] }.filter { !$0.hasPrefix(DecoyFiles.idPrefix) }.compactMap {
      Int($0)
    }
    #expect(ids.sorted() == Array(1...400))
    #expect(made.decoys.left.decoys.isEmpty)
  }

  @Test func filesThatHoldDecoysAreRefused() throws {
    let made = try DecoyedFiles(Self.people, count: 5, sides: .right)
    let copy = made.folder.appendingPathComponent("again.csv")
    try Data(made.bytes(made.decoys.right)).write(to: copy)
    let files = try SourceFiles.read(
      left: made.folder.appendingPathComponent("a.csv").path, right: copy.path,
      specification: MadeUpRun.specification, parallelism: Parallelism(threadCount: 1))
    #expect(throws: LabelSampleError.decoysAlready(source: copy.path)) {
      try DecoyFiles(
        files, specification: files.specification, count: 5, sides: .right, seed: 1,
        parallelism: Parallelism(threadCount: 1))
    }
  }

  @Test func personsThatCannotBeNewAreNotMade() throws {
    let header = ["id", "given_name", "surname", "date_of_birth"]
    let rows = (0..<9).map { ["\($0)", "ANA", "LEE", "1980-01-02"] }
    let table = RecordTable(header, rows, source: "same.csv")
    let file = try ScratchFolders.make().appendingPathComponent("same.csv")
    try
      (([header] + table.cellRows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n")
      .write(to: file, atomically: true, encoding: .utf8)
    let files = try SourceFiles.read(
      left: file.path, right: file.path, specification: nil,
      parallelism: Parallelism(threadCount: 1))
    #expect(throws: LabelSampleError.noDecoyPossible(source: file.path)) {
      try DecoyFiles(
        files, specification: files.specification, count: 3, sides: .right, seed: 1,
        parallelism: Parallelism(threadCount: 1))
    }
  }

  /// A careless matcher: surname and year of birth agree.
  @Test func theEstimateCoversTheShareOfFalseLinksAmongStrangers() throws {
    let people = MadeUpPeople(seed: 9, leftCount: 1_500, rightCount: 3_000, matchCount: 150)
    let truth = people.matchingIds
    func key(_ row: [String]) -> [String] { [row[2], String(row[3].prefix(4))] }
    var covered = 0
    for seed in 1...20 {
      let made = try DecoyedFiles(people, count: 1_000, sides: .right, seed: UInt64(seed))
      let left = Dictionary(grouping: people.left.cellRows, by: key)
      var (links, wrong) = (0, 0)
      var perDecoy: [Int] = []
      for row in try made.rows(made.decoys.right) {
        let mates = left[key(row)] ?? []
        if row[0].hasPrefix(DecoyFiles.idPrefix) {
          if !mates.isEmpty { perDecoy.append(mates.count) }
        } else {
          links += mates.count
          wrong += mates.count { truth[$0[0]] != row[0] }
        }
      }
      let side = DecoySide(
        side: "right", rows: 3_000, decoys: 1_000, perDecoy: perDecoy, links: links, level: 0.95)
      let share = Double(wrong) / Double(links)
      if side.shareLower <= share && share <= side.shareUpper { covered += 1 }
    }
    #expect(covered >= 18, "\(covered) of 20")
  }
}
