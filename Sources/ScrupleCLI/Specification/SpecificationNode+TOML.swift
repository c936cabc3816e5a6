import TOMLKit

extension SpecificationNode {
  /// Reads TOML.
  ///
  /// - Throws: `SpecificationFaults` with the place where the text is no TOML.
  init(toml text: String, lines: SpecificationLines) throws(SpecificationFaults) {
    do {
      let table = try TOMLTable(string: text)
      // Children point into the root's memory.
      self = withExtendedLifetime(table) { Self(table, path: "", lines: lines) }
    } catch let error as TOMLParseError {
      throw SpecificationFaults([
        SpecificationFault(
          path: "", line: error.source.begin.line,
          message: "The file is not TOML: \(error.description).")
      ])
    } catch {
      throw SpecificationFaults([
        SpecificationFault(path: "", message: "The file is not TOML.")
      ])
    }
  }

  /// The parser sorts keys by name; the order of the file is put back.
  private init(_ table: TOMLTable, path: String, lines: SpecificationLines) {
    var entries: [(key: String, value: SpecificationNode, line: Int)] = []
    for key in table.keys {
      guard let value = table[key] else { continue }
      let inside = path.isEmpty ? key : "\(path).\(key)"
      entries.append(
        (key, Self(value, path: inside, lines: lines), lines.line(of: inside) ?? .max))
    }
    entries.sort { ($0.line, $0.key) < ($1.line, $1.key) }
    self = .table(entries.map { ($0.key, $0.value) })
  }

  private init(_ value: any TOMLValueConvertible, path: String, lines: SpecificationLines) {
    switch value.type {
    case .string: self = .text(value.string ?? "")
    case .int: self = .integer(value.int ?? 0)
    case .double: self = .number(value.double ?? .nan)
    case .bool: self = .boolean(value.bool ?? false)
    case .table:
      self = value.table.map { Self($0, path: path, lines: lines) } ?? .table([])
    case .array:
      let elements = value.array.map { array in (0..<array.count).map { array[$0] } } ?? []
      self = .list(
        elements.enumerated().map {
          Self($0.element, path: "\(path)[\($0.offset + 1)]", lines: lines)
        }
      )
    case .date: self = .other("a date")
    case .time: self = .other("a time")
    case .dateTime: self = .other("a date and time")
    }
  }
}
