/// What the name of a column alone says about it.
package enum ColumnNameMeaning: Sendable, Equatable {
  /// A role of matching, if the content agrees.
  case role(ColumnRole)
  /// A generic number; the label is the same for synonymous names.
  case number(label: String)
  /// Free text worth comparing, such as an occupation.
  case text(label: String)
  /// `name` and its like: a given name, a surname or both.
  case anyName
  /// One line of an address: a street where the number stands in its own
  /// column, a whole address elsewhere.
  case addressLine
  /// A suburb: the city, or a finer place where there is a city too.
  case suburb
  /// A number given to each row; the lowest rank is tried first as row id.
  case rowID(rank: Int)
  /// Says who is the same person, or is derived from it.
  case truth
  /// A date of an event.
  case otherDate
  /// A year that is not a birth year.
  case year
  /// Citizenship and the like: what follows from a link, not evidence for it.
  case status
  /// Race, ethnicity: for audits only.
  case auditOnly
  /// Height, hair and the like.
  case appearance
  /// Other names of the person.
  case alias
  /// Belongs to another person or an organization.
  case otherParty
  /// Says nothing about who the person is.
  case administrative
}
