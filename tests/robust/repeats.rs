//! What a rule looks for, without end: each example of the pages again and again, up to a megabyte. Whatever is asked of
//! the whole text for each finding shows here, and in no short text. The shipped program is built for it:
//!
//! ```sh
//! cargo test --test robust -- --ignored
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::released::released;

const SMALL: usize = 250_000;
const LARGE: usize = 4 * SMALL;
/// Four times the text takes four times as long; the rest is what a busy machine adds.
const MOST: u32 = 6;
/// What is done with each text: machines are told of all findings, and so are people by `inspect`.
const COMMANDS: [&[&str]; 2] =
    [&["check", "--isolated", "--pedantic", "--exit-zero", "--quiet", "--format", "json"], &["inspect", "--isolated"]];
/// Shorter than that, a time says nothing.
const LEAST: Duration = Duration::from_millis(50);

/// The examples of all pages, each with a name.
fn examples() -> Vec<(String, String)> {
    let groups = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")).expect("the pages");
    let pages = groups.flat_map(|group| fs::read_dir(group.expect("a group").path()).into_iter().flatten());
    let mut paths: Vec<PathBuf> = pages.map(|page| page.expect("a page").path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let page = fs::read_to_string(&path).expect("a page");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let fences = page.split("\n````md ").skip(1).filter_map(|it| it.split_once('\n')?.1.split_once("\n````"));
        for (index, (text, _)) in fences.enumerate() {
            found.push((format!("{name}-{index}"), format!("{text}\n\n")));
            // All of it on one line: whoever reads the line or the paragraph of each finding reads the text.
            let words = text.split_whitespace().filter(|it| it.contains(char::is_alphanumeric));
            found.push((format!("{name}-{index}-line"), words.collect::<Vec<_>>().join(" ") + " "));
        }
    }
    found
}

fn took(program: &Path, arguments: &[&str], folder: &Path, name: &str, text: &str) -> Duration {
    let path = folder.join(format!("{name}.md"));
    fs::write(&path, text).expect("a file");
    let mut command = Command::new(program);
    command.args(arguments).arg(&path);
    let started = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("it starts");
    let took = started.elapsed();
    assert!(status.success(), "{name}: {status}");
    fs::remove_file(path).expect("a file");
    took
}

#[test]
#[ignore = "builds what is shipped, and reads 400 MB"]
fn what_rules_look_for_takes_as_long_as_its_text() {
    let program = released();
    let folder = tempfile::tempdir().expect("a folder");
    let examples = examples();
    assert!(examples.len() > 200, "{} examples", examples.len());
    let mut slow = Vec::new();
    for ((name, example), arguments) in examples.iter().flat_map(|it| COMMANDS.map(|arguments| (it, arguments))) {
        let of = |size: usize| {
            let text = example.repeat(size / example.len() + 1);
            // The best of three is the one that nothing else kept waiting.
            (0..3).map(|_| took(&program, arguments, folder.path(), name, &text)).min().expect("three")
        };
        let (small, large) = (of(SMALL), of(LARGE));
        if large > small.max(LEAST) * MOST {
            slow.push(format!("{} of {name}: {small:?}, and {large:?} for four times the text", arguments[0]));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
