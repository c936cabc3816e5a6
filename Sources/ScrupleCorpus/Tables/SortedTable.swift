import ScrupleFormats

/// Writes the rows of all chunks as one file, sorted by key.
///
/// The bytes stay where the chunks made them; only keys and places are sorted.
struct SortedTable {
  /// What the manifest says of a file.
  struct Summary: Sendable, Equatable {
    var table: CorpusTable
    var columns: [String]
    var rows: Int
    var bytes: Int
    var sha256: String
  }

  private struct Place {
    var key: UInt64
    var chunk: UInt32
    var row: UInt32
  }

  private static let blockBytes = 1 << 18

  let table: CorpusTable
  let columns: [String]
  private let chunks: [RowBytes]
  private let order: [Place]

  /// Puts rows in the order of their keys.
  ///
  /// - Complexity: O(n log n).
  init(_ table: CorpusTable, columns: [String], chunks: [RowBytes]) {
    self.table = table
    self.columns = columns
    self.chunks = chunks
    var order: [Place] = []
    order.reserveCapacity(chunks.reduce(0) { $0 + $1.count })
    for (chunk, rows) in chunks.enumerated() {
      for (row, key) in rows.keys.enumerated() {
        order.append(Place(key: key, chunk: UInt32(chunk), row: UInt32(row)))
      }
    }
    order.sort { $0.key < $1.key }
    self.order = order
  }

  /// True when no two rows have the same key.
  var hasUniqueKeys: Bool {
    order.indices.dropFirst().allSatisfy { order[$0 - 1].key < order[$0].key }
  }

  /// Writes the file to the folder's staging place.
  func write(to folder: inout OutputFolder) throws(FormatError) -> Summary {
    var output = try folder.stage(table.fileName)
    var digest = SHA256Digest()
    var header = DelimitedWriter()
    header.row(columns)
    var block = header.bytes
    block.reserveCapacity(Self.blockBytes + 4096)
    var total = 0
    for place in order {
      let rows = chunks[Int(place.chunk)]
      let row = Int(place.row)
      let start = row == 0 ? 0 : Int(rows.ends[row - 1])
      block.append(contentsOf: rows.bytes[start..<Int(rows.ends[row])])
      if block.count >= Self.blockBytes {
        total += block.count
        try Self.flush(&block, to: &output, digest: &digest)
      }
    }
    total += block.count
    try Self.flush(&block, to: &output, digest: &digest)
    try output.commit()
    return Summary(
      table: table, columns: columns, rows: order.count, bytes: total,
      sha256: digest.hexadecimal())
  }

  private static func flush(
    _ block: inout [UInt8], to output: inout AtomicOutput, digest: inout SHA256Digest
  ) throws(FormatError) {
    block.withUnsafeBytes { digest.update($0) }
    try output.write(block)
    block.removeAll(keepingCapacity: true)
  }
}
