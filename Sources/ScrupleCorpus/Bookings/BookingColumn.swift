/// The columns of `bookings.csv`, in order: the layout of a county jail extract.
package enum BookingColumn: Int, TableColumn {
  case bookingId
  case lastName
  case firstName
  case middleName
  case nameSuffix
  case aliases
  case birthDate
  case otherBirthDates
  case sex
  case race
  case ethnicity
  case height
  case weight
  case eyeColor
  case hairColor
  case ssn
  case fbiNumber
  case stateId
  case inmateNumber
  case alienNumber
  case birthPlace
  case birthPlaceCode
  case citizenshipStated
  case street
  case city
  case state
  case postalCode
  case arrestDate
  case jailEntry
  case arrestingAgency
  case charge
  case fpTransactionId
  case priorOutcome
}
