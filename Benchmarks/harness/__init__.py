"""The harness: reads definitions, alternates between programs, checks results, prints ratios."""
from datetime import datetime, timezone

from . import definitions, jobs, kernels, scaling, worst
from .machine import machine, peers, program
from .programs import Failure

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
    chosen = {}
    for file in KINDS[options.what]:
        found, result["definitions"][f"{file}.toml"] = definitions.read(file)
        chosen[file] = definitions.chosen(found, options)
    if not any(chosen.values()):
        raise Failure(f"no definition has a name with {' or '.join(options.only)}")
    for file, measure in KINDS[options.what].items():
        measure(chosen[file], options, result)
    for name in result["missedBars"]:
        print(f"bar missed: {name}")
    for name in result["wrong"]:
        print(f"WRONG: {name}")
    return result

