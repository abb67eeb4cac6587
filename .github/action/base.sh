# The commit to compare with; and for a fork's pull request, its files, whose configuration rules.
set -euo pipefail
. "${0%/*}/common.sh"

export GIT_TERMINAL_PROMPT=0 GIT_LFS_SKIP_SMUDGE=1
# A message of a commit may be in any encoding: to the tools it is bytes.
export LC_ALL=C

has() { git cat-file -e "$1^{commit}" 2>/dev/null; }

# What is cloned whole stays whole: its history tells where the change begins.
fetch() {
  local depth=
  [ "$(git rev-parse --is-shallow-repository)" = false ] || depth=--depth=1
  git fetch --quiet --no-tags ${depth:+"$depth"} origin "$1" 2>/dev/null
}

# A private repository whose checkout kept no credentials needs the token. It goes through the environment, since
# everybody on the machine can read the arguments of a program.
fetch_with_token() {
  [ -n "$TOKEN" ] || return 1
  (
    git_setting "http.https://$(server)/.extraheader" \
      "AUTHORIZATION: basic $(printf 'x-access-token:%s' "$TOKEN" | base64 | tr -d '\n')"
    fetch "$1"
  )
}

provide() { has "$1" || fetch "$1" || fetch_with_token "$1"; }

none() {
  output base ''
  output head ''
  output worktree ''
  output isolated "$1"
  exit 0
}

if ! is_commit "$BASE_SHA" || ! is_commit "$HEAD_SHA"; then none false; fi
trust_checkout
if ! here=$(git rev-parse --verify --quiet HEAD 2>"$FOLDER/git.log"); then
  # What lies here without git, where its image has none, is the change's all the same: nothing of it configures the run.
  if [ -z "$(ls -A)" ]; then
    tell notice 'nothing is checked out here, so only title and text are judged'
    none false
  fi
  show "$FOLDER/git.log"
  if command -v git >/dev/null; then
    tell warning 'git cannot read what is checked out here, so only title and text are judged: is the working-directory that of the checkout?'
  else
    tell warning 'there is no git in the image of this job, so only title and text are judged'
  fi
  none "$FORK"
fi

# GitHub checks out a merge of the base as it is now with the change. Its first parent is what the change adds to;
# a shallow clone has not got the parents, but their names.
base=$BASE_SHA
head=$here
parents=$(git cat-file commit "$here" | sed -n '1,/^$/s/^parent //p' | tr '\n' ' ')
case "$parents" in
  *" $HEAD_SHA ") base=${parents%% *} ;;
  *) [ "$here" = "$HEAD_SHA" ] || head=$HEAD_SHA ;;
esac

if ! provide "$base" || ! provide "$head"; then
  # They are handed on all the same: the program says what it cannot know without them.
  tell warning 'the base could not be fetched: the step that reads the change says what that means'
  output base "$base"
  output head "$head"
  output worktree ''
  output isolated "$FORK"
  exit 0
fi

worktree=
if [ "$FORK" = true ]; then
  worktree="$FOLDER/base"
  # A machine that is used again may remember a folder that is gone.
  git worktree prune
  git -c core.hooksPath=/dev/null worktree add --quiet --detach "$worktree" "$base"
  worktree="$worktree/$(git rev-parse --show-prefix)"
  if ! [ -d "$worktree" ]; then
    tell notice 'the working directory is not there at the base: the configuration of its root counts'
    worktree="$FOLDER/base"
  fi
fi
output base "$base"
output head "$head"
output worktree "$worktree"
output isolated false
