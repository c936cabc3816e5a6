/// What is wrong with JSON, without its values.
enum JSONFault {
  /// The fault in words, with the path of the key.
  static func words(for error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "the key '\(path(context.codingPath + [key]))' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "'\(path(context.codingPath))' has another type than expected"
    case .dataCorrupted(let context) where context.codingPath.isEmpty: "it is not JSON"
    case .dataCorrupted(let context): "'\(path(context.codingPath))' cannot be read"
    @unknown default: "it cannot be read"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    let parts = keys.map { key in key.intValue.map { "[\($0 + 1)]" } ?? ".\(key.stringValue)" }
    return TerminalText.safe(String(parts.joined().drop { $0 == "." }))
  }
}
