import ScrupleRecords

/// A column with what its name and its content say.
struct InferredColumn: Sendable {
  let column: TextColumn
  let name: ColumnName
  let profile: ColumnProfile
  let meaning: ColumnNameMeaning?
  /// Whether the name is a known one, not only close to one.
  let isExactName: Bool

  init(_ column: TextColumn) {
    self.column = column
    name = ColumnName(column.name)
    profile = ColumnProfile(column)
    let known = name.meaning
    meaning = known?.meaning
    isExactName = known?.isExact ?? false
  }

  /// The decision as far as the column alone allows it.
  var firstDecision: ColumnDecision {
    guard let meaning else { return decisionFromContent }
    switch meaning {
    case .role(let role): return decision(role)
    case .number(let label): return decision(.identifier, label: label)
    case .text(let label): return decision(.text, label: label)
    case .auditOnly:
      return ColumnDecision(
        column: column.name, role: .auditOnly,
        reason: "describes a group: audits only, never a feature of matching",
        confidence: isExactName ? .high : .medium)
    default: return ignored(Self.reason(toIgnore: meaning, profile))
    }
  }

  /// The role, or `ignore` with the reason where the content speaks against it.
  func decision(_ role: ColumnRole, label: String? = nil) -> ColumnDecision {
    if profile.isAllMissing { return ignored("no row has a value") }
    guard let objection = ColumnPlausibility.objection(to: role, profile) else {
      return ColumnDecision(
        column: column.name, role: role,
        reason: isExactName
          ? "a known name, and the values fit" : "close to a known name, and the values fit",
        confidence: isExactName ? .high : .medium, separator: separator(for: role), label: label)
    }
    if let other = otherRole(than: role) { return other }
    return ignored("named like '\(label ?? role.rawValue)', but \(objection)")
  }

  /// A decision not to use the column.
  func ignored(_ reason: String, _ confidence: InferenceConfidence = .high) -> ColumnDecision {
    ColumnDecision(column: column.name, role: .ignore, reason: reason, confidence: confidence)
  }

  private var decisionFromContent: ColumnDecision {
    if profile.isAllMissing { return ignored("no row has a value") }
    if profile.share(.email) >= 0.9 {
      return ColumnDecision(
        column: column.name, role: .email,
        reason: "unknown name, but all values are e-mail addresses",
        confidence: .low, separator: separator(for: .email))
    }
    return ignored("unknown name; may carry the truth", .medium)
  }

  /// Another role of the same family that the content fits.
  private func otherRole(than role: ColumnRole) -> ColumnDecision? {
    switch role {
    case .birthDate where profile.share(.year) >= 0.7:
      instead(.birthYear, because: "its values are years")
    case .birthDate
    where name.words.contains { $0.hasSuffix("day") }
      && profile.share(.dayNumber) >= 0.9:
      instead(.birthDay, because: "its values are days of a month")
    case .birthDay where profile.share(.date) >= 0.7:
      instead(.birthDate, because: "its values are whole dates")
    case .ssn where profile.share(.digits) >= 0.5 && profile.meanLength < 5:
      instead(.identifier, "last-four-ssn", because: "its values have four digits")
    case .ssn where profile.share(.anyDigit) >= 0.5 && profile.distinctCount > 1:
      instead(
        .identifier, "social-security-number",
        because: "its values do not have nine digits: a generic number")
    default: nil
    }
  }

  private func instead(
    _ role: ColumnRole, _ label: String? = nil, because reason: String
  ) -> ColumnDecision {
    ColumnDecision(
      column: column.name, role: role, reason: "a known name; \(reason)", confidence: .medium,
      separator: separator(for: role), label: label)
  }

  private func separator(for role: ColumnRole) -> String? {
    switch role {
    case .givenName, .middleName, .surname, .secondSurname, .fullName, .birthDate, .ssn, .aNumber,
      .fbiNumber, .stateIdentifier, .i94, .receiptNumber, .fingerprintNumber, .identifier, .phone,
      .email:
      profile.separator
    default: nil
    }
  }

  private static func reason(
    toIgnore meaning: ColumnNameMeaning, _ profile: ColumnProfile
  ) -> String {
    switch meaning {
    case .truth: "may carry the truth about who is the same person"
    case .rowID(let rank) where rank < 2 && !profile.isUniqueAndComplete:
      "repeats or is missing on some rows, so it is no row id and may carry the truth"
    case .rowID: "a number of the row, the event or the file, not of the person"
    case .otherDate: "a date, but not the date of birth"
    case .year: "a year, but not the constant year that an age refers to"
    case .status: "a status follows from a link and is no evidence for one"
    case .appearance: "changes or is estimated; not used for matching"
    case .alias: "other names are not compared; map it as full-name with a separator to use it"
    case .otherParty: "belongs to another person or to an organization"
    default: "says nothing about who the person is"
    }
  }
}
