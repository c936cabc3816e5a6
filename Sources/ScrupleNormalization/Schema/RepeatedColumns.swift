/// Leaves out columns that say again what others say.
///
/// Evidence that is counted twice makes a wrong link look certain.
enum RepeatedColumns {
  static func removeRepeats(_ columns: [InferredColumn], _ decisions: inout [ColumnDecision]) {
    removeSameField(columns, &decisions)
    removeFullNames(&decisions)
    removeAddresses(&decisions)
    removeBirthParts(&decisions)
  }

  /// Keeps the surest, then the fullest, then the longest column of each field.
  private static func removeSameField(
    _ columns: [InferredColumn], _ decisions: inout [ColumnDecision]
  ) {
    var kept: [String: Int] = [:]
    for index in decisions.indices {
      let role = decisions[index].role
      guard role.isUsedForMatching || role.isOnlyForFlags else { continue }
      let field = decisions[index].fieldName
      guard let other = kept[field] else {
        kept[field] = index
        continue
      }
      let (best, worse) =
        isBetter(index, other, columns, decisions) ? (index, other) : (other, index)
      kept[field] = best
      decisions[worse].turnDown(
        "repeats '\(field)', which column '\(decisions[best].column)' gives")
    }
  }

  private static func isBetter(
    _ one: Int, _ other: Int, _ columns: [InferredColumn], _ decisions: [ColumnDecision]
  ) -> Bool {
    if decisions[one].confidence != decisions[other].confidence {
      return decisions[one].confidence > decisions[other].confidence
    }
    let (mine, theirs) = (columns[one].profile, columns[other].profile)
    if abs(mine.completeness - theirs.completeness) > 0.1 {
      return mine.completeness > theirs.completeness
    }
    // An initial beside the whole middle name: the longer says more.
    return decisions[one].role == .middleName && mine.meanLength > theirs.meanLength + 1
  }

  private static func first(_ role: ColumnRole, _ decisions: [ColumnDecision]) -> String? {
    decisions.first { $0.role == role }?.column
  }

  private static func turnDown(
    _ roles: Set<ColumnRole>, _ decisions: inout [ColumnDecision], _ reason: String
  ) {
    for index in decisions.indices where roles.contains(decisions[index].role) {
      decisions[index].turnDown(reason)
    }
  }

  private static func removeFullNames(_ decisions: inout [ColumnDecision]) {
    guard let full = first(.fullName, decisions) else { return }
    if let given = first(.givenName, decisions), let surname = first(.surname, decisions) {
      turnDown([.fullName], &decisions, "repeats columns '\(given)' and '\(surname)'")
    } else {
      turnDown([.givenName, .surname], &decisions, "repeats a part of column '\(full)'")
    }
  }

  private static func removeAddresses(_ decisions: inout [ColumnDecision]) {
    guard let street = first(.street, decisions) else { return }
    turnDown([.address], &decisions, "repeats the parts, among them column '\(street)'")
  }

  private static func removeBirthParts(_ decisions: inout [ColumnDecision]) {
    let parts: Set<ColumnRole> = [.birthYear, .birthMonth, .birthDay]
    if let date = first(.birthDate, decisions) {
      turnDown(parts, &decisions, "repeats a part of column '\(date)'")
    } else if first(.birthYear, decisions) == nil {
      turnDown(parts, &decisions, "a part of a date of birth without its year")
    }
  }
}
