#!/usr/bin/env python3
"""Show which verdicts a change of the program moves: run it again over the texts whose findings were read.

usage: moved.py PINGLESS READINGS REPOSITORIES

PINGLESS      the binary, whose `inspect --format ndjson` is read
READINGS      the folder of readings, *.tsv
REPOSITORIES  a folder of checkouts, `owner+name`, each at the commit that the readings name; what is not there is
              skipped, and named

Readings of what only `--pedantic` shows say so in their reason, and are left out. Prints each reading that was right and is not found any more (lost), was wrong and is not found any more (mended), or
was mended and is found again (back). Exit status 1 where one is lost or back.
"""

import collections
import glob
import json
import os
import subprocess
import sys


def readings(folder):
    texts = collections.defaultdict(list)
    for file in sorted(glob.glob(os.path.join(folder, "*.tsv"))):
        with open(file, encoding="utf-8") as lines:
            for line in lines:
                text, place, rule, verdict, why = line.rstrip("\n").split("\t")
                path, _, number = place.rpartition(":")
                texts[text].append((path, int(number), rule, verdict, why))
    return texts


def found(binary, folder, paths):
    hits = set()
    for start in range(0, len(paths), 300):
        command = [binary, "inspect", "--format", "ndjson", "--", *paths[start : start + 300]]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        for line in done.stdout.splitlines():
            row = json.loads(line)
            hits.update(
                (row["path"], number, it["rule"])
                for it in row.get("findings", [])
                if it["confidence"] == "high"
                for number in (it["line"], *it["related"])
            )
    return hits


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    binary, repositories = os.path.abspath(sys.argv[1]), sys.argv[3]
    counts = collections.Counter()
    for text, rows in readings(sys.argv[2]).items():
        folder = os.path.join(repositories, text.split("@")[0].replace("/", "+"))
        if text.startswith("set:") or not os.path.isdir(folder):
            print(f"skipped: {text} is not here", file=sys.stderr)
            continue
        rows = [row for row in rows if os.path.exists(os.path.join(folder, row[0])) and "pedantic" not in row[4]]
        hits = found(binary, folder, sorted({row[0] for row in rows}))
        for path, number, rule, verdict, why in rows:
            is_found = (path, number, rule) in hits
            moved = {("right", False): "lost", ("wrong", False): "mended", ("mended", True): "back"}
            word = moved.get((verdict, is_found))
            counts[word or "as it was"] += 1
            if word:
                print(f"{word}: {text} {path}:{number} {rule} ({why})")
    print(", ".join(f"{count} {word}" for word, count in sorted(counts.items())), file=sys.stderr)
    sys.exit(1 if counts["lost"] or counts["back"] else 0)


if __name__ == "__main__":
    main()
