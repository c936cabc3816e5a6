/// What a name is asked for.
public struct NameRequest: Sendable {
  public var group: NameOriginGroup
  public var sex: Sex
  public var birthYear: Int
  /// Whether the name was given abroad: then given names of home are likelier.
  public var isBornAbroad: Bool
  /// The names of the parents, of whom a child gets surnames by the naming system.
  public var father: TrueName?
  public var mother: TrueName?

  public init(
    group: NameOriginGroup, sex: Sex, birthYear: Int, isBornAbroad: Bool = false,
    father: TrueName? = nil, mother: TrueName? = nil
  ) {
    self.group = group
    self.sex = sex
    self.birthYear = birthYear
    self.isBornAbroad = isBornAbroad
    self.father = father
    self.mother = mother
  }
}
