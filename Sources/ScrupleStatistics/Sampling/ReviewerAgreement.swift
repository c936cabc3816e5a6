/// How far two reviewers agree who put the same items into the same categories.
///
/// Kappa falls to 0 and below where one category is rare, however much they agree (990 of 1,000
/// agreed gives -0.005); so the agreement itself and Gwet's coefficient stand beside it.
/// "Unsure" is a category of its own. Exchanging the reviewers changes nothing but the table.
public struct ReviewerAgreement: Sendable, Equatable {
  /// The items by the first reviewer's category (rows) and the second's (columns).
  public let table: [[Int]]
  /// How many items both judged.
  public let items: Int

  /// Takes a square table of counts, none negative, at least one row.
  public init(table: [[Int]]) {
    precondition(!table.isEmpty && table.allSatisfy { $0.count == table.count }, "not a square")
    precondition(table.joined().allSatisfy { $0 >= 0 }, "a negative count")
    self.table = table
    items = table.joined().reduce(0, +)
  }

  /// The share of items both put into the same category; nil without items.
  public var agreement: Double? {
    guard items > 0 else { return nil }
    return Double(table.indices.reduce(0) { $0 + table[$1][$1] }) / Double(items)
  }

  /// Cohen's kappa, (agreement - chance) / (1 - chance), where chance is the sum of the products
  /// of the two reviewers' shares; nil where one category takes all.
  ///
  /// - Source: Cohen 1960.
  public var kappa: Double? {
    guard let agreement else { return nil }
    let chance = zip(shares.first, shares.second).reduce(0) { $0 + $1.0 * $1.1 }
    return chance < 1 ? (agreement - chance) / (1 - chance) : nil
  }

  /// The large-sample standard error of kappa.
  ///
  /// - Source: Fleiss, Cohen & Everitt 1969.
  public var kappaError: Double? {
    guard let kappa, items > 0 else { return nil }
    let (first, second) = shares
    let chance = zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
    let left = 1 - kappa
    var (same, other) = (0.0, 0.0)
    for i in table.indices {
      for j in table.indices {
        let share = Double(table[i][j]) / Double(items)
        if i == j {
          let away = 1 - (first[i] + second[i]) * left
          same += share * away * away
        } else {
          let sum = second[i] + first[j]
          other += share * sum * sum * left * left
        }
      }
    }
    let shift = kappa - chance * left
    let variance = (same + other - shift * shift) / Double(items) / ((1 - chance) * (1 - chance))
    return max(variance, 0).squareRoot()
  }

  /// The normal interval of kappa, within -1...1; nil where kappa is.
  public func kappaInterval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard let kappa, let kappaError else { return nil }
    let reach = normalQuantile(level: level) * kappaError
    return max(kappa - reach, -1)...min(kappa + reach, 1)
  }

  /// Gwet's AC1, with chance the sum of q (1 - q) / (categories - 1) over mean shares q; nil
  /// without items or with a single category.
  ///
  /// - Source: Gwet 2008.
  public var gwetCoefficient: Double? {
    guard let agreement, table.count > 1 else { return nil }
    let (first, second) = shares
    let spread = zip(first, second).reduce(0.0) { sum, pair in
      let mean = (pair.0 + pair.1) / 2
      return sum + mean * (1 - mean)
    }
    let chance = spread / Double(table.count - 1)
    return (agreement - chance) / (1 - chance)
  }

  private var shares: (first: [Double], second: [Double]) {
    let size = Double(max(items, 1))
    let first = table.map { Double($0.reduce(0, +)) / size }
    let second = table.indices.map { j in Double(table.reduce(0) { $0 + $1[j] }) / size }
    return (first, second)
  }
}

/// Krippendorff's alpha for categories, for any number of reviewers who need not judge every item.
///
/// 1 - observed / expected disagreement over the coincidences of pairs of judgements within an
/// item. Items with fewer than two judgements say nothing and are left out.
/// - Source: Krippendorff 2011, "Computing Krippendorff's alpha-reliability".
public struct KrippendorffAlpha: Sendable, Equatable {
  /// The coefficient; nil without two judgements of one item, or where all judgements are alike.
  public let coefficient: Double?
  /// How many judgements took part.
  public let judgements: Int

  /// Computes the coefficient.
  ///
  /// - Parameter items: the categories that each item was given, 0 and up; one for each reviewer
  ///   who judged it.
  public init(items: [[Int]]) {
    let categories = 1 + (items.joined().max() ?? 0)
    var totals = [Int](repeating: 0, count: categories)
    var disagreement = 0.0
    for item in items where item.count > 1 {
      var counts = [Int](repeating: 0, count: categories)
      for category in item { counts[category] += 1 }
      for category in 0..<categories { totals[category] += counts[category] }
      let alike = counts.reduce(0) { $0 + $1 * ($1 - 1) }
      let pairs = item.count * (item.count - 1)
      disagreement += Double(pairs - alike) / Double(item.count - 1)
    }
    judgements = totals.reduce(0, +)
    let n = Double(judgements)
    let alike = totals.reduce(0.0) { $0 + Double($1) * Double($1) }
    let expected = n * n - alike
    coefficient = expected > 0 ? 1 - (n - 1) * disagreement / expected : nil
  }
}
