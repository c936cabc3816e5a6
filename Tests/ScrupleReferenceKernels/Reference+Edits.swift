extension Reference {
  /// Returns the Levenshtein distance from the full matrix (Wagner and Fischer 1974).
  package static func levenshtein(_ a: Text, _ b: Text) -> Int {
    weightedLevenshtein(a, b, insertion: 1, deletion: 1, substitution: 1)
  }

  /// Returns the cheapest edits at three prices from the full matrix.
  package static func weightedLevenshtein(
    _ a: Text, _ b: Text, insertion: Int, deletion: Int, substitution: Int
  ) -> Int {
    var cost = matrix(a, b)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 { cost[i][j] = j * insertion }
        if j == 0 { cost[i][j] = i * deletion }
        if i == 0 || j == 0 { continue }
        cost[i][j] = min(
          cost[i - 1][j] + deletion,
          cost[i][j - 1] + insertion,
          cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : substitution))
      }
    }
    return cost[a.count][b.count]
  }

  /// Returns the optimal string alignment distance from the full matrix.
  package static func optimalStringAlignment(_ a: Text, _ b: Text) -> Int {
    var cost = matrix(a, b)
    for i in 0...a.count {
      for j in 0...b.count {
        cost[i][j] = max(i, j)
        if i == 0 || j == 0 { continue }
        cost[i][j] = min(
          cost[i - 1][j] + 1,
          cost[i][j - 1] + 1,
          cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost[i][j] = min(cost[i][j], cost[i - 2][j - 2] + 1)
        }
      }
    }
    return cost[a.count][b.count]
  }

  /// Returns the unrestricted Damerau-Levenshtein distance by its definition: the last
  /// symbols may have been exchanged with any two earlier ones, the text between being
  /// deleted and inserted.
  ///
  /// - Complexity: O(a^2 * b^2).
  package static func damerauLevenshtein(_ a: Text, _ b: Text) -> Int {
    var cost = matrix(a, b)
    for i in 0...a.count {
      for j in 0...b.count {
        cost[i][j] = max(i, j)
        if i == 0 || j == 0 { continue }
        cost[i][j] = min(
          cost[i - 1][j] + 1,
          cost[i][j - 1] + 1,
          cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        for k in 1..<i where a[k - 1] == b[j - 1] {
          for l in 1..<j where a[i - 1] == b[l - 1] {
            let between = (i - k - 1) + (j - l - 1)
            cost[i][j] = min(cost[i][j], cost[k - 1][l - 1] + between + 1)
          }
        }
      }
    }
    return cost[a.count][b.count]
  }

  /// Returns the same from the full matrix of Lowrance and Wagner 1975, which looks
  /// only at the nearest candidate, for texts too long for the definition.
  package static func damerauLevenshteinOfLongTexts(_ a: Text, _ b: Text) -> Int {
    var cost = matrix(a, b)
    var lastRow: [UInt32: Int] = [:]
    for i in 0...a.count {
      var lastColumn = 0
      for j in 0...b.count {
        cost[i][j] = max(i, j)
        if i == 0 || j == 0 { continue }
        let k = lastRow[b[j - 1]] ?? 0
        let l = lastColumn
        cost[i][j] = min(
          cost[i - 1][j] + 1,
          cost[i][j - 1] + 1,
          cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if k > 0 && l > 0 {
          let between = (i - k - 1) + (j - l - 1)
          cost[i][j] = min(cost[i][j], cost[k - 1][l - 1] + between + 1)
        }
        if a[i - 1] == b[j - 1] { lastColumn = j }
      }
      if i > 0 { lastRow[a[i - 1]] = i }
    }
    return cost[a.count][b.count]
  }

  /// Returns the length of the longest common subsequence from the full matrix.
  package static func longestCommonSubsequence(_ a: Text, _ b: Text) -> Int {
    var length = matrix(a, b)
    for i in 1..<(a.count + 1) {
      for j in 1..<(b.count + 1) {
        length[i][j] =
          a[i - 1] == b[j - 1]
          ? length[i - 1][j - 1] + 1
          : max(length[i - 1][j], length[i][j - 1])
      }
    }
    return length[a.count][b.count]
  }

  /// Returns the sum of lengths less twice the longest common subsequence.
  package static func indel(_ a: Text, _ b: Text) -> Int {
    a.count + b.count - 2 * longestCommonSubsequence(a, b)
  }

  /// Returns how many positions of the padded texts differ.
  package static func hamming(_ a: Text, _ b: Text) -> Int {
    (0..<max(a.count, b.count)).filter { position in
      let x = position < a.count ? a[position] : nil
      let y = position < b.count ? b[position] : nil
      return x != y
    }.count
  }

  private static func matrix(_ a: Text, _ b: Text) -> [[Int]] {
    Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
  }
}
