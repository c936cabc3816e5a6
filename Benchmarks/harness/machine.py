"""What a figure was measured on."""
import hashlib
import json
import os
import platform
import subprocess

from .programs import HERE, PYTHON, Failure

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        cpu = dict(line.split(":", 1) for line in f.read().split("\n\n")[0].splitlines() if ":" in line)
    cpu = {k.strip(): v.strip() for k, v in cpu.items()}
    return {
        "processor": cpu.get("model name", platform.machine()),
        "model": "family {} model {}".format(cpu.get("cpu family", "?"), cpu.get("model", "?")),
        "instructions": [f for f in ("sse2", "avx2", "avx512f", "avx512vbmi") if f in cpu.get("flags", "").split()],
        "cores": os.cpu_count(),
        "memoryMiB": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20,
        "system": platform.platform(),
        "compiler": first_line(["swift", "--version"]),
        "commit": first_line(["git", "-C", ROOT, "describe", "--always", "--dirty"]),
        "load": round(os.getloadavg()[0], 2),
    }


def first_line(command):
    try:
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return out.splitlines()[0] if out else "unknown"


def program(path):
    """The program that is measured: it may be of another commit than the repository."""
    try:
        with open(path, "rb") as f:
            digest = hashlib.file_digest(f, "sha256").hexdigest()
    except OSError as error:
        raise Failure(f"no program: {error}; build it, or give --scruple") from error
    # Where the repository lies is nobody's business.
    inside = os.path.abspath(path).startswith(ROOT + os.sep)
    shown = os.path.relpath(path, ROOT) if inside else os.path.basename(path)
    return {"path": shown, "sha256": digest, "version": first_line([path, "--version"])}


def peers():
    """Versions of the peers that are installed, which may be others than Engines/requirements.txt pins."""
    told = first_line([PYTHON, os.path.join(HERE, "Engines", "versions.py")])
    return json.loads(told) if told.startswith("{") else None
