"""Corpora of made-up people: made once, then kept in the scratch folder."""
import os
import shutil
import subprocess

from .programs import HERE, Failure

ROOT = os.path.dirname(HERE)


def folder(definition, options, people=None):
    """The folder of a corpus, made by Tools/make-sample unless it is there.

    A folder, or a link to one, of the name HABIT-PEOPLE-SEED is taken as it is: what `expected` says of records and
    true pairs tells a wrong one.
    """
    people = people or definition["people"]
    path = os.path.join(options.scratch, f"{definition['habit']}-{people}-{definition['seed']}")
    if os.path.exists(os.path.join(path, "truth.csv")):
        return path
    if os.path.islink(path):
        raise Failure(f"{path} is a link to a folder without truth.csv")
    partial = path + ".partial"
    shutil.rmtree(path, ignore_errors=True)
    print(f"making {path}", flush=True)
    command = [os.path.join(ROOT, "Tools", "make-sample"), "--people", str(people), "--habit", definition["habit"],
               "--seed", str(definition["seed"]), "--force", "-o", partial]
    if subprocess.run(command, stderr=subprocess.DEVNULL).returncode != 0:
        raise Failure("cannot make the corpus: " + " ".join(command))
    os.rename(partial, path)
    return path


def warm(folder):
    """Reads both files once, so that no program pays for the disk."""
    for name in ("left.csv", "right.csv"):
        with open(os.path.join(folder, name), "rb") as f:
            while f.read(1 << 20):
                pass
