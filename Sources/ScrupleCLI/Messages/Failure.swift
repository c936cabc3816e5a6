/// Why the program ends without having done what was asked.
struct Failure: Error, Equatable {
  /// What is wrong, where, and what to do next.
  var message: String
  /// The exit status.
  var status: Int32

  /// It was done, and the answer is no.
  static let answerIsNo: Int32 = 1
  /// The input, the specification or a limit stands in the way.
  static let badInput: Int32 = 2
  /// The command line is wrong (EX_USAGE).
  static let usage: Int32 = 64
  /// The machine failed, as with a full disk (EX_IOERR).
  static let inputOutput: Int32 = 74

  init(_ message: String, status: Int32 = Failure.badInput) {
    self.message = message
    self.status = status
  }
}

/// A specification with faults, and the file it stands in.
struct FaultySpecification: Error {
  let path: String
  let faults: SpecificationFaults
}

/// A model file that is none.
struct FaultyModel: Error {
  let path: String
  let reason: any Error
}
