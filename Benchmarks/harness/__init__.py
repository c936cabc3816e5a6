"""The harness: reads definitions, alternates between programs, checks results, prints ratios."""
import os
import tomllib

from . import jobs, kernels
from .machine import machine
from .programs import Failure

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# Which definitions each kind of run reads, and what it does with them.
KINDS = {"kernels": ("kernels", kernels.measure), "jobs": ("jobs", jobs.measure), "smoke": ("jobs", jobs.smoke)}


def run(options):
    file, measure = KINDS[options.what]
    with open(os.path.join(HERE, "Definitions", f"{file}.toml"), "rb") as f:
        definitions = tomllib.load(f)["benchmark"]
    words = options.only
    chosen = [d for d in definitions if not words or any(w in d["name"] for w in words)]
    if not chosen:
        raise Failure(f"no definition has a name with {' or '.join(words)}")
    result = {"machine": machine(), "repeats": options.repeats, "benchmarks": [], "missedBars": [], "wrong": []}
    measure(chosen, options, result)
    for name in result["missedBars"]:
        print(f"bar missed: {name}")
    for name in result["wrong"]:
        print(f"WRONG: {name}")
    return result
