"""How often a program asks for memory: counted in a run of its own, which is not timed."""
import os
import shutil
import subprocess

from . import process

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "allocations.c")


def counter(scratch):
    """Compiles the counting library; None where no compiler is at hand or the system is not glibc's."""
    compiler = shutil.which("cc") or shutil.which("clang")
    library = os.path.abspath(os.path.join(scratch, "allocations.so"))
    if not compiler:
        return None
    if not os.path.exists(library) or os.path.getmtime(library) < os.path.getmtime(SOURCE):
        os.makedirs(scratch, exist_ok=True)
        command = [compiler, "-O2", "-shared", "-fPIC", "-fno-builtin", "-o", library, SOURCE]
        if subprocess.run(command, capture_output=True).returncode != 0:
            return None
    return library


def of(command, records, scratch):
    """Calls and bytes of a program, in all and for each record; empty where they cannot be counted."""
    library = counter(scratch)
    if not library:
        print("allocations are not counted: no C compiler for glibc here")
        return {}
    told = os.path.join(scratch, "allocations")
    if os.path.exists(told):
        os.remove(told)
    process.finish(["env", f"LD_PRELOAD={library}", f"ALLOCATION_COUNTS={told}", *command], scratch)
    if not os.path.exists(told):
        print("allocations are not counted: the program loads no libraries")
        return {}
    calls, asked = map(int, process.text(told).split())
    return {"allocations": calls, "allocatedBytes": asked, "allocationsPerRecord": round(calls / records, 3),
            "allocatedBytesPerRecord": round(asked / records)}
