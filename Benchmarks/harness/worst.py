"""Files that are unkind to a linkage program: it must end as expected, within generous bounds of time and memory."""
import math
import os
import sys

import worst_cases

from . import accuracy, judging, link, process
from .programs import OURS, spread

# A run that takes this many times its limit is ended.
PATIENCE = 5


def measure(definitions, options, result):
    for definition in definitions:
        row = one(definition, options)
        result["benchmarks"].append(row)
        print("\n".join(lines(row)), flush=True)
        result["wrong"] += wrong(definition, row)
        result["missedBars"] += judging.missed(definition, row)


def smoke(definitions, options, result):
    """Outcomes alone: no time is judged."""
    options.repeats = 1
    for definition in definitions:
        row = one(definition, options)
        result["benchmarks"].append(row)
        result["wrong"] += wrong(definition, row)
        print(lines(row, isTimed=False)[0], file=sys.stderr)


def one(definition, options):
    folder = worst_cases.make(definition["case"], definition["rows"], options.scratch)
    out = os.path.join(options.scratch, "out-worst")
    seconds = math.ceil(definition["limits"]["wallSeconds"] * PATIENCE)
    runs = []
    for _ in range(options.repeats):
        command = link.command(options, folder, out, definition.get("arguments", []))
        found, _, message = process.attempt(command, options.scratch, seconds)
        if found["exitStatus"] == 0:
            found |= link.told(out) | accuracy.of_links(os.path.join(out, "links.csv"), folder)
        runs.append(found | {"message": message.strip()})
    counts = {k: v for k, v in runs[-1].items() if k not in process.VARYING}
    figures = {key: spread([r[key] for r in runs]) for key in process.TIMED} | {
        "counts": counts, "stageSeconds": runs[-1].get("stageSeconds", {}),
        "isTheSameEachTime": all(r["exitStatus"] == counts["exitStatus"] for r in runs)}
    return {"name": definition["name"], "figures": {OURS: figures}, "ratios": []}


def wrong(definition, row):
    """Besides counts: what the message must hold, and the cells it must not."""
    message = row["figures"][OURS]["counts"]["message"]
    faults = judging.wrong(definition, row)
    faults += [f"{row['name']}: the message does not hold '{words}': {message[-200:]}"
               for words in definition.get("messageHolds", []) if words not in message]
    faults += [f"{row['name']}: the message holds '{words}', a value of the file"
               for words in definition.get("messageLacks", []) if words in message]
    return faults


def lines(row, isTimed=True):
    found = row["figures"][OURS]
    counts = found["counts"]
    text = f"{row['name']}: exit status {counts['exitStatus']}"
    if isTimed:
        text += (f", {found['wallSeconds']['median']:.2f} s, {found['cpuSeconds']['median']:.2f} CPU s, "
                 f"{found['peakMiB']['median']:.0f} MiB")
    if "candidatePairs" in counts:
        text += (f", {counts['candidatePairs']:,} candidate pairs, {counts['skippedPairs']:,} skipped, "
                 f"{counts['links']:,} links, {counts['falseLinks']:,} false, F1 {counts['f1']:.5f}")
    out = [text]
    if counts["message"]:
        out.append(f"  {counts['message'].splitlines()[-1]}")
    return out
