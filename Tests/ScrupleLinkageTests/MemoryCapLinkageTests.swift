import Scruple
import ScrupleExecution
import Testing

@Suite struct MemoryCapLinkageTests {
  @Test(arguments: [1, 3])
  func linksDoNotDependOnWhereTablesLie(threads: Int) throws {
    let cap = MemoryCap(limit: 1 << 50, folder: "/tmp", spillsAll: true)
    let expected = try MadeUpRun.blockedResult.get()
    let result = try run(threads, cap)
    #expect(cap.spilledBytes > 0)
    #expect(result.links.map { "\($0)" } == expected.links.map { "\($0)" })
    #expect(result.counts.candidatePairsPerRule == expected.counts.candidatePairsPerRule)
  }

  @Test func tooLittleMemoryStopsTheRun() {
    let cap = MemoryCap(limit: 1 << 20, folder: "/tmp", spillsAll: true)
    #expect(throws: MemoryCapError.self) { try run(1, cap) }
  }

  private func run(_ threads: Int, _ memory: MemoryCap) throws -> LinkageResult {
    var options = MadeUpRun.options(threads)
    options.memory = memory
    let prepared = try PreparedLinkage(
      left: MadeUpRun.people.left, right: MadeUpRun.people.right,
      specification: MadeUpRun.blockedSpecification, options: options)
    return try Linkage(options: options).run(prepared: prepared)
  }
}
