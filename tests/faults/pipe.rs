//! Readers that go away, and places that take nothing.

use std::io::Read;
use std::process::Stdio;

use crate::machine::{PROGRAM, VAGUE, stale, under};
use crate::repository::Repository;

/// Commands that print something, with one of each sort of printer.
const PRINTING: &[&[&str]] = &[
    &["check", "--show-all", "--fail-on", "never"],
    &["check", "--show-all", "--fail-on", "never", "-f", "json"],
    &["check", "--fail-on", "never", "-f", "github"],
    &["check", "--diff", "--exit-zero"],
    &["inspect", "a.md"],
    &["facts"],
    &["rules"],
    &["explain", "ambiguous-deadline"],
    &["new", "postmortem"],
    &["fill", "--kind", "postmortem", "a.md"],
    &["stream", "lines.ndjson"],
    &["link", "rows.ndjson"],
    &["schema", "report"],
    &["man"],
    &["completions", "bash"],
    &["decisions"],
    &["litmus"],
    &["thread", "thread.ndjson"],
    &["--help"],
    &["-h"],
    &["--version"],
    &["check", "--help"],
    &["commit-msg", "-h"],
];

fn repository(name: &str) -> Repository {
    let made = Repository::with(name, &[("a.md", &VAGUE.repeat(50))]);
    made.write("stale.md", stale());
    made.write("lines.ndjson", "{\"text\": \"Send it by EOD.\"}\n".repeat(300));
    made.write("rows.ndjson", "");
    made.write("thread.ndjson", "{\"author\": \"ana\", \"text\": \"Send it by EOD.\"}\n");
    made
}

#[test]
fn a_reader_that_goes_away_ends_nothing_badly() {
    let made = repository("gone-reader");
    for args in PRINTING {
        let mut command = made.command(PROGRAM);
        let mut child = command.args(*args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        // One byte is read, where there is one, and then nobody reads.
        let mut out = child.stdout.take().expect("it is piped");
        let _ = out.read(&mut [0]);
        drop(out);
        let output = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(output.status.code(), Some(0..=2)) && !said.contains("panicked"), "{args:?}: {output:?}");
        assert!(!said.contains("standard output"), "a reader may go: {args:?}: {said}");
    }
}

#[test]
fn what_a_full_disk_does_not_take_is_told() {
    if !std::path::Path::new("/dev/full").exists() {
        return crate::machine::skipped("what_a_full_disk_does_not_take_is_told", "there is no /dev/full");
    }
    let made = repository("full-output");
    for args in PRINTING.iter().filter(|args| !["link", "facts", "decisions", "thread"].contains(&args[0])) {
        let run = under(&made, "exec >/dev/full", args);
        assert_eq!(run.status, Some(2), "{args:?}: {run:#?}");
        assert_eq!(run.said.matches("standard output cannot be written").count(), 1, "{args:?}: {run:#?}");
    }
}

#[test]
fn closed_streams_end_nothing_badly() {
    let made = repository("closed");
    for args in PRINTING {
        for line in ["exec >&-", "exec 2>&-", "exec <&- >&- 2>&-"] {
            let run = under(&made, line, args);
            assert!(matches!(run.status, Some(0..=2)), "{line} {args:?}: {run:#?}");
        }
    }
}
