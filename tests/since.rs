//! Only what is new: real repositories, a base and a head.

mod repository;

use proptest::prelude::*;

use pingless::lint;
use pingless::rule::Catalog;
use pingless::settle::since;
use pingless::text::Source;
use repository::{Repository, Run};

const MERGE: &str = "Please merge it by EOD tomorrow.\n";
const TAG: &str = "Please tag it by EOD Friday.\n";
const SHIP: &str = "Please ship it by COB Monday.\n";
const PLAIN: &str = "The cache holds ten thousand keys, and each of them lives for an hour.\n";

fn text(parts: &[&str]) -> String {
    parts.join("\n")
}

/// A repository with one text, and its branch `topic` checked out.
fn one(name: &str, before: &str) -> Repository {
    let made = Repository::with(name, &[("docs/a.md", before)]);
    made.git(&["checkout", "--quiet", "-b", "topic"]);
    made
}

#[track_caller]
fn places(run: &Run, expected: &[&str]) {
    assert_eq!(run.places(), expected, "{run:#?}");
}

#[test]
fn what_was_there_is_not_reported() {
    let made = one("old", &text(&["# Plan\n", MERGE, PLAIN]));
    made.write("docs/a.md", text(&["# Plan\n", MERGE, PLAIN, TAG]));
    let run = made.new_since("main", &[]);
    places(&run, &["docs/a.md:7"]);
    assert_eq!(run.status, 1, "a new warning fails: {run:#?}");
    assert!(run.said.contains("compared with main"), "{run:#?}");
    assert!(run.said.contains("1 finding was there before"), "{run:#?}");
}

#[test]
fn nothing_new_is_clean() {
    let made = one("clean", &text(&["# Plan\n", MERGE, PLAIN]));
    made.write("docs/a.md", text(&["# Plan\n", PLAIN, MERGE, PLAIN]));
    let run = made.new_since("main", &[]);
    places(&run, &[]);
    assert_eq!(run.status, 0, "{run:#?}");
}

#[test]
fn of_findings_that_are_alike_the_one_on_a_changed_line_is_new() {
    let made = one("alike", &text(&["# Plan\n", MERGE, PLAIN, MERGE]));
    made.write("docs/a.md", text(&["# Plan\n", "Ask the others by EOD tomorrow as well.\n", MERGE, PLAIN, MERGE]));
    let run = made.new_since("main", &[]);
    places(&run, &["docs/a.md:3"]);
    let json = made.pingless(&["check", "--diff-base", "main", "--format", "json"]);
    assert!(json.out.contains("\"touched\": true"), "{json:#?}");
    let all: serde_json::Value = serde_json::from_str(&json.out).expect("it is JSON");
    let old = made.pingless(&["check", "--diff-base", "main", "--head", "main", "--format", "json"]);
    assert!(!old.out.contains(all["diagnostics"][0]["fingerprint"].as_str().expect("a name")));
    assert_eq!(all["summary"]["since"]["base"], "main");
    assert_eq!(all["summary"]["since"]["before"], 2);
}

#[test]
fn a_deletion_that_causes_an_absence_is_found() {
    let decided = "# Keep sessions in the database\n\n<!-- pingless: kind=adr -->\n\nStatus: accepted\n\n## Context\n\nSessions are lost at each deploy, since they are kept in memory.\n\n## Decision\n\nWe keep sessions in PostgreSQL, because every region has it.\n\n## Alternatives\n\n- Redis: rejected, since nobody here runs it yet.\n\n## Consequences\n\nEach request costs one query more.\n";
    let made = one("absence", decided);
    made.write("docs/a.md", decided.replace("Status: accepted\n\n", ""));
    made.commit("Shorten");
    let run = made.new_since("main", &[]);
    assert_eq!(run.rules(), ["docs/a.md:1 adr.status"], "{run:#?}");
    let untouched = made.pingless(&["check", "--diff-base", "main", "--format", "json"]);
    assert!(untouched.out.contains("\"touched\": false"), "{untouched:#?}");
}

#[test]
fn a_renamed_file_keeps_what_it_had() {
    let made = one("renamed", &text(&["# Plan\n", MERGE, PLAIN, PLAIN, PLAIN]));
    made.git(&["mv", "docs/a.md", "docs/b.md"]);
    made.write("docs/b.md", text(&["# Plan\n", MERGE, PLAIN, PLAIN, PLAIN, TAG]));
    made.commit("Move");
    places(&made.new_since("main", &[]), &["docs/b.md:11"]);
}

#[test]
fn a_moved_paragraph_is_not_new() {
    let files = [("a.md", text(&["# One\n", MERGE, PLAIN])), ("b.md", text(&["# Two\n", PLAIN]))];
    let made = Repository::with("moved", &[("a.md", &files[0].1), ("b.md", &files[1].1)]);
    made.write("a.md", text(&["# One\n", PLAIN]));
    made.write("b.md", text(&["# Two\n", PLAIN, MERGE]));
    places(&made.new_since("HEAD", &[]), &[]);
    made.write("b.md", text(&["# Two\n", PLAIN, MERGE, "Do not merge it by EOD tomorrow if the build is red.\n"]));
    places(&made.new_since("HEAD", &[]), &["b.md:7"]);
}

#[test]
fn a_text_that_was_split_brings_nothing() {
    let made = one("split", &text(&["# Plan\n", MERGE, TAG, SHIP]));
    made.remove("docs/a.md");
    made.write("docs/b.md", text(&["# First\n", PLAIN, MERGE]));
    made.write("docs/c.md", text(&["# Second\n", PLAIN, TAG, SHIP]));
    made.commit("Split");
    places(&made.new_since("main", &[]), &[]);
}

#[test]
fn the_base_is_where_the_histories_part() {
    let made = one("parted", &text(&["# Plan\n", MERGE]));
    made.write("docs/b.md", TAG);
    made.commit("Add");
    made.git(&["checkout", "--quiet", "main"]);
    // Mended on the base since: it is no fault of the branch.
    made.write("docs/a.md", "# Plan\n\nPlease merge it by 2026-12-01 17:00 UTC.\n");
    made.commit("Mend");
    made.git(&["checkout", "--quiet", "topic"]);
    places(&made.new_since("main", &[]), &["docs/b.md:1"]);
}

#[test]
fn the_head_may_be_a_commit_that_is_not_on_disk() {
    let made = one("head", &text(&["# Plan\n", MERGE]));
    made.write("docs/new/b.md", TAG);
    made.commit("Add");
    made.git(&["checkout", "--quiet", "main"]);
    let run = made.new_since("main", &["--head", "topic"]);
    places(&run, &["docs/new/b.md:1"]);
    places(&made.new_since("main", &["--head", "topic", "docs/new"]), &["docs/new/b.md:1"]);
    places(&made.new_since("main", &[]), &[]);
    assert_eq!(made.pingless(&["check", "--head", "topic"]).status, 2, "a head alone is compared with nothing");
}

#[test]
fn untracked_files_are_new_and_ignored_ones_are_not_read() {
    let made = one("untracked", PLAIN);
    for path in
        ["b.md", "ignored/c.md", "ours.md", "made.md", "out.md", ".hidden/d.md", "node_modules/e/e.md", "note.txt"]
    {
        made.write(path, MERGE);
    }
    made.write(".gitignore", "ignored/\n");
    made.write(".pinglessignore", "ours.md\n");
    made.write(".gitattributes", "made.md linguist-generated\n");
    made.write("pingless.toml", "exclude = [\"out.md\"]\n");
    places(&made.new_since("main", &[]), &["b.md:1"]);
    made.git(&["add", "--force", "--all", "."]);
    made.commit("Add all");
    places(&made.new_since("main", &[]), &["b.md:1"]);
    places(&made.new_since("main", &["--head", "topic"]), &["b.md:1"]);
    places(&made.new_since("main", &["ours.md", "note.txt"]), &["note.txt:1", "ours.md:1"]);
    places(&made.new_since("main", &["--force-exclude", "ours.md", "made.md", "out.md", "b.md"]), &["b.md:1"]);
}

/// Whoever names a file wants it read, whatever git ignores; and all in it is new.
#[test]
fn what_is_named_is_read_although_git_ignores_it() {
    let made = one("ignored-and-named", PLAIN);
    made.write(".gitignore", "*.tmp.md\nout/\n");
    made.write("kept/b.md", MERGE);
    made.commit("Ignore");
    for path in ["a.tmp.md", "[a].tmp.md", "kept/c.tmp.md", "out/d.md", "out/deep/e.md"] {
        made.write(path, MERGE);
    }
    for (named, found) in [
        (&["a.tmp.md"][..], &["a.tmp.md:1"][..]),
        (&["[a].tmp.md"], &["[a].tmp.md:1"]),
        (&["./kept/c.tmp.md", "kept/b.md"], &["kept/b.md:1", "kept/c.tmp.md:1"]),
        (&["out"], &["out/d.md:1", "out/deep/e.md:1"]),
        (&["out/deep/e.md", "out/deep/e.md"], &["out/deep/e.md:1"]),
        (&["kept"], &["kept/b.md:1"]),
        (&[], &["kept/b.md:1"]),
        (&["."], &["kept/b.md:1"]),
    ] {
        places(&made.new_since("main", named), found);
    }
    places(&made.new_since("main", &["--force-exclude", "a.tmp.md"]), &[]);
    places(&made.new_since("main", &["--head", "topic", "a.tmp.md"]), &[]);
    // Of what git knows and ignores, only what is new.
    made.git(&["add", "--force", "a.tmp.md"]);
    made.commit("Keep");
    places(&made.new_since("HEAD", &["a.tmp.md"]), &[]);
}

#[test]
fn only_the_paths_that_are_named_count() {
    let made = one("paths", PLAIN);
    made.write("docs/b.md", MERGE);
    made.write("other/c.md", TAG);
    places(&made.new_since("main", &["docs"]), &["docs/b.md:1"]);
    let inside = made.pingless_in("docs", &["check", "--format", "concise", "--diff-base", "main"]);
    places(&inside, &["b.md:1"]);
    let above = made.pingless_in("docs", &["check", "--format", "concise", "--diff-base", "main", "../other"]);
    places(&above, &["../other/c.md:1"]);
    let outside = made.new_since("main", &["docs", "../elsewhere"]);
    assert_eq!(outside.status, 2, "{outside:#?}");
    assert!(outside.said.contains("outside of the repository"), "{outside:#?}");
}

/// As a hook of a linked working tree is run: git names the repository, and stands at the root of the files.
#[test]
fn a_repository_that_is_named_has_its_files_where_git_stands() {
    let made = one("named", PLAIN);
    made.write("docs/b.md", MERGE);
    let check = ["check", "--format", "concise", "--diff-base", "main", "docs"];
    let mut command = made.command(env!("CARGO_BIN_EXE_pingless"));
    command.args(check).env("GIT_DIR", made.root.join(".git"));
    places(&Run::of(&command.output().expect("it runs")), &["docs/b.md:1"]);
}

#[test]
#[cfg(target_os = "linux")]
fn names_are_bytes() {
    use std::os::unix::ffi::OsStrExt;
    let made = one("names", PLAIN);
    let latin = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    for name in ["-rf.md", "--help", "a b.md", "line\nend.md", "\"quoted\".md", "ta\tb.md", "$(id).md", "::error::x.md"]
    {
        made.write(name, MERGE);
    }
    made.write(latin, MERGE);
    let untracked = made.new_since("main", &[]);
    assert_eq!(untracked.out.lines().count(), 8, "{untracked:#?}");
    made.commit("Add");
    for run in [made.new_since("main", &[]), made.new_since("main", &["--head", "topic"])] {
        assert_eq!(run.out.lines().count(), 8, "{run:#?}");
        assert!(run.out.contains("-rf.md:1:"), "{run:#?}");
    }
    let option = made.new_since("--output=stolen", &[]);
    assert_eq!(option.status, 2, "{option:#?}");
    assert!(!made.root.join("stolen").exists());
    let named = made.new_since("main", &["--", "-rf.md"]);
    places(&named, &["-rf.md:1"]);
}

#[test]
fn what_is_no_text_of_ours_is_left_out() {
    let module = Repository::with("module-inner", &[("x.md", MERGE)]);
    let made = one("module", PLAIN);
    let url = module.root.to_string_lossy().into_owned();
    made.git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &url, "module"]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("docs/a.md", made.root.join("link.md")).expect("a link can be made");
    made.commit("Add");
    places(&made.new_since("main", &[]), &[]);
    made.remove("docs/a.md");
    let run = made.new_since("main", &[]);
    places(&run, &[]);
    assert_eq!(run.status, 0, "{run:#?}");
}

#[test]
fn a_base_that_is_no_text_makes_all_of_it_new() {
    let made = Repository::new("binary");
    made.write("a.md", b"\0\x01\x02");
    made.commit("Begin");
    made.write("a.md", MERGE);
    let run = made.new_since("HEAD", &[]);
    places(&run, &["a.md:1"]);
    assert!(run.said.contains("all of it counts as new"), "{run:#?}");
}

#[test]
fn what_git_cannot_do_is_wrong_usage() {
    let made = one("wrong", PLAIN);
    let unknown = made.new_since("no-such-branch", &[]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.said.contains("there is no commit `no-such-branch`"), "{unknown:#?}");
    assert!(unknown.said.contains("help: "), "{unknown:#?}");
    let piped = made.new_since("main", &["-"]);
    assert_eq!(piped.status, 2, "{piped:#?}");
    let unset = made.new_since("", &[]);
    assert_eq!(unset.status, 2, "{unset:#?}");
    assert!(unset.said.contains("`--diff-base` is given, and names nothing"), "{unset:#?}");
    let nowhere = made.pingless_in("../../../..", &["check", "--diff-base", "main", "/"]);
    assert_eq!(nowhere.status, 2, "{nowhere:#?}");
}

#[test]
fn a_new_branch_has_nothing_before_it() {
    let made = one("zeros", MERGE);
    let run = made.new_since(&"0".repeat(40), &[]);
    places(&run, &["docs/a.md:1"]);
    assert_eq!(run.status, 0, "{run:#?}");
    assert!(run.said.contains("no commit before a new branch"), "{run:#?}");
}

#[test]
fn a_repository_without_a_working_tree_compares_commits() {
    let origin = one("bare-origin", &text(&["# Plan\n", MERGE]));
    origin.write("docs/b.md", TAG);
    origin.commit("Add");
    let bare = origin.cloned("bare", &["--bare"]);
    let run = bare.new_since("main", &["--head", "topic"]);
    places(&run, &["docs/b.md:1"]);
    // It lies in the working tree of another one: in ours.
    assert!(run.status < 2 && !run.said.contains("another repository"), "{run:#?}");
    let nothing = bare.new_since("main", &[]);
    assert_eq!(nothing.status, 2, "{nothing:#?}");
    assert!(nothing.said.contains("name a commit with `--head`"), "{nothing:#?}");
}

#[test]
fn a_shallow_clone_says_what_it_cannot_know() {
    let origin = one("shallow-origin", &text(&["# Plan\n", MERGE]));
    origin.write("docs/b.md", TAG);
    origin.commit("Add");
    origin.commit("Add nothing");
    let alone = origin.cloned("shallow", &["--depth", "1", "--branch", "topic"]);
    let run = alone.new_since("origin/main", &[]);
    places(&run, &["docs/a.md:3", "docs/b.md:1"]);
    assert_eq!(run.status, 0, "old warnings fail nobody: {run:#?}");
    assert!(run.said.contains("this shallow clone does not have `origin/main`"), "{run:#?}");
    assert!(run.said.contains("fetch-depth: 0"), "{run:#?}");
    alone.git(&["fetch", "--quiet", "--depth", "1", "origin", "main:refs/remotes/origin/main"]);
    let tips = alone.new_since("origin/main", &[]);
    places(&tips, &["docs/b.md:1"]);
    assert_eq!(tips.status, 0, "{tips:#?}");
    assert!(tips.said.contains("does not say where its history and this one part"), "{tips:#?}");
    alone.git(&["fetch", "--quiet", "--unshallow", "origin"]);
    let whole = alone.new_since("origin/main", &[]);
    places(&whole, &["docs/b.md:1"]);
    assert_eq!(whole.status, 1, "{whole:#?}");
    assert!(!whole.said.contains("warning:"), "{whole:#?}");
}

#[test]
fn a_shallow_merge_knows_its_base() {
    let origin = one("merge-origin", &text(&["# Plan\n", MERGE]));
    origin.write("docs/b.md", TAG);
    origin.commit("Add");
    origin.git(&["checkout", "--quiet", "-b", "merged", "main"]);
    origin.git(&["merge", "--quiet", "--no-ff", "-m", "Merge", "topic"]);
    let alone = origin.cloned("merge", &["--depth", "1", "--branch", "merged"]);
    alone.git(&["fetch", "--quiet", "--depth", "1", "origin", "main:refs/remotes/origin/main"]);
    let run = alone.new_since("origin/main", &[]);
    places(&run, &["docs/b.md:1"]);
    assert_eq!(run.status, 1, "{run:#?}");
    assert!(!run.said.contains("warning:"), "{run:#?}");
}

#[test]
fn exceptions_that_the_change_brings_are_told() {
    let old = "Please go by EOD today. <!-- pingless: allow ambiguous-deadline: one room -->\n";
    let made = one("allows", &text(&["# Plan\n", old]));
    let new = "<!-- pingless: allow-file ambiguous-deadline: it is a quotation -->\n";
    made.write("docs/a.md", text(&["# Plan\n", PLAIN, old, MERGE, new]));
    let run = made.new_since("main", &[]);
    places(&run, &[]);
    let told = "new exception at docs/a.md:9: ambiguous-deadline in all of it: it is a quotation\n";
    assert!(run.said.contains(told), "{run:#?}");
    assert_eq!(run.said.matches("new exception").count(), 1, "{run:#?}");
    let json = made.pingless(&["check", "--diff-base", "main", "--format", "json"]);
    assert!(json.out.contains("\"reason\": \"it is a quotation\""), "{json:#?}");
    let page = made.pingless(&["check", "--diff-base", "main", "--format", "summary"]);
    let row = "`ambiguous-deadline` | the whole text | it is a quotation |\n";
    assert!(page.out.contains("### 1 new exception\n") && page.out.contains(row), "{page:#?}");
}

fn judged(text: &str) -> pingless::settle::Checked {
    lint::check(&Source::file("a.md", text), &Catalog::builtin(), &Default::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn of_each_sort_as_many_are_new_as_were_added(before in lines(), after in lines()) {
        let (old, new) = (text(&before), text(&after));
        let pair = since::compare(Some((&judged(&old), &old)), Some((judged(&new), &new)));
        let head = pair.head.expect("there is one");
        let all = judged(&new);
        for (sort, label) in [(MERGE, "by EOD tomorrow"), (TAG, "by EOD Friday"), (SHIP, "by COB Monday")] {
            let count = |lines: &[&str]| lines.iter().filter(|line| **line == sort).count();
            let found = head.findings.iter().filter(|it| it.at.span.of(&new) == label).count();
            prop_assert_eq!(found, count(&after).saturating_sub(count(&before)));
        }
        let base: Vec<_> = judged(&old).findings.into_iter().map(|it| it.fingerprint).collect();
        prop_assert!(head.findings.iter().all(|it| !base.contains(&it.fingerprint)));
        let taken: usize = pair.old.values().sum();
        prop_assert_eq!(taken + head.findings.len(), all.findings.len());
        prop_assert!(head.findings.is_sorted_by_key(|it| it.at.span));
    }
}

fn lines() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(vec![MERGE, TAG, SHIP, PLAIN]), 0..8)
}

/// The quickest of some runs.
fn quickest(mut run: impl FnMut()) -> std::time::Duration {
    let once = |_| {
        let begun = std::time::Instant::now();
        run();
        begun.elapsed()
    };
    (0..15).map(once).min().expect("it runs")
}

/// Each of them once looked at its whole line.
#[test]
fn a_line_may_hold_thousands_of_findings() {
    let line = MERGE.trim_end().repeat(4000);
    let made = one("line", &line);
    made.write("docs/a.md", format!("First. {line} {TAG}"));
    let started = std::time::Instant::now();
    let run = made.new_since("main", &[]);
    assert_eq!(run.places().len(), 1, "{:#?}", run.said);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[cfg(unix)]
#[test]
fn an_untracked_link_is_no_text_of_its_own() {
    let made = one("links", PLAIN);
    made.write("outside.txt", MERGE);
    for (target, name) in [("outside.txt", "link.md"), ("nowhere", "broken.md"), ("round.md", "round.md")] {
        std::os::unix::fs::symlink(target, made.root.join(name)).expect("a link");
    }
    let run = made.new_since("main", &[]);
    places(&run, &[]);
    assert!(!run.said.contains("cannot be read"), "{run:#?}");
}

#[test]
fn what_leaves_commits_out_names_none() {
    let made = one("without", PLAIN);
    for name in ["^HEAD", "HEAD..", "--all", "a\nb"] {
        let run = made.pingless(&["check", &format!("--diff-base={name}")]);
        let name = name.replace('\n', "\\u{a}");
        assert!(run.said.contains(&format!("error: git says: there is no commit `{name}`\n")), "{run:#?}");
        assert_eq!(run.status, 2);
    }
}

/// Alone on its machine: `cargo test --release --test since -- --ignored --nocapture`.
#[test]
#[ignore = "it measures time"]
fn one_changed_file_of_a_thousand_costs_no_more_than_twice_its_check() {
    let made = Repository::new("thousand");
    let body = text(&[PLAIN.repeat(120).as_str(), MERGE, PLAIN.repeat(120).as_str()]);
    (0..1000).for_each(|at| made.write(format!("docs/{}/{at}.md", at % 20), format!("# Part {at}\n\n{body}")));
    made.commit("Begin");
    made.write("docs/7/367.md", format!("# Part 367\n\n{body}\n{TAG}"));
    let run = made.new_since("HEAD", &[]);
    assert_eq!(run.places().len(), 1, "{run:#?}");
    assert!(run.said.contains("read 1 document"), "{run:#?}");
    let id = made.git(&["rev-parse", "HEAD"]);
    let git = quickest(|| {
        for it in ["HEAD", "HEAD^{commit}", "--show-toplevel", "HEAD:docs/7/367.md"] {
            made.git(&["rev-parse", it]);
        }
        made.git(&["merge-base", &id, &id]);
        made.git(&["diff", "--raw", "--numstat", "-z", "-M", &id]);
        made.git(&["ls-files", "--others", "--exclude-standard", "-z"]);
    });
    let alone = quickest(|| drop(made.pingless(&["check", "docs/7/367.md"])));
    let new = quickest(|| drop(made.new_since("HEAD", &[])));
    println!("git {git:?}, the file alone {alone:?}, only what is new {new:?}");
    assert!(new <= alone * 2 + git, "git {git:?}, the file alone {alone:?}, only what is new {new:?}");
}

/// What `guide.md` and its neighbours say before any change.
fn linked(name: &str) -> Repository {
    let files = [
        ("docs/target file.md", "# Target\n\n## The limits\n\nThey are low.\n"),
        ("docs/guide.md", "# Guide\n\nSee [the limits](target%20file.md#the-limits) and [what never was](never.md).\n"),
        ("docs/other.md", "# Other\n\nSee [it](target%20file.md), and [what never was](never.md).\n"),
        ("README.md", "# Read\n\nThe [documents](docs/) have it, and [old ones](old/) are there.\n"),
        ("old/a.md", "# A\n"),
    ];
    let made = Repository::with(name, &files);
    made.git(&["checkout", "--quiet", "-b", "topic"]);
    made
}

#[test]
fn a_link_that_the_change_breaks_elsewhere_is_new() {
    let made = linked("broken-by-move");
    made.git(&["mv", "docs/target file.md", "docs/moved.md"]);
    let both = ["docs/guide.md:3 broken-local-link", "docs/other.md:3 broken-local-link"];
    let run = made.new_since("main", &[]);
    assert_eq!((run.rules(), run.status), (both.map(str::to_owned).into(), 1), "{run:#?}");
    made.commit("Move");
    assert_eq!(made.new_since("main", &["--head", "topic"]).rules(), both);
    assert_eq!(made.new_since("main", &["docs/other.md"]).rules(), both[1..]);
    assert_eq!(made.new_since("main", &["docs/moved.md"]).rules(), [""; 0], "nobody asked for what was moved");
    let body = ["pr", "--title", "Move the limits", "--body", "README.md", "--diff-base", "main", "-f", "concise"];
    let told = made.pingless(&body).out;
    assert!(told.contains("docs/guide.md:3"), "{told}");
}

#[test]
fn a_link_to_a_heading_that_the_change_rewords_is_new() {
    let made = linked("broken-by-heading");
    made.write("docs/target file.md", "# Target\n\n## Limits of the pool\n\nThey are low.\n");
    assert_eq!(made.new_since("main", &[]).rules(), ["docs/guide.md:3 broken-local-link"]);
    assert_eq!(made.new_since("main", &["docs/target file.md"]).rules(), ["docs/guide.md:3 broken-local-link"]);
    made.write("docs/target file.md", "# Target\n\nThey are lower.\n\n## The limits\n");
    let run = made.new_since("main", &[]);
    assert_eq!((run.rules(), run.status), (vec![], 0), "what leads nowhere since long is no part of it: {run:#?}");
    assert!(run.said.contains("read 1 document"), "{run:#?}");
}

#[test]
fn a_folder_goes_with_its_last_file() {
    let made = linked("broken-by-folder");
    made.remove("old/a.md");
    std::fs::remove_dir(made.root.join("old")).expect("it is empty");
    let run = made.new_since("main", &[]);
    assert_eq!(run.rules(), ["README.md:3 broken-local-link"], "{run:#?}");
}

/// A decision whose people and status nobody names.
const DECIDED: &str = "# 1. Use the queue\n\n## Context\n\nWe need it fast.\n\n## Decision\n\nWe use the queue because it is fast.\n\n## Consequences\n\nFine, but slower to build.\n";

#[test]
fn what_a_text_lacks_stays_old_under_a_new_title() {
    let files =
        [("docs/adr/0001-a.md", DECIDED), ("pingless.toml", "[contract.adr]\nrequire = [\"deciders\", \"context\"]\n")];
    let made = Repository::with("title", &files);
    let edited = DECIDED.replace("the queue\n\n## Context", "a queue\n\n## Context");
    made.write("docs/adr/0001-a.md", &edited);
    let run = made.new_since("main", &[]);
    assert_eq!((run.rules(), run.status), (vec![], 0), "{run:#?}");
    assert!(run.said.contains("2 findings were there before"), "{run:#?}");
    made.write("docs/adr/0001-a.md", edited.replace("\n## Context\n\nWe need it fast.\n", ""));
    assert_eq!(made.new_since("main", &[]).rules(), ["docs/adr/0001-a.md:1 adr.context"], "what is new is told");
}

#[test]
fn where_there_is_no_history_each_command_says_what_to_do() {
    const LOOKING_BACK: [(&[&str], &str); 6] = [
        (&["check", "--diff-base", "HEAD"], "leave `--diff-base` out"),
        (&["pr", "--diff-base", "HEAD", "--title", "Cut it", "--body", "-"], "leave `--diff-base` out"),
        (&["facts", "--diff", "HEAD"], "run it in a repository"),
        (&["commits", "HEAD"], "run it in a repository"),
        (&["trial"], "run it in a repository"),
        (&["litmus", "--since", "2025-01-01"], "leave `--since` out"),
    ];
    let empty = Repository::new("no-commit");
    empty.write("a.md", "# Plan\n");
    let elsewhere = std::env::temp_dir().join(format!("pingless-since-{}", std::process::id()));
    std::fs::create_dir_all(&elsewhere).expect("the folder can be made");
    std::fs::write(elsewhere.join("a.md"), "# Plan\n").expect("the file can be written");
    for (args, cure) in LOOKING_BACK {
        let mut outside = empty.command(env!("CARGO_BIN_EXE_pingless"));
        let run = Run::of(&outside.current_dir(&elsewhere).args(args).output().expect("it runs"));
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}: {run:#?}");
        assert!(run.said.starts_with("error: git says: not a git repository"), "{args:?}: {run:#?}");
        assert!(run.said.contains(cure), "{args:?}: {run:#?}");
        let run = empty.pingless(args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}: {run:#?}");
        assert!(run.said.contains("commit") && !run.said.contains("not a git"), "{args:?}: {run:#?}");
    }
    std::fs::remove_dir_all(elsewhere).expect("the folder can be removed");
}
