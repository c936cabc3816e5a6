/// The manifest of a corpus: how it was made, from what, and what every file is.
///
/// It holds no clock and no machine, so that the same recipe and seed give the
/// same bytes.
struct CorpusManifest {
  let recipe: Recipe
  let seed: UInt64
  let people: Int
  let calibration: Calibration
  let counts: CorpusCounts
  let tally: CorruptionTally
  let rates: RateTally
  let summaries: [SortedTable.Summary]

  /// The manifest as JSON.
  var text: String {
    var json = JSONText()
    json.object { json in
      json.member("schema", "scruple.corpus/1")
      json.member("notice", CorpusGenerator.banner)
      json.member("generator_version", CorpusGenerator.version)
      json.member("seed", String(seed))
      writeRecipe(&json)
      writeCounts(&json)
      writeCorruption(&json)
      writeRates(&json)
      writeFiles(&json)
    }
    return json.text + "\n"
  }

  private func writeRecipe(_ json: inout JSONText) {
    json.object("recipe") { json in
      json.member("name", recipe.name)
      json.member("purpose", recipe.purpose)
      json.array("scenarios") { json in
        for scenario in recipe.scenarios {
          json.object { json in
            json.member("name", scenario.name)
            json.member("instances", scenario.instances)
          }
        }
      }
      json.array("parameters") { json in
        for parameter in RecipeParameter.all { write(parameter, &json) }
      }
      writeOverrides(&json)
    }
    json.object("settled") { json in
      json.member("pilot_households", calibration.households)
      json.member("booking_scale_native", calibration.nativeScale)
      json.member("booking_scale_foreign_born", calibration.foreignScale)
      json.member("record_coverage", calibration.coverage)
      json.member("record_intensity", calibration.intensity)
    }
  }

  private func write(_ parameter: RecipeParameter, _ json: inout JSONText) {
    json.object { json in
      json.member("key", parameter.key)
      json.member("value", recipe.value(parameter))
      json.member("default", parameter.defaultValue)
      json.member("basis", Self.word(of: parameter.basis))
      json.member("meaning", parameter.meaning)
    }
  }

  /// Values that hold for one group or one source system only, sorted.
  private func writeOverrides(_ json: inout JSONText) {
    json.array("overrides") { json in
      for group in NameOriginGroup.allCases {
        for (key, value) in (recipe.groupValues[group] ?? [:]).sorted(by: { $0.key < $1.key }) {
          json.object { json in
            json.member("group", group.rawValue)
            json.member("key", key)
            json.member("value", value)
          }
        }
      }
      for (source, values) in recipe.sourceValues.sorted(by: { $0.key < $1.key }) {
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
          json.object { json in
            json.member("source", source)
            json.member("key", key)
            json.member("value", value)
          }
        }
      }
    }
  }

  private static func word(of basis: RecipeParameter.Basis) -> String {
    switch basis {
    case .source(let source): source
    case .assumed: "assumed"
    case .chosen: "chosen"
    }
  }

  private func writeCounts(_ json: inout JSONText) {
    json.object("counts") { json in
      json.member("people", people)
      json.member("booked_people", counts.bookedPeople)
      json.member("enrolled_people", counts.enrolledPeople)
      json.member("mated_bookings", counts.matedBookings)
      json.member("flaggable_bookings", counts.flaggableBookings)
      json.object("records_by_system") { json in
        for system in SourceSystem.allCases {
          json.member(system.rawValue, counts.recordsBySystem[system.place])
        }
      }
      json.member("split_records", counts.splitRecords)
      json.member("merged_records", counts.mergedRecords)
    }
  }

  /// How often each step was tried and taken; a step that was taken changes nothing where the
  /// value leaves no room for it.
  private func writeCorruption(_ json: inout JSONText) {
    json.array("corruption") { json in
      for step in CorruptionStep.allCases {
        json.object { json in
          json.member("step", step.name)
          json.member("tried", tally.tried[step.rawValue])
          json.member("taken", tally.taken[step.rawValue])
          json.member("expected", tally.expected[step.rawValue])
        }
      }
    }
  }

  /// What was counted of each rate in what was made, and what the recipe leads one to
  /// expect; sums also with their variance and their largest cluster.
  private func writeRates(_ json: inout JSONText) {
    json.member("rates_false_alarm", RateTally.falseAlarm)
    json.array("rates") { json in
      for (parameter, unit, count) in rates.entries {
        json.object { json in
          json.member("key", parameter.key)
          json.member("of", unit)
          json.member("trials", count.trials)
          json.member("observed", count.observed)
          json.member("expected", count.expected)
          if count.isSum {
            json.member("variance", count.variance)
            json.member("largest", count.largest)
          }
        }
      }
    }
  }

  private func writeFiles(_ json: inout JSONText) {
    json.array("files") { json in
      for summary in summaries {
        json.object { json in
          json.member("name", summary.table.fileName)
          json.member("rows", summary.rows)
          json.member("bytes", summary.bytes)
          json.member("sha256", summary.sha256)
          json.array("columns") { json in
            for column in summary.columns { json.member(nil, column) }
          }
        }
      }
    }
  }
}
