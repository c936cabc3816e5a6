/// The names of rates in words for a reader who has not read the glossary.
enum RateWords {
  /// A rate's name in words; a name not known here stands as it is.
  static func name(_ rate: String) -> String {
    switch rate {
    case "fpir", "falsePositiveIdentificationRate": "Linked, though not in the register (FPIR)"
    case "fnir", "falseNegativeIdentificationRate": "In the register, not found (FNIR)"
    case "wrongFlagRate": "Wrong flags"
    case "citizenFlagRate": "Citizens flagged"
    case "missedFlagRate": "Missed flags"
    case "precision": "Links that are right"
    case "recall": "True pairs linked"
    default: rate
    }
  }
}
