import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct ReviewerTests {
  /// Krippendorff 2011: twelve items, four reviewers, some silent.
  private static let canonical: [[Int]] = [
    [1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
    [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [5, 5, 5], [1, 1], [3],
  ]

  @Test(.enabled(if: Vectors.has("agreement"), "\(SharedFiles.missing)"))
  func agreementMeetsTheVectors() throws {
    let want = try Vectors.quantities("agreement")
    #expect(want.count == 10)
    let table = [[180, 12], [9, 59]]
    let agreement = ReviewerAgreement(table: table)
    let interval = try #require(agreement.kappaInterval())
    var items: [[Int]] = []
    for i in 0...1 {
      for j in 0...1 { items += [[Int]](repeating: [i, j], count: table[i][j]) }
    }
    let got: [String: Double?] = [
      "percent_agreement": agreement.agreement, "cohen_kappa": agreement.kappa,
      "cohen_kappa_se_fleiss_cohen_everitt": agreement.kappaError,
      "cohen_kappa_ci95_lo": interval.lowerBound, "cohen_kappa_ci95_hi": interval.upperBound,
      "krippendorff_alpha_nominal": KrippendorffAlpha(items: items).coefficient,
      "gwet_ac1": agreement.gwetCoefficient,
      "prevalence_paradox_990_5_5_0_kappa":
        ReviewerAgreement(table: [[990, 5], [5, 0]]).kappa,
      "krippendorff_canonical_4x12_nominal": KrippendorffAlpha(items: Self.canonical).coefficient,
    ]
    for (name, value) in got { #expect(meets(value, want[name] ?? .nan), "\(name)") }
  }

  @Test func exchangingTheReviewersChangesNothing() {
    let table = [[10, 3, 1], [2, 20, 0], [4, 5, 6]]
    let turned = (0..<3).map { j in (0..<3).map { table[$0][j] } }
    let (one, two) = (ReviewerAgreement(table: table), ReviewerAgreement(table: turned))
    #expect(abs((one.kappa ?? 0) - (two.kappa ?? 1)) < 1e-15)
    #expect(abs((one.kappaError ?? 0) - (two.kappaError ?? 1)) < 1e-15)
    #expect(abs((one.gwetCoefficient ?? 0) - (two.gwetCoefficient ?? 1)) < 1e-15)
  }

  @Test func perfectAgreementIsOneAndNoItemsAreNothing() {
    let perfect = ReviewerAgreement(table: [[7, 0], [0, 3]])
    #expect(perfect.kappa == 1 && perfect.gwetCoefficient == 1 && perfect.kappaError == 0)
    let none = ReviewerAgreement(table: [[0, 0], [0, 0]])
    #expect(none.agreement == nil && none.kappa == nil && none.kappaInterval() == nil)
    let oneSided = ReviewerAgreement(table: [[9, 0], [0, 0]])
    #expect(oneSided.kappa == nil && oneSided.gwetCoefficient == 1)
    #expect(KrippendorffAlpha(items: [[1], [2]]).coefficient == nil)
    #expect(KrippendorffAlpha(items: [[1, 1], [1, 1]]).coefficient == nil)
  }

  @Test(.enabled(if: Vectors.has("rogan_gladen"), "\(SharedFiles.missing)"))
  func correctedRatesMeetTheVectors() throws {
    let rows = try Vectors.rows("rogan_gladen")
    #expect(rows.count == 4)
    for row in rows {
      let estimate = RoganGladenEstimate(
        count: row.int("x"), total: row.int("n"), sensitivity: row["sens"],
        specificity: row["spec"])
      #expect(meets(estimate.apparent, row["apparent"]))
      #expect(meets(estimate.raw, row["corrected_raw"]))
      #expect(meets(estimate.truncated, row["corrected_truncated"]))
      #expect(meets(estimate.standardError, row["se_known_se_sp"]))
      #expect((estimate.outcome == .belowNoiseOfLabels) == (row["corrected_raw"] < 0))
    }
  }

  @Test func perfectLabelsCorrectNothing() {
    let estimate = RoganGladenEstimate(count: 3, total: 10, sensitivity: 1, specificity: 1)
    #expect(estimate.outcome == .rate(0.3))
    let zero = RoganGladenEstimate(count: 0, total: 10, sensitivity: 1, specificity: 1)
    #expect(zero.outcome == .rate(0))
    let none = RoganGladenEstimate(count: 0, total: 0, sensitivity: 1, specificity: 1)
    #expect(none.outcome == .noData)
    let all = RoganGladenEstimate(count: 10, total: 10, sensitivity: 0.9, specificity: 1)
    #expect(all.outcome == .aboveReachOfLabels && all.truncated == 1)
  }

  @Test func unsureLabelsWidenTheRangeOnBothSidesOfTheTruth() {
    let bounds = UnsureBounds(errors: 3, unsure: 4, total: 100)
    #expect(bounds.lowest == 0.03 && bounds.highest == 0.07)
    #expect(bounds.lowerLimit == BinomialInterval(count: 3, total: 100).lower)
    #expect(bounds.upperLimit == BinomialInterval(count: 7, total: 100).upper)
    let none = UnsureBounds(errors: 0, unsure: 0, total: 0)
    #expect(!none.hasLabels && none.lowerLimit == 0 && none.upperLimit == 1)
  }
}
