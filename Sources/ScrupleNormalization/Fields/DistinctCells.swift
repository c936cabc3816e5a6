import ScrupleRecords

/// A column coded into a field's dictionary: each distinct cell is normalized
/// once, in the order in which records first have it.
///
/// That order, and with it every code, depends on the records' canonical order
/// alone and not on the order of the file.
struct DistinctCells<Cell> {
  /// What became of each distinct cell that occurs, with how often it does.
  private(set) var cells: [(cell: Cell, count: Int)] = []
  /// For each record in canonical order, the number of its cell in `cells`.
  private(set) var numbers: [UInt32] = []

  /// Codes the cells of a column.
  ///
  /// - Parameter make: normalizes the bytes of a cell.
  /// - Complexity: O(records), and `make` once for each distinct cell.
  init(
    _ column: TextColumn, rows: [UInt32], make: (UnsafeBufferPointer<UInt8>) -> Cell
  ) {
    let none = UInt32.max
    var known = [UInt32](repeating: none, count: column.dictionary.count)
    var counts: [Int] = []
    var made: [Cell] = []
    column.dictionary.withAllBytes { arena, offsets in
      numbers = [UInt32](unsafeUninitializedCapacity: rows.count) { numbers, used in
        known.withUnsafeMutableBufferPointer { known in
          column.codes.withUnsafeBufferPointer { codes in
            for (position, row) in rows.enumerated() {
              let raw = Int(codes[Int(row)])
              if known[raw] == none {
                known[raw] = UInt32(made.count)
                made.append(
                  make(UnsafeBufferPointer(rebasing: arena[offsets[raw]..<offsets[raw + 1]])))
                counts.append(0)
              }
              numbers[position] = known[raw]
              counts[Int(known[raw])] += 1
            }
          }
        }
        used = rows.count
      }
    }
    cells = Array(zip(made, counts)).map { (cell: $0, count: $1) }
  }

  /// One number of each record's cell.
  func codes(_ code: (Cell) -> UInt32) -> [UInt32] {
    let table = cells.map { code($0.cell) }
    return table.withUnsafeBufferPointer { table in numbers.map { table[Int($0)] } }
  }
}
