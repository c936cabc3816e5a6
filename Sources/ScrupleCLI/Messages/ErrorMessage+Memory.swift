import Glibc
import ScrupleExecution

extension ErrorMessage {
  /// What a run within a limit of memory fails of.
  static func failure(_ error: MemoryCapError) -> Failure {
    switch error {
    case .exceeded(let limit, let held):
      return Failure(
        "The run holds \(TerminalText.megabytes(held)), and --memory allows "
          + "\(TerminalText.megabytes(limit)). Nothing was written. Allow more, or link the left file "
          + "in parts with one model (--model).")
    case .cannotSpill(let folder, let code):
      return Failure(
        "What exceeds --memory cannot be put into a file in \(quoted(folder)): "
          + "\(String(cString: strerror(code))). Nothing was written. Make room there, or allow more "
          + "memory.",
        status: Failure.inputOutput)
    @unknown default: return Failure("The run stopped: \(error).")
    }
  }
}
