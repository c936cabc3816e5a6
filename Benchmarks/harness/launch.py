"""Runs a program and says what it took.

    python3 -I -S launch.py SECONDS STDOUT STDERR COMMAND...

Linux counts the memory of the process that starts a program as memory of the program, until the program has grown
beyond it. So the harness, which may hold millions of true pairs, starts none itself: this process is small (10 MiB).
A program that takes longer than SECONDS is killed.
"""
import json
import os
import signal
import sys
import time


def main():
    seconds, out, err, *command = sys.argv[1:]
    written = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, out, written, 0o600),
             (os.POSIX_SPAWN_OPEN, 2, err, written, 0o600)]
    started = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=files)
    for end in (signal.SIGALRM, signal.SIGTERM, signal.SIGINT):
        signal.signal(end, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(int(seconds))
    _, status, usage = os.wait4(child, 0)
    print(json.dumps({"exitStatus": os.waitstatus_to_exitcode(status), "wallSeconds": time.monotonic() - started,
                      "cpuSeconds": usage.ru_utime + usage.ru_stime, "peakMiB": usage.ru_maxrss / 1024}))


main()
