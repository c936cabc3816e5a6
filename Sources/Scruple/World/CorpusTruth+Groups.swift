import ScrupleAudit
import ScrupleFormats
import ScrupleRecords

extension CorpusTruth {
  /// The ways a corpus divides bookings: how people are citizens, the origin of their names, their
  /// sex; the last two where it has a table of persons.
  ///
  /// - Throws: `FormatError`, `RunFileError`.
  public func groups(folder: String) throws -> [SubgroupDimension] {
    let citizens = SubgroupDimension(
      name: "citizen class", basis: .truth, isDeclared: true,
      groups: bookings.map { $0?.citizenClass.rawValue })
    let names = ["group_true": "name origin", "sex": "sex"]
    let table: TruthTable
    do {
      table = try TruthTable(
        path: folder + "/persons_truth.csv", columns: ["person_id", "group_true", "sex"])
    } catch FormatError.unreadable {
      return [citizens]
    }
    return [citizens]
      + ["group_true", "sex"].map { column in
        SubgroupDimension(
          name: names[column] ?? column, basis: .truth, isDeclared: true,
          groups: groups(column, of: table))
      }
  }

  /// What a column of the table of persons says of the person of each booking.
  private func groups(_ column: String, of table: TruthTable) -> [String?] {
    let texts = table.cells(column) { $0.isEmpty ? nil : $0 }
    var groups = [String?](repeating: nil, count: persons.count)
    if let ids = table.column("person_id") {
      for row in 0..<table.rowCount {
        if let person = persons.known(ids, row) { groups[Int(person)] = texts[row] }
      }
    }
    return bookings.map { $0.flatMap { groups[Int($0.person)] } }
  }
}
