import ArgumentParser
import Scruple
import ScrupleExecution
import ScrupleFormats

struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Link two files of records.")
  @Argument var left: String
  @Argument var right: String
  @Option(name: .shortAndLong) var output: String
  @Flag var force = false
  @Option var threads = 0

  func run() throws {
    let options = LinkageOptions(
      seed: 1, parallelism: Parallelism(threadCount: threads),
      progress: { _, _ in })
    var clock = StageTimings()
    let files = try SourceFiles.read(
      left: left, right: right, specification: nil, parallelism: options.parallelism)
    clock.finish(.read)
    for side in [files.inference!.left, files.inference!.right] {
      for d in side.decisions { print(d.column, "->", d.role.rawValue, d.label ?? "", d.reason) }
    }
    let prepared = try PreparedLinkage(
      left: files.left.table, right: files.right.table, specification: files.specification,
      options: options)
    for c in prepared.candidates.costs { print(c.rule, c.pairCount, c.skippedPairCount) }
    let result = try Linkage(options: options).run(prepared: prepared)
    for c in result.model.comparisons {
      print(c.name)
      for l in c.levels.reversed() { print("   ", l.label, l.mProbability, l.uProbability, l.weight.bits) }
    }
    print(result.model.priorMatchProbability, result.model.training!)
    print(result.counts, result.repeats, result.priorOdds); for n in result.model.nonMatchClasses { print(n.label, n.share) }
    var folder = try OutputFolder(path: output, force: force)
    var links = try folder.stage("links.csv")
    try LinksTable(result: result).write { try links.write($0) }
    try links.commit()
    try folder.publish(manifest: Array("{}\n".utf8))
    print(clock.seconds, result.timings.seconds)
  }
}
