import ScrupleNormalization

/// What the files of parents say about one booking.
struct ParentEvidence {
  /// Signs that the person may be a citizen through a parent.
  var signs: Set<CitizenshipIndicium> = []
  /// Files that show no citizenship, ascending.
  var supporting: [Int] = []
}

extension FlagRule {
  /// Asks the files of the parents whom linked records name.
  ///
  /// Signs are taken from what any linked record names, what speaks against the person only from
  /// what a governing one names. A parent whose file is not there says nothing.
  ///
  /// - Parameters:
  ///   - linked: positions of all linked records.
  ///   - governing: how many of them, from the first, give the status.
  func parentEvidence(
    _ booking: BookingFacts, _ linked: [Int], governing: Int, _ records: [StatusRecord],
    _ parents: ParentFiles, on day: Int
  ) -> ParentEvidence {
    var evidence = ParentEvidence()
    var supporting: Set<Int> = []
    for (index, position) in linked.enumerated() {
      let births = booking.birthDates + records[position].birthDates
      for files in parents.files(namedBy: records[position]) {
        let signs = files.compactMap { Self.sign(ofParent: records[$0], births, on: day) }
        evidence.signs.formUnion(signs)
        guard index < governing, signs.isEmpty else { continue }
        supporting.formUnion(files.filter { Self.showsNoCitizen(records[$0], on: day) })
      }
    }
    evidence.supporting = supporting.sorted()
    return evidence
  }

  /// The sign that a parent's file gives of the child's citizenship; nil where it gives none.
  ///
  /// What happened after the booking is not looked at.
  private static func sign(
    ofParent file: StatusRecord, _ births: [CivilDate], on day: Int
  ) -> CitizenshipIndicium? {
    if let oath = file.naturalizedOn {
      guard oath.mayBe(onOrBefore: day) else { return nil }
      return births.contains { isMinor(born: $0, on: oath) }
        ? .parentNaturalizedBefore18 : .parentNaturalized
    }
    guard file.asOf?.mayBe(onOrBefore: day) ?? true else { return nil }
    let isCitizen =
      file.status == .citizen || file.hasCertificate || file.hasCitizenshipClass
      || file.isCitizenByCountry
    return isCitizen ? .parentNaturalized : nil
  }

  /// Whether a parent's file that gives no sign says, by the day, that the parent is no citizen.
  private static func showsNoCitizen(_ file: StatusRecord, on day: Int) -> Bool {
    file.status != .unknown && file.asOf?.isCertainly(onOrBefore: day) == true
  }
}
