#!/usr/bin/env bash
# Packs what was built: archive.sh TARGET BUILD FOLDER, where BUILD holds the program. Where the program runs on this
# machine, it has to.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
python=$(command -v python3 || command -v python)
program="$2/pingless"
case "$1" in *windows*) program="$program.exe" ;; esac

case "$1" in
  "$(uname -m | sed 's/^arm64$/aarch64/')"-*) "$program" --version ;;
esac
"$python" "$here/archive.py" "$1" "$program" "$3"
