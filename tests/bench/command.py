#!/usr/bin/env python3
"""Times whole runs of pingless over a folder of Markdown, and of its peers where they are on the path.

    cargo build --release
    python3 tests/bench/command.py FOLDER [--rounds 5] [--program target/release/pingless] [--against OLD_BINARY]

The programs run in turn, so that what else the machine does meets all of them; the first round is thrown away. Ratios are
medians of the ratios within a round: they stay where seconds wander. What the programs print is thrown away, too.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time

# With what each ends where it has found something: whatever else ends a run, it did not do its work.
FOUND = {"pingless": 0, "mado": 1, "rumdl": 1, "typos": 2}
PEERS = {
    "mado": ["mado", "check", "."],
    "rumdl, no cache": ["rumdl", "check", "--no-cache", "."],
    "typos": ["typos", "--isolated", "."],
}


def run(command, folder):
    """CPU and wall in seconds, peak memory in MB."""
    start = time.perf_counter()
    child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, FOUND.get(os.path.basename(command[0]), 0)):
        said = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True).stderr
        raise SystemExit(f"{' '.join(command)} ends with {child.returncode}: {said.strip()[:500]}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def programs(asked, cache):
    own = os.path.abspath(asked.program)
    check = ["check", "--isolated", "--exit-zero", "."]
    # The round that is thrown away fills the cache.
    cached = [own, *check, "--cache-dir", cache]
    found = {"pingless": [own, *check], "one thread": [own, *check, "--jobs=1"], "warm cache": cached}
    if asked.against:
        found["against"] = [os.path.abspath(asked.against), *check]
    if not asked.alone:
        found |= {name: command for name, command in PEERS.items() if shutil.which(command[0])}
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--program", default="target/release/pingless")
    parser.add_argument("--against", help="another build of pingless, to see what a change costs")
    parser.add_argument("--alone", action="store_true", help="leave the peers out")
    asked = parser.parse_args()
    cache = tempfile.TemporaryDirectory()
    commands = programs(asked, cache.name)
    rows = {name: [] for name in commands}
    for number in range(asked.rounds + 1):
        for name, command in commands.items():
            row = run(command, asked.folder)
            if number:
                rows[name].append(row)
    print(f"{'':16} {'CPU s':>8} {'wall s':>8} {'peak MB':>8} {'CPU':>6} {'wall':>6}  beside pingless")
    for name, own in rows.items():
        cpu, wall, peak = (statistics.median(column) for column in zip(*own))
        ratio = [statistics.median(it[at] / base[at] for it, base in zip(own, rows["pingless"])) for at in (0, 1)]
        print(f"{name:16} {cpu:8.3f} {wall:8.3f} {peak:8.1f} {ratio[0]:6.2f} {ratio[1]:6.2f}")


if __name__ == "__main__":
    main()
