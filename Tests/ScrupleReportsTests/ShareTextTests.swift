import Testing

@testable import ScrupleReports

@Suite struct ShareTextTests {
  @Test func anEstimateHasThreeDigitsOfItselfOrOfItsRest() {
    #expect(ShareText.estimate(0.5) == "50.0 %")
    #expect(ShareText.estimate(0.00241) == "0.241 %")
    #expect(ShareText.estimate(0.9772) == "97.7 %")
    #expect(ShareText.estimate(0.9947) == "99.47 %")
    #expect(ShareText.estimate(0.99924) == "99.924 %")
    #expect(ShareText.estimate(0.9999999) == "over 99.999 %")
    #expect(ShareText.estimate(2.5e-6) == "2.50 per million")
    #expect(ShareText.estimate(6.9191e-7) == "692 per billion")
    #expect(ShareText.estimate(0) == "0" && ShareText.estimate(1) == "100 %")
  }

  @Test func aLimitHasTheUnitOfItsEstimate() {
    #expect(ShareText.limit(2.791e-8, of: 0.0018) == "under 0.001 %")
    #expect(ShareText.limit(0.0103, of: 0.0018) == "1.03 %")
    #expect(ShareText.limit(0.999_999_999, of: 0.5) == "over 99.9 %")
    #expect(ShareText.limit(0.99962, of: 0.9995) == "99.962 %")
    #expect(ShareText.limit(7.91e-4, of: 4e-6) == "791 per million")
    #expect(ShareText.limit(7.9123e-5, of: 4e-8) == "79,100 per billion")
    #expect(ShareText.limit(1e-13, of: 4e-8) == "under 0.01 per billion")
    #expect(ShareText.limit(3.456e-6, of: 0) == "3.46 per million")
  }

  /// Nothing between none and all reads as either.
  @Test func onlyNoneAndAllReadAsSuch() {
    for exponent in 1...300 {
      var share = 1.0
      for _ in 0..<exponent { share /= 10 }
      for text in [ShareText.estimate(share), ShareText.limit(share, of: 0.2)] {
        #expect(text.contains { ("1"..."9").contains($0) }, "\(share): \(text)")
      }
      if 1 - share < 1 {
        #expect(!ShareText.estimate(1 - share).hasPrefix("100"), "\(share)")
        #expect(!ShareText.limit(1 - share, of: 0.2).hasPrefix("100"), "\(share)")
      }
    }
  }
}
