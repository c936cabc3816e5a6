import ScrupleBlocking
import ScrupleMadeUpRecords
import ScrupleNormalization

/// Blocking so simple that it is plainly right: keys are texts, and every pair
/// of records is looked at.
struct NaiveBlocking {
  /// The keys that a rule gives each record, each a list of one text per part.
  let left: [Set<[String]>]
  let right: [Set<[String]>]

  init(_ rule: BlockingRule, _ records: NormalizedRecords) {
    left = (0..<records.leftCount).map { record in
      Self.combinations(
        rule.keys.map { Self.keys($0, records) { field in field.leftTexts[record] } })
    }
    right = (0..<records.rightCount).map { record in
      Self.combinations(
        rule.keys.map { Self.keys($0, records) { field in field.rightTexts[record] } })
    }
  }

  /// How many records of each side have a key, for every key.
  var blocks: [[String]: (left: Int, right: Int)] {
    var blocks: [[String]: (left: Int, right: Int)] = [:]
    for keys in left { for key in keys { blocks[key, default: (0, 0)].left += 1 } }
    for keys in right { for key in keys { blocks[key, default: (0, 0)].right += 1 } }
    return blocks
  }

  private static func combinations(_ parts: [Set<String>]) -> Set<[String]> {
    parts.reduce([[]]) { all, part in
      Set(all.flatMap { before in part.map { before + [$0] } })
    }
  }

  private static func keys(
    _ key: BlockingKey, _ records: NormalizedRecords, _ texts: (NormalizedField) -> [String]
  ) -> Set<String> {
    let values = key.fields.map { texts(records.field($0)!) }
    if key.transform == .sortedTokens {
      if values.contains([]) { return [] }
      let tokens = values.flatMap { $0[0].split(separator: " ").map(String.init) }
      return [tokens.sorted().joined(separator: " ")]
    }
    return Set(values[0].flatMap { keys($0, key.transform) })
  }

  private static func keys(_ text: String, _ transform: KeyTransform) -> [String] {
    let bytes = Array(text.utf8)
    let date = text.split(separator: "-").map(String.init)
    switch transform {
    case .value: return [text]
    case .prefix(let length): return [String(text.prefix(length))]
    case .soundex:
      return [
        String(decoding: bytes.withUnsafeBufferPointer { Phonetics.soundex($0) }, as: UTF8.self)
      ]
      .filter { !$0.isEmpty }
    case .doubleMetaphone:
      let codes = bytes.withUnsafeBufferPointer { Phonetics.doubleMetaphone($0) }
      return [codes.primary, codes.alternate].filter { !$0.isEmpty }
        .map { String(decoding: $0, as: UTF8.self) }
    case .tokens: return text.split(separator: " ").map(String.init)
    case .deletions:
      guard 4...64 ~= text.count else { return [text] }
      return [text]
        + text.indices.map { place in
          var shorter = text
          shorter.remove(at: place)
          return shorter
        }
    case .year: return [date[0]]
    case .yearMonth: return date.count >= 2 ? ["\(date[0])-\(date[1])"] : []
    case .monthDay: return date.count == 3 ? ["\(date[1])-\(date[2])"] : []
    case .sortedTokens: return []
    }
  }
}

/// Small records that agree often: few values, some missing, some several.
enum SmallRecords {
  static func make(
    seed: UInt64, left: Int = 25, right: Int = 31, isMultiValued: Bool = true
  ) -> NormalizedRecords {
    var dice = Dice(seed: seed)
    func column(_ count: Int, _ value: (inout Dice) -> String) -> [[String]] {
      (0..<count).map { _ in
        let values = dice.once(in: 5) ? 0 : isMultiValued && dice.once(in: 4) ? 2 : 1
        return (0..<values).map { _ in value(&dice) }
      }
    }
    func name(_ dice: inout Dice) -> String {
      let first = dice.word("abr", 2...5)
      return dice.once(in: 4) ? first + " " + dice.word("ab", 2...4) : first
    }
    func date(_ dice: inout Dice) -> String {
      let parts = ["198\(dice.below(3))", "0\(1 + dice.below(3))", "1\(dice.below(3))"]
      return parts.prefix(dice.once(in: 4) ? 1 + dice.below(2) : 3).joined(separator: "-")
    }
    func number(_ dice: inout Dice) -> String { dice.word("12", 4...6) }
    return NormalizedRecords([
      NormalizedField(
        "surname", .name, left: column(left, name), right: column(right, name)),
      NormalizedField(
        "given-name", .name, left: column(left, name), right: column(right, name)),
      NormalizedField(
        "birth-date", .date, left: column(left, date), right: column(right, date)),
      NormalizedField(
        "ssn", .identifier, left: column(left, number), right: column(right, number)),
    ])
  }

  /// Rules of every transform, alone and together.
  static let rules: [BlockingRule] = [
    BlockingRule(BlockingKey(.value, "ssn")),
    BlockingRule(BlockingKey(.value, "surname"), BlockingKey(.value, "given-name")),
    BlockingRule(BlockingKey(.sortedTokens, "given-name", "surname")),
    BlockingRule(BlockingKey(.deletions, "ssn"), BlockingKey(.prefix(1), "surname")),
    BlockingRule(BlockingKey(.tokens, "surname"), BlockingKey(.year, "birth-date")),
    BlockingRule(BlockingKey(.soundex, "surname"), BlockingKey(.monthDay, "birth-date")),
    BlockingRule(
      BlockingKey(.doubleMetaphone, "given-name"), BlockingKey(.yearMonth, "birth-date")),
    BlockingRule(BlockingKey(.value, "birth-date")),
    BlockingRule(BlockingKey(.prefix(3), "surname"), BlockingKey(.deletions, "given-name")),
    BlockingRule(keys: []),
  ]
}
