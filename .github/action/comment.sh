# Keeps one comment on a pull request: written, edited in place, removed when nothing is left to say. Needs GH_TOKEN,
# REPOSITORY, NUMBER, and COMMENT, the file with its text. Fails nobody: some tokens may not write.
set -euo pipefail
. "${0%/*}/common.sh"

marker='<!-- pingless:comment -->'
# GitHub takes 65,536 characters.
longest=65000

is_number "$NUMBER" || die 'the event names no number'
folder=$(mktemp -d "$RUNNER_TEMP/pingless/comment.XXXXXXXX")

give_up() {
  show "$folder/log"
  tell notice 'the comment could not be written: the token may not write to pull requests'
  exit 0
}

# Who this token is: others can write our marker, too.
self=$(api graphql --raw-field query='query { viewer { login } }' --jq .data.viewer.login 2>"$folder/log") ||
  self='github-actions[bot]'
api --paginate "repos/$REPOSITORY/issues/$NUMBER/comments?per_page=100" \
  --jq '.[] | select((.body // "") | startswith("<!-- pingless:comment -->")) | "\(.id) \(.user.login)"' \
  >"$folder/found" 2>"$folder/log" || give_up

wanted=false
if [ -s "$COMMENT" ]; then
  wanted=true
  printf '%s\n' "$marker" >"$folder/body.md"
  if [ "$(wc -c <"$COMMENT")" -le "$longest" ]; then
    # The program begins with the marker, too.
    grep -v -x -F -e "$marker" -- "$COMMENT" >>"$folder/body.md" || true
  else
    printf '%s\n' 'There is more to ask than a comment can hold: see the summary of the run.' >>"$folder/body.md"
  fi
fi

kept=false
while read -r id login; do
  if ! [[ "$id" =~ ^[0-9]+$ ]] || [ "$login" != "$self" ]; then continue; fi
  if [ "$wanted" = true ] && [ "$kept" = false ]; then
    kept=true
    api --method PATCH "repos/$REPOSITORY/issues/comments/$id" --field "body=@$folder/body.md" --silent \
      2>"$folder/log" || give_up
  else
    api --method DELETE "repos/$REPOSITORY/issues/comments/$id" --silent 2>"$folder/log" || give_up
  fi
done <"$folder/found"
if [ "$wanted" = false ] || [ "$kept" = true ]; then exit 0; fi
api --method POST "repos/$REPOSITORY/issues/$NUMBER/comments" --field "body=@$folder/body.md" --silent \
  2>"$folder/log" || give_up
