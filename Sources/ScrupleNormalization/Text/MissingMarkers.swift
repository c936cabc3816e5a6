/// The whole-cell texts that say a value is absent, whatever the kind of column.
///
/// Names have exceptions (`NameAbsence`), because Na, Nan, None and Null are also people's names.
enum MissingMarkers {
  private static let anywhere = WordTable(
    groups: """
      null
      nil
      none
      n/a
      n/d
      na
      nan
      nat
      unk
      unknown
      undefined
      missing
      blank
      empty
      \\n
      n.a.
      n.a
      #n/a
      <na>
      (null)
      (blank)
      (none)
      """)
  private static let phrases = [
    "not available", "not known", "not given", "not provided", "not applicable", "not recorded",
    "not stated", "no data", "none given", "no info",
  ].map { Array($0.utf8) }

  /// Whether folded bytes say that there is no value.
  static func isMissing(_ folded: [UInt8]) -> Bool {
    guard folded.count <= 16 else { return folded.isEmpty }
    if isOnlyPunctuation(folded) || anywhere.contains(folded) { return true }
    // All phrases begin with "no".
    return folded[0] == UInt8(ascii: "n") && phrases.contains(folded)
  }

  /// Whether there is nothing but marks such as `-`, `--`, `.` or `?`; true when empty.
  static func isOnlyPunctuation(_ folded: [UInt8]) -> Bool {
    folded.allSatisfy { !$0.isFoldedLetter && !$0.isASCIIDigit }
  }
}
