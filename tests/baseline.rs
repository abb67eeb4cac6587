//! Findings that are known from before: what the file holds, what counts as known, and what is refused.

mod repository;

use proptest::prelude::*;

use pingless::lint;
use pingless::report::baseline::print;
use pingless::rule::Catalog;
use pingless::settle::Checked;
use pingless::settle::baseline::{Baseline, Judged, apply};
use pingless::text::Source;
use repository::{Repository, Run};

const FILE: &str = ".pingless-baseline.jsonl";
const MERGE: &str = "Please merge it by EOD tomorrow.\n";
const TAG: &str = "Please tag it by EOD Friday.\n";

fn check(made: &Repository, args: &[&str]) -> Run {
    let mut all = vec!["check", "--format", "concise", "--fail-on", "warn"];
    all.extend(args);
    made.pingless(&all)
}

/// A folder with two texts and their baseline. No repository is needed: git is asked for nothing.
fn known(name: &str) -> Repository {
    let made = Repository::new(name);
    made.write("docs/a.md", format!("# One\n\n{MERGE}\n{TAG}"));
    made.write("docs/b.md", format!("# Two\n\n{MERGE}"));
    let run = made.pingless(&["baseline"]);
    assert_eq!((run.status, run.out.as_str()), (0, "wrote .pingless-baseline.jsonl: 3 findings known from now on\n"));
    made
}

#[test]
fn what_is_known_is_counted_and_not_shown() {
    let made = known("known");
    let run = check(&made, &[]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");
    assert!(run.said.contains("3 findings known from before (.pingless-baseline.jsonl)"), "{run:#?}");
    let json: serde_json::Value =
        serde_json::from_str(&made.pingless(&["check", "-f", "json"]).out).expect("it is JSON");
    assert_eq!(json["summary"]["baseline"], 3);
    assert_eq!(json["diagnostics"].as_array().map(Vec::len), Some(0));
    assert_eq!(check(&made, &["--no-baseline"]).places().len(), 3);
    assert_eq!(check(&made, &["--isolated"]).places().len(), 3);
}

#[test]
#[cfg(unix)]
fn a_baseline_that_leads_out_of_the_repository_comes_with_its_cure() {
    let made = Repository::new("out");
    std::os::unix::fs::symlink("/etc/hostname", made.root.join(FILE)).expect("a link can be made");
    made.write("a.md", MERGE);
    let run = made.pingless(&["check"]);
    assert!(run.status == 2 && run.said.contains("it leads out of the repository"), "{run:#?}");
    assert!(run.said.contains("keep the file itself in the repository, and not a link to it"), "{run:#?}");
}

/// They look the same in a report, and a file system may refuse them.
#[test]
#[cfg(target_os = "linux")]
fn names_that_are_no_unicode_share_what_is_known_and_no_more() {
    use std::os::unix::ffi::OsStrExt;
    let made = known("bytes");
    let file = |name: &[u8]| made.root.join(std::ffi::OsStr::from_bytes(name));
    let text = format!("# Three\n\n{MERGE}");
    if std::fs::write(file(b"\xfe.md"), &text).is_err() || std::fs::write(file(b"\xff.md"), "# Four\n").is_err() {
        return;
    }
    assert_eq!(made.pingless(&["baseline", "--accept-new"]).status, 0);
    assert_eq!(check(&made, &[]).status, 0);
    // What only one of them had is new in the other.
    std::fs::write(file(b"\xff.md"), &text).expect("it was written before");
    let run = check(&made, &[]);
    assert_eq!((run.status, run.places().len()), (1, 1), "{run:#?}");
    // Who looks at other texts does not take them for gone.
    made.write("docs/c.md", &text);
    assert_eq!(check(&made, &["docs/c.md"]).places().len(), 1);
    assert_eq!(made.pingless(&["baseline", "--accept-new", "docs/c.md"]).status, 0);
    assert_eq!(check(&made, &[]).places().len(), 1);
}

/// A run that waits for one of its texts, and another that is done meanwhile.
#[test]
#[cfg(unix)]
fn what_another_run_took_in_is_not_lost() {
    use std::io::Write;
    let made = known("at-once");
    made.write("docs/c.md", format!("# Three\n\n{MERGE}"));
    if !made.command("mkfifo").arg("slow.md").status().is_ok_and(|it| it.success()) {
        return;
    }
    let mut slow = made.command(env!("CARGO_BIN_EXE_pingless"));
    let slow = slow.args(["baseline", "--accept-new", "slow.md"]).stderr(std::process::Stdio::piped());
    let slow = slow.stdout(std::process::Stdio::piped()).spawn().expect("it runs");
    // Opened by both, once the other has read what is known.
    let mut text = std::fs::OpenOptions::new().write(true).open(made.root.join("slow.md")).expect("it can be opened");
    assert_eq!(made.pingless(&["baseline", "--accept-new", "docs/c.md"]).status, 0);
    let after = made.read(FILE);
    assert!(after.contains("docs/c.md"), "{after}");
    text.write_all(format!("# Slow\n\n{TAG}").as_bytes()).expect("it is read");
    drop(text);
    let run = Run::of(&slow.wait_with_output().expect("it ends"));
    assert_eq!(run.status, 2, "{run:#?}");
    assert!(run.said.contains("was changed meanwhile: nothing is written"), "{run:#?}");
    assert_eq!(made.read(FILE), after);
}

#[test]
fn edits_elsewhere_leave_it_alone() {
    let made = known("edits");
    made.write("docs/a.md", format!("# One\n\nMore words come first now.\n\n{TAG}\nAnd some between.\n\n{MERGE}"));
    let run = check(&made, &[]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");
    assert!(!run.said.contains("no longer there"), "{run:#?}");
}

#[test]
fn what_a_text_lacks_is_known_under_any_title() {
    let made = Repository::new("title");
    let text = |title: &str| {
        format!("# 1. {title}\n\n## Context\n\nWe need it fast.\n\n## Decision\n\nWe use X because it is fast.\n")
    };
    made.write("pingless.toml", "[contract.adr]\nrequire = [\"deciders\", \"status\", \"context\"]\n");
    made.write("docs/adr/0001-a.md", text("Use X"));
    made.pingless(&["baseline"]);
    let before = made.read(FILE);
    assert_eq!(before.lines().filter(|it| it.contains("\"1. Use X\"")).count(), 2, "{before}");
    made.write("docs/adr/0001-a.md", text("Use X, and nothing else"));
    let run = check(&made, &[]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");
    assert!(!run.said.contains("no longer there"), "{run:#?}");
    made.write("docs/adr/0001-a.md", text("Use X, and nothing else").replace("\n## Context\n\nWe need it fast.\n", ""));
    assert_eq!(check(&made, &[]).rules(), ["docs/adr/0001-a.md:1 adr.context"], "what is missing now was not before");
}

#[test]
fn one_more_of_its_like_is_new() {
    let made = known("more");
    made.write("docs/b.md", format!("# Two\n\n{MERGE}\n{MERGE}"));
    assert_eq!(check(&made, &[]).places(), ["docs/b.md:5"]);
    let run = made.pingless(&["baseline"]);
    assert_eq!(run.status, 1, "{run:#?}");
    assert!(run.said.contains("nothing is written (+1/\u{2212}0)"), "{run:#?}");
    let run = made.pingless(&["baseline", "--accept-new"]);
    assert_eq!(run.out, "wrote .pingless-baseline.jsonl: +1/\u{2212}0\n");
    assert!(made.read(FILE).contains("\"count\":2"), "{}", made.read(FILE));
    assert_eq!(check(&made, &[]).status, 0);
}

#[test]
fn new_debt_cannot_take_the_place_of_old() {
    let made = known("exchange");
    made.write("docs/b.md", format!("# Two\n\n{TAG}"));
    let run = check(&made, &[]);
    assert_eq!(run.places(), ["docs/b.md:3"], "{run:#?}");
    assert!(run.said.contains("1 known finding no longer there"), "{run:#?}");
    let pruned = made.pingless(&["baseline", "--prune"]);
    assert_eq!(pruned.out, "wrote .pingless-baseline.jsonl: +0/\u{2212}1\n");
    assert!(pruned.said.contains("1 finding not taken in"), "{pruned:#?}");
    let again = made.pingless(&["baseline", "--prune"]);
    assert_eq!(again.out, ".pingless-baseline.jsonl: nothing in it is stale\n");
    assert!(again.said.contains("1 finding not taken in"), "{again:#?}");
    assert_eq!(check(&made, &[]).places(), ["docs/b.md:3"]);
}

#[test]
fn a_renamed_file_keeps_its_debt() {
    let made = known("renames");
    let text = made.read("docs/a.md");
    made.remove("docs/a.md");
    made.write("notes/first.md", text);
    let run = check(&made, &[]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");
    assert!(!run.said.contains("no longer there"), "{run:#?}");
    made.pingless(&["baseline", "--prune"]);
    assert!(made.read(FILE).contains("notes/first.md") && !made.read(FILE).contains("docs/a.md"));
    let again = made.pingless(&["baseline", "--prune"]);
    assert!(again.out.starts_with(".pingless-baseline.jsonl is as it should be: "), "{again:#?}");
}

#[test]
fn who_judges_a_part_keeps_what_may_have_moved_to_another() {
    let made = known("moved-away");
    made.write("notes/first.md", made.read("docs/a.md"));
    made.remove("docs/a.md");
    let part = check(&made, &["docs"]);
    assert!(!part.said.contains("no longer there"), "{part:#?}");
    let before = made.read(FILE);
    made.pingless(&["baseline", "--prune", "docs"]);
    assert_eq!(made.read(FILE), before);
    assert_eq!(check(&made, &[]).places(), [""; 0]);
    made.remove("notes/first.md");
    assert!(check(&made, &[]).said.contains("no longer there"));
    made.pingless(&["baseline", "--prune"]);
    assert!(!made.read(FILE).contains("docs/a.md"));
}

#[test]
fn a_copy_is_new() {
    let made = known("copied");
    made.write("docs/c.md", made.read("docs/b.md"));
    assert_eq!(check(&made, &[]).places(), ["docs/c.md:3"]);
}

#[test]
fn who_sees_a_part_judges_a_part() {
    let made = known("part");
    let run = check(&made, &["docs/b.md"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");
    assert!(run.said.contains("1 finding known from before"), "{run:#?}");
    assert!(!run.said.contains("no longer there"), "{run:#?}");
    let inside = made.pingless_in("docs", &["check", "b.md"]);
    assert!(inside.said.contains("1 finding known from before ("), "{inside:#?}");
    let narrow = check(&made, &["--ignore", "ambiguous-deadline"]);
    assert!(!narrow.said.contains("no longer there"), "{narrow:#?}");
    assert_eq!(made.pingless(&["baseline", "--prune", "--ignore", "when"]).status, 2);
    made.write("docs/b.md", "# Two\n");
    let before = made.read(FILE);
    assert_eq!(
        made.pingless(&["baseline", "--prune", "docs/b.md"]).out,
        "wrote .pingless-baseline.jsonl: +0/\u{2212}1\n"
    );
    assert_eq!(
        made.read(FILE),
        before.lines().filter(|it| !it.contains("b.md")).map(|it| format!("{it}\n")).collect::<String>()
    );
}

#[test]
fn it_lies_beside_the_configuration() {
    let made = Repository::new("beside");
    made.write("team/pingless.toml", "fail-on = \"warn\"\n");
    made.write("team/c.md", MERGE);
    let run = made.pingless_in("team", &["baseline"]);
    assert_eq!(run.out, "wrote .pingless-baseline.jsonl: 1 finding known from now on\n", "{run:#?}");
    assert!(made.read("team/.pingless-baseline.jsonl").contains("\"path\":\"c.md\""));
    assert_eq!(made.pingless_in("team", &["check"]).status, 0);
}

#[test]
fn one_that_is_named_may_lie_outside_of_the_repository() {
    let made = known("outside/own");
    made.remove(FILE);
    // What an earlier run left there.
    let _ = std::fs::remove_file(made.root.join("../known.jsonl"));
    let written = made.pingless(&["baseline", "--baseline", "../known.jsonl"]);
    assert_eq!(written.out, "wrote ../known.jsonl: 3 findings known from now on\n", "{written:#?}");
    let deep = made.pingless(&["baseline", "--baseline", "new/folder/known.jsonl"]);
    assert!(deep.status == 0 && made.read("new/folder/known.jsonl").lines().count() > 2, "{deep:#?}");
    let run = check(&made, &["--baseline", "../known.jsonl"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");
    assert!(run.said.contains("3 findings known from before"), "{run:#?}");
}

#[test]
fn texts_have_the_baseline_of_their_own_repository() {
    let here = known("several/here");
    let there = known("several/there");
    there.remove(FILE);
    let run = here.pingless(&["baseline", "../there"]);
    assert!(run.status == 0 && run.out.ends_with("3 findings known from now on\n"), "{run:#?}");
    assert!(there.read(FILE).contains("\"path\":\"docs/a.md\""), "{run:#?}");
    let run = check(&here, &["../there"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");
    there.write("docs/c.md", MERGE);
    assert_eq!(check(&here, &["../there"]).places(), ["../there/docs/c.md:1"]);
    assert_eq!(here.pingless(&["baseline", "../there"]).status, 1, "what is new there is refused here as well");
    assert_eq!(check(&here, &[]).status, 0, "its own is left alone");
    // From a folder that is no repository as well.
    there.write("docs/c.md", "# Three\n");
    let mut outside = here.command(env!("CARGO_BIN_EXE_pingless"));
    outside.current_dir(here.root.with_file_name(""));
    let run = Run::of(&outside.args(["check", "--fail-on", "warn", "there"]).output().expect("it runs"));
    assert!(run.status == 0 && run.said.contains("3 findings known from before"), "{run:#?}");
    // One file cannot speak of two repositories.
    here.remove(FILE);
    here.write("docs/a.md", "# One\n");
    here.write("docs/b.md", "# Two\n");
    let run = here.pingless(&["baseline", ".", "../there"]);
    assert!(run.status == 2 && run.said.contains("3 findings in texts that do not lie in ."), "{run:#?}");
}

#[test]
fn a_comparison_with_a_base_leaves_out_what_is_known_besides() {
    let made = known("both");
    made.commit("Begin");
    made.write("docs/a.md", format!("# One\n\n{MERGE}\n{TAG}\n{MERGE}"));
    assert_eq!(made.new_since("HEAD", &[]).places(), ["docs/a.md:7"], "what the base has is known once");
    made.pingless(&["baseline", "--accept-new"]);
    let run = made.new_since("HEAD", &[]);
    assert_eq!(run.out, "", "{run:#?}");
    assert!(run.said.contains("1 finding known from before"), "{run:#?}");
    assert_eq!(made.new_since("HEAD", &["--no-baseline"]).places(), ["docs/a.md:7"]);
}

#[test]
fn a_file_that_is_no_baseline_ends_the_run() {
    let made = known("corrupt");
    let whole = made.read(FILE);
    let cut = &whole[..whole.len() - 20];
    let merged = whole.replacen("{\"path\"", "<<<<<<< HEAD\n{\"path\"", 1);
    let other = whole.replace("pingless/v1", "pingless/v2");
    for (text, line) in [(cut, 4), (&merged, 2), (&other, 1), ("", 1), ("{}\n", 1), ("[1]", 1), ("\u{feff}", 1)] {
        made.write(FILE, text);
        for command in [&["check"][..], &["baseline"], &["baseline", "--accept-new"], &["check", "--diff-base", "x"]] {
            let run = made.pingless(command);
            assert_eq!(run.status, 2, "{text:?}: {run:#?}");
            assert!(run.said.contains(&format!("{FILE}:{line}:")), "{text:?}: {run:#?}");
            assert!(run.said.contains("= help: "), "{text:?}: {run:#?}");
            assert_eq!(made.read(FILE), text);
        }
    }
    made.write(FILE, b"\xff\xfe\0");
    assert_eq!(check(&made, &[]).status, 2);
    assert_eq!(check(&made, &["--no-baseline"]).places().len(), 3);
}

#[test]
fn lines_that_a_merge_doubled_or_moved_do_not_matter() {
    let made = known("merged");
    let text = made.read(FILE);
    let (head, rest) = text.split_once('\n').expect("there is more");
    let turned: Vec<&str> = rest.lines().rev().chain(rest.lines()).collect();
    made.write(FILE, format!("{head}\r\n\r\n{}\r\n", turned.join("\r\n")));
    assert_eq!(check(&made, &[]).status, 0);
    made.pingless(&["baseline", "--prune"]);
    assert_eq!(made.read(FILE), text);
}

#[test]
fn nothing_to_know_writes_nothing() {
    let made = Repository::new("nothing");
    made.write("a.md", "# Nothing\n\nThe cache holds ten thousand keys.\n");
    let run = made.pingless(&["baseline"]);
    assert_eq!((run.status, run.out.as_str()), (0, "there is no finding: no baseline is needed\n"));
    assert!(!made.root.join(FILE).exists());
    assert_eq!(made.pingless(&["baseline", "--prune"]).status, 2);
    assert_eq!(made.pingless(&["baseline", "-"]).status, 2);
}

fn judged(name: &str, text: &str) -> Checked {
    lint::check(&Source::file(name, text), &Catalog::builtin(), &Default::default())
}

fn left(baseline: &Baseline, texts: &[(&str, String)]) -> (Vec<String>, usize, usize) {
    let mut documents: Vec<Checked> = texts.iter().map(|(name, text)| judged(name, text)).collect();
    let mut all: Vec<Judged> = documents
        .iter_mut()
        .map(|document| Judged { path: document.name.to_string(), document, taken: Default::default() })
        .collect();
    let applied = apply(baseline, &mut all, |_| true);
    let shown = documents.iter().flat_map(|it| it.findings.iter().map(|finding| finding.rule.clone())).collect();
    (shown, applied.known, applied.stale)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_taken_in_is_known(before in lines(), after in lines()) {
        let (old, new) = (before.join("\n"), after.join("\n"));
        let mut baseline = Baseline::default();
        baseline.take_in("a.md", &judged("a.md", &old));
        let read = Baseline::parse(&print(&baseline)).expect("it is our own");
        prop_assert_eq!(&read, &baseline);
        prop_assert_eq!(left(&read, &[("a.md", old.clone())]), (vec![], baseline.count(), 0));
        let count = |lines: &[&str], sort| lines.iter().filter(|line| **line == sort).count();
        let of = |sort| (count(&before, sort), count(&after, sort));
        let (shown, known, stale) = left(&read, &[("a.md", new)]);
        let both = [of(MERGE), of(TAG)];
        prop_assert_eq!(shown.len(), both.iter().map(|(old, new)| new.saturating_sub(*old)).sum::<usize>());
        prop_assert_eq!(known, both.iter().map(|(old, new)| *new.min(old)).sum::<usize>());
        prop_assert_eq!(stale, both.iter().map(|(old, new)| old.saturating_sub(*new)).sum::<usize>());
    }

    #[test]
    fn no_bytes_break_it(text in ".{0,200}") {
        let _ = Baseline::parse(&text);
        let _ = Baseline::parse(&format!("{{\"pingless-baseline\":1}}\n{text}"));
    }
}

fn lines() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(vec![MERGE, TAG, "Nothing is asked here.\n"]), 0..8)
}

#[test]
fn a_count_may_be_any_number() {
    let made = known("counts");
    let most = |path: &str, sign: &str| {
        let count = u64::MAX;
        format!("{{\"path\":\"{path}\",\"rule\":\"vague-title\",\"fingerprint\":\"{sign}\",\"count\":{count}}}\n")
    };
    let all = made.read(FILE) + &most("docs/a.md", "1") + &most("gone.md", "1") + &most("gone.md", "2");
    made.write(FILE, all);
    let run = check(&made, &[]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");
    for arg in ["--accept-new", "--prune"] {
        assert_eq!(made.pingless(&["baseline", arg]).status, 0);
    }
    assert_eq!(made.pingless(&["baseline"]).out, ".pingless-baseline.jsonl is as it should be: 3 findings\n");
}
