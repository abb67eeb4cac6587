//! Whole runs: in repositories, with a baseline, with a base, and with what cannot be written.

use std::io::Write;
use std::process::Stdio;

use crate::repository::{Repository, Run};

const STALE: &str = "<!-- pingless: allow ambiguous-deadline: long ago -->\n";

fn text(lines: &[&str]) -> String {
    format!("# Notes\n\n{}", lines.join("\n"))
}

fn fix(made: &Repository, args: &[&str]) -> Run {
    let mut all = vec!["check", "-f", "concise", "--fix"];
    all.extend(args);
    made.pingless(&all)
}

#[test]
fn fixing_twice_is_fixing_once() {
    let made = Repository::with("twice", &[("a.md", &text(&[STALE, "It works.\n", STALE, "It does.\n"]))]);
    let run = fix(&made, &[]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");
    assert!(run.said.contains("fixed 2 findings in 1 file"), "{run:#?}");
    let after = made.read("a.md");
    assert_eq!(after, "# Notes\n\nIt works.\n\nIt does.\n");
    let run = fix(&made, &[]);
    assert!(!run.said.contains("fixed") && run.said.contains("nothing to fix"), "{run:#?}");
    assert_eq!(made.read("a.md"), after);
}

#[test]
fn a_preview_writes_nothing() {
    let before = text(&[STALE, "It works.\n"]);
    let made = Repository::with("preview", &[("a.md", &before)]);
    for args in [&["check", "--diff"][..], &["check", "--fix", "--diff"]] {
        let run = made.pingless(args);
        assert_eq!(run.status, 1, "{run:#?}");
        assert!(run.out.starts_with("--- a.md\n+++ a.md\n@@ -1,5 +1,3 @@\n"), "{run:#?}");
        assert!(run.said.contains("would fix 1 finding in 1 file"), "{run:#?}");
        assert_eq!(made.read("a.md"), before);
    }
    let run = made.pingless(&["check", "--diff", "--exit-zero"]);
    assert_eq!(run.status, 0);
    made.write("a.md", "# Notes\n\nPlease merge it by EOD tomorrow.\n");
    let run = made.pingless(&["check", "--diff"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "what no fix can mend is no change: {run:#?}");
}

#[test]
fn a_preview_is_no_report() {
    let made = Repository::with("no-report", &[("a.md", &text(&[STALE, "It works.\n"]))]);
    for args in [&["-f", "json"][..], &["-o", "sarif=out.sarif"], &["-o", "fix.patch", "-o", "json=-"]] {
        let run = made.pingless(&[&["check", "--diff"], args].concat());
        assert!(run.status == 2 && run.said.contains("`--diff` prints a patch"), "{run:#?}");
        assert!(run.out.is_empty() && !made.root.join("fix.patch").exists(), "{run:#?}");
    }
    assert_eq!(made.pingless(&["check", "--diff", "-o", "fix.patch"]).status, 1);
    assert!(made.read("fix.patch").starts_with("--- a.md\n"));
}

#[test]
fn what_is_known_from_before_stays() {
    let made = Repository::with("known", &[("a.md", &text(&[STALE, "It works.\n"]))]);
    assert_eq!(made.pingless(&["baseline"]).status, 0);
    let both = text(&[STALE, "It works.\n", "It does. <!-- pingless: allow lost-conversation: gone -->\n"]);
    made.write("a.md", &both);
    let run = fix(&made, &[]);
    assert!(run.said.contains("fixed 1 finding in 1 file"), "{run:#?}");
    assert_eq!(made.read("a.md"), text(&[STALE, "It works.\n", "It does.\n"]));
    assert!(run.said.contains("1 finding known from before"), "{run:#?}");
    assert_eq!(run.out, "");
}

#[test]
fn only_what_is_new_is_fixed() {
    let made =
        Repository::with("base", &[("a.md", &text(&[STALE, "It works.\n"])), ("b.md", &text(&[STALE, "Here.\n"]))]);
    made.write("a.md", text(&[STALE, "It works.\n", "It does. <!-- pingless: allow lost-conversation: gone -->\n"]));
    let run = fix(&made, &["--diff-base", "HEAD"]);
    assert!(run.said.contains("fixed 1 finding in 1 file"), "{run:#?}");
    assert_eq!(made.read("a.md"), text(&[STALE, "It works.\n", "It does.\n"]));
    assert_eq!(made.read("b.md"), text(&[STALE, "Here.\n"]));
    let run = made.pingless(&["check", "--fix", "--diff-base", "HEAD", "--head", "HEAD"]);
    assert_eq!(run.status, 2, "a commit cannot be changed: {run:#?}");
}

#[test]
fn what_is_allowed_stays() {
    let kept = text(&["<!-- pingless: allow unused-allow, ambiguous-deadline: kept -->\n", "It works.\n"]);
    let made = Repository::with("allowed", &[("a.md", &kept), ("pingless.toml", "ignore = [\"unused-allow\"]\n")]);
    let run = fix(&made, &["--unsafe-fixes"]);
    assert!(!run.said.contains("fixed"), "{run:#?}");
    assert_eq!(made.read("a.md"), kept);
}

#[test]
fn an_exception_for_what_could_not_look_stays() {
    let kept =
        text(&["It will be done by 2026-11-12. <!-- pingless: allow expired-promise, large-change: known -->\n"]);
    let made = Repository::with("blind", &[("a.md", &kept)]);
    let run = fix(&made, &["--unsafe-fixes", "--kind", "pull-request"]);
    assert!(!run.said.contains("fixed"), "{run:#?}");
    assert_eq!(made.read("a.md"), kept);
}

#[test]
fn a_text_that_cannot_be_written_is_told_and_the_others_are_fixed() {
    let stale = text(&[STALE, "It works.\n"]);
    let made = Repository::with("locked", &[("a.md", &stale), ("b.md", &stale)]);
    let path = made.root.join("a.md");
    let mut permissions = std::fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).expect("it is ours");
    let run = fix(&made, &[]);
    assert_eq!(run.status, 2, "{run:#?}");
    assert!(run.said.contains("error: a.md: it cannot be written: it is read-only\n  = help: "), "{run:#?}");
    assert_eq!(made.read("a.md"), stale);
    assert_eq!(made.read("b.md"), "# Notes\n\nIt works.\n");
    assert_eq!(run.places(), ["a.md:3"], "what is left is reported");
}

#[test]
fn what_is_not_utf8_is_left_alone() {
    let made = Repository::new("latin");
    let bytes = [STALE.as_bytes(), b"\ncaf\xe9\n"].concat();
    made.write("a.md", &bytes);
    let run = made.pingless(&["check", "--fix", "a.md"]);
    assert_eq!(run.status, 2, "{run:#?}");
    assert_eq!(std::fs::read(made.root.join("a.md")).expect("it is there"), bytes);
}

fn piped(made: &Repository, args: &[&str], text: &str) -> Run {
    let mut command = made.command(env!("CARGO_BIN_EXE_pingless"));
    let command = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    // Who refuses the arguments does not listen.
    let _ = child.stdin.take().expect("it is piped").write_all(text.as_bytes());
    Run::of(&child.wait_with_output().expect("it ends"))
}

#[test]
fn standard_input_comes_back_fixed() {
    let made = Repository::new("piped");
    let stale =
        text(&["It works. <!-- pingless: allow lost-conversation: gone -->\n", "Please merge it by EOD tomorrow.\r\n"]);
    let run = piped(&made, &["check", "-", "--fix", "--stdin-filename", "a.md"], &stale);
    assert!(!run.out.contains("<!--") && run.out.ends_with("EOD tomorrow.\r\n"), "{run:#?}");
    assert!(run.said.contains("warning[ambiguous-deadline]"), "{run:#?}");
    // What has nothing to fix, or is left out, comes back as it is.
    let clean = "# Notes\r\n\r\n\u{e9}";
    assert_eq!(piped(&made, &["check", "-", "--fix", "--stdin-filename", "a.md"], clean).out, clean);
    made.write(".pinglessignore", "a.md\n");
    made.write("a.md", &stale);
    let args = ["check", "-", "--fix", "--stdin-filename", "a.md", "--force-exclude"];
    assert_eq!(piped(&made, &args, &stale).out, stale);
    let run = piped(&made, &["check", "-", ".", "--fix"], &stale);
    assert_eq!((run.status, run.out.as_str()), (2, ""), "{run:#?}");
}

/// A formatter writes what it is given back over the file.
#[test]
fn what_is_left_out_comes_back_byte_for_byte() {
    let made = Repository::new("left-out");
    made.write(".pinglessignore", "vendor\n");
    made.write("vendor/a.md", "");
    for bytes in [b"caf\xe9 \xff\r\n\0".to_vec(), vec![b'a'; 17 << 20]] {
        let mut command = made.command(env!("CARGO_BIN_EXE_pingless"));
        let args = ["check", "-", "--fix", "--stdin-filename", "vendor/a.md", "--force-exclude"];
        let command = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it runs");
        let (mut to, given) = (child.stdin.take().expect("it is piped"), bytes.clone());
        let writer = std::thread::spawn(move || to.write_all(&given));
        let output = child.wait_with_output().expect("it ends");
        assert!(writer.join().expect("it writes").is_ok() && output.status.success(), "{:?}", output.status);
        assert!(output.stdout == bytes, "{} of {} bytes", output.stdout.len(), bytes.len());
    }
}

#[test]
fn an_exception_in_a_message_stays() {
    let made = Repository::new("blind-to-all");
    let text = text(&["See [it](gone.md). <!-- pingless: allow broken-local-link: written on Monday -->\n"]);
    // A message lies among no files: whether its links lead anywhere nobody looked.
    let run = piped(&made, &["check", "-", "--fix"], &text);
    assert_eq!(run.out, text, "{run:#?}");
}
