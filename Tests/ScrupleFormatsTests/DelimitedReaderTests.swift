import Foundation
import ScrupleRecords
import Testing

@testable import ScrupleFormats

@Suite struct DelimitedReaderTests {
  let scratch = Scratch()

  private func options(window: Int = 1 << 18) -> ReadOptions {
    var options = ReadOptions(format: .delimited, delimiter: .comma)
    options.windowBytes = window
    return options
  }

  private func fast(_ bytes: [UInt8], window: Int) -> [[[UInt8]]]? {
    (try? scratch.read(bytes, options(window: window)))?.table.rows
  }

  @Test func agreesWithTheNaiveTwinOnTwentyThousandByteSoups() {
    var random = SplitMix(state: 2026)
    let letters: [UInt8] = Array("aab,,,\"\"\"\"\n\n\r  ;".utf8)
    var succeeded = 0
    for trial in 0..<20_000 {
      var bytes: [UInt8] = trial % 4 == 0 ? [] : Array("h,i\n".utf8)
      for _ in 0..<Int.random(in: 0...(trial % 10 == 0 ? 200 : 24), using: &random) {
        switch Int.random(in: 0..<160, using: &random) {
        case 0: bytes.append(0xFF)
        case 1: bytes.append(0)
        case 2...8: bytes += Array("é".utf8)
        default: bytes.append(letters.randomElement(using: &random) ?? 0x61)
        }
      }
      let naive = NaiveDelimited.table(bytes, delimiter: 0x2C).map { Array($0.dropFirst()) }
      succeeded += naive == nil ? 0 : 1
      let window = trial % 2 == 0 ? 64 : 1 << 18
      #expect(fast(bytes, window: window) == naive, "trial \(trial), bytes \(bytes)")
    }
    #expect(succeeded > 1_000, "only \(succeeded) soups were well-formed")
  }

  @Test func wellFormedTextsOfEveryAlignmentReadTheSameInTinyAndLargeWindows() throws {
    let tail = "1,\"a,\"\"b\r\nc\",é\r2, \"x\" ,\n3,,\"\"\r\n"
    for padding in 0..<140 {
      let text = "h,i,j\n" + String(repeating: "p", count: padding) + ",q,r\r\n" + tail
      let large = try scratch.read(text, options())
      let small = try scratch.read(text, options(window: 64))
      #expect(large.table.text == small.table.text)
      #expect(large.rowLines == small.rowLines)
      #expect(large.sniffed.lineEndings == small.sniffed.lineEndings)
      #expect(
        Array(large.table.text.suffix(3))
          == [["1", "a,\"b\r\nc", "é"], ["2", "x", ""], ["3", "", ""]])
    }
  }

  @Test func everyTruncationOfAValidFileEndsWithoutCrash() {
    let text = Array("\u{FEFF}id,\"na,me\",é\r\n1,\"a\"\"b\nc\",ü€😀\r2,x,y\n\n3, \"q\" ,z\n".utf8)
    for length in 0...text.count {
      let part = Array(text.prefix(length))
      let naive = NaiveDelimited.table(part, delimiter: 0x2C).map { Array($0.dropFirst()) }
      #expect(fast(part, window: 64) == naive, "length \(length)")
      #expect(fast(part, window: 1 << 18) == naive, "length \(length)")
    }
  }

  @Test func blanksAroundCellsAreDroppedAndBlanksInsideQuotesAreKept() throws {
    let result = try scratch.read("id , name\n 1 ,  Ann Lee  \n2, \" Bo \" \n")
    #expect(result.table.columns.map(\.name) == ["id", "name"])
    #expect(result.table.text == [["1", "Ann Lee"], ["2", " Bo "]])
  }

  @Test func blankLinesAreSkippedAndCounted() throws {
    let result = try scratch.read("\n  \nid,a\n\n1,x\n   \n2,y\n\n")
    #expect(result.table.text == [["1", "x"], ["2", "y"]])
    #expect(result.blankLines == 5)
    #expect(result.warnings.contains(.blankLines(count: 5)))
    #expect(result.rowLines.line(ofRow: 0) == 5)
    #expect(result.rowLines.line(ofRow: 1) == 7)
  }

  @Test func aQuotedEmptyCellAloneIsARow() throws {
    let result = try scratch.read("id\n\"\"\nx\n")
    #expect(result.table.text == [[""], ["x"]])
  }

  @Test func allLineEndingsAreCountedEach() throws {
    let result = try scratch.read("a,b\r1,2\n3,4\r\n5,6")
    #expect(result.table.rowCount == 3)
    #expect(
      result.sniffed.lineEndings
        == LineEndings(lineFeed: 1, carriageReturnLineFeed: 1, carriageReturn: 1))
    #expect(result.warnings.contains(.mixedLineEndings))
  }

  @Test func rowsBeginWhereTheLocatorSays() throws {
    let result = try scratch.read("a,b\n1,\"x\ny\r\nz\"\n2,q\n\n3,r\n")
    #expect((0..<3).map { result.rowLines.line(ofRow: $0) } == [2, 5, 7])
  }

  @Test func theStructuralIndexFindsWhatALoopFinds() {
    var random = SplitMix(state: 5)
    for length in 0..<300 {
      let text = (0..<length).map { _ in
        Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : 0x61
      }
      let padded = text + [UInt8](repeating: 0x22, count: 64)
      for delimiter: UInt8 in [0x2C, 0x09, 0x3B, 0x7C] {
        let wanted = text.indices.filter {
          text[$0] < 0x0E || text[$0] == 0x22 || text[$0] == delimiter
        }
        var index = StructuralIndex()
        defer { index.deallocate() }
        padded.withUnsafeBufferPointer {
          if let start = $0.baseAddress { index.fill(start, length: length, delimiter: delimiter) }
        }
        #expect((0..<index.count).map { Int(index.positions[$0]) } == wanted)
      }
    }
  }

  @Test func utf8IsValidExactlyWhereTheStandardLibrarySaysSo() {
    var random = SplitMix(state: 9)
    func check(_ bytes: [UInt8]) {
      let found = bytes.withUnsafeBufferPointer { buffer -> Int? in
        buffer.baseAddress.flatMap { firstInvalidUTF8($0, from: 0, to: buffer.count) }
      }
      let isValid = bytes.isEmpty || String(validating: bytes, as: UTF8.self) != nil
      #expect((found == nil) == isValid, "\(bytes)")
    }
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max { check([first, second]) }
    }
    let edges: [UInt8] = [
      0, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
      0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 3...12, using: &random)
      check((0..<count).map { _ in edges.randomElement(using: &random) ?? 0 })
    }
  }
}

@Suite struct ValueDictionaryBatchTests {
  @Test func batchesGiveTheCodesOfAnOrdinaryDictionary() {
    var random = SplitMix(state: 11)
    var values: [[UInt8]] = []
    for _ in 0..<60_000 {
      let length = Int.random(in: 0...40, using: &random)
      let letter = UInt8.random(in: 0x61...0x7A, using: &random)
      let tail = UInt8.random(in: 0...255, using: &random)
      values.append([UInt8](repeating: letter, count: length) + (length > 0 ? [tail] : []))
    }
    for number in 0..<20_000 { values.append(Array("unique \(number)".utf8)) }
    values.shuffle(using: &random)
    var wanted: [UInt32] = []
    var known: [[UInt8]: UInt32] = [[]: 0]
    for value in values {
      let code = known[value] ?? UInt32(known.count)
      known[value] = code
      wanted.append(code)
    }
    var single = ValueDictionary()
    #expect(values.map { value in value.withUnsafeBufferPointer { single.code(of: $0) } } == wanted)
    let arena = values.flatMap { $0 }
    var batch = ValueDictionary()
    var codes: [UInt32] = []
    arena.withUnsafeBufferPointer { bytes in
      var start = 0
      let spans = values.map { value in
        defer { start += value.count }
        return UnsafeBufferPointer(rebasing: bytes[start..<start + value.count])
      }
      spans.withUnsafeBufferPointer { batch.appendCodes(of: $0, to: &codes) }
    }
    #expect(codes == wanted)
    #expect(
      values.allSatisfy { value in
        value.withUnsafeBufferPointer { batch.existingCode(of: $0) } == known[value]
      })
    #expect(values.allSatisfy { batch.bytes(of: known[$0] ?? 0) == $0 })
  }
}
