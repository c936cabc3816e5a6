import Foundation
import ScrupleRecords
import Testing

@testable import ScrupleFormats

@Suite struct LimitTests {
  let scratch = Scratch()

  @Test(arguments: [(9, true), (10, true), (11, false)])
  func cellsUpToTheLimitAreRead(length: Int, isRead: Bool) {
    var options = ReadOptions()
    options.maximumFieldBytes = 10
    let cell = String(repeating: "x", count: length)
    for text in [
      "a,b\n1, \(cell) \n", "a,b\n1, \"\(cell)\" \n", "a,b\n1,\"\(cell)\"", "a,b\n\(cell),1\n",
      "{\"a\": \"\(cell)\"}\n",
    ] {
      for window in [64, 1 << 18] {
        options.windowBytes = window
        let error = scratch.error(text, options)
        #expect((error == nil) == isRead)
        guard let error, case .limit(.fieldBytes, 10, _) = error else {
          #expect(isRead)
          continue
        }
      }
    }
  }

  @Test(arguments: [(4, true), (5, true), (6, false)])
  func columnsUpToTheLimitAreRead(count: Int, isRead: Bool) {
    var options = ReadOptions()
    options.maximumColumns = 5
    let names = (0..<count).map { "c\($0)" }
    #expect((scratch.error(names.joined(separator: ",") + "\n", options) == nil) == isRead)
    let object = "{" + names.map { "\"\($0)\":1" }.joined(separator: ",") + "}\n"
    #expect((scratch.error(object, options) == nil) == isRead)
  }

  @Test func aHundredThousandColumnsAreRefused() {
    let header = (0..<100_000).map { "c\($0)" }.joined(separator: ",")
    guard case .limit(.columns, 4096, _) = scratch.error(header + "\n") else {
      Issue.record("not refused")
      return
    }
  }

  @Test(arguments: [(2, true), (3, true), (4, false)])
  func rowsUpToTheLimitAreRead(count: Int, isRead: Bool) {
    var options = ReadOptions()
    options.maximumRows = 3
    let rows = String(repeating: "1,2\n", count: count)
    #expect((scratch.error("a,b\n" + rows, options) == nil) == isRead)
    let objects = String(repeating: "{\"a\":1}\n", count: count)
    #expect((scratch.error(objects, options) == nil) == isRead)
  }

  @Test(arguments: [(99, true), (100, true), (101, false)])
  func recordsUpToTheLimitAreRead(length: Int, isRead: Bool) {
    var options = ReadOptions()
    options.maximumRecordBytes = 100
    let cell = String(repeating: "x", count: length - 2)
    for text in ["a,b\n\(cell),1\n", "a,b\n\(cell),1", "a,b\n1,2\n\(cell),1\r\n3,4\n"] {
      #expect((scratch.error(text, options) == nil) == isRead, "\(length)")
    }
  }

  @Test func anEndlessCellStopsAtTheLimitInBoundedMemory() {
    let long = [UInt8](repeating: 0x61, count: 3 << 20)
    for head in ["a,b\n1,\"", "a,b\n1,"] {
      var options = ReadOptions()
      options.maximumRecordBytes = 2 << 20
      guard case .limit(.fieldBytes, _, let place) = scratch.error(Array(head.utf8) + long, options)
      else {
        Issue.record("not refused")
        continue
      }
      #expect(place.line == 2)
    }
  }
}

@Suite struct RejectTests {
  let scratch = Scratch()

  private func read(_ bytes: [UInt8], window: Int = 1 << 18) throws -> (ReadResult, [RejectedRow]) {
    var rejected: [RejectedRow] = []
    var options = ReadOptions()
    options.windowBytes = window
    let result = try scratch.read(bytes, options) { rejected.append($0) }
    return (result, rejected)
  }

  @Test func badRowsAreLeftOutVerbatimAndCounted() throws {
    let rows: [[UInt8]] = [
      Array("1,a\n".utf8), Array("2\n".utf8), Array("3,b,c\r\n".utf8), Array("4,x\"y\n".utf8),
      Array("5,\"x\"y\n".utf8), [0x36, 0x2C, 0xFF, 0x0A], [0x37, 0x2C, 0, 0x0A],
      Array("8,\"ok\nok\"\n".utf8), Array("9,\"open\n".utf8), Array("10,z\n".utf8),
    ]
    for window in [64, 1 << 18] {
      let (result, rejected) = try read(Array("id,v\n".utf8) + rows.flatMap { $0 }, window: window)
      #expect(result.table.text == [["1", "a"], ["8", "ok\nok"], ["10", "z"]])
      #expect(rejected.map(\.bytes) == [1, 2, 3, 4, 5, 6, 8].map { rows[$0] })
      #expect(rejected.map(\.firstLine) == [3, 4, 5, 6, 7, 8, 11])
      #expect(
        rejected.map(\.fault.code) == [
          "ragged-row", "ragged-row", "bare-quote", "text-after-quote", "invalid-utf8",
          "zero-byte", "unbalanced-quote",
        ])
      #expect(result.rowsIn == 10)
      #expect(result.rowsIn == result.rowsAccepted + result.rowsRejected)
      #expect(result.rejections["ragged-row"] == 2)
      #expect((0..<3).map { result.rowLines.line(ofRow: $0) } == [2, 9, 12])
      let values = try #require(result.table.column(named: "v"))
      #expect(values.dictionary.count == 4, "a rejected cell left a trace")
    }
  }

  @Test func acceptedAndRejectedRowsTogetherAreTheWholeFile() throws {
    var random = SplitMix(state: 77)
    let letters: [UInt8] = Array("ab,,\"\"\n\n\r 1".utf8) + [0, 0xFF]
    for trial in 0..<3_000 {
      var bytes = Array("h,i\n".utf8)
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        bytes.append(letters.randomElement(using: &random) ?? 0x61)
      }
      let (result, rejected) = try read(bytes, window: trial % 2 == 0 ? 64 : 1 << 18)
      #expect(result.rowsRejected == rejected.count)
      #expect(rejected.allSatisfy { !$0.bytes.isEmpty })
      let (other, otherRejected) = try read(bytes, window: trial % 2 == 0 ? 1 << 18 : 64)
      #expect(other.table.text == result.table.text)
      #expect(otherRejected == rejected, "trial \(trial): \(bytes)")
      if rejected.isEmpty {
        #expect(
          NaiveDelimited.table(bytes, delimiter: 0x2C).map { Array($0.dropFirst()) }
            == result.table.rows)
      }
    }
  }

  @Test func rejectedRowsOfAnotherEncodingKeepTheirBytes() throws {
    let bad: [UInt8] = [0x31, 0x2C, 0xE9, 0x2C, 0x80, 0x0A]
    var rejected: [RejectedRow] = []
    let result = try scratch.read(
      Array("a,b\n".utf8) + bad, ReadOptions(encoding: .windows1252)
    ) { rejected.append($0) }
    #expect(result.table.rowCount == 0)
    #expect(rejected.map(\.bytes) == [bad])
  }
}

@Suite struct IdentifierTests {
  let scratch = Scratch()

  private func error(_ text: String) throws -> FormatError? {
    let result = try scratch.read(text)
    do {
      try result.requireUniqueIdentifiers(in: result.table.columns[0])
      return nil
    } catch { return error }
  }

  @Test func aRepeatedIdentifierIsReportedWithBothLines() throws {
    let found = try error("id,a\n1,\"x\ny\"\n2,b\n1,c\n2,d\n")
    guard case .repeatedIdentifier(let place, let first, let count) = found else {
      Issue.record("not found")
      return
    }
    #expect(place.line == 5)
    #expect(place.column == "id")
    #expect(first == 2)
    #expect(count == 2)
  }

  @Test func anEmptyIdentifierIsReportedWithItsLine() throws {
    guard case .emptyIdentifier(let place, let count) = try error("id,a\n1,x\n,y\n\"\",z\n")
    else {
      Issue.record("not found")
      return
    }
    #expect(place.line == 3)
    #expect(count == 2)
    #expect(try error("id,a\n1,x\n2,x\n") == nil)
  }
}
