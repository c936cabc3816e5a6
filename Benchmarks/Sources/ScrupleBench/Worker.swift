import Foundation
import ScrupleKernels

/// What went wrong with a task.
enum WorkerError: Error {
  case unknownKernel(String, shape: String)
  case missing(String)
}

/// Carries out tasks. Only the last lists of texts are kept.
enum Worker {
  static func answer(_ task: Task) throws -> Answer {
    let set = InstructionSet(rawValue: task.instructions) ?? .best
    var answer = Answer(
      instructions: set.rawValue, pairs: 0, checksum: 0, cpuSeconds: 0, wallSeconds: 0,
      layoutCPUSeconds: 0)
    if task.kernel == "bloomDice" {
      try filters(task, set, &answer)
      return answer
    }
    let left = try Texts(contentsOf: task.left)
    let right = try Texts(contentsOf: task.right)
    switch task.shape {
    case "oneAgainstMany":
      try oneAgainstMany(task, set, left.prefix(task.queries ?? left.count), right, &answer)
    case "pairs": try pairs(task, set, left, right, &answer)
    case "pair": try onePair(task, left, right, &answer)
    default: throw WorkerError.unknownKernel(task.kernel, shape: task.shape)
    }
    return answer
  }

  /// A matrix of queries by texts, as single-precision similarities or distances.
  private static func oneAgainstMany(
    _ task: Task, _ set: InstructionSet, _ queries: Texts, _ texts: Texts, _ answer: inout Answer
  ) throws {
    var slab = TextSlab([])
    answer.layoutCPUSeconds =
      Clocks.time { slab = TextSlab(bytes: texts.bytes, offsets: texts.offsets) }.cpu
    answer.pairs = queries.count * texts.count
    if let kind = EditDistance(rawValue: task.kernel) {
      let (out, clocks) = matrix(queries, texts.count, of: UInt16(0)) {
        slab.write(kind, from: $0, into: $1, using: set)
      }
      answer.finish(clocks, out.reduce(0) { $0 &+ UInt64($1) })
      return
    }
    guard let table = JaroTable<Float>.named(task.kernel) else {
      throw WorkerError.unknownKernel(task.kernel, shape: task.shape)
    }
    let (out, clocks) = matrix(queries, texts.count, of: Float(0)) {
      slab.write(table, from: $0, into: $1, using: set)
    }
    answer.finish(clocks, out.reduce(0) { $0 &+ UInt64($1.bitPattern) })
  }

  private static func matrix<Value>(
    _ queries: Texts, _ width: Int, of zero: Value,
    _ row: (StringDistance.Bytes, UnsafeMutableBufferPointer<Value>) -> Void
  ) -> ([Value], Clocks) {
    var out = Array(repeating: zero, count: queries.count * width)
    let clocks = out.withUnsafeMutableBufferPointer { all in
      Clocks.time {
        for query in 0..<queries.count {
          let places = (query * width)..<((query + 1) * width)
          queries.with(query) { row($0, UnsafeMutableBufferPointer(rebasing: all[places])) }
        }
      }
    }
    return (out, clocks)
  }

  private static func pairs(
    _ task: Task, _ set: InstructionSet, _ left: Texts, _ right: Texts, _ answer: inout Answer
  ) throws {
    let (a, b) = try Texts.pairs(contentsOf: task.pairs)
    var slots: (TextSlots, TextSlots)?
    answer.layoutCPUSeconds =
      Clocks.time {
        slots = (
          TextSlots(bytes: left.bytes, offsets: left.offsets),
          TextSlots(bytes: right.bytes, offsets: right.offsets)
        )
      }.cpu
    guard let slots else { throw WorkerError.missing("texts") }
    let compared = TextPairs(slots.0, slots.1, using: set)
    answer.pairs = a.count
    if let kind = EditDistance(rawValue: task.kernel) {
      var out = Array(repeating: UInt16(0), count: a.count)
      let clocks = list(a, b, &out) { compared.write(kind, of: $0, $1, into: $2) }
      answer.finish(clocks, out.reduce(0) { $0 &+ UInt64($1) })
      return
    }
    guard let table = JaroTable<Float>.named(task.kernel) else {
      throw WorkerError.unknownKernel(task.kernel, shape: task.shape)
    }
    var out = Array(repeating: Float(0), count: a.count)
    let clocks = list(a, b, &out) { compared.write(table, of: $0, $1, into: $2) }
    answer.finish(clocks, out.reduce(0) { $0 &+ UInt64($1.bitPattern) })
  }

  private static func list<Value>(
    _ a: [UInt32], _ b: [UInt32], _ out: inout [Value],
    _ body: (
      UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt32>, UnsafeMutableBufferPointer<Value>
    ) -> Void
  ) -> Clocks {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        out.withUnsafeMutableBufferPointer { out in Clocks.time { body(a, b, out) } }
      }
    }
  }

  /// How many filters of the right list reach the threshold, for each of the left.
  private static func filters(
    _ task: Task, _ set: InstructionSet, _ answer: inout Answer
  ) throws {
    guard let queries = task.queries, let threshold = task.threshold else {
      throw WorkerError.missing("queries or threshold")
    }
    let bytes = try (Bytes.read(task.left), Bytes.read(task.right))
    var lists = (BitFilters(bytes: []), BitFilters(bytes: []))
    answer.layoutCPUSeconds =
      Clocks.time { lists = (BitFilters(bytes: bytes.0), BitFilters(bytes: bytes.1)) }.cpu
    answer.pairs = queries * lists.1.count
    var links: [UInt32] = []
    let clocks = Clocks.time {
      for filter in 0..<queries {
        lists.0.appendLinks(of: filter, to: lists.1, atLeast: threshold, into: &links, using: set)
      }
    }
    answer.finish(clocks, UInt64(links.count))
  }

  /// The scalar function, over pairs or, without a list of pairs, line by line.
  private static func onePair(
    _ task: Task, _ left: Texts, _ right: Texts, _ answer: inout Answer
  ) throws {
    let numbers =
      task.pairs == nil
      ? (Array(0..<UInt32(left.count)), Array(0..<UInt32(left.count)))
      : try Texts.pairs(contentsOf: task.pairs)
    guard let kernel = ScalarKernel(task.kernel) else {
      throw WorkerError.unknownKernel(task.kernel, shape: task.shape)
    }
    answer.pairs = numbers.0.count
    var sum: UInt64 = 0
    let clocks = Clocks.time {
      for place in numbers.0.indices {
        left.with(Int(numbers.0[place])) { a in
          right.with(Int(numbers.1[place])) { b in sum &+= kernel(a, b) }
        }
      }
    }
    answer.finish(clocks, sum)
  }
}

extension Answer {
  mutating func finish(_ clocks: Clocks, _ checksum: UInt64) {
    cpuSeconds = clocks.cpu
    wallSeconds = clocks.wall
    self.checksum = checksum
  }
}

extension JaroTable where Value == Float {
  static func named(_ kernel: String) -> JaroTable<Float>? {
    switch kernel {
    case "jaroWinkler": .similarities()
    case "jaro": .similarities(prefixWeight: 0)
    default: nil
    }
  }
}
