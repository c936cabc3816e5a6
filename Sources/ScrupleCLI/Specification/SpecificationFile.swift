import Scruple
import ScrupleNormalization

/// A linkage specification as a person writes it: TOML or JSON.
///
/// Reading and checking report every fault of the file at once.
public struct SpecificationFile: Sendable {
  /// The two ways a specification is written; both have the same structure.
  public enum Format: String, Sendable, CaseIterable {
    case toml
    case json

    /// The format that a file's name tells: JSON for `.json`, else TOML.
    public init(path: String) {
      self = path.lowercased().hasSuffix(".json") ? .json : .toml
    }
  }

  /// What was read; it has no fault of its own.
  public let specification: LinkageSpecification
  private let lines: SpecificationLines

  /// Reads a specification.
  ///
  /// - Throws: `SpecificationFaults` with every fault of the text: syntax,
  ///   unknown keys, wrong types, unknown roles, fields and levels, and rules
  ///   that use fields which must not be used.
  public init(reading text: String, format: Format) throws(SpecificationFaults) {
    let node: SpecificationNode
    switch format {
    case .toml:
      lines = SpecificationLines(toml: text)
      node = try SpecificationNode(toml: text, lines: lines)
    case .json:
      let parsed = try JSONReading.read(text)
      (node, lines) = (parsed.node, parsed.lines)
    }
    var reader = SpecificationReader(lines: lines)
    guard let specification = reader.specification(node) else {
      throw SpecificationFaults(reader.faults)
    }
    self.specification = specification
    var check = SpecificationCheck(specification: specification, lines: lines)
    check.toleratesUnmappedRoles = reader.hasUnknownRoles
    let faults = reader.faults + check.ruleFaults()
    if !faults.isEmpty { throw SpecificationFaults(Self.inOrder(faults)) }
  }

  /// Checks that the files have the columns that the specification names.
  ///
  /// - Parameters:
  ///   - leftColumns: the header of the left file; nil to leave it out.
  ///   - rightColumns: the header of the right file; nil to leave it out.
  /// - Throws: `SpecificationFaults` with every missing column.
  public func validate(
    leftColumns: [String]?, rightColumns: [String]?
  ) throws(SpecificationFaults) {
    let faults = SpecificationCheck(specification: specification, lines: lines)
      .columnFaults(left: leftColumns, right: rightColumns)
    if !faults.isEmpty { throw SpecificationFaults(Self.inOrder(faults)) }
  }

  /// Checks a specification that was not read from a file: its rules, and its
  /// columns against the headers of the files.
  ///
  /// - Throws: `SpecificationFaults` with every fault, without lines.
  public static func validate(
    _ specification: LinkageSpecification, leftColumns: [String]?, rightColumns: [String]?
  ) throws(SpecificationFaults) {
    let check = SpecificationCheck(specification: specification, lines: SpecificationLines())
    let faults =
      check.columnFaults(left: leftColumns, right: rightColumns) + check.ruleFaults()
    if !faults.isEmpty { throw SpecificationFaults(faults) }
  }

  /// The specification as commented TOML.
  ///
  /// Reading the text gives the same specification again, provided that no
  /// column is mapped twice and that a column with the role `id` is the id column.
  ///
  /// - Parameters:
  ///   - left: what was decided about the left file's columns; ignored columns
  ///     are then listed as comments, with the reason.
  ///   - right: the same of the right file.
  public static func text(
    of specification: LinkageSpecification, left: [ColumnDecision] = [],
    right: [ColumnDecision] = []
  ) -> String {
    SpecificationWriter(left: left, right: right).text(of: specification)
  }

  /// Faults with a line first, by line.
  private static func inOrder(_ faults: [SpecificationFault]) -> [SpecificationFault] {
    faults.enumerated().sorted {
      ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset)
    }.map(\.element)
  }
}
