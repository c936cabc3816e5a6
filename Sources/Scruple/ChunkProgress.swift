import Synchronization

/// Counts finished chunks and tells the caller after each hundredth part.
final class ChunkProgress: Sendable {
  private let total: Int
  private let stage: LinkageStage
  private let options: LinkageOptions
  private let done = Atomic<Int>(0)

  init(total: Int, stage: LinkageStage, options: LinkageOptions) {
    self.total = total
    self.stage = stage
    self.options = options
  }

  func advance() {
    let count = done.wrappingAdd(1, ordering: .relaxed).newValue
    if count * 100 / total != (count - 1) * 100 / total {
      options.progress(stage, Double(count) / Double(total))
    }
  }
}
