/// Normalizes name cells: letters only, titles and suffixes set aside, stand-ins made missing.
///
/// Na, Nan and the surname Null are people's names, so "Na" and "Nan" stay (only "NaN" written so
/// is missing) and the surname "Null" stays when it is written with one capital; `NULL` and `null`
/// are missing everywhere.
public struct NameNormalizer {
  let text: TextNormalizer

  /// Makes a normalizer on a thread's text normalizer.
  public init(text: TextNormalizer) { self.text = text }

  /// Normalizes the cell of a given-name, middle-name or surname column.
  ///
  /// Idempotent on `text`, except that a suffix or title once removed stays removed.
  ///
  /// - Complexity: O(n) in the bytes given.
  public func normalize(
    _ bytes: UnsafeBufferPointer<UInt8>, field: NameField
  ) -> NormalizedName {
    var folded: [UInt8] = []
    var name = NormalizedName()
    name.textFlags = text.fold(bytes, into: &folded)
    if let outcome = NameAbsence.outcome(raw: bytes, folded: folded, field: field) {
      name.outcome = outcome
      if outcome == .placeholder { name.flags = .placeholder }
      return name
    }
    if field != .middle, folded.allSatisfy(\.isASCIILower) {
      // One plain word, as most cells are: nothing to set aside.
      name.outcome = .valid
      name.text = folded
      name.withoutParticles = folded
      return name
    }
    let scanner = NameScanner(folded)
    name.suffix = scanner.suffix
    name.flags = scanner.flags
    name.nicknames = [UInt8](joining: scanner.nicknames, maximumLength: text.maximumLength)
    fill(&name, with: Array(scanner.groups.joined()), field: field)
    return name
  }

  /// Whether a cell is words of letters with single blanks between them, none of them on a list,
  /// as most cells are: the name is then the cell in small letters, which is put into `name`.
  ///
  /// False for some such cells as well; `normalize` gives the same name of those that are true.
  func isPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, field: NameField, into name: inout [UInt8]
  ) -> Bool {
    guard field != .middle, bytes.count > 2, bytes.count <= text.maximumLength else { return false }
    name.removeAll(keepingCapacity: true)
    var start = 0
    for byte in bytes {
      if byte == 0x20 {
        guard Self.isPlainWord(name[start...]) else { return false }
        name.append(byte)
        start = name.count
        continue
      }
      let letter = byte | 0x20
      guard letter.isASCIILower, byte >= 0x41 else { return false }
      name.append(letter)
    }
    if start == 0 { return !NameAbsence.isListed(name, field: field) }
    return Self.isPlainWord(name[start...])
      && !NameAbsence.isListed(name.filter { $0 != 0x20 }, field: field)
      && !MissingMarkers.isMissing(name)
  }

  /// Whether a word among others is nothing but part of the name.
  private static func isPlainWord(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 2 && !NameWords.meanings.contains(word)
  }

  /// Normalizes a string, for tests.
  public func normalize(_ string: String, field: NameField) -> NormalizedName {
    Array(string.utf8).withUnsafeBufferPointer { normalize($0, field: field) }
  }

  private func fill(_ name: inout NormalizedName, with scanned: [Word], field: NameField) {
    var words = NameShape.withoutTitles(scanned, flags: &name.flags)
    words = NameShape.withoutStandIns(words)
    if field == .given { words = NameShape.firstPerson(words, flags: &name.flags) }
    if field == .middle, words.count == 1, let suffix = NameWords.generations(words[0]) {
      name.suffix = suffix
      name.flags.insert(.suffix)
      words = []
    }
    guard !words.isEmpty else {
      name.outcome = scanned.isEmpty && name.suffix.isEmpty ? .invalid : .placeholder
      if name.outcome == .placeholder { name.flags.insert(.placeholder) }
      return
    }
    words = NameShape.withPrefixesJoined(words, field: field)
    name.outcome = .valid
    name.text = [UInt8](joining: words, maximumLength: text.maximumLength)
    name.withoutParticles = NameShape.withoutParticles(name.text)
    if name.withoutParticles.count < name.text.count { name.flags.insert(.particles) }
  }

  /// Removes particles such as "de la" from a normalized name, unless nothing else would remain.
  public static func withoutParticles(_ name: [UInt8]) -> [UInt8] {
    NameShape.withoutParticles(name)
  }
}

/// Decides whether a whole name cell says that there is no name.
enum NameAbsence {
  static func outcome(
    raw: UnsafeBufferPointer<UInt8>, folded: [UInt8], field: NameField?
  ) -> ValueOutcome? {
    let isWord = folded.allSatisfy(\.isASCIILower)
    let letters = isWord ? folded : folded.filter(\.isFoldedLetter)
    if letters.isEmpty {
      return MissingMarkers.isOnlyPunctuation(folded) ? .missing : .invalid
    }
    if isName(letters, folded: folded, raw: raw, field: field) { return nil }
    if MissingMarkers.isMissing(folded) {
      return letters.equals("unknown") || letters.equals("unk") ? .placeholder : .missing
    }
    if NameWords.placeholders.contains(letters) { return .placeholder }
    if field == .given && NameWords.givenPlaceholders.contains(letters) { return .placeholder }
    if letters.equals("x") { return field == .middle ? nil : .placeholder }
    // "III" is one letter repeated, but a suffix.
    if field == .middle && NameWords.generations(letters) != nil { return nil }
    let isRepeated = letters.isOneByteRepeated && letters[0] < 0x80
    return isRepeated && (letters.count > 2 || letters.equals("xx")) ? .placeholder : nil
  }

  /// Whether a word of small letters is on some list of stand-ins or markers, or one letter over
  /// and over.
  static func isListed(_ word: [UInt8], field: NameField) -> Bool {
    MissingMarkers.isMissing(word) || NameWords.placeholders.contains(word)
      || field == .given && NameWords.givenPlaceholders.contains(word) || word.isOneByteRepeated
  }

  /// Whether the cell is one of the names that read like a marker of absence.
  private static func isName(
    _ letters: [UInt8], folded: [UInt8], raw: UnsafeBufferPointer<UInt8>, field: NameField?
  ) -> Bool {
    guard letters.count == folded.count else { return false }
    if letters.equals("na") { return true }
    if letters.equals("nan") { return !raw.equals("NaN") }
    return field == .surname && letters.equals("null") && raw.equals("Null")
  }
}
