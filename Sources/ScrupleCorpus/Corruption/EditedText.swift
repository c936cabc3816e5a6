/// The letters of a value while an operator works on them.
///
/// Unicode scalars, not characters: the values are Latin letters and digits, and
/// an operator runs millions of times.
struct EditedText {
  var scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The places that satisfy a condition.
  func places(where isWanted: (Unicode.Scalar) -> Bool) -> [Int] {
    scalars.indices.filter { isWanted(scalars[$0]) }
  }
}

extension Unicode.Scalar {
  var isPlainLetter: Bool {
    let folded = value | 0x20
    return folded >= 97 && folded <= 122
  }

  var isLetter: Bool { isPlainLetter || value >= 0xC0 }

  var isDigit: Bool { value >= 48 && value <= 57 }

  var isCapital: Bool { value >= 65 && value <= 90 }

  /// This plain letter as capital or small, as another letter is.
  func cased(like other: Unicode.Scalar) -> Unicode.Scalar {
    guard isPlainLetter else { return self }
    let small = value | 0x20
    return Unicode.Scalar(other.isCapital ? small - 32 : small) ?? self
  }
}

/// Tries places in a drawn order of rotation until one gives something.
func firstFound<Found>(
  among count: Int, _ draw: inout Draw, _ attempt: (Int) -> Found?
) -> Found? {
  guard count > 0 else { return nil }
  let start = draw.below(count)
  for step in 0..<count {
    if let found = attempt((start + step) % count) { return found }
  }
  return nil
}
