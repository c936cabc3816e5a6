"""Inputs of the kernel benchmarks: the same bytes on every machine."""
import csv
import os
import random
import struct

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NAMES = os.path.join(ROOT, "Corpora", "Names")
TEXTS, PAIRS = 30_000, 1_000_000


def make(name, folder):
    """Returns paths of left, right and pairs, written into the folder unless they are there."""
    paths = [os.path.join(folder, f"{name}.{part}") for part in ("left", "right", "pairs")]
    if not all(os.path.exists(p) for p in paths):
        os.makedirs(folder, exist_ok=True)
        {"names": single, "full-names": full}[name](*paths)
    return paths


def column(file, key):
    with open(os.path.join(NAMES, file), encoding="utf-8", newline="") as f:
        names = {row[key].lower() for row in csv.DictReader(line for line in f if not line.startswith("#"))}
    return sorted(n for n in names if n.isascii())


def single(left, right, pairs):
    """30,000 names of one word or two, 3 to 16 letters: surnames, given names, double surnames."""
    rng = random.Random(7)
    surnames, given = column("surnames.csv", "name"), column("given-us.csv", "name")
    names = sorted(set(surnames) | set(given))
    seen = set(names)
    while len(names) < TEXTS:
        double = rng.choice(surnames) + rng.choice("- ") + rng.choice(surnames)
        if len(double) <= 16 and double not in seen:
            seen.add(double)
            names.append(double)
    rng.shuffle(names)
    write(names[:TEXTS], left, right, pairs, rng)


def full(left, right, pairs):
    """Given name, sometimes an initial, and surname: 9 to 30 letters."""
    rng = random.Random(11)
    surnames, given = column("surnames.csv", "name"), column("given-us.csv", "name")
    names = set()
    while len(names) < TEXTS:
        middle = rng.choice(["", "", rng.choice("abcdejlmrst") + " "])
        names.add(f"{rng.choice(given)} {middle}{rng.choice(surnames)}")
    names = sorted(names)
    rng.shuffle(names)
    write(names, left, right, pairs, rng)


def write(names, left, right, pairs, rng):
    for path in (left, right):
        with open(path, "w", encoding="utf-8", newline="\n") as f:
            order = list(names)
            if path == right:
                rng.shuffle(order)
            f.writelines(n + "\n" for n in order)
    numbers = [rng.randrange(len(names)) for _ in range(2 * PAIRS)]
    with open(pairs, "wb") as f:
        f.write(struct.pack(f"<{len(numbers)}I", *numbers))
