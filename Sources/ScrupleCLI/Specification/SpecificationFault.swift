/// One thing that is wrong with a specification.
public struct SpecificationFault: Sendable, Equatable, CustomStringConvertible {
  /// Where: `comparisons[2].levels[1]`, counted from 1; empty for the whole file.
  public var path: String
  /// The line of the file, counted from 1, where it is known.
  public var line: Int?
  /// What is wrong and what to do, in one or two sentences.
  public var message: String

  /// Creates a fault.
  public init(path: String, line: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  /// Place and message in one line.
  public var description: String {
    let place = [path, line.map { "line \($0)" }].compactMap { $0 }.filter { !$0.isEmpty }
    return place.isEmpty ? message : "\(place.joined(separator: ", ")): \(message)"
  }
}

/// Everything that is wrong with a specification, in the order of the file.
public struct SpecificationFaults: Error, Sendable, Equatable, CustomStringConvertible {
  /// At least one fault.
  public var faults: [SpecificationFault]

  /// Creates the error.
  public init(_ faults: [SpecificationFault]) { self.faults = faults }

  /// One line per fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
