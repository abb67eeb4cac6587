//! A report never takes the place of what a run is made of.

use std::fs;
use std::os::unix::fs::symlink;

use crate::machine::{VAGUE, pingless, stale};
use crate::repository::Repository;

/// What each of them says.
const REFUSED: &str = "a report would take its place";

#[test]
fn no_report_takes_the_place_of_a_text() {
    let made = Repository::with("texts", &[("a.md", &stale()), ("own.txt", VAGUE), ("docs/b.md", VAGUE)]);
    symlink("a.md", made.root.join("link")).expect("a link can be made");
    fs::hard_link(made.root.join("a.md"), made.root.join("c.md")).expect("a link can be made");
    made.write("a.md", format!("{}\nIt does.\n", stale()));
    let whole = made.root.join("a.md").to_string_lossy().into_owned();
    let before = made.read("a.md");
    for args in [
        &["check", "-o", "a.md"][..],
        &["check", "--fix", "-o", "a.md"],
        &["check", "--diff", "-o", "a.md"],
        &["check", "-f", "json", "-o", "sarif=a.md", "docs/..", "own.txt"],
        &["check", "-o", "summary=./docs/../a.md"],
        &["check", "-o", "not-there/../a.md"],
        &["check", "-o", &whole],
        &["check", "-o", "link"],
        &["check", "-o", "c.md", "a.md"],
        &["check", "-o", "own.txt", "own.txt"],
        &["check", "--statistics", "-o", "a.md"],
        &["check", "--diff-base", "HEAD", "-o", "a.md"],
        &["check", "--diff-base", "HEAD", "-o", "docs/b.md"],
        &["pr", "--title", "Sort it", "--body", "own.txt", "-o", "own.txt"],
        &["pr", "--title", "Sort it", "--body", "own.txt", "--diff-base", "HEAD", "-o", "a.md"],
        &["issue", "--title", "It fails", "--body", "own.txt", "-o", "own.txt"],
        &["commit-msg", "own.txt", "-o", "own.txt"],
        &["thread", "own.txt", "-o", "own.txt"],
        &["litmus", "-o", "json=a.md"],
    ] {
        pingless(&made, args).says(2, &[REFUSED]);
        assert_eq!((made.read("a.md"), made.read("own.txt")), (before.clone(), VAGUE.to_owned()), "{args:?}");
        assert_eq!(made.read("docs/b.md"), VAGUE, "{args:?}");
    }
    // What no run reads may be written over, again and again.
    for _ in 0..2 {
        pingless(&made, &["check", "--exit-zero", "-o", "own.txt", "-o", "json=out.json"]).says(0, &[]);
    }
}

#[test]
fn no_report_takes_the_place_of_what_rules_the_run() {
    let made = Repository::with(
        "ruling",
        &[("a.md", VAGUE), (".pingless/rules/own.md", "a page"), ("docs/CODEOWNERS", "* @a")],
    );
    for name in [
        ".pingless/rules/own.md",
        ".pingless/rules/ask/new.md",
        "docs/CODEOWNERS",
        ".gitignore",
        "docs/.pinglessignore",
    ] {
        pingless(&made, &["check", "--isolated", "-o", name, "a.md"]).says(2, &[REFUSED]);
    }
    assert_eq!((made.read(".pingless/rules/own.md"), made.read("docs/CODEOWNERS")), ("a page".into(), "* @a".into()));
}

#[test]
fn no_report_takes_the_place_of_a_configuration_or_a_baseline() {
    let made = Repository::with("settings", &[("a.md", VAGUE), ("team.toml", "extend = \"base.toml\"\n")]);
    made.write("base.toml", "pedantic = true\n");
    pingless(&made, &["baseline", "--baseline", "known.jsonl"]).says(0, &[]);
    let with = ["check", "--config", "team.toml", "--baseline", "known.jsonl"];
    for name in ["team.toml", "./base.toml", "json=known.jsonl"] {
        pingless(&made, &[&with[..], &["-o", name]].concat()).says(2, &[REFUSED]);
    }
    assert!(made.read("base.toml").starts_with("pedantic") && made.read("known.jsonl").starts_with("{\"pingless-"));
    for name in ["pingless.toml", "docs/.pingless.toml", "sarif=pyproject.toml", ".pingless-baseline.jsonl"] {
        for command in [&["check"][..], &["commits", "HEAD"], &["litmus"]] {
            pingless(&made, &[command, &["-o", name.strip_prefix("sarif=").unwrap_or(name)]].concat())
                .says(2, &[REFUSED]);
        }
        assert!(!made.root.join(name).exists(), "{name}");
    }
}
