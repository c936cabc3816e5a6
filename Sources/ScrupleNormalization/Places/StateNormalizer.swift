/// Writes U.S. states and territories as their two-letter codes; other regions are folded words.
public struct StateNormalizer {
  let text: TextNormalizer

  /// Makes a normalizer on a thread's text normalizer.
  public init(text: TextNormalizer) { self.text = text }

  /// Normalizes one cell; idempotent.
  public func normalize(_ bytes: UnsafeBufferPointer<UInt8>) -> NormalizedValue {
    var folded: [UInt8] = []
    let flags = text.fold(bytes, into: &folded)
    if MissingMarkers.isMissing(folded) {
      return NormalizedValue(outcome: .missing, textFlags: flags)
    }
    let words = FreeTextNormalizer.words(folded)
    let letters = Array(words.joined())
    if letters.isEmpty { return NormalizedValue(outcome: .missing, textFlags: flags) }
    if letters.count == 1 || letters.equals("xx") {
      return NormalizedValue(bytes: letters, outcome: .invalid, textFlags: flags)
    }
    let value = USStates.code(letters) ?? [UInt8](joining: words)
    return NormalizedValue(bytes: value, outcome: .valid, textFlags: flags)
  }

  /// Normalizes a string, for tests.
  public func normalize(_ string: String) -> NormalizedValue {
    Array(string.utf8).withUnsafeBufferPointer { normalize($0) }
  }
}

/// Codes and names of U.S. states and territories (USPS Publication 28, appendix B).
enum USStates {
  private static let names = WordTable(
    groups: """
      al alabama ala
      ak alaska
      az arizona ariz
      ar arkansas ark
      ca california calif cal
      co colorado colo
      ct connecticut conn
      de delaware del
      dc districtofcolumbia washingtondc
      fl florida fla
      ga georgia
      hi hawaii
      id idaho
      il illinois ill
      in indiana ind
      ia iowa
      ks kansas kans
      ky kentucky
      la louisiana
      me maine
      md maryland
      ma massachusetts mass
      mi michigan mich
      mn minnesota minn
      ms mississippi miss
      mo missouri
      mt montana mont
      ne nebraska nebr
      nv nevada nev
      nh newhampshire
      nj newjersey
      nm newmexico
      ny newyork
      nc northcarolina
      nd northdakota
      oh ohio
      ok oklahoma okla
      or oregon ore
      pa pennsylvania penn penna
      ri rhodeisland
      sc southcarolina
      sd southdakota
      tn tennessee tenn
      tx texas tex
      ut utah
      vt vermont
      va virginia
      wa washington wash
      wv westvirginia
      wi wisconsin wis
      wy wyoming wyo
      as americansamoa
      gu guam
      mp northernmarianaislands
      pr puertorico
      vi virginislands usvirginislands
      """)

  /// The code of a state written without blanks, or nil.
  static func code(_ letters: [UInt8]) -> [UInt8]? { names(letters) }
}
