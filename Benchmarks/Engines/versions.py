"""Prints the versions of the installed peers, as JSON."""
import importlib.metadata
import json
import os

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "requirements.txt"), encoding="utf-8") as f:
    names = [line.split("==")[0].strip() for line in f if "==" in line]
print(json.dumps({name: importlib.metadata.version(name) for name in names}))
