/// Where a text stops being UTF-8 (Unicode Standard, table 3-7: no overlong
/// forms, no surrogates, nothing above U+10FFFF).
///
/// - Returns: the position of the first byte of the first bad sequence in
///   `start..<end`, or nil where all is well.
/// - Complexity: O(end - start); eight bytes a step where they are ASCII.
func firstInvalidUTF8(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
  let raw = UnsafeRawPointer(bytes)
  var position = start
  while position < end {
    if position + 8 <= end {
      // SAFETY: position + 8 <= end; no alignment is needed.
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let high = word & 0x8080_8080_8080_8080
      if high == 0 {
        position += 8
        continue
      }
      position += high.trailingZeroBitCount >> 3
    }
    let lead = bytes[position]
    if lead < 0x80 {
      position += 1
      continue
    }
    let length = sequenceLength(bytes, at: position, to: end)
    if length == 0 { return position }
    position += length
  }
  return nil
}

/// The length of the well-formed sequence of two to four bytes here, or 0.
private func sequenceLength(
  _ bytes: UnsafePointer<UInt8>, at position: Int, to end: Int
) -> Int {
  let lead = bytes[position]
  let length: Int
  var lowest: UInt8 = 0x80
  var highest: UInt8 = 0xBF
  switch lead {
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF:
    length = 3
    if lead == 0xE0 { lowest = 0xA0 }
    if lead == 0xED { highest = 0x9F }
  case 0xF0...0xF4:
    length = 4
    if lead == 0xF0 { lowest = 0x90 }
    if lead == 0xF4 { highest = 0x8F }
  default: return 0
  }
  guard position + length <= end else { return 0 }
  guard bytes[position + 1] >= lowest, bytes[position + 1] <= highest else { return 0 }
  for next in 2..<max(length, 2) where bytes[position + next] & 0xC0 != 0x80 { return 0 }
  return length
}

/// Whether bytes that are not UTF-8 look like Windows-1252 text: most of the
/// high bytes stand alone, mean a letter or a typographic mark, and touch an
/// ASCII letter.
func looksLikeWindows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var likely = 0
  var unlikely = 0
  for (index, byte) in bytes.enumerated() where byte >= 0x80 {
    let before = index > 0 ? bytes[index - 1] : 0x20
    let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    let stands = before < 0x80 && after < 0x80 && (isLetter(before) || isLetter(after))
    switch byte {
    case 0xC0...0xFE, 0x91...0x97, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F:
      if stands { likely += 1 } else { unlikely += 1 }
    default: unlikely += 1
    }
  }
  return likely > unlikely
}

private func isLetter(_ byte: UInt8) -> Bool {
  byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
}
