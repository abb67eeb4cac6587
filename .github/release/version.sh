#!/usr/bin/env bash
# The tag that is released has to be the version of the program: a release that says another is no release.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^version = "\([0-9]*\.[0-9]*\.[0-9]*\)"$/\1/p' Cargo.toml)
if [ "$1" != "v$version" ]; then
  printf 'version.sh: the tag is %q, and Cargo.toml says %q\n' "$1" "$version" >&2
  exit 1
fi
