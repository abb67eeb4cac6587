//! The binary, as programs start it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::{is_harmless, sample};

fn pingless(folder: &Path, arguments: &[&str], stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_pingless"))
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    // A run that does not read its standard input closes it early.
    let _ = child.stdin.take().expect("it is piped").write_all(stdin.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

#[test]
fn the_same_bytes_again_and_on_any_number_of_threads() {
    let folder = sample::folder("report-threads");
    for number in 0..40 {
        fs::write(folder.join(format!("n{number}.md")), format!("{number} comes soonish.\n").repeat(number + 1))
            .expect("a file");
    }
    for format in ["json", "sarif", "concise"] {
        let run = |jobs: &str| pingless(&folder, &["check", "-f", format, "-j", jobs], "");
        let one = run("1");
        assert_eq!(one.status.code(), Some(1));
        assert!(is_harmless(&String::from_utf8_lossy(&one.stdout)), "{format}");
        for jobs in ["1", "2", "0"] {
            assert!(run(jobs).stdout == one.stdout, "{format} with -j {jobs} differs");
        }
    }
}

#[test]
fn a_file_and_the_same_text_on_standard_input() {
    let folder = sample::folder("report-stdin");
    let (name, text) = sample::TEXTS[2];
    let from_file = json(&pingless(&folder, &["check", "-f", "json", name], ""));
    let under_name = json(&pingless(&folder, &["check", "-f", "json", "--stdin-filename", name, "-"], text));
    assert_eq!(from_file, under_name);
    let bare = pingless(&folder, &["check", "-f", "json", "-"], text);
    assert_eq!(json(&bare)["diagnostics"][0]["path"], "<stdin>");
    assert_eq!(json(&bare)["files"][0]["path"], "<stdin>");
    let log = json(&pingless(&folder, &["check", "-f", "sarif", "-"], text));
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(*place, serde_json::json!({ "uri": "stdin" }));
}

#[test]
fn a_reader_sees_what_was_skipped_and_why() {
    let folder = sample::folder("report-skipped");
    fs::write(folder.join("binary.md"), b"\0\x01").expect("a file");
    fs::write(folder.join("wide.md"), b"\xff\xfea\0").expect("a file");
    let output = pingless(&folder, &["check", "-f", "json", ".", "absent.md"], "");
    assert_eq!(output.status.code(), Some(2));
    let report = json(&output);
    let notices = report["summary"]["notices"].as_array().expect("a list");
    let rows: Vec<(&str, bool)> = notices
        .iter()
        .map(|it| (it["path"].as_str().expect("a path"), it["fatal"].as_bool().expect("yes or no")))
        .collect();
    assert_eq!(rows, [("absent.md", true), ("binary.md", false), ("wide.md", false)]);
    assert!(notices.iter().all(|it| it["message"].as_str().is_some_and(|text| !text.is_empty())));
    let files = report["files"].as_array().expect("a list");
    assert!(files.iter().all(|file| file["path"] != "binary.md"));
}

#[test]
fn findings_go_to_standard_output_and_nothing_else_does() {
    let folder = sample::folder("report-streams");
    let output = pingless(&folder, &["check", "-f", "json", "--quiet"], "");
    assert!(output.stderr.is_empty(), "{output:?}");
    json(&output);
    let file = folder.join("report.json");
    let silent = pingless(&folder, &["check", "-f", "json", "-q", "-o", "report.json"], "");
    assert!(silent.stdout.is_empty());
    assert!(fs::read(file).expect("it is written") == output.stdout);
}

#[test]
fn the_printed_schemas_are_the_committed_ones() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["report", "config"] {
        let committed = fs::read(root.join(format!("src/schema/{name}.json"))).expect("it is committed");
        assert!(pingless(root, &["schema", name], "").stdout == committed, "{name}");
    }
}

/// Where every line is obeyed, a hostile file can neither give an order nor hide one.
#[test]
#[cfg(unix)]
fn nothing_that_is_printed_in_a_workflow_is_an_order() {
    let folder = sample::folder("report-orders");
    let orders = ["::error::pwned", "::add-mask::", "##[group]", "x ##[error]y", "::stop-commands::a"];
    for (number, order) in orders.iter().enumerate() {
        let text = format!("{order}\n\n# {order}\n\n{order} comes soonish.\n\n- [ ] {order}: {order} soonish\n");
        fs::write(folder.join(format!("{order} {number}.md")), &text).expect("a file");
        fs::write(folder.join(format!("tickets/{order} {number}.md")), &text).expect("a file");
        fs::write(folder.join(format!("::error::{number}.latin.md")), b"\xe9\xff").expect("a file");
    }
    for arguments in [
        vec!["check", "-v"],
        vec!["check", "-v", "-f", "concise", "--show-all"],
        vec!["check", "-v", "-f", "json"],
        vec!["check", "-f", "json-lines"],
        vec!["check", "-f", "sarif"],
        vec!["check", "--show-files"],
        vec!["check", "--statistics"],
        vec!["check", "::error::nowhere"],
        vec!["check", "--select", "::error::x"],
        vec!["inspect", "::error::pwned 0.md", "##[group] 2.md"],
        vec!["config", "::error::pwned 0.md"],
        vec!["explain", "::error::pwned"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_pingless"))
            .current_dir(&folder)
            .args(&arguments)
            .env("GITHUB_ACTIONS", "true")
            .output()
            .expect("it runs");
        for bytes in [output.stdout, output.stderr] {
            let text = String::from_utf8(bytes).expect("UTF-8");
            for line in text.split(['\n', '\r']) {
                assert!(!line.trim_start().starts_with("::"), "{arguments:?}: {line}");
                assert!(!line.contains("##["), "{arguments:?}: {line}");
            }
        }
    }
}
