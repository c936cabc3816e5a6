"""Whole processes: wall and CPU seconds, peak memory, what they wrote."""
import json
import os
import subprocess
import sys

from .programs import Failure

LAUNCH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "launch.py")
TIMED = ("wallSeconds", "cpuSeconds", "peakMiB")
# What varies from run to run; all else a run tells are counts, which must not.
VARYING = (*TIMED, "stageSeconds", "coreShare")
HOURS = 3600


def attempt(command, scratch, seconds=6 * HOURS):
    """Runs a program to its end, whatever its exit status: figures, standard output, standard error."""
    os.makedirs(scratch, exist_ok=True)
    out, err = os.path.join(scratch, "stdout"), os.path.join(scratch, "stderr")
    launched = subprocess.run([sys.executable, "-I", "-S", LAUNCH, str(seconds), out, err, *command],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if launched.returncode != 0:
        raise Failure(f"cannot run {command[0]}: {launched.stderr.strip().splitlines()[-1]}")
    found = json.loads(launched.stdout)
    found["coreShare"] = found["cpuSeconds"] / found["wallSeconds"]
    return found, text(out), text(err)


def finish(command, scratch):
    """The same of a program that must succeed."""
    found, out, err = attempt(command, scratch)
    if found["exitStatus"] != 0:
        last = (err.strip().splitlines() or ["it says nothing"])[-1]
        raise Failure(f"exit status {found['exitStatus']} of {' '.join(command)}: {last}")
    return found, out


def text(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        return f.read()
