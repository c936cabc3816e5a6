/// Cuts a folded name into words and sets aside what is not part of the name itself.
///
/// Apostrophes and stray signs vanish inside a word (`o'brien` is one word), periods, slashes and
/// blanks end it. Words in quotation marks or parentheses are nicknames. A comma is
/// kept as the border between `groups`, of which none is empty.
struct NameScanner {
  /// The words between commas, in order, without empty groups.
  private(set) var groups: [[Word]] = [[]]
  private(set) var nicknames: [Word] = []
  private(set) var suffix: [UInt8] = []
  private(set) var flags: NameFlags = []

  init(_ folded: [UInt8]) {
    var start = 0
    var closing: UInt8?
    for index in folded.indices {
      let byte = folded[index]
      if let close = closing {
        guard byte == close else { continue }
        nicknames += Self.letterWords(folded[start..<index])
        closing = nil
        start = index + 1
      } else if let close = Self.closing(byte, at: index, in: folded) {
        addChunk(folded[start..<index])
        closing = close
        start = index + 1
      } else if byte == 0x20 || byte == 0x2C {
        addChunk(folded[start..<index])
        if byte == 0x2C { groups.append([]) }
        start = index + 1
      }
    }
    addChunk(folded[start...])
    settleTails()
    groups.removeAll(where: \.isEmpty)
    if !nicknames.isEmpty { flags.insert(.nickname) }
  }

  /// The sign that ends a nickname opened here, when it does occur later.
  private static func closing(_ byte: UInt8, at index: Int, in folded: [UInt8]) -> UInt8? {
    let close: UInt8
    switch byte {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "\""): close = byte
    // An apostrophe opens a nickname only before a word, and closes it only after one.
    case UInt8(ascii: "'") where index > 0 && folded[index - 1] == 0x20: close = byte
    default: return nil
    }
    let rest = folded[(index + 1)...]
    guard let end = rest.firstIndex(of: close), end > index + 1 else { return nil }
    if byte == UInt8(ascii: "'") {
      guard end + 1 == folded.count || folded[end + 1] == 0x20 else { return nil }
    }
    return index == 0 && end == folded.count - 1 ? nil : close
  }

  /// Takes a run without blanks or commas: one word, or several with hyphens or periods.
  private mutating func addChunk(_ chunk: Word) {
    guard !chunk.isEmpty else { return }
    if Self.isOrdinal(chunk) {
      groups[groups.count - 1].append(chunk)
      return
    }
    let plain = chunk.filter { $0.isFoldedLetter || $0.isASCIIDigit }[...]
    if isRemoved(plain) { return }
    for word in Self.letterWords(chunk) { groups[groups.count - 1].append(word) }
    if plain.contains(where: \.isASCIIDigit) { flags.insert(.digits) }
    if chunk.equals("&") { groups[groups.count - 1].append(chunk) }
  }

  private mutating func isRemoved(_ plain: Word) -> Bool {
    let hasName = groups.contains { !$0.isEmpty }
    guard hasName else { return false }
    if let generation = NameWords.generations(plain) {
      suffix = generation
      flags.insert(.suffix)
      return true
    }
    if NameWords.professions.contains(plain) {
      flags.insert(.profession)
      return true
    }
    return false
  }

  /// The letters of a chunk, as words at periods and slashes. Words joined by hyphens stay one
  /// word with blanks in it, so that no border of a full name falls between them.
  static func letterWords(_ chunk: Word) -> [Word] {
    chunk.split { $0 == 0x2E || $0 == 0x2F || $0 == 0x20 || $0 == 0x5F }
      .compactMap { part in
        if part.allSatisfy(\.isFoldedLetter) { return part }
        let halves = part.split(separator: 0x2D).map { $0.filter(\.isFoldedLetter)[...] }
        let word = [UInt8](joining: halves.filter { !$0.isEmpty })
        return word.isEmpty ? nil : word[...]
      }
  }

  // MARK: Ordinals and peerages

  /// Whether a chunk reads like "2nd" or "17th".
  private static func isOrdinal(_ chunk: Word) -> Bool {
    let digits = chunk.prefix(while: \.isASCIIDigit)
    let rest = chunk.dropFirst(digits.count)
    guard 1...2 ~= digits.count, rest.count == 2 else { return false }
    return rest.equals("st") || rest.equals("nd") || rest.equals("rd") || rest.equals("th")
  }

  /// Drops "7th baron hawke" and "earl of derby" after a name, and makes a suffix of "3rd".
  private mutating func settleTails() {
    var kept: [[Word]] = []
    for (index, group) in groups.enumerated() {
      let follows = kept.contains { !$0.isEmpty }
      if follows && Self.opensPeerage(group) {
        flags.insert(.title)
        continue
      }
      if kept.last.map({ $0.count > 1 }) == true, isCredential(group) { continue }
      kept.append(settledOrdinals(of: group, opensTail: index > 0 && follows))
    }
    groups = kept
  }

  /// Whether a group behind a name of several words is a lone credential, as in "Ann Lee, D.O.";
  /// behind one word the same letters could be a given name.
  private mutating func isCredential(_ group: [Word]) -> Bool {
    let letters = Array(group.joined())
    guard group.count == 1 || group.allSatisfy({ $0.count == 1 }) else { return false }
    if letters.equals("v") || letters.equals("vi") {
      suffix = letters
      flags.insert(.suffix)
      return true
    }
    guard NameWords.credentials.contains(letters) else { return false }
    flags.insert(.profession)
    return true
  }

  private mutating func settledOrdinals(of group: [Word], opensTail: Bool) -> [Word] {
    var words: [Word] = []
    for (index, word) in group.enumerated() {
      guard Self.isOrdinal(word) else {
        words.append(word)
        continue
      }
      let next = index + 1 < group.count ? group[index + 1] : []
      if NameWords.peerages.contains(next) || opensTail && index == 0 && !next.isEmpty {
        flags.insert(.title)
        break
      }
      if let generation = NameWords.generations(word) {
        suffix = generation
        flags.insert(.suffix)
      } else {
        flags.insert(.digits)
      }
    }
    return words
  }

  /// Whether a group after a comma is a peerage. Earl, Duke and Prince are given names too, so
  /// those count only with "of" behind them.
  private static func opensPeerage(_ group: [Word]) -> Bool {
    guard let first = group.first else { return false }
    if NameWords.unmistakablePeerages.contains(first) || first.equals("of") { return true }
    return group.count > 1 && group[1].equals("of") && NameWords.peerages.contains(first)
  }
}
