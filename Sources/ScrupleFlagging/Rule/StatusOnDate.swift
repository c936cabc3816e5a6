/// What the status of one record comes to on the day of a booking.
enum StatusOnDate: Equatable {
  /// A status that the rule flags.
  case flagged(RecordedStatus, FlagSupport)
  /// A status that the rule does not flag.
  case notFlagged
  /// An order of removal that was vacated by then.
  case vacated
  /// An order of removal that was made only later.
  case lookAhead
  /// Nothing that is recognized.
  case unknown

  /// Why there is no flag; nil where there may be one.
  var reason: WithheldReason? {
    switch self {
    case .flagged: nil
    case .notFlagged: .statusNotFlagged
    case .vacated: .orderVacated
    case .lookAhead: .lookAheadOnly
    case .unknown: .unknownStatus
    }
  }

  /// Which of several records of one day speaks: a status that is known and not
  /// flagged before all others, a flagged one last.
  var precedence: Int {
    switch self {
    case .notFlagged: 0
    case .vacated: 1
    case .lookAhead: 2
    case .unknown: 3
    case .flagged: 4
    }
  }
}

extension FlagRule {
  /// The status of a record on a day.
  func status(of record: StatusRecord, on day: Int) -> StatusOnDate {
    var status = record.status
    var support = record.isStatusFromClass ? FlagSupport.classOfAdmission : .recordedStatus
    if status == .orderedRemoved {
      if record.orderVacatedOn?.mayBe(onOrBefore: day) == true { return .vacated }
      if let ordered = record.orderedOn, !ordered.isCertainly(onOrBefore: day) {
        return .lookAhead
      }
    }
    if status == .temporary, readsLapsedStayAsExpired,
      let end = record.admittedUntil, end.isCertainly(onOrBefore: day - 1)
    {
      status = .expired
      support = .admittedUntil
    }
    if status == .unknown { return .unknown }
    return flaggedStatuses.contains(status) ? .flagged(status, support) : .notFlagged
  }
}
