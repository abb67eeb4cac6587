# Runs the program once, and hands on what it said.
set -euo pipefail
. "${0%/*}/common.sh"
trust_checkout

case "$INPUT_FORMAT" in
  github | human | concise) ;;
  *) die 'the input format has to be github, human or concise' ;;
esac
case "$INPUT_FAIL_ON" in
  '' | error | warn | note | never) ;;
  *) die 'the input fail-on has to be error, warn, note or never' ;;
esac

# A setting, and no file: as the program tells them apart, whatever files of that name a fork may have.
is_setting() {
  case "$1" in
    *=*.toml) return 1 ;;
    *=*) return 0 ;;
    *) return 1 ;;
  esac
}

# On a fork's pull request a configuration file is the one of the base; one that the repository does not have, such as
# another repository's checkout, is none of the fork's.
configuration() {
  local name
  if [ -z "$WORKTREE" ] || { ! [ -e "$1" ] && ! [ -e "$WORKTREE/$1" ]; }; then
    printf '%s' "$1"
    return
  fi
  name=$(git -c core.quotePath=off ls-files --full-name -- ":(literal)$1" 2>/dev/null | head -n 1)
  if [ -n "$name" ]; then
    printf '%s' "$FOLDER/base/$name"
  elif [ -e "$WORKTREE/$1" ]; then
    printf '%s' "$WORKTREE/$1"
  else
    case "$1" in
      /* | [A-Za-z]:*) printf '%s' "$1" ;;
      *) printf '%s' "$PWD/$1" ;;
    esac
  fi
}

arguments=("$SUBCOMMAND" --format "$INPUT_FORMAT")
for format in json summary comment; do arguments+=(-o "$format=$FOLDER/pingless.$format"); done
[ "$INPUT_SARIF" = true ] && arguments+=(-o "sarif=$FOLDER/pingless.sarif")
[ -n "$INPUT_FAIL_ON" ] && arguments+=(--fail-on "$INPUT_FAIL_ON")
[ "$ISOLATED" = true ] && arguments+=(--isolated)
# An option with a file of the repository, if it is there at the base.
add() {
  local file
  file=$(configuration "$2")
  if [ -n "$WORKTREE" ] && [ "$file" != "$2" ] && ! [ -e "$file" ]; then
    tell notice 'a file that is named as config or baseline is not there at the base, so it does not count yet'
  else
    arguments+=("$1" "$file")
  fi
}
if [ "$ISOLATED" != true ]; then
  while IFS= read -r line; do
    # A file that defines a workflow may have the line ends of Windows.
    line=${line%$'\r'}
    [ -n "$line" ] || continue
    if is_setting "$line"; then arguments+=(--config "$line"); else add --config "$line"; fi
  done <<<"$INPUT_CONFIG"
  if [ -n "$INPUT_BASELINE" ] && [ "$SUBCOMMAND" != issue ]; then add --baseline "$INPUT_BASELINE"; fi
fi
[ -n "$BASE" ] && arguments+=(--diff-base "$BASE")
if [ "$SUBCOMMAND" != check ]; then
  [ -n "$LIVE" ] && arguments+=(--live "$LIVE")
  # Where the change is checked out, its files are read as they lie there.
  if [ -n "$HEAD" ] && { [ -n "$WORKTREE" ] || [ "$HEAD" != "$(git rev-parse HEAD)" ]; }; then
    arguments+=(--head "$HEAD")
  fi
else
  arguments+=(--)
  while IFS= read -r line; do
    line=${line%$'\r'}
    [ -z "$line" ] || arguments+=("$line")
  done <<<"$INPUT_PATHS"
fi

[ -n "$WORKTREE" ] && trap 'git worktree remove --force "$FOLDER/base" || true' EXIT

status=0
[ "$INPUT_FORMAT" = github ] || export FORCE_COLOR=1
(
  [ -z "$WORKTREE" ] || cd "$WORKTREE"
  "$PROGRAM" "${arguments[@]}"
) >"$FOLDER/log" 2>"$FOLDER/errors" || status=$?
show "$FOLDER/errors"
# Only workflow commands are to be obeyed, and only the ones that the program wrote as such.
if [ "$INPUT_FORMAT" = github ]; then cat -- "$FOLDER/log"; else show "$FOLDER/log"; fi
[ "$status" -le 1 ] || tell error 'pingless could not do its work: the log of this step says why'

# The report has a line for each number, indented as nothing else is; a text cannot hold a line break.
count() { sed -n "s/^    \"$1\": \([0-9]\{1,9\}\),\{0,1\}\$/\1/p" "$FOLDER/pingless.json" 2>/dev/null || true; }
errors=$(count errors)
warnings=$(count warnings)
notes=$(count notes)
[ -s "$FOLDER/pingless.summary" ] && cat -- "$FOLDER/pingless.summary" >>"$GITHUB_STEP_SUMMARY"

# A path of what is there: a run that failed may have written nothing.
written() { output "$1" "$([ ! -e "$2" ] || printf '%s' "$2")"; }

output status "$status"
output findings "$((${errors:-0} + ${warnings:-0} + ${notes:-0}))"
output errors "${errors:-0}"
output warnings "${warnings:-0}"
written report "$FOLDER/pingless.json"
written sarif "$FOLDER/pingless.sarif"
# A run that failed knows nothing of what is left to ask: the comment that is there stays.
[ "$status" -le 1 ] || exit 0
touch "$FOLDER/pingless.comment"
output comment "$FOLDER/pingless.comment"
if [ "$SUBCOMMAND" = pr ] && command -v jq >/dev/null; then
  jq --null-input --rawfile body "$FOLDER/pingless.comment" --arg head "$HEAD_SHA" --argjson number "$NUMBER" \
    '{$number, $head, $body}' >"$FOLDER/pingless-comment.json"
  output comment-json "$FOLDER/pingless-comment.json"
fi
exit 0
