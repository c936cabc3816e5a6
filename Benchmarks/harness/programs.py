"""Programs that answer a task a line, and figures over repeats."""
import json
import os
import statistics
import subprocess

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# The name of this program's figures; those of its variants begin with it.
OURS = "scruple"
PYTHON = os.path.join(HERE, "Engines", ".venv", "bin", "python")


class Failure(Exception):
    """A program that is missing, that failed, or a definition that cannot be run."""


class Worker:
    """A process that reads a task a line and answers each with a line."""

    def __init__(self, name, command):
        self.name = name
        environment = dict(os.environ, PYTHONHASHSEED="0", OMP_NUM_THREADS="1")
        try:
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                            env=environment)
        except OSError as error:
            raise Failure(f"{name}: {error}") from error

    def ask(self, task):
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Failure(f"{self.name}: ended while it was at work on {task}")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def build_worker():
    """Builds scruple-bench and returns its path."""
    command = ["swift", "build", "-c", "release", "--package-path", HERE]
    if subprocess.run(command, stdout=subprocess.DEVNULL).returncode != 0:
        raise Failure("scruple-bench does not build: " + " ".join(command))
    return os.path.join(HERE, ".build", "release", "scruple-bench")


def spread(values):
    return {"median": statistics.median(values), "least": min(values), "greatest": max(values)}
