/// One-to-one assignment of greatest total benefit on one connected component.
///
/// The component is padded to a square of benefits, 0 where there is no edge, so that a
/// perfect assignment of the square is any assignment of the component. Shortest
/// augmenting paths with potentials find an optimum; the potentials then tell which
/// edges other optima use: an edge of an optimum is *tight* (reduced cost 0), and two
/// optima differ by cycles of tight edges that alternate between them. So an assigned
/// edge lies in every optimum unless it is on such a cycle, that is, unless its row is
/// in a strongly connected component with another row when row i points to the row
/// assigned to column j for every tight (i, j). All arithmetic is on integers, so tight
/// means tight.
enum OptimalAssignment {
  static func choice(among edges: [CandidateEdge], floor: Int64) -> EdgeChoice {
    let lefts = places(of: edges.map(\.left))
    let rights = places(of: edges.map(\.right))
    let size = max(lefts.count, rights.count)
    var costs = [Int64](repeating: 0, count: size * size)
    for edge in edges {
      guard let row = lefts[edge.left], let column = rights[edge.right] else { continue }
      costs[row * size + column] = floor - edge.weight
    }
    let solution = SquareAssignment(costs: costs, size: size)
    let groups = solution.rowGroups()
    var groupSizes = [Int](repeating: 0, count: size)
    for group in groups { groupSizes[group] += 1 }
    var choice = EdgeChoice()
    for edge in edges {
      guard let row = lefts[edge.left], let column = rights[edge.right] else { continue }
      let owner = solution.rowOfColumn[column]
      if owner == row && groupSizes[groups[row]] == 1 {
        choice.assigned.append(edge)
      } else if solution.isTight(row, column) && groups[owner] == groups[row] {
        choice.tied.append(edge)
      }
    }
    return choice
  }

  private static func places(of nodes: [Int32]) -> [Int32: Int] {
    var places: [Int32: Int] = [:]
    for node in nodes where places[node] == nil { places[node] = places.count }
    return places
  }
}

/// A cheapest perfect assignment of a square matrix, with its potentials.
package struct SquareAssignment: Sendable {
  private let costs: [Int64]
  private let size: Int
  private var rowPotentials: [Int64]
  private var columnPotentials: [Int64]
  /// The row assigned to each column.
  package private(set) var rowOfColumn: [Int]

  /// Solves by shortest augmenting paths, one row after another; `costs` holds the rows in order.
  ///
  /// - Complexity: O(size^3).
  package init(costs: [Int64], size: Int) {
    self.costs = costs
    self.size = size
    rowPotentials = [Int64](repeating: 0, count: size)
    columnPotentials = [Int64](repeating: 0, count: size)
    rowOfColumn = [Int](repeating: -1, count: size)
    for row in 0..<size { assign(row) }
  }

  func isTight(_ row: Int, _ column: Int) -> Bool {
    costs[row * size + column] == rowPotentials[row] + columnPotentials[column]
  }

  /// Grows a tree of alternating paths from a row until it reaches a free column, keeping
  /// reduced costs at or above 0, then shifts the path (Dijkstra's method on the matrix).
  private mutating func assign(_ start: Int) {
    var distances = [Int64](repeating: .max, count: size)
    var previous = [Int](repeating: -1, count: size)
    var isDone = [Bool](repeating: false, count: size)
    var scanned: [Int] = []
    var row = start
    var reached = -1
    repeat {
      var nearest = -1
      var step = Int64.max
      for column in 0..<size where !isDone[column] {
        let reduced = costs[row * size + column] - rowPotentials[row] - columnPotentials[column]
        if reduced < distances[column] {
          distances[column] = reduced
          previous[column] = reached
        }
        if distances[column] < step {
          step = distances[column]
          nearest = column
        }
      }
      shiftPotentials(by: step, start: start, scanned: scanned)
      for column in 0..<size where !isDone[column] { distances[column] -= step }
      isDone[nearest] = true
      scanned.append(nearest)
      reached = nearest
      row = rowOfColumn[nearest]
    } while row >= 0
    while reached >= 0 {
      let before = previous[reached]
      rowOfColumn[reached] = before >= 0 ? rowOfColumn[before] : start
      reached = before
    }
  }

  private mutating func shiftPotentials(by step: Int64, start: Int, scanned: [Int]) {
    rowPotentials[start] += step
    for column in scanned {
      rowPotentials[rowOfColumn[column]] += step
      columnPotentials[column] -= step
    }
  }

  /// Numbers the strongly connected components of the rows (Kosaraju's method).
  func rowGroups() -> [Int] {
    var columnOfRow = [Int](repeating: -1, count: size)
    for (column, row) in rowOfColumn.enumerated() { columnOfRow[row] = column }
    var order: [Int] = []
    var isSeen = [Bool](repeating: false, count: size)
    for row in 0..<size where !isSeen[row] {
      visit(
        row, &isSeen, finish: { order.append($0) },
        points: { isTight($0, columnOfRow[$1]) })
    }
    var groups = [Int](repeating: -1, count: size)
    isSeen = [Bool](repeating: false, count: size)
    for row in order.reversed() where !isSeen[row] {
      visit(
        row, &isSeen, finish: { groups[$0] = row },
        points: { isTight($1, columnOfRow[$0]) })
    }
    return groups
  }

  /// Walks depth first from a row, with a stack of (row, next row to look at).
  private func visit(
    _ start: Int, _ isSeen: inout [Bool], finish: (Int) -> Void,
    points: (_ from: Int, _ to: Int) -> Bool
  ) {
    var stack = [(row: start, next: 0)]
    isSeen[start] = true
    while let top = stack.last {
      var next = top.next
      while next < size && (isSeen[next] || !points(top.row, next)) { next += 1 }
      if next == size {
        finish(top.row)
        stack.removeLast()
      } else {
        stack[stack.count - 1].next = next + 1
        isSeen[next] = true
        stack.append((next, 0))
      }
    }
  }
}
