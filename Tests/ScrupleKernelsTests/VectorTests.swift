import Foundation
import ScrupleKernels
import ScrupleVectorFiles
import Testing

/// Published expected values of RapidFuzz and jellyfish.
@Suite(.enabled(if: VectorFile.arePresent, "needs shared/data/vectors (SCRUPLE_SHARED)"))
struct VectorTests {
  typealias Scalars = StringDistance.Scalars

  // MARK: 1,926 pairs of names scored by rapidfuzz 3.14.6

  static let integerColumns: [(String, @Sendable (Scalars, Scalars) -> Int)] = [
    ("levenshtein", { StringDistance.levenshtein($0, $1) }),
    ("osa", { StringDistance.optimalStringAlignment($0, $1) }),
    ("damerau_levenshtein", { StringDistance.damerauLevenshtein($0, $1) }),
    ("indel", { StringDistance.indel($0, $1) }),
    ("lcs_seq_similarity", { StringDistance.longestCommonSubsequence($0, $1) }),
    ("hamming_pad", { StringDistance.hamming($0, $1) }),
  ]
  /// Columns of similarities with the decimals they are rounded to.
  static let similarityColumns: [(String, Double, @Sendable (Scalars, Scalars) -> Double)] = [
    ("jaro", 12, { StringDistance.jaro($0, $1) }),
    ("jaro_winkler_p0.1_rapidfuzz", 12, { StringDistance.jaroWinkler($0, $1) }),
    ("ratio", 9, { StringDistance.ratio($0, $1) }),
    ("token_sort_ratio", 9, { StringDistance.tokenSortRatio($0, $1) }),
    ("token_set_ratio", 9, { StringDistance.tokenSetRatio($0, $1) }),
    ("partial_ratio", 9, { StringDistance.partialRatio($0, $1) }),
  ]

  @Test func namePairsScoreAsInRapidFuzz() throws {
    let rows = try VectorFile.rows(of: "oracle_rapidfuzz_jellyfish_pairs.dev.csv")
    #expect(rows.count == 1926)
    for (number, row) in rows.enumerated() {
      let a = scalars(try #require(row["input1"]))
      let b = scalars(try #require(row["input2"]))
      for (column, kernel) in Self.integerColumns {
        let expected = try #require(row[column].flatMap(Int.init))
        #expect(withScalars(a, b, kernel) == expected, "row \(number) \(column)")
      }
      for (column, decimals, kernel) in Self.similarityColumns {
        let expected = try #require(row[column].flatMap(Double.init))
        // Half a unit of the last decimal is the rounding of the file.
        let tolerance = 1e-12 + 0.5 * pow(10, -decimals)
        let found = withScalars(a, b, kernel)
        #expect(abs(found - expected) <= tolerance, "row \(number) \(column)")
      }
    }
  }

  @Test func asciiNamePairsScoreTheSameAsBytes() throws {
    for row in try VectorFile.rows(of: "oracle_rapidfuzz_jellyfish_pairs.dev.csv") {
      let a = scalars(try #require(row["input1"]))
      let b = scalars(try #require(row["input2"]))
      guard (a + b).allSatisfy({ $0 < 128 }) else { continue }
      let asBytes = withBytes(a, b) { x, y in
        [
          Double(StringDistance.levenshtein(x, y)), StringDistance.jaroWinkler(x, y),
          StringDistance.tokenSetRatio(x, y), StringDistance.partialRatio(x, y),
        ]
      }
      let asScalars = withScalars(a, b) { x, y in
        [
          Double(StringDistance.levenshtein(x, y)), StringDistance.jaroWinkler(x, y),
          StringDistance.tokenSetRatio(x, y), StringDistance.partialRatio(x, y),
        ]
      }
      #expect(asBytes == asScalars)
    }
  }

  @Test(arguments: InstructionSet.available)
  func asciiNamePairsScoreTheSameInBatches(_ set: InstructionSet) throws {
    let rows = try VectorFile.rows(of: "oracle_rapidfuzz_jellyfish_pairs.dev.csv").filter {
      (($0["input1"] ?? "") + ($0["input2"] ?? "")).utf8.allSatisfy { $0 < 128 }
    }
    let left = TextSlots(rows.map { $0["input1"] ?? "" })
    let right = TextSlots(rows.map { $0["input2"] ?? "" })
    let pairs = TextPairs(left, right, using: set)
    let numbers = rows.indices.map { UInt32($0) }
    let columns: [(EditDistance, String)] = [
      (.levenshtein, "levenshtein"), (.optimalStringAlignment, "osa"),
      (.damerauLevenshtein, "damerau_levenshtein"), (.indel, "indel"),
    ]
    for (kind, column) in columns {
      var found = Array(repeating: UInt16(0), count: rows.count)
      numbers.withUnsafeBufferPointer { numbers in
        found.withUnsafeMutableBufferPointer { pairs.write(kind, of: numbers, numbers, into: $0) }
      }
      #expect(found == rows.map { $0[column].flatMap(UInt16.init) ?? .max }, "\(column)")
    }
    var found = Array(repeating: 0.0, count: rows.count)
    numbers.withUnsafeBufferPointer { numbers in
      found.withUnsafeMutableBufferPointer {
        pairs.write(JaroTable.similarities(), of: numbers, numbers, into: $0)
      }
    }
    for (row, similarity) in zip(rows, found) {
      let expected = try #require(row["jaro_winkler_p0.1_rapidfuzz"].flatMap(Double.init))
      #expect(abs(similarity - expected) <= 1.5e-12)
    }
  }

  // MARK: RapidFuzz's own tests

  @Test func rapidFuzzTestsHold() throws {
    let rows = try VectorFile.rows(of: "rapidfuzz_tests.csv")
    #expect(rows.count == 122)
    for (number, row) in rows.enumerated() {
      let function = try #require(row["function"])
      let options = try JSONSerialization.jsonObject(
        with: Data((row["options_json"].flatMap { $0.isEmpty ? nil : $0 } ?? "{}").utf8))
      let a = scalars(try #require(row["input1"]))
      let b = scalars(try #require(row["input2"]))
      let found = withScalars(a, b) {
        score(function, options as? [String: Any] ?? [:], $0, $1)
      }
      let expected = try #require(row["expected"].flatMap(Double.init))
      // The file's own tolerance.
      let value = try #require(found, "row \(number): unknown function")
      #expect(abs(value - expected) <= 1e-6, "row \(number) \(function)")
    }
  }

  private func score(
    _ function: String, _ options: [String: Any], _ a: Scalars, _ b: Scalars
  ) -> Double? {
    let longer = max(a.count, b.count)
    let cutoff = (options["score_cutoff"] as? NSNumber)?.doubleValue
    let weights = options["weights"] as? [Int] ?? [1, 1, 1]
    let limit = cutoff.map { Int(min($0, 1e9)) } ?? .max
    func capped(_ distance: Int) -> Double { Double(distance <= limit ? distance : limit + 1) }
    func cut(_ similarity: Double) -> Double { similarity >= cutoff ?? 0 ? similarity : 0 }
    switch function {
    case "DamerauLevenshtein.distance": return capped(StringDistance.damerauLevenshtein(a, b))
    case "Hamming.distance": return capped(StringDistance.hamming(a, b))
    case "Indel.distance": return capped(StringDistance.indel(a, b))
    case "Jaro.similarity", "Jaro.normalized_similarity": return cut(StringDistance.jaro(a, b))
    case "JaroWinkler.similarity":
      let weight = (options["prefix_weight"] as? NSNumber)?.doubleValue ?? 0.1
      return StringDistance.jaroWinkler(a, b, prefixWeight: weight)
    case "LCSseq.distance": return Double(longer - StringDistance.longestCommonSubsequence(a, b))
    case "LCSseq.normalized_distance":
      return 1 - StringDistance.normalizedLongestCommonSubsequence(a, b)
    case "LCSseq.normalized_similarity":
      return StringDistance.normalizedLongestCommonSubsequence(a, b)
    case "Levenshtein.distance" where weights == [1, 1, 1]:
      return Double(StringDistance.levenshtein(a, b, limit: limit))
    case "Levenshtein.distance":
      return Double(
        StringDistance.weightedLevenshtein(
          a, b, insertion: weights[0], deletion: weights[1], substitution: weights[2]))
    case "OSA.distance": return Double(StringDistance.optimalStringAlignment(a, b, limit: limit))
    case "Prefix.distance": return capped(longer - StringDistance.commonPrefixLength(a, b))
    case "Postfix.distance": return capped(longer - StringDistance.commonSuffixLength(a, b))
    default: return nil
    }
  }

  // MARK: jellyfish's own tests

  /// Rows of functions that are tested elsewhere (on codes) or that we do not offer.
  static let leftOut: Set = ["match_rating_comparison", "jaro_winkler_longtol"]

  @Test func jellyfishTestsHold() throws {
    let rows = try VectorFile.rows(of: "jellyfish_pairs.csv")
    #expect(rows.count == 78)
    for (number, row) in rows.enumerated() {
      let function = try #require(row["function"])
      if Self.leftOut.contains(function) { continue }
      let size = row["extra(ngram_size)"].flatMap { Int($0) }
      let a = scalars(try #require(row["input1"]))
      let b = scalars(try #require(row["input2"]))
      let found = withScalars(a, b) { jellyfish(function, size, $0, $1) }
      let expected = try #require(row["expected"].flatMap(Double.init))
      let value = try #require(found, "row \(number): unknown function")
      // The file has three decimals and gives its tolerance as one unit of the last.
      #expect(abs(value - expected) <= 0.001, "row \(number) \(function)")
    }
  }

  private func jellyfish(
    _ function: String, _ size: Int?, _ a: Scalars, _ b: Scalars
  ) -> Double? {
    switch function {
    case "damerau_levenshtein": return Double(StringDistance.damerauLevenshtein(a, b))
    case "levenshtein": return Double(StringDistance.levenshtein(a, b))
    case "hamming": return Double(StringDistance.hamming(a, b))
    case "jaro_distance": return StringDistance.jaro(a, b)
    case "jaro_winkler": return StringDistance.jaroWinkler(a, b)
    case "jaccard":
      guard let size else { return StringDistance.wordJaccard(a, b) }
      return StringDistance.qGramJaccard(a, b, QGrams(size: size, cutting: .consecutive))
    default: return nil
    }
  }
}
