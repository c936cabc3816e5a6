"""The harness: reads definitions, alternates between programs, checks results, prints ratios."""
import os
import tomllib

from . import kernels
from .machine import machine
from .programs import Failure

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KINDS = {"kernels": kernels.measure}


def run(options):
    with open(os.path.join(HERE, "Definitions", f"{options.what}.toml"), "rb") as f:
        definitions = tomllib.load(f)["benchmark"]
    words = [w for text in options.only for w in text.split(",")]
    chosen = [d for d in definitions if not words or any(w in d["name"] for w in words)]
    if not chosen:
        raise Failure(f"no definition has a name with {' or '.join(words)}")
    result = {"machine": machine(), "repeats": options.repeats, "benchmarks": [], "missedBars": [], "wrong": []}
    KINDS[options.what](chosen, options, result)
    for name in result["missedBars"]:
        print(f"bar missed: {name}")
    for name in result["wrong"]:
        print(f"WRONG: {name}")
    return result
