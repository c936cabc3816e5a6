"""Names: the heads of the lists in Corpora/Samples/lists by frequency, and composed names for the long tail.

The tails are put together from syllables by the tables below, so that a million people do not share a thousand
surnames. A composed name may by chance be a real one; it says nothing of anybody.
"""
import os
import unicodedata
from bisect import bisect_right
from itertools import accumulate

COHORT_ENDS = (1954, 1979, 1999)                  # the birth years that end the first three columns of given-us.txt

US_TAIL = (
    "Al Ash Bar Bel Ben Ber Blan Bor Brad Bran Bur Cal Cam Car Chal Clay Col Cor Cran Dal Dar Del Den Dor Dun Ed El Far "
    "Fen Fin For Gal Gar Gil Glen Gran Hal Ham Har Has Hen Hol Hor Hum Kel Ken Kin Lan Lar Lin Lock Mal Mar Mel Mer Mil "
    "Mor Nor Ol Pal Par Pem Pen Per Pres Quin Ral Ram Ren Rid Ros Rut Sal San Sel Shel Stan Sten Stor Sut Tal Tan Thor "
    "Tor Tren Val Ver Wal War Wel Wes Whit Wil Win Wor Yar Zel".split(),
    ["", "a", "e", "i", "o", "ber", "der", "ing", "ker", "ler", "ling", "man", "ring", "ter", "ston"],
    "well ford ton man by ley ham son er ski ska witz berg stein mann den more mond gate field wood worth wick bury croft "
    "shaw land low lin nett nelli etti ano ini esco ovic enko sen quist strom gren dahl vig eau ette ard rand kamp "
    "haven idge".split())
SPANISH_TAIL = (
    "Al Am An Ar Ball Bar Ben Berm Bol Cab Cal Cam Cand Car Cas Cerv Cor Del Esp Est Fal Fer Fig Gal Gar Gran Guer Her "
    "Hon Jar Lar Led Lor Mal Man Mar Med Mer Mir Mon Mor Nav Ol Ord Pal Par Ped Per Pin Qui Ram Reg Rib Rob Ros Sal San "
    "Seg Ser Sol Tal Ter Tor Urb Val Var Ver Vill Zam Zar".split(),
    ["", "a", "e", "i", "o", "and", "ent", "arr", "err", "ond", "ill"],
    "ares edo ona ales ano anza uela eda illo osa ete uro arena ejo iaga ondo ero era ado ada ino ina ez "
    "inez eno ena ito oya ubia uri".split())
ARABIC_TAIL = (
    ["Al-", "El ", "Abu ", "Bin ", ""],
    "Bagh Dam Hal Hom Bas Naj Kar Mos Sam Tik Fal Ram Kuf Jaf Nab Qud Yam Ham Sal Far Mus Nas Tar Zub Shar Bad Muh".split(),
    "dadi ashi abi si rawi afi bali uli arri riti luji adi awi ari lusi si ani dani imi isi tafi siri iqi aidi ifi awi".split())
GERMAN_TAIL = (
    "Alt Am Bach Berg Birk Blum Brand Breit Buch Dorn Eber Eich Eisen Erl Falk Feld Frey Gold Grün Hage Hart Hein Hirsch "
    "Holz Kalt Kirch Kron Lehn Lind Löff Mark Mühl Neu Nieder Ober Ost Rhein Riem Roth Sand Schön Stein Stroh Thal Wald "
    "Weid Wein West Wild Zorn".split(),
    ["", "el", "en", "er", "ing", "ler"],
    "mann bauer berg hoff meier müller stein feld bach huber wald auer ner haus thaler rich hardt acker".split())
GIVEN_TAIL = {
    "M": ("Ja Da Ka Tre La Bray Jay De Ke Ma Za Ty Ro An Ter Cor Bran Dar Kel Lan Rash Quin Des Mal Al".split(),
          ["", "ma", "vi", "shau", "ri", "len", "mar"],
          "on n rius vion den ton lin cus sean rell vonte mir wan ell".split()),
    "F": ("Ja Da Ka Tre La Bray Jay De Ke Ma Za Ty Ro An Ter Ali Bri Cas Dan El Kel Lan Mar Nat Shan".split(),
          ["", "ni", "ri", "li", "shau", "mar", "len"],
          "sha nae lyn elle ia esha na ann ette dra isse a yah ra".split()),
}
TAIL_SHARE = {"us": 0.52, "spanish": 0.27, "arabic": 0.30, "german": 0.45, "vietnamese": 0.0}
GIVEN_TAIL_SHARE = 0.06


class Weighted:
    """A list drawn from by weight."""

    def __init__(self, pairs):
        self.values = [value for value, _ in pairs]
        self.ends = list(accumulate(weight for _, weight in pairs))

    def draw(self, x):
        return self.values[bisect_right(self.ends, x() * self.ends[-1])]


class Composed:
    """Names put together from three parts; lower ranks are commoner, and rank says nothing of spelling."""

    def __init__(self, parts):
        self.first, self.second, self.third = parts
        self.size = len(self.first) * len(self.second) * len(self.third)
        self.step = 7919                                    # a prime larger than any part list: visits every name
        assert self.size % self.step

    def draw(self, x):
        rank = int(self.size * x() ** 1.6)
        code = rank * self.step % self.size
        code, a = divmod(code, len(self.first))
        c, b = divmod(code, len(self.second))
        first, second, third = self.first[a], self.second[b], self.third[c]
        if second and third[0] in "aeiou" and (first + second)[-1] in "aeiou":
            second = second[:-1]
        return first + second + third


def by_rank(values):
    return Weighted([(value, 1 / (rank + 6)) for rank, value in enumerate(values)])


class NameBook:
    """Every list, loaded once."""

    def __init__(self, folder):
        self.folder = folder
        self.variants = {}                                  # spelling -> other spellings of the same name
        self.nicknames = {row[0]: row[1].split("|") for row in self.rows("nicknames")}
        self.surnames, self.given, self.middles = {}, {}, {}
        self.tails = {"us": Composed(US_TAIL), "spanish": Composed(SPANISH_TAIL), "arabic": Composed(ARABIC_TAIL),
                      "german": Composed(GERMAN_TAIL)}
        self.given_tails = {sex: Composed(parts) for sex, parts in GIVEN_TAIL.items()}
        self.load_us()
        self.load_spanish()
        self.load_kinds("german")
        self.load_kinds("arabic")
        self.load_vietnamese()

    def rows(self, name):
        with open(os.path.join(self.folder, name + ".txt"), encoding="utf-8") as stream:
            return [line.rstrip("\n").split("\t") for line in stream if line.strip() and not line.startswith("#")]

    def load_us(self):
        self.surnames["us"] = Weighted([(name, int(count)) for name, count in self.rows("surnames-us")])
        rows = self.rows("given-us")
        for sex in "FM":
            for cohort in range(4):
                cells = [(row[0], int(row[2 + cohort])) for row in rows if row[1] == sex and int(row[2 + cohort])]
                self.given["us", sex, cohort] = Weighted(cells)

    def load_spanish(self):
        self.surnames["spanish"] = Weighted([(name, int(count)) for name, count in self.rows("surnames-spanish")])
        for sex in "FM":
            self.given["spanish", sex] = by_rank([row[0] for row in self.rows("given-spanish") if row[1] == sex])

    def load_kinds(self, origin):
        for row in self.rows(origin):
            spellings = list(dict.fromkeys(row[2].split("|")))
            if len(spellings) > 1:
                for spelling in spellings:
                    self.variants.setdefault(spelling, [s for s in spellings if s != spelling])
        kinds = {("surname", "-"): (origin, None), ("given", "M"): (origin, "M"), ("given", "F"): (origin, "F")}
        for (kind, sex), key in kinds.items():
            drawn = by_rank([row[2].split("|") for row in self.rows(origin) if row[0] == kind and row[1] == sex])
            if sex == "-":
                self.surnames[origin] = drawn
            else:
                self.given[key] = drawn

    def load_vietnamese(self):
        rows = self.rows("vietnamese")
        self.surnames["vietnamese"] = Weighted([(r[1], int(r[3])) for r in rows if r[0] == "surname"])
        for sex in "FM":
            self.given["vietnamese", sex] = Weighted([(r[1], int(r[3])) for r in rows if r[0] == "given" and r[2] == sex])
            self.middles[sex] = Weighted([(r[1], int(r[3])) for r in rows if r[0] == "middle" and r[2] == sex])

    def surname(self, origin, x):
        if x() < TAIL_SHARE[origin]:
            return self.tails[origin].draw(x)
        return spelled(self.surnames[origin].draw(x), x)

    def given_name(self, origin, sex, year, x):
        if origin == "us":
            if x() < GIVEN_TAIL_SHARE:
                return self.given_tails[sex].draw(x)
            cohort = sum(year > end for end in COHORT_ENDS)
            return self.given["us", sex, cohort].draw(x)
        return spelled(self.given[origin, sex].draw(x), x)

    def middle(self, origin, sex, year, x):
        if origin == "vietnamese":
            name = self.middles[sex].draw(x)
            return name + " " + self.given_name(origin, sex, year, x) if x() < 0.25 else name
        if origin == "spanish" and x() < 0.55 or origin == "german" and x() < 0.75 or x() < 0.15:
            return ""
        return self.given_name(origin, sex, year, x)


def spelled(drawn, x):
    """One spelling of a name that has several: the first half of the time."""
    if isinstance(drawn, str):
        return drawn
    return drawn[0] if x() < 0.5 else drawn[int(x() * len(drawn))]


SPECIAL = str.maketrans({"đ": "d", "Đ": "D", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "’": "'"})
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
FOLDED = {}


def fold(text):
    """Without accents, in ASCII."""
    if text.isascii():
        return text
    known = FOLDED.get(text)
    if known is None:
        parts = unicodedata.normalize("NFD", text.translate(SPECIAL))
        known = "".join(c for c in parts if not unicodedata.combining(c))
        if len(FOLDED) < 200_000:
            FOLDED[text] = known
    return known


def unfold_umlauts(text):
    """Ü as UE: what German forms do without umlauts."""
    return text if text.isascii() else fold(text.translate(UMLAUTS))
