"""Inputs of the kernel benchmarks: the same bytes on every machine."""
import csv
import hashlib
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
        {"names": single, "double-names": double, "full-names": full, "filters": filters}[name](*paths)
    return paths


def column(file, key):
    with open(os.path.join(NAMES, file), encoding="utf-8", newline="") as f:
        names = {row[key].lower() for row in csv.DictReader(line for line in f if not line.startswith("#"))}
    return sorted(n for n in names if n.isascii())


def single(left, right, pairs):
    """Every surname and given name of the lists that is ASCII: as a column of distinct names has them."""
    rng = random.Random(7)
    names = sorted(set(column("surnames.csv", "name")) | set(column("given-us.csv", "name")))
    rng.shuffle(names)
    write([n for n in names if len(n) <= 16], left, right, pairs, rng)


def double(left, right, pairs):
    """30,000 names of up to 16 letters, more than half of them double: 10 letters in the mean, twice the cells."""
    rng = random.Random(7)
    surnames = column("surnames.csv", "name")
    names = sorted(set(surnames) | set(column("given-us.csv", "name")))
    seen = set(names)
    while len(names) < TEXTS:
        double = rng.choice(surnames) + rng.choice("- ") + rng.choice(surnames)
        if len(double) <= 16 and double not in seen:
            seen.add(double)
            names.append(double)
    rng.shuffle(names)
    write(names[:TEXTS], left, right, pairs, rng)


def filters(left, right, pairs):
    """10,000 filters of 1,024 bits on either side: 15 bits for each pair of letters of a full name."""
    rng = random.Random(13)
    surnames, given = column("surnames.csv", "name"), column("given-us.csv", "name")
    for path in (left, right):
        with open(path, "wb") as f:
            for _ in range(10_000):
                f.write(bloom(f"{rng.choice(given)} {rng.choice(surnames[:2000])}"))
    open(pairs, "wb").close()


def bloom(name):
    bits = 0
    for at in range(len(name) - 1):
        digest = hashlib.blake2b(name[at:at + 2].encode(), digest_size=30).digest()
        for place in range(0, 30, 2):
            bits |= 1 << (int.from_bytes(digest[place:place + 2], "little") & 1023)
    return bits.to_bytes(128, "little")


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
