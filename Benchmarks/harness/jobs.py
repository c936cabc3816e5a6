"""Whole jobs: wall, CPU and peak memory of processes, and how right their links are."""
import csv
import json
import os
import shutil
import subprocess
import sys
import time

from .programs import HERE, PYTHON, Failure, spread

ROOT = os.path.dirname(HERE)
ENGINES = os.path.join(HERE, "Engines")
OURS = "scruple"


def measure(definitions, options, result):
    for definition in definitions:
        if definition.get("isLarge") and not options.large:
            print(f"skipped {definition['name']}: give --large")
            continue
        row = one(definition, options)
        result["benchmarks"].append(row)
        print(lines(row), flush=True)
        result["wrong"] += wrong(definition, row)
        result["missedBars"] += missed(definition, row)


def one(definition, options):
    folder = corpus(definition, options)
    left, right = os.path.join(folder, "left.csv"), os.path.join(folder, "right.csv")
    peers = [] if options.no_peers else definition.get("peers", [])
    if peers and not os.path.exists(PYTHON):
        raise Failure("no peers here: run Benchmarks/setup-engines, or give --no-peers")
    runs = {OURS: [] for _ in (1,)} | {peer: [] for peer in peers}
    stage = definition.get("stage")
    for _ in range(options.repeats):
        for name in runs:
            out = os.path.join(options.scratch, f"out-{name}")
            if name == OURS:
                runs[name].append(ours(options, left, right, out, folder, stage))
            elif name == "splink":
                runs[name].append(splink(left, right, out, folder))
            else:
                runs[name].append(reading(name, left, right))
    return {"name": definition["name"], "stage": stage, "figures": {name: figures(r) for name, r in runs.items()}}


def corpus(definition, options):
    name = f"{definition['habit']}-{definition['people']}-{definition['seed']}"
    folder = os.path.join(options.scratch, name)
    if not os.path.exists(os.path.join(folder, "truth.csv")):
        shutil.rmtree(folder, ignore_errors=True)
        partial = folder + ".partial"
        command = [os.path.join(ROOT, "Tools", "make-sample"), "--people", str(definition["people"]), "--habit",
                   definition["habit"], "--seed", str(definition["seed"]), "--force", "-o", partial]
        if subprocess.run(command, stderr=subprocess.DEVNULL).returncode != 0:
            raise Failure("cannot make the corpus: " + " ".join(command))
        os.rename(partial, folder)
    return folder


def process(command):
    """Runs a program to its end: exit status, wall and CPU seconds and peak memory of it alone."""
    started = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    text = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise Failure(f"exit status {child.returncode} of " + " ".join(command))
    return text, {"wallSeconds": time.monotonic() - started, "cpuSeconds": usage.ru_utime + usage.ru_stime,
                  "peakMiB": usage.ru_maxrss / 1024}


def ours(options, left, right, out, folder, stage):
    shutil.rmtree(out, ignore_errors=True)
    command = [options.scruple, "link", left, right, "-o", out, "--force", "-q"]
    if stage:
        command += ["--threads", "1"]
    _, found = process(command)
    with open(os.path.join(out, "run.json"), encoding="utf-8") as f:
        told = json.load(f)
    stages = {s["stage"]: s["seconds"] for s in told["stages"]}
    found |= {"records": told["left"]["records"], "candidatePairs": told["counts"]["candidatePairs"],
              "stageSeconds": stages}
    # Parents' memory is counted in ru_maxrss of a child until it has grown beyond it: what the run says is its own.
    found["peakMiB"] = told["peakMemoryBytes"] / 2**20
    if stage:
        found["wallSeconds"] = stages[stage]
    with open(os.path.join(out, "links.csv"), encoding="utf-8", newline="") as f:
        rows = [(r["left_id"], r["right_id"]) for r in csv.DictReader(f) if r["decision"] == "link"]
    return found | accuracy(rows, truth(folder))


def splink(left, right, out, folder):
    _, found = process([PYTHON, os.path.join(ENGINES, "splink_job.py"), left, right, out + ".csv"])
    with open(out + ".csv", encoding="utf-8", newline="") as f:
        scored = [(float(r["match_probability"]), r["left_id"], r["right_id"]) for r in csv.DictReader(f)]
    true = truth(folder)
    best = max((accuracy([(a, b) for p, a, b in scored if p >= least], true) | {"threshold": least}
                for least in (0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999)), key=lambda x: x["f1"])
    return found | best


def reading(name, left, right):
    text, found = process([PYTHON, os.path.join(ENGINES, "csv_job.py"), name, left, right])
    told = json.loads(text)
    return found | {"records": told["rows"][0], "wallSeconds": told["wallSeconds"], "cpuSeconds": told["cpuSeconds"]}


def truth(folder):
    with open(os.path.join(folder, "truth.csv"), encoding="utf-8", newline="") as f:
        return {(r["left_id"], r["right_id"]) for r in csv.DictReader(f)}


def accuracy(links, true):
    hits = sum(1 for pair in links if pair in true)
    return {"truePairs": len(true), "links": len(links), "falseLinks": len(links) - hits,
            "f1": 2 * hits / (len(links) + len(true)) if links or true else 1.0}


def figures(runs):
    timed = {key: spread([r[key] for r in runs]) for key in ("wallSeconds", "cpuSeconds", "peakMiB")}
    counts = {k: v for k, v in runs[-1].items() if k not in timed and k != "stageSeconds"}
    same = all(all(r.get(k) == v for k, v in counts.items()) for r in runs)
    stages = {stage: spread([r["stageSeconds"][stage] for r in runs]) for stage in runs[-1].get("stageSeconds", {})}
    return timed | {"counts": counts, "isTheSameEachTime": same, "stageSeconds": stages}


def wrong(definition, row):
    expected, found = definition["expected"], row["figures"][OURS]
    counts = found["counts"]
    faults = [f"{key} is {counts[key]}, not {expected[key]}" for key in ("records", "truePairs")
              if counts[key] != expected[key]]
    if counts["f1"] < expected["leastF1"]:
        faults.append(f"F1 is {counts['f1']:.5f}, less than {expected['leastF1']}")
    if counts["candidatePairs"] > expected["mostCandidatePairs"]:
        faults.append(f"{counts['candidatePairs']} candidate pairs, more than {expected['mostCandidatePairs']}")
    if not found["isTheSameEachTime"]:
        faults.append("counts differ from run to run")
    return [f"{row['name']}: {fault}" for fault in faults]


def missed(definition, row):
    out = []
    for peer, bars in definition.get("bars", {}).items():
        for key, least in bars.items():
            if peer not in row["figures"]:
                continue
            ratio = row["figures"][peer][key]["median"] / row["figures"][OURS][key]["median"]
            if ratio < least:
                out.append(f"{row['name']}: {key} is 1/{ratio:.1f} of {peer}'s, not 1/{least:g}")
    return out


def lines(row):
    out = [row["name"]]
    own = row["figures"][OURS]
    keys = ("wallSeconds",) if row["stage"] else ("wallSeconds", "cpuSeconds", "peakMiB")
    for name, found in row["figures"].items():
        text = f"  {name:10}"
        for key in keys:
            f = found[key]
            text += f"{key} {f['median']:.2f} ({f['least']:.2f} to {f['greatest']:.2f})"
            text += f" = {f['median'] / own[key]['median']:.1f} x ours  " if name != OURS else "  "
        counts = found["counts"]
        if "f1" in counts and not row["stage"]:
            text += f"F1 {counts['f1']:.5f}, {counts['falseLinks']} false links"
        out.append(text)
    if not row["stage"]:
        out.append("  stages: " + ", ".join(f"{s} {f['median']:.2f} s" for s, f in own["stageSeconds"].items()))
    return "\n".join(out)


def smoke(definitions, options, result):
    """Counts alone, with the program that is there: no time is judged."""
    options.repeats, options.no_peers = 1, True
    for definition in definitions:
        if definition.get("isSmoke"):
            row = one(definition, options)
            result["benchmarks"].append(row)
            result["wrong"] += wrong(definition, row)
            counts = row["figures"][OURS]["counts"]
            print(f"{row['name']}: {counts['candidatePairs']} candidate pairs, {counts['links']} links, "
                  f"{counts['falseLinks']} false, F1 {counts['f1']:.5f}", file=sys.stderr)
