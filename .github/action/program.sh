# Which program this run uses: the archive of a release, or a build of this checkout and the key that names it.
set -euo pipefail
. "${0%/*}/common.sh"

if [ "$INPUT_VERSION" = source ]; then
  # All that a build depends on: its sources, and the system, whose C library an older one may not have.
  key=$(
    cd "$GITHUB_ACTION_PATH"
    files=$(find Cargo.toml Cargo.lock src rules -type f | LC_ALL=C sort)
    {
      printf '%s\n' "$files"
      # A program for each of a thousand files takes half a minute where to start one is slow.
      printf '%s\n' "$files" | tr '\n' '\0' | xargs -0 cat --
      printf '%s\n' "${ImageOS:-$(uname -sr)}"
    } | sha256
  )
  output from source
  output key "pingless-${RUNNER_OS:-}-${RUNNER_ARCH:-}-$key"
  exit 0
fi

[[ "$INPUT_VERSION" =~ ^[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}$ ]] ||
  die 'the input version has to be source or a release as X.Y.Z'
case "${RUNNER_OS:-}-${RUNNER_ARCH:-}" in
  Linux-X64) target=x86_64-unknown-linux-musl ;;
  Linux-ARM64) target=aarch64-unknown-linux-musl ;;
  macOS-X64) target=x86_64-apple-darwin ;;
  macOS-ARM64) target=aarch64-apple-darwin ;;
  Windows-X64) target=x86_64-pc-windows-msvc ;;
  *) die 'no release is made for this system: use the version source' ;;
esac
output from release
output target "$target"
output version "$INPUT_VERSION"
