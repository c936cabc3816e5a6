extension TruthCheck {
  mutating func inspectRelations() {
    for relation in household.relations {
      guard let one = person(relation.person), let other = person(relation.other) else {
        note(.unknownRelative, relation.person)
        continue
      }
      switch relation.kind {
      case .parent: inspectParent(one, of: other, relation)
      case .twin:
        if one.twin != other.number || one.birthDate != other.birthDate {
          note(.twinsApart, one.number)
        }
      case .child, .spouse, .sibling: break
      }
    }
  }

  private mutating func inspectParent(_ parent: Person, of child: Person, _ relation: Relation) {
    if child.birthDate.age(ofBornOn: parent.birthDate) < 14 {
      note(.parentTooYoung, parent.number)
    }
    let adulthood = child.birthDate.adding(years: 18)
    if relation.custodyFrom.map({ $0 < child.birthDate }) ?? false
      || relation.custodyTo.map({ $0 > adulthood }) ?? false
      || (relation.custodyFrom != nil && relation.custodyTo == nil)
    {
      note(.custodyOutOfChildhood, child.number)
    }
  }
}
