/// The tables of a corpus, each a file of delimited text with a header.
public enum CorpusTable: Int, Sendable, CaseIterable {
  case bookings
  case immigrationRecords
  case truth
  case labels
  case recordLabels
  case personsTruth
  case namesTruth
  case statusTruth
  case relationsTruth
  case derivedTruth
  case identifiersTruth
  case corruptionLog

  /// The name of the table in the log and in the manifest.
  public var name: String { Self.names[rawValue] }

  /// The name of the file in the corpus folder.
  public var fileName: String { name + ".csv" }

  private static let names = allCases.map { snakeCase("\($0)") }
}
