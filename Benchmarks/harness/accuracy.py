"""How right links are: F1 and false links against the true pairs of a corpus."""
import csv
import os

# Where a peer's probabilities are judged; the best of them counts.
THRESHOLDS = (0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999)


def of_links(path, folder):
    """Of our table of pairs: those that were decided to be links."""
    true = truth(folder)
    links = hits = 0
    for left, right, decision in rows(path, "left_id", "right_id", "decision"):
        if decision == "link":
            links += 1
            hits += f"{left}\t{right}" in true
    return figures(links, hits, len(true))


def at_best_threshold(path, folder):
    """Of pairs with probabilities, at the threshold that suits them best: no user could know it."""
    true = truth(folder)
    links, hits = [0] * len(THRESHOLDS), [0] * len(THRESHOLDS)
    for left, right, probability in rows(path, "left_id", "right_id", "match_probability"):
        is_true = f"{left}\t{right}" in true
        for at, least in enumerate(THRESHOLDS):
            if float(probability) < least:
                break
            links[at] += 1
            hits[at] += is_true
    judged = [figures(links[at], hits[at], len(true)) | {"threshold": least} for at, least in enumerate(THRESHOLDS)]
    return max(judged, key=lambda found: found["f1"])


def truth(folder):
    """One text a pair: half the memory of pairs of texts."""
    return {f"{left}\t{right}" for left, right in rows(os.path.join(folder, "truth.csv"), "left_id", "right_id")}


def rows(path, *columns):
    with open(path, encoding="utf-8", newline="") as f:
        table = csv.reader(f)
        header = next(table)
        places = [header.index(column) for column in columns]
        for row in table:
            yield [row[place] for place in places]


def figures(links, hits, true):
    return {"truePairs": true, "links": links, "falseLinks": links - hits,
            "f1": 2 * hits / (links + true) if links or true else 1.0}
