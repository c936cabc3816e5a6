"""The harness: reads definitions, alternates between programs, checks results, prints ratios."""
import hashlib
import os
import tomllib
from datetime import datetime, timezone

from . import jobs, kernels, scaling, worst
from .machine import machine, peers, program
from .programs import Failure

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# Which files of definitions each kind of run reads, and what it does with each.
KINDS = {
    "kernels": {"kernels": kernels.measure},
    "jobs": {"jobs": jobs.measure},
    "scaling": {"scaling": scaling.measure},
    "worst": {"worst": worst.measure},
    "smoke": {"jobs": jobs.smoke, "worst": worst.smoke},
}


def run(options):
    result = {"date": datetime.now(timezone.utc).isoformat(timespec="seconds"), "machine": machine(),
              "program": None if options.what == "kernels" else program(options.scruple), "peers": peers(),
              "definitions": {}, "repeats": options.repeats, "benchmarks": [], "missedBars": [], "wrong": []}
    chosen = {file: definitions(file, options, result) for file in KINDS[options.what]}
    if not any(chosen.values()):
        raise Failure(f"no definition has a name with {' or '.join(options.only)}")
    for file, measure in KINDS[options.what].items():
        measure(chosen[file], options, result)
    for name in result["missedBars"]:
        print(f"bar missed: {name}")
    for name in result["wrong"]:
        print(f"WRONG: {name}")
    return result


def definitions(file, options, result):
    """Those of a file whose names hold a word that is asked for; the hash of the file goes into the result."""
    with open(os.path.join(HERE, "Definitions", f"{file}.toml"), "rb") as f:
        content = f.read()
    result["definitions"][f"{file}.toml"] = hashlib.sha256(content).hexdigest()
    return [d for d in tomllib.loads(content.decode())["benchmark"]
            if (not options.only or any(word in d["name"] for word in options.only))
            and (options.what != "smoke" or d.get("isSmoke"))]
