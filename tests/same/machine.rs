//! Machines that differ in what no text knows of.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::repository::Repository;

/// A repository with what every sort of rule looks at: our own texts, pages, and texts that lead to each other.
fn repository(name: &str, order: impl Fn(&mut Vec<(String, String)>)) -> Repository {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in
        ["tests/texts", "tests/mutation", "tests/cli/facts.in", "tests/cli/decisions.in", "tests/cli/litmus.in"]
    {
        for entry in ignore::WalkBuilder::new(root.join(folder)).hidden(false).build().flatten() {
            if let Some(text) = entry.path().is_file().then(|| fs::read_to_string(entry.path()).ok()).flatten() {
                let path = entry.path().strip_prefix(root).expect("it is below").to_string_lossy().into_owned();
                files.push((path.replace('\\', "/"), text));
            }
        }
    }
    files.sort();
    order(&mut files);
    // Reports call a repository by its folder.
    let made = Repository::new(&format!("{name}/shop"));
    files.iter().for_each(|(path, text)| made.write(path, text));
    made.commit("Begin");
    made
}

const ASKED: &[&[&str]] = &[
    &[
        "check",
        "--fail-on",
        "never",
        "--show-all",
        "--now",
        "2026-11-20T09:00:00Z",
        "--pedantic",
        "--preview",
        "-f",
        "json",
    ],
    &["check", "--fail-on", "never", "--show-all", "-f", "sarif"],
    &["check", "--fail-on", "never"],
    &["check", "--fail-on", "never", "-f", "summary"],
    &["facts"],
    &["facts", "--suggest"],
    &["decisions"],
    &["allows"],
    &["litmus", "--now", "2026-11-20", "-f", "json"],
    &["trial", "-f", "json"],
    &["commits", "HEAD"],
];

/// One of each that has a text, and nothing to do with where it runs.
const SINGLE: &[&[&str]] = &[&["when", "by EOD Friday, 17:00 CET"], &["rules"], &["explain", "ambiguous-deadline"]];

fn run(made: &Repository, args: &[&str], set: impl Fn(&mut Command)) -> Output {
    let mut command = made.command(env!("CARGO_BIN_EXE_pingless"));
    command.args(args).stdin(Stdio::null());
    set(&mut command);
    let output = command.output().expect("it runs");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{args:?}: {output:?}");
    output
}

#[track_caller]
fn same(one: &Output, other: &Output, what: &str) {
    let text = |output: &Output| {
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    };
    let (one, other) = (text(one), text(other));
    let differing = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    assert!(one == other, "{what}: {differing:?}");
}

#[test]
fn locale_zone_and_width_change_nothing() {
    let made = repository("environment", |_| {});
    let worlds: [&[(&str, &str)]; 3] = [
        &[("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati"), ("COLUMNS", "20")],
        &[("LC_ALL", "C"), ("LANGUAGE", "de"), ("TZ", "America/St_Johns"), ("COLUMNS", "400"), ("TERM", "dumb")],
        &[("LC_ALL", "no such locale"), ("TZ", "no such zone"), ("COLUMNS", "none"), ("HOME", "/nonexistent")],
    ];
    for args in ASKED.iter().chain(SINGLE) {
        let plain = run(&made, args, |_| {});
        assert!(!plain.stdout.is_empty() || !plain.stderr.is_empty(), "{args:?} says something");
        for world in worlds {
            let other = run(&made, args, |command| {
                command.envs(world.iter().copied());
            });
            same(&plain, &other, &format!("{args:?} in {world:?}"));
        }
    }
}

#[test]
fn threads_change_nothing() {
    let made = repository("threads", |_| {});
    for args in ASKED.iter().filter(|args| ["check", "facts", "trial"].contains(&args[0])) {
        let one = run(&made, &[args, &["-j", "1"][..]].concat(), |_| {});
        for jobs in ["2", "8", "0"] {
            same(&one, &run(&made, &[args, &["-j", jobs][..]].concat(), |_| {}), &format!("{args:?} -j {jobs}"));
        }
    }
}

#[test]
fn the_order_in_which_a_disk_lists_its_files_changes_nothing() {
    let made = repository("order", |_| {});
    let turned = repository("turned", |files| files.reverse());
    let mixed = repository("mixed", |files| files.sort_by_key(|(path, _)| path.len() * 7919 % 101));
    for args in ASKED.iter().filter(|args| !["trial", "commits"].contains(&args[0])) {
        let one = run(&made, args, |_| {});
        same(&one, &run(&turned, args, |_| {}), &format!("{args:?} turned round"));
        same(&one, &run(&mixed, args, |_| {}), &format!("{args:?} mixed"));
    }
}

#[test]
fn the_order_in_which_files_are_named_changes_nothing() {
    let made = repository("named", |_| {});
    let folders = ["tests/texts", "tests/mutation", "tests/cli/facts.in", "tests/cli/decisions.in"];
    let args =
        |folders: &[&'static str]| [&["check", "--fail-on", "never", "--show-all", "-f", "json"][..], folders].concat();
    let one = run(&made, &args(&folders), |_| {});
    let mut turned = folders;
    turned.reverse();
    same(&one, &run(&made, &args(&turned), |_| {}), "the last first");
    let twice = [folders, turned].concat();
    same(&one, &run(&made, &args(&twice), |_| {}), "each twice");
    let absolute = made.root.join("tests/texts");
    let other_ways = [absolute.to_str().expect("it is UTF-8"), "./tests/mutation", "tests/cli/../cli/facts.in"];
    let also = |command: &mut Command| {
        command.args(other_ways);
    };
    same(&one, &run(&made, &args(&folders), also), "by other ways");
}

#[test]
fn how_a_path_is_written_changes_nothing() {
    let made = repository("paths", |_| {});
    made.write("pingless.toml", "exclude = [\"docs/old/**\"]\n[kinds]\n\"docs/rfcs/**\" = \"design-doc\"\n");
    let text = "# Use one queue\n\nStatus: accepted\n\nPlease send it by EOD.\n";
    for (path, windows) in [
        ("docs/adr/0001-queue.md", "docs\\adr\\0001-queue.md"),
        ("docs/rfcs/a.md", "docs\\rfcs\\a.md"),
        ("docs/old/a.md", ".\\docs\\old\\a.md"),
        ("plan.md", ".\\plan.md"),
    ] {
        made.write("in.txt", text);
        let asked = |name: &str| {
            run(
                &made,
                &["check", "--fail-on", "never", "-f", "json", "--force-exclude", "--stdin-filename", name, "-"],
                |command| {
                    command.stdin(fs::File::open(made.root.join("in.txt")).expect("it is there"));
                },
            )
        };
        same(&asked(path), &asked(windows), windows);
        let row = |name: &str| {
            let line = serde_json::json!({ "path": name, "text": text }).to_string() + "\n";
            made.write("in.ndjson", line);
            run(&made, &["stream", "in.ndjson"], |_| {})
        };
        same(&row(path), &row(windows), windows);
    }
}
