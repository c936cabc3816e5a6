import ScrupleAudit
import ScrupleExecution
import ScrupleGroundTruth

/// The split of left records by person: chosen by an id and the seed alone.
///
/// It is the split of `CitizenLabels.calibration`, so that what a certificate did not look at is
/// what is held out here.
public enum PersonSplit {
  /// The share of persons that is not held out.
  public static let share = 0.5

  /// Splits the records of a corpus by the ids of its persons, those of other truths by the id of
  /// each person's first left record.
  ///
  /// - Parameters:
  ///   - corpus: whose each booking is; nil without a corpus.
  ///   - leftId: the id of the left record at a position.
  public static func heldOut(
    seed: UInt64, truth: GroundTruth, corpus: CorpusTruth?, leftId: (Int) -> String
  ) -> HeldOutSplit {
    let draws: [UInt64]
    if let corpus {
      let ids = corpus.persons.draws
      draws = corpus.bookings.indices.map { booking in
        corpus.bookings[booking].map { ids[Int($0.person)] } ?? number(of: leftId(booking))
      }
    } else {
      draws = HeldOutSplit.firstRecords(of: truth).map { number(of: leftId(Int($0))) }
    }
    return HeldOutSplit(
      isHeldOut: draws.map { !isCalibration($0, seed: seed, share: share) }, seed: seed,
      share: share)
  }

  /// Whether the person of a draw belongs to the part that labels may be used of.
  static func isCalibration(_ draw: UInt64, seed: UInt64, share: Double) -> Bool {
    let million = 1_000_000
    let value = CounterRandom(seed: seed, stream: draw).value(at: 0, below: million)
    return Double(value) < share * Double(million)
  }

  /// FNV-1a, so that the split is the same on every machine.
  static func number(of id: String) -> UInt64 { number(of: id.utf8) }

  /// The same of an id's bytes.
  static func number(of id: some Sequence<UInt8>) -> UInt64 {
    id.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
