"""Whole programs of others on the same files."""
import json
import os

from . import accuracy, process
from .programs import HERE, PYTHON, Failure

ENGINES = os.path.join(HERE, "Engines")


def measured(name, options, folder, isOneThread=False):
    """A run of a peer: figures and, as far as it has them, counts and accuracy."""
    if not os.path.exists(PYTHON):
        raise Failure("no peers here: run Benchmarks/setup-engines, or give --no-peers")
    left, right = os.path.join(folder, "left.csv"), os.path.join(folder, "right.csv")
    if name == "splink":
        return splink(left, right, options, folder, isOneThread)
    return reading(name, left, right, options)


def splink(left, right, options, folder, isOneThread):
    out = os.path.join(options.scratch, "out-splink.csv")
    found, text = process.finish([PYTHON, os.path.join(ENGINES, "splink_job.py"), left, right, out,
                                  *(["--one-thread", "--count"] if isOneThread else [])], options.scratch)
    told = json.loads(text.strip().splitlines()[-1])
    found |= {"stageSeconds": {"score": told["predictCPUSeconds"]}}
    if told["pairs"] is not None:
        found["candidatePairs"] = told["pairs"]
    return found | accuracy.at_best_threshold(out, folder)


def reading(name, left, right, options):
    """Only the reading counts, not the start of Python and its imports."""
    found, text = process.finish([PYTHON, os.path.join(ENGINES, "csv_job.py"), name, left, right], options.scratch)
    told = json.loads(text)
    return found | {"records": min(told["rows"]), "coreShare": told["cpuSeconds"] / told["wallSeconds"],
                    "wallSeconds": told["wallSeconds"], "cpuSeconds": told["cpuSeconds"]}
