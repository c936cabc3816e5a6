"""Runs `scruple link` on the files of a folder and says what it took and what came out."""
import json
import os
import shutil

from . import accuracy, process
from .programs import Failure

ONE_THREAD = ["--threads", "1"]


def command(options, folder, out, arguments):
    shutil.rmtree(out, ignore_errors=True)
    left, right = os.path.join(folder, "left.csv"), os.path.join(folder, "right.csv")
    return [options.scruple, "link", left, right, "-o", out, "--force", "-q", *arguments]


def measured(options, folder, out, arguments):
    """A run that must succeed: figures, counts, seconds of each stage, accuracy."""
    found, _ = process.finish(command(options, folder, out, arguments), options.scratch)
    return found | told(out) | accuracy.of_links(os.path.join(out, "links.csv"), folder)


def told(out):
    """What a run says of itself in run.json."""
    try:
        with open(os.path.join(out, "run.json"), encoding="utf-8") as f:
            run = json.load(f)
    except (OSError, ValueError) as error:
        raise Failure(f"no run.json of the run: {error}") from error
    return {
        "records": run["left"]["records"],
        "recordsOfBoth": run["left"]["records"] + run["right"]["records"],
        "bytesOfBoth": run["left"]["byteCount"] + run["right"]["byteCount"],
        "candidatePairs": run["counts"]["candidatePairs"],
        "skippedPairs": run["counts"]["skippedPairs"],
        "listedPairs": run["counts"]["links"] + run["counts"]["possibleLinks"],
        "linksDigest": run["linksDigest"],
        "stageSeconds": {stage["stage"]: stage["seconds"] for stage in run["stages"]},
    }
