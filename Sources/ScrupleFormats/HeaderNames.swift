/// The rules for the names of columns.
enum HeaderNames {
  /// The name in a header cell: doubled quotes undone, outer white space removed.
  static func name(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let isPair = bytes[index] == 0x22 && index + 1 < bytes.count && bytes[index + 1] == 0x22
      plain.append(bytes[index])
      index += isPair ? 2 : 1
    }
    return trimmed(String(decoding: plain, as: UTF8.self))
  }

  /// A name without outer white space.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let first = scalars.drop { $0.properties.isWhitespace }
    let last = first.reversed().drop { $0.properties.isWhitespace }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: last.reversed())
    return String(result)
  }

  /// What two names must not have in common.
  static func folded(_ name: String) -> String { name.lowercased() }

  /// Throws where a name is empty or stands twice; never quotes a name, since
  /// a file without header has a person's cells there.
  static func check(_ names: [String], at row: FormatPlace) throws(FormatError) {
    var place = row
    place.byteOffset = nil
    var columns: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      place.columnNumber = index + 1
      if name.isEmpty { throw .header(.emptyName, at: place) }
      if let earlier = columns.updateValue(index + 1, forKey: folded(name)) {
        throw .header(.repeatedName(earlierColumn: earlier), at: place)
      }
    }
  }
}
