/// One way in which a value is written wrong.
///
/// An operator is a pure function of the value and the draw; it gives nil where
/// it cannot apply or would change nothing.
public protocol CorruptionOperator: Sendable {
  /// The word for it in the corruption log.
  var name: String { get }

  /// The value written wrong; never the value itself.
  func apply(to value: String, draw: inout Draw) -> String?
}

/// One way in which a name in fields is written wrong.
public protocol NameOperator: Sendable {
  /// The word for it in the corruption log.
  var name: String { get }

  /// The fields written wrong; never the fields themselves.
  func apply(to name: WrittenName, draw: inout Draw) -> WrittenName?
}
