"""Writes each example of our pages and cases as a file of its own: what fuzzing a text begins with, beside the seeds.

usage: python3 tests/fuzz/begin.py FOLDER
"""

import hashlib
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# An example, and the fence that ends it.
EXAMPLE = re.compile(r"^(`{3,}|~{3,})(?:md|text|yaml|toml) ?.*?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


def examples():
    for folder in ("rules", "tests/cases"):
        for page in sorted((ROOT / folder).rglob("*.md")):
            for found in EXAMPLE.finditer(page.read_text(encoding="utf-8")):
                yield found.group(2)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for text in examples():
        content = text.encode()
        (folder / hashlib.sha256(content).hexdigest()[:40]).write_bytes(content)


main()
