# What this run is about, and its text as it is now: a run that is repeated gets the event of the first time.
set -euo pipefail
. "${0%/*}/common.sh"

case "$EVENT_NAME" in
  pull_request | pull_request_review | pull_request_review_comment) subcommand=pr path=pulls ;;
  issues) subcommand=issue path=issues ;;
  pull_request_target) die 'pull_request_target gives a token that may write to what a stranger sent: use pull_request' ;;
  *) subcommand=check path= ;;
esac

mkdir -p "$RUNNER_TEMP/pingless"
folder=$(mktemp -d "$RUNNER_TEMP/pingless/run.XXXXXXXX")
live=
if [ -n "$path" ]; then
  is_number "$NUMBER" || die 'the event names no number'
  if api "repos/$REPOSITORY/$path/$NUMBER" >"$folder/live.json" 2>"$folder/live.log"; then
    live="$folder/live.json"
  else
    show "$folder/live.log"
    tell notice 'title and text could not be read anew, so those of the event are judged; they may be older'
  fi
fi
fork=false
# A fork that was deleted has no name.
[ "$subcommand" = pr ] && [ "$HEAD_REPOSITORY" != "$REPOSITORY" ] && fork=true
output subcommand "$subcommand"
output folder "$folder"
output live "$live"
output fork "$fork"
output number "$([ -z "$path" ] || printf '%s' "$NUMBER")"
