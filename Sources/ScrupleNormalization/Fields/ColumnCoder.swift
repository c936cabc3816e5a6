import ScrupleRecords

/// Codes a raw column into a field's dictionary, normalizing each distinct
/// value once.
struct ColumnCoder {
  /// The result of one distinct raw value.
  struct Entry {
    var code = ValueDictionary.missing
    var others: [UInt32] = []
    var outcome = ValueOutcome.missing
    var flags: TextFlags = []
    /// Set by kinds that tell more than an outcome, such as dates.
    var isHeaped = false
    var isAmbiguous = false
  }

  /// Normalizes one value: fills in the bytes and everything else of the entry.
  typealias Normalize = (UnsafeBufferPointer<UInt8>, inout [UInt8], inout Entry) -> Void

  private var entries: [Entry?]
  private let source: MappedColumn
  private let normalize: Normalize
  private var buffer: [UInt8] = []

  init(_ source: MappedColumn, normalize: @escaping Normalize) {
    self.source = source
    self.normalize = normalize
    entries = [Entry?](repeating: nil, count: source.column.dictionary.count)
  }

  /// The normalized value of one row; new values are added to the dictionary.
  mutating func entry(row: Int, dictionary: inout ValueDictionary) -> Entry {
    let raw = Int(source.column.codes[row])
    if let entry = entries[raw] { return entry }
    let entry = source.column.dictionary.withBytes(of: UInt32(raw)) { bytes in
      source.separator.map { list(bytes, $0, &dictionary) } ?? single(bytes, &dictionary)
    }
    entries[raw] = entry
    return entry
  }

  private mutating func single(
    _ bytes: UnsafeBufferPointer<UInt8>, _ dictionary: inout ValueDictionary
  ) -> Entry {
    var entry = Entry()
    buffer.removeAll(keepingCapacity: true)
    normalize(bytes, &buffer, &entry)
    if entry.outcome.isUsable {
      entry.code = buffer.withUnsafeBufferPointer { dictionary.code(of: $0) }
    }
    return entry
  }

  /// The values of a cell that holds several; the first usable one leads.
  private mutating func list(
    _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8,
    _ dictionary: inout ValueDictionary
  ) -> Entry {
    var result: Entry?
    for part in bytes.split(separator: separator) {
      let entry = single(UnsafeBufferPointer(rebasing: part), &dictionary)
      guard entry.code != ValueDictionary.missing else { continue }
      if result == nil {
        result = entry
      } else if result?.code != entry.code, result?.others.contains(entry.code) == false {
        result?.others.append(entry.code)
      }
    }
    return result ?? single(bytes, &dictionary)
  }
}
