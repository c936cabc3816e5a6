/// The names of one group: the head of its surnames, their tail, its given names.
final class NameStock: Sendable {
  /// Surnames of the head; the last place stands for the whole tail.
  let surnames: WeightedNames
  let particles: [String]
  let tail: SurnameTail
  /// Given names in the United States, by sex and decade of birth from 1930.
  let american: [[WeightedNames]]
  /// Given names of home by sex; nil for groups whose names are American.
  let home: [WeightedNames]?
  /// Compound names of home by sex, where there are any.
  let compound: [WeightedNames]?

  init(
    surnames: [(name: String, weight: Double)], tailWeight: Double, tail: SurnameTail,
    american: [[WeightedNames]], home: [WeightedNames]?, compound: [WeightedNames]?
  ) {
    let split = surnames.map { Self.split($0.name) }
    particles = split.map(\.particle)
    self.surnames = WeightedNames(
      zip(split, surnames).map { ($0.surname, $1.weight) } + [("", tailWeight)])
    self.tail = tail
    self.american = american
    self.home = home
    self.compound = compound
  }

  /// A surname with its particle.
  func surname(_ draw: inout Draw) -> (particle: String, surname: String) {
    let place = surnames.place(draw.bits())
    if place == particles.count { return ("", tail.name(&draw)) }
    return (particles[place], surnames.names[place])
  }

  func americanGivenName(_ sex: Sex, birthYear: Int, _ draw: inout Draw) -> String {
    let decade = min(max((birthYear - 1930) / 10, 0), american[0].count - 1)
    return american[sex.place][decade].name(&draw)
  }

  /// "de la Cruz" is the particle "de la" and the surname "Cruz".
  static func split(_ name: String) -> (particle: String, surname: String) {
    guard name.utf8.first.map({ $0 >= 97 && $0 <= 122 }) == true,
      let blank = name.utf8.lastIndex(of: 32)
    else { return ("", name) }
    return (String(name[..<blank]), String(name[name.utf8.index(after: blank)...]))
  }
}

extension Sex {
  var place: Int { self == .female ? 0 : 1 }
}

extension NameOriginGroup {
  var place: Int {
    switch self {
    case .anglo: 0
    case .black: 1
    case .hispanic: 2
    case .vietnamese: 3
    case .chinese: 4
    case .korean: 5
    case .filipino: 6
    case .southAsian: 7
    case .arabic: 8
    case .slavic: 9
    }
  }
}
