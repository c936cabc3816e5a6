"""What a definition expects of a row of figures, and what it asks for: wrong results and missed bars."""
import operator

from .programs import Failure, OURS

# What `expected` may hold: the figure, how it must stand to the bound, and in words how it does not.
EXPECTED = {
    "exitStatus": ("exitStatus", operator.eq, "not"),
    "records": ("records", operator.eq, "not"),
    "truePairs": ("truePairs", operator.eq, "not"),
    "leastF1": ("f1", operator.ge, "less than"),
    "mostFalseLinks": ("falseLinks", operator.le, "more than"),
    "mostLinks": ("links", operator.le, "more than"),
    "mostCandidatePairs": ("candidatePairs", operator.le, "more than"),
    "leastSkippedPairs": ("skippedPairs", operator.ge, "less than"),
    "mostAllocationsPerRecord": ("allocationsPerRecord", operator.le, "more than"),
}
# Of these, more is better; of all others less.
MORE_IS_BETTER = {"f1"}


def faults(expected, counts):
    """What is wrong with the counts of one program; empty if nothing is."""
    ended = expected.get("exitStatus", counts.get("exitStatus"))
    if counts.get("exitStatus") != ended:
        return [f"exit status is {counts['exitStatus']}, not {ended}"]
    found = []
    for key, bound in expected.items():
        if key not in EXPECTED:
            raise Failure(f"a definition expects '{key}', which nothing here judges")
        name, holds, words = EXPECTED[key]
        # Allocations cannot be counted everywhere.
        if name not in counts and name != "allocationsPerRecord":
            found.append(f"{name} is not told")
        elif name in counts and not holds(counts[name], bound):
            found.append(f"{name} is {counts[name]:.7g}, {words} {bound:.7g}")
    return found


def wrong(definition, row):
    """Where our runs are not as expected, differ from run to run or by variant, and where a peer read less."""
    ours = own(row)
    out = []
    for name, found in ours.items():
        out += [f"{name}: {fault}" for fault in faults(definition["expected"], found["counts"])]
        if not found["isTheSameEachTime"]:
            out.append(f"{name}: counts differ from run to run")
    records = definition["expected"].get("records")
    out += [f"{peer} reads {found['counts']['records']} records" for peer, found in row["figures"].items()
            if peer not in ours and found["counts"].get("records", records) != records]
    if len({found["counts"].get("linksDigest") for found in ours.values()}) > 1:
        out.append("the variants come to different links")
    return [f"{row['name']}: {fault}" for fault in out]


def own(row):
    return {name: found for name, found in row["figures"].items() if name.startswith(OURS)}


def missed(definition, row):
    """Bars that the medians do not reach."""
    out = [f"{ratio['of']} is {ratio['value']:.2f}, not {ratio['least']:g}"
           for ratio in row["ratios"] if ratio["least"] and ratio["value"] < ratio["least"]]
    for name, found in own(row).items():
        out += [f"{name}: {key} is {found[key]['median']:.6g}, more than {most:g}"
                for key, most in definition.get("limits", {}).items() if found[key]["median"] > most]
        out += [f"{name}: {stage} does {found['rates'][stage]['perSecond']:.4g} {found['rates'][stage]['unit']} a "
                f"second, not {least:.4g}" for stage, least in definition.get("leastRates", {}).items()
                if found["rates"][stage]["perSecond"] < least]
        out += [f"{name}: {figure} is {found['counts'][figure]:.7g}, worse than {peer}'s {theirs:.7g}"
                for peer, figure, theirs in worse(definition, row, found["counts"])]
    return [f"{row['name']}: {miss}" for miss in out]


def worse(definition, row, counts):
    for peer, names in definition.get("noWorseThan", {}).items():
        theirs = row["figures"].get(peer, {}).get("counts")
        for name in names if theirs else ():
            holds = operator.ge if name in MORE_IS_BETTER else operator.le
            if not holds(counts[name], theirs[name]):
                yield peer, name, theirs[name]


def ratios(definition, figures):
    """Those the definition asks for, of medians: a peer's figure to ours, or a variant's to another's."""
    asked = [(peer, OURS, key, least) for peer, bars in definition.get("bars", {}).items()
             for key, least in bars.items() if peer in figures]
    asked += [(f"{OURS}, {r['of']}", f"{OURS}, {r['to']}", r["figure"], r.get("least"))
              for r in definition.get("ratios", [])]
    return [{"of": f"{key} of {a} to {b}", "value": figures[a][key]["median"] / figures[b][key]["median"],
             "least": least} for a, b, key, least in asked]
