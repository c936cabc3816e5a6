import ScrupleExecution

/// Makes one made-up person's row from the values of a file.
struct DecoyPerson {
  let columns: DecoyColumns
  /// Letters and digits of every number in either file.
  let taken: Set<String>
  let random: CounterRandom

  /// The cells of the row.
  ///
  /// Given name, sex and all that is not named below come from one row; the surname, the birth date
  /// and the address from one further row each; numbers are made up.
  func cells(id: String) -> [String] {
    let count = columns.table.rowCount
    let anchor = random.value(at: 0, below: count)
    let kin = columns.kinRow(of: anchor, random, at: 1)
    let birth = random.value(at: 2, below: count)
    let home = random.value(at: 3, below: count)
    return columns.parts.enumerated().map { column, part in
      switch part {
      case .id: id
      case .blank: ""
      case .anchor: columns.text(column, anchor)
      case .surname: columns.text(column, kin)
      case .birthDate: columns.text(column, birth)
      case .address: columns.text(column, home)
      case .fullName: fullName(column, anchor, kin)
      case .identifier: number(like: columns.text(column, anchor), column: column)
      }
    }
  }

  /// The anchor's full name with the other row's surname in the place of its own.
  private func fullName(_ column: Int, _ anchor: Int, _ kin: Int) -> String {
    let whole = columns.text(column, anchor)
    if whole.isEmpty { return "" }
    if let surname = columns.surnameColumn {
      let (own, new) = (columns.text(surname, anchor), columns.text(surname, kin))
      // A name that does not hold the surname as it stands would tell whose it is.
      return own.isEmpty || !whole.contains(own) ? "" : whole.replacing(own, with: new)
    }
    let other = columns.text(column, kin)
    if let comma = whole.firstIndex(of: ",") {
      let surname = other.split(separator: ",", omittingEmptySubsequences: false)[0]
      return String(surname) + String(whole[comma...])
    }
    let words = whole.split(separator: " ")
    let surname = other.split(separator: " ").last ?? ""
    return (words.dropLast() + [surname]).joined(separator: " ")
  }

  /// A number of the same form that nobody has.
  ///
  /// Of seven digits or more the first three stay, which say where or by whom it was given.
  private func number(like text: String, column: Int) -> String {
    if text.isEmpty { return "" }
    for attempt in 0..<20 {
      let made = scrambled(text, from: UInt64(100 + column * 2000 + attempt * 100))
      if !taken.contains(Self.plain(made)) { return made }
    }
    return ""
  }

  private func scrambled(_ text: String, from counter: UInt64) -> String {
    let digits = text.utf8.count { Self.isDigit($0) }
    let kept = digits >= 7 ? 3 : 0
    var counter = counter
    var seen = 0
    var isDomain = false
    let bytes = text.utf8.prefix(90).map { byte -> UInt8 in
      if byte == UInt8(ascii: "@") { isDomain = true }
      counter += 1
      if Self.isDigit(byte) {
        seen += 1
        return seen <= kept ? byte : 48 + UInt8(random.value(at: counter, below: 10))
      }
      // Without digits only letters can differ.
      guard digits == 0, !isDomain, byte | 0x20 >= 97, byte | 0x20 <= 122 else { return byte }
      return (byte & 0xE0) | UInt8(1 + random.value(at: counter, below: 26))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// Letters and digits alone, by which numbers are compared.
  static func plain(_ text: String) -> String {
    String(
      decoding: text.utf8.filter {
        $0 >= 128 || isDigit($0) || ($0 | 0x20 >= 97 && $0 | 0x20 <= 122)
      }, as: UTF8.self)
  }
}
