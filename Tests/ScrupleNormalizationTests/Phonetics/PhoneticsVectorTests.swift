import Foundation
import ScrupleKernels
import ScrupleNormalization
import ScrupleVectorFiles
import Testing

/// Published expected values of jellyfish and Apache commons-codec.
@Suite(.enabled(if: VectorFile.arePresent, "needs shared/data/vectors (SCRUPLE_SHARED)"))
struct PhoneticsVectorTests {
  /// The ASCII of a text: decomposed, without marks.
  private func ascii(_ text: String) -> [UInt8] {
    text.decomposedStringWithCompatibilityMapping.utf8.filter { $0 < 128 }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Rows whose expected code holds letters outside ASCII, which ours never do.
  private func isBeyondASCII(_ code: String) -> Bool { !code.utf8.allSatisfy { $0 < 128 } }

  @Test func jellyfishCodesHold() throws {
    let rows = try VectorFile.rows(of: "jellyfish_codes.csv")
    #expect(rows.count == 92)
    var leftOut = 0
    for (number, row) in rows.enumerated() {
      let function = try #require(row["function"])
      let expected = try #require(row["expected"])
      let name = ascii(try #require(row["input"]))
      if isBeyondASCII(expected) {
        leftOut += 1
        continue
      }
      let code: [UInt8]? =
        switch function {
        case "soundex": Phonetics.soundex(name)
        case "nysiis": Phonetics.nysiis(name)
        case "metaphone": Phonetics.metaphone(name)
        case "match_rating_codex": Phonetics.matchRatingCodex(name)
        default: nil
        }
      #expect(text(try #require(code)) == expected, "row \(number) \(function)")
    }
    #expect(leftOut == 4)
  }

  @Test func soundexEqualsCommonsCodec() throws {
    let rows = try VectorFile.rows(of: "soundex_commons_codec.csv")
    #expect(rows.count == 145)
    for (number, row) in rows.enumerated() {
      let code = Phonetics.soundex(ascii(try #require(row["input"])))
      #expect(text(code) == row["expected"], "row \(number)")
    }
  }

  @Test func doubleMetaphoneEqualsCommonsCodec() throws {
    let rows = try VectorFile.rows(of: "double_metaphone_commons_codec.csv")
    #expect(rows.count == 1241)
    for (number, row) in rows.enumerated() {
      let (primary, alternate) = Phonetics.doubleMetaphone(ascii(try #require(row["input"])))
      // The last rows state only one of the two codes.
      for (code, column) in [(primary, "primary"), (alternate, "alternate")] {
        let expected = try #require(row[column])
        #expect(expected.isEmpty || text(code) == expected, "row \(number) \(column)")
      }
    }
  }

  @Test func doubleMetaphoneJudgesSpellingsAsCommonsCodecDoes() throws {
    for row in try VectorFile.rows(of: "double_metaphone_equal_commons_codec.csv") {
      let left = Phonetics.doubleMetaphone(ascii(try #require(row["input1"])))
      let right = Phonetics.doubleMetaphone(ascii(try #require(row["input2"])))
      let isEqual = left.primary == right.primary || left.alternate == right.alternate
      #expect(isEqual == (row["expected"] == "true"))
    }
  }

  @Test func thousandsOfSurnamesCodeAsInCommonsCodec() throws {
    let rows = try VectorFile.rows(of: "oracle_commons_codec_1.15_phonetic.dev.csv")
    #expect(rows.count == 3627)
    for (number, row) in rows.enumerated() {
      let name = ascii(try #require(row["input"]))
      let short = Phonetics.doubleMetaphone(name)
      let long = Phonetics.doubleMetaphone(name, maxLength: 8)
      #expect(text(Phonetics.soundex(name)) == row["soundex"], "row \(number)")
      #expect(text(short.primary) == row["double_metaphone_primary_max4"], "row \(number)")
      #expect(text(short.alternate) == row["double_metaphone_alternate_max4"], "row \(number)")
      #expect(text(long.primary) == row["double_metaphone_primary_max8"], "row \(number)")
      #expect(text(long.alternate) == row["double_metaphone_alternate_max8"], "row \(number)")
    }
  }

  @Test func matchRatingComparesNamesAsJellyfishDoes() throws {
    let rows = try VectorFile.rows(of: "jellyfish_pairs.csv")
      .filter { $0["function"] == "match_rating_comparison" }
    #expect(rows.count == 7)
    for row in rows {
      let a = Phonetics.matchRatingCodex(ascii(try #require(row["input1"])))
      let b = Phonetics.matchRatingCodex(ascii(try #require(row["input2"])))
      let found = a.withUnsafeBufferPointer { left in
        b.withUnsafeBufferPointer { StringDistance.matchRatingComparison(left, $0) }
      }
      let expected: Bool? = row["expected"] == "None" ? nil : row["expected"] == "True"
      #expect(found == expected)
    }
  }
}
