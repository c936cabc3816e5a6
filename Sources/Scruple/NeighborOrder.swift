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
      let codes = field.left.first
      rows = CountingSort.sorted(rows, bucketCount: max(1, field.values.count)) {
        Int(codes[Int($0)])
      }
    }
    self.rows = rows
  }
}
