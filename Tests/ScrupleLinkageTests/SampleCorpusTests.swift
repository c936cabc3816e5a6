import Foundation
import Scruple
import ScrupleExecution
import ScrupleFormats
import ScrupleMadeUpRecords
import Testing

/// The bundled made-up corpus of a thousand records a side.
private enum SampleCorpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Corpora/Samples/plain-1000").standardizedFileURL

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "truth.csv").path)
  }

  static func path(_ name: String) -> String { folder.appending(path: name).path }
}

@Suite(
  .enabled(if: SampleCorpus.isThere, "the sample corpus is not in Corpora/Samples"))
struct SampleCorpusTests {
  @Test func theSampleIsReadUnderstoodAndLinked() throws {
    let parallelism = Parallelism(threadCount: 2)
    let files = try SourceFiles.read(
      left: SampleCorpus.path("left.csv"), right: SampleCorpus.path("right.csv"),
      specification: nil, parallelism: parallelism)
    #expect(files.specification.left.idColumn == "rec_id")
    #expect(files.specification.right.idColumn == "rec_id")
    let options = LinkageOptions(seed: 1, parallelism: parallelism)
    var specification = files.specification
    specification.scoring.randomPairCount = 50_000
    let prepared = try PreparedLinkage(
      left: files.left.table, right: files.right.table, specification: specification,
      options: options)
    let result = try Linkage(options: options).run(prepared: prepared)
    #expect(result.counts.leftRecords == 1_000)
    #expect(result.counts.rightRecords == 1_000)

    let truth = try RecordReader.read(path: SampleCorpus.path("truth.csv")).table
    let expected = Set(truth.cellRows)
    let found = result.linkedIds
    let right = Double(found.intersection(expected).count)
    #expect(expected.count == 700)
    // Far below what is reached, so that only a break of the pipeline fails here;
    // accuracy itself is measured by Tools/accuracy.
    #expect(right / Double(found.count) > 0.95, "\(found.count) links, \(right) of them matches")
    #expect(right / Double(expected.count) > 0.93, "\(right) of 700 matches linked")
    let reached = expected.count { pair in
      let left = (0..<1_000).first { prepared.leftId($0) == pair[0] }!
      let other = (0..<1_000).first { prepared.rightId($0) == pair[1] }!
      return prepared.candidates.owningRule(left: left, right: other) != nil
    }
    #expect(Double(reached) / 700 > 0.98, "pair completeness")
  }
}
