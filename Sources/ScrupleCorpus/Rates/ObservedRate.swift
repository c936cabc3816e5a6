/// A rate of the recipe that can be counted in what was made, beside those of
/// corruption, which are counted where they are drawn.
///
/// Each is counted from the people, bookings and records themselves, at the unit
/// for which the generator draws it (a household, a person, a file), so that a
/// draw that is lost on its way into the corpus shows.
enum ObservedRate: Int, Sendable, CaseIterable {
  // MARK: Households
  case foreignBorn
  case nativeSingle
  case nativeExtended
  case immigrantSingle
  case immigrantMixed
  case immigrantExtended
  case mixedSameGroup
  case twins
  case acquiredAbroad
  case deaths
  case everMarried
  case marriedName
  case courtName
  case romanizedAnew
  // MARK: Status
  case naturalized
  case permanent
  case temporary
  case unauthorized
  case departed
  case derived
  case derivedDocumented
  case derivedPassport
  case refugee
  case refugeeNewYear
  case asylum
  case adjusted
  case uninspectedAdjusted
  case overstayed
  case protected
  case pending
  case ordered
  case orderVacated
  case earlierStay
  case naturalizedLater
  case stayExtended
  case stayOverstayed
  // MARK: Identifiers
  case securityNumberOfCitizens
  case securityNumberOfResidents
  case securityNumberOfVisitors
  case securityNumberOfOthers
  case severalAlienNumbers
  case encountered
  // MARK: Bookings
  case bookingForeignBornShare
  case bookingMaleFactor
  case bookingChronicFactor
  case aliasOwnName
  case aliasNickname
  case priorFlagForeignBorn
  case priorFlagNative
  case priorUnresolved
  case bookingAlienNumber
  // MARK: Immigration records
  case staleNaturalized
  case staleOther
  case missingExit
  case wrongAccusation
  case encounterRate
  case lawfulEncounterRate
  case filingRate
  case tripRate
  case pendingNaturalization
  case splitFile
  case mergedFile
  case recordSocialSecurityNumber

  /// What one trial is; for sums, whose total is compared.
  var unit: String {
    switch self {
    case .foreignBorn: "adults born abroad, households as clusters"
    case .nativeSingle, .nativeExtended: "households of the U.S.-born"
    case .immigrantSingle, .immigrantMixed, .immigrantExtended: "households of those who came"
    case .mixedSameGroup: "mixed couples"
    case .twins: "births after another in a family"
    case .acquiredAbroad: "births to a parent born in the United States"
    case .deaths: "adults who can have died"
    case .everMarried: "women over 22 without a husband, Anglo and Black names"
    case .marriedName: "wives whose husband bears another surname"
    case .courtName: "adults whose name did not change by marriage"
    case .romanizedAnew: "oaths of people whose names have another spelling"
    case .naturalized, .permanent, .temporary, .unauthorized, .departed: "households that came"
    case .derived: "citizen families with children born abroad"
    case .derivedDocumented: "derived citizens"
    case .derivedPassport: "documented derived citizens"
    case .refugee, .asylum, .adjusted, .uninspectedAdjusted:
      "households of citizens and permanent residents who came"
    case .refugeeNewYear: "refugee households"
    case .overstayed: "households without status, or gone"
    case .protected, .pending, .ordered: "households without lawful status"
    case .orderVacated: "households without status with time for an order"
    case .earlierStay: "first arrivals old enough for an earlier stay"
    case .naturalizedLater: "residents of five years"
    case .stayExtended: "temporary stays that run out during the arrests"
    case .stayOverstayed: "of them those not extended"
    case .securityNumberOfCitizens, .securityNumberOfResidents, .securityNumberOfVisitors,
      .securityNumberOfOthers:
      "people of the status"
    case .severalAlienNumbers: "holders of an A-number"
    case .encountered: "foreign-born whom no status gave a number"
    case .bookingForeignBornShare: "bookings of people born abroad, households as clusters"
    case .bookingMaleFactor: "bookings of men, people as clusters"
    case .bookingChronicFactor: "ordered pairs of bookings of one person, people as clusters"
    case .aliasOwnName: "earlier names at a booking"
    case .aliasNickname: "bookings of people whose name has a nickname"
    case .priorFlagForeignBorn, .priorFlagNative: "repeat bookings without an earlier flag"
    case .priorUnresolved: "earlier flags"
    case .bookingAlienNumber: "bookings of people with an A-number"
    case .staleNaturalized: "oaths and certificates in CIS files"
    case .staleOther: "last other events of CIS files, vacated orders of EID"
    case .missingExit: "departures after an inspected entry"
    case .wrongAccusation: "encounters in lawful status, without an order"
    case .encounterRate, .lawfulEncounterRate: "encounters, people as clusters"
    case .filingRate: "benefit filings, people as clusters"
    case .tripRate: "trips, people as clusters"
    case .pendingNaturalization: "permanent residents of five years"
    case .splitFile: "people with two permanent A-numbers"
    case .mergedFile: "CIS, EID and IDENT records"
    case .recordSocialSecurityNumber: "CIS and CLAIMS records of people with an SSN"
    }
  }
}

extension ObservedRate {
  /// The parameter of the recipe that the rate is of.
  var parameter: RecipeParameter {
    switch self {
    case .foreignBorn: .foreignBorn
    case .nativeSingle: .nativeSingle
    case .nativeExtended: .nativeExtended
    case .immigrantSingle: .immigrantSingle
    case .immigrantMixed: .immigrantMixed
    case .immigrantExtended: .immigrantExtended
    case .mixedSameGroup: .mixedSameGroup
    case .twins: .twins
    case .acquiredAbroad: .acquiredAbroad
    case .deaths: .deaths
    case .everMarried: .everMarried
    case .marriedName: .marriedName
    case .courtName: .courtName
    case .romanizedAnew: .romanizedAnew
    case .naturalized: .naturalized
    case .permanent: .permanent
    case .temporary: .temporary
    case .unauthorized: .unauthorized
    case .departed: .departed
    case .derived: .derived
    case .derivedDocumented: .derivedDocumented
    case .derivedPassport: .derivedPassport
    case .refugee: .refugee
    case .refugeeNewYear: .refugeeNewYear
    case .asylum: .asylum
    case .adjusted: .adjusted
    case .uninspectedAdjusted: .uninspectedAdjusted
    case .overstayed: .overstayed
    case .protected: .protected
    case .pending: .pending
    case .ordered: .ordered
    case .orderVacated: .orderVacated
    case .earlierStay: .earlierStay
    case .naturalizedLater: .naturalizedLater
    case .stayExtended: .stayExtended
    case .stayOverstayed: .stayOverstayed
    case .securityNumberOfCitizens: .securityNumberOfCitizens
    case .securityNumberOfResidents: .securityNumberOfResidents
    case .securityNumberOfVisitors: .securityNumberOfVisitors
    case .securityNumberOfOthers: .securityNumberOfOthers
    case .severalAlienNumbers: .severalAlienNumbers
    case .encountered: .encountered
    case .bookingForeignBornShare: .bookingForeignBornShare
    case .bookingMaleFactor: .bookingMaleFactor
    case .bookingChronicFactor: .bookingChronicFactor
    case .aliasOwnName: .aliasOwnName
    case .aliasNickname: .aliasNickname
    case .priorFlagForeignBorn: .priorFlagForeignBorn
    case .priorFlagNative: .priorFlagNative
    case .priorUnresolved: .priorUnresolved
    case .bookingAlienNumber: .bookingAlienNumber
    case .staleNaturalized: .staleNaturalized
    case .staleOther: .staleOther
    case .missingExit: .missingExit
    case .wrongAccusation: .wrongAccusation
    case .encounterRate: .encounterRate
    case .lawfulEncounterRate: .lawfulEncounterRate
    case .filingRate: .filingRate
    case .tripRate: .tripRate
    case .pendingNaturalization: .pendingNaturalization
    case .splitFile: .splitFile
    case .mergedFile: .mergedFile
    case .recordSocialSecurityNumber: .recordSocialSecurityNumber
    }
  }
}
