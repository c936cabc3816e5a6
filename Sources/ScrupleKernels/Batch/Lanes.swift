// Small vectors for the portable kernels. Swift lowers SIMD16 of bytes and of words to
// plain vector instructions, but only in certain forms: comparing with a scalar, 32 or
// 64 lanes, and generic SIMD code fall to loops over lanes, tens of times slower. So
// the kernels are generic over these two types, whose operations are spelled out.

/// Sixteen unsigned integers that are added, masked and compared lane by lane.
protocol Lanes {
  /// The bits of a lane.
  static var width: Int { get }
  init(repeating value: Int)
  static func &+ (a: Self, b: Self) -> Self
  static func &- (a: Self, b: Self) -> Self
  static func & (a: Self, b: Self) -> Self
  static func | (a: Self, b: Self) -> Self
  static func ^ (a: Self, b: Self) -> Self
  static prefix func ~ (a: Self) -> Self
  /// All bits of the lanes that are equal, none of the others.
  static func same(_ a: Self, _ b: Self) -> Self
  /// Half of each lane, rounded down.
  var halved: Self { get }
  /// How many bits are set in each lane.
  var bitCount: Self { get }
  /// The lanes as words.
  var words: SIMD16<UInt16> { get }
}

extension Lanes {
  /// No bit in any lane.
  @inline(__always) static var zero: Self { Self(repeating: 0) }
  /// The lowest bit that is set in each lane.
  @inline(__always) var lowestBit: Self { self & (.zero &- self) }
  /// Every lane moved up by a bit.
  @inline(__always) var doubled: Self { self &+ self }
}

/// Sixteen bytes, for left texts of at most 8 letters.
struct ByteLanes: Lanes {
  typealias Vector = SIMD16<UInt8>
  var v: Vector
  static var width: Int { 8 }

  @inline(__always) init(_ v: Vector) { self.v = v }
  @inline(__always) init(repeating value: Int) {
    v = Vector(repeating: UInt8(truncatingIfNeeded: value))
  }
  @inline(__always) static func &+ (a: Self, b: Self) -> Self { Self(a.v &+ b.v) }
  @inline(__always) static func &- (a: Self, b: Self) -> Self { Self(a.v &- b.v) }
  @inline(__always) static func & (a: Self, b: Self) -> Self { Self(a.v & b.v) }
  @inline(__always) static func | (a: Self, b: Self) -> Self { Self(a.v | b.v) }
  @inline(__always) static func ^ (a: Self, b: Self) -> Self { Self(a.v ^ b.v) }
  @inline(__always) static prefix func ~ (a: Self) -> Self { Self(~a.v) }
  @inline(__always) static func same(_ a: Self, _ b: Self) -> Self {
    Self(Vector(repeating: 0).replacing(with: Vector(repeating: 255), where: a.v .== b.v))
  }
  @inline(__always) var halved: Self { Self(v &>> Vector(repeating: 1)) }
  @inline(__always) var bitCount: Self {
    let pairs = v &- ((v &>> Vector(repeating: 1)) & Vector(repeating: 0x55))
    let fours =
      (pairs & Vector(repeating: 0x33))
      &+ ((pairs &>> Vector(repeating: 2)) & Vector(repeating: 0x33))
    return Self((fours &+ (fours &>> Vector(repeating: 4))) & Vector(repeating: 15))
  }
  @inline(__always) var words: SIMD16<UInt16> { WordLanes(low: self, high: .zero).v }
}

/// Sixteen words, for left texts of 9 to 16 letters.
struct WordLanes: Lanes {
  typealias Vector = SIMD16<UInt16>
  var v: Vector
  static var width: Int { 16 }

  @inline(__always) init(_ v: Vector) { self.v = v }
  @inline(__always) init(repeating value: Int) {
    v = Vector(repeating: UInt16(truncatingIfNeeded: value))
  }
  /// Joins the low and the high bytes of the lanes.
  @inline(__always) init(low: ByteLanes, high: ByteLanes) {
    var bytes = SIMD32<UInt8>()
    bytes.evenHalf = low.v
    bytes.oddHalf = high.v
    // Not `truncatingIfNeeded`, which is a call.
    v = Vector(littleEndianBytes: bytes)
  }
  @inline(__always) static func &+ (a: Self, b: Self) -> Self { Self(a.v &+ b.v) }
  @inline(__always) static func &- (a: Self, b: Self) -> Self { Self(a.v &- b.v) }
  @inline(__always) static func & (a: Self, b: Self) -> Self { Self(a.v & b.v) }
  @inline(__always) static func | (a: Self, b: Self) -> Self { Self(a.v | b.v) }
  @inline(__always) static func ^ (a: Self, b: Self) -> Self { Self(a.v ^ b.v) }
  @inline(__always) static prefix func ~ (a: Self) -> Self { Self(~a.v) }
  @inline(__always) static func same(_ a: Self, _ b: Self) -> Self {
    Self(Vector(repeating: 0).replacing(with: Vector(repeating: .max), where: a.v .== b.v))
  }
  @inline(__always) var halved: Self { Self(v &>> Vector(repeating: 1)) }
  @inline(__always) var bitCount: Self {
    let pairs = v &- ((v &>> Vector(repeating: 1)) & Vector(repeating: 0x5555))
    let low = pairs & Vector(repeating: 0x3333)
    let fours = low &+ ((pairs &>> Vector(repeating: 2)) & Vector(repeating: 0x3333))
    let bytes = (fours &+ (fours &>> Vector(repeating: 4))) & Vector(repeating: 0x0F0F)
    return Self((bytes &+ (bytes &>> Vector(repeating: 8))) & Vector(repeating: 31))
  }
  @inline(__always) var words: SIMD16<UInt16> { v }
}

extension SIMD16<UInt16> {
  /// Reads words from bytes, the low byte of each first.
  @inline(__always)
  fileprivate init(littleEndianBytes bytes: SIMD32<UInt8>) {
    let words = unsafeBitCast(bytes, to: SIMD16<UInt16>.self)
    #if _endian(little)
      self = words
    #else
      self = (words &<< Self(repeating: 8)) | (words &>> Self(repeating: 8))
    #endif
  }
}
