/// The class codes under which a family comes or adjusts: principal, spouse, child.
struct ClassCodes: Sendable {
  let principal: String
  let spouse: String
  let child: String

  init(_ principal: String, _ spouse: String, _ child: String) {
    self.principal = principal
    self.spouse = spouse
    self.child = child
  }

  init(_ code: String) { self.init(code, code, code) }

  func code(of role: Member.Role) -> String {
    switch role {
    case .head: principal
    case .spouse, .grandparent: spouse
    case .child: child
    }
  }

  static let refugee = ClassCodes("RE")
  static let asylee = ClassCodes("AS")
  static let withoutInspection = ClassCodes("EWI")
  static let protected = [ClassCodes("TPS"), ClassCodes("TPS"), ClassCodes("DA")]
  static let refugeeAdjusted = ClassCodes("RE6", "RE7", "RE8")
  static let asyleeAdjusted = ClassCodes("AS6", "AS7", "AS8")

  static let familyImmigrants = [
    ClassCodes("DV1", "DV2", "DV3"), ClassCodes("E11", "E14", "E15"),
    ClassCodes("F41", "F42", "F43"),
  ]
  static let singleImmigrants = [
    ClassCodes("F11"), ClassCodes("F24"), ClassCodes("E11"), ClassCodes("DV1"),
    ClassCodes("IR1"),
  ]
  static let spousesOfCitizens = [ClassCodes("IR1"), ClassCodes("CR1")]
  static let familyAdjusted = [
    ClassCodes("E16", "E19", "E10"), ClassCodes("DV6", "DV7", "DV8"),
  ]
  static let singleAdjusted = [ClassCodes("IR6"), ClassCodes("E16"), ClassCodes("F16")]
  static let spousesAdjusted = [ClassCodes("IR6"), ClassCodes("CR6")]
  static let familyVisitors = [
    ClassCodes("H1B", "H4", "H4"), ClassCodes("F1", "F2", "F2"), ClassCodes("B2"),
  ]
  static let singleVisitors = [
    ClassCodes("F1"), ClassCodes("H1B"), ClassCodes("B1"), ClassCodes("B2"),
  ]
  /// The code of a citizen's child who comes as an immigrant.
  static let childOfCitizen = "IR2"
}
