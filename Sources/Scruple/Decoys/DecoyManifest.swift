/// What was made of two files with decoys: `decoys.json`.
public struct DecoyManifest: Codable, Sendable, Equatable {
  /// The name and version of the format.
  public static let schemaName = "scruple.decoys/1"

  /// One file.
  public struct File: Codable, Sendable, Equatable {
    /// The file without decoys, as it was named.
    public var source: HashedFile
    /// The file with decoys.
    public var copy: HashedFile
    /// The column of the ids in the copy.
    public var idColumn: String
    /// Rows of the file, decoys apart.
    public var rows: Int
    /// Decoys in the copy.
    public var decoys: Int

    /// Creates an entry.
    public init(
      source: HashedFile, copy: HashedFile, idColumn: String, rows: Int, decoys: Int
    ) {
      self.source = source
      self.copy = copy
      self.idColumn = idColumn
      self.rows = rows
      self.decoys = decoys
    }
  }

  /// The name and version of the format, as written.
  public var schema = DecoyManifest.schemaName
  /// The seed of every draw.
  public var seed: UInt64
  public var left: File
  public var right: File
  /// The answer key.
  public var key: HashedFile

  /// Creates a manifest.
  public init(seed: UInt64, left: File, right: File, key: HashedFile) {
    self.seed = seed
    self.left = left
    self.right = right
    self.key = key
  }
}
