import ArgumentParser
import ScrupleCorpus
import ScrupleFormats

/// `scruple generate`: a labelled synthetic corpus from a recipe and a seed.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make a labelled corpus of made-up people from a recipe and a seed.",
    discussion: """
      Example:
        scruple generate --list
        scruple generate --recipe default --seed 1 -o corpus
        scruple generate --set population.people=20000 --print-recipe > mine.toml

      Writes bookings.csv and immigration_records.csv to link, and the truth about both: who is \
      who, what was true when, and every cell that was made wrong. Nobody in it is real. Most \
      rates of this domain are unpublished; a recipe says of each number what it rests on.
      """)

  @Option(help: "A bundled recipe, or a file that ends in .toml.", completion: .file())
  var recipe = "default"

  @Option(help: "The seed of every random draw.")
  var seed: UInt64 = 1

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder of the corpus; it must be new or empty.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("Change a parameter of the recipe; may be repeated.", valueName: "key=value")
  )
  var set: [String] = []

  @Option(help: "How many threads work; 0 is one per core. Results do not depend on it.")
  var threads = 0

  @Flag(help: "List the bundled recipes and end.")
  var list = false

  @Flag(help: "Print the recipe with every parameter and what it rests on, and end.")
  var printRecipe = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Write the summary as JSON to standard output instead of as text.")
  var json = false

  @Flag(help: "Write over what is there.")
  var force = false

  func validate() throws {
    if output == nil && !list && !printRecipe {
      throw ValidationError(
        "Missing expected argument '--output <dir>'; or use --list or --print-recipe.")
    }
    try ThreadCount.check(threads)
  }

  func run() throws {
    if list { return try printList() }
    var recipe = try RecipeFile.recipe(named: self.recipe)
    try RecipeFile.apply(set, to: &recipe)
    if printRecipe {
      return try StandardOutput.write(recipe.lines().joined(separator: "\n") + "\n")
    }
    guard let output else { return }
    let talk = Talk(isQuiet: quiet || json)
    let progress = ProgressTalk(isQuiet: quiet || json)
    defer { progress.end() }
    let generator = try CorpusGenerator(recipe: recipe, seed: seed, threads: threads)
    let summary = try generator.generate(to: output, force: force) { done in
      progress.report(done.stage.rawValue, Double(done.done) / Double(max(1, done.total)))
    }
    progress.end()
    talk.say(Self.lines(summary, recipe, seed: seed, folder: output))
    if json {
      try StandardOutput.write(json: CorpusFigures(summary, recipe: recipe.name, seed: seed))
    }
  }

  private func printList() throws {
    let rows = try BundledRecipes.names.map { name in
      [name, try RecipeFile.recipe(named: name).purpose]
    }
    try StandardOutput.write(TerminalText.table(rows).joined(separator: "\n") + "\n")
  }

  private static func lines(
    _ summary: CorpusSummary, _ recipe: Recipe, seed: UInt64, folder: String
  ) -> [String] {
    let n = { (number: Int) in TerminalText.count(number) }
    return [
      "Made \(n(summary.people)) people by the recipe \(TerminalText.quoted(recipe.name)), "
        + "seed \(seed). Nobody is real.",
      "  \(n(summary.bookings)) bookings of \(n(summary.counts.bookedPeople)) people, "
        + "\(n(summary.counts.matedBookings)) of them of people on record.",
      "  \(n(summary.records)) immigration records of \(n(summary.counts.enrolledPeople)) people; "
        + "\(n(summary.matedPairs)) true pairs.",
      "  \(n(summary.loggedChanges)) cells were made wrong, each in corruption_log.csv.",
      "Wrote the corpus to \(TerminalText.quoted(folder)). Next:",
      "  scruple link \(folder)/bookings.csv \(folder)/immigration_records.csv -o run",
      "  scruple audit run --corpus \(folder)",
    ]
  }
}

/// What `generate --json` tells a program.
private struct CorpusFigures: Encodable {
  let recipe: String
  let seed: UInt64
  let people: Int
  let households: Int
  let bookings: Int
  let records: Int
  let truePairs: Int
  let loggedChanges: Int
  let files: [String: String]

  init(_ summary: CorpusSummary, recipe: String, seed: UInt64) {
    self.recipe = recipe
    self.seed = seed
    people = summary.people
    households = summary.households
    bookings = summary.bookings
    records = summary.records
    truePairs = summary.matedPairs
    loggedChanges = summary.loggedChanges
    files = Dictionary(uniqueKeysWithValues: summary.digests.map { ($0.file, $0.sha256) })
  }
}
