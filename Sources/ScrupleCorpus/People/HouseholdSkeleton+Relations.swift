extension HouseholdSkeleton {
  /// Who is what to whom; each pair stands once.
  func relations(first: UInt32, custodies: [Custody]) -> [Relation] {
    var relations: [Relation] = []
    guard members.count > 1 else { return relations }
    relations.reserveCapacity(custodies.count + members.count)
    func add(_ person: Int, _ other: Int, _ kind: Relation.Kind, from: Day? = nil, to: Day? = nil) {
      relations.append(
        Relation(
          person: first + UInt32(person), other: first + UInt32(other), kind: kind,
          custodyFrom: from, custodyTo: to))
    }
    add(0, 1, .spouse)
    if plan.grandparents == 2 { add(2, 3, .spouse) }
    for custody in custodies {
      add(custody.parent, custody.child, .parent, from: custody.from, to: custody.to)
    }
    let children = members.indices.filter { members[$0].role == .child }
    for elder in children {
      for younger in children where younger > elder {
        add(elder, younger, members[elder].twin == younger ? .twin : .sibling)
      }
    }
    return relations
  }
}
