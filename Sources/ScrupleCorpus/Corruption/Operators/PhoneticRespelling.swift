/// Spells a sound otherwise: ph/f, c/k, i/y, s/z, ll/y, b/v, a dropped h.
public struct PhoneticRespelling: CorruptionOperator {
  public let name = "phonetic"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    let edited = EditedText(value)
    let rules = Self.rules
    let start = draw.below(rules.count)
    let place = draw.below(max(1, edited.scalars.count))
    for step in 0..<rules.count {
      let rule = rules[(start + step) % rules.count]
      if let found = rule.applied(to: edited.scalars, from: place) { return found }
    }
    return nil
  }

  /// Both directions where both occur.
  private static let rules: [SpellingRule] = [
    SpellingRule("ph", "f"), SpellingRule("f", "ph"), SpellingRule("ck", "k"),
    SpellingRule("c", "k", before: "aoulr"), SpellingRule("k", "c", before: "aoulr"),
    SpellingRule("c", "s", before: "ei"), SpellingRule("i", "y"), SpellingRule("y", "i"),
    SpellingRule("s", "z"), SpellingRule("z", "s"), SpellingRule("ll", "y", before: "aeiou"),
    SpellingRule("b", "v"), SpellingRule("v", "b"), SpellingRule("h", "", before: "aeiou"),
    SpellingRule("ei", "ie"), SpellingRule("ie", "ei"), SpellingRule("ou", "u"),
    SpellingRule("j", "g", before: "ei"), SpellingRule("g", "j", before: "ei"),
    SpellingRule("x", "j", before: "aeio"), SpellingRule("qu", "k", before: "ei"),
    SpellingRule("sch", "sh"), SpellingRule("ee", "i"), SpellingRule("oo", "u"),
  ]
}

/// A spelling and another of the same sound.
struct SpellingRule: Sendable {
  private let old: [UInt32]
  private let new: [Unicode.Scalar]
  private let before: [UInt32]

  /// Creates the rule; `before` are the letters of which one must follow, any when empty.
  init(_ old: String, _ new: String, before: String = "") {
    self.old = old.unicodeScalars.map(\.value)
    self.new = Array(new.unicodeScalars)
    self.before = before.unicodeScalars.map(\.value)
  }

  /// The text with the first occurrence from a place on (going round) respelled.
  func applied(to scalars: [Unicode.Scalar], from start: Int) -> String? {
    guard scalars.count >= old.count, scalars.count > 1 else { return nil }
    for step in 0..<scalars.count {
      let place = (start + step) % scalars.count
      if stands(in: scalars, at: place) { return replaced(scalars, place) }
    }
    return nil
  }

  private func stands(in scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard place + old.count <= scalars.count else { return false }
    for (offset, letter) in old.enumerated() {
      let scalar = scalars[place + offset]
      guard scalar.isPlainLetter, scalar.value | 0x20 == letter else { return false }
    }
    if before.isEmpty { return true }
    let next = place + old.count
    return next < scalars.count && before.contains(scalars[next].value | 0x20)
  }

  private func replaced(_ scalars: [Unicode.Scalar], _ place: Int) -> String? {
    var edited = EditedText("")
    edited.scalars.reserveCapacity(scalars.count + 1)
    edited.scalars += scalars[..<place]
    for (offset, letter) in new.enumerated() {
      let model = scalars[min(place + offset, place + old.count - 1)]
      edited.scalars.append(letter.cased(like: model))
    }
    var rest = scalars[(place + old.count)...]
    if new.isEmpty, scalars[place].isCapital, let next = rest.popFirst() {
      edited.scalars.append(next.cased(like: scalars[place]))
    }
    edited.scalars += rest
    return edited.scalars == scalars ? nil : edited.text
  }
}
