"""Files that are unkind to a linkage program: the same bytes on every machine, nobody in them exists."""
import os
import random
import shutil

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
WORDS = ["oak", "elm", "mill", "church", "park", "hill", "lake", "river", "bridge", "station", "garden", "market"]


def make(case, rows, scratch):
    """Returns the folder with left.csv, right.csv and truth.csv of a case, made unless it is there."""
    folder = os.path.join(scratch, f"worst-{case}-{rows}".replace(" ", "-"))
    if not os.path.exists(os.path.join(folder, "truth.csv")):
        partial = folder + ".partial"
        shutil.rmtree(partial, ignore_errors=True)
        os.makedirs(partial)
        CASES[case](rows, partial)
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(partial, folder)
    return folder


def identical_names(rows, folder):
    """One given name and one surname for all: nothing tells anybody from anybody, so no pair is known to be true."""
    for side in ("left", "right"):
        records = ((f"SYN-{side[0].upper()}{n:07}", "maria", "garcia") for n in range(rows))
        write(folder, side, ("id", "given_name", "surname"), records)
    write(folder, "truth", ("left_id", "right_id"), [])


def one_name_and_birth_date(rows, folder):
    """All share name and date of birth; home and number tell them apart. Seven in ten are in both files."""
    rng = random.Random(17)
    names = ("id", "given_name", "surname", "date_of_birth", "street_number", "address_1", "suburb", "postcode",
             "soc_sec_id")
    numbers = rng.sample(range(1_000_000), 2 * rows)
    people = [[str(rng.randrange(1, 9000)), f"{rng.choice(WORDS)}{rng.choice(WORDS)} {rng.choice(('street', 'road'))}",
               f"{rng.choice(WORDS)}{rng.choice(('ton', 'ville', 'field'))}", f"{rng.randrange(10_000, 99_999)}",
               f"666{number:06}"] for number in numbers]
    order = list(range(rows * 3 // 10, rows + rows * 3 // 10))
    rng.shuffle(order)
    left = [(f"SYN-L{n:07}", "maria", "garcia", "19700315", *people[n]) for n in range(rows)]
    right = [(f"SYN-R{at:07}", "maria", "garcia", "19700315", *misspelled(people[n], rng))
             for at, n in enumerate(order)]
    write(folder, "left", names, left)
    write(folder, "right", names, right)
    write(folder, "truth", ("left_id", "right_id"),
          [(f"SYN-L{n:07}", f"SYN-R{at:07}") for at, n in enumerate(order) if n < rows])


def misspelled(fields, rng):
    """One field in ten of them is changed by a letter or a digit."""
    return [edited(f, 1, rng) if rng.random() < 0.1 else f for f in fields]


def long_names(rows, folder):
    """Names of 10,000 letters, all different; the right file has them with a hundred changed letters each."""
    rng = random.Random(19)
    text = ["".join(rng.choices(ALPHABET, k=10_000)) for _ in range(2 * rows)]
    dates = [f"{rng.randrange(1930, 2005)}{rng.randrange(1, 13):02}{rng.randrange(1, 29):02}" for _ in range(rows)]
    names = ("id", "given_name", "surname", "date_of_birth")
    write(folder, "left", names,
          [(f"SYN-L{n:07}", text[2 * n], text[2 * n + 1], dates[n]) for n in range(rows)])
    write(folder, "right", names,
          [(f"SYN-R{n:07}", edited(text[2 * n], 100, rng), edited(text[2 * n + 1], 100, rng), dates[n])
           for n in range(rows)])
    write(folder, "truth", ("left_id", "right_id"), [(f"SYN-L{n:07}", f"SYN-R{n:07}") for n in range(rows)])


def edited(text, edits, rng):
    letters = list(text)
    for _ in range(edits):
        at = rng.randrange(len(letters))
        letters[at] = rng.choice("0123456789" if letters[at].isdigit() else ALPHABET)
    return "".join(letters)


def many_columns(rows, folder):
    """100,000 columns: no table of people, so to be refused before it costs anything."""
    names = ["id", "given_name", "surname", *(f"column_{n}" for n in range(100_000 - 3))]
    for side in ("left", "right"):
        records = ((f"SYN-{side[0].upper()}{n:07}", "maria", "garcia", *("x" for _ in names[3:])) for n in range(rows))
        write(folder, side, names, records)
    write(folder, "truth", ("left_id", "right_id"), [])


def write(folder, name, header, records):
    with open(os.path.join(folder, f"{name}.csv"), "w", encoding="utf-8", newline="\n") as f:
        f.write(",".join(header) + "\n")
        f.writelines(",".join(record) + "\n" for record in records)


CASES = {"identical names": identical_names, "one name and birth date": one_name_and_birth_date,
         "long names": long_names, "many columns": many_columns}
