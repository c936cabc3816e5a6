/// The columns of `immigration_records.csv`, in order; a system leaves empty what it does not hold.
package enum RecordColumn: Int, TableColumn {
  case recordId
  case sourceSystem
  case aNumber
  case fin
  case receiptNumber
  case i94Number
  case lastName
  case firstName
  case middleName
  case nameRaw
  case birthDate
  case sex
  case height
  case birthCountry
  case birthCountryCodeSystem
  case citizenshipCountry
  case ssn
  case state
  case coa
  case statusAsRecorded
  case asOf
  case lastUpdate
  case admittedUntil
  case orderDate
  case orderVacatedDate
  case naturalizationDate
  case certificateNo
  case parentNaturalizationDate
  case encounters
  case parentANumber
}

/// The systems that immigration records come from.
public enum SourceSystem: String, Sendable, CaseIterable {
  /// The Central Index System: the index of A-files.
  case cis = "CIS"
  /// Benefit filings except naturalization.
  case claims3 = "CLAIMS3"
  /// Naturalization, and certificates of citizenship since 2013.
  case claims4 = "CLAIMS4"
  /// Arrivals and departures.
  case adis = "ADIS"
  /// Encounters and accusations of enforcement.
  case eid = "EID"
  /// Fingerprint enrolments with what was typed at each.
  case ident = "IDENT"

  /// The ordinals of a person's records that belong to the system.
  package var ordinals: Range<Int> {
    switch self {
    case .cis: 0..<2
    case .claims4: 2..<4
    case .ident: 4..<12
    case .eid: 12..<14
    case .claims3: 16..<40
    case .adis: 40..<64
    }
  }

  /// The place in `allCases`.
  var place: Int {
    switch self {
    case .cis: 0
    case .claims3: 1
    case .claims4: 2
    case .adis: 3
    case .eid: 4
    case .ident: 5
    }
  }
}
