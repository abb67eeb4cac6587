//! Where a text lies is counted from the root of its repository: the same is said of it from whichever folder it is asked
//! about, and wherever the repository lies.

mod repository;

use std::fs;
use std::path::{Path, PathBuf};

use repository::Repository;

const MINUTES: &str = "meetings/io/2026-11-18.md";
const TEXT: &str = "# Foo\n\n## Action items\n\n- [ ] paint the wall\n";
const MORE: &str = "- [ ] mend the importer\n";
/// Somebody else's, which no rule looks at: the folder around it tells.
const COPY: &str = "docs/vendor/lib/a/b.md";
const RECORD: &str = "records/0007-queue.md";

fn files() -> [(&'static str, &'static str); 3] {
    [(MINUTES, TEXT), (COPY, "# Copy\n\nPlease merge it by EOD tomorrow.\n"), (RECORD, "# Queue\n\nWe take a queue.\n")]
}

/// What `check` says of a file as it is called from a folder, without the name by which it is called.
fn told(made: &Repository, folder: &str, file: &str, more: &[&str]) -> String {
    let run = made.pingless_in(folder, &[&["check", "-q", "--format", "concise", file], more].concat());
    let kind = made.pingless_in(folder, &["check", "-q", "--show-files", file]);
    let kind = kind.out.trim_start().strip_prefix(file).map(str::trim).map(str::to_owned);
    format!("{} {:?} {kind:?}", run.out.replace(file, "FILE"), run.status)
}

/// Ways to write a path of a repository, each with the folder from which it is written.
fn ways(root: &Path, path: &str) -> Vec<(String, String)> {
    let (folder, name) = path.rsplit_once('/').expect("it lies in a folder");
    let (outer, rest) = path.split_once('/').expect("it lies in a folder");
    let whole = root.join(path).to_string_lossy().into_owned();
    let other = format!("../{path}");
    let ways = [("", path), (folder, name), (outer, rest), ("", &whole), (folder, &whole), ("other", &other)];
    ways.map(|(folder, file)| (folder.to_owned(), file.to_owned())).into()
}

#[track_caller]
fn same_from_everywhere(made: &Repository, path: &str, expected: &str) {
    made.write("other/readme.txt", "");
    for (folder, file) in ways(&made.root, path) {
        let told = told(made, &folder, &file, &[]);
        assert!(told.contains(expected), "{file} from `{folder}`, wanted is `{expected}`: {told}");
    }
}

#[test]
fn a_kind_and_its_findings_are_the_same_from_everywhere() {
    let made = Repository::with("everywhere", &files());
    same_from_everywhere(&made, MINUTES, "meeting-notes");
    same_from_everywhere(&made, MINUTES, "[unowned-action]");
}

#[test]
fn what_is_somebody_elses_is_so_from_everywhere() {
    let made = Repository::with("elsewhere", &files());
    same_from_everywhere(&made, COPY, " 0 ");
}

#[test]
fn the_folders_around_a_repository_say_nothing() {
    let made = Repository::new("adr");
    made.write("clone/.git/HEAD", "ref: refs/heads/main\n");
    fs::remove_dir_all(made.root.join(".git")).expect("it is there");
    made.write("clone/0007-queue.md", "# Queue\n\nWe take a queue.\n");
    let file = made.root.join("clone/0007-queue.md").to_string_lossy().into_owned();
    for (folder, file) in [("clone", "0007-queue.md"), ("clone", &file), ("", "clone/0007-queue.md")] {
        let run = made.pingless_in(folder, &["check", "-q", "--show-files", file]);
        let said = run.out.trim_start().strip_prefix(file).expect("it begins with the name");
        assert!(said.starts_with(": none"), "{file} from `{folder}`: {run:?}");
    }
}

#[test]
fn what_is_new_is_so_from_everywhere() {
    let made = Repository::with("new", &files());
    made.write(MINUTES, format!("{TEXT}{MORE}"));
    let moved = "meetings/2026-11-18.md";
    for folder in ["", "meetings", "meetings/io"] {
        let run = made.pingless_in(folder, &["check", "-q", "--format", "concise", "--diff-base", "HEAD"]);
        assert_eq!((run.out.matches("[unowned-action]").count(), run.status), (1, 1), "`{folder}`: {run:?}");
    }
    made.git(&["mv", MINUTES, moved]);
    made.commit("Move it");
    for folder in ["", "meetings"] {
        let args = ["check", "-q", "--format", "concise", "--diff-base", "HEAD~1", "--head", "HEAD"];
        let run = made.pingless_in(folder, &args);
        assert_eq!(run.out.matches("[unowned-action]").count(), 1, "`{folder}`: {run:?}");
    }
}

#[test]
fn a_base_in_a_bare_repository_is_judged_by_its_paths() {
    let made = Repository::with("whole", &files());
    made.write(MINUTES, format!("{TEXT}{MORE}"));
    made.commit("Add one");
    let bare = made.cloned("bare", &["--bare"]);
    let run = bare.new_since("HEAD~1", &["--head", "HEAD", "-q"]);
    assert_eq!(run.out.matches("[unowned-action]").count(), 1, "{run:?}");
}

#[test]
fn a_baseline_of_a_folder_is_the_part_of_that_of_the_whole() {
    let made = Repository::with("known", &files());
    let whole = made.pingless(&["baseline"]);
    assert_eq!(whole.status, 0, "{whole:?}");
    let before = made.read(".pingless-baseline.jsonl");
    let part = made.pingless_in("meetings", &["baseline", "--prune"]);
    assert_eq!(made.read(".pingless-baseline.jsonl"), before, "{part:?}");
    assert_eq!(made.pingless(&["check", "-q", "--format", "concise"]).out, "");
}

#[test]
fn other_commands_know_the_same_kind() {
    let made = Repository::with("commands", &files());
    let whole = made.root.join(MINUTES).to_string_lossy().into_owned();
    for (folder, file) in [("", MINUTES), ("meetings/io", "2026-11-18.md"), ("", &whole)] {
        for command in [&["inspect"][..], &["fill"], &["config"]] {
            let run = made.pingless_in(folder, &[command, &[file]].concat());
            let all = format!("{}{}", run.out, run.said);
            assert!(all.contains("meeting-notes"), "{command:?} of {file} from `{folder}`: {run:?}");
        }
    }
}

#[test]
fn standard_input_lies_where_its_name_says() {
    let made = Repository::with("stdin", &files());
    let mut command = made.command(env!("CARGO_BIN_EXE_pingless"));
    command.current_dir(made.root.join("meetings/io"));
    command.args(["check", "-q", "--show-files", "--stdin-filename", "2026-11-18.md", "-"]);
    command.stdin(fs::File::open(made.root.join(MINUTES)).expect("it is there"));
    let output = command.output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("meeting-notes"), "{said}");
}

#[test]
fn what_was_remembered_of_another_place_does_not_count() {
    let made = Repository::with("remembered", &files());
    let cache: PathBuf = made.root.with_extension("cache");
    let _ = fs::remove_dir_all(&cache);
    let cache = cache.to_string_lossy().into_owned();
    let args = ["--cache-dir", cache.as_str()];
    let before = told(&made, "meetings/io", "2026-11-18.md", &args);
    assert!(before.contains("[unowned-action]"), "{before}");
    // The folder is a repository of its own from now on: nothing says any more that these are minutes.
    made.write("meetings/io/.git/HEAD", "ref: refs/heads/main\n");
    let after =
        made.pingless_in("meetings/io", &[&["check", "-q", "--show-files", "2026-11-18.md"], &args[..]].concat());
    assert!(!after.out.contains("meeting-notes"), "{after:?}");
}

#[test]
fn a_template_is_not_measured_by_itself_from_anywhere() {
    let template = "# Title\n\n## Context\n\n## Decision\n\n## Options that were weighed\n";
    let made = Repository::with("template", &[("docs/adr/template.md", template), ("docs/adr/0001-a.md", "# A\n")]);
    let path = "docs/adr/template.md";
    let first = told(&made, "", path, &[]);
    for (folder, file) in ways(&made.root, path) {
        if made.root.join(&folder).is_dir() {
            assert_eq!(told(&made, &folder, &file, &[]), first, "{file} from `{folder}`");
        }
    }
}

#[test]
fn a_patch_counts_from_the_current_folder() {
    let made = Repository::with(
        "patch",
        &[("docs/a b.md", "# Meeting notes 2026-11-18\n\n## Action items\n\n- [ ] @ada will send it by Friday.\n")],
    );
    let whole = made.root.join("docs").to_string_lossy().into_owned();
    let relative = made.pingless(&["check", "--fix", "--unsafe-fixes", "--diff", "docs"]);
    let absolute = made.pingless(&["check", "--fix", "--unsafe-fixes", "--diff", &whole]);
    assert_eq!(absolute.out, relative.out);
    let below = made.pingless_in("docs", &["check", "--fix", "--unsafe-fixes", "--diff", &whole]);
    assert!(
        relative.out.starts_with("--- docs/a b.md") && below.out.starts_with("--- a b.md"),
        "{relative:?} {below:?}"
    );
}

/// Whoever marks all files speaks of a forge's bar of languages; whoever marks a folder, or all of one, speaks of its texts.
#[test]
fn that_all_files_are_vendored_leaves_out_none() {
    let files = [
        (".gitattributes", "* linguist-vendored\n*.rs linguist-vendored=false\n/copied/** linguist-vendored\n"),
        ("README.md", "# Shop\n\nIt sells books.\n"),
        ("copied/a.md", "# A\n"),
        ("third/.gitattributes", "* linguist-vendored\n"),
        ("third/b.md", "# B\n"),
        ("node_modules/c/README.md", "# C\n"),
    ];
    let shop = Repository::with("places-vendored", &files);
    let run = shop.pingless(&["check", "--isolated", "--show-files", "."]);
    let read: Vec<&str> = run.out.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(read, ["README.md"], "{}", run.said);
    let named = shop.pingless(&["check", "--isolated", "--show-files", "node_modules/c/README.md"]);
    assert!(named.out.starts_with("node_modules/c/README.md"), "{}", named.said);
}
