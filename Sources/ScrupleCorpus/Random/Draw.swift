/// A sequence of random draws that is a pure function of a seed and of what is
/// drawn for.
///
/// Every purpose and every household has a sequence of its own, so that a change
/// of one parameter moves only what depends on it, and the number of threads
/// moves nothing.
///
/// - Source: SplitMix64 (Steele, Lea & Flood 2014).
public struct Draw: Sendable {
  private var state: UInt64

  /// Starts the sequence of a purpose and an index (a household, a person, a row).
  public init(seed: UInt64, for purpose: Purpose, index: UInt64, part: UInt64 = 0) {
    var key = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    key = Self.mixed(key ^ (UInt64(purpose.rawValue) &* 0xD1B5_4A32_D192_ED03))
    key = Self.mixed(key ^ (index &* 0x8CB9_2BA7_2F3D_8DD7))
    state = Self.mixed(key ^ (part &* 0xAEF1_7502_108E_F2D9))
  }

  /// The next 64 random bits.
  public mutating func bits() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number in 0..<1.
  public mutating func unit() -> Double {
    Double(bits() >> 11) * 0x1p-53
  }

  /// A number in 0..<bound.
  public mutating func below(_ bound: Int) -> Int {
    Int(bits().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in a range.
  public mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True with the given probability.
  public mutating func happens(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// One element, each as likely as the others.
  public mutating func element<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// The position drawn from weights that were summed up in advance: the first
  /// whose running sum exceeds a draw below the last sum.
  ///
  /// - Complexity: O(log n).
  public mutating func position(inRunningSums sums: [Double]) -> Int {
    let target = unit() * (sums.last ?? 0)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }

  static func mixed(_ input: UInt64) -> UInt64 {
    var value = input
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// What a sequence of draws is for; a new purpose is added at the end, so that
/// corpora already made can be made again.
public enum Purpose: UInt16, Sendable {
  case householdPlan = 1
  case household
  case names
  case body
  case status
  case identifiers
  case bookings
  case immigrationRecords
  case bookingCorruption
  case recordCorruption
  case permutation
  case scenario
  case pilot
}
