extension Reference {
  /// Returns the Jaro similarity with the matched symbols written out as two lists.
  package static func jaro(_ a: Text, _ b: Text) -> Double {
    if a.isEmpty && b.isEmpty { return 1 }
    let reach = max(max(a.count, b.count) / 2 - 1, 0)
    var isTaken = Array(repeating: false, count: a.count)
    var fromB: [UInt32] = []
    for j in b.indices {
      for i in a.indices where abs(i - j) <= reach && a[i] == b[j] && !isTaken[i] {
        isTaken[i] = true
        fromB.append(b[j])
        break
      }
    }
    if fromB.isEmpty { return 0 }
    let fromA = a.indices.filter { isTaken[$0] }.map { a[$0] }
    let transposed = zip(fromA, fromB).filter { $0 != $1 }.count / 2
    let matched = Double(fromB.count)
    return
      (matched / Double(a.count) + matched / Double(b.count)
      + (matched - Double(transposed)) / matched) / 3
  }

  /// Returns the Jaro similarity with Winkler's bonus for a common beginning.
  package static func jaroWinkler(_ a: Text, _ b: Text, prefixWeight: Double = 0.1) -> Double {
    let similarity = jaro(a, b)
    if similarity <= 0.7 { return similarity }
    let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
    return min(1, similarity + Double(prefix) * prefixWeight * (1 - similarity))
  }
}
