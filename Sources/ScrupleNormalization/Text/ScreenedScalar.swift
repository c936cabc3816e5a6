import CScrupleUnicode

/// What the screen before NFKC_Casefold makes of one scalar.
///
/// NFKC_Casefold would drop most of what is removed here by itself; the screen removes it first so
/// that it can be counted, which is what tells a reader that a file is odd.
enum ScreenedScalar {
  case kept(Unicode.Scalar)
  case blank
  case removed(TextFlags)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x21...0x7E: self = .kept(scalar)
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      self = .blank
    case 0x00...0x1F, 0x7F...0x9F: self = .removed(.controls)
    case 0xAD: self = .removed(.softHyphen)
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      self = .removed(.bidiControls)
    case 0x34F, 0x180B...0x180F, 0x200B...0x200D, 0x2060...0x2065, 0x206A...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      self = .removed(.zeroWidth)
    case 0xFFFD: self = .removed(.repaired)
    // Signs people type for the apostrophe of O'Brien; NFKC would make some of them a blank.
    case 0xB4, 0x374, 0x1FEF, 0x1FFD, 0x2B9...0x2BD, 0x2C8, 0x2CA, 0x2CB, 0x2018...0x201B, 0x2032,
      0x2035, 0xFF07:
      self = .kept("'")
    default:
      let digit = scu_decimal_digit(scalar.value)
      self = digit < 0 ? .kept(scalar) : .kept(Unicode.Scalar(UInt8(0x30 + digit)))
    }
  }
}
