/// The status that a record says a person has.
///
/// What a record says is not what is true: it may be stale, superseded or
/// never have been right.
public enum RecordedStatus: String, CaseIterable, Sendable, Codable, Hashable {
  case citizen
  case permanentResident = "permanent_resident"
  case refugee
  case asylee
  /// Temporary protected status, withholding of removal, deferred action.
  case protected
  /// An application or a case is pending.
  case pending
  /// Admitted until a date.
  case temporary
  /// A stay that has ended.
  case expired
  case withoutInspection = "without_inspection"
  case orderedRemoved = "ordered_removed"
  case departed
  /// Nothing that is recognized; it never makes a flag.
  case unknown
}

extension RecordedStatus {
  /// Reads a status, or a class of admission in its place.
  ///
  /// - Parameter words: folded words in small letters.
  /// - Returns: nil for an empty cell; `unknown` for what is not recognized.
  init?(reading words: [String]) {
    let compact = words.joined()
    if compact.isEmpty || ["na", "nan", "null", "none", "nil"].contains(compact) { return nil }
    self = Self.names[compact] ?? ClassOfAdmission(reading: compact)?.status ?? .unknown
  }

  /// Only whole cells are read: "not a citizen" holds the word and is no citizen.
  private static let names: [String: RecordedStatus] = {
    let rows: [(RecordedStatus, String)] = [
      (
        .citizen,
        """
        citizen uscitizen unitedstatescitizen usc usnational naturalized naturalised \
        naturalizedcitizen naturalisedcitizen naturalizeduscitizen derivedcitizen \
        derivativecitizen acquiredcitizen citizenbynaturalization foreignbornusc fbusc
        """
      ),
      (
        .permanentResident,
        """
        permanentresident lawfulpermanentresident legalpermanentresident lpr greencard \
        greencardholder conditionalpermanentresident conditionalresident lawfulresident
        """
      ),
      (.refugee, "refugee admittedasrefugee"),
      (.asylee, "asylee asylum asylumgranted grantedasylum"),
      (
        .protected,
        """
        protected tps temporaryprotectedstatus withholding withholdingofremoval \
        withholdinggranted deferredaction daca deferredenforceddeparture ded cat
        """
      ),
      (
        .pending,
        """
        pending pendingapplication applicationpending casepending pendingcase pendingasylum \
        asylumpending pendingadjustment adjustmentpending inproceedings
        """
      ),
      (
        .temporary,
        """
        temporary nonimmigrant admitted admittedtemporarily temporaryvisa visaholder parolee \
        paroled visitor student temporaryworker
        """
      ),
      (
        .expired,
        "expired overstay overstayed visaexpired stayexpired expiredvisa expiredstay "
          + "statusexpired visaoverstay"
      ),
      (
        .withoutInspection,
        "withoutinspection enteredwithoutinspection entrywithoutinspection ewi noinspection"
      ),
      (
        .orderedRemoved,
        """
        orderedremoved removalordered orderofremoval finalorder finalorderofremoval \
        ordereddeported deportationorder deportationordered orderremoved
        """
      ),
      (.departed, "departed removed deported voluntarydeparture left leftthecountry"),
      (.unknown, "unknown un uu unk"),
    ]
    var table: [String: RecordedStatus] = [:]
    for (status, names) in rows {
      for name in names.split(separator: " ") { table[String(name)] = status }
    }
    return table
  }()
}
