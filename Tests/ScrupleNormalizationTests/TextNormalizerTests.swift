import Foundation
import Testing

@testable import ScrupleNormalization

@Suite struct TextNormalizerTests {
  let text: TextNormalizer
  init() throws { text = try TextNormalizer() }

  @Test(arguments: [
    ("  O'Brien \t  Smith\r\n", "o'brien smith"), ("", ""), ("   ", ""),
    ("Müller", "muller"), ("Straße", "strasse"), ("Łukasz", "lukasz"), ("Đặng", "dang"),
    ("Иванов", "ivanov"), ("Γεώργιος", "georgios"), ("北京", "bei jing"), ("محمد", "mhmd"),
    ("김철수", "gimcheolsu"), ("O’Brien", "o'brien"), ("O´Brien", "o'brien"),
    ("İbrahim", "ibrahim"), ("Işık", "isik"), ("ﬁna", "fina"), ("ſmith", "smith"),
    ("Ｊｏｈｎ", "john"), ("Jose\u{301} Mun\u{303}oz", "jose munoz"), ("Æthelflæd", "aethelflaed"),
    ("١٩٨٠-٠٢-٠٣", "1980-02-03"), ("a\u{A0}b", "a b"), ("Nguyễn Thị", "nguyen thi"),
    ("A\u{202E}na", "ana"), ("A\u{200B}na", "ana"), ("Gar\u{AD}cia\u{FEFF}", "garcia"),
    ("smith–jones", "smith-jones"),
  ])
  func foldsKnownCases(raw: String, folded: String) {
    #expect(text.fold(raw).text == folded)
  }

  @Test(
    arguments: [
      ("Ana", TextFlags()), ("A\u{1B}[31m", .controls),
      ("A\u{202E}na", [.nonASCII, .bidiControls]), ("A\u{200B}na", [.nonASCII, .zeroWidth]),
      ("Gar\u{AD}cia", [.nonASCII, .softHyphen]), ("José", .nonASCII),
      ("\u{410}na", [.nonASCII, .mixedScript, .transliterated]),
      ("Анна Garcia", [.nonASCII, .transliterated]),
      (String(repeating: "a", count: 300), .truncated),
    ] as [(String, TextFlags)])
  func flagsWhatHappened(raw: String, flags: TextFlags) {
    #expect(text.fold(raw).flags == flags)
  }

  @Test func foldingIsIdempotentOverTheBasicPlaneAndBeyond() {
    var failures: [UInt32] = []
    var nonASCII = 0
    let astral = stride(from: UInt32(0x10000), to: 0x32000, by: 7)
    for value in Array(UInt32(1)...0xFFFF) + Array(astral) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = text.fold(String(scalar)).text
      if text.fold(once).text != once { failures.append(value) }
      if !once.utf8.allSatisfy({ $0 < 0x80 }) { nonASCII += 1 }
    }
    #expect(failures.isEmpty, "\(failures.prefix(20).map { String($0, radix: 16) })")
  }

  @Test func foldingIsIdempotentAndBoundedOnRandomStrings() {
    var generator = SplitMix(state: 7)
    for _ in 0..<4_000 {
      let raw = generator.randomText()
      let (once, _) = text.fold(raw)
      #expect(text.fold(once).text == once, "\(raw.unicodeScalars.map(\.value))")
      #expect(once.utf8.count <= 256)
    }
  }

  @Test func composedAndDecomposedTextFoldAlike() {
    var generator = SplitMix(state: 13)
    let scalars = (UInt32(0x21)...0xFFFF).compactMap(Unicode.Scalar.init).map { String($0) }
    let random = (0..<2_000).map { _ in generator.randomText() }
    var differences: [String] = []
    for raw in scalars + random {
      let decomposed = raw.decomposedStringWithCanonicalMapping
      // Swift compares strings by canonical equivalence, hence the views.
      if decomposed.unicodeScalars.elementsEqual(raw.unicodeScalars) { continue }
      let composed = decomposed.precomposedStringWithCanonicalMapping
      let folded = text.fold(raw).text.utf8
      let isSame =
        text.fold(decomposed).text.utf8.elementsEqual(folded)
        && text.fold(composed).text.utf8.elementsEqual(folded)
      if !isSame {
        differences.append(
          raw.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " "))
      }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20))")
  }

  @Test func randomBytesNeitherCrashNorLeaveBadText() {
    var generator = SplitMix(state: 11)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let (folded, _) = text.fold(bytes)
      #expect(String(validating: folded, as: UTF8.self) != nil)
      #expect(text.fold(folded).bytes == folded)
    }
  }

  @Test func tenThousandMarksAreCappedInLinearTime() {
    let clock = ContinuousClock()
    for marks in ["\u{301}", "\u{301}\u{323}"] {
      let bomb = "A" + String(repeating: marks, count: 10_000) + "na"
      var result = (text: "", flags: TextFlags())
      let elapsed = clock.measure { result = text.fold(bomb) }
      #expect(result.text == "ana")
      #expect(result.flags.contains(.marksCapped))
      #expect(elapsed < .milliseconds(500))
    }
  }

  @Test func expansionIsCutAfterNormalization() {
    let (folded, flags) = text.fold(String(repeating: "\u{FDFA}", count: 1_000))
    #expect(folded.utf8.count <= 256 && folded.utf8.count > 200)
    #expect(flags.contains(.truncated))
  }

  @Test func latinTableAgreesWithTransliteration() throws {
    var generator = SplitMix(state: 3)
    let letters = (UInt32(0xA0)...0x24F).compactMap(Unicode.Scalar.init)
    let marks = (UInt32(0x300)...0x36F).compactMap(Unicode.Scalar.init)
    for _ in 0..<3_000 {
      var raw = ""
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        raw.unicodeScalars.append(
          Bool.random(using: &generator) ? "n" : letters.randomElement(using: &generator) ?? "x")
        if Int.random(in: 0..<3, using: &generator) == 0 {
          raw.unicodeScalars.append(marks.randomElement(using: &generator) ?? "x")
        }
      }
      // A trailing Georgian letter forces the whole text through ICU.
      let viaICU = text.fold(raw + " \u{10D0}").text
      let viaTable = text.fold(raw).text
      let joined = viaTable.isEmpty ? "a" : viaTable + " a"
      #expect(viaICU == joined, "\(raw.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }
}

/// A small seeded generator (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Scalars of many scripts, marks, blanks and invisible ones.
  mutating func randomText() -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x41...0x7A, 0xA0...0x17F, 0x300...0x36F, 0x370...0x3FF, 0x400...0x4FF,
      0x5D0...0x6FF, 0x900...0xDFF, 0xE00...0xFFF, 0x1100...0x13FF, 0x1E00...0x1FFF,
      0x2000...0x206F, 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFEFF,
      0x1F300...0x1F6FF, 0x0...0x1F,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...24, using: &self) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? " "
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
