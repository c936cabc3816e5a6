import Scruple
import ScrupleBlocking
import ScrupleComparison
import ScrupleNormalization

/// Checks the parts of a specification against each other and against the
/// columns of the files.
struct SpecificationCheck {
  let specification: LinkageSpecification
  let lines: SpecificationLines
  /// Whether roles were left out because they were not understood; a field
  /// that a rule names may then be there after all.
  var toleratesUnmappedRoles = false

  func fault(_ path: String, _ message: String) -> SpecificationFault {
    SpecificationFault(path: path, line: lines.line(of: path), message: message)
  }

  private var mappings: [ColumnMapping] {
    specification.left.mapping.columns + specification.right.mapping.columns
  }

  // MARK: Fields of rules

  /// The fields that rules may name, in the order of the mappings.
  var knownFields: [String] {
    var fields: [String] = []
    for mapping in mappings where mapping.role.isUsedForMatching {
      let names = [mapping.label ?? mapping.role.rawValue] + mapping.role.derivedFields
      for name in names where !fields.contains(name) { fields.append(name) }
    }
    return fields
  }

  /// Faults of blocking and comparison rules that name fields.
  func ruleFaults() -> [SpecificationFault] {
    var faults: [SpecificationFault] = []
    for (number, rule) in (specification.blocking.rules ?? []).enumerated() {
      for (position, key) in rule.keys.enumerated() {
        faults += key.fields.compactMap {
          fieldFault($0, "blocking.rules[\(number + 1)][\(position + 1)]")
        }
      }
    }
    let comparisons = specification.comparisons ?? []
    for (number, rule) in comparisons.enumerated() {
      faults += comparisonFaults(rule, "comparisons[\(number + 1)]", among: comparisons)
    }
    return faults + deterministicRuleFaults()
  }

  private func comparisonFaults(
    _ rule: ComparisonRule, _ path: String, among rules: [ComparisonRule]
  ) -> [SpecificationFault] {
    let hasOwnFields = rule.fields != [rule.name]
    var faults = rule.fields.enumerated().compactMap {
      fieldFault($0.element, hasOwnFields ? "\(path).fields[\($0.offset + 1)]" : "\(path).name")
    }
    for (position, level) in rule.levels.enumerated() {
      guard case .swapped(let field) = level else { continue }
      if let fault = fieldFault(field, "\(path).levels[\(position + 1)]") { faults.append(fault) }
    }
    if let other = rule.missingWhenSwappedWith, !rules.contains(where: { $0.name == other }) {
      faults.append(
        fault(
          "\(path).missing-when-swapped-with",
          "No comparison has the name '\(other)'."
            + NearMiss.hint(for: other, among: rules.map(\.name).filter { $0 != rule.name })))
    }
    return faults
  }

  private func fieldFault(_ field: String, _ path: String) -> SpecificationFault? {
    let known = specification.leavesColumnsOpen ? Self.fieldsOfRoles : knownFields
    if field.isEmpty || known.contains(field) { return nil }
    if let role = unusableRole(of: field) {
      return fault(path, "'\(field)' cannot be used here: \(role.whyUnusable).")
    }
    if ColumnRole(rawValue: field) != nil {
      if toleratesUnmappedRoles { return nil }
      return fault(
        path, "No column of either file has the role '\(field)'. Give it to one, or leave this out."
      )
    }
    // Where columns are told from the files, one may give a field any name.
    if specification.leavesColumnsOpen, NearMiss.nearest(to: field, among: known) == nil {
      return nil
    }
    return fault(path, "Unknown field '\(field)'." + NearMiss.hint(for: field, among: known))
  }

  /// The fields that columns may give by their roles.
  private static let fieldsOfRoles: [String] = ColumnRole.allCases.filter(\.isUsedForMatching)
    .map(\.rawValue)

  /// The role that keeps a field out of matching: its own name, or that of
  /// the column that has the name.
  private func unusableRole(of field: String) -> ColumnRole? {
    if let role = ColumnRole(rawValue: field), !role.isUsedForMatching { return role }
    return mappings.first {
      ($0.label == field || $0.column == field) && !$0.role.isUsedForMatching
    }?.role
  }

  // MARK: Columns of files

  /// Faults of columns that the files do not have.
  func columnFaults(left: [String]?, right: [String]?) -> [SpecificationFault] {
    let sides = [("left", specification.left, left), ("right", specification.right, right)]
    return sides.flatMap { side, source, columns -> [SpecificationFault] in
      guard let columns else { return [] }
      var faults: [SpecificationFault] = []
      if let id = source.idColumn, !columns.contains(id) {
        faults.append(missing(id, "\(side).id", side, columns))
      }
      for mapping in source.mapping.columns where !columns.contains(mapping.column) {
        if mapping.role == .id && mapping.column == source.idColumn && !faults.isEmpty { continue }
        faults.append(missing(mapping.column, "\(side).columns.\(mapping.column)", side, columns))
      }
      return faults
    }
  }

  private func missing(
    _ column: String, _ path: String, _ side: String, _ columns: [String]
  ) -> SpecificationFault {
    fault(
      path,
      "The \(side) file has no column '\(column)'." + NearMiss.hint(for: column, among: columns))
  }
}

extension ColumnRole {
  /// Fields that normalization makes from a column of this role beside its own.
  var derivedFields: [String] {
    let roles: [ColumnRole] =
      switch self {
      case .fullName: [.givenName, .middleName, .surname, .secondSurname, .suffix]
      case .surname: [.secondSurname, .suffix]
      case .givenName: [.middleName, .suffix]
      case .middleName: [.suffix]
      case .birthYear: [.birthDate]
      case .birthDate: [.birthYear]
      case .streetNumber, .street, .unit, .city, .postcode: [.address]
      case .address: [.streetNumber, .street, .unit, .city, .state, .postcode]
      default: []
      }
    return roles.map(\.rawValue)
  }

  /// Why rules may not use a column of this role.
  fileprivate var whyUnusable: String {
    switch self {
    case .auditOnly: "audit-only fields are never features of matching"
    case .id: "row ids are never features of matching"
    case _ where isOnlyForFlags: "columns for flags are never features of matching"
    default: "ignored columns are never features of matching"
    }
  }
}
