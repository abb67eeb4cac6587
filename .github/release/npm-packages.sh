#!/usr/bin/env bash
# Packs all npm packages of a release from its archives: npm-packages.sh ARCHIVES FOLDER
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$2"

for archive in "$1"/pingless-*; do
  name=${archive##*/}
  case "$name" in
    *.tar.gz) tar -xzf "$archive" -C "$work" && name=${name%.tar.gz} && program=pingless ;;
    *.zip) unzip -q "$archive" -d "$work" && name=${name%.zip} && program=pingless.exe ;;
    *) continue ;;
  esac
  target=${name#pingless-}
  target=${target%-v*}
  node "$here/npm.mjs" platform "$target" "$work/$name/$program" "$work/packages/$target"
done
node "$here/npm.mjs" wrapper "$work/packages/wrapper"
for package in "$work"/packages/*; do
  npm pack --loglevel error --pack-destination "$2" "$package" >/dev/null
done
ls "$2"
