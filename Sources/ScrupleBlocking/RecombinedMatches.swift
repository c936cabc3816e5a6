import ScrupleExecution
import ScrupleNormalization

/// Matches as they may be, made of evident ones to say what rules find of those that are harder.
///
/// Evident matches agree on almost all, so that almost every rule finds them. But what goes wrong in
/// one field mostly has nothing to do with what goes wrong in another. So matches are put together
/// of evident ones: the names of one, the birth date of a second, the address of a third. Where each
/// has its slip, the result has three, as often as it would have by chance.
///
/// All of an address comes from one evident match: who moves has another street, town and postcode.
struct RecombinedMatches {
  /// The matches that the same rules find, ascending by rules.
  private(set) var covers: [Cover] = []

  /// Matches that the same rules find.
  struct Cover {
    /// The rules, bit by bit.
    let rules: RuleMask
    let count: Double
  }

  /// How many matches are put together.
  private static let count = 1 << 17

  /// - Parameter seeds: evident matches, by what they agree on.
  /// - Complexity: O(seeds × rules).
  init(of seeds: SeedAgreement, records: NormalizedRecords) {
    if seeds.isEmpty { return }
    let pool = seeds.pool
    let seedOfPlace = Self.table(seeds.rules { _ in true })
    let groups = Set(pool.flatMap(\.fieldNames).map { Self.group(of: $0, records) }).sorted()
    // For each group of fields the rules that its values do not keep from finding a match, as often
    // as is their due.
    let masks = groups.map { group in
      let isAsked = { Self.group(of: $0, records) == group }
      let seen = seeds.rules(fields: isAsked)
      let slips = Self.slips(pool, fields: isAsked)
      return seedOfPlace.enumerated().map { place, seed in
        place % Self.oneSlipIn == 0
          ? slips[place / Self.oneSlipIn % slips.count] : seen[Int(seed)]
      }
    }
    let random = CounterRandom(seed: 0x5EED, stream: 14)
    var counts: [RuleMask: Int] = [:]
    for match in 0..<Self.count {
      var rules = RuleMask.max
      for (group, masks) in masks.enumerated() {
        rules &= masks[random.value(at: UInt64(match * groups.count + group), below: masks.count)]
      }
      counts[rules, default: 0] += 1
    }
    covers = counts.keys.sorted().map { Cover(rules: $0, count: Double(counts[$0] ?? 0)) }
  }

  /// One match in so many has a slip in a field that no evident match need show.
  private static let oneSlipIn = 20

  /// What may be left of a group of fields where something goes wrong in it: nothing, or one key
  /// with all that it implies; for each the rules, bit by bit, that still find the match.
  private static func slips(
    _ pool: [BlockingRule], fields isAsked: (String) -> Bool
  ) -> [RuleMask] {
    var keys = Set<BlockingKey>()
    for key in pool.flatMap(\.keys) where key.fields.allSatisfy(isAsked) { keys.insert(key) }
    func rules(leaving left: BlockingKey?) -> RuleMask {
      pool.enumerated().reduce(RuleMask(0)) { mask, rule in
        let isFound = rule.element.keys.allSatisfy { key in
          !key.fields.contains(where: isAsked) || key == left || left?.implies(key) == true
        }
        return isFound ? mask | 1 << rule.offset : mask
      }
    }
    return [rules(leaving: nil)] + Set(keys.map { rules(leaving: $0) }).sorted()
  }

  /// Fields in which things go wrong together.
  private static func group(of field: String, _ records: NormalizedRecords) -> String {
    guard let kind = records.field(field)?.kind, field != "birth-place" else { return field }
    return [.address, .place, .postcode].contains(kind) ? "address" : field
  }

  /// Seeds by number, each as often as is its due: a match that many rules find was more likely to be
  /// found in a sample of their blocks.
  private static func table(_ rulesOfSeeds: [RuleMask]) -> [UInt32] {
    let size = 1 << 16
    let weights = rulesOfSeeds.map { 1 / Double(max(1, $0.nonzeroBitCount)) }
    let total = weights.reduce(0, +)
    var table: [UInt32] = []
    table.reserveCapacity(size)
    var sum = 0.0
    for (seed, weight) in weights.enumerated() {
      sum += weight
      while table.count < size && Double(table.count) + 0.5 < sum / total * Double(size) {
        table.append(UInt32(seed))
      }
    }
    return table
  }
}
