import ScrupleBlocking
import ScrupleExecution

/// A pair of records at their canonical positions, with its random key.
struct KeyedPair: Sendable {
  let key: UInt64
  let left: Int32
  let right: Int32
}

/// A random key for each pair, so that the pairs with the smallest keys are an even draw without
/// replacement: whoever meets them in whatever order, on any number of threads.
///
/// - Source: sampling by random keys; Fan, Muller & Rezucha 1962 (JASA 57).
struct PairKeys: Sendable {
  private let random: CounterRandom
  private let rightCount: UInt64

  init(seed: UInt64, stream: UInt64, rightCount: Int) {
    random = CounterRandom(seed: seed, stream: stream)
    self.rightCount = UInt64(max(rightCount, 1))
  }

  /// The number of a pair among all pairs.
  func index(_ left: Int32, _ right: Int32) -> UInt64 { UInt64(left) * rightCount + UInt64(right) }

  /// The key of a pair.
  func pair(_ left: Int32, _ right: Int32) -> KeyedPair {
    KeyedPair(key: random.value(at: index(left, right)), left: left, right: right)
  }

  /// The pairs with the smallest keys, ascending by key.
  ///
  /// - Parameters:
  ///   - count: how many are wanted.
  ///   - size: how many there are.
  ///   - stream: all pairs whose key is at most the limit, in any order. It is called again with a
  ///     higher limit in the rare case that too few are below the first.
  static func smallest(
    _ count: Int, of size: Int, below stream: (_ limit: UInt64) -> [KeyedPair]
  ) -> [KeyedPair] {
    guard count > 0, size > 0 else { return [] }
    let wanted = Double(min(count, size))
    var share = (wanted + 10 * wanted.squareRoot() + 20) / Double(size)
    while true {
      let limit = share >= 1 ? UInt64.max : UInt64(share * 0x1p64)
      var found = stream(limit)
      if found.count >= min(count, size) || limit == .max {
        found.sort { ($0.key, $0.left, $0.right) < ($1.key, $1.left, $1.right) }
        return Array(found.prefix(count))
      }
      share *= 4
    }
  }
}

extension CandidatePairs {
  /// What one thread needs to list candidates.
  private struct Listing {
    var scratch = CandidateScratch()
    var chunk = CandidateChunk()
  }

  /// Streams all candidate pairs, some left records at a time, and keeps those with a small key.
  ///
  /// Pairs are never all in memory.
  /// - Parameter counts: whether a pair is one of those that are drawn from; asked before the key
  ///   where `all` is true, so that they can be counted, else after.
  /// - Returns: the pairs kept, and how many there are where they were to be counted.
  func drawing(
    _ keys: PairKeys, limit: UInt64, countingAll all: Bool = false, parallelism: Parallelism,
    where counts: @Sendable (Int32, Int32) -> Bool
  ) -> (pairs: [KeyedPair], count: Int) {
    let chunks = chunkRanges(count: leftCount, size: 64)
    let found = parallelism.map(chunks.count, state: Listing()) {
      number, listing -> (pairs: [KeyedPair], count: Int) in
      listing.chunk.removeAll()
      append(pairsOf: chunks[number], scratch: &listing.scratch, to: &listing.chunk)
      var kept: [KeyedPair] = []
      var count = 0
      for index in listing.chunk.left.indices {
        let pair = keys.pair(Int32(listing.chunk.left[index]), Int32(listing.chunk.right[index]))
        if !all && pair.key > limit { continue }
        guard counts(pair.left, pair.right) else { continue }
        count += 1
        if pair.key <= limit { kept.append(pair) }
      }
      return (kept, count)
    }
    return (found.flatMap(\.pairs), found.reduce(0) { $0 + $1.count })
  }
}
