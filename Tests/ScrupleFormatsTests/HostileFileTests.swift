import Foundation
import ScrupleRecords
import Testing

@testable import ScrupleFormats

@Suite struct HostileFileTests {
  let scratch = Scratch()
  private static let header = "id,first,last,dob\n"

  private func fault(_ bytes: [UInt8]) -> (RowFault, FormatPlace, String?)? {
    guard case .row(let fault, let place, let hint) = scratch.error(bytes) else { return nil }
    return (fault, place, hint)
  }

  private func row(_ middle: [UInt8]) -> [UInt8] {
    Array(Self.header.utf8) + Array("1,".utf8) + middle + Array("\n".utf8)
  }

  @Test(
    .enabled(if: SharedData.has("hostile_csv"), "shared/data/hostile_csv is not there"))
  func everyHostileFileGivesTheExpectedStatus() throws {
    let folder = SharedData.path + "/data/hostile_csv/"
    let expected = try RecordReader.read(path: folder + "EXPECTED.csv").table
    #expect(expected.rowCount >= 39)
    for row in expected.text {
      let judgedByIdentifier = ["bad_dup_id.csv", "bad_empty_id.csv"].contains(row[0])
      do {
        let result = try RecordReader.read(path: folder + row[0])
        if judgedByIdentifier {
          let column = try #require(result.table.column(named: "id"))
          #expect(throws: FormatError.self) {
            try result.requireUniqueIdentifiers(in: column)
          }
        } else {
          #expect(row[1] == "0" || row[0] == "bad_missing_column.csv", "\(row[0]) was read")
        }
      } catch let error as FormatError {
        #expect(row[1] == "2", "\(row[0]): \(error.message)")
        #expect(!error.isInputOutput)
      }
    }
  }

  @Test func zeroBytesAndBadUTF8AreFoundWithLineColumnAndByte() throws {
    for (bad, offset, wanted) in [
      ([0x41, 0, 0x6E], 21, RowFault.zeroByte), ([0x41, 0xFF, 0x61], 21, .invalidUTF8),
      ([0xC0, 0xAF, 0x61], 20, .invalidUTF8), ([0xED, 0xA0, 0x80], 20, .invalidUTF8),
    ] as [([UInt8], Int, RowFault)] {
      let found = try #require(fault(row(bad + Array(",G,1980-02-03".utf8))))
      #expect(found.0 == wanted)
      #expect(
        found.1
          == FormatPlace(
            file: scratch.path + "/in.csv", line: 2, columnNumber: 2, column: "first",
            byteOffset: offset))
    }
  }

  @Test func aCharacterCutOffAtTheEndIsSaidSo() throws {
    let found = try #require(fault(Array(Self.header.utf8) + Array("1,Ana,Garc".utf8) + [0xC3]))
    #expect(found.0 == .invalidUTF8)
    #expect(found.1.columnNumber == 3)
    #expect(found.2?.contains("cut off") == true)
  }

  @Test func otherEncodingsAndContainersAreNamed() {
    for (first, content) in [
      ([0xFF, 0xFE, 0x69, 0], .utf16), ([0xFE, 0xFF, 0, 0x69], .utf16),
      ([0xFF, 0xFE, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32),
      ([0x50, 0x4B, 0x03, 0x04], .zip), (Array("[{\"id\":1}]".utf8), .jsonArray),
    ] as [([UInt8], UnsupportedContent)] {
      #expect(
        scratch.error(first) == .unsupported(content, file: scratch.path + "/in.csv"))
    }
    #expect(scratch.error([0xFF, 0xFE, 0x69, 0])?.message.contains("iconv -f UTF-16") == true)
  }

  @Test func quoteFaultsNameTheRightLine() throws {
    let long = String(repeating: "1,Ana,Garcia,1980-02-03\n", count: 50)
    let open = try #require(fault(row(Array("\"Ana,Garcia,1980-02-03\n\(long)".utf8))))
    #expect(open.0 == .unbalancedQuote)
    #expect(open.1.line == 2)
    #expect(open.1.column == "first")
    #expect(fault(row(Array("\"Ana\"x,Garcia,d".utf8)))?.0 == .textAfterQuote)
    #expect(fault(row(Array("A\"na,Garcia,d".utf8)))?.0 == .bareQuote)
    let later = try #require(fault(row(Array("\"a\nb\",\"c\r\nd\",e\"f".utf8))))
    #expect(later.0 == .bareQuote)
    #expect(later.1.line == 4)
  }

  @Test func raggedRowsSayHowManyCells() {
    #expect(fault(row(Array("Ana,Garcia".utf8)))?.0 == .ragged(found: 3, expected: 4))
    #expect(fault(row(Array("Ana,Garcia,d,x".utf8)))?.0 == .ragged(found: 5, expected: 4))
  }

  @Test func headersWithEmptyOrRepeatedNamesAreRefusedWithoutQuotingThem() {
    let place = { FormatPlace(file: scratch.path + "/in.csv", line: 1, columnNumber: $0) }
    #expect(
      scratch.error("id,first,first,dob\n")
        == .header(.repeatedName(earlierColumn: 2), at: place(3)))
    let spaced = scratch.error("id,first, First ,dob\n")
    #expect(spaced == .header(.repeatedName(earlierColumn: 2), at: place(3)))
    #expect(spaced?.message.contains("First") == false)
    #expect(scratch.error("id,,last\n") == .header(.emptyName, at: place(2)))
    #expect(scratch.error("") == .noHeader(file: scratch.path + "/in.csv"))
    #expect(scratch.error("\n \n") == .noHeader(file: scratch.path + "/in.csv"))
  }

  @Test func wellFormedOdditiesAreRead() throws {
    let plain = [["1", "Ana", "Garcia", "1980-02-03"]]
    let line = "1,Ana,Garcia,1980-02-03"
    for text in [
      Self.header + line + "\n", "\u{FEFF}" + Self.header + line + "\n", Self.header + line,
      "id,first,last,dob\r\n\(line)\r\n", "id,first,last,dob\r\(line)\r",
      "id;first;last;dob\n1;Ana;Garcia;1980-02-03\n", "id|first|last|dob\n1|Ana|Garcia|1980-02-03",
      "id\tfirst\tlast\tdob\n1\tAna\tGarcia\t1980-02-03\n",
    ] {
      #expect(try scratch.read(text).table.text == plain)
    }
    #expect(try scratch.read(Self.header).table.rowCount == 0)
    #expect(try scratch.read(Self.header).warnings == [.noRows])
    #expect(try scratch.read("\u{FEFF}a,b\n").sniffed.hasByteOrderMark)
  }

  @Test func messagesNeverHoldTheContentOfACell() {
    for text in [
      "id,n\n1,Secret\"x\n", "id,n\n1,\"Secret\"x\n", "id,n\n1,\"Secret\n", "id,n\nSecret\n",
      "id,n\n1,Secret\u{0}\n", "{\"id\":\"Secret\"}\n{\"id\":Secret}\n",
    ] {
      let message = scratch.error(text)?.message ?? "read"
      #expect(message != "read")
      #expect(!message.contains("Secret"), "\(message)")
    }
  }

  @Test func controlCharactersInNamesAreEscapedInMessages() {
    let message = scratch.error("id,\u{1B}[31mred\n1,a\"b\n")?.message ?? ""
    #expect(message.contains("\\u{1b}[31mred"))
    #expect(!message.contains("\u{1B}"))
  }

  @Test func windows1252IsSuggestedAndRead() throws {
    let bytes =
      Array("id,name\n1,Mu".utf8) + [0xF1] + Array("oz\n2,O".utf8) + [0x92]
      + Array("Neil \n3,".utf8) + [0x80]
    #expect(fault(bytes)?.2?.contains("--encoding windows-1252") == true)
    let result = try scratch.read(bytes, ReadOptions(encoding: .windows1252))
    #expect(result.table.text == [["1", "Muñoz"], ["2", "O’Neil"], ["3", "€"]])
    let latin = try scratch.read(bytes, ReadOptions(encoding: .latin1))
    #expect(latin.table.text[1][1] == "O\u{92}Neil")
    let ragged = scratch.error(bytes + Array("\nx\n".utf8), ReadOptions(encoding: .windows1252))
    #expect(ragged?.place?.byteOffset == bytes.count + 1)
  }

  @Test func everyByteSurvivesTranscodingAndBack() throws {
    for encoding in [TextEncoding.windows1252, .latin1] {
      let coding = try #require(SingleByteEncoding(encoding))
      let bytes = (0...255).map { UInt8($0) }
      let text = [UInt8](unsafeUninitializedCapacity: 768) { buffer, count in
        guard let start = buffer.baseAddress else { return }
        count = bytes.withUnsafeBytes { coding.decode($0, to: start) }
      }
      #expect(text.withUnsafeBufferPointer { coding.encode($0) } == bytes)
      #expect(text.withUnsafeBufferPointer { SingleByteEncoding.originalCount(of: $0) } == 256)
      #expect(String(validating: text, as: UTF8.self) != nil)
    }
  }

  @Test func whatCannotBeOpenedIsSaid() {
    func error(_ path: String) -> FormatError? {
      do {
        _ = try RecordReader.read(path: path)
        return nil
      } catch { return error }
    }
    #expect(error("/nonexistent/x") == .unreadable(file: "/nonexistent/x", errorNumber: 2))
    #expect(error("/tmp") == .unreadable(file: "/tmp", errorNumber: 21))
    #expect(error("/dev/zero")?.message.contains("zero byte") == true)
    #expect(error("/dev/null") == .noHeader(file: "/dev/null"))
  }

  @Test func aFileThatGrowsWhileItIsReadIsRefused() throws {
    let path = scratch.file(Array("a,b\n1\n2,3\n".utf8))
    var found: FormatError?
    do {
      _ = try RecordReader.read(path: path) { _ in
        let handle = FileHandle(forWritingAtPath: path)
        handle?.seekToEndOfFile()
        handle?.write(Data("4,5\n".utf8))
        handle?.closeFile()
      }
    } catch { found = error }
    #expect(found == .changedWhileRead(file: path))
  }

  @Test func aPipeIsReadLikeAFile() throws {
    let path = scratch.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Thread {
      let handle = FileHandle(forWritingAtPath: path)
      handle?.write(Data("a,b\n1,2\n".utf8))
      handle?.closeFile()
    }
    writer.start()
    let result = try RecordReader.read(path: path)
    #expect(result.table.text == [["1", "2"]])
    #expect(result.byteCount == 8)
  }

  @Test(.enabled(if: SharedData.has("febrl"), "shared/data/febrl is not there"))
  func febrlFilesAreReadWithoutTheirBlanks() throws {
    for (name, rows) in [("dataset1", 1000), ("dataset4a", 5000), ("dataset4b", 5000)] {
      let result = try RecordReader.read(path: SharedData.path + "/data/febrl/\(name).csv")
      #expect(result.table.rowCount == rows)
      #expect(result.table.columns.map(\.name).contains("given_name"))
      #expect(result.sniffed.delimiter == .comma)
      let column = try #require(result.table.column(named: "rec_id"))
      try result.requireUniqueIdentifiers(in: column)
    }
  }
}
