//! More than anybody reads: files, lines, folders.

use std::fs::{self, File};
use std::io::Write;

use crate::machine::{VAGUE, documents, pingless, under};
use crate::repository::Repository;

const CHECK: &[&str] = &["check", "--fail-on", "never", "-f", "json"];

/// A file of so many bytes that costs no room on the disk; its first ones are text.
fn sparse(made: &Repository, path: &str, bytes: u64) {
    let mut file = File::create(made.root.join(path)).expect("it can be made");
    file.write_all(VAGUE.as_bytes()).and_then(|()| file.set_len(bytes)).expect("it can be written");
}

#[test]
fn what_is_too_large_is_told_at_once_and_the_rest_is_read() {
    let made = Repository::with("too-large", &[("well.md", VAGUE)]);
    sparse(&made, "huge.md", 200 << 20);
    fs::write(made.root.join("line.md"), "x".repeat(50 << 20)).expect("it can be written");
    // Neither is held in memory, nor any part of it.
    let run = under(&made, "ulimit -v 600000", CHECK);
    let run = run.says(
        0,
        &[
            "warning: huge.md: it is 200 MiB, larger than 16 MiB\n  = help: split it, exclude it in `.pinglessignore`, or raise `max-file-size`",
            "warning: line.md: it is 50 MiB, larger than 16 MiB",
        ],
    );
    assert_eq!(documents(&run), ["well.md"]);
    pingless(&made, &["check", "huge.md"]).says(2, &["error: huge.md: it is 200 MiB"]);
    pingless(&made, &["inspect", "huge.md"]).says(2, &[]);
    let row = pingless(&made, &["inspect", "-f", "ndjson", "huge.md"]).says(2, &[]);
    assert!(row.out.contains("it is 200 MiB, larger than 16 MiB"), "{row:#?}");
}

#[test]
fn how_much_is_too_much_can_be_said() {
    let made = Repository::with("said", &[("a.md", VAGUE), ("notes/a.md", VAGUE)]);
    made.write("pingless.toml", "max-file-size = \"20 B\"\n");
    made.write("notes/pingless.toml", "max-file-size = \"1KiB\"\n");
    let run = pingless(&made, CHECK).says(0, &["a.md: it is 31 bytes, larger than 20 bytes"]);
    assert_eq!(documents(&run), ["notes/a.md"]);
    let run = pingless(&made, &[CHECK, &["--config", "max-file-size=\"1M\""]].concat()).says(0, &[]);
    assert_eq!(documents(&run), ["a.md", "notes/a.md"]);
    made.commit("Add a limit");
    made.write("a.md", format!("{VAGUE}\nAnd by EOW.\n"));
    let args = [CHECK, &["--diff-base", "HEAD"]].concat();
    pingless(&made, &args).says(0, &["a.md: it is", "larger than 20 bytes"]);
    let wrong = pingless(&made, &["check", "--config", "max-file-size=\"much\""]);
    wrong.says(2, &["`much` is no size of a file", "write a number with KiB, MiB or GiB"]);
}

#[test]
fn what_git_holds_is_bounded_alike() {
    let made = Repository::with("blobs", &[("a.md", VAGUE)]);
    made.git(&["checkout", "--quiet", "-b", "topic"]);
    made.write("huge.md", "Send it by EOD.\n".repeat((17 << 20) / 16));
    made.write("b.md", VAGUE);
    made.commit("Add");
    let run = pingless(&made, &[CHECK, &["--diff-base", "main", "--head", "topic"]].concat());
    let run = run.says(0, &["huge.md: it is 17 MiB, larger than 16 MiB"]);
    assert_eq!(documents(&run), ["b.md"]);
}

/// Files in one folder, each with the same finding.
fn many(name: &str, count: usize) {
    let made = Repository::new(name);
    for number in 0..count {
        fs::write(made.root.join(format!("{number}.md")), VAGUE).expect("it can be written");
    }
    let run = pingless(&made, CHECK).says(0, &[]);
    assert_eq!(documents(&run).len(), count);
}

#[test]
fn two_thousand_files_in_one_folder_are_read() {
    many("two-thousand", 2_000);
}

#[test]
#[ignore = "slow: it writes a hundred thousand files"]
fn a_hundred_thousand_files_in_one_folder_are_read() {
    many("hundred-thousand", 100_000);
}

/// Each word of a configuration may be a mistake with a place of its own.
#[test]
fn a_configuration_of_many_mistakes_tells_the_first() {
    let made = Repository::with("many-mistakes", &[("a.md", VAGUE)]);
    let levels: String = (0..50_000).map(|number| format!("none{number} = \"warn\"\n")).collect();
    made.write("pingless.toml", format!("[levels]\n{levels}"));
    let run =
        under(&made, "ulimit -v 1000000", CHECK).says(2, &["there is no rule `none0`", "there is no rule `none49`"]);
    assert_eq!(run.said.matches("there is no rule").count(), 50);
}

#[test]
fn what_nobody_wrote_by_hand_is_no_rule_of_a_repository() {
    for (path, said) in [
        ("pingless.toml", "this configuration cannot be read: it is larger than 1 MiB"),
        (".pingless/rules/when/house.md", "this page cannot be read: it is larger than 1 MiB"),
        ("docs/.gitignore", "docs/.gitignore: it is larger than 1 MiB: nothing below its folder is read"),
    ] {
        let made = Repository::with("not-by-hand", &[("a.md", VAGUE), ("docs/b.md", VAGUE)]);
        made.write(path, "# more\n".repeat(200_000));
        let run = under(&made, "ulimit -v 1000000", CHECK);
        assert!(run.said.contains(said), "{path}: {run:#?}");
    }
}

/// Each wildcard may become an expression of a dozen kilobytes: a megabyte of them took seconds, and half a gigabyte.
#[test]
fn ignore_files_of_thousands_of_wildcards_are_told_of() {
    let many =
        "it has more patterns with `*`, `?` or `[` than are read: 64 KiB, of which each takes its letters and 16 bytes";
    let lines = |end: &str| (0..5_000).map(|it| format!("build/out{it:05}/*.o{end}\n")).collect::<String>();
    for (path, end, said, is_read) in [
        ("docs/.gitignore", "", format!("docs/.gitignore: {many}: nothing below its folder is read"), false),
        ("docs/.pinglessignore", "", format!("docs/.pinglessignore: {many}: nothing below its folder is read"), false),
        (".gitattributes", " linguist-generated", format!(".gitattributes: {many}: no file is left out by it"), true),
    ] {
        let made = Repository::with("wildcards", &[("a.md", VAGUE), ("docs/b.md", VAGUE)]);
        made.write(path, lines(end));
        let run = under(&made, "ulimit -v 1000000", CHECK).says(0, &[&said]);
        assert_eq!(run.out.contains("docs/b.md"), is_read, "{path}: {run:#?}");
    }
    // Around everything there is nothing else to read, but what git knows as changed is.
    let made = Repository::with("wildcards-of-all", &[("a.md", "# A\n"), (".gitignore", &lines(""))]);
    made.commit("A page");
    made.write("a.md", VAGUE);
    under(&made, "ulimit -v 1000000", CHECK).says(2, &[&format!(".gitignore: {many}")]);
    let run = under(&made, "ulimit -v 1000000", &[CHECK, &["--diff-base", "HEAD"]].concat());
    assert!(run.out.contains("a.md"), "{run:#?}");
}

#[test]
fn a_long_list_of_what_is_ignored_is_obeyed() {
    let made = Repository::with("long-ignore", &[("a.md", VAGUE), ("docs/b.md", VAGUE), ("out/c.md", VAGUE)]);
    let names = (0..30_000).map(|it| format!("dir{it:05}/\n*.x{it}\n"));
    let wild = (0..1_000).map(|it| format!("build/*/part{it}?.md\n"));
    made.write(
        ".gitignore",
        names.chain(wild).chain(["out/\n".to_owned(), "/d*s/b.md\n".to_owned()]).collect::<String>(),
    );
    let run = under(&made, "ulimit -v 1000000", CHECK);
    assert!(run.out.contains("a.md") && !run.out.contains("b.md") && !run.out.contains("c.md"), "{run:#?}");
    assert!(!run.said.contains("patterns"), "{run:#?}");
}
