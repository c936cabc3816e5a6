import ScrupleAudit
import ScrupleGroundTruth
import Testing

@Suite struct WrongFlagCauseTests {
  private func evidence(
    _ basis: AuditedFlag.Basis = .link, _ citizenClass: CitizenClass = .bornHere,
    _ status: TrueStatus = .citizen, _ change: (inout WrongFlagEvidence) -> Void
  ) -> WrongFlagCause {
    var evidence = WrongFlagEvidence(
      basis: basis, citizenClass: citizenClass, statusAtBooking: status)
    change(&evidence)
    return evidence.cause
  }

  @Test func aMergedFileIsNamedBeforeAnythingElse() {
    let cause = evidence {
      $0.isMergedRecord = true
      $0.isOwnRecord = true
      $0.sharesIdentifier = true
      $0.areKin = true
    }
    #expect(cause == .mergedFile)
  }

  @Test func somebodyElsesRecordIsNamedByTheFirstRuleThatHolds() {
    #expect(
      evidence {
        $0.sharesIdentifier = true
        $0.areKin = true
      } == .identifierCollision)
    #expect(
      evidence {
        $0.wonByForeignAlias = true
        $0.areKin = true
      } == .aliasContamination)
    #expect(
      evidence {
        $0.areKin = true
        $0.linksWithCleanValues = true
      } == .kin)
    #expect(evidence { $0.linksWithCleanValues = true } == .namesake)
    #expect(evidence { $0.linksWithCleanValues = false } == .errorInduced)
    #expect(evidence { $0.wasAmbiguous = true } == .unresolvable)
  }

  @Test func theOwnRecordIsNamedByItsStatus() {
    func own(
      _ citizenClass: CitizenClass, _ status: TrueStatus, shows recorded: TrueStatus,
      _ change: (inout WrongFlagEvidence) -> Void = { _ in }
    ) -> WrongFlagCause {
      evidence(.link, citizenClass, status) {
        $0.isOwnRecord = true
        $0.recordedStatus = recorded
        $0.recordedWasOnceTrue = true
        change(&$0)
      }
    }
    #expect(own(.naturalized, .citizen, shows: .expired) == .staleNaturalized)
    #expect(own(.derived, .citizen, shows: .withoutInspection) == .unrecordedCitizen)
    #expect(own(.acquired, .citizen, shows: .expired) == .unrecordedCitizen)
    #expect(own(.noncitizen, .permanentResident, shows: .expired) == .staleOtherStatus)
    #expect(
      own(.naturalized, .citizen, shows: .expired) { $0.anotherOwnRecordIsRight = true }
        == .splitFile)
    #expect(
      own(.derived, .citizen, shows: .expired) { $0.hasForeignSupport = true } == .falseSupport)
    #expect(
      own(.naturalized, .citizen, shows: .expired) { $0.recordedWasOnceTrue = false } == .neverTrue)
    #expect(own(.noncitizen, .pending, shows: .pending) == .ruleError)
  }

  @Test func absenceIsNamedByWhatWouldHaveRefutedIt() {
    #expect(evidence(.absence) { $0.hasFalseForeignBirthplace = true } == .absenceFalseBirthplace)
    #expect(evidence(.absence, .naturalized) { $0.hasRefutingRecord = true } == .absenceMissedMatch)
    #expect(evidence(.absence, .derived) { _ in } == .absenceNoRecord)
    #expect(evidence(.stated) { _ in } == .statedError)
  }

  @Test func sharesOfCausesAddUpAndTheMostFrequentLeads() {
    let flags: [(cause: WrongFlagCause, person: Int32, isCitizen: Bool)] = [
      (.kin, 1, true), (.namesake, 2, true), (.namesake, 2, true), (.namesake, 3, false),
    ]
    let table = CauseCount.table(flags, level: 0.95)
    #expect(table.map(\.cause) == [.namesake, .kin])
    #expect(table.map(\.share.count) == [3, 1])
    #expect(table.allSatisfy { $0.share.total == 4 })
    #expect(table[0].onCitizens == 2)
  }
}
