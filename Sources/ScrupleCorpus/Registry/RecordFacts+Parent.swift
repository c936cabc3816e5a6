extension RecordFacts {
  /// The record with the A-number of the parent through whom it tells of citizenship.
  ///
  /// An application for a certificate of citizenship (N-600) names the parent; of other records it
  /// is not assumed. A parent who never had a number is named without one.
  func namingParent(of person: Person, in household: Household) -> RecordFacts {
    guard parentNaturalizationDate != nil, let derivation = person.derivation,
      let parent = household.people.first(where: { $0.number == derivation.parent })
    else { return self }
    var facts = self
    facts.parentAlienNumber = parent.fileNumber(on: asOf)
    return facts
  }
}

extension Person {
  /// The number of the person's A-file on a day; empty where there is none.
  func fileNumber(on day: Day) -> String {
    let known = identifiers.alienNumbers.filter { $0.issued <= day }
    return (known.first { $0.series == .permanent } ?? known.first)?.digits ?? ""
  }
}
