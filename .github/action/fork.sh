# Writes the comment of a fork's pull request, from the JSON that its run left behind. A stranger may have written that
# JSON: it is checked, none of it is run, and it can say something on its own pull request only.
set -euo pipefail
. "${0%/*}/common.sh"

refuse() {
  tell warning "$1"
  exit 0
}

[[ "$RUN_ID" =~ ^[0-9]{1,19}$ ]] || die 'the event names no run'
is_commit "$HEAD_SHA" || die 'the event names no commit'
mkdir -p "$RUNNER_TEMP/pingless"
folder=$(mktemp -d "$RUNNER_TEMP/pingless/fork.XXXXXXXX")
GH_ENTERPRISE_TOKEN=$GH_TOKEN gh run download "$RUN_ID" --repo "$(server)/$REPOSITORY" --name pingless-comment \
  --dir "$folder/artifact" >"$folder/log" 2>&1 || {
  show "$folder/log"
  tell notice 'the run left no comment behind'
  exit 0
}

file="$folder/artifact/pingless-comment.json"
if ! [ -f "$file" ] || [ -L "$file" ]; then refuse 'the artifact holds no comment'; fi
[ "$(wc -c <"$file")" -le 400000 ] || refuse 'the comment in the artifact is too large'
jq --exit-status --slurp --arg head "$HEAD_SHA" '
  length == 1 and (.[0]
  | type == "object" and keys == ["body", "head", "number"]
    and (.number | type == "number" and . == floor and . >= 1 and . <= 999999999)
    and .head == $head
    and (.body | type == "string" and length <= 60000))' "$file" >/dev/null 2>&1 ||
  refuse 'the comment in the artifact is not of the form that this action writes'
NUMBER=$(jq '.number | floor' "$file")
is_number "$NUMBER" || refuse 'the comment in the artifact names no pull request'
now=$(api "repos/$REPOSITORY/pulls/$NUMBER" --jq '.state + " " + .head.sha') || refuse 'the pull request cannot be read'
[ "$now" = "open $HEAD_SHA" ] || refuse 'the comment is not about the change that this run was for'

# Our own texts name nobody so that it rings; whoever wrote another must not either.
COMMENT="$folder/comment.md"
jq --raw-output --join-output '.body
  | gsub("&(?<name>#0*64|#x0*40|commat)(?![0-9a-z])"; "&amp;" + .name; "i")
  | gsub("@(?!\u200b)"; "@\u200b")' "$file" >"$COMMENT"
export COMMENT NUMBER
bash "${0%/*}/comment.sh"
