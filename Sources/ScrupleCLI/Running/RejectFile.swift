import ScrupleFormats
import Synchronization

/// Collects malformed rows and writes them as a table of their own.
///
/// Columns: `file,line,fault,row`; the row stands as the file has it, so this
/// table holds personal values and is written with mode 0600.
final class RejectFile: Sendable {
  private let path: String
  private let replaces: Bool
  private let rows = Mutex<[String: DelimitedWriter]>([:])

  init(path: String, replaces: Bool) {
    self.path = path
    self.replaces = replaces
  }

  /// Takes a row; called from several threads.
  func take(_ file: String, _ row: RejectedRow) {
    rows.withLock { rows in
      var writer = rows[file] ?? DelimitedWriter()
      writer.append(file)
      writer.append(String(row.firstLine))
      writer.append(row.fault.code)
      var bytes = row.bytes[...]
      while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
      writer.append(Array(bytes))
      writer.endRow()
      rows[file] = writer
    }
  }

  /// Writes the table; files in the order given, rows in the order of the file.
  func write(files: [String]) throws {
    var output = try AtomicOutput(path: path, replacing: replaces)
    try output.write("file,line,fault,row\n")
    var seen: Set<String> = []
    for file in files where seen.insert(file).inserted {
      if let writer = rows.withLock({ $0[file] }) { try output.write(writer.bytes) }
    }
    try output.commit()
  }
}
