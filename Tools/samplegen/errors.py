"""Errors: each operator spoils one record in one way and says whether it changed anything.

An operator is `f(record, x, book) -> bool`. Rates are chances per record where the operator can apply at all; they are
our assumptions, shaped after Just et al. 2016 (discrepancies of confirmed duplicate patient records).
"""
KEYS = {"q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "ol",
        "a": "qsz", "s": "adwx", "d": "sfec", "f": "dgrv", "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jli", "l": "kop",
        "z": "asx", "x": "zsc", "c": "xdv", "v": "cfb", "b": "vgn", "n": "bhm", "m": "njk"}
OPTICAL = [("rn", "m"), ("m", "rn"), ("cl", "d"), ("li", "h"), ("l", "1"), ("o", "0"), ("i", "l"), ("s", "5"), ("g", "q"),
           ("vv", "w"), ("b", "8"), ("e", "c"), ("ri", "n"), ("nn", "m"), ("u", "v"), ("B", "8"), ("S", "5"), ("O", "0")]
PHONETIC = [("ph", "f"), ("f", "ph"), ("ck", "k"), ("c", "k"), ("k", "c"), ("ie", "y"), ("y", "ie"), ("ee", "ea"),
            ("ea", "ee"), ("ei", "ie"), ("z", "s"), ("s", "z"), ("v", "b"), ("j", "g"), ("ll", "l"), ("tt", "t"), ("nn", "n"),
            ("l", "ll"), ("n", "nn"), ("sch", "sh"), ("th", "t"), ("x", "ks"), ("ai", "ay"), ("ou", "u"), ("i", "y"),
            ("er", "ar"), ("en", "an"), ("on", "en"), ("g", "j"), ("h", ""), ("w", "v")]
DIGIT_KEYS = {"0": "9", "1": "27", "2": "135", "3": "26", "4": "157", "5": "246", "6": "359", "7": "418", "8": "579", "9": "860"}


class Record:
    """One row before it is written: the person's facts, then spoiled."""
    __slots__ = ("person", "given", "middle", "surname", "maternal", "suffix", "year", "month", "day", "sex", "ssn", "address",
                 "alien", "email", "country")


def keyed(text, x):
    """One slip of the keyboard."""
    if len(text) < 2:
        return text
    at, kind = int(x() * len(text)), x()
    letter = text[at].lower()
    if kind < 0.45:
        near = KEYS.get(letter, "aeiou")
        new = text[:at] + near[int(x() * len(near))] + text[at + 1:]
    elif kind < 0.65:
        new = text[:at] + text[at + 1:]
    elif kind < 0.80:
        near = KEYS.get(letter, "aeiou")
        new = text[:at + 1] + near[int(x() * len(near))] + text[at + 1:]
    elif kind < 0.95:
        at = min(at, len(text) - 2)
        new = text[:at] + text[at + 1] + text[at] + text[at + 2:]
    else:
        new = text[:at] + letter + text[at:]
    return new[:1].upper() + new[1:].lower() if text.istitle() else new


def substituted(text, table, x):
    """One substitution of a table, at one of the places where it applies."""
    lower = text.lower()
    able = [(a, b) for a, b in table if a in lower]
    if not able or len(text) < 3:
        return text
    a, b = able[int(x() * len(able))]
    places = [i for i in range(len(lower)) if lower.startswith(a, i)]
    at = places[int(x() * len(places))]
    new = text[:at] + b + text[at + len(a):]
    return new[:1].upper() + new[1:]


def digit_slip(text, x):
    """One digit replaced by a neighbour on the keyboard or by any other."""
    places = [i for i, c in enumerate(text) if c.isdigit()]
    if not places:
        return text
    at = places[int(x() * len(places))]
    near = DIGIT_KEYS[text[at]] if x() < 0.6 else "0123456789".replace(text[at], "")
    return text[:at] + near[int(x() * len(near))] + text[at + 1:]


def transposed(text, x):
    places = [i for i in range(len(text) - 1) if text[i] != text[i + 1] and text[i:i + 2].isdigit()]
    if not places:
        return text
    at = places[int(x() * len(places))]
    return text[:at] + text[at + 1] + text[at] + text[at + 2:]


def on_text(field, change):
    """An operator that rewrites one text field of the record."""
    def operator(r, x, book):
        old = getattr(r, field)
        new = change(old, x) if old else old
        setattr(r, field, new)
        return new != old
    return operator


def on_address(field, change):
    """An operator that rewrites one text of the address; the record gets an address of its own."""
    def operator(r, x, book):
        old = getattr(r.address, field)
        new = change(old, x) if old else old
        if new == old:
            return False
        r.address = r.address.copy()
        setattr(r.address, field, new)
        return True
    return operator


def behind(length, change):
    """The change, kept off the first `length` characters: an SSN area stays one that was never issued."""
    return lambda text, x: text[:length] + change(text[length:], x)


def phone_slip(text, x):
    """In the area code or the last two digits: the number stays one of those kept for fiction."""
    return digit_slip(text[:3], x) + text[3:] if x() < 0.5 else text[:-2] + digit_slip(text[-2:], x)


def mailbox_slip(text, x):
    """Before the @: the domain stays one kept for examples."""
    mailbox, at, domain = text.partition("@")
    return keyed(mailbox, x).replace("@", "") + at + domain


def blank(text, x):
    return ""


def initial(text, x):
    return text[0]


def truncated(text, x):
    return text[:3 + int(x() * 3)]


def keyed_or_digit(text, x):
    return digit_slip(text, x) if text[0].isdigit() else keyed(text, x)


def nickname(r, x, book):
    short = book.nicknames.get(r.given)
    if short:
        r.given = short[int(x() * len(short))]
    return bool(short)


def respelled(field):
    def operator(r, x, book):
        others = book.variants.get(getattr(r, field))
        if others:
            setattr(r, field, others[int(x() * len(others))])
        return bool(others)
    return operator


def names_swapped(r, x, book):
    r.given, r.surname = r.surname, r.given
    return r.given != r.surname


def middle_for_given(r, x, book):
    if not r.middle:
        return False
    r.given, r.middle = r.middle, ""
    return True


def maiden_name(r, x, book):
    if not r.person.maiden or r.surname == r.person.maiden:
        return False
    r.surname = r.person.maiden
    return True


def hyphenated_maiden(r, x, book):
    if not r.person.maiden:
        return False
    r.surname = r.person.maiden + "-" + r.surname
    return True


def month_and_day_swapped(r, x, book):
    if not r.year or r.day > 12 or r.day == r.month:
        return False
    r.month, r.day = r.day, r.month
    return True


def date_digit(r, x, book):
    """One digit of the date; the date stays a possible one nine times in ten, as software checks most entries."""
    if not r.year:
        return False
    for _ in range(6):
        text = digit_slip(f"{r.year:04d}{r.month:02d}{r.day:02d}", x)
        year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
        if 1900 <= year <= 2024 and 1 <= month <= 12 and 1 <= day <= 31 or x() < 0.03:
            r.year, r.month, r.day = year, month, day
            return True
    return False


def year_off(r, x, book):
    if not r.year:
        return False
    r.year += (1, -1, 10, -10)[min(3, int(x() * 2.4))] if x() < 0.9 else int(x() * 7) - 3 or 2
    return True


def first_of_january(r, x, book):
    changed = bool(r.year) and (r.month, r.day) != (1, 1)
    if r.year:
        r.month = r.day = 1
    return changed


def no_date(r, x, book):
    changed, r.year = bool(r.year), 0
    return changed


def relative(r, x):
    home = r.person.household
    other = home[int(x() * len(home))]
    return other if other is not r.person else None


def date_of_relative(r, x, book):
    other = relative(r, x)
    if other:
        r.year, r.month, r.day = other.year, other.month, other.day
    return bool(other)


def given_of_relative(r, x, book):
    other = relative(r, x)
    changed = bool(other) and other.given != r.given
    if changed:
        r.given = other.given
    return changed


def number_of_relative(r, x, book):
    other = relative(r, x)
    if not other or not r.ssn:
        return False
    r.ssn = book.number_of(other)
    return True


def moved(r, x, book):
    r.address = book.gazetteer.address(x)
    return True


def no_address(r, x, book):
    r.address = r.address.copy()
    r.address.number = r.address.street = r.address.kind = r.address.unit = ""
    return True


def sex_wrong(r, x, book):
    r.sex = {"F": "M", "M": "F"}.get(r.sex, "")
    return True


OPERATORS = {
    "given_typo": (0.030, on_text("given", keyed)),
    "given_phonetic": (0.012, on_text("given", lambda s, x: substituted(s, PHONETIC, x))),
    "given_optical": (0.004, on_text("given", lambda s, x: substituted(s, OPTICAL, x))),
    "given_truncated": (0.004, on_text("given", truncated)),
    "given_initial": (0.008, on_text("given", initial)),
    "given_missing": (0.008, on_text("given", blank)),
    "given_nickname": (0.060, nickname),
    "given_respelled": (0.200, respelled("given")),
    "given_of_relative": (0.001, given_of_relative),
    "middle_for_given": (0.010, middle_for_given),
    "middle_missing": (0.350, on_text("middle", blank)),
    "middle_initial": (0.400, on_text("middle", initial)),
    "middle_typo": (0.020, on_text("middle", keyed)),
    "surname_typo": (0.030, on_text("surname", keyed)),
    "surname_phonetic": (0.014, on_text("surname", lambda s, x: substituted(s, PHONETIC, x))),
    "surname_optical": (0.004, on_text("surname", lambda s, x: substituted(s, OPTICAL, x))),
    "surname_truncated": (0.004, on_text("surname", truncated)),
    "surname_missing": (0.004, on_text("surname", blank)),
    "surname_respelled": (0.150, respelled("surname")),
    "maiden_name": (0.120, maiden_name),
    "hyphenated_maiden": (0.040, hyphenated_maiden),
    "maternal_missing": (0.100, on_text("maternal", blank)),
    "maternal_typo": (0.025, on_text("maternal", keyed)),
    "names_swapped": (0.008, names_swapped),
    "suffix_missing": (0.400, on_text("suffix", blank)),
    "month_and_day_swapped": (0.012, month_and_day_swapped),
    "date_digit": (0.014, date_digit),
    "year_off": (0.007, year_off),
    "first_of_january": (0.004, first_of_january),
    "no_date": (0.012, no_date),
    "date_of_relative": (0.001, date_of_relative),
    "ssn_missing": (0.250, on_text("ssn", blank)),
    "ssn_digit": (0.020, on_text("ssn", behind(3, digit_slip))),
    "ssn_transposed": (0.006, on_text("ssn", behind(3, transposed))),
    "number_of_relative": (0.003, number_of_relative),
    "email_missing": (0.300, on_text("email", blank)),
    "email_typo": (0.030, on_text("email", mailbox_slip)),
    "alien_missing": (0.030, on_text("alien", blank)),
    "moved": (0.030, moved),
    "no_address": (0.020, no_address),
    "number_slip": (0.020, on_address("number", digit_slip)),
    "street_typo": (0.030, on_address("street", keyed_or_digit)),
    "unit_missing": (0.300, on_address("unit", blank)),
    "town_typo": (0.015, on_address("town", keyed)),
    "town_missing": (0.010, on_address("town", blank)),
    "code_slip": (0.015, on_address("code", digit_slip)),
    "code_missing": (0.015, on_address("code", blank)),
    "phone_slip": (0.015, on_address("phone", phone_slip)),
    "phone_missing": (0.200, on_address("phone", blank)),
    "sex_wrong": (0.003, sex_wrong),
    "sex_missing": (0.010, on_text("sex", blank)),
}


class Spoiler:
    """The operators of one side: `scale` times their rates, except those that `rates` names."""

    def __init__(self, scale, rates, book):
        self.book = book
        unknown = set(rates) - set(OPERATORS)
        assert not unknown, unknown
        chosen = {name: rates.get(name, min(1.0, rate * scale)) for name, (rate, _) in OPERATORS.items()}
        self.steps = [(rate, OPERATORS[name][1]) for name, rate in chosen.items() if rate > 0]

    def spoil(self, r, x):
        for rate, operator in self.steps:
            if x() < rate:
                operator(r, x, self.book)


class CertainSpoiler:
    """One to four errors for every record, of the named operators, equally likely."""

    def __init__(self, names, book):
        self.operators, self.book = [OPERATORS[name][1] for name in names], book

    def spoil(self, r, x):
        wanted, left = 1 + int(x() * 4), list(self.operators)
        while wanted and left:
            operator = left.pop(int(x() * len(left)))
            wanted -= operator(r, x, self.book)
