#!/bin/bash
# Stands in for curl: downloads the archive that the test made.
printf '%s\n' "$*" >>"$STAND/curl.log"
while [ "$1" != --output ]; do shift; done
cp "$STAND/archive" "$2"
