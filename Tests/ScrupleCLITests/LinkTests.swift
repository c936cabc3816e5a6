import Foundation
import Scruple
import Testing

@Suite struct LinkTests {
  @Test(arguments: ["2", "8"])
  func outputsDoNotDependOnTheNumberOfThreads(threads: String) throws {
    let folder = try Folder.temporary()
    let outcome = try Program.run(
      ["link", Sample.left, Sample.right, "-o", "out", "--threads", threads, "-q"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty, "--quiet says nothing")
    for name in ["links.csv", "model.json", "specification.toml"] {
      let bytes = try Data(contentsOf: folder.appendingPathComponent("out/" + name))
      #expect(try bytes == Sample.output(name), "\(name) differs with \(threads) threads")
    }
  }

  @Test func tablesOnDiskGiveTheSameLinks() throws {
    let folder = try Folder.temporary()
    // What standard input will need cannot be told, so that all tables go to disk.
    let outcome = try Program.run(
      ["link", "-", Sample.right, "-o", "out", "--memory", "4GiB"], in: folder,
      input: URL(fileURLWithPath: Sample.left))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("Tables go to files without a name in '.'"))
    let links = try Data(contentsOf: folder.appendingPathComponent("out/links.csv"))
    #expect(try links == Sample.output("links.csv"))
    let run = try Data(contentsOf: folder.appendingPathComponent("out/run.json"))
    let manifest = try JSONDecoder().decode(RunManifest.self, from: run)
    #expect(manifest.memoryLimitBytes == 4 << 30)
    #expect((manifest.spilledBytes ?? 0) > 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names == ["out"], "nothing but the outputs is left")
  }

  @Test(arguments: [
    ("20MB", 2, "--memory allows 20 MB. Allow"), ("64", 64, "invalid for '--memory <size>'"),
    ("0GB", 64, "invalid for '--memory <size>'"), ("900GiB", 0, "need about"),
  ])
  func memoryIsToldBeforeTheRun(size: String, status: Int32, message: String) throws {
    let folder = try Folder.temporary()
    let outcome = try Program.run(
      ["link", Sample.left, Sample.right, "-o", "out", "--memory", size], in: folder)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    let isThere = FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("out/links.csv").path)
    #expect(isThere == (status == 0))
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    let folder = try Folder.temporary()
    for (name, path) in [("l.csv", Sample.left), ("r.csv", Sample.right)] {
      let (header, rows) = try Sample.rows(path)
      try ([header] + rows.reversed()).joined(separator: "\n")
        .write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let outcome = try Program.run(["link", "l.csv", "r.csv", "-o", "out", "-q"], in: folder)
    #expect(outcome.status == 0)
    let links = try Data(contentsOf: folder.appendingPathComponent("out/links.csv"))
    #expect(try links == Sample.output("links.csv"))
  }

  @Test func theSavedSpecificationAndModelGiveTheSameLinks() throws {
    let run = try Sample.run.get()
    let folder = try Folder.temporary()
    let saved = run.folder.appendingPathComponent("out").path
    let outcome = try Program.run(
      [
        "link", Sample.left, Sample.right, "--specification", saved + "/specification.toml",
        "--model", saved + "/model.json", "-o", "out", "-q",
      ], in: folder)
    #expect(outcome.status == 0)
    let links = try Data(contentsOf: folder.appendingPathComponent("out/links.csv"))
    #expect(try links == Sample.output("links.csv"))
  }

  @Test func countsReconcileAndDigestsAreThoseOfTheFiles() throws {
    let run = try Sample.run.get()
    #expect(run.outcome.status == 0)
    #expect(run.outcome.output.isEmpty)
    let manifest = try JSONDecoder().decode(RunManifest.self, from: Sample.output("run.json"))
    let counts = manifest.counts
    #expect(counts.links + counts.possibleLinks + counts.nonLinks == counts.candidatePairs)
    #expect(manifest.blocking.compactMap(\.ownPairs).reduce(0, +) == counts.candidatePairs)
    for file in [manifest.left, manifest.right] {
      #expect(file.rows == file.records + file.rejectedRows.values.reduce(0, +))
      #expect(file.records == 1000)
      #expect(try sha256(file.path) == file.sha256)
    }
    for output in manifest.outputs {
      #expect(
        try sha256(run.folder.appendingPathComponent("out/" + output.path).path) == output.sha256)
    }
    let links = try Sample.rows(run.folder.appendingPathComponent("out/links.csv").path)
    #expect(links.rows.count == counts.links + counts.possibleLinks)
    #expect(
      links.header.hasPrefix(
        "left_id,right_id,match_weight,match_probability,decision,blocking_rule,"))
    #expect(manifest.tool.icu.contains("."))
  }

  @Test func outputsAreForTheirOwnerOnly() throws {
    let folder = try Sample.run.get().folder
    let manager = FileManager.default
    for name in ["out/links.csv", "out/run.json", "out/model.json"] {
      let attributes = try manager.attributesOfItem(
        atPath: folder.appendingPathComponent(name).path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    let attributes = try manager.attributesOfItem(
      atPath: folder.appendingPathComponent("out").path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test func noValueOfARecordIsSaidOrKept() throws {
    let folder = try Folder.temporary()
    // Each value is made of a word that stands nowhere else.
    for (name, shift) in [("l.csv", 0), ("r.csv", 5)] {
      var text = "rec_id,given_name,surname,date_of_birth,soc_sec_id,suburb\n"
      for row in 0..<60 {
        let person = row + shift
        text +=
          "\(name.prefix(1))\(row),canarygiven\(letters(person)),canarysur\(letters(person)),"
          + "19\(60 + person % 30)0\(1 + person % 9)1\(person % 10),\(666_000_000 + person),"
          + "canarytown\(letters(person % 7))\n"
      }
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let outcome = try Program.run(["link", "l.csv", "r.csv", "-o", "out"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    var texts = [outcome.errors, outcome.output]
    for name in ["run.json", "model.json", "specification.toml", "links.csv"] {
      texts.append(
        try String(contentsOf: folder.appendingPathComponent("out/" + name), encoding: .utf8))
    }
    let explained = try Program.run(["explain", "out", "l5", "r0"], in: folder)
    #expect(explained.status == 0, "\(explained.errors)")
    let profiled = try Program.run(["profile", "l.csv", "r.csv"], in: folder)
    texts += [explained.output, explained.errors, profiled.output, profiled.errors]
    for text in texts {
      #expect(!text.lowercased().contains("canary"))
      #expect(!text.contains("66600"))
    }
    let shown = try Program.run(["explain", "out", "l5", "r0", "--show-values"], in: folder)
    #expect(shown.output.contains("canary"), "values are shown when asked for")
  }

  @Test func aDryRunWritesNothing() throws {
    let folder = try Folder.temporary()
    let outcome = try Program.run(
      ["link", Sample.left, Sample.right, "--dry-run", "-o", "out"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Nothing was written."))
    #expect(Folder.names(in: folder).isEmpty)
    let manifest = try JSONDecoder().decode(RunManifest.self, from: Sample.output("run.json"))
    let pairs = manifest.counts.candidatePairs
    #expect(outcome.errors.filter { $0 != "," }.contains("\(pairs) of 1000000 pairs"))
  }

  @Test func malformedRowsAreLeftOutAndKeptApart() throws {
    let folder = try Folder.temporary()
    var text = "id,first,last,dob\n1,Ana,Garcia,1980-02-03\n2,Bo\n3,Cy,Li,1975-12-31\n"
    try text.write(to: folder.appendingPathComponent("l.csv"), atomically: true, encoding: .utf8)
    text = "id,first,last,dob\n1,Ana,Garcia,1980-02-03\n"
    try text.write(to: folder.appendingPathComponent("r.csv"), atomically: true, encoding: .utf8)
    let outcome = try Program.run(
      ["link", "l.csv", "r.csv", "-o", "out", "--reject-file", "bad.csv"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("3 rows = 2 records + 1 left out (ragged-row 1)"))
    let rejects = try String(
      contentsOf: folder.appendingPathComponent("bad.csv"), encoding: .utf8)
    #expect(rejects == "file,line,fault,row\nl.csv,3,ragged-row,\"2,Bo\"\n")
    let explained = try Program.run(["explain", "out", "1", "1"], in: folder)
    #expect(explained.status == 0, "a run with rejects is read again as it was")
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aSignalLeavesNothingBehind(signal: Int32, status: Int32) throws {
    let folder = try Folder.temporary()
    let started = try Program.start(["link", Sample.left, Sample.right, "-o", "out"], in: folder)
    let begun = folder.appendingPathComponent("out").path
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: begun) { usleep(10_000) }
    kill(started.process.processIdentifier, signal)
    started.process.waitUntilExit()
    #expect(started.process.terminationReason == .exit)
    #expect(started.process.terminationStatus == status)
    #expect(Folder.names(in: folder).isEmpty)
  }

  @Test func aFileThatCannotGrowIsAnInputOutputErrorAndLeavesNothing() throws {
    let folder = try Folder.temporary()
    let saved = try Sample.run.get().folder.appendingPathComponent("out").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.currentDirectoryURL = folder
    // Blocks of 512 bytes: the table of links does not fit into 16 KiB.
    process.arguments = [
      "-c", "ulimit -f 32; exec \"$@\"", "sh", Program.path, "link", Sample.left, Sample.right,
      "--specification", saved + "/specification.toml", "--model", saved + "/model.json",
      "-o", "out", "-q",
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 74)
    #expect(Folder.names(in: folder).isEmpty)
  }

  private func letters(_ number: Int) -> String {
    String(number, radix: 26).map { digit in
      String(UnicodeScalar(UInt8(97 + (Int(String(digit), radix: 26) ?? 0))))
    }.joined()
  }

  private func sha256(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = [path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(String(decoding: data, as: UTF8.self).prefix(64))
  }
}
