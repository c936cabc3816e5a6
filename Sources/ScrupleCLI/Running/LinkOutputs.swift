import Scruple
import ScrupleFormats

/// The files of a run.
enum LinkOutputs {
  /// Stages all files but the manifest.
  ///
  /// - Returns: the files, and the digest of the links.
  static func put(
    _ result: LinkedPairs?, of run: LinkRun, prepared: PreparedLinkage?,
    flags: RunFlags?, in folder: inout OutputFolder
  ) throws -> (files: [HashedFile], digest: LinksDigest) {
    var digest = LinksDigest()
    var files = [
      try folder.put("links.csv") { sink in
        guard let result else {
          return try sink(
            Array(
              ("left_id,right_id,match_weight,match_probability,decision,blocking_rule\n").utf8))
        }
        digest = try LinksTable(result).write(parallelism: run.options.parallelism, sink)
      }
    ]
    if let flags {
      files.append(try folder.put("flags.csv") { sink in try FlagsTable(flags: flags).write(sink) })
    }
    if let model = result?.model ?? run.model?.model {
      files.append(try folder.put("model.json", JSONText.bytes(of: model)))
    }
    let text = SpecificationFile.text(
      of: prepared?.specification ?? run.inputs.specification,
      left: run.inputs.files.inference?.left.decisions ?? [],
      right: run.inputs.files.inference?.right.decisions ?? [])
    files.append(try folder.put("specification.toml", Array(text.utf8)))
    return (files, digest)
  }
}
