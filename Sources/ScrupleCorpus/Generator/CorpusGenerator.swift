import ScrupleExecution
import ScrupleFormats
import Synchronization

/// Makes a labelled corpus: a world of made-up people, their bookings, what
/// immigration systems hold of them, and the truth about all of it.
///
/// The bytes of every file are a pure function of the recipe and the seed; the
/// number of threads changes nothing.
public struct CorpusGenerator: Sendable {
  /// The version of what is made: another one makes other bytes from the same recipe.
  public static let version = "1"
  /// The sentence that every manifest holds.
  public static let banner = "SYNTHETIC - no real person"

  private static let chunkSize = 500

  public let recipe: Recipe
  public let seed: UInt64
  let context: CorpusContext
  let calibration: Calibration
  private let parallelism: Parallelism
  private let galleryCases: [GalleryCase]

  /// Lays out the world and settles how often its people are booked and enrolled.
  ///
  /// - Parameter threads: 0 for one thread per core.
  /// - Throws: `recipe`.
  public init(recipe: Recipe, seed: UInt64, threads: Int = 0) throws(CorpusError) {
    try self.init(recipe: recipe, seed: seed, threads: threads, galleries: Gallery.all)
  }

  /// Lays out the world with galleries behind it, each as often as the recipe's scenarios say.
  package init(
    recipe: Recipe, seed: UInt64, threads: Int = 0, galleries: [Gallery]
  ) throws(CorpusError) {
    do throws(RecipeError) {
      self.recipe = recipe
      self.seed = seed
      parallelism = Parallelism(threadCount: threads)
      let builder = try WorldBuilder(recipe: recipe, seed: seed)
      let world = WorldSource(builder)
      var bookings = BookingPlan(BookingRates(recipe), seed: seed)
      var records = RecordPlan(RecordRates(recipe), seed: seed)
      calibration = try Calibration(world, bookings, records, parallelism)
      bookings.nativeScale = calibration.nativeScale
      bookings.foreignScale = calibration.foreignScale
      records.coverage = calibration.coverage
      records.intensity = calibration.intensity
      galleryCases = try Self.cases(of: galleries, recipe, builder, behind: world)
      let people = galleryCases.reduce(world.personCount) { $0 + $1.household.people.count }
      context = CorpusContext(
        seed: seed, world: world, ids: RowIds(people: people, seed: seed),
        issuer: builder.issuer, bookings: bookings, records: records,
        corruption: CorruptionPlan(recipe),
        households: HouseholdObserver(
          parameters: WorldParameters(recipe), shares: HouseholdShares(recipe),
          personCount: world.personCount),
        bookingObserver: BookingObserver(
          plan: bookings,
          householdsPerPilot: Double(world.householdCount) / Double(calibration.households)))
    } catch {
      throw .recipe(error)
    }
  }

  /// Makes the corpus and writes it into a folder, which appears whole or not at all.
  ///
  /// - Parameters:
  ///   - path: the folder; made where it does not exist.
  ///   - force: whether files of an earlier run are replaced.
  ///   - progress: called from any thread, in no strict order.
  /// - Throws: `checkFailed` where the corpus is not what the recipe asks for;
  ///   `output`.
  public func generate(
    to path: String, force: Bool = false,
    progress: @escaping @Sendable (CorpusProgress) -> Void = { _ in }
  ) throws(CorpusError) -> CorpusSummary {
    var folder: OutputFolder
    do throws(FormatError) {
      folder = try OutputFolder(path: path, manifestName: "manifest.json", force: force)
    } catch {
      throw .output(error)
    }
    var made = MadeCorpus(outputs: outputs(progress), settling: settle)
    try check(made)
    do throws(FormatError) {
      let summaries = try made.write(to: &folder, progress)
      let manifest = CorpusManifest(
        recipe: recipe, seed: seed, people: context.world.personCount + galleryPeople,
        calibration: calibration, counts: made.counts, tally: made.tally, rates: made.rates,
        summaries: summaries)
      try folder.publish(manifest: Array(manifest.text.utf8))
      return summary(summaries, made.counts)
    } catch {
      throw .output(error)
    }
  }

  private func outputs(
    _ progress: @escaping @Sendable (CorpusProgress) -> Void
  ) -> [ChunkOutput] {
    let chunks = chunkRanges(count: context.world.householdCount, size: Self.chunkSize)
    let total = context.world.householdCount
    let done = Atomic<Int>(0)
    var outputs = parallelism.map(chunks.count) { chunk in
      var writer = HouseholdWriter(context)
      for number in chunks[chunk] { writer.write(context.world.household(number)) }
      let now = done.add(chunks[chunk].count, ordering: .relaxed).newValue
      progress(CorpusProgress(stage: .making, done: now, total: total))
      return writer.finish()
    }
    if !galleryCases.isEmpty {
      var writer = HouseholdWriter(context)
      for gallery in galleryCases { writer.write(gallery) }
      outputs.append(writer.finish())
    }
    return outputs
  }

  private var galleryPeople: Int {
    galleryCases.reduce(0) { $0 + $1.household.people.count }
  }

  private static func cases(
    of galleries: [Gallery], _ recipe: Recipe, _ builder: WorldBuilder, behind world: WorldSource
  ) throws(RecipeError) -> [GalleryCase] {
    var cases: [GalleryCase] = []
    var person = world.personCount
    for scenario in recipe.scenarios {
      guard let gallery = galleries.first(where: { $0.name == scenario.name }) else {
        throw .unknownScenario(
          scenario.name,
          suggestion: RecipeParameter.nearest(to: scenario.name, among: galleries.map(\.name)))
      }
      for _ in 0..<scenario.instances {
        let household = world.householdCount + cases.count
        var draw = Draw(seed: builder.seed, for: .scenario, index: UInt64(household))
        let setting = GallerySetting(
          household: UInt32(household), person: UInt32(person), recipe: recipe,
          issuer: builder.issuer)
        cases.append(gallery.build(setting, &draw))
        person += gallery.people
      }
    }
    return cases
  }

  private func summary(
    _ summaries: [SortedTable.Summary], _ counts: CorpusCounts
  ) -> CorpusSummary {
    func rows(_ table: CorpusTable) -> Int { summaries[table.rawValue].rows }
    return CorpusSummary(
      people: context.world.personCount + galleryPeople,
      households: context.world.householdCount + galleryCases.count,
      bookings: rows(.bookings), records: rows(.immigrationRecords), matedPairs: rows(.truth),
      loggedChanges: rows(.corruptionLog), counts: counts,
      digests: summaries.map { ($0.table.fileName, $0.sha256) })
  }
}
