/// A table with its margins as one more row and column, and which of its entries are suppressed.
struct SuppressionMask {
  private let entries: [[Int]]
  private var isSuppressed: [[Bool]]
  private let threshold: Int

  private var rows: Int { entries.count }
  private var columns: Int { entries[0].count }

  init(counts: [[Int]], threshold: Int) {
    let width = counts.first?.count ?? 0
    precondition(counts.allSatisfy { $0.count == width }, "rows of different lengths")
    precondition(counts.joined().allSatisfy { $0 >= 0 }, "a negative count")
    var table = counts.map { $0 + [$0.reduce(0, +)] }
    table.append((0...width).map { column in table.reduce(0) { $0 + $1[column] } })
    entries = table
    self.threshold = threshold
    isSuppressed = table.map { row in
      row.map { $0 < threshold && ($0 > 0 || row[width] < threshold) }
    }
  }

  /// How many entries are suppressed.
  var suppressed: Int { isSuppressed.joined().reduce(0) { $0 + ($1 ? 1 : 0) } }

  /// The entries, nil where suppressed.
  var shownEntries: [[Int?]] {
    entries.indices.map { row in
      entries[row].indices.map { isSuppressed[row][$0] ? nil : entries[row][$0] }
    }
  }

  /// Suppresses more entries until none can be found out.
  mutating func protect() {
    while fillSmallLine() || closeBridge() {}
  }

  // MARK: Lines whose suppressed entries add to too little

  private mutating func fillSmallLine() -> Bool {
    for row in 0..<rows {
      let line = (0..<columns).map { (row: row, column: $0) }
      if fill(line) { return true }
    }
    for column in 0..<columns {
      let line = (0..<rows).map { (row: $0, column: column) }
      if fill(line) { return true }
    }
    return false
  }

  /// Suppresses one more entry of a line, its total at last, if what is suppressed adds to less
  /// than the threshold.
  private mutating func fill(_ line: [(row: Int, column: Int)]) -> Bool {
    guard let total = line.last, !isSuppressed[total.row][total.column] else { return false }
    let hidden = line.dropLast().filter { isSuppressed[$0.row][$0.column] }
    let sum = hidden.reduce(0) { $0 + entries[$1.row][$1.column] }
    guard !hidden.isEmpty && sum < threshold else { return false }
    let open = line.dropLast().filter {
      !isSuppressed[$0.row][$0.column] && entries[$0.row][$0.column] > 0
    }
    let next = open.min { entries[$0.row][$0.column] < entries[$1.row][$1.column] } ?? total
    isSuppressed[next.row][next.column] = true
    return true
  }

  // MARK: Entries that follow from the others

  private mutating func closeBridge() -> Bool {
    for row in 0..<rows {
      for column in 0..<columns where isSuppressed[row][column] {
        let path = cheapestPath(from: row, to: column)
        let added = path.filter { !isSuppressed[$0.row][$0.column] }
        guard !added.isEmpty else { continue }
        for entry in added { isSuppressed[entry.row][entry.column] = true }
        return true
      }
    }
    return false
  }

  /// The entries on the cheapest way from a row to a column without the entry they share
  /// (Dijkstra 1959). Suppressed entries cost nothing, zeros most: a suppressed zero protects
  /// little.
  private func cheapestPath(from row: Int, to column: Int) -> [(row: Int, column: Int)] {
    let nodes = rows + columns
    var distance = [Double](repeating: .infinity, count: nodes)
    var previous = [Int](repeating: -1, count: nodes)
    var open = Set(0..<nodes)
    distance[row] = 0
    while let node = open.min(by: { (distance[$0], $0) < (distance[$1], $1) }) {
      open.remove(node)
      for next in open where (node < rows) != (next < rows) {
        let entry = (row: min(node, next), column: max(node, next) - rows)
        if entry == (row: row, column: column) { continue }
        let reached = distance[node] + cost(entry.row, entry.column)
        if reached < distance[next] { (distance[next], previous[next]) = (reached, node) }
      }
    }
    var path: [(row: Int, column: Int)] = []
    var node = rows + column
    while node != row, previous[node] >= 0 {
      let other = previous[node]
      path.append((row: min(node, other), column: max(node, other) - rows))
      node = other
    }
    return path
  }

  private func cost(_ row: Int, _ column: Int) -> Double {
    if isSuppressed[row][column] { return 0 }
    return entries[row][column] == 0 ? 1e15 : 1 + Double(entries[row][column])
  }
}
