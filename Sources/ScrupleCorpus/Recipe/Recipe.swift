/// What to generate: a name, the scenarios, and the parameters that differ from
/// their defaults.
///
/// Values are looked up when a part of the generator is set up, never per row.
public struct Recipe: Sendable, Equatable {
  public var name: String
  public var purpose: String
  /// The galleries to add, each with how many instances.
  public var scenarios: [Scenario]
  /// Values by the parameter's key.
  public private(set) var values: [String: Double]
  /// Values for one name-origin group: group, then key.
  public private(set) var groupValues: [NameOriginGroup: [String: Double]]
  /// Values for one source system: system, then key.
  public private(set) var sourceValues: [String: [String: Double]]

  /// A gallery of one cause.
  public struct Scenario: Sendable, Equatable {
    public var name: String
    public var instances: Int

    public init(name: String, instances: Int) {
      self.name = name
      self.instances = instances
    }
  }

  public init(name: String, purpose: String = "", scenarios: [Scenario] = []) {
    self.name = name
    self.purpose = purpose
    self.scenarios = scenarios
    values = [:]
    groupValues = [:]
    sourceValues = [:]
  }

  /// The value of a parameter: the group's, else the source's, else the recipe's,
  /// else the default.
  public func value(
    _ parameter: RecipeParameter, group: NameOriginGroup? = nil, source: String? = nil
  ) -> Double {
    if let group, let value = groupValues[group]?[parameter.key] { return value }
    if let source, let value = sourceValues[source]?[parameter.key] { return value }
    return values[parameter.key] ?? parameter.defaultValue
  }

  /// The value of a parameter that counts something.
  public func count(_ parameter: RecipeParameter) -> Int { Int(value(parameter)) }

  /// Sets a value for everyone, or for one group or source.
  public mutating func set(
    _ parameter: RecipeParameter, to value: Double, group: NameOriginGroup? = nil,
    source: String? = nil
  ) {
    precondition(parameter.range.contains(value), "\(parameter.key): \(value) is out of range")
    if let group {
      groupValues[group, default: [:]][parameter.key] = value
    } else if let source {
      sourceValues[source, default: [:]][parameter.key] = value
    } else {
      values[parameter.key] = value
    }
  }
}
