import ScrupleFlagging
import ScrupleNormalization
import Testing

/// The files of parents whom a record names by A-number.
@Suite struct ParentTests {
  /// Born in June 1990, no status since 2014, and the file names 900000007 as the father's number.
  private func child(_ files: StatusRecord...) -> FlagCase {
    FlagCase(
      FlagCase.record(.expired, "2014-06-01") {
        $0.aNumbers = [900_000_001]
        $0.parentANumbers = [900_000_007]
      }
    ) {
      $0.booking.birthDates = [day("1990-06-01")].compactMap { $0 }
      $0.others = files
    }
  }

  private func father(
    _ status: RecordedStatus, _ asOf: String? = "2014-01-01", oath: String? = nil,
    number: UInt32 = 900_000_007
  ) -> StatusRecord {
    FlagCase.record(status, asOf) {
      $0.aNumbers = [number]
      $0.naturalizedOn = oath.flatMap(day)
    }
  }

  @Test func aParentsOathBeforeThe18thBirthdayVetoes() {
    #expect(child(father(.citizen, oath: "2001-02-03")).reason == .indicium)
    #expect(child(father(.citizen, oath: "2008-05-31")).reason == .indicium)
    var shown = child(father(.citizen, oath: "2001-02-03"))
    shown.rule.vetoingIndicia = []
    #expect(shown.flag?.indicia == [.parentNaturalizedBefore18])
    #expect(shown.flag?.supporting == [])
  }

  @Test func aParentsLaterOathIsShownAndVetoesNothing() {
    for file in [father(.citizen, oath: "2008-06-01"), father(.citizen)] {
      let flag = child(file).flag
      #expect(flag?.indicia == [.parentNaturalized])
      #expect(flag?.supporting == [])
    }
  }

  @Test func aParentsFileWithoutAnOathIsNotedAsSupport() {
    let flag = child(father(.permanentResident)).flag
    #expect(flag?.supporting == [1])
    #expect(flag?.indicia == [])
    #expect(flag?.records == [0], "the status is that of the person's own record")
  }

  @Test func aParentsFileThatIsNotThereSaysNothing() {
    let alone = child().flag
    #expect(alone != nil)
    #expect(alone?.supporting == [])
    #expect(alone?.indicia == [])
    // Somebody else's file is no parent's, whatever it says.
    #expect(child(father(.citizen, oath: "2001-02-03", number: 900_000_008)).flag == alone)
    // Neither is a file without a status or without a day.
    #expect(child(father(.unknown)).flag == alone)
    #expect(child(father(.permanentResident, nil)).flag == alone)
  }

  @Test func oneFileOfAParentWithTheOathOutweighsTheOthers() {
    let files = [father(.permanentResident, "2014-12-01"), father(.citizen, oath: "2001-02-03")]
    #expect(child(files[0], files[1]).reason == .indicium)
    var shown = child(files[1], files[0])
    shown.rule.vetoingIndicia = []
    #expect(shown.flag?.supporting == [])
  }

  @Test func whatComesAfterTheBookingIsNotLookedAt() {
    let flag = child().flag
    #expect(child(father(.permanentResident, "2015-07-01")).flag == flag)
    #expect(child(father(.unknown, "2016-01-01", oath: "2015-07-01")).flag == flag)
    #expect(child(father(.citizen, "2016-01-01")).flag == flag)
  }

  @Test func nobodyIsAParentOfThemselves() {
    var own = child()
    own.records[0].parentANumbers = own.records[0].aNumbers
    #expect(own.flag?.supporting == [])
  }

  @Test func aParentsFileMakesNoFlag() {
    var found = child(father(.orderedRemoved))
    found.records[0].status = .permanentResident
    #expect(found.reason == .statusNotFlagged)
  }
}
