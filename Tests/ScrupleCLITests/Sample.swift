import Foundation

/// The bundled sample, and one run on it that several tests look at.
enum Sample {
  static let folder = Program.repository.appendingPathComponent("Corpora/Samples/plain-1000")
  static let left = folder.appendingPathComponent("left.csv").path
  static let right = folder.appendingPathComponent("right.csv").path
  static let truth = folder.appendingPathComponent("truth.csv").path

  /// A folder with a run `out` on the sample with one thread.
  static let run: Result<(folder: URL, outcome: Program.Outcome), any Error> = Result {
    let folder = try Folder.temporary()
    let outcome = try Program.run(["link", left, right, "-o", "out", "--threads", "1"], in: folder)
    return (folder, outcome)
  }

  /// The bytes of an output of the run.
  static func output(_ name: String) throws -> Data {
    try Data(contentsOf: run.get().folder.appendingPathComponent("out/" + name))
  }

  /// The lines of a file without the header.
  static func rows(_ path: String) throws -> (header: String, rows: [String]) {
    var lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let header = lines.removeFirst()
    return (header, lines)
  }
}
