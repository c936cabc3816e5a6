import Scruple
import ScrupleReports

extension RunFacts {
  /// What a report says of a run, from its manifest.
  init(_ manifest: RunManifest) {
    self.init()
    command = manifest.command
    let tool = manifest.tool
    versions = [
      ("Scruple", "\(tool.version) (commit \(tool.commit))"), ("Swift", tool.swift),
      ("ICU", tool.icu), ("Unicode", tool.unicode),
    ]
    seed = manifest.seed
    inputs = [manifest.left, manifest.right].map(Input.init)
    outputs = manifest.outputs.map { ($0.path, $0.sha256) }
    linksDigest = manifest.linksDigest
    skippedPairs = manifest.counts.skippedPairs
    leftRecordsNeverCompared = manifest.counts.leftRecordsNeverCompared
    ambiguousPairs = manifest.counts.ambiguous
    warnings = manifest.warnings
  }
}

extension RunFacts.Input {
  fileprivate init(_ file: InputFile) {
    self.init(
      path: file.path, sha256: file.sha256, rows: file.rows, records: file.records,
      rejectedRows: file.rejectedRows.values.reduce(0, +))
  }
}
