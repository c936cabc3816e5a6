import ScrupleExecution
import ScrupleRecords

extension SchemaInference {
  /// A field that both files give.
  public struct SharedField: Sendable, Equatable {
    /// The field's name: a role, or the label of an identifier or text.
    public var name: String
    /// The columns of the left file that give it.
    public var left: [String]
    /// The columns of the right file that give it.
    public var right: [String]
  }

  /// The guesses for two files that are to be linked.
  public struct PairResult: Sendable, Equatable {
    public var left: Result
    public var right: Result
    /// What can be compared, in the order of the left file.
    public var sharedFields: [SharedField]
    /// Where nothing is shared: why, one sentence each. Otherwise doubts about
    /// fields that look alike and cannot be compared.
    public var reasons: [String]
  }

  /// Guesses the roles of the columns of two files and what they share.
  ///
  /// A role that only one file has stays mapped. Identifiers and texts are the
  /// same field where their labels are the same.
  public static func infer(
    left: RecordTable, right: RecordTable,
    parallelism: Parallelism = Parallelism(threadCount: 1)
  ) -> PairResult {
    let found = parallelism.map(2) { infer($0 == 0 ? left : right) }
    return align(found[0], found[1])
  }

  /// Brings two guesses together.
  public static func align(_ left: Result, _ right: Result) -> PairResult {
    let (leftFields, rightFields) = (fields(of: left), fields(of: right))
    let shared = leftFields.compactMap { field in
      rightFields.first { $0.name == field.name }.map {
        SharedField(name: field.name, left: field.columns, right: $0.columns)
      }
    }
    var reasons = nearMisses(left, right)
    if shared.isEmpty {
      reasons.insert("No field is common to both files.", at: 0)
      reasons.append(summary("left", left))
      reasons.append(summary("right", right))
      reasons += doubts("left", left) + doubts("right", right)
    }
    return PairResult(left: left, right: right, sharedFields: shared, reasons: reasons)
  }

  /// The fields a file gives. A full name gives its parts, the parts of a date
  /// of birth give the date, a street gives the address.
  private static func fields(of result: Result) -> [(name: String, columns: [String])] {
    var fields: [(name: String, columns: [String])] = []
    for decision in result.decisions where decision.role.isUsedForMatching {
      for name in names(of: decision) {
        if let index = fields.firstIndex(where: { $0.name == name }) {
          fields[index].columns.append(decision.column)
        } else {
          fields.append((name, [decision.column]))
        }
      }
    }
    return fields
  }

  private static func names(of decision: ColumnDecision) -> [String] {
    if decision.label != nil { return [decision.fieldName] }
    let roles: [ColumnRole] =
      switch decision.role {
      case .fullName: [.givenName, .middleName, .surname]
      case .birthYear, .birthMonth, .birthDay: [.birthDate]
      case .streetNumber, .street, .unit: [.address]
      // Useful only together with an age.
      case .referenceYear: []
      default: [decision.role]
      }
    return roles.map(\.rawValue)
  }

  private static func nearMisses(_ left: Result, _ right: Result) -> [String] {
    func column(_ result: Result, _ field: String) -> String? {
      result.decisions.first { $0.fieldName == field }?.column
    }
    let pairs = [("ssn", "social-security-number"), ("ssn", "last-four-ssn")]
    return pairs.flatMap { one, other in
      [(left, right, "left", "right"), (right, left, "right", "left")].compactMap {
        guard let mine = column($0.0, one), let theirs = column($0.1, other) else { return nil }
        return "Column '\(mine)' (\($0.2)) is a whole social security number, column '\(theirs)' "
          + "(\($0.3)) is not: they are not compared."
      }
    }
  }

  private static func summary(_ side: String, _ result: Result) -> String {
    let names = fields(of: result).map(\.name)
    return names.isEmpty
      ? "The \(side) file has no column that can be used for matching."
      : "The \(side) file has \(names.joined(separator: ", "))."
  }

  private static func doubts(_ side: String, _ result: Result) -> [String] {
    result.decisions.filter { $0.role == .ignore }.map {
      "Column '\($0.column)' (\(side)) is ignored: \($0.reason)."
    }
  }
}
