import Foundation
import ScrupleExecution
import ScrupleMadeUpRecords
import Testing

@testable import Scruple

struct LinksTableTests {
  @Test func everyLinkIsARowUnderOneHeader() throws {
    let result = try MadeUpRun.result.get()
    let lines = try result.table().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    #expect(lines.count == result.links.count + 2)
    #expect(
      lines[0]
        == "left_id,right_id,match_weight,match_probability,decision,blocking_rule,given_name,"
        + "surname,birth_date,ssn,sex_if_given_name_agrees,sex_otherwise,address")
    for (line, link) in zip(lines.dropFirst(), result.written) {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(cells.count == 13)
      #expect([cells[0], cells[1]] == link.ids)
      #expect(abs((Double(cells[2]) ?? .nan) - link.weight) <= 0.000_05)
      #expect(cells[4] == link.decision.rawValue)
    }
  }
}

extension LinksTableTests {
  /// Many waves of pieces, from one link a piece to all in one.
  @Test(arguments: [1, 3, 7, 100_000], [1, 3])
  func piecesAndThreadsChangeNeitherBytesNorDigest(linksPerPiece: Int, threads: Int) throws {
    let result = try MadeUpRun.result.get()
    #expect(result.links.count > 8 * 7)
    var table = LinksTable(result: result)
    table.linksPerPiece = linksPerPiece
    var bytes: [UInt8] = []
    let digest = try table.write(parallelism: Parallelism(threadCount: threads)) { bytes += $0 }
    #expect(String(decoding: bytes, as: UTF8.self) == (try result.table()))
    var expected = LinksDigest()
    for link in result.written.reversed() {
      expected.add(row: Array("\(link.ids[0]),\(link.ids[1]),\(link.decision.rawValue)\n".utf8))
    }
    #expect(digest == expected)
  }

  @Test(arguments: [1, 2, 30])
  func aSinkThatFailsIsHandedNothingMore(failing: Int) throws {
    struct DiskFull: Error {}
    var table = LinksTable(result: try MadeUpRun.result.get())
    table.linksPerPiece = 2
    var taken = 0
    #expect(throws: DiskFull.self) {
      try table.write(parallelism: Parallelism(threadCount: 2)) { _ in
        taken += 1
        if taken == failing { throw DiskFull() }
      }
    }
    #expect(taken == failing)
  }
}

struct FixedDecimalTests {
  private func text(_ value: Double, _ digits: Int) -> String {
    String(decoding: FixedDecimal.bytes(value, digits: digits), as: UTF8.self)
  }

  @Test(
    arguments: [
      (0, "0.0000"), (1, "1.0000"), (-1, "-1.0000"), (0.00004, "0.0000"), (-0.00004, "0.0000"),
      (-0.0, "0.0000"), (0.00006, "0.0001"), (-0.00006, "-0.0001"), (9.99996, "10.0000"),
      (0.5, "0.5000"), (123_456.789, "123456.7890"), (-38.25, "-38.2500"),
    ] as [(Double, String)])
  func aNumberHasFourDecimals(value: Double, expected: String) {
    #expect(text(value, 4) == expected)
  }

  @Test func theTextIsTheNearestOfItsLength() {
    var dice = Dice(seed: 1)
    for _ in 0..<20_000 {
      let value = Double.random(in: -1_000...1_000, using: &dice)
      let written = text(value, 6)
      #expect(written.split(separator: ".").last?.count == 6)
      #expect(abs((Double(written) ?? .nan) - value) <= 0.000_000_500_001, "\(value)")
    }
  }

  @Test func numbersThatAreTooLargeAreWrittenAsTheyAre() {
    #expect(text(1e300, 4) == "1e+300")
    #expect(text(.infinity, 4) == "inf")
  }
}
