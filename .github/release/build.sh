#!/usr/bin/env bash
# Builds the program of a release: build.sh TARGET. A first build counts what is run while it reads the texts of this
# repository, and the second one is laid out accordingly. Where the first does not run on this machine, or nothing reads
# its counts (`rustup component add llvm-tools`), it is built once, without.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=$1
build() { cargo build --release --locked --target "$target"; }
program=target/$target/release/pingless
case "$target" in *windows*) program="$program.exe" ;; esac
host=$(rustc -vV | sed -n 's/^host: //p')
reader=$(rustc --print sysroot)/lib/rustlib/$host/bin/llvm-profdata
once() {
  echo "build.sh: $1: it is built without" >&2
  build
  exit
}

[ -x "$reader" ] || [ -x "$reader.exe" ] || once "nothing here reads counts"
# Cargo is told where in the words of the system: on Windows those are not those of this shell.
counts=$(pwd -W 2>/dev/null || pwd)/target/counts
rm -rf "$counts"
RUSTFLAGS="-Cprofile-generate=$counts" build
"$program" --version || once "a program for $target does not run on $host"
for level in "" --pedantic; do
  # What a printer does for each finding is run as well.
  for format in human json sarif github; do
    "$program" check --exit-zero --isolated $level --format "$format" . >"$counts/printed"
  done
done
"$program" inspect --isolated rules src tests/texts >"$counts/printed"
"$program" litmus --isolated . >"$counts/printed"
"$reader" merge -o "$counts/all.profdata" "$counts"/*.profraw
RUSTFLAGS="-Cprofile-use=$counts/all.profdata" build
