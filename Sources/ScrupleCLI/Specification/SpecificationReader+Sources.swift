import Scruple
import ScrupleFormats
import ScrupleNormalization

extension SpecificationReader {
  static let sourceKeys = ["id", "delimiter", "encoding", "date-order", "columns"]
  static let columnKeys = ["role", "separator", "label"]
  static let encodings = ["utf-8", "windows-1252", "latin-1"]

  /// Reads `[left]` or `[right]`.
  mutating func source(_ side: String, in root: Table) -> SourceSpecification {
    guard root.entries[side] != nil else {
      let other = side == "left" ? "right" : "left"
      if root.entries[other] != nil {
        fault(
          side,
          "The table [\(side)] is missing. Add [\(side).columns] with 'column = \"role\"', or leave "
            + "both sides out to have the columns told from their names and content.")
      }
      return SourceSpecification(mapping: SourceMapping(columns: []))
    }
    guard let table = table(side, in: root, keys: Self.sourceKeys) else {
      return SourceSpecification(mapping: SourceMapping(columns: []))
    }
    var mapping = SourceMapping(columns: columns(in: table))
    if let order = text("date-order", in: table) {
      mapping.dateOrder = choice("order of dates", order, table.path(of: "date-order"))
    }
    let ids = mapping.columns(with: .id).map(\.column)
    let idColumn = text("id", in: table) ?? (table.entries["id"] == nil ? ids.first : nil)
    for column in ids where column != idColumn && table.entries["id"] != nil || ids.count > 1 {
      fault(
        "\(side).columns.\(column)",
        "There is more than one id column. Give the role 'id' to one and 'ignore' to the others.")
      break
    }
    return SourceSpecification(
      mapping: mapping, idColumn: idColumn, delimiter: delimiter(in: table),
      encoding: encoding(in: table))
  }

  private mutating func columns(in table: Table) -> [ColumnMapping] {
    let path = table.path(of: "columns")
    guard let node = table.entries["columns"] else {
      fault(path, "No column has a role. Add [\(path)] with 'column = \"role\"'.")
      return []
    }
    guard case .table(let entries) = node else {
      fault(path, "This must be a table of 'column = \"role\"', not \(node.kind).")
      return []
    }
    return entries.compactMap { column($0.key, $0.value, "\(path).\($0.key)") }
  }

  private mutating func column(
    _ name: String, _ node: SpecificationNode, _ path: String
  ) -> ColumnMapping? {
    if case .text(let role) = node {
      return self.role(role, path).map { ColumnMapping(column: name, role: $0) }
    }
    guard case .table = node else {
      fault(
        path,
        "This must be a role in quotes or a table such as { role = \"surname\" }, "
          + "not \(node.kind).")
      hasUnknownRoles = true
      return nil
    }
    guard let table = table(node, path, keys: Self.columnKeys) else { return nil }
    let separator = text("separator", in: table)
    let label = text("label", in: table)
    if separator == "" { fault(table.path(of: "separator"), "The separator is empty.") }
    if let label, !Self.isFieldName(label) {
      fault(
        table.path(of: "label"),
        "A label has small letters, digits and '-' only, such as 'driver-license'.")
    }
    guard table.entries["role"] != nil else {
      fault(path, "The role is missing: { role = \"surname\", … }.")
      hasUnknownRoles = true
      return nil
    }
    guard let text = text("role", in: table), let role = role(text, table.path(of: "role")) else {
      hasUnknownRoles = true
      return nil
    }
    return ColumnMapping(column: name, role: role, separator: separator, label: label)
  }

  private mutating func role(_ text: String, _ path: String) -> ColumnRole? {
    let role: ColumnRole? = choice("role", text, path)
    if role == nil { hasUnknownRoles = true }
    return role
  }

  private mutating func delimiter(in table: Table) -> String? {
    guard let text = text("delimiter", in: table) else { return nil }
    let byte = text.utf8.first ?? 0
    if text.utf8.count == 1, Delimiter(rawValue: byte) != nil { return text }
    fault(
      table.path(of: "delimiter"),
      "A delimiter is one of \",\", \";\", \"|\" and \"\\t\".")
    return nil
  }

  private mutating func encoding(in table: Table) -> String? {
    guard let text = text("encoding", in: table) else { return nil }
    if Self.encodings.contains(text) { return text }
    fault(
      table.path(of: "encoding"),
      "Unknown encoding '\(text)'." + NearMiss.hint(for: text, among: Self.encodings))
    return nil
  }

  /// Whether a text can name a field in rules.
  static func isFieldName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 57 || $0 == 45 }
  }
}
