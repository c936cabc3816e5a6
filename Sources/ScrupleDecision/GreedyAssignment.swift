/// One-to-one assignment by falling weight, without breaking ties.
enum GreedyAssignment {
  static func choice(among edges: [CandidateEdge]) -> EdgeChoice {
    let order = edges.sorted { $0.weight > $1.weight }
    var choice = EdgeChoice()
    var goneLeft: Set<Int32> = []
    var goneRight: Set<Int32> = []
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count && order[end].weight == order[start].weight { end += 1 }
      let open = order[start..<end].filter {
        !goneLeft.contains($0.left) && !goneRight.contains($0.right)
      }
      choice.add(uncontested(open))
      // Ends of tied edges go too: a record in doubt must not fall to its second best.
      for edge in open {
        goneLeft.insert(edge.left)
        goneRight.insert(edge.right)
      }
      start = end
    }
    return choice
  }

  private static func uncontested(_ edges: [CandidateEdge]) -> EdgeChoice {
    if edges.count == 1 { return EdgeChoice(assigned: edges) }
    var lefts: [Int32: Int] = [:]
    var rights: [Int32: Int] = [:]
    for edge in edges {
      lefts[edge.left, default: 0] += 1
      rights[edge.right, default: 0] += 1
    }
    var choice = EdgeChoice()
    for edge in edges {
      if lefts[edge.left] == 1 && rights[edge.right] == 1 {
        choice.assigned.append(edge)
      } else {
        choice.tied.append(edge)
      }
    }
    return choice
  }
}
