/// The entity of every record on both sides, with the right records of each entity at hand.
struct EntityKey: Sendable, Equatable {
  let left: [Int32]
  let right: [Int32]
  let labelledLeft: Int
  let labelledRight: Int
  let truePairs: Int
  /// Where each entity's right records begin in `rightRows`, and after the last the end.
  private let starts: [Int]
  private let rightRows: [Int32]

  init(left: [Int32], right: [Int32]) {
    let greatest = max(left.max() ?? -1, right.max() ?? -1)
    precondition(left.count <= Int(Int32.max), "\(left.count) left records")
    precondition(right.count <= Int(Int32.max), "\(right.count) right records")
    var starts = [Int](repeating: 0, count: Int(max(greatest, -1)) + 2)
    for code in right where code >= 0 { starts[Int(code) + 1] += 1 }
    for code in 0..<(starts.count - 1) { starts[code + 1] += starts[code] }
    var next = starts
    var rows = [Int32](repeating: 0, count: starts[starts.count - 1])
    for (row, code) in right.enumerated() where code >= 0 {
      rows[next[Int(code)]] = Int32(row)
      next[Int(code)] += 1
    }
    var labelled = 0
    var pairs = 0
    for code in left where code >= 0 {
      labelled += 1
      pairs += starts[Int(code) + 1] - starts[Int(code)]
    }
    self.left = left
    self.right = right
    labelledLeft = labelled
    labelledRight = rows.count
    truePairs = pairs
    self.starts = starts
    rightRows = rows
  }

  /// One more than the greatest code.
  var codeCount: Int { starts.count - 1 }

  func mates(ofLeft record: Int32) -> ArraySlice<Int32> {
    let code = left[Int(record)]
    return code < 0 ? [] : rightRows[starts[Int(code)]..<starts[Int(code) + 1]]
  }
}
