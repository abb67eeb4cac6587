"""Writes the SHA-256 of archives, and keeps the table with which the Action compares what it downloads.

    checksums.py write FOLDER        writes FOLDER/SHA256SUMS, of all archives in it
    checksums.py add SHA256SUMS      adds its lines to the table of the Action, in this checkout

A release that is in the table never changes: another checksum for a known archive is refused.
"""

import hashlib
import re
import sys
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "action" / "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64})  (pingless-[a-z0-9_-]+-v\d+\.\d+\.\d+\.(?:tar\.gz|zip))")


def read(file: Path) -> dict[str, str]:
    table = {}
    for number, line in enumerate(file.read_text("ascii").splitlines(), 1):
        found = LINE.fullmatch(line)
        if found is None:
            sys.exit(f"{file}:{number}: this is no checksum of an archive: {line}")
        table[found.group(2)] = found.group(1)
    return table


def write(file: Path, table: dict[str, str]) -> None:
    lines = [f"{checksum}  {name}\n" for name, checksum in sorted(table.items())]
    file.write_bytes("".join(lines).encode("ascii"))


def main() -> None:
    match sys.argv[1:]:
        case ["write", folder]:
            archives = [it for it in Path(folder).iterdir() if it.name.endswith((".tar.gz", ".zip"))]
            if not archives:
                sys.exit(f"{folder}: there is no archive")
            write(Path(folder) / "SHA256SUMS", {it.name: hashlib.sha256(it.read_bytes()).hexdigest() for it in archives})
        case ["add", file]:
            table, new = read(TABLE), read(Path(file))
            changed = [name for name, checksum in new.items() if table.get(name, checksum) != checksum]
            if changed:
                sys.exit(f"{file}: a known archive has another checksum: {', '.join(sorted(changed))}")
            write(TABLE, table | new)
        case _:
            sys.exit(__doc__)


main()
