/// What every outcome of Jaro's comparison of two short texts is worth.
///
/// The lanes of a batch count in integers: letters matched, half the transpositions,
/// letters of the common beginning. The scalar function has turned every such outcome
/// into a value beforehand, so a batch gives the same bits as the scalar function on
/// any machine, and its last step is a look-up.
///
///     rows      one for each pair of lengths 0...16, [left * 17 + right]
///     outcome   (matched * s + transposed / 2) * 5 + prefix within the row;
///               s is 5 up to 8 letters on the left, where it fits a byte, else 9
public struct JaroTable<Value: Sendable>: Sendable {
  let values: [Value]
  let rows: [Int32]
  private let prefixWeight: Double
  private let boostThreshold: Double
  private let value: @Sendable (Double) -> Value

  /// Creates a table of values made from Jaro-Winkler similarities.
  ///
  /// - Parameters:
  ///   - prefixWeight: The weight of a letter of the common beginning; 0 gives Jaro.
  ///   - boostThreshold: The Jaro similarity that must be exceeded.
  ///   - value: What a similarity in 0...1 is worth: itself, a level, a weight.
  /// - Complexity: Some 25,000 calls of `value`.
  public init(
    prefixWeight: Double = 0.1, boostThreshold: Double = 0.7,
    value: @escaping @Sendable (Double) -> Value
  ) {
    self.prefixWeight = prefixWeight
    self.boostThreshold = boostThreshold
    self.value = value
    var values: [Value] = []
    var rows: [Int32] = []
    for left in 0...16 {
      for right in 0...16 {
        rows.append(Int32(values.count))
        let step = JaroTable.step(leftCount: left)
        for matched in 0...min(left, right) {
          for half in 0..<step {
            for prefix in 0...4 {
              let jaro = Kernel<UInt8>.similarity(
                matched: matched, transposed: 2 * half, left, right)
              let similarity = Kernel<UInt8>.boosted(
                left + right == 0 ? 1 : jaro, prefix: prefix, prefixWeight: prefixWeight,
                boostThreshold: boostThreshold)
              values.append(value(similarity))
            }
          }
        }
      }
    }
    self.values = values
    self.rows = rows
  }

  /// The values of half a count of transpositions, one more than the greatest.
  static func step(leftCount: Int) -> Int { leftCount <= 8 ? 5 : 9 }

  /// Returns the value of one pair of any length.
  public func callAsFunction(_ a: StringDistance.Bytes, _ b: StringDistance.Bytes) -> Value {
    value(
      Kernel.jaroWinkler(a, b, prefixWeight: prefixWeight, boostThreshold: boostThreshold))
  }

  /// Returns the value of a pair whose Jaro similarity is known.
  func worth(jaro: Double, _ a: StringDistance.Bytes, _ b: StringDistance.Bytes) -> Value {
    value(
      Kernel<UInt8>.boosted(
        jaro, prefix: Kernel.commonPrefixLength(a, b, atMost: 4), prefixWeight: prefixWeight,
        boostThreshold: boostThreshold))
  }

  /// Returns the place of a row, for texts of at most 16 letters each.
  @inline(__always)
  func row(_ leftCount: Int, _ rightCount: Int) -> Int { Int(rows[leftCount &* 17 &+ rightCount]) }
}

extension JaroTable where Value == Double {
  /// Jaro-Winkler similarities.
  public static func similarities(
    prefixWeight: Double = 0.1, boostThreshold: Double = 0.7
  ) -> JaroTable<Double> {
    JaroTable(prefixWeight: prefixWeight, boostThreshold: boostThreshold) { $0 }
  }

  /// Jaro similarities, without a bonus for a common beginning.
  public static var jaro: JaroTable<Double> { similarities(prefixWeight: 0) }
}

extension JaroTable where Value == Float {
  /// Jaro-Winkler similarities, rounded to single precision.
  public static func similarities(
    prefixWeight: Double = 0.1, boostThreshold: Double = 0.7
  ) -> JaroTable<Float> {
    JaroTable(prefixWeight: prefixWeight, boostThreshold: boostThreshold) { Float($0) }
  }
}

extension JaroTable where Value == UInt8 {
  /// Levels of Jaro-Winkler similarity: how many of the limits are not reached.
  ///
  /// - Parameter limits: Similarities, greatest first; at most 255.
  public static func levels(
    _ limits: [Double], prefixWeight: Double = 0.1, boostThreshold: Double = 0.7
  ) -> JaroTable<UInt8> {
    precondition(limits.count <= 255, "at most 255 limits, not \(limits.count)")
    return JaroTable(prefixWeight: prefixWeight, boostThreshold: boostThreshold) { similarity in
      UInt8(limits.count { similarity < $0 })
    }
  }
}
