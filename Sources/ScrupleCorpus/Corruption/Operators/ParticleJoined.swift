/// Writes particles and surname in one word: `DELACRUZ`.
public struct ParticleJoined: NameOperator {
  public let name = "particle_joined"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    guard let parts = LeadingParticle(name.last) else { return nil }
    var words = parts.rest.split(separator: " ").map(String.init)
    words[0] = parts.particle.split(separator: " ").joined() + words[0]
    var other = name
    other.last = words.joined(separator: " ")
    return other
  }
}
