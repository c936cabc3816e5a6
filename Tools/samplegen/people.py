"""Households of made-up people: couples, children, twins, Jr and Sr, each person with one true set of facts."""
from .names import Weighted

MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIRST_OF_JANUARY = {"us": 0.003, "german": 0.001, "spanish": 0.012, "vietnamese": 0.05, "arabic": 0.12}
COUNTRIES = {"spanish": [("MEXICO", 70), ("GUATEMALA", 9), ("EL SALVADOR", 9), ("HONDURAS", 8), ("COLOMBIA", 4)],
             "vietnamese": [("VIETNAM", 100)],
             "arabic": [("IRAQ", 30), ("SOMALIA", 22), ("SYRIA", 14), ("YEMEN", 10), ("EGYPT", 10), ("SUDAN", 8), ("JORDAN", 6)],
             "us": [("CANADA", 25), ("UNITED KINGDOM", 18), ("JAMAICA", 22), ("NIGERIA", 18), ("GHANA", 9), ("HAITI", 8)],
             "german": [("GERMANY", 100)]}
RACES = {"us": [("WHITE", 66), ("BLACK", 26), ("OTHER", 8)], "spanish": [("WHITE", 55), ("HISPANIC", 40), ("OTHER", 5)],
         "vietnamese": [("ASIAN", 95), ("OTHER", 5)], "arabic": [("WHITE", 60), ("BLACK", 20), ("OTHER", 20)],
         "german": [("WHITE", 100)]}
COUNTRIES = {origin: Weighted(pairs) for origin, pairs in COUNTRIES.items()}
RACES = {origin: Weighted(pairs) for origin, pairs in RACES.items()}


class Person:
    """What is true of one person; `household` holds everybody of the home, this person too."""
    __slots__ = ("origin", "given", "middle", "surname", "maternal", "maiden", "suffix", "year", "month", "day", "sex",
                 "serial", "home", "moved", "household", "convention", "race", "height", "country")


class HouseholdMaker:
    """Endless households. `kin` makes many look-alikes; `mix` weighs the origins; `registrable` bounds the birth years."""

    def __init__(self, book, gazetteer, mix, x, kin=False):
        self.book, self.gazetteer, self.x, self.kin = book, gazetteer, x, kin
        self.origins = Weighted(sorted(mix.items()))
        self.kinds = Weighted([("single", 5), ("couple", 10), ("family", 75), ("parent", 10)] if kin else
                              [("single", 34), ("couple", 26), ("family", 30), ("parent", 10)])
        self.twins, self.juniors = (0.22, 0.40) if kin else (0.03, 0.07)
        self.serial = 0

    def household(self):
        x, members = self.x, []
        origin, home = self.origins.draw(x), self.gazetteer.address(x)
        moved = self.gazetteer.address(x) if x() < 0.10 else None
        kind = self.kinds.draw(x)
        year = 1935 + int(x() * 66)
        father = mother = None
        if kind in ("couple", "family") or x() < 0.5:
            father = self.person(origin, "M", year, self.book.surname(origin, x))
            members.append(father)
        if kind in ("couple", "family") or not father:
            mother = self.person(origin, "F", year + int(x() * 9) - 4, self.book.surname(origin, x))
            members.append(mother)
        if father and mother:
            self.marry(father, mother)
        if kind in ("family", "parent"):
            members.extend(self.children(origin, father, mother))
        for member in members:
            member.home, member.household = home, members
            member.moved = moved or (self.gazetteer.address(x) if x() < 0.04 else home)
        return members

    def person(self, origin, sex, year, surname, maternal=None):
        x, p = self.x, Person()
        p.origin, p.sex, p.surname, p.year, p.suffix, p.maiden = origin, sex, surname, year, "", ""
        p.maternal = maternal or self.book.surname("spanish", x) if origin == "spanish" else ""
        p.given = self.book.given_name(origin, sex, year, x)
        p.middle = self.book.middle(origin, sex, year, x)
        if x() < FIRST_OF_JANUARY[origin]:
            p.month, p.day = 1, 1
        else:
            p.month = 1 + int(x() * 12)
            p.day = 1 + int(x() * MONTH_DAYS[p.month - 1])
        p.serial = self.serial
        self.serial += 1
        p.convention, p.race = x(), RACES[origin].draw(x)
        p.height = f"{5 if x() < 0.85 else 6}{int(x() * 12):02d}"
        p.country = ""
        return p

    def marry(self, husband, wife):
        keeps = {"spanish": 0.75, "vietnamese": 0.85, "arabic": 0.7}.get(wife.origin, 0.25)
        if self.x() >= keeps:
            wife.maiden, wife.surname = wife.surname, husband.surname

    def children(self, origin, father, mother):
        x, out = self.x, []
        older = mother or father
        family_name = (father or mother).surname
        maternal = (mother.maiden or mother.surname) if father and mother and origin == "spanish" else None
        year = older.year + 18 + int(x() * 14)
        for _ in range(1 + int(x() * (5 if self.kin else 3))):
            if year > 2021:
                break
            sex = "M" if x() < 0.51 else "F"
            child = self.person(origin, sex, year, family_name, maternal)
            out.append(child)
            if sex == "M" and father and not father.suffix and x() < self.juniors:
                child.given, child.middle, child.suffix = father.given, father.middle, "Jr"
                father.suffix = "Sr"
            elif self.kin and x() < 0.4:
                self.alliterate(child, out[0])
            if x() < self.twins:
                out.append(self.twin(child, family_name, maternal))
            year += 1 + int(x() * 6)
        return out

    def twin(self, child, family_name, maternal):
        sex = child.sex if self.x() < 0.65 else "FM"[child.sex == "F"]
        other = self.person(child.origin, sex, child.year, family_name, maternal)
        other.month, other.day = child.month, child.day
        if self.x() < 0.4:
            self.alliterate(other, child)
        if other.given == child.given:
            other.given = other.given + ("a" if sex == "F" else "o")
        return other

    def alliterate(self, person, sibling):
        """A given name with the sibling's initial, if a few draws find one."""
        for _ in range(8):
            name = self.book.given_name(person.origin, person.sex, person.year, self.x)
            if name[0] == sibling.given[0] and name != sibling.given:
                person.given = name
                return


def birth_country(person, x, abroad):
    """Where the person was born; drawn when the person enters a file, since a registry holds people born abroad."""
    return COUNTRIES[person.origin].draw(x) if x() < abroad else "UNITED STATES"
