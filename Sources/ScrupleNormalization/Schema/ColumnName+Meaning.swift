extension ColumnName {
  /// What the name says, and how surely: exactly a known name, or close to one.
  ///
  /// - Returns: nil where the name is not known.
  package var meaning: (meaning: ColumnNameMeaning, isExact: Bool)? {
    if let exact = ColumnNameTable.meanings[compact] { return (exact, true) }
    guard let first = words.first else { return nil }
    if Self.otherPartyWords.contains(first) { return (.otherParty, true) }
    if let known = withoutOwner { return (known, false) }
    if words.contains(where: Self.truthWords.contains) { return (.truth, false) }
    if words.contains(where: Self.birthWords.contains) { return (.role(.birthDate), false) }
    if words.contains(where: Self.dateWords.contains) { return (.otherDate, false) }
    if let last = words.last, Self.idWords.contains(last) { return (.rowID(rank: 4), false) }
    return nil
  }

  /// The meaning without words that only say whose or which value it is:
  /// `inmate_last_name`, `res_city`, `PersonSurNameText`, `phone2`.
  private var withoutOwner: ColumnNameMeaning? {
    var rest = words[...]
    while let word = rest.first, Self.ownerWords.contains(word), rest.count > 1 {
      rest.removeFirst()
      if let meaning = ColumnNameTable.meanings[rest.joined()] { return meaning }
    }
    while let word = rest.last, Self.formWords.contains(word), rest.count > 1 {
      rest.removeLast()
      if let meaning = ColumnNameTable.meanings[rest.joined()] { return meaning }
    }
    var plain = rest.joined()
    while let last = plain.last, last.isASCII, last.isNumber { plain.removeLast() }
    return plain.count < rest.joined().count ? ColumnNameTable.meanings[plain] : nil
  }

  private static let ownerWords: Set<String> = [
    "person", "persons", "patient", "inmate", "subject", "defendant", "arrestee", "offender",
    "detainee", "prisoner", "client", "applicant", "beneficiary", "alien", "customer", "legal",
    "current", "home", "residence", "residential", "res", "resident", "mailing", "mail", "address",
    "postal", "member", "voter", "student", "individual", "pt", "participant", "respondent",
    "primary", "insured", "main", "permanent", "physical", "j", "nc", "im", "participante",
    "paciente", "kunde", "kunden", "klient", "titular",
  ]

  private static let formWords: Set<String> = [
    "text", "txt", "value", "raw", "clean", "cleaned", "std", "standardized", "standardised",
    "original", "code", "string", "str", "normalized", "line", "field", "col",
  ]

  private static let otherPartyWords: Set<String> = [
    "mother", "mothers", "father", "fathers", "parent", "parents", "spouse", "spouses", "husband",
    "wife", "partner", "employer", "employers", "company", "agency", "school", "facility",
    "officer", "arresting", "emergency", "contact", "attorney", "lawyer", "judge", "victim",
    "witness", "relative", "kin", "next", "sponsor", "guardian", "owner", "court", "hospital",
    "madre", "padre", "mutter", "vater", "mere", "pere", "employeur", "arbeitgeber", "business",
    "organization", "bank", "child", "petitioner", "referring",
  ]

  private static let truthWords: Set<String> = [
    "cluster", "entity", "truth", "gold", "golden", "label", "match", "matched", "duplicate",
    "dup", "simulant", "resolved", "canonical", "linked", "household",
  ]

  private static let birthWords: Set<String> = [
    "birth", "birthdate", "born", "dob", "geb", "geburt", "geburts", "geburtsdatum", "nacimiento",
    "naissance", "nascita", "nascimento", "geboorte", "geboortedatum",
  ]

  private static let dateWords: Set<String> = [
    "date", "datetime", "timestamp", "time", "dt", "at", "fecha", "datum", "created", "updated",
    "zeitpunkt", "jour", "dia", "day", "year", "month",
  ]

  private static let idWords: Set<String> = [
    "id", "ids", "key", "uuid", "guid", "identifier", "number", "ref", "reference",
  ]
}
