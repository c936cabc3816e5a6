/// A group of people who share a naming system and a stock of names.
///
/// It exists to make the world as uneven as the real one and is written to the
/// truth for the audit. It is never a feature of matching.
public enum NameOriginGroup: String, Sendable, CaseIterable, Codable {
  case anglo
  case black
  case hispanic
  case vietnamese
  case chinese
  case korean
  case filipino
  case southAsian = "south_asian"
  case arabic
  case slavic
}

/// Sex as recorded in the truth.
public enum Sex: String, Sendable, CaseIterable, Codable {
  case female = "F"
  case male = "M"
}
