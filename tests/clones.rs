//! Clones that do not have everything: without a working tree, cut off at a depth, or without the texts of old commits. What a
//! command cannot read it must not take for what was never there.

mod repository;

use repository::Repository;

const FACT: &str = "Tokens live for 60 minutes. <!-- pingless: fact auth.token.ttl = 60 min -->\n";
const RELIES: &str = "A worker renews them every hour. <!-- pingless: assumes auth.token.ttl = 60 min -->\n";

/// A branch that breaks a link and a fact of texts that it does not touch.
fn broken(name: &str) -> Repository {
    let made = Repository::with(
        name,
        &[
            ("README.md", "# Slots\n\nSee [how it is set up](docs/setup.md).\n"),
            ("docs/setup.md", "# Setup\n\nRun `make`.\n"),
            ("docs/token.md", FACT),
            ("docs/worker.md", RELIES),
        ],
    );
    made.git(&["checkout", "--quiet", "-b", "topic"]);
    made.remove("docs/setup.md");
    made.write("docs/token.md", FACT.replace("60", "15"));
    made.commit("Break both");
    made
}

#[test]
fn without_a_working_tree_commits_are_judged_among_their_own_files() {
    let origin = broken("judged-origin");
    let expected = ["README.md:3 broken-local-link", "docs/worker.md:1 contradicting-fact"];
    assert_eq!(origin.new_since("main", &["--head", "topic"]).rules(), expected);
    let bare = origin.cloned("judged", &["--bare"]);
    assert_eq!(bare.new_since("main", &["--head", "topic"]).rules(), expected);
    let part = bare.new_since("main", &["--head", "topic", "docs"]);
    assert_eq!(part.rules(), expected, "docs/setup.md was taken away, and README.md leads there: {part:#?}");
}

#[test]
fn without_a_working_tree_nothing_says_what_holds_today() {
    let bare = broken("today-origin").cloned("today", &["--bare"]);
    for args in [&["facts", "--diff", "main"][..], &["litmus"], &["litmus", "--since", "2020-01-01"]] {
        let run = bare.pingless(args);
        assert_eq!((run.status, &*run.out), (2, ""), "{args:?}: {run:#?}");
        assert!(run.said.contains("there is no working tree"), "{args:?}: {run:#?}");
    }
}

#[test]
fn a_path_that_no_side_has_is_misspelt() {
    let made = broken("misspelt");
    for (path, is_there) in
        [("docs/setup.md", true), ("docs", true), ("", true), ("doc", false), ("docs/set.md", false)]
    {
        let path = if path.is_empty() { "." } else { path };
        let run = made.new_since("main", &["--head", "topic", path]);
        assert_eq!(run.status == 2, !is_there, "{path}: {run:#?}");
        assert_eq!(run.said.contains("there is no such file or folder"), !is_there, "{path}: {run:#?}");
    }
}

#[test]
fn a_text_of_another_repository_is_not_passed_over() {
    let made = Repository::with("around", &[("a.md", "# A\n")]);
    made.git(&["init", "--quiet", "inner"]);
    made.write("inner/b.md", "Please merge it by EOD tomorrow.\n");
    let run = made.new_since("main", &["a.md", "inner/b.md"]);
    assert_eq!(run.status, 2, "{run:#?}");
    assert!(run.said.contains("inner/b.md: it lies in another repository"), "{run:#?}");
}

#[test]
fn texts_that_were_not_fetched_are_not_taken_for_absent() {
    let origin = broken("partial-origin");
    origin.git(&["config", "uploadpack.allowFilter", "true"]);
    let part = origin.cloned("partial", &["--filter=blob:none", "--branch", "topic"]);
    for args in [
        &["check", "--diff-base", "origin/main"][..],
        &["facts", "--diff", "origin/main"],
        &["trial"],
        &["litmus", "--since", "2020-01-01"],
    ] {
        let run = part.pingless(args);
        assert_eq!((run.status, &*run.out), (2, ""), "{args:?}: {run:#?}");
        assert!(run.said.contains("git fetch --refetch --no-filter"), "{args:?}: {run:#?}");
    }
}

#[test]
fn facts_of_a_shallow_clone_say_what_they_cannot_know() {
    let origin = broken("shallow-origin");
    origin.git(&["checkout", "--quiet", "main"]);
    origin.write("docs/token.md", FACT.replace("60", "90"));
    origin.commit("Go on");
    let alone = origin.cloned("shallow", &["--depth", "1", "--branch", "topic"]);
    let unknown = alone.pingless(&["facts", "--diff", "origin/main"]);
    assert_eq!(unknown.status, 2, "{unknown:#?}");
    assert!(unknown.said.contains("this shallow clone does not have `origin/main`"), "{unknown:#?}");
    alone.git(&["fetch", "--quiet", "--depth", "1", "origin", "main:refs/remotes/origin/main"]);
    let tips = alone.pingless(&["facts", "--diff", "origin/main"]);
    assert!(tips.said.contains("warning: --diff origin/main: this shallow clone does not say where"), "{tips:#?}");
    alone.git(&["fetch", "--quiet", "--unshallow", "origin"]);
    let whole = alone.pingless(&["facts", "--diff", "origin/main"]);
    assert!(!whole.said.contains("warning:"), "{whole:#?}");
    assert!(whole.out.contains("60 min") && !whole.out.contains("90 min"), "{whole:#?}");
}

#[test]
fn commits_of_a_shallow_clone_end_where_it_ends() {
    let origin = Repository::with("depth-origin", &[("a.md", "# A\n")]);
    origin.git(&["checkout", "--quiet", "-b", "topic"]);
    origin.commit("wip");
    origin.git(&["checkout", "--quiet", "main"]);
    origin.commit("stuff");
    origin.git(&["checkout", "--quiet", "topic"]);
    origin.git(&["merge", "--quiet", "--no-ff", "-m", "update", "main"]);
    origin.commit("fix");
    let alone = origin.cloned("depth", &["--depth", "2", "--branch", "topic", "--no-single-branch"]);
    let run = alone.pingless(&["commits", "origin/main..HEAD", "--format", "concise"]);
    assert_eq!(run.out.lines().count(), 1, "the merge is no commit of its own: {run:#?}");
    assert!(run.said.contains("left out: 1 merge"), "{run:#?}");
    assert!(run.said.contains("warning: origin/main..HEAD: this shallow clone ends within it"), "{run:#?}");
    let inside = alone.pingless(&["commits", "HEAD~1..HEAD", "--format", "concise"]);
    assert_eq!((inside.out.lines().count(), inside.said.contains("shallow")), (1, false), "{inside:#?}");
}
