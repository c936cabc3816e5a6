import ScrupleGroundTruth

/// What befell each left record, and whose it is.
struct SearchFacts {
  /// The person behind each record, or the record itself where persons are not known; -1 where the
  /// record has no label.
  let units: [Int32]
  private(set) var isMated: [Bool]
  private(set) var hasTrue: [Bool]
  private(set) var hasFalse: [Bool]
  /// The highest weight of a false link; -infinity without one.
  private(set) var highestFalse: [Double]
  let bookings: [BookingTruth?]
  /// Nil where no flags were made.
  let isFlagged: [Bool]?

  init(
    _ judged: JudgedLinks, _ truth: GroundTruth, bookings: [BookingTruth?]?,
    flags: [AuditedFlag]?
  ) {
    let count = truth.leftCount
    units = (0..<Int32(count)).map { left in
      guard truth.isLabelled(left: left) else { return -1 }
      if let bookings { return bookings[Int(left)]?.person ?? -1 }
      return truth.form == .entities ? truth.entity(ofLeft: left) ?? -1 : left
    }
    isMated = (0..<Int32(count)).map { !truth.mates(ofLeft: $0).isEmpty }
    hasTrue = [Bool](repeating: false, count: count)
    hasFalse = hasTrue
    highestFalse = [Double](repeating: -.infinity, count: count)
    self.bookings = bookings ?? [BookingTruth?](repeating: nil, count: count)
    isFlagged = bookings == nil ? nil : flags.map { Self.flagged($0, count) }
    for pair in judged.links {
      let left = Int(pair.link.left)
      if pair.isTrue {
        hasTrue[left] = true
      } else {
        hasFalse[left] = true
        highestFalse[left] = max(highestFalse[left], pair.link.weight)
      }
    }
  }

  private static func flagged(_ flags: [AuditedFlag], _ count: Int) -> [Bool] {
    var flagged = [Bool](repeating: false, count: count)
    for flag in flags { flagged[Int(flag.booking)] = true }
    return flagged
  }
}

/// One person over the records of one group.
struct SearchedPerson {
  /// The stratum of the first of the records.
  var stratum: Int32 = -1
  var isMated = false
  var hasTrue = false
  var hasFalse = false
  var highestFalse = -Double.infinity
  var citizenBookings = 0
  var citizenFlags = 0
  var flags = 0
  var wrongFlags = 0

  mutating func add(_ left: Int, _ facts: SearchFacts) {
    isMated = isMated || facts.isMated[left]
    hasTrue = hasTrue || facts.hasTrue[left]
    hasFalse = hasFalse || facts.hasFalse[left]
    highestFalse = max(highestFalse, facts.highestFalse[left])
    guard let booking = facts.bookings[left] else { return }
    let isFlagged = facts.isFlagged?[left] ?? false
    if booking.citizenClass.isCitizen {
      citizenBookings += 1
      if isFlagged { citizenFlags += 1 }
    }
    guard isFlagged else { return }
    flags += 1
    if !booking.isFlaggable { wrongFlags += 1 }
  }
}
