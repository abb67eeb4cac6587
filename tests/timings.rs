//! `--timings`: each rule has its share, and nothing is printed where nobody asks.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const TEXT: &str =
    "# A plan\n\nPlease merge it by EOD tomorrow. As we discussed, somebody should look at the other ticket.\n";

fn said(args: &[&str]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("timings");
    fs::create_dir_all(&folder).expect("the folder can be made");
    fs::write(folder.join("a.md"), TEXT.repeat(50)).expect("the file can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_pingless"));
    let run =
        command.current_dir(&folder).stdin(Stdio::null()).args(["check", "--isolated", "a.md"]).args(args).output();
    String::from_utf8(run.expect("it runs").stderr).expect("it is text")
}

#[test]
fn each_rule_has_its_share() {
    let said = said(&["--timings", "--quiet"]);
    let mut lines = said.lines();
    assert_eq!(lines.next(), Some("processor time by rule:"));
    let row = |line: &str| -> (f64, f64, String) {
        let (took, rest) = line.split_once(" ms ").expect("a time");
        let (share, what) = rest.split_once(" %  ").expect("a share");
        let number = |it: &str| it.trim().parse().expect("a number");
        (number(took), number(share), what.to_owned())
    };
    let mut rows: Vec<_> = lines.map(row).collect();
    let (all, share, what) = rows.pop().expect("a total");
    assert_eq!((share, what.as_str()), (100.0, "1 text on all threads"), "{said}");
    assert!(rows.is_sorted_by(|a, b| a.0 >= b.0), "{said}");
    for what in ["reading and parsing", "settling", "ambiguous-deadline", "vague-reference", "unused-allow"] {
        assert_eq!(rows.iter().filter(|row| row.2 == what).count(), 1, "{what}: {said}");
    }
    // Each row is rounded.
    let sum: f64 = rows.iter().map(|row| row.0).sum();
    assert!((sum - all).abs() < 0.01 * rows.len() as f64, "{sum} is not {all}: {said}");
    let shares: f64 = rows.iter().map(|row| row.1).sum();
    assert!((shares - 100.0).abs() < 0.05 * rows.len() as f64 + 0.1, "{shares}: {said}");
}

#[test]
fn only_what_runs_is_timed() {
    let said = said(&["--timings", "--quiet", "--select", "ambiguous-deadline"]);
    assert!(said.contains("ambiguous-deadline\n") && !said.contains("vague-reference"), "{said}");
}

#[test]
fn without_it_nothing_is_said() {
    assert_eq!(said(&["--quiet"]), "");
}

/// What a document answers once is answered before the first rule is timed: else that rule would pay for all.
#[test]
fn no_rule_pays_for_what_all_of_them_ask() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it is there");
    let (document, whole) = (read("src/document.rs"), read("src/document/whole.rs"));
    let fields = document.lines().filter_map(|line| line.trim().split_once(": OnceCell<").map(|(name, _)| name));
    // Told by others, or asked only by those that are listed.
    let others = ["open_questions", "printed", "definitions"];
    let missing: Vec<&str> = fields
        .filter(|name| !others.contains(name))
        .filter(|name| !whole.contains(&format!("self.{}()", asked(name))))
        .collect();
    assert!(missing.is_empty(), "`read_through` in src/document/whole.rs does not ask for {missing:?}");
}

/// The question that fills a field.
fn asked(field: &str) -> &str {
    match field {
        "has_title" => "title",
        "english" => "is_english",
        "labels_in_lines" => "labels",
        field => field,
    }
}
