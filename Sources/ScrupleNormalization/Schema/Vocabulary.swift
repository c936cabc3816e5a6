/// The words by which a column's content is recognized.
enum Vocabulary {
  static let sexes: Set<String> = [
    "m", "f", "u", "x", "0", "1", "2", "9", "male", "female", "man", "woman", "unknown", "other",
    "nonbinary", "boy", "girl", "h", "w", "d", "v", "hombre", "mujer", "masculino", "femenino",
    "feminino", "varon", "mannlich", "weiblich", "männlich", "maennlich", "divers", "homme",
    "femme", "masculin", "féminin", "feminin", "maschio", "femmina", "uomo", "donna", "homem",
    "mulher", "vrouw", "mann", "frau", "mujeres", "hombres", "undetermined",
  ]

  static let races: Set<String> = [
    "white", "black", "asian", "hispanic", "latino", "latina", "latinx", "caucasian", "african",
    "native", "aian", "nhopi", "multiracial", "pacific", "indian", "islander", "indigenous",
  ]

  static let caseStatuses: Set<String> = [
    "released", "active", "inactive", "pending", "closed", "open", "booked", "held", "custody",
    "detained", "transferred", "sentenced", "dismissed", "convicted", "bonded", "processing",
    "completed", "cancelled", "canceled", "approved", "denied", "escaped", "paroled", "bailed",
  ]

  static let organizations: Set<String> = [
    "inc", "llc", "ltd", "corp", "corporation", "company", "gmbh", "ag", "kg", "plc", "limited",
    "bank", "group", "services", "holdings", "university", "hospital", "foundation", "trust",
    "association", "department", "county", "school", "sarl", "srl", "bv", "nv", "ltda", "church",
    "club", "office", "llp", "partners", "solutions", "systems", "studios", "supply", "store",
  ]

  static let suffixes: Set<String> = [
    "jr", "sr", "i", "ii", "iii", "iv", "v", "vi", "2nd", "3rd", "4th", "junior", "senior", "esq",
    "phd", "md", "hijo", "filho", "neto", "fils", "jnr", "snr",
  ]

  static let months: Set<String> = Set(monthPrefixes).union([
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "januar", "februar", "mai", "juni", "juli", "oktober", "dezember",
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
  ])

  /// The first three letters of the months in English, German, Spanish,
  /// French, Italian, Portuguese and Dutch.
  static let monthPrefixes: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "mai", "okt", "dez", "ene", "abr", "ago", "dic", "fev", "avr", "jui", "mrt", "mei",
    "gen", "mag", "giu", "lug", "set", "ott", "out", "sept", "aou", "mär", "fév", "aoû", "déc",
  ]

  /// Cells that say "nothing is known", without blanks and punctuation.
  static let missing: Set<String> = [
    "", "na", "nan", "null", "none", "unknown", "missing", "nil", "unk", "notavailable",
    "notgiven", "notknown", "notprovided", "blank", "desconocido", "unbekannt", "inconnu",
  ]
  /// Letters of the longest of them.
  static let longestMissing = missing.map(\.utf8.count).max() ?? 0
}
