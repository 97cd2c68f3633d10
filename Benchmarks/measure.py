#!/usr/bin/env python3
"""Times programs in turn, so that a busy moment hits all of them, and prints rows of a table.

  measure.py RUNS JOB BEFORE NAME COMMAND OUTPUT [NAME COMMAND OUTPUT ...]
  measure.py --head

BEFORE and every COMMAND are shell commands; BEFORE runs before each of them, unmeasured. CPU is user
and system time, the peak that of the largest process, both as the kernel counts them for the whole
command. The ratio is the CPU time of each program over that of the first.
"""
import os
import statistics
import subprocess
import sys
import time


def measured(command, output_path):
    begin = time.monotonic()
    process = subprocess.Popen(
        ["sh", "-c", "exec " + command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    if status:
        sys.exit("error: '%s' failed\n%s" % (command, output.decode("utf-8", "replace")))
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, size(output_path)


def size(path):
    if not os.path.isdir(path):
        return os.path.getsize(path)
    return sum(
        os.path.getsize(os.path.join(folder, name))
        for folder, _, names in os.walk(path) for name in names)


def main():
    if sys.argv[1:] == ["--head"]:
        print("| job | program | CPU s | wall s | peak MiB | output bytes | CPU ratio |")
        print("|---|---|---:|---:|---:|---:|---:|", flush=True)
        return
    if len(sys.argv) < 7 or (len(sys.argv) - 4) % 3:
        sys.exit(__doc__)
    runs, job, before = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    programs = [sys.argv[start:start + 3] for start in range(4, len(sys.argv), 3)]
    samples = [[] for _ in programs]
    for _ in range(runs):
        # The first program last: what it wrote is what the next step finds.
        for (_, command, output), taken in reversed(list(zip(programs, samples))):
            subprocess.run(before, shell=True, check=True)
            taken.append(measured(command, output))
    first = None
    for (name, _, _), taken in zip(programs, samples):
        cpu, wall, peak, size_of_output = (statistics.median(column) for column in zip(*taken))
        first = first or cpu
        print("| %s | %s | %.2f | %.2f | %.0f | %s | %.1f |" % (
            job, name, cpu, wall, peak, format(int(size_of_output), ","), cpu / first), flush=True)


main()
