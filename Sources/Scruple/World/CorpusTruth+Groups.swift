import ScrupleAudit
import ScrupleFormats

extension CorpusTruth {
  /// The ways a corpus divides bookings: how people are citizens, the origin of their names, their
  /// sex; the last two where it has a table of persons.
  ///
  /// - Throws: `FormatError`, `RunFileError`.
  public func groups(folder: String) throws -> [SubgroupDimension] {
    var dimensions = [
      SubgroupDimension(
        name: "citizen class", basis: .truth, isDeclared: true,
        groups: bookings.map { $0?.citizenClass.rawValue })
    ]
    for (column, name) in [("group_true", "name origin"), ("sex", "sex")] {
      guard let groups = try groups(ofPersons: column, folder: folder) else { continue }
      dimensions.append(
        SubgroupDimension(name: name, basis: .truth, isDeclared: true, groups: groups))
    }
    return dimensions
  }

  /// What a column of the table of persons says of the person of each booking; nil where there is
  /// no such table.
  ///
  /// - Throws: `FormatError`, or `RunFileError.missingColumn`.
  public func groups(ofPersons column: String, folder: String) throws -> [String?]? {
    let table: TruthTable
    do {
      table = try TruthTable(
        path: folder + "/persons_truth.csv", columns: ["person_id", column])
    } catch FormatError.unreadable {
      return nil
    }
    var groups = [String?](repeating: nil, count: persons.count)
    for row in 0..<table.rowCount {
      guard let person = persons.known(table.text("person_id", row)) else { continue }
      let text = table.text(column, row)
      groups[Int(person)] = text.isEmpty ? nil : text
    }
    return bookings.map { $0.flatMap { groups[Int($0.person)] } }
  }
}
