import Synchronization

/// Keys of values that several stages ask for: the choice of rules, the blocks,
/// and the blocks within each file.
///
/// Holds the keys of each code of a field, so that it serves any two columns of
/// that field's dictionary. Use one cache with one set of records.
public final class KeyCache: Sendable {
  private let lists = Mutex<[BlockingKey: KeyList]>([:])

  public init() {}

  /// The keys of a field's values under a transform, made at most once.
  func list(_ key: BlockingKey, make: () -> KeyList) -> KeyList {
    if let known = lists.withLock({ $0[key] }) { return known }
    let made = make()
    lists.withLock { $0[key] = made }
    return made
  }

  /// Forgets the keys that none of some rules has.
  public func keep(_ rules: [BlockingRule]) {
    let kept = Set(rules.flatMap(\.keys))
    lists.withLock { $0 = $0.filter { kept.contains($0.key) } }
  }
}
