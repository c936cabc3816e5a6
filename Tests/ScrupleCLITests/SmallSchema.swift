import Foundation

@testable import ScrupleCLI

/// As much of JSON Schema (2020-12) as the schema of specifications uses.
struct SmallSchema {
  private let root: [String: Any]

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// A keyword that this validator does not know.
  struct UnknownKeyword: Error {
    let keyword: String
  }

  /// Everything that a value does not keep to.
  func faults(of node: SpecificationNode) throws -> [String] { try faults(node, root, "") }

  private static let words: Set<String> = ["$schema", "$defs", "title", "description"]

  private func faults(
    _ node: SpecificationNode, _ schema: [String: Any], _ path: String
  ) throws -> [String] {
    var found: [String] = []
    for (keyword, value) in schema where !Self.words.contains(keyword) {
      if !(try holds(node, keyword, value, schema, path, &found)) {
        found.append("\(path): \(keyword)")
      }
    }
    return found
  }

  private func holds(
    _ node: SpecificationNode, _ keyword: String, _ value: Any, _ schema: [String: Any],
    _ path: String, _ found: inout [String]
  ) throws -> Bool {
    switch keyword {
    case "type": return Self.isOf(node, value as? String ?? "")
    case "const": return (value as? Int).map { node == .integer($0) } ?? false
    case "enum": return (value as? [String])?.contains { node == .text($0) } == true
    case "pattern":
      guard case .text(let text) = node else { return true }
      return text.range(of: value as? String ?? "", options: .regularExpression) != nil
    case "minLength", "maxLength":
      guard case .text(let text) = node, let limit = value as? Int else { return true }
      return keyword == "minLength" ? text.count >= limit : text.count <= limit
    case "minimum", "maximum":
      let number = Self.number(node)
      let limit = (value as? NSNumber)?.doubleValue ?? 0
      return number.map { keyword == "minimum" ? $0 >= limit : $0 <= limit } ?? true
    case "$ref":
      let name = (value as? String ?? "").replacingOccurrences(of: "#/$defs/", with: "")
      let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
      found += try faults(node, target ?? ["type": "nothing"], path)
      return true
    case "anyOf":
      return try (value as? [[String: Any]] ?? []).contains { try faults(node, $0, path).isEmpty }
    case "minItems", "maxItems", "uniqueItems", "items":
      guard case .list(let list) = node else { return true }
      return try holds(list, keyword, value, path, &found)
    case "properties", "additionalProperties", "required", "dependentRequired":
      guard case .table(let entries) = node else { return true }
      return try holds(entries, keyword, value, schema, path, &found)
    default: throw UnknownKeyword(keyword: keyword)
    }
  }

  private func holds(
    _ list: [SpecificationNode], _ keyword: String, _ value: Any, _ path: String,
    _ found: inout [String]
  ) throws -> Bool {
    switch (keyword, value) {
    case ("minItems", let limit as Int): return list.count >= limit
    case ("maxItems", let limit as Int): return list.count <= limit
    case ("items", let schema as [String: Any]):
      for (place, item) in list.enumerated() {
        found += try faults(item, schema, "\(path)[\(place)]")
      }
      return true
    default: return list.indices.allSatisfy { list.firstIndex(of: list[$0]) == $0 }
    }
  }

  private func holds(
    _ entries: [(key: String, value: SpecificationNode)], _ keyword: String, _ value: Any,
    _ schema: [String: Any], _ path: String, _ found: inout [String]
  ) throws -> Bool {
    let keys = entries.map(\.key)
    let known = schema["properties"] as? [String: Any] ?? [:]
    switch keyword {
    case "required": return (value as? [String] ?? []).allSatisfy(keys.contains)
    case "dependentRequired":
      return (value as? [String: [String]] ?? [:]).allSatisfy { key, others in
        !keys.contains(key) || others.allSatisfy(keys.contains)
      }
    case "properties":
      for entry in entries {
        guard let inner = known[entry.key] as? [String: Any] else { continue }
        found += try faults(entry.value, inner, "\(path).\(entry.key)")
      }
      return true
    default:
      let others = entries.filter { known[$0.key] == nil }
      guard let inner = value as? [String: Any] else { return others.isEmpty }
      for entry in others { found += try faults(entry.value, inner, "\(path).\(entry.key)") }
      return true
    }
  }

  private static func number(_ node: SpecificationNode) -> Double? {
    switch node {
    case .integer(let whole): Double(whole)
    case .number(let number): number
    default: nil
    }
  }

  private static func isOf(_ node: SpecificationNode, _ type: String) -> Bool {
    switch (type, node) {
    case ("object", .table), ("array", .list), ("string", .text), ("boolean", .boolean),
      ("integer", .integer), ("number", .integer), ("number", .number):
      true
    default: false
    }
  }
}
