/// The time in which a child of a household was in the custody of a parent, by
/// places in the household.
struct Custody: Sendable {
  var parent: Int
  var child: Int
  var from: Day
  /// The first day without it: the eighteenth birthday at the latest.
  var to: Day
}

extension HouseholdSkeleton {
  /// The custody of every child, of the children's parents and of the head whose
  /// parents live in the household.
  ///
  /// It begins at birth, but for children who followed their parents later or came
  /// into their custody later, and ends at eighteen.
  func custodies() -> [Custody] {
    var custodies: [Custody] = []
    for (place, member) in members.enumerated() {
      switch member.role {
      case .child:
        var from = member.birth
        if member.isForeignBorn {
          from = max(from, course?.custodyFrom ?? from, course?.childrenEntry ?? from)
        }
        let to = max(from, member.birth.adding(years: 18))
        for parent in 0...1 {
          custodies.append(Custody(parent: parent, child: place, from: from, to: to))
        }
      case .grandparent:
        let head = members[0].birth
        custodies.append(
          Custody(parent: place, child: 0, from: head, to: head.adding(years: 18)))
      case .head, .spouse: break
      }
    }
    return custodies
  }
}
