import Foundation
import ScrupleCorpus
import Testing

@Suite struct CorpusGeneratorTests {
  @Test func theBytesDoNotDependOnTheNumberOfThreads() throws {
    let recipe = MadeUpWorld.recipe()
    let made = try [1, 2, 8].map { threads in
      try MadeUpWorld.withFolder { folder in
        let generator = try CorpusGenerator(recipe: recipe, seed: 5, threads: threads)
        let digests = try generator.generate(to: folder).digests.map(\.sha256)
        return digests + [try String(contentsOfFile: folder + "/manifest.json", encoding: .utf8)]
      }
    }
    #expect(made[0] == made[1] && made[0] == made[2])
    #expect(made[0].count == 13)
  }

  @Test func anotherSeedMakesAnotherCorpus() throws {
    let made = try [5, 6].map { seed in
      try MadeUpWorld.withFolder { folder in
        try CorpusGenerator(recipe: MadeUpWorld.recipe(), seed: seed).generate(to: folder)
          .digests.map(\.sha256)
      }
    }
    #expect(made[0][0] != made[1][0] && made[0][1] != made[1][1])
  }

  @Test func rowsAreSortedAndIdsUnique() throws {
    try MadeUpWorld.withFolder { folder in
      _ = try CorpusGenerator(recipe: MadeUpWorld.recipe(), seed: 5).generate(to: folder)
      for table in [
        CorpusTable.bookings, .immigrationRecords, .labels, .recordLabels, .personsTruth,
      ] {
        let ids = try MadeUpWorld.rows(folder, table).dropFirst().map { $0[0] }
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.hasPrefix("SYN-") })
      }
    }
  }

  @Test func everyFaultIsInTheLogAndTheLogHoldsNothingElse() throws {
    try MadeUpWorld.withFolder { folder in
      _ = try CorpusGenerator(recipe: MadeUpWorld.recipe(), seed: 5).generate(to: folder)
      var cells: [String: String] = [:]
      for table in [CorpusTable.bookings, .immigrationRecords] {
        let rows = try MadeUpWorld.rows(folder, table)
        for row in rows.dropFirst() {
          for (column, cell) in zip(rows[0], row) { cells["\(row[0]) \(column)"] = cell }
        }
      }
      let log = try MadeUpWorld.rows(folder, .corruptionLog).dropFirst()
      let steps = Dictionary(grouping: log, by: { "\($0[1]) \($0[2])" })
      #expect(steps.count > 1500)
      for (place, steps) in steps {
        #expect(steps.last?[4] == cells[place])
        #expect(steps.first?[3] != cells[place])
      }
    }
  }

  @Test func targetsAreMetInExpectation() throws {
    var recipe = MadeUpWorld.recipe(people: 2000, bookings: 1500, records: 4000)
    recipe.set(.bookingForeignBornShare, to: 0.5)
    try MadeUpWorld.withFolder { folder in
      let summary = try CorpusGenerator(recipe: recipe, seed: 5).generate(to: folder)
      #expect(summary.people == 2000)
      #expect(abs(summary.bookings - 1500) < 250)
      #expect(abs(summary.records - 4000) < 400)
    }
  }

  @Test func ratesOfZeroLeaveRowsClean() throws {
    var recipe = MadeUpWorld.recipe(people: 800, bookings: 800, records: 800)
    for parameter in RecipeParameter.corruptionParameters { recipe.set(parameter, to: 0) }
    recipe.set(.mergedFile, to: 0)
    try MadeUpWorld.withFolder { folder in
      let summary = try CorpusGenerator(recipe: recipe, seed: 5).generate(to: folder)
      #expect(summary.loggedChanges == 0)
    }
  }

  @Test func aRateMayDifferByGroupAndBySource() throws {
    var recipe = MadeUpWorld.recipe()
    for parameter in RecipeParameter.corruptionParameters { recipe.set(parameter, to: 0) }
    recipe.set(.mergedFile, to: 0)
    let step = CorruptionStep.recordSexWrong.parameter
    recipe.set(step, to: 1, source: SourceSystem.eid.rawValue)
    let booked = CorruptionStep.bookingSexWrong.parameter
    recipe.set(booked, to: 1, group: .hispanic)
    try MadeUpWorld.withFolder { folder in
      _ = try CorpusGenerator(recipe: recipe, seed: 5).generate(to: folder)
      let log = try MadeUpWorld.rows(folder, .corruptionLog).dropFirst()
      let wrong = Set(log.map { $0[1] })
      for row in try MadeUpWorld.rows(folder, .immigrationRecords).dropFirst() {
        #expect(wrong.contains(row[0]) == (row[1] == "EID"))
      }
      let group = Dictionary(
        uniqueKeysWithValues: try MadeUpWorld.rows(folder, .personsTruth).map { ($0[0], $0[2]) })
      for row in try MadeUpWorld.rows(folder, .labels).dropFirst() {
        #expect(wrong.contains(row[0]) == (group[row[1]] == "hispanic"))
      }
    }
  }

  @Test func sharesAboveOneAreRefused() {
    var recipe = MadeUpWorld.recipe()
    recipe.set(CorruptionStep.bookingSurnameFirstOnly.parameter, to: 0.9)
    recipe.set(CorruptionStep.bookingSurnameSecondOnly.parameter, to: 0.9)
    #expect(throws: CorpusError.self) { try CorpusGenerator(recipe: recipe, seed: 1) }
  }

  @Test func parametersHaveKeysOfTheirOwnAndSoundDefaults() {
    let all = RecipeParameter.all
    #expect(Set(all.map(\.key)).count == all.count)
    #expect(all.allSatisfy { $0.range.contains($0.defaultValue) && $0.meaning.hasSuffix(".") })
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "no python3"))
  func theValidatorFindsNothingAndFindsAPlantedFault() throws {
    let tool = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Tools/check-corpus").standardizedFileURL.path
    func status(_ folder: String) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      process.arguments = [tool, folder]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    try MadeUpWorld.withFolder { folder in
      _ = try CorpusGenerator(recipe: MadeUpWorld.recipe(), seed: 5).generate(to: folder)
      #expect(try status(folder) == 0)
      let path = folder + "/bookings.csv"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacingOccurrences(of: ",M,", with: ",F,").write(
        toFile: path, atomically: true, encoding: .utf8)
      #expect(try status(folder) == 1)
    }
  }
}
