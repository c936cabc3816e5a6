import Foundation
import ScrupleRecords
import Testing

@testable import ScrupleFormats

@Suite struct DelimitedWriterTests {
  @Test(arguments: [["a"], ["", ""], ["a,b", "\"", " c "], ["", "x"]])
  func cellsWrittenElsewhereAreTheSameCells(cells: [String]) {
    var elsewhere = DelimitedWriter()
    for cell in cells { elsewhere.append(cell) }
    for first in [[], ["first"], [""]] {
      var writer = DelimitedWriter()
      var expected = DelimitedWriter()
      for cell in first { writer.append(cell) }
      writer.append(written: elsewhere.bytes, count: cells.count)
      writer.endRow()
      expected.row(first + cells)
      #expect(writer.bytes == expected.bytes)
    }
  }

  let scratch = Scratch()

  @Test(arguments: Delimiter.allCases)
  func whatIsWrittenReadsBackTheSame(delimiter: Delimiter) throws {
    var random = SplitMix(state: 31)
    let pieces = [
      "a", "é", ",", ";", "\t", "|", "\"", "\n", "\r", " ", "😀", "=", "'", "\u{FEFF}", "b",
    ]
    for trial in 0..<300 {
      let width = Int.random(in: 1...5, using: &random)
      let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...6, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
          }.joined()
        }
      }
      var writer = DelimitedWriter(delimiter: delimiter)
      writer.row((0..<width).map { "c\($0)" })
      for row in rows { writer.row(row) }
      var options = ReadOptions(format: .delimited, delimiter: delimiter)
      options.windowBytes = trial % 2 == 0 ? 64 : 1 << 18
      let result = try scratch.read(writer.bytes, options)
      #expect(result.table.text == rows, "trial \(trial)")
    }
  }

  @Test func onlyCellsThatNeedQuotesGetThem() {
    var writer = DelimitedWriter()
    writer.row(["a b", "c,d", "e\"f", " g", "", "h;i"])
    #expect(writer.bytes == Array("a b,\"c,d\",\"e\"\"f\",\" g\",,h;i\n".utf8))
    writer.removeAll()
    writer.row([""])
    #expect(writer.bytes == Array("\"\"\n".utf8))
  }

  @Test func spreadsheetSafeCellsNeverBeginAsAFormula() throws {
    var writer = DelimitedWriter(isSpreadsheetSafe: true)
    let cells = ["=1", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx", "=a,\"b\"", "x=1", ""]
    writer.row(cells.indices.map { "c\($0)" })
    writer.row(cells)
    let result = try scratch.read(writer.bytes)
    #expect(
      result.table.text == [
        ["'=1", "'+1", "'-2+3", "'@SUM(A1)", "'\tx", "'\rx", "'=a,\"b\"", "x=1", ""]
      ])
  }
}

@Suite struct AtomicOutputTests {
  let scratch = Scratch()

  private func mode(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  private func caught(_ body: () throws(FormatError) -> Void) -> FormatError? {
    do {
      try body()
      return nil
    } catch { return error }
  }

  @Test func anOutputAppearsOnlyWhenItIsCommitted() throws {
    let path = scratch.path + "/out.csv"
    do {
      var output = try AtomicOutput(path: path)
      try output.write("half")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
    #expect(scratch.contents == [])
    var output = try AtomicOutput(path: path)
    try output.write("whole")
    try output.commit()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "whole")
    #expect(mode(path) == 0o600)
    #expect(scratch.contents == ["out.csv"])
  }

  @Test func nothingIsWrittenOverUnlessAsked() throws {
    let path = scratch.file(Array("old".utf8))
    #expect(
      caught { () throws(FormatError) in _ = try AtomicOutput(path: path) }
        == .outputExists(path: path))
    let late = scratch.path + "/late"
    var output = try AtomicOutput(path: late)
    _ = scratch.file([1], "late")
    var error: FormatError?
    do { try output.commit() } catch let failure { error = failure }
    #expect(error == .outputExists(path: late))
    var forced = try AtomicOutput(path: path, replacing: true)
    try forced.write("new")
    try forced.commit()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
  }

  @Test func aFullDeviceIsAnInputOutputError() throws {
    var output = try AtomicOutput(path: "/dev/full")
    try output.write("x")
    var error: FormatError?
    do { try output.commit() } catch let failure { error = failure }
    #expect(error == .inputOutput(path: "/dev/full", operation: "write", errorNumber: ENOSPC))
    #expect(error?.isInputOutput == true)
  }

  @Test func aDiskThatFillsUpLeavesNoTemporaryFile() throws {
    let path = scratch.path + "/out.csv"
    do {
      var output = try AtomicOutput(path: path)
      let full = open("/dev/full", O_WRONLY)
      #expect(dup2(full, output.descriptor) >= 0)
      close(full)
      var error: FormatError?
      do { try output.write([UInt8](repeating: 1, count: 1 << 20)) } catch let failure {
        error = failure
      }
      #expect(error?.isInputOutput == true)
      #expect(error?.message.contains("no space left") == true)
    }
    #expect(scratch.contents == [])
  }

  @Test func aSymbolicLinkIsReplacedAndItsTargetKept() throws {
    let target = scratch.file(Array("keep".utf8), "target")
    let link = scratch.path + "/link"
    #expect(symlink(target, link) == 0)
    var output = try AtomicOutput(path: link, replacing: true)
    try output.write("new")
    try output.commit()
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "keep")
    #expect(try String(contentsOfFile: link, encoding: .utf8) == "new")
  }

  @Test func aMissingFolderIsAnInputOutputError() {
    let error = caught { () throws(FormatError) in _ = try AtomicOutput(path: "/nonexistent/a") }
    #expect(error?.isInputOutput == true)
  }
}

@Suite struct OutputFolderTests {
  let scratch = Scratch()

  private func listing(_ path: String) -> [String] {
    (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
  }

  private func failure(_ path: String, force: Bool = false) -> FormatError? {
    do {
      _ = try OutputFolder(path: path, force: force)
      return nil
    } catch { return error }
  }

  private func fill(_ folder: inout OutputFolder, _ name: String, _ text: String) throws {
    var output = try folder.stage(name)
    try output.write(text)
    try output.commit()
  }

  @Test func filesArePublishedTogetherWithTheManifest() throws {
    let path = scratch.path + "/a/b"
    do {
      var folder = try OutputFolder(path: path)
      try fill(&folder, "links.csv", "x")
      try fill(&folder, "charts/one.json", "y")
      #expect(!listing(path).contains("links.csv"))
      try folder.publish(manifest: Array("{}".utf8))
    }
    #expect(listing(path) == ["charts", "charts/one.json", "links.csv", "run.json"])
    let modes = ["", "/charts", "/links.csv", "/run.json"].map { part in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path + part)
      return (attributes?[.posixPermissions] as? NSNumber)?.intValue
    }
    #expect(modes == [0o700, 0o700, 0o600, 0o600])
  }

  @Test func anAbandonedFolderLeavesNothing() throws {
    let path = scratch.path + "/out"
    do {
      var folder = try OutputFolder(path: path)
      try fill(&folder, "charts/one.json", "y")
    }
    #expect(scratch.contents == [])
  }

  @Test func aFolderInUseOrNotEmptyIsRefused() throws {
    let path = scratch.path + "/out"
    var folder = try OutputFolder(path: path)
    #expect(failure(path) == .outputBusy(path: path))
    try fill(&folder, "links.csv", "old")
    try folder.publish(manifest: [0x31])
    #expect(failure(path, force: true) == .outputBusy(path: path))
  }

  @Test func forceReplacesWhatIsThereAndKeepsTheRest() throws {
    let path = scratch.path + "/out"
    _ = try makeFolder(path)
    for name in ["mine.txt", "links.csv", "run.json"] { _ = scratch.file([0x6F], "out/" + name) }
    _ = try makeFolder(path + "/.scruple-staging-dead")
    #expect(failure(path) == .outputExists(path: path))
    do {
      var folder = try OutputFolder(path: path, force: true)
      try fill(&folder, "links.csv", "new")
      try folder.publish(manifest: Array("{}".utf8))
    }
    #expect(listing(path) == ["links.csv", "mine.txt", "run.json"])
    #expect(try String(contentsOfFile: path + "/links.csv", encoding: .utf8) == "new")
  }

  @Test func aFailedPublicationLeavesNoManifest() throws {
    let path = scratch.path + "/out"
    do {
      var folder = try OutputFolder(path: path)
      try fill(&folder, "links.csv", "new")
      _ = scratch.file([0x6F], "out/links.csv")
      var error: FormatError?
      do { try folder.publish(manifest: [0x31]) } catch let failure { error = failure }
      #expect(error == .outputExists(path: path + "/links.csv"))
    }
    #expect(listing(path) == ["links.csv"])
  }
}
