/// Something in the made-up truth that cannot be true. It holds numbers, no values.
public struct TruthFault: Error, Sendable, Hashable, CustomStringConvertible {
  public let kind: Kind
  public let household: UInt32
  public let person: UInt32

  /// What cannot be true.
  public enum Kind: String, Sendable, CaseIterable {
    case personOutOfPlace = "a person's number or household does not follow its place"
    case noStatus = "a person has no status"
    case emptyStatus = "a status ends before it begins"
    case statusesOverlap = "two statuses overlap"
    case statusGap = "nothing is true between two statuses"
    case statusBeforeBirth = "a status begins before birth"
    case statusAfterDeath = "a status goes on after death"
    case lateEventOfTheDead = "something happens after death"
    case birthCitizenshipDenied = "a citizen by birth is not a citizen from birth on"
    case citizenshipLost = "a citizen is no citizen later"
    case oathTooEarly = "an oath before eighteen or before five years of residence"
    case acquisitionWithoutParent = "citizenship by birth abroad without a citizen parent"
    case derivationMissing = "every condition of INA 320 held, and no derivation is noted"
    case derivationUnmet = "a derivation is noted, and the conditions of INA 320 never held"
    case derivationDay = "a derivation is noted on another day than the first on which all held"
    case nameGap = "the names do not follow each other from birth on"
    case parentTooYoung = "a parent is less than fourteen years older than the child"
    case custodyOutOfChildhood = "custody begins before birth or ends after eighteen"
    case unknownRelative = "a relation names nobody of the household"
    case twinsApart = "twins have other birth dates or do not know of each other"
    case assignedBirthDate = "an assigned birth date is not 1 January, or not a refugee's"
    case duplicateIdentifier = "a number is held twice"
    case identifierOutOfRange = "a number lies outside the ranges that were never issued"
    case certificateWithoutCitizenship = "a certificate, and no citizenship that gives one"
  }

  public var description: String {
    "household \(household), person \(person): \(kind.rawValue)"
  }
}
