/// Leaves the particles before a surname out: `DE LA CRUZ`, `CRUZ`.
public struct ParticleLost: NameOperator {
  public let name = "particle_lost"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    guard let parts = LeadingParticle(name.last) else { return nil }
    var other = name
    other.last = parts.rest
    return other
  }
}

/// The particles with which a last-name field begins, and the rest.
struct LeadingParticle {
  var particle: String
  var rest: String

  /// Nil when the field begins with no particle, or holds nothing else.
  init?(_ field: String) {
    let words = field.split(separator: " ")
    let count = words.prefix { SurnameWords.isParticle($0) }.count
    guard count > 0, count < words.count else { return nil }
    particle = words[..<count].joined(separator: " ")
    rest = words[count...].joined(separator: " ")
  }
}
