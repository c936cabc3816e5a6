"""Answers one kernel task a line with a peer: JSON in, JSON out, as scruple-bench does.

    .venv/bin/python kernels.py rapidfuzz|duckdb|anonlink
"""
import json
import sys
import time

import numpy as np

ENGINE = sys.argv[1]
KEPT = {}


def kept(path, read):
    if path not in KEPT:
        KEPT[path] = read(path)
    return KEPT[path]


def texts(path):
    return kept(path, lambda p: open(p, encoding="utf-8").read().splitlines())


def pairs(path):
    def read(p):
        numbers = np.fromfile(p, dtype="<u4")
        return numbers[: len(numbers) // 2], numbers[len(numbers) // 2:]
    return kept(path, read)


def timed(work):
    cpu, wall = time.process_time(), time.monotonic()
    result = work()
    return result, time.process_time() - cpu, time.monotonic() - wall


def checksum(values):
    """Distances as they are, single-precision similarities by their bits: as in scruple-bench."""
    values = np.ascontiguousarray(values)
    if values.dtype == np.float32:
        values = values.view(np.uint32)
    return int(values.sum(dtype=np.uint64))


def rapidfuzz(task):
    from rapidfuzz import distance, process
    kernel = task["kernel"]
    scorer, dtype = {
        "jaroWinkler": (distance.JaroWinkler.similarity, np.float32),
        "jaro": (distance.Jaro.similarity, np.float32),
        "levenshtein": (distance.Levenshtein.distance, np.uint8),
        "optimalStringAlignment": (distance.OSA.distance, np.uint8),
        "damerauLevenshtein": (distance.DamerauLevenshtein.distance, np.uint8),
        "indel": (distance.Indel.distance, np.uint8),
    }[kernel]
    left, right = texts(task["left"]), texts(task["right"])
    if task["shape"] == "oneAgainstMany":
        left = left[: task["queries"]]
        out, cpu, wall = timed(lambda: process.cdist(left, right, scorer=scorer, dtype=dtype, workers=1))
        return len(left) * len(right), checksum(out), cpu, wall
    a, b = pairs(task["pairs"])
    left, right = [left[i] for i in a], [right[i] for i in b]
    out, cpu, wall = timed(lambda: process.cpdist(left, right, scorer=scorer, dtype=dtype, workers=1))
    return len(a), checksum(out), cpu, wall


def duckdb(task):
    import duckdb
    import pyarrow as pa
    if "connection" not in KEPT:
        KEPT["connection"] = duckdb.connect(config={"threads": 1})
    connection = KEPT["connection"]
    table = "pairs_" + str(abs(hash((task["left"], task["right"], task["pairs"]))))
    if table not in KEPT:
        a, b = pairs(task["pairs"])
        left, right = pa.array(texts(task["left"])), pa.array(texts(task["right"]))
        source = pa.table({"a": left.take(pa.array(a)), "b": right.take(pa.array(b))})
        connection.register("source", source)
        connection.execute(f"CREATE TABLE {table} AS SELECT * FROM source")
        connection.unregister("source")
        KEPT[table] = len(a)
    function = {
        "jaroWinkler": "jaro_winkler_similarity", "levenshtein": "levenshtein",
        "damerauLevenshtein": "damerau_levenshtein", "jaro": "jaro_similarity",
    }[task["kernel"]]
    query = f"SELECT sum({function}(a, b)) FROM {table}"
    out, cpu, wall = timed(lambda: connection.execute(query).fetchone()[0])
    # A sum of similarities is no checksum; distances are.
    return KEPT[table], int(out) if "evenshtein" in task["kernel"] else None, cpu, wall


def anonlink(task):
    from anonlink.similarities import dice_coefficient
    from bitarray import bitarray

    def filters(path):
        data = open(path, "rb").read()
        result = []
        for start in range(0, len(data), 128):
            bits = bitarray(endian="little")
            bits.frombytes(data[start:start + 128])
            result.append(bits)
        return result

    left = kept(task["left"], filters)[: task["queries"]]
    right = kept(task["right"], filters)
    out, cpu, wall = timed(lambda: dice_coefficient([left, right], task["threshold"]))
    return len(left) * len(right), len(out[0]), cpu, wall


def main():
    engine = {"rapidfuzz": rapidfuzz, "duckdb": duckdb, "anonlink": anonlink}[ENGINE]
    for line in sys.stdin:
        count, total, cpu, wall = engine(json.loads(line))
        print(json.dumps({"pairs": count, "checksum": total, "cpuSeconds": cpu, "wallSeconds": wall,
                          "layoutCPUSeconds": 0.0}), flush=True)


main()
