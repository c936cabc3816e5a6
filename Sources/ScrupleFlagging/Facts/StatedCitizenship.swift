/// The citizenship that a person is recorded to have stated.
public enum StatedCitizenship: String, Sendable, Codable, CaseIterable {
  case unitedStates = "united-states"
  case foreign

  /// Reads a country or a word for one's standing; nil for what is not recognized.
  ///
  /// - Parameter words: folded words in small letters.
  init?(reading words: [String]) {
    switch words.joined() {
    case "citizen", "uscitizen", "unitedstatescitizen", "usc", "american", "usnational":
      self = .unitedStates
    case "foreign", "foreignnational", "noncitizen", "nonuscitizen", "alien", "notacitizen",
      "notuscitizen":
      self = .foreign
    default:
      guard let country = Country(reading: words) else { return nil }
      self = country.isUnitedStates ? .unitedStates : .foreign
    }
  }
}

/// What became of an earlier flag on the same person.
public enum PriorOutcome: String, Sendable, Codable, CaseIterable {
  case confirmed
  case refuted
  case unresolved

  /// Reads the word, or the code "foreign born USC"; nil for anything else.
  init?(reading words: [String]) {
    let compact = words.joined()
    if compact == "fbusc" || compact == "foreignbornusc" {
      self = .refuted
    } else if let outcome = PriorOutcome(rawValue: compact) {
      self = outcome
    } else {
      return nil
    }
  }
}

/// A sex as recorded.
public enum RecordedSex: String, Sendable, Codable {
  case male
  case female
}
