/// The race and ethnicity codes that a careful clerk writes for a person of a group.
///
/// They are for the audit alone; what a clerk writes says how somebody looked to
/// him, not who they are.
enum RaceRecorded {
  /// W white, B black, A Asian, U unknown; H Hispanic, N not.
  static func codes(of group: NameOriginGroup) -> (race: String, ethnicity: String) {
    switch group {
    case .anglo, .slavic, .arabic: ("W", "N")
    case .black: ("B", "N")
    case .hispanic: ("W", "H")
    case .vietnamese, .chinese, .korean, .filipino, .southAsian: ("A", "N")
    }
  }

  /// What is written by mistake in its place: for Hispanic people mostly the
  /// ethnicity is what gets lost, as in Florida in 2004.
  static func mistaken(for group: NameOriginGroup, draw: inout Draw) -> String {
    switch group {
    case .anglo, .slavic: draw.element(of: ["U", "B"])
    case .black: draw.element(of: ["U", "W"])
    case .hispanic: draw.element(of: ["U", "B", "A"])
    case .arabic: draw.element(of: ["U", "A", "B"])
    case .vietnamese, .chinese, .korean, .filipino, .southAsian: draw.element(of: ["U", "W"])
    }
  }
}
