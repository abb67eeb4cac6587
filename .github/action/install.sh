# Puts the program where the next steps find it.
set -euo pipefail
. "${0%/*}/common.sh"

folder="$RUNNER_TEMP/pingless"
suffix=
[ "${RUNNER_OS:-}" = Windows ] && suffix=.exe
mkdir -p "$folder/bin"
program="$folder/bin/pingless$suffix"

# A copy over a file keeps the permissions of that file.
place() {
  rm -f "$program"
  cp "$1" "$program"
}

build() {
  command -v cargo >/dev/null || die 'this machine has no Rust to build pingless with: name a release as version'
  # Where it is started decides which configuration cargo reads: that must not be the folder of the change.
  cd "$GITHUB_ACTION_PATH"
  # Somebody waits for it: half the time for a little less speed.
  CARGO_PROFILE_RELEASE_LTO=thin CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo build --release --locked --bin pingless --target-dir "$folder/target"
  place "$folder/target/release/pingless$suffix"
}

download() {
  local extension=tar.gz name archive expected
  [ "$suffix" = .exe ] && extension=zip
  name="pingless-$TARGET-v$VERSION"
  archive="$folder/$name.$extension"
  expected=$(awk -v file="$name.$extension" '$2 == file { print $1 }' "$GITHUB_ACTION_PATH/.github/action/SHA256SUMS")
  [[ "$expected" =~ ^[0-9a-f]{64}$ ]] || die 'the checksum of this release is not known here: use a newer commit of this action, or the version source'
  curl --fail --silent --show-error --location --proto '=https' --retry 3 --output "$archive" \
    "https://github.com/pingless/pingless/releases/download/v$VERSION/$name.$extension"
  [ "$(sha256 <"$archive")" = "$expected" ] || die 'the archive of this release is not the one whose checksum is known here'
  if [ "$extension" = zip ]; then unzip -q -o "$archive" -d "$folder"; else tar -xzf "$archive" -C "$folder"; fi
  place "$folder/$name/pingless$suffix"
}

if [ "$FROM" = release ]; then
  download
elif ! "$program" --version >/dev/null 2>&1; then
  (build)
fi
"$program" --version
output program "$program"
