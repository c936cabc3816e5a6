import ScrupleFormats

/// A corpus in memory, before it is written.
struct MadeCorpus {
  private var outputs: [ChunkOutput]
  let tally: CorruptionTally
  let rates: RateTally
  let counts: CorpusCounts

  /// - Parameter settling: settles what is expected of rates that no chunk knows.
  init(outputs: [ChunkOutput], settling: (inout RateTally) -> Void) {
    self.outputs = outputs
    var tally = CorruptionTally()
    var rates = RateTally()
    var counts = CorpusCounts()
    for output in outputs {
      tally.add(output.tally)
      rates.add(output.rates)
      counts.add(output.counts)
    }
    self.tally = tally
    settling(&rates)
    self.rates = rates
    self.counts = counts
  }

  /// How many rows a table has.
  func rowCount(of table: CorpusTable) -> Int {
    outputs.reduce(0) { $0 + $1[table].count }
  }

  /// The sum of a count over the chunks.
  func sum(_ count: KeyPath<ChunkOutput, Int>) -> Int {
    outputs.reduce(0) { $0 + $1[keyPath: count] }
  }

  /// Writes all tables, and lets go of each once it is written.
  mutating func write(
    to folder: inout OutputFolder, _ progress: (CorpusProgress) -> Void
  ) throws(FormatError) -> [SortedTable.Summary] {
    var summaries: [SortedTable.Summary] = []
    let total = CorpusTable.allCases.count
    for table in CorpusTable.allCases {
      var chunks: [RowBytes] = []
      for place in outputs.indices {
        chunks.append(outputs[place][table])
        outputs[place][table] = RowBytes()
      }
      let sorted = SortedTable(table, columns: table.columns, chunks: chunks)
      precondition(sorted.hasUniqueKeys, "two rows of table \(table.rawValue) have one key")
      summaries.append(try sorted.write(to: &folder))
      progress(CorpusProgress(stage: .writing, done: summaries.count, total: total))
    }
    return summaries
  }
}

extension CorpusTable {
  /// The columns of the table, in order.
  public var columns: [String] {
    switch self {
    case .bookings: BookingColumn.names
    case .immigrationRecords: RecordColumn.names
    case .truth: ["left_id", "right_id"]
    case .labels:
      [
        "booking_id", "person_id", "arrest_date", "citizen_class", "true_status_at_arrest",
        "flaggable_at_arrest", "scenario", "designed_cause",
      ]
    case .recordLabels:
      ["record_id", "person_ids", "true_status_at_as_of", "split_or_merged"]
    case .corruptionLog: ["table", "row_id", "field", "clean", "dirty", "operator"]
    case .personsTruth, .namesTruth, .statusTruth, .relationsTruth, .derivedTruth,
      .identifiersTruth:
      TruthRows.columns(of: self)
    }
  }
}
