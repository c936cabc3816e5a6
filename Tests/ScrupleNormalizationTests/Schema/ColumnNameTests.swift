import Testing

@testable import ScrupleNormalization

@Suite struct ColumnNameTests {
  @Test(arguments: [
    ("first_name", "first name"), ("FirstName", "first name"), ("FIRST NAME", "first name"),
    ("first-name", "first name"), (" first.name ", "first name"), ("A#", "a number"),
    ("Booking No.", "booking number"), ("DOBYear", "dob year"), ("Prénom", "prenom"),
    ("Straße", "strasse"), ("AÑO", "ano"), ("mother's name", "mothers name"),
    ("no", "no"), ("USCIS #", "uscis number"), ("PRE\u{301}NOM", "prenom"), ("", ""),
    ("zip5", "zip5"), ("addressLine2", "address line2"),
  ])
  func aNameIsTakenApartIntoPlainWords(header: String, words: String) {
    #expect(ColumnName(header).words.joined(separator: " ") == words)
  }

  @Test func aKnownNameStandsInOneEntryOnly() {
    var seen: Set<Substring> = []
    let entries =
      ColumnNameTable.personEntries + ColumnNameTable.placeEntries + ColumnNameTable.numberEntries
      + ColumnNameTable.otherEntries
    for (_, names) in entries {
      for name in names.split(separator: " ") {
        #expect(seen.insert(name).inserted, "'\(name)' stands in two entries")
        #expect(ColumnName(String(name)).compact == name, "'\(name)' is never looked up")
      }
    }
    #expect(seen.count > 700)
  }
}
