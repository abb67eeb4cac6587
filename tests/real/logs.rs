//! Reports as they occur: the sample with related places, an absence and text in many scripts; nothing at all; real
//! runs over a folder, over absolute paths and over standard input.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use pingless::report::cap::Cap;
use pingless::report::{self, Format, Look};
use pingless::settle::Report;

use crate::sample;

/// A name and the text of each.
type Logs = Vec<(&'static str, String)>;

pub static SARIF: LazyLock<Logs> = LazyLock::new(|| all(Format::Sarif));
pub static JSON: LazyLock<Logs> = LazyLock::new(|| all(Format::Json));

fn all(format: Format) -> Logs {
    let catalog = sample::catalog();
    let print = |report: &Report| report::print(report, &catalog, format, &Look::plain(Cap::NONE));
    let word = if format == Format::Sarif { "sarif" } else { "json" };
    let folder = sample::folder(&format!("real-{word}"));
    fs::write(folder.join("docs/binary.md"), b"\0").expect("a file");
    let absolute = folder.join("docs").to_string_lossy().into_owned();
    let run = |paths: &[&str]| run(&folder, &[&["check", "-q", "-f", word], paths].concat());
    vec![
        ("sample", print(&sample::report(&catalog))),
        ("nothing", print(&Report::default())),
        ("folder", run(&[".", "no such file.md"])),
        ("absolute", run(&[&absolute])),
        ("stdin", run(&["-"])),
    ]
}

/// Runs the binary in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_pingless"))
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    // Only one of the runs reads it.
    let _ = child.stdin.take().expect("it is piped").write_all("😀 é I answer soonish.\r\n".as_bytes());
    let output = child.wait_with_output().expect("it ends");
    String::from_utf8(output.stdout).expect("reports are UTF-8")
}

/// What the clients have to see, or their verdicts prove little.
#[test]
fn the_sample_holds_what_is_hard() {
    for (logs, related) in [(&SARIF, "relatedLocations"), (&JSON, "related")] {
        let (name, log) = &logs[0];
        for hard in [related, sample::NEED, "😀", "} again"] {
            assert!(log.contains(hard), "{name} holds no {hard}");
        }
    }
}
