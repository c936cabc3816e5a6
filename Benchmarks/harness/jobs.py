"""Whole jobs: our runs, in one variant or several, in turn with the peers' programs."""
import os
import sys

from . import allocations, corpus, judging, link, peers, stages
from .process import TIMED, VARYING
from .programs import OURS, Failure, spread


def measure(definitions, options, result):
    for definition in definitions:
        if asks := too_long(definition, options):
            print(f"skipped {definition['name']}: give {asks}")
            continue
        try:
            row = one(definition, options)
        except Failure as failure:
            # The others go on: a run may have taken an hour so far.
            result["wrong"].append(f"{definition['name']}: {failure}")
            continue
        result["benchmarks"].append(row)
        print("\n".join(lines(row)), flush=True)
        result["wrong"] += judging.wrong(definition, row)
        result["missedBars"] += judging.missed(definition, row)


def too_long(definition, options):
    """The option that a job of minutes, or of an hour, waits for."""
    if definition.get("isHuge"):
        return None if options.huge else "--huge"
    return "--large" if definition.get("isLarge") and not (options.large or options.huge) else None


def one(definition, options):
    folder = corpus.folder(definition, options)
    corpus.warm(folder)
    runners = ours(definition, options, folder)
    if not options.no_peers:
        alone = "stages" in definition
        runners |= {peer: lambda peer=peer: peers.measured(peer, options, folder, isOneThread=alone)
                    for peer in definition.get("peers", [])}
    runs = {name: [] for name in runners}
    for _ in range(options.repeats):
        for name, run in runners.items():
            runs[name].append(run())
    found = {name: figures(r) for name, r in runs.items()}
    if kind(definition) == "whole" and "variants" not in definition and not definition.get("isHuge"):
        count_allocations(definition, options, folder, found[OURS]["counts"])
    return {"name": definition["name"], "kind": kind(definition), "arguments": definition.get("arguments", []),
            "figures": found, "ratios": judging.ratios(definition, found) + scoring(definition, found)}


def kind(definition):
    return "stages" if "stages" in definition else "stage" if "stage" in definition else "whole"


def ours(definition, options, folder):
    """What to run of ours, by name: the variants of the definition, or one run."""
    variants = {f"{OURS}, {name}": extra for name, extra in definition.get("variants", {}).items()} or {OURS: []}
    alone = link.ONE_THREAD if kind(definition) != "whole" else []
    return {name: lambda extra=extra, name=name: ours_once(definition, options, folder, name, [*alone, *extra])
            for name, extra in variants.items()}


def ours_once(definition, options, folder, name, extra):
    found = link.measured(options, folder, out(options), definition.get("arguments", []) + extra)
    if "stage" in definition:
        # With one thread the wall seconds of a stage are its CPU seconds and what others took of the core meanwhile.
        seconds = found["stageSeconds"][definition["stage"]]
        found |= {"wallSeconds": seconds, "cpuSeconds": seconds}
    return found


def out(options):
    return os.path.join(options.scratch, "out-scruple")


def figures(runs):
    """Medians with spread of what varies, and the counts, which must not."""
    timed = {key: spread([r[key] for r in runs]) for key in (*TIMED, "coreShare")}
    counts = {k: v for k, v in runs[-1].items() if k not in VARYING}
    same = all(all(r.get(k) == v for k, v in counts.items()) for r in runs)
    seconds = {stage: spread([r["stageSeconds"][stage] for r in runs]) for stage in runs[-1].get("stageSeconds", {})}
    return timed | {"counts": counts, "isTheSameEachTime": same, "stageSeconds": seconds,
                    "rates": stages.rates(seconds, counts)}


def count_allocations(definition, options, folder, counts):
    """Once, with one thread, since threads allocate for themselves."""
    command = link.command(options, folder, out(options), definition.get("arguments", []) + link.ONE_THREAD)
    counts |= allocations.of(command, counts["recordsOfBoth"], options.scratch)


def scoring(definition, found):
    """How many times as many pairs a CPU second of ours compares and scores as a peer's."""
    rates = {name: f["rates"]["score"]["perSecond"] for name, f in found.items() if "score" in f["rates"]}
    return [{"of": f"pairs scored a CPU second by {OURS} to {name}", "value": rates[OURS] / rate, "least": None}
            for name, rate in rates.items() if "stages" in definition and name != OURS]


def lines(row):
    yield row["name"]
    for name, found in row["figures"].items():
        text = f"  {name:20}"
        for key, unit in (("wallSeconds", "s"), ("cpuSeconds", "CPU s"), ("peakMiB", "MiB")):
            if row["kind"] != "stage" or key != "peakMiB":
                f = found[key]
                text += f"{f['median']:9.2f} {unit} ({f['least']:.2f} to {f['greatest']:.2f})"
        yield text + f"  {found['coreShare']['median']:.2f} cores"
        if row["kind"] != "stage":
            yield from described(found["counts"])
        if found["stageSeconds"] and row["kind"] != "stage":
            yield from stages.table(found) if row["kind"] == "stages" else [stages.line(found)]
    for ratio in row["ratios"]:
        yield f"  {ratio['of']}: {ratio['value']:.2f}" + (f" (bar {ratio['least']:g})" if ratio["least"] else "")


def described(counts):
    text = []
    if "f1" in counts:
        text.append(f"F1 {counts['f1']:.5f}, {counts['falseLinks']:,} of {counts['links']:,} links false")
    if "threshold" in counts:
        text.append(f"at threshold {counts['threshold']:g}")
    if "candidatePairs" in counts:
        text.append(f"{counts['candidatePairs']:,} candidate pairs")
    if "allocations" in counts:
        text.append(f"{counts['allocationsPerRecord']:.2f} allocations and {counts['allocatedBytesPerRecord']:,} bytes"
                    " a record")
    if text:
        yield "    " + ", ".join(text)


def smoke(definitions, options, result):
    """Counts alone, with the program that is there: no time is judged."""
    options.repeats, options.no_peers = 1, True
    for definition in definitions:
        row = one(definition, options)
        result["benchmarks"].append(row)
        result["wrong"] += judging.wrong(definition, row)
        print(f"{row['name']}:", *(line for f in row["figures"].values() for line in described(f["counts"])),
              file=sys.stderr)
