import ScrupleNormalization

/// Left records in an order in which neighbors share values, namesakes first of all.
///
/// Neighbors meet the same right records: taken one after the other, they find them in
/// cache. The order decides how fast a pass is and nothing else.
struct NeighborOrder: Sendable {
  /// Canonical positions, each once.
  let rows: [UInt32]

  /// The fields that most blocking rules ask for, the most telling last.
  private static let fields = ["given-name", "surname"]

  /// - Complexity: O(records + values).
  init(leftOf records: NormalizedRecords) {
    var rows = [UInt32](0..<UInt32(records.leftCount))
    for name in Self.fields {
      guard let field = records.field(name) else { continue }
      rows = Self.sorted(rows, by: field.left.first, valueCount: field.values.count)
    }
    self.rows = rows
  }

  /// Rows by the codes of a column; those of one code stay in order (counting sort).
  private static func sorted(_ rows: [UInt32], by codes: [UInt32], valueCount: Int) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: max(1, valueCount) + 1)
    for code in codes { places[Int(code) + 1] += 1 }
    for code in 1..<places.count { places[code] += places[code - 1] }
    return [UInt32](unsafeUninitializedCapacity: rows.count) { sorted, count in
      for row in rows {
        let code = Int(codes[Int(row)])
        sorted[Int(places[code])] = row
        places[code] += 1
      }
      count = rows.count
    }
  }
}
