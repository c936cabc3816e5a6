/// Moves the particles of a surname behind the given name: `TORRE, JOSE DE LA`.
///
/// - Source: the index rule of the INS-derived SAVE manual of the Pennsylvania DPW.
public struct ParticleMigrated: NameOperator {
  public let name = "particle_migrated"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    guard let parts = LeadingParticle(name.last) else { return nil }
    var other = name
    other.last = parts.rest
    other.first = name.first.isEmpty ? parts.particle : "\(name.first) \(parts.particle)"
    return other
  }
}
