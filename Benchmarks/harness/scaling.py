"""How a job grows: the same job at sizes in a row, in turn, and what twice the records cost."""
import math

from . import corpus, jobs, judging, link
from .programs import OURS


def measure(definitions, options, result):
    for definition in definitions:
        row = one(definition, options)
        result["benchmarks"].append(row)
        print("\n".join(lines(row)), flush=True)
        result["wrong"] += [f"{row['name']}: {fault}" for fault in wrong(definition, row)]
        result["missedBars"] += [
            f"{row['name']}: from {step['from']:,} to {step['to']:,} records, twice as many take {step[key]:.2f} times "
            f"the {key}, not {most:g}" for step in row["steps"] for key, most in definition["most"].items()
            if step[key] > most]


def one(definition, options):
    sizes = chosen(definition, options)
    folders = {size: corpus.folder(definition, options, size) for size in sizes}
    for folder in folders.values():
        corpus.warm(folder)
    runs = {size: [] for size in sizes}
    for _ in range(options.repeats):
        for size, folder in folders.items():
            runs[size].append(link.measured(options, folder, jobs.out(options), definition.get("arguments", [])))
    figures = {size: jobs.figures(r) for size, r in runs.items()}
    steps = [step(a, b, figures, definition["most"]) for a, b in zip(sizes, sizes[1:])]
    return {"name": definition["name"], "figures": {f"{OURS}, {size}": f for size, f in figures.items()},
            "sizes": sizes, "steps": steps}


def chosen(definition, options):
    return (definition["sizes"] + (definition["largeSizes"] if options.large or options.huge else [])
            + (definition["hugeSizes"] if options.huge else []))


def step(smaller, larger, figures, keys):
    """What twice the records take: of sizes that are not twice each other, by the power law between them."""
    doublings = math.log2(larger / smaller)
    return {"from": smaller, "to": larger} | {
        key: (figures[larger][key]["median"] / figures[smaller][key]["median"]) ** (1 / doublings) for key in keys}


def wrong(definition, row):
    """Records and true pairs by the size; the other expectations hold for each."""
    for size, (name, found) in zip(row["sizes"], row["figures"].items()):
        expected = {k: v for k, v in definition["expected"].items() if k != "mostCandidatePairsPerRecord"}
        expected |= {"records": size, "truePairs": size * 7 // 10,
                     "mostCandidatePairs": size * definition["expected"]["mostCandidatePairsPerRecord"]}
        yield from (f"{name}: {fault}" for fault in judging.faults(expected, found["counts"]))
        if not found["isTheSameEachTime"]:
            yield f"{name}: counts differ from run to run"


def lines(row):
    yield row["name"]
    steps = {step["to"]: step for step in row["steps"]}
    for size, found in zip(row["sizes"], row["figures"].values()):
        text = f"  {size:>11,}"
        for key, unit in (("wallSeconds", "s"), ("cpuSeconds", "CPU s"), ("peakMiB", "MiB")):
            text += f"{found[key]['median']:10.2f} {unit}"
            if key in steps.get(size, {}):
                text += f" (x {steps[size][key]:.2f})"
        yield text + f"  F1 {found['counts']['f1']:.5f}, {found['counts']['candidatePairs']:,} candidate pairs"
