#!/bin/bash
# Stands in for cargo: "builds" the stand-in of the program.
printf '%s: %s\n' "$PWD" "$*" >>"$STAND/cargo.log"
while [ "$1" != --target-dir ]; do shift; done
mkdir -p "$2/release"
cp "${0%/*}/program" "$2/release/pingless"
