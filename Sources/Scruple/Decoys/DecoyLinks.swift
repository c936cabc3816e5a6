import ScrupleAudit
import ScrupleFormats
import ScrupleRecords

/// Somebody's links of two files with decoys, and which of them touch a decoy.
public struct DecoyLinks: Sendable {
  /// The estimate of false links.
  public let estimate: DecoyEstimate
  /// Rows of the links that name a record that the files do not have.
  public let unknownRows: Int

  /// Counts links to decoys; possible links do not count.
  ///
  /// - Parameters:
  ///   - folder: where `scruple decoys` wrote the files and the key.
  ///   - key: the answer key.
  /// - Throws: `FormatError`, `RunFileError`, `LabelSampleError.otherDecoys`.
  public init(
    links path: String, folder: String, key: String, manifest: DecoyManifest,
    threshold: LinksFile.Threshold? = nil, level: Double
  ) throws {
    let left = try Self.file(manifest.left, folder, key)
    let right = try Self.file(manifest.right, folder, key)
    let links = try LinksFile(path: path, left: left.ids, right: right.ids, threshold: threshold)
    unknownRows = links.unknownRows
    var perDecoy: (left: [Int32: Int], right: [Int32: Int]) = ([:], [:])
    var (real, between) = (0, 0)
    for link in links.links where link.decision == .link {
      switch (left.decoys.contains(link.left), right.decoys.contains(link.right)) {
      case (false, false): real += 1
      case (true, false): perDecoy.left[link.left, default: 0] += 1
      case (false, true): perDecoy.right[link.right, default: 0] += 1
      case (true, true): between += 1
      }
    }
    let sides = [
      ("left", manifest.left, perDecoy.left), ("right", manifest.right, perDecoy.right),
    ]
    estimate = DecoyEstimate(
      level: level, links: real, linksBetweenDecoys: between,
      sides: sides.filter { $0.1.decoys > 0 }.map { name, file, counts in
        DecoySide(
          side: name, rows: file.rows, decoys: file.decoys, perDecoy: counts.values.sorted(),
          links: real, level: level)
      })
  }

  /// The rows of a list of links that touch no decoy, with all their columns.
  public static func cleaned(links path: String) throws -> [UInt8] {
    let table = try RecordReader.read(path: path).table
    let ids = ["left_id", "right_id", "unique_id_l", "unique_id_r"].compactMap {
      table.column(named: $0)
    }
    return rows(of: table) { row in
      ids.allSatisfy { !isDecoy($0.dictionary.text(of: $0.codes[row])) }
    }.bytes
  }

  /// The rows of a list of flags that rest on no decoy, with all their columns.
  ///
  /// A flag that rests on a real record and on a decoy goes too: what it would say without the
  /// decoy is not known.
  /// - Returns: the rows, and how many were left out.
  public static func cleaned(flags path: String) throws -> (bytes: [UInt8], leftOut: Int) {
    let table = try RecordReader.read(path: path).table
    let columns = ["booking_id", "record_ids", "supporting_record_ids"].compactMap {
      table.column(named: $0)
    }
    return rows(of: table) { row in
      columns.allSatisfy { column in
        column.dictionary.text(of: column.codes[row]).split(separator: ";")
          .allSatisfy { !isDecoy(String($0)) }
      }
    }
  }

  private static func isDecoy(_ id: String) -> Bool { id.hasPrefix(DecoyFiles.idPrefix) }

  private static func rows(
    of table: RecordTable, where isKept: (Int) -> Bool
  ) -> (bytes: [UInt8], leftOut: Int) {
    var writer = DelimitedWriter()
    writer.row(table.columns.map(\.name))
    var leftOut = 0
    for row in 0..<table.rowCount {
      guard isKept(row) else {
        leftOut += 1
        continue
      }
      for column in table.columns { writer.append(column.dictionary.text(of: column.codes[row])) }
      writer.endRow()
    }
    return (writer.bytes, leftOut)
  }

  private static func file(
    _ file: DecoyManifest.File, _ folder: String, _ key: String
  ) throws -> (ids: RecordIds, decoys: Set<Int32>) {
    let read = try RecordReader.read(path: folder + "/" + file.copy.path)
    guard read.sha256 == file.copy.sha256, let column = read.table.column(named: file.idColumn)
    else { throw LabelSampleError.otherDecoys(file: read.table.source, decoys: key) }
    let decoys = column.codes.indices.filter {
      column.dictionary.text(of: column.codes[$0]).hasPrefix(DecoyFiles.idPrefix)
    }
    return (RecordIds(table: read.table, column: column), Set(decoys.map(Int32.init)))
  }
}
