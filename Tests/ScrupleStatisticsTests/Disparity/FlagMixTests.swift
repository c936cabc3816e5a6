import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct FlagMixTests {
  @Test(.enabled(if: Vectors.has("false_discovery_bayes"), "\(SharedFiles.missing)"))
  func theShareOfWrongFlagsMeetsTheVectors() throws {
    let rows = try Vectors.rows("false_discovery_bayes")
    #expect(rows.count == 4)
    for row in rows {
      let mix = FlagMix(
        wrongly: (row.int("citizens_searched"), row["P_flag_given_citizen"]),
        rightly: (row.int("noncitizens_searched"), row["P_flag_given_noncitizen"]))
      #expect(meets(mix.wrongFlags, row["expected_false_flags"]))
      #expect(meets(mix.rightFlags, row["expected_true_flags"]))
      #expect(meets(mix.wrongShare, row["share_of_flags_that_are_citizens"]))
    }
  }

  @Test func aRareErrorCanBeATenthOfTheFlags() {
    let mix = FlagMix(wrongly: (990_000, 0.001), rightly: (10_000, 0.9))
    #expect(abs((mix.wrongShare ?? 0) - 0.0990990990990991) < 1e-12)
    #expect(FlagMix(wrongly: (5, 0), rightly: (0, 1)).wrongShare == nil)
  }
}
