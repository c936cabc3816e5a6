/// Writes one letter as a neighbor of its key (QWERTY); digits as the next ones of the row.
public struct KeyboardNeighbor: CorruptionOperator {
  public let name = "keyboard_neighbor"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    var edited = EditedText(value)
    let places = edited.places { !Self.neighbors(of: $0).isEmpty }
    guard !places.isEmpty else { return nil }
    let place = places[draw.below(places.count)]
    let old = edited.scalars[place]
    let around = Self.neighbors(of: old)
    edited.scalars[place] = Unicode.Scalar(around[draw.below(around.count)]).cased(like: old)
    return edited.text
  }

  /// The keys around a key, as small letters or digits; empty for what has none.
  static func neighbors(of scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.isPlainLetter { return letters[Int(scalar.value | 0x20) - 97] }
    return scalar.isDigit ? digits[Int(scalar.value) - 48] : []
  }

  private static let letters: [[UInt8]] = [
    "qwsz", "vghn", "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko", "huikmn",
    "jiolm", "kop", "njk", "bhjm", "iklp", "ol", "wa", "edft", "awedxz", "rfgy", "yhji", "cfgb",
    "qase", "zsdc", "tghu", "asx",
  ].map { Array($0.utf8) }

  private static let digits: [[UInt8]] = [
    "9", "2", "13", "24", "35", "46", "57", "68", "79", "80",
  ].map { Array($0.utf8) }
}
