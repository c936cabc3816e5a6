/// What a code of the class of admission says, as far as it says something.
///
/// The codes mix status with accusation and with "unknown"; those not listed
/// here are not recognized. Immigrant codes have three characters where
/// nonimmigrant ones have two: `F1` is a student, `F11` a permanent resident.
public struct ClassOfAdmission: Sendable, Equatable {
  /// The status that the code stands for.
  public var status: RecordedStatus
  /// Whether the code suggests citizenship: children of citizens (IR2, IR7) and
  /// children adopted by citizens (IR3, IH3) become citizens by law when they
  /// come to live with the parent (INA 320), and nothing is filed.
  public var suggestsCitizenship: Bool

  /// Reads a code without blanks and hyphens, in small letters.
  ///
  /// - Returns: nil for a code that is not recognized.
  init?(reading code: String) {
    guard let status = Self.single[code] ?? Self.family(of: code) else { return nil }
    self.status = status
    suggestsCitizenship = ["ir2", "ir3", "ir7", "ih3"].contains(code) || status == .citizen
  }

  private static let single: [String: RecordedStatus] = {
    let rows: [(RecordedStatus, String)] = [
      (.citizen, "usc"),
      (.permanentResident, "lpr re6 re7 re8 re9 as6 as7 as8 sb1 cu6 cu7"),
      (.refugee, "re re1 re2 re3 re4 re5 rf"),
      (.asylee, "as as1 as2 as3"),
      (.protected, "tps da ded"),
      (
        .temporary,
        """
        par a1 a2 a3 b1 b2 c1 c2 c3 d1 d2 e1 e2 e3 f1 f2 f3 g1 g2 g3 g4 g5 h1b h1b1 h1c h2a h2b h3 \
        h4 i j1 j2 k1 k2 k3 k4 l1 l2 m1 m2 m3 n8 n9 o1 o2 o3 p1 p2 p3 p4 q1 q2 q3 r1 r2 s5 s6 s7 \
        t1 t2 t3 t4 t5 t6 tn td u1 u2 u3 u4 u5 v1 v2 v3 wb wt
        """
      ),
      (.withoutInspection, "ewi wi"),
      (.unknown, "un uu dna"),
    ]
    var table: [String: RecordedStatus] = [:]
    for (status, codes) in rows {
      for code in codes.split(separator: " ") { table[String(code)] = status }
    }
    return table
  }()

  /// Families of immigrant codes: two letters or a letter and a digit, then a digit.
  private static func family(of code: String) -> RecordedStatus? {
    let bytes = Array(code.utf8)
    guard bytes.count == 3, 0x30...0x39 ~= bytes[2] else { return nil }
    let families = [
      "ir", "ih", "cr", "dv", "fx", "cf", "if", "iw", "ib", "sq", "si", "sd", "sr", "ew", "f1",
      "f2", "f3", "f4", "e1", "e2", "e3", "e4", "e5",
    ]
    return families.contains(String(code.prefix(2))) ? .permanentResident : nil
  }
}
