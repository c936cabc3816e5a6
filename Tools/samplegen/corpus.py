"""The corpus of one habit: who is in which file, their records, and the five files written in a shuffled order."""
import os
import tempfile
from array import array
from random import Random

from .errors import CertainSpoiler, Record, Spoiler
from .habits import HABITS
from .layouts import SYNONYMS
from .names import NameBook
from .people import HouseholdMaker, birth_country
from .places import Gazetteer

NUMBERS = 99 * 9999                     # groups 01-99 and serials 0001-9999 of one SSN area
NINES = 100 * 49 * 9999                 # areas 900-999, groups 01-49, in which there are no ITINs either
LEFT, RIGHT, BOTH = 1, 2, 3


class Numbers:
    """Identifiers in ranges never issued: SSN areas 666 and 000, then 900-999; A-numbers that begin with 9. One to a person."""

    def __init__(self, x):
        self.offset = int(x() * NUMBERS)

    def ssn(self, serial):
        round_, k = divmod(serial, NUMBERS)                # the factors share no divisor with the count: no repeats
        if round_ < 2:
            k = (k * 618_023 + self.offset) % NUMBERS
            return f"{'666' if round_ == 0 else '000'}{k // 9999 + 1:02d}{k % 9999 + 1:04d}"
        k = ((serial - 2 * NUMBERS) * 10_000_019 + self.offset) % NINES
        return f"{900 + k // (49 * 9999)}{k // 9999 % 49 + 1:02d}{k % 9999 + 1:04d}"

    def alien(self, serial, dashed):
        digits = f"9{(serial * 61_803_399 + self.offset) % 10**8:08d}"
        return f"A{digits[:3]}-{digits[3:6]}-{digits[6:]}" if dashed else "A" + digits


class ShuffledTable:
    """Rows kept in scattered temporary files, then written in random order with ids that tell nothing."""

    def __init__(self, path, prefix, side, columns, expected, x, scratch):
        self.path, self.prefix, self.side, self.columns, self.x = path, prefix, side, columns, x
        buckets = 1 + expected // 100_000
        self.buckets = [tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", dir=scratch) for _ in range(buckets)]
        self.entities, self.households, self.rows = array("q"), array("q"), 0

    def add(self, entity, household, cells):
        line = ",".join(['"' + c.replace('"', '""') + '"' if "," in c or '"' in c else c for c in cells])
        self.buckets[int(self.x() * len(self.buckets))].write(f"{entity}\t{household}\t{line}\n")
        self.rows += 1

    def identifier(self, position):
        """Of one width within a table, so that sorting as text is sorting as numbers."""
        return f"SYN-{self.prefix}{position + 1:0{len(str(self.rows))}d}"

    def finish(self):
        numbered = [self.side.row_number] if self.side.row_number else []
        with open(self.path, "w", encoding="utf-8", newline="\n") as out:
            out.write(",".join(numbered + [self.side.id_name] + self.columns) + "\n")
            for bucket in self.buckets:
                bucket.seek(0)
                lines = bucket.readlines()
                bucket.close()
                x = self.x
                for _, line in sorted([(x(), line) for line in lines]):
                    entity, household, cells = line.split("\t", 2)
                    position = len(self.entities)
                    self.entities.append(int(entity))
                    self.households.append(int(household))
                    number = f"{position + 1}," if numbered else ""
                    out.write(f"{number}{self.identifier(position)},{cells}")


class CorpusMaker:
    """Draws people, decides who is in which file, and writes."""

    def __init__(self, habit_name, people, overlap, seed, lists, rename=False):
        self.habit, self.people = HABITS[habit_name], people
        self.overlap = self.habit.overlap if overlap is None else overlap
        stream = lambda name: Random(f"{seed}/{habit_name}/{name}").random
        self.x, self.shuffle_left, self.shuffle_right = stream("people"), stream("left"), stream("right")
        self.book = NameBook(lists)
        self.book.gazetteer = Gazetteer(self.habit.country)
        self.numbers = Numbers(stream("numbers"))
        self.book.number_of = lambda person: self.numbers.ssn(person.serial)
        self.maker = HouseholdMaker(self.book, self.book.gazetteer, self.habit.mix, self.x, self.habit.kin)
        self.left_spoiler = Spoiler(self.habit.left.scale, self.habit.left.rates, self.book)
        self.right_spoiler = (CertainSpoiler(self.habit.certain, self.book) if self.habit.certain
                              else Spoiler(self.habit.right.scale, self.habit.right.rates, self.book))
        names = stream("columns")
        self.left_columns = self.headers(self.habit.left, names if rename else None)
        self.right_columns = self.headers(self.habit.right, names if rename else None)

    @staticmethod
    def headers(side, x):
        out = []
        for name, _ in side.columns:
            others = [s for s in SYNONYMS.get(name, ()) if s not in out and s not in dict(side.columns)]
            out.append(others[int(x() * len(others))] if x and others and x() < 0.7 else name)
        return out

    def write(self, folder):
        both = round(self.people * self.overlap)
        quota = {BOTH: both, LEFT: self.people - both, RIGHT: self.people - both}
        rows = int(self.people * sum(n * p for n, p in enumerate(self.habit.copies, 1)))
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            left = ShuffledTable(os.path.join(folder, "left.csv"), "L", self.habit.left, self.left_columns, rows,
                                 self.shuffle_left, scratch)
            right = ShuffledTable(os.path.join(folder, "right.csv"), "R", self.habit.right, self.right_columns, rows,
                                  self.shuffle_right, scratch)
            self.draw(quota, left, right)
            left.finish()
            right.finish()
        pairs = write_truth(os.path.join(folder, "truth.csv"), left, right)
        write_key(os.path.join(folder, "entities.csv"), "record_id,entity_id", "E", left, right, "entities")
        write_key(os.path.join(folder, "households.csv"), "record_id,household", "H", left, right, "households")
        return len(left.entities), len(right.entities), pairs

    def draw(self, quota, left, right):
        x, home = self.x, 0
        remaining = sum(quota.values())
        while remaining:
            for person in self.maker.household():
                if self.habit.adults and person.year > 2006 or not remaining:
                    continue
                at, where = x() * remaining, BOTH
                for where, count in quota.items():       # so that the counts come out exact
                    at -= count
                    if at < 0:
                        break
                quota[where] -= 1
                remaining -= 1
                person.country = birth_country(person, x, 0.97 if where & RIGHT else 0.3)
                if where & LEFT:
                    self.add(left, person, home, False)
                if where & RIGHT:
                    self.add(right, person, home, True)
            home += 1

    def add(self, table, person, home, is_right):
        x = self.x
        spoiler = self.right_spoiler if is_right else self.left_spoiler
        copies, at = 1, x()
        for chance in self.habit.copies[:-1]:
            at -= chance
            if at < 0:
                break
            copies += 1
        for _ in range(copies):
            r = self.record(person, is_right)
            spoiler.spoil(r, x)
            table.add(person.serial, home, [write(r, x) for _, write in table.side.columns])

    def record(self, person, is_right):
        """The person's facts as this file would hold them without an error."""
        x, r = self.x, Record()
        r.person, r.given, r.middle, r.surname, r.maternal = person, person.given, person.middle, person.surname, person.maternal
        r.suffix, r.sex, r.country = person.suffix, person.sex, person.country
        if r.suffix == "Sr" and x() < 0.6:
            r.suffix = ""                                   # many a father is Sr only where the son is known
        r.year, r.month, r.day = person.year, person.month, person.day
        r.ssn = self.numbers.ssn(person.serial)
        r.alien = self.numbers.alien(person.serial, x() < 0.3)
        r.address = person.moved if is_right else person.home
        domain = ("com", "net", "org")[person.serial % 3]    # example.com and its like are kept for examples
        r.email = f"{person.given[:1]}{person.surname.replace(' ', '')}{person.serial % 97}@example.{domain}"
        if person.maternal and not self.habit.double_surnames:
            self.fit_double_surname(r)
        return r

    def fit_double_surname(self, r):
        """Two surnames in a layout made for one: both, the first, the second as the last, or hyphenated."""
        x = self.x
        way = x() if x() < 0.4 else r.person.convention
        if way < 0.35:
            pass
        elif way < 0.80:
            r.surname = f"{r.surname} {r.maternal}"
        elif way < 0.92:
            r.middle, r.surname = r.surname, r.maternal
        else:
            r.surname = f"{r.surname}-{r.maternal}"


def write_truth(path, left, right):
    mates = {}
    for position, entity in enumerate(right.entities):
        mates.setdefault(entity, []).append(position)
    pairs = 0
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("left_id,right_id\n")
        for position, entity in enumerate(left.entities):
            for other in mates.get(entity, ()):
                out.write(f"{left.identifier(position)},{right.identifier(other)}\n")
                pairs += 1
    return pairs


def write_key(path, header, letter, left, right, kind):
    """Entity and household names count in the order of the files: drawing order would tell who lives with whom."""
    numbers = {}
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(header + "\n")
        for table in (left, right):
            for position, value in enumerate(getattr(table, kind)):
                number = numbers.setdefault(value, len(numbers) + 1)
                out.write(f"{table.identifier(position)},{letter}{number:06d}\n")
