import Foundation

/// Answers one task a line: JSON in, JSON out, until the input ends.
///
/// Tasks come from `Benchmarks/run`, which alternates between this process and the
/// peers' so that both see the same state of the machine.
@main enum Main {
  static func main() {
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    while let line = readLine() {
      do {
        let task = try decoder.decode(Task.self, from: Data(line.utf8))
        let answer = try encoder.encode(Worker.answer(task))
        FileHandle.standardOutput.write(answer + Data("\n".utf8))
      } catch {
        FileHandle.standardError.write(Data("scruple-bench: \(error)\n".utf8))
        exit(2)
      }
    }
  }
}
