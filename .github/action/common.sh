# What the steps share. Written for bash 3.2, which macOS has.

# A command of the workflow. The words are ours: nothing from outside may stand in them.
tell() { printf '::%s title=pingless::%s\n' "$1" "$2"; }

die() {
  tell error "$1"
  exit 2
}

# A value for later steps. Ours or checked: a value with a line break would write a second one.
output() { printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; }

# A checkout in a container belongs to another user than the job's, and git refuses it. It is the workspace of this job
# all the same; what lies outside of that stays as it is. Whatever git runs here takes the setting over. Before 2.38 git
# took it from files alone.
trust_checkout() {
  local folder=$PWD settings=$FOLDER/gitconfig
  while [ -n "$folder" ] && ! [ -e "$folder/.git" ]; do folder=${folder%/*}; done
  case "$folder/" in "${GITHUB_WORKSPACE:?}"/*) ;; *) return 0 ;; esac
  command -v git >/dev/null || return 0
  # The step before may have written it.
  if ! [ -e "$settings" ]; then
    git config --file "$settings" --add include.path "${GIT_CONFIG_GLOBAL:-${HOME:-}/.gitconfig}"
    [ -n "${GIT_CONFIG_GLOBAL:-}" ] ||
      git config --file "$settings" --add include.path "${XDG_CONFIG_HOME:-${HOME:-}/.config}/git/config"
    git config --file "$settings" --add safe.directory "$folder"
  fi
  export GIT_CONFIG_GLOBAL=$settings
}

# One more setting for git, beside those that the job has.
git_setting() {
  local at=${GIT_CONFIG_COUNT:-0}
  export GIT_CONFIG_COUNT=$((at + 1)) "GIT_CONFIG_KEY_$at=$1" "GIT_CONFIG_VALUE_$at=$2"
}

# Shows a file whose words are not ours: while commands are stopped, no line of it is one.
show() {
  [ -s "$1" ] || return 0
  local token
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$token"
  cat -- "$1"
  printf '\n::%s::\n' "$token"
}

# The SHA-256 of standard input, in hexadecimal.
sha256() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1
}

is_commit() { [[ "$1" =~ ^[0-9a-f]{40}([0-9a-f]{24})?$ ]]; }

is_number() { [[ "$1" =~ ^[1-9][0-9]{0,8}$ ]]; }

# The API of the server that this runs on. It may be another than github.com, which has a variable of its own.
api() {
  GH_ENTERPRISE_TOKEN=$GH_TOKEN gh api --hostname "$(server)" "$@"
}

server() {
  local url=${GITHUB_SERVER_URL:-https://github.com}
  printf '%s' "${url#*://}"
}
