"""Packs the program into the archive of a release, under the name that cargo-binstall looks for.

    archive.py TARGET PROGRAM FOLDER

Writes FOLDER/pingless-TARGET-vVERSION.tar.gz (.zip for Windows) and prints its path. The same inputs give the same
bytes: no owner, no umask, no clock (SOURCE_DATE_EPOCH, or the beginning of time).
"""

import gzip
import io
import os
import re
import sys
import tarfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"]


def version() -> str:
    found = re.search(r'^version = "(\d+\.\d+\.\d+)"$', (ROOT / "Cargo.toml").read_text("utf-8"), re.MULTILINE)
    if found is None:
        sys.exit("archive.py: Cargo.toml has no version of the form X.Y.Z")
    return found.group(1)


def tar(files: list[tuple[str, bytes, int]], moment: int) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content, mode in files:
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode, entry.mtime = len(content), mode, moment
            archive.addfile(entry, io.BytesIO(content))
    return gzip.compress(packed.getvalue(), 9, mtime=moment)


def zip_(files: list[tuple[str, bytes, int]], moment: int) -> bytes:
    packed = io.BytesIO()
    # The form cannot say an earlier year.
    day = max(time.gmtime(moment)[:6], (1980, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content, mode in files:
            entry = zipfile.ZipInfo(name, day)
            entry.create_system, entry.external_attr = 3, (0o100000 | mode) << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def main() -> None:
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    target, program, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    is_windows = "windows" in target
    name = f"pingless-{target}-v{version()}"
    files = [(f"{name}/pingless{'.exe' if is_windows else ''}", program.read_bytes(), 0o755)]
    files += [(f"{name}/{text}", (ROOT / text).read_bytes(), 0o644) for text in TEXTS]
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / (name + (".zip" if is_windows else ".tar.gz"))
    archive.write_bytes((zip_ if is_windows else tar)(sorted(files), moment))
    print(archive)


main()
