"""Kernels: pairs per CPU second, ours for each instruction set and the peers', on the same strings."""
import os

import corpora

from .programs import HERE, OURS, PYTHON, Failure, Worker, build_worker, spread


def measure(definitions, options, result):
    workers = {OURS: Worker(OURS, [build_worker()])}
    try:
        for definition in definitions:
            row = one(definition, options, workers)
            result["benchmarks"].append(row)
            print(lines(definition, row), flush=True)
            result["wrong"] += wrong(definition, row)
            result["missedBars"] += missed(definition, row)
    finally:
        for worker in workers.values():
            worker.close()


def one(definition, options, workers):
    peers = [] if options.no_peers else definition.get("peers", [])
    for peer in peers:
        if peer not in workers:
            if not os.path.exists(PYTHON):
                raise Failure("no peers here: run Benchmarks/setup-engines, or give --no-peers")
            workers[peer] = Worker(peer, [PYTHON, os.path.join(HERE, "Engines", "kernels.py"), peer])
    runs = {f"{OURS} {i}": (workers[OURS], task(definition, options, i)) for i in definition["instructions"]}
    runs |= {peer: (workers[peer], task(definition, options, "best")) for peer in peers}
    answers = {name: [] for name in runs}
    for repeat in range(options.repeats + 1):
        for name, (worker, asked) in runs.items():
            answer = worker.ask(asked)
            if repeat > 0:
                answers[name].append(answer)
    return {"name": definition["name"], "figures": {name: figures(a) for name, a in answers.items()}}


def task(definition, options, instructions):
    left, right, pairs = corpora.make(definition["corpus"], options.scratch)
    return {"kernel": definition["kernel"], "shape": definition["shape"], "instructions": instructions, "left": left,
            "right": right, "pairs": pairs if definition["shape"] != "oneAgainstMany" else None,
            "queries": definition.get("queries"), "threshold": definition.get("threshold")}


def figures(answers):
    """Laying texts out counts: the peers' figures hold what they do to Python's strings."""
    seconds = [a["cpuSeconds"] + a["layoutCPUSeconds"] for a in answers]
    pairs = {a["pairs"] for a in answers}
    checksums = {a["checksum"] for a in answers}
    cpu = spread(seconds)
    return {"pairs": sorted(pairs), "checksums": sorted(c for c in checksums if c is not None), "cpuSeconds": cpu,
            "layoutCPUSeconds": spread([a["layoutCPUSeconds"] for a in answers]),
            "millionPairsPerCPUSecond": max(pairs) / cpu["median"] / 1e6}


def wrong(definition, row):
    """Every program must have done the same work and come to the expected result."""
    faults = []
    for name, found in row["figures"].items():
        if found["pairs"] != [definition["expected"]["pairs"]]:
            faults.append(f"{row['name']}: {name} compared {found['pairs']} pairs")
        elif found["checksums"] not in ([definition["expected"]["checksum"]], []):
            faults.append(f"{row['name']}: {name} has checksum {found['checksums']}")
    return faults


def ratio(row, ours, peer):
    return row["figures"][ours]["millionPairsPerCPUSecond"] / row["figures"][peer]["millionPairsPerCPUSecond"]


def missed(definition, row):
    return [
        f"{row['name']}: {instructions} is {ratio(row, f'{OURS} {instructions}', peer):.1f} times {peer}, not {least}"
        for instructions, bars in definition.get("bars", {}).items()
        for peer, least in bars.items()
        if peer in row["figures"] and f"{OURS} {instructions}" in row["figures"]
        and ratio(row, f"{OURS} {instructions}", peer) < least]


def lines(definition, row):
    out = [row["name"]]
    peers = [p for p in definition.get("peers", []) if p in row["figures"]]
    for name, found in row["figures"].items():
        cpu = found["cpuSeconds"]
        speed = found["millionPairsPerCPUSecond"]
        per = found["pairs"][0]
        text = (f"  {name:18}{speed:9.1f} M pairs/s  ({per / cpu['greatest'] / 1e6:.1f} to "
                f"{per / cpu['least'] / 1e6:.1f}), {cpu['median'] / per * 1e9:.2f} ns")
        if name not in peers:
            text += "".join(f", {ratio(row, name, peer):.1f} x {peer}" for peer in peers)
        out.append(text)
    return "\n".join(out)
