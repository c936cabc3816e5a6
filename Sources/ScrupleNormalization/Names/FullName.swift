/// Splits cells that hold a whole name into given name, middle names, surname and suffix.
///
/// A cell with a comma is read "Surname, Given Middle" whatever the order, unless only suffixes or
/// a peerage follow the comma. A single word is taken for the surname, as the Department of State
/// does with mononyms. Two Spanish surnames in a row look like a middle name and a surname: the
/// style decides, and `ambiguousBorder` tells.
public struct FullName {
  let text: TextNormalizer
  /// How many words a surname has when nothing in the cell says so.
  public var surnameStyle: SurnameStyle

  /// Makes a splitter on a thread's text normalizer.
  public init(text: TextNormalizer, surnameStyle: SurnameStyle = .single) {
    self.text = text
    self.surnameStyle = surnameStyle
  }

  /// Splits a cell of a column with the given order.
  ///
  /// - Complexity: O(n) in the bytes given.
  public func split(_ bytes: UnsafeBufferPointer<UInt8>, order: NameOrder) -> NameParts {
    var folded: [UInt8] = []
    var parts = NameParts()
    parts.textFlags = text.fold(bytes, into: &folded)
    if let outcome = NameAbsence.outcome(raw: bytes, folded: folded, field: nil) {
      parts.outcome = outcome
      if outcome == .placeholder { parts.flags = .placeholder }
      return parts
    }
    let scanner = NameScanner(folded)
    parts.suffix = scanner.suffix
    parts.flags = scanner.flags
    parts.nicknames = [UInt8](joining: scanner.nicknames, maximumLength: text.maximumLength)
    fill(&parts, with: scanner.groups, order: order)
    return parts
  }

  /// Splits a string, for tests.
  public func split(_ string: String, order: NameOrder = .givenFirst) -> NameParts {
    Array(string.utf8).withUnsafeBufferPointer { split($0, order: order) }
  }

  private func fill(_ parts: inout NameParts, with groups: [[Word]], order: NameOrder) {
    guard groups.count > 1 else {
      let words = NameShape.withoutTitles(groups.first ?? [], flags: &parts.flags)
      assign(onePerson(words, flags: &parts.flags), order: order, to: &parts)
      return
    }
    parts.flags.insert(.commaMarked)
    let surname = NameShape.withoutTitles(groups[0], flags: &parts.flags)
    var given = NameShape.withoutTitles(Array(groups.dropFirst().joined()), flags: &parts.flags)
    given = NameShape.firstPerson(given, flags: &parts.flags)
    set(&parts, given: given[...], surname: surname[...])
  }

  /// Of "Charles and Jean Dukes" the words of Charles Dukes.
  private func onePerson(_ words: [Word], flags: inout NameFlags) -> [Word] {
    let first = NameShape.firstPerson(words, flags: &flags)
    guard first.count < words.count, flags.contains(.severalPeople), let last = words.last else {
      return first
    }
    let named = NameShape.withoutTitles(first, flags: &flags)
    let isNamed = named.count > 1 && named.last.map { $0.count > 1 } == true
    return isNamed ? named : named + [last]
  }

  private func assign(_ words: [Word], order: NameOrder, to parts: inout NameParts) {
    guard words.count > 1 else {
      parts.flags.insert(.singleWord)
      set(&parts, given: [], surname: words[...])
      return
    }
    let border = NameBorder(words: words, style: surnameStyle)
    if border.isAmbiguous { parts.flags.insert(.ambiguousBorder) }
    switch order {
    case .givenFirst:
      let surname = border.surnameStart
      set(&parts, given: words[..<surname], surname: words[surname...])
    case .surnameFirst, .commaMarked:
      let given = border.surnameEnd
      set(&parts, given: words[given...], surname: words[..<given])
    }
  }

  private func set(_ parts: inout NameParts, given: ArraySlice<Word>, surname: ArraySlice<Word>) {
    let limit = text.maximumLength
    let givenCount = NameBorder.givenCount(of: given)
    let middle = given.dropFirst(givenCount)
    if (given + surname).contains(where: NameWords.standIns.contains) {
      parts.flags.insert(.placeholder)
    }
    let named = { (words: ArraySlice<Word>) in NameShape.withoutStandIns(Array(words)) }
    parts.given = [UInt8](joining: named(given.prefix(givenCount)), maximumLength: limit)
    parts.middle = [UInt8](joining: named(middle), maximumLength: limit)
    let joined = NameShape.withPrefixesJoined(named(surname), field: .surname)
    parts.surname = [UInt8](joining: joined, maximumLength: limit)
    if surname.contains(where: NameWords.particles.contains) { parts.flags.insert(.particles) }
    let isEmpty = parts.given.isEmpty && parts.surname.isEmpty
    parts.outcome = !isEmpty ? .valid : parts.flags.contains(.placeholder) ? .placeholder : .invalid
  }
}
