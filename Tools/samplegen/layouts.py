"""Layouts: the columns of each side of each habit, and how a record's facts are written in them.

A column is a name and `f(record, x) -> text`. The id column is not among them: the writer adds it.
Race, ethnicity, time stamps, notes and the like are there to be left alone by a matcher.
"""
from .names import fold, unfold_umlauts
from .places import SHORT


def upper(text):
    return fold(text).upper()


def lower(text):
    return fold(text).lower()


def keep(text):
    return text


def german_upper(text):
    return unfold_umlauts(text).upper()


# Dates

def iso(r, x=None):
    return f"{r.year:04d}-{r.month:02d}-{r.day:02d}" if r.year else ""


def compact(r, x=None):
    return f"{r.year:04d}{r.month:02d}{r.day:02d}" if r.year else ""


def american(r, x=None):
    return f"{r.month:02d}/{r.day:02d}/{r.year:04d}" if r.year else ""


def day_first(r, x=None):
    return f"{r.day:02d}/{r.month:02d}/{r.year:04d}" if r.year else ""


def part(name):
    return lambda r, x: str(getattr(r, name)) if r.year else ""


def timestamp(r, x):
    return (f"202{int(x() * 5)}-{1 + int(x() * 12):02d}-{1 + int(x() * 28):02d} "
            f"{int(x() * 24):02d}:{int(x() * 60):02d}:{int(x() * 60):02d}")


# Texts

def text(field, style=keep):
    return lambda r, x: style(getattr(r, field))


def place(field, style=keep):
    return lambda r, x: style(getattr(r.address, field))


def street(style=keep, short=0.0, unit=True):
    """Number, street, kind of street and unit in one text; the kind is abbreviated with chance `short`."""
    def write(r, x):
        a = r.address
        if not a.street:
            return ""
        kind = SHORT.get(a.kind, a.kind) if x() < short else a.kind
        whole = " ".join(w for w in (a.number, a.street, kind, a.unit if unit else "") if w)
        return style(whole)
    return write


def street_name(style=keep, short=0.0):
    def write(r, x):
        a = r.address
        return style(f"{a.street} {SHORT.get(a.kind, a.kind) if x() < short else a.kind}") if a.street else ""
    return write


def german_street(style):
    return lambda r, x: style(r.address.street + r.address.kind) if r.address.street else ""


def mexican_street(style):
    def write(r, x):
        a = r.address
        return style(f"{a.kind} {a.street} {a.number}") if a.street else ""
    return write


def full_address(style, short):
    line = street(style, short)
    def write(r, x):
        first = line(r, x)
        a = r.address
        return ", ".join(w for w in (first, style(a.town), f"{a.state} {a.code}".strip()) if w)
    return write


def initial_of(field, style=keep):
    return lambda r, x: style(getattr(r, field)[:1])


def last_first(r, x):
    """SURNAME SUFFIX, GIVEN M"""
    last = " ".join(w for w in (r.surname, r.suffix) if w)
    first = " ".join(w for w in (r.given, r.middle[:1]) if w)
    return upper(", ".join(w for w in (last, first) if w))


def first_last(r, x):
    """Given M Surname Suffix"""
    middle = r.middle[:1] + "." if r.middle and x() < 0.5 else r.middle
    return fold(" ".join(w for w in (r.given, middle, r.surname, r.suffix) if w))


def both_given(style):
    return lambda r, x: style(" ".join(w for w in (r.given, r.middle) if w))


def surname_suffix(style):
    return lambda r, x: style(r.surname + (" " + r.suffix if r.suffix and x() < 0.3 else ""))


def both_surnames(style):
    def write(r, x):
        joint = " y " if r.maternal and x() < 0.02 else "-" if x() < 0.03 else " "
        return style(joint.join(w for w in (r.surname, r.maternal) if w))
    return write


def coded_sex(female, male, unknown=""):
    return lambda r, x: {"F": female, "M": male}.get(r.sex, unknown)


def dashed_number(r, x):
    return f"{r.ssn[:3]}-{r.ssn[3:5]}-{r.ssn[5:]}" if r.ssn else ""


def jail_number(r, x):
    """Whole, the last four only, a placeholder, or nothing."""
    if not r.ssn:
        return "000-00-0000" if x() < 0.02 else ""
    return "XXXXX" + r.ssn[5:] if x() < 0.2 else dashed_number(r, x)


def birth_place(r, x):
    if r.country == "UNITED STATES":
        return f"{upper(r.address.town)}, {r.address.state}" if x() < 0.8 else r.address.state or "USA"
    if x() < 0.03:
        return "UNKNOWN"
    return r.country if x() < 0.85 else r.country[:3]


def race(r, x):
    """Recorded by an officer, so not always as elsewhere; for audit only."""
    return r.person.race if x() < 0.93 else ("WHITE", "OTHER", "UNKNOWN")[int(x() * 3)]


def choice(*values):
    return lambda r, x: values[int(x() * len(values))]


NOTE = choice("", "", "", "", "see file", "walk-in", "updated by phone", "second visit", "scanned", "to be checked")
AGENCY = choice("COUNTY SHERIFF", "CITY PD", "STATE PATROL", "HIGHWAY PATROL")

PLAIN = [
    ("given_name", text("given", lower)), ("surname", surname_suffix(lower)), ("street_number", place("number")),
    ("address_1", street_name(lower, 0.1)), ("address_2", place("unit", lower)), ("suburb", place("town", lower)),
    ("postcode", place("code")), ("state", place("state", lower)), ("date_of_birth", compact), ("soc_sec_id", text("ssn"))]
PLAIN_RIGHT = PLAIN + [("entered_at", timestamp)]

BOOKING = [
    ("last", text("surname", upper)), ("first", lambda r, x: upper(r.given) or ("FNU" if x() < 0.5 else "")),
    ("middle", lambda r, x: upper(r.middle) or ("NMN" if x() < 0.05 else "")), ("suffix", text("suffix", upper)),
    ("dob", american), ("sex", text("sex")), ("race", race), ("ssn", jail_number), ("birth_place", birth_place),
    ("height", lambda r, x: r.person.height), ("street", street(upper, 0.9)), ("city", place("town", upper)),
    ("state", place("state")), ("zip", place("code")), ("jail_entry", timestamp), ("arresting_agency", AGENCY),
    ("notes", NOTE)]
REGISTRY = [
    ("a_number", text("alien")), ("family_name", text("surname", upper)), ("given_name", both_given(upper)),
    ("birth_date", iso), ("country_of_birth", text("country")), ("sex", coded_sex("F", "M", "U")), ("ssn", dashed_number),
    ("class_of_admission", choice("IR1", "IR6", "F11", "F24", "DV1", "RE6", "AS6", "CR6", "B2", "UN")),
    ("source_system", choice("CENTRAL", "BENEFITS", "ENCOUNTER")), ("last_update", timestamp)]

FULL_NAME_LEFT = [
    ("full_name", last_first), ("dob", american), ("sex", text("sex")), ("address", street(upper, 0.9)),
    ("zip", place("code")), ("phone", place("phone")), ("ethnicity", race), ("remarks", NOTE)]
FULL_NAME_RIGHT = [
    ("name", first_last), ("birth_date", iso), ("gender", coded_sex("Female", "Male")), ("street_address", street(keep, 0.4)),
    ("city", place("town")), ("postal_code", place("code")),
    ("telephone", lambda r, x: r.address.phone.replace("-", "") if x() < 0.5 else r.address.phone), ("created_at", timestamp)]

GERMAN_LEFT = [
    ("vorname", text("given")), ("nachname", text("surname")), ("geburtsdatum", iso), ("geschlecht", coded_sex("w", "m", "d")),
    ("strasse", german_street(keep)), ("hausnummer", place("number")), ("plz", place("code")), ("ort", place("town")),
    ("bemerkung", choice("", "", "", "Akte", "telefonisch", "Neuaufnahme"))]
GERMAN_RIGHT = [
    ("first_name", text("given", german_upper)), ("last_name", text("surname", german_upper)), ("birth_day", part("day")),
    ("birth_month", part("month")), ("birth_year", part("year")), ("gender", coded_sex("F", "M")),
    ("street", german_street(german_upper)), ("house_number", place("number")), ("postal_code", place("code")),
    ("city", place("town", german_upper)), ("updated_at", timestamp)]

# H and M are hombre and mujer on one side: M does not mean male there.
SPANISH_LEFT = [
    ("nombre", text("given")), ("apellido_paterno", text("surname")), ("apellido_materno", text("maternal")),
    ("fecha_nacimiento", day_first), ("sexo", coded_sex("M", "H")), ("domicilio", mexican_street(keep)),
    ("colonia", place("county")), ("municipio", place("town")), ("codigo_postal", place("code")),
    ("observaciones", choice("", "", "", "por teléfono", "copia simple"))]
SPANISH_RIGHT = [
    ("nombres", text("given", upper)), ("apellidos", both_surnames(upper)), ("fecha_nac", day_first),
    ("sexo", coded_sex("FEMENINO", "MASCULINO")), ("municipio", place("town", upper)), ("entidad", place("state", upper)),
    ("fecha_captura", timestamp)]

REPEATING_LEFT = [
    ("first_name", text("given")), ("middle_initial", initial_of("middle")), ("last_name", surname_suffix(keep)),
    ("date_of_birth", american), ("gender", coded_sex("Female", "Male")), ("address", full_address(keep, 0.2)),
    ("street", street(keep, 0.2)), ("city", place("town")), ("zip", place("code")), ("county", place("county")),
    ("ethnicity", race)]
REPEATING_RIGHT = [
    ("fname", text("given", upper)), ("mname", text("middle", upper)), ("lname", text("surname", upper)), ("dob", iso),
    ("sex", text("sex")), ("full_address", full_address(upper, 0.8)), ("addr_line1", street(upper, 0.8)),
    ("city", place("town", upper)), ("state", place("state")), ("zip_code", place("code")),
    ("county_name", place("county", upper)), ("registered_on", timestamp)]

SMALL = [
    ("firstname", text("given")), ("lastname", text("surname")), ("dob", iso), ("sex", text("sex")),
    ("street", street(keep, 0.0)), ("city", place("town")), ("zip", place("code")), ("ssn", dashed_number)]

DUPLICATES_LEFT = [
    ("first_name", text("given")), ("middle_name", text("middle")), ("last_name", text("surname")), ("birth_date", iso),
    ("sex", text("sex")), ("email", text("email", lower)), ("street", street(keep, 0.3)), ("city", place("town")),
    ("zip", place("code")), ("loaded_at", timestamp)]
DUPLICATES_RIGHT = [
    ("forename", text("given", upper)), ("surname", text("surname", upper)), ("dob", american),
    ("gender", coded_sex("Female", "Male", "Unknown")), ("email_address", text("email", lower)),
    ("address", street(upper, 0.8)), ("town", place("town", upper)), ("postcode", place("code")),
    ("source_system", choice("CLINIC", "WEB", "DESK"))]

KIN_LEFT = [
    ("first", text("given")), ("middle", text("middle")), ("last", text("surname")), ("suffix", text("suffix")),
    ("dob", american), ("sex", text("sex")), ("address", street(keep, 0.3)), ("city", place("town")), ("zip", place("code"))]
KIN_RIGHT = [
    ("given_names", both_given(upper)), ("surname", text("surname", upper)), ("name_suffix", text("suffix", upper)),
    ("date_of_birth", iso), ("sex", coded_sex("Female", "Male")), ("inserted", timestamp)]

WEAK_LEFT = [("first_name", text("given")), ("last_name", text("surname")), ("birth_year", part("year")), ("city", place("town"))]
WEAK_RIGHT = [("given", text("given", upper)), ("family", text("surname", upper)), ("yob", part("year")),
              ("town", place("town", upper))]

# Other headers that real extracts use for the same columns; --rename picks among them by the seed.
SYNONYMS = {
    "given_name": ["first_name", "fname", "FirstName", "GIVEN_NAME", "firstname"], "first": ["first_name", "FIRST", "forename"],
    "first_name": ["fname", "given_name", "FirstName", "FIRST NAME"], "firstname": ["first_name", "fname", "First Name"],
    "surname": ["last_name", "lname", "LastName", "family_name"], "last": ["last_name", "LAST", "surname"],
    "last_name": ["surname", "lname", "LastName", "LAST NAME"], "lastname": ["last_name", "surname", "Last Name"],
    "family_name": ["surname", "last_name", "FamilyName"], "middle": ["middle_name", "mname", "MIDDLE"],
    "dob": ["date_of_birth", "birth_date", "DOB", "birthdate", "DateOfBirth"],
    "date_of_birth": ["dob", "birth_date", "DOB", "birthdate"], "birth_date": ["dob", "date_of_birth", "DOB", "BirthDate"],
    "sex": ["gender", "SEX", "Gender"], "gender": ["sex", "SEX", "Gender"], "zip": ["zipcode", "zip_code", "postal_code", "ZIP"],
    "postcode": ["postal_code", "zip", "post_code"], "city": ["town", "City", "municipality"], "suburb": ["city", "town", "locality"],
    "street": ["street_address", "address_line_1", "addr1"], "ssn": ["social_security_number", "SSN", "ssn_full"],
    "soc_sec_id": ["ssn", "social_security_number"], "full_name": ["name", "FullName", "person_name"],
    "nombre": ["nombres", "NOMBRE"], "fecha_nacimiento": ["fecha_nac", "FECHA_NACIMIENTO"], "vorname": ["Vorname"],
    "nachname": ["Nachname", "familienname"], "geburtsdatum": ["Geburtsdatum", "geb_datum"], "notes": ["comments", "memo"]}
