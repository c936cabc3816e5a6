/// Reads delimited text a byte at a time, as plainly as the grammar can be said.
struct NaiveDelimited {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position = 0

  /// Header and rows, or nil where the text is malformed.
  static func table(_ bytes: [UInt8], delimiter: UInt8) -> [[[UInt8]]]? {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    if bytes.contains(0) { return nil }
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var reader = NaiveDelimited(
      bytes: hasMark ? Array(bytes.dropFirst(3)) : bytes, delimiter: delimiter)
    guard let table = reader.rows(), let header = table.first else { return nil }
    let names = header.map {
      String(decoding: $0, as: UTF8.self).lowercased().unicodeScalars
        .split { $0.properties.isWhitespace }.map { String($0) }
    }
    if names.contains([]) || Set(names).count < names.count { return nil }
    guard table.allSatisfy({ $0.count == header.count }) else { return nil }
    return table
  }

  private init(bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }
  private var isAtCellEnd: Bool {
    guard let byte = current else { return true }
    return byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  private mutating func rows() -> [[[UInt8]]]? {
    var rows: [[[UInt8]]] = []
    while current != nil {
      var row: [[UInt8]] = []
      var isQuoted = false
      while true {
        guard let cell = cell(&isQuoted) else { return nil }
        row.append(cell)
        guard current == delimiter else { break }
        position += 1
      }
      if current == 0x0D {
        position += 1
        if current == 0x0A { position += 1 }
      } else if current == 0x0A {
        position += 1
      }
      if row != [[]] || isQuoted { rows.append(row) }
    }
    return rows
  }

  private mutating func cell(_ isQuoted: inout Bool) -> [UInt8]? {
    while current == 0x20 { position += 1 }
    var value: [UInt8] = []
    if current != 0x22 {
      while !isAtCellEnd, let byte = current {
        if byte == 0x22 { return nil }
        value.append(byte)
        position += 1
      }
      while value.last == 0x20 { value.removeLast() }
      return value
    }
    isQuoted = true
    position += 1
    while true {
      guard let byte = current else { return nil }
      position += 1
      if byte != 0x22 {
        value.append(byte)
        continue
      }
      if current != 0x22 { break }
      value.append(0x22)
      position += 1
    }
    while current == 0x20 { position += 1 }
    return isAtCellEnd ? value : nil
  }
}
