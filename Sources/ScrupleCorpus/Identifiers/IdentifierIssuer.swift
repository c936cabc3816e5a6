/// Issues every number of the made-up world: each a pure function of the seed, the
/// person and, where numbers go with events, the place of the event.
///
/// All lie in ranges that were never issued to anybody, or are taken for such, and no
/// two people are ever issued the same one. The forms are those a validator knows.
///
/// | number | form | why it is nobody's |
/// | --- | --- | --- |
/// | SSN | `666` and six digits | area 666 was never issued (SSA) |
/// | A-number | nine digits from `90`, `91`, `93`-`99` | legacy text knows the leading digits 0, 1, 3; that 9 is unassigned is assumed |
/// | FIN | `99` and eight digits | assumed |
/// | FBI number | `ZZ` and seven digits | assumed |
/// | state number | the state, `Z` and seven digits | assumed |
/// | I-94 | `99`, seven digits, a letter and a digit | assumed |
/// | receipt | `SYN` and ten digits | no service center has these letters |
/// | certificate | `9` and seven digits | assumed |
public struct IdentifierIssuer: Sendable {
  /// The people who can be told apart by seven digits.
  public static let capacity = 10_000_000
  /// The SSNs of area 666: groups 01-99, serials 0001-9999.
  public static let securityNumbers = 99 * 9999

  private let security: NumberPermutation
  private let permanent: NumberPermutation
  private let fingerprint: NumberPermutation
  private let series: [NumberPermutation]

  /// The prefixes of permanent A-numbers.
  private static let permanentPrefixes: [UInt64] = [90, 94, 95, 96, 97, 98, 99]
  private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

  /// Creates the issuer of a seed.
  public init(seed: UInt64) {
    let capacity = UInt64(Self.capacity)
    security = NumberPermutation(count: UInt64(Self.securityNumbers), seed: seed, series: 101)
    permanent = NumberPermutation(
      count: capacity * UInt64(Self.permanentPrefixes.count), seed: seed, series: 102)
    fingerprint = NumberPermutation(count: 100_000_000, seed: seed, series: 103)
    series = (0..<7 as Range<UInt64>).map {
      NumberPermutation(count: capacity, seed: seed, series: 104 + $0)
    }
  }

  /// The SSN of a person; nil when the person's number is beyond the 989,901 there are.
  public func socialSecurityNumber(_ person: UInt32) -> String? {
    guard person < Self.securityNumbers else { return nil }
    let place = security[UInt64(person)]
    return digits(666_000_000 + (place / 9999 + 1) * 10_000 + place % 9999 + 1, 9)
  }

  /// The permanent A-number of a person, or a second one.
  public func permanentAlienNumber(_ person: UInt32, second: Bool = false) -> String {
    let capacity = UInt64(Self.capacity)
    let place = permanent[UInt64(person) + (second ? capacity : 0)]
    let prefix = Self.permanentPrefixes[Int(place / capacity)]
    return digits(prefix * capacity + place % capacity, 9)
  }

  /// The A-number of the employment-card series.
  public func employmentCardNumber(_ person: UInt32) -> String {
    digits(910_000_000 + series[0][UInt64(person)], 9)
  }

  /// The A-number of the fingerprint-tracking series.
  public func fingerprintTrackingNumber(_ person: UInt32) -> String {
    digits(930_000_000 + series[1][UInt64(person)], 9)
  }

  /// The fingerprint identity number.
  public func fingerprintNumber(_ person: UInt32) -> String {
    digits(9_900_000_000 + fingerprint[UInt64(person)], 10)
  }

  /// The FBI number of a person who was fingerprinted for an arrest.
  public func fbiNumber(_ person: UInt32) -> String {
    "ZZ" + digits(series[2][UInt64(person)], 7)
  }

  /// The state identification number of a person who was booked in a state.
  ///
  /// - Parameter state: a USPS code.
  public func stateNumber(_ person: UInt32, state: String) -> String {
    state + "Z" + digits(series[3][UInt64(person)], 7)
  }

  /// The number of a naturalization or citizenship certificate.
  public func certificateNumber(_ person: UInt32) -> String {
    digits(90_000_000 + series[4][UInt64(person)], 8)
  }

  /// The admission number (I-94) of a person's entry.
  ///
  /// - Parameter entry: the place of the entry among the person's, in 0..<240.
  public func admissionNumber(_ person: UInt32, entry: Int) -> String {
    precondition(0..<240 ~= entry, "entry \(entry) is not in 0..<240")
    let letter = Character(Unicode.Scalar(Self.letters[entry / 10]))
    return "99" + digits(series[5][UInt64(person)], 7) + "\(letter)\(entry % 10)"
  }

  /// The receipt number of a person's filing.
  ///
  /// - Parameter filing: the place of the filing among the person's, in 0..<1000.
  public func receiptNumber(_ person: UInt32, filing: Int) -> String {
    precondition(0..<1000 ~= filing, "filing \(filing) is not in 0..<1000")
    return "SYN" + digits(series[6][UInt64(person)] * 1000 + UInt64(filing), 10)
  }

  private func digits(_ value: UInt64, _ width: Int) -> String {
    String(unsafeUninitializedCapacity: width) { buffer in
      var rest = value
      for place in stride(from: width - 1, through: 0, by: -1) {
        buffer[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
        rest /= 10
      }
      return width
    }
  }
}
