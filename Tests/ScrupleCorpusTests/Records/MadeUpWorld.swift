import Foundation
import ScrupleCorpus

/// A small recipe, and what is made of it, for the tests of records.
enum MadeUpWorld {
  static let seed: UInt64 = 11

  static func recipe(people: Double = 1200, bookings: Double = 1200, records: Double = 1800)
    -> Recipe
  {
    var recipe = Recipe(name: "test")
    recipe.set(.people, to: people)
    recipe.set(.bookings, to: bookings)
    recipe.set(.records, to: records)
    recipe.set(.foreignBorn, to: 0.3)
    return recipe
  }

  /// A folder of its own, removed when the body ends.
  static func withFolder<Result>(_ body: (String) throws -> Result) rethrows -> Result {
    let memory = "/dev/shm/"
    let isThere = FileManager.default.isWritableFile(atPath: memory)
    let path =
      (isThere ? memory : NSTemporaryDirectory()) + "scruple-corpus-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  /// The rows of a table as cells, the header first.
  static func rows(_ folder: String, _ table: CorpusTable) throws -> [[String]] {
    let text = try String(contentsOfFile: folder + "/" + table.fileName, encoding: .utf8)
    return text.split(separator: "\n").map(cells)
  }

  /// The cells of a line; quotes only around whole cells, as the generator writes them.
  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
