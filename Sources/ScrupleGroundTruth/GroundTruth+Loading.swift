// Loaders from columns that somebody has read. Ids and entities are of any hashable type, such as
// strings or arrays of bytes; where ids come from is the caller's business.

extension GroundTruth {
  /// Makes the truth from a file of true pairs.
  ///
  /// A row that names an unknown record is counted and left out: that record was not in the files.
  /// - Parameters:
  ///   - leftIDs: the left id of each row.
  ///   - rightIDs: the right id of each row.
  ///   - leftCount: how many left records there are.
  ///   - rightCount: how many right records there are.
  ///   - leftRow: the row number of a left id, or nil when no left record has it.
  ///   - rightRow: the row number of a right id, or nil when no right record has it.
  /// - Throws: `GroundTruthError` when the columns differ in length or name no known pair at all.
  public static func loading<ID>(
    pairs leftIDs: [ID], _ rightIDs: [ID], leftCount: Int, rightCount: Int,
    leftRow: (ID) -> Int32?, rightRow: (ID) -> Int32?
  ) throws(GroundTruthError) -> LoadedTruth {
    try checkLengths(leftIDs.count, rightIDs.count)
    var tally = TruthTally()
    var left: [Int32] = []
    var right: [Int32] = []
    for (leftID, rightID) in zip(leftIDs, rightIDs) {
      tally.rows += 1
      let (a, b) = (leftRow(leftID), rightRow(rightID))
      if a == nil { tally.unknownLeft += 1 }
      if b == nil { tally.unknownRight += 1 }
      guard let a, let b else {
        tally.unknownRows += 1
        continue
      }
      left.append(a)
      right.append(b)
    }
    if left.isEmpty && tally.rows > 0 { throw .noKnownRecord(rows: tally.rows) }
    let pairs = TruePairs(left: left, right: right, leftCount: leftCount, rightCount: rightCount)
    tally.repeated = pairs.repeated
    return LoadedTruth(truth: GroundTruth(pairs: pairs), tally: tally)
  }

  /// Makes the truth from a column of entities in each of the two files.
  ///
  /// - Parameters:
  ///   - leftColumn: the entity of each left record.
  ///   - rightColumn: the entity of each right record.
  ///   - isMissing: whether a cell holds no label, as an empty one does.
  public static func loading<Entity: Hashable>(
    leftColumn: [Entity], rightColumn: [Entity], isMissing: (Entity) -> Bool
  ) -> LoadedTruth {
    var codes = EntityCodes<Entity>()
    let encode = { (cell: Entity) in isMissing(cell) ? unlabelled : codes.code(of: cell) }
    let left = leftColumn.map(encode)
    let right = rightColumn.map(encode)
    return finish(left, right, TruthTally(), rows: left.count + right.count)
  }

  /// Makes the truth from a key file of source, record id and entity id.
  ///
  /// Rows whose entity is missing label nothing; a record that no row labels is unlabelled.
  /// - Parameters:
  ///   - sources: the source of each row, such as a file's name.
  ///   - recordIDs: the record id of each row.
  ///   - entities: the entity id of each row.
  ///   - leftCount: how many left records there are.
  ///   - rightCount: how many right records there are.
  ///   - isMissing: whether an entity cell holds no label.
  ///   - side: which of the two files a source names, or nil when neither.
  ///   - leftRow: the row number of a left id, or nil when no left record has it.
  ///   - rightRow: the row number of a right id, or nil when no right record has it.
  /// - Throws: `GroundTruthError` when columns differ in length, a record has two entities, or
  ///   no row names a known record.
  public static func loading<Source, ID, Entity: Hashable>(
    keySources sources: [Source], recordIDs: [ID], entities: [Entity],
    leftCount: Int, rightCount: Int, isMissing: (Entity) -> Bool,
    side: (Source) -> TruthSide?, leftRow: (ID) -> Int32?, rightRow: (ID) -> Int32?
  ) throws(GroundTruthError) -> LoadedTruth {
    try checkLengths(sources.count, recordIDs.count)
    try checkLengths(recordIDs.count, entities.count)
    var tally = TruthTally()
    var codes = EntityCodes<Entity>()
    var left = [Int32](repeating: unlabelled, count: leftCount)
    var right = [Int32](repeating: unlabelled, count: rightCount)
    var known = 0
    for index in sources.indices {
      let place = side(sources[index])
      let find = place == .left ? leftRow : rightRow
      guard let row = place.flatMap({ _ in find(recordIDs[index]) }) else {
        tally.countUnknown(place)
        continue
      }
      known += 1
      if isMissing(entities[index]) { continue }
      let code = codes.code(of: entities[index])
      if place == .left {
        try label(row, code, in: &left, source: index + 1, &tally)
      } else {
        try label(row, code, in: &right, source: index + 1, &tally)
      }
    }
    if known == 0 && !sources.isEmpty { throw .noKnownRecord(rows: sources.count) }
    return finish(left, right, tally, rows: sources.count)
  }
}

// MARK: - Parts

extension GroundTruth {
  private static func checkLengths(_ first: Int, _ second: Int) throws(GroundTruthError) {
    if first != second { throw .columnLengthsDiffer(first: first, second: second) }
  }

  /// Labels a record, or counts a repeat, or refuses a second entity.
  private static func label(
    _ row: Int32, _ code: Int32, in column: inout [Int32], source: Int, _ tally: inout TruthTally
  ) throws(GroundTruthError) {
    let old = column[Int(row)]
    if old == unlabelled {
      column[Int(row)] = code
    } else if old == code {
      tally.repeated += 1
    } else {
      throw .conflictingEntity(row: source)
    }
  }

  private static func finish(
    _ left: [Int32], _ right: [Int32], _ tally: TruthTally, rows: Int
  ) -> LoadedTruth {
    var tally = tally
    tally.rows = rows
    let truth = GroundTruth(leftEntities: left, rightEntities: right)
    tally.unlabelledLeft = truth.leftCount - truth.labelledLeftCount
    tally.unlabelledRight = truth.rightCount - truth.labelledRightCount
    return LoadedTruth(truth: truth, tally: tally)
  }
}

extension TruthTally {
  /// Counts a row that names no record of the files.
  fileprivate mutating func countUnknown(_ side: TruthSide?) {
    unknownRows += 1
    switch side {
    case nil: unknownSource += 1
    case .left: unknownLeft += 1
    case .right: unknownRight += 1
    }
  }
}

/// Codes for entities in the order in which they first appear.
private struct EntityCodes<Entity: Hashable> {
  private var codes: [Entity: Int32] = [:]

  mutating func code(of entity: Entity) -> Int32 {
    if let code = codes[entity] { return code }
    let code = Int32(codes.count)
    codes[entity] = code
    return code
  }
}
