import Foundation
import ScrupleRecords
import Testing

@testable import ScrupleFormats

@Suite struct SnifferTests {
  let scratch = Scratch()

  @Test(arguments: [
    ("a;b\n1,5;2\n", Delimiter.semicolon), ("a\tb,c\n1\t2,3\n", .comma),
    ("a,b,c\n1;2,3,4\n", .comma), ("a|b\n1|x,y\n", .pipe),
    ("a;\"b,c,d\"\n1;2\n", .semicolon), ("a,b\n\"x;y\nz;w\",2\n", .comma), ("a\n1\n", .comma),
  ])
  func theDelimiterThatCutsEvenlyIsChosen(text: String, wanted: Delimiter) throws {
    let result = try? scratch.read(text)
    let guess = Array(text.utf8).withUnsafeBufferPointer { FormatSniffer.delimiter(of: $0) }
    #expect(guess.delimiter == wanted)
    if let result {
      #expect(result.sniffed.delimiter == wanted)
      #expect(result.sniffed.isDelimiterGuessed)
    }
  }

  @Test func doubtIsSaid() throws {
    let result = try scratch.read("a;b,c\n1;2,3\n")
    #expect(
      result.warnings.contains(.ambiguousDelimiter(chosen: .comma, others: [.semicolon])))
    #expect(try scratch.read("a\n1\n").warnings.contains(.singleColumn))
  }
}

@Suite struct JSONLinesTests {
  let scratch = Scratch()

  @Test func flatObjectsBecomeRows() throws {
    let text = """
      {"id": "1", "name": "Jos\\u00e9 \\"Q\\"", "ok": true, "n": -1.5e3}

      {"name": "\\ud83d\\ude00", "id": 2, "alias": ["a", "b", null, 3]}\r
      {"id": null}
      """
    let result = try scratch.read(text)
    #expect(result.sniffed.format == .jsonLines)
    #expect(result.table.columns.map(\.name) == ["id", "name", "ok", "n", "alias"])
    #expect(
      result.table.text == [
        ["1", "José \"Q\"", "true", "-1.5e3", ""], ["2", "😀", "", "", "a\u{1F}b\u{1F}3"],
        ["", "", "", "", ""],
      ])
    #expect(result.blankLines == 1)
    #expect(result.rowLines.line(ofRow: 1) == 3)
  }

  @Test(arguments: [
    ("{\"a\":{}}", "nested-json"), ("{\"a\":[[1]]}", "nested-json"),
    ("{\"a\":[{}]}", "nested-json"),
    ("{\"a\":01}", "invalid-json"), ("{\"a\":1,}", "invalid-json"), ("{\"a\":1} x", "invalid-json"),
    ("{\"a\":\"x", "invalid-json"), ("{\"a\" 1}", "invalid-json"), ("{a:1}", "invalid-json"),
    ("{\"a\":tru}", "invalid-json"), ("{\"a\":\"\\q\"}", "invalid-json"), ("{", "invalid-json"),
    ("{\"a\":\"\\ud800\"}", "invalid-utf8"), ("{\"a\":\"\\ud800\\u0041\"}", "invalid-utf8"),
    ("{\"a\":\"\\u0000\"}", "zero-byte"), ("{\"a\":1,\"a\":2}", "repeated-key"),
    ("{\"a\":1,\" A\":2}", "repeated-key"), ("{\"\":2}", "repeated-key"),
    ("{\"a\":[\"x\\u001f\"]}", "separator-in-value"), ("{\"a\":-}", "invalid-json"),
    ("{\"a\":1.}", "invalid-json"), ("{\"a\":1e}", "invalid-json"), ("3", "invalid-json"),
  ])
  func malformedLinesAreRefusedAndRejected(line: String, code: String) throws {
    guard case .row(let fault, let place, _) = scratch.error("{\"a\":1}\n\(line)\n") else {
      Issue.record("read: \(line)")
      return
    }
    #expect(fault.code == code)
    #expect(place.line == 2)
    var rejected: [RejectedRow] = []
    let result = try scratch.read(Array("{\"a\":1}\n\(line)\n{\"a\":2}".utf8)) {
      rejected.append($0)
    }
    #expect(result.table.text == [["1"], ["2"]])
    #expect(rejected.map(\.bytes) == [Array("\(line)\n".utf8)])
  }

  @Test func everyTruncationEndsWithoutCrash() {
    let text = Array(
      "{\"a\":\"é\\u00e9\\ud83d\\ude00\",\"b\":[1,true,null,\"x\"],\"c\":-1.5e+3}".utf8)
    for length in 1..<text.count { #expect(scratch.error(Array(text.prefix(length))) != nil) }
    #expect(scratch.error(text) == nil)
  }
}

@Suite struct GzipTests {
  let scratch = Scratch()

  @Test func theSizeOfTheTextIsToldBeforeReading() {
    let text = "id,name\n" + (1...2_000).map { "\($0),x\n" }.joined()
    let packed = gzipCompressed(Array(text.utf8))
    #expect(InputSize.bytes(of: scratch.file(Array(text.utf8))) == text.utf8.count)
    #expect(InputSize.bytes(of: scratch.file(packed)) == text.utf8.count)
    #expect(InputSize.bytes(of: "-") == nil)
    #expect(InputSize.bytes(of: "/nowhere/at/all") == nil)
    #expect(InputSize.bytes(of: "/dev/null") == nil)
  }

  @Test func gzipReadsLikeThePlainFile() throws {
    var text = "id,name\n"
    for row in 0..<30_000 { text += "\(row),name \(row % 77)\n" }
    let plain = try scratch.read(text)
    let packed = gzipCompressed(Array(text.utf8))
    let result = try scratch.read(packed)
    #expect(result.sniffed.isCompressed)
    #expect(result.table.text == plain.table.text)
    #expect(result.byteCount == packed.count)
    #expect(result.sha256 == SHA256Digest.hexadecimal(of: packed))
    let members = gzipCompressed(Array("id,name\n1,".utf8)) + gzipCompressed(Array("x\n".utf8))
    #expect(try scratch.read(members + [0, 0, 0]).table.text == [["1", "x"]])
  }

  @Test func everyTruncationAndDamageIsRefused() {
    let packed = gzipCompressed(Array("id,name\n1,x\n2,y\n".utf8))
    for length in 2..<packed.count {
      let error = scratch.error(Array(packed.prefix(length)))
      #expect(error == .damagedGzip(file: scratch.path + "/in.csv"))
    }
    var damaged = packed
    damaged[packed.count - 6] ^= 1
    #expect(scratch.error(damaged) != nil)
    #expect(scratch.error(packed + [1, 2, 3]) != nil)
  }

  @Test func bombsAreStopped() {
    let bomb = gzipCompressed([UInt8](repeating: 0x61, count: 20 << 20))
    guard case .limit(.expansionRatio, 200, _) = scratch.error(bomb) else {
      Issue.record("not stopped")
      return
    }
    let text = Array("id,name\n1,xyz\n".utf8)
    for (limit, isRead) in [(text.count - 1, false), (text.count, true), (text.count + 1, true)] {
      var options = ReadOptions()
      options.maximumExpandedBytes = limit
      #expect((scratch.error(gzipCompressed(text), options) == nil) == isRead)
    }
  }

  @Test func digestsAreThoseOfTheStandard() throws {
    // FIPS 180-4 examples, as published by NIST.
    #expect(
      SHA256Digest.hexadecimal(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(SHA256Digest.hexadecimal(of: []) == empty)
    #expect(try SHA256Digest.hexadecimal(ofFile: scratch.file([])) == empty)
    #expect(try scratch.read("abc").sha256 == SHA256Digest.hexadecimal(of: Array("abc".utf8)))
  }
}
