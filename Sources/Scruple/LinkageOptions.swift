import ScrupleExecution

/// What a run is told besides its specification; none of it changes results
/// but the seed.
public struct LinkageOptions: Sendable {
  /// The seed of every random draw.
  public var seed: UInt64
  /// How many threads may work.
  public var parallelism: Parallelism
  /// How much memory the run may hold; nil for as much as it needs.
  public var memory: MemoryCap?
  /// Called with the name of a stage and the share of it that is done, in 0...1.
  public var progress: @Sendable (LinkageStage, Double) -> Void

  public init(
    seed: UInt64 = 1, parallelism: Parallelism = Parallelism(),
    memory: MemoryCap? = nil,
    progress: @escaping @Sendable (LinkageStage, Double) -> Void = { _, _ in }
  ) {
    self.seed = seed
    self.parallelism = parallelism
    self.memory = memory
    self.progress = progress
  }
}

/// The stages of a run, in order.
public enum LinkageStage: String, Sendable, CaseIterable, Codable {
  case read
  case normalize
  case block
  case train
  case score
  case decide
  case write
}
