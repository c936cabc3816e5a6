import CScrupleUnicode

/// One round of folding for text that is not ASCII: load (decode, screen, NFKC_Casefold), then
/// write (Latin table or transliteration).
///
/// Bounds: a run of marks is cut at thirty, as in the Stream-Safe Text Format of UAX #15, because
/// canonical reordering of a run is quadratic; transliteration edits a buffer in place, so it sees
/// at most `segmentLength` units at a time and stops once the output is full.
final class UnicodeFolding {
  private let handle: OpaquePointer
  private var units: [UInt16] = []
  private var scratch: [UInt16] = []
  private var latin: LatinTable?

  private static let segmentLength = 128
  private static let maximumMarks = 30

  init(transliterator: String) throws(NormalizationError) {
    var status: Int32 = 0
    guard let opened = scu_open(transliterator, &status) else {
      throw .unicodeUnavailable(transliterator: transliterator, status: status)
    }
    handle = opened
  }

  deinit { scu_close(handle) }

  // MARK: Load

  /// Decodes and screens the bytes and keeps their NFKC_Casefold.
  func load(_ bytes: UnsafeBufferPointer<UInt8>, maximumScalars: Int) -> TextFlags {
    units.removeAll(keepingCapacity: true)
    var flags: TextFlags = []
    var marks = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch ScreenedScalar(scalar) {
      case .removed(let flag): flags.insert(flag)
      case .blank:
        marks = 0
        if units.last != 0x20 { units.append(0x20) }
      case .kept(let kept):
        guard admit(kept, marks: &marks, flags: &flags) else { continue }
        units.append(contentsOf: kept.utf16)
      }
      if units.count >= maximumScalars {
        flags.insert(.truncated)
        break
      }
    }
    // NFKC_Casefold is defined on NFD (Unicode, section 3.13): the Greek iota subscript becomes a
    // letter, which fixes the order of the marks around it.
    normalize(to: Int32(SCU_NFD))
    normalize(to: Int32(SCU_NFKC_CASEFOLD))
    return flags
  }

  /// Counts combining marks and says whether the scalar still fits its run.
  private func admit(_ scalar: Unicode.Scalar, marks: inout Int, flags: inout TextFlags) -> Bool {
    guard scalar.value >= 0x80 else {
      marks = 0
      return true
    }
    let trailing = Int(scu_trailing_marks(handle, scalar.value))
    guard trailing < 0 else {
      marks = trailing
      return true
    }
    marks -= trailing
    if marks > Self.maximumMarks { flags.insert(.marksCapped) }
    return marks <= Self.maximumMarks
  }

  private func normalize(to form: Int32) {
    var capacity = units.count * 2 + 32
    while true {
      scratch.resize(to: capacity)
      var status: Int32 = 0
      let written = units.withUnsafeBufferPointer { source in
        scratch.withUnsafeMutableBufferPointer { target in
          // SAFETY: both buffers are non-empty or their count is zero; ICU writes at most
          // `capacity` units, which is the target's count.
          Int(
            scu_normalize(
              handle, form, source.baseAddress ?? UnsafePointer(target.baseAddress!),
              Int32(source.count), target.baseAddress!, Int32(capacity), &status))
        }
      }
      guard status <= 0 else { return }
      if written <= capacity {
        scratch.removeSubrange(written...)
        swap(&units, &scratch)
        return
      }
      capacity = written
    }
  }

  // MARK: Write

  /// Writes what was loaded, in Latin letters where there are any.
  func write(to output: inout [UInt8], through sink: inout FoldedSink) -> TextFlags {
    var flags = ScriptMix.flags(of: units)
    if units.contains(where: { $0 >= 0x80 }) {
      let table = latinTable()
      if table.covers(units) {
        for unit in units { table.write(unit, to: &output, through: &sink) }
        return flags
      }
      if units.contains(where: { $0 >= 0x250 && !LatinTable.isMark($0) }) {
        flags.insert(.transliterated)
      }
    }
    var start = 0
    while start < units.count, !sink.isTruncated {
      let end = segmentEnd(from: start)
      transliterate(units[start..<end])
      emit(scratch, to: &output, through: &sink)
      start = end
    }
    return flags
  }

  /// The end of the next segment: the last blank within reach, or else the last whole character.
  private func segmentEnd(from start: Int) -> Int {
    let limit = start + Self.segmentLength
    guard limit < units.count else { return units.count }
    if let blank = units[start..<limit].lastIndex(of: 0x20), blank > start { return blank }
    var end = limit
    while end > start + 1, UTF16.isTrailSurrogate(units[end]) || LatinTable.isMark(units[end]) {
      end -= 1
    }
    return end
  }

  /// Leaves the transliteration of some units in `scratch`, or the units themselves if ICU fails.
  private func transliterate(_ source: ArraySlice<UInt16>) {
    var capacity = source.count * 8 + 64
    while true {
      scratch.removeAll(keepingCapacity: true)
      scratch.append(contentsOf: source)
      scratch.resize(to: capacity)
      var status: Int32 = 0
      let written = scratch.withUnsafeMutableBufferPointer {
        // SAFETY: the buffer holds `capacity` units, of which the first `source.count` are text.
        Int(
          scu_transliterate(
            handle, $0.baseAddress!, Int32(source.count), Int32(capacity), &status))
      }
      if status > 0 {
        scratch = Array(source)
        return
      }
      if written <= capacity {
        scratch.removeSubrange(written...)
        return
      }
      capacity = written
    }
  }

  private func emit(_ text: [UInt16], to output: inout [UInt8], through sink: inout FoldedSink) {
    var decoder = UTF16()
    var iterator = text.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar.value < 0x80 {
        let byte = UInt8(scalar.value)
        if byte > 0x20 && byte < 0x7F {
          sink.append(byte.asciiLowercased, to: &output)
        } else {
          sink.blank(after: output)
        }
      } else if !LatinTable.isBareMark(scalar), let encoded = UTF8.encode(scalar) {
        sink.append(encoded, to: &output)
      }
    }
  }

  private func latinTable() -> LatinTable {
    if let latin { return latin }
    let table = LatinTable { unit in
      transliterate([unit])
      return scratch
    }
    latin = table
    return table
  }
}

extension Array where Element == UInt16 {
  fileprivate mutating func resize(to count: Int) {
    if self.count > count {
      removeSubrange(count...)
    } else {
      append(contentsOf: repeatElement(0, count: count - self.count))
    }
  }
}
