/// An optional value that is written as an explicit null, so that its key is always present.
///
/// A reader of a report can then tell "not measured" from "not known to this version".
@propertyWrapper
public struct NullEncoded<Value: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
  /// The value, or nil.
  public var wrappedValue: Value?

  /// Wraps a value.
  public init(wrappedValue: Value?) {
    self.wrappedValue = wrappedValue
  }

  /// Reads a value or a null.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
  }

  /// Writes the value or a null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}

extension KeyedDecodingContainer {
  /// Reads a value, a null, or nothing where an older version wrote no such key.
  func decode<Value>(
    _ type: NullEncoded<Value>.Type, forKey key: Key
  ) throws -> NullEncoded<Value> {
    try decodeIfPresent(type, forKey: key) ?? NullEncoded(wrappedValue: nil)
  }

  /// Reads a list of groups, or none where an older version wrote no such key.
  func decode(_ type: [SubgroupRates].Type, forKey key: Key) throws -> [SubgroupRates] {
    try decodeIfPresent(type, forKey: key) ?? []
  }

  /// Reads what repairs would do, or none where an older version wrote no such key.
  func decode(_ type: [RemedyRow].Type, forKey key: Key) throws -> [RemedyRow] {
    try decodeIfPresent(type, forKey: key) ?? []
  }

  /// Reads other linkages, or none where an older version wrote no such key.
  func decode(_ type: [RivalRow].Type, forKey key: Key) throws -> [RivalRow] {
    try decodeIfPresent(type, forKey: key) ?? []
  }

  /// Reads comparisons, or none where an older version wrote no such key.
  func decode(_ type: [BestOffComparison].Type, forKey key: Key) throws -> [BestOffComparison] {
    try decodeIfPresent(type, forKey: key) ?? []
  }

  /// Reads the growth, or that it was not measured where an older version wrote no such key.
  func decode(_ type: RegistryGrowth.Type, forKey key: Key) throws -> RegistryGrowth {
    try decodeIfPresent(type, forKey: key) ?? .unmeasured
  }
}
