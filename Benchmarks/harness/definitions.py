"""Definitions as data: read, chosen by name, and refused where a key says nothing to the harness."""
import hashlib
import os
import tomllib

from .programs import HERE, Failure

JOB = {"name", "people", "habit", "seed", "arguments", "variants", "stage", "stages", "peers", "isSmoke", "isLarge",
       "isHuge", "expected", "bars", "noWorseThan", "limits", "leastRates", "ratios"}
KEYS = {
    "kernels": {"name", "kernel", "shape", "corpus", "queries", "threshold", "instructions", "peers", "expected",
                "bars"},
    "jobs": JOB,
    "scaling": {"name", "habit", "seed", "arguments", "sizes", "largeSizes", "hugeSizes", "most", "expected"},
    "worst": {"name", "case", "rows", "arguments", "isSmoke", "expected", "limits", "messageHolds", "messageLacks"},
}


def read(file):
    """The definitions of a file and the SHA-256 of the file."""
    with open(os.path.join(HERE, "Definitions", f"{file}.toml"), "rb") as f:
        content = f.read()
    found = tomllib.loads(content.decode())["benchmark"]
    for definition in found:
        if unknown := set(definition) - KEYS[file]:
            raise Failure(f"{file}.toml, '{definition['name']}': unknown key {', '.join(sorted(unknown))}")
    return found, hashlib.sha256(content).hexdigest()


def chosen(found, options):
    """Those whose name holds a word that is asked for; of a smoke run, those that are meant for it."""
    return [d for d in found
            if (not options.only or any(word in d["name"] for word in options.only))
            and (options.what != "smoke" or d.get("isSmoke"))]
