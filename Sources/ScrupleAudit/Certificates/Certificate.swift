/// A promise about one model, one specification and one size of registry: `certificate.json`.
public struct Certificate: Sendable, Equatable, Codable {
  /// The version of the format.
  public static let schemaName = "scruple.certificate/1"

  /// What a certificate holds for, and nothing else.
  public struct Binding: Sendable, Equatable, Codable {
    /// The SHA-256 of the model file.
    public let modelSHA256: String
    /// The SHA-256 of the specification file.
    public let specificationSHA256: String
    /// Records of the registry.
    public let registryRecords: Int

    /// Creates a binding.
    public init(modelSHA256: String, specificationSHA256: String, registryRecords: Int) {
      self.modelSHA256 = modelSHA256
      self.specificationSHA256 = specificationSHA256
      self.registryRecords = registryRecords
    }

    /// Why another run does not fit; empty where it does.
    ///
    /// The registry may be smaller by a tenth, and not larger: more records make more false links.
    public func misfits(with other: Binding) -> [String] {
      var reasons: [String] = []
      if modelSHA256 != other.modelSHA256 { reasons.append("the model is another") }
      if specificationSHA256 != other.specificationSHA256 {
        reasons.append("the specification is another")
      }
      let (own, given) = (registryRecords, other.registryRecords)
      if given > own || given * 10 < own * 9 {
        reasons.append(
          "the registry has \(NumberText.grouped(given)) records, not \(NumberText.grouped(own)) "
            + "or up to a tenth fewer")
      }
      return reasons
    }
  }

  /// How the citizens were drawn.
  public struct Calibration: Sendable, Equatable, Codable {
    /// Labelled citizens.
    public let citizens: Int
    /// Those of the calibration half, the only ones that were looked at.
    public let used: Int
    /// The seed of the split by person.
    public let seed: UInt64
    /// The share of persons in the calibration half.
    public let share: Double

    /// Creates a description of the split.
    public init(citizens: Int, used: Int, seed: UInt64, share: Double) {
      self.citizens = citizens
      self.used = used
      self.seed = seed
      self.share = share
    }
  }

  /// The version of the format, as written.
  public let schema: String
  /// The promise in words, or that there is none.
  public let statement: String
  /// The citizen flag rate that is not exceeded.
  public let ceiling: Double
  /// How sure the promise is.
  public let confidence: Double
  /// The groups for which it holds as well.
  public let groups: [String]
  /// The certified threshold and how it was found.
  public let thresholds: CertifiedThresholds
  /// The citizens it rests on.
  public let calibration: Calibration
  /// What it holds for.
  public let binding: Binding
  /// What it supposes.
  public let conditions: [String]

  /// Writes down an outcome.
  public init(_ asked: Certification, calibration: Calibration, binding: Binding) {
    let outcome = asked.outcome()
    schema = Self.schemaName
    ceiling = asked.ceiling
    confidence = asked.confidence
    groups = asked.groups
    thresholds = outcome
    self.calibration = calibration
    self.binding = binding
    let sure = NumberText.level(asked.confidence)
    let rate = NumberText.share(asked.ceiling)
    let whom =
      asked.groups.isEmpty
      ? "citizens searched" : "citizens searched, and of each of \(asked.groups.count) groups,"
    statement =
      outcome.weight.map {
        "With links at or above \(NumberText.fixed($0, decimals: 1)) bits, at most \(rate) of "
          + "\(whom) are flagged, with \(sure) confidence."
      }
      ?? "No threshold is certified to flag at most \(rate) of \(whom) with \(sure) confidence."
    conditions = [
      "The citizens to come are like those of the calibration, drawn alike.",
      "The labels are right.",
      "The model was not tuned on the persons of the calibration.",
      "The certificate is made once: repeated tries until one succeeds break the promise.",
    ]
  }

  /// The certified threshold, in bits; nil where none is.
  public var weight: Double? { thresholds.weight }
}
