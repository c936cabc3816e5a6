/// Guesses layout and delimiter from the first window of a text.
enum FormatSniffer {
  /// What a guess found.
  struct DelimiterGuess: Equatable {
    var delimiter: Delimiter
    /// Other delimiters that cut the first rows just as evenly.
    var others: [Delimiter] = []
    /// True where the header holds no delimiter at all.
    var isSingleColumn = false
  }

  /// The most rows and bytes looked at.
  private static let rowLimit = 200
  private static let byteLimit = 1 << 16

  /// JSON lines where the first byte that is no blank is a brace.
  ///
  /// - Returns: nil for one JSON array, which is not read.
  static func format(of text: UnsafeBufferPointer<UInt8>) -> RecordFormat? {
    var rest = text.drop(while: isBlankOrBreak)
    if rest.first == 0x7B { return .jsonLines }
    guard rest.first == 0x5B else { return .delimited }
    rest = rest.dropFirst().drop(while: isBlankOrBreak)
    return rest.first == 0x7B ? nil : .delimited
  }

  /// The delimiter that the header holds and that cuts the first rows most
  /// evenly; among equals the one that makes most columns, then comma, tab,
  /// semicolon, pipe in this order.
  static func delimiter(of text: UnsafeBufferPointer<UInt8>) -> DelimiterGuess {
    let rows = delimiterCounts(text)
    guard let header = rows.first else {
      return DelimiterGuess(delimiter: .comma, isSingleColumn: true)
    }
    var best: (rank: Int, even: Int, count: Int)?
    var even: [Int] = []
    for rank in Delimiter.allCases.indices where header[rank] > 0 {
      let agreeing = rows.count { $0[rank] == header[rank] }
      if agreeing == rows.count { even.append(rank) }
      let current = best ?? (rank, -1, 0)
      if (agreeing, header[rank]) > (current.even, current.count) {
        best = (rank, agreeing, header[rank])
      }
    }
    guard let best else { return DelimiterGuess(delimiter: .comma, isSingleColumn: true) }
    let others = rows.count > 1 ? even.filter { $0 != best.rank } : []
    return DelimiterGuess(
      delimiter: Delimiter.allCases[best.rank], others: others.map { Delimiter.allCases[$0] })
  }

  /// How often each delimiter stands outside quotes, for each of the first rows
  /// that are not blank. A row cut by the limit is left out unless it is the only one.
  private static func delimiterCounts(_ text: UnsafeBufferPointer<UInt8>) -> [[Int]] {
    let none = [Int](repeating: 0, count: Delimiter.allCases.count)
    var rows: [[Int]] = []
    var current = none
    var isInsideQuotes = false
    var isBlank = true
    for byte in text.prefix(byteLimit) {
      if byte == 0x22 { isInsideQuotes.toggle() }
      if isInsideQuotes {
        isBlank = false
      } else if byte == 0x0A || byte == 0x0D {
        if !isBlank { rows.append(current) }
        current = none
        isBlank = true
        if rows.count == rowLimit { return rows }
      } else if byte != 0x20 {
        isBlank = false
        if let rank = Delimiter.allCases.firstIndex(where: { $0.rawValue == byte }) {
          current[rank] += 1
        }
      }
    }
    let isWhole = text.count <= byteLimit && !isInsideQuotes
    if !isBlank, isWhole || rows.isEmpty { rows.append(current) }
    return rows
  }

  private static func isBlankOrBreak(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
