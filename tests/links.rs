//! Links held against the tree around a text: in real repositories, on disk, between commits; and ids of headings
//! against a second implementation of what GitHub makes of them.

mod repository;

use comrak::Options;
use pingless::document::Document;
use pingless::text::Source;
use repository::Repository;

fn checked(repo: &Repository, args: &[&str]) -> Vec<String> {
    let mut all = vec!["check", "--format", "concise", "--select", "broken-local-link,dead-code-reference"];
    all.extend(args);
    repo.pingless(&all).rules()
}

#[test]
fn a_file_is_looked_for_letter_by_letter() {
    let files = [
        ("docs/a.md", "# A\n\n[b](b.md), [C](C.md), [d](../src/d.rs#L3), [e](/docs/b.md), [f](../src/), [g](a.md#a)\n"),
        ("docs/b.md", "# B\n"),
        ("docs/c.md", "# C\n"),
        ("src/d.rs", "\n"),
    ];
    let repo = Repository::with("case", &files);
    assert_eq!(checked(&repo, &[]), ["docs/a.md:3 broken-local-link"]);
    let shown = repo.pingless(&["check", "--select", "broken-local-link"]).out;
    assert!(shown.contains("its name is `docs/c.md`, in another case") && shown.contains("write c.md"), "{shown}");
}

#[test]
fn what_is_ignored_or_lies_elsewhere_may_be_there() {
    let text = "# A\n\n[i](out/i.md), [j](lib/j.md), [up](../../issues), [gone](gone.md)\n";
    let repo = Repository::with("ignored", &[("a.md", text), (".gitignore", "out/\n")]);
    let library = Repository::with("ignored-library", &[("j.md", "# J\n")]);
    let url = format!("file://{}", library.root.display());
    repo.git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &url, "lib"]);
    repo.git(&["submodule", "--quiet", "deinit", "--force", "lib"]);
    assert_eq!(checked(&repo, &[]), ["a.md:3 broken-local-link"]);
}

#[test]
fn another_program_that_follows_links_is_enough() {
    let repo = Repository::with("kept", &[("a.md", "# A\n\n[gone](gone.md)\n")]);
    assert_eq!(checked(&repo, &[]), ["a.md:3 broken-local-link"]);
    repo.write(".github/workflows/links.yml", "steps: [{uses: lycheeverse/lychee-action@v2}]\n");
    repo.git(&["add", "--all"]);
    assert_eq!(checked(&repo, &[]), [""; 0]);
}

#[test]
fn outside_of_a_repository_no_link_is_followed() {
    let repo = Repository::with("bare", &[("a.md", "# A\n\n[b](b.md) and [gone](gone.md)\n"), ("b.md", "# B\n")]);
    let elsewhere = std::env::temp_dir().join(format!("pingless-links-{}", std::process::id()));
    std::fs::create_dir_all(&elsewhere).expect("the folder can be made");
    for name in ["a.md", "b.md"] {
        std::fs::copy(repo.root.join(name), elsewhere.join(name)).expect("the file can be copied");
    }
    let file = elsewhere.join("a.md").to_string_lossy().into_owned();
    let run = repo.pingless(&["check", "--format", "concise", "--select", "broken-local-link", &file]);
    assert_eq!(run.out, "");
    std::fs::remove_dir_all(elsewhere).expect("the folder can be removed");
}

#[test]
fn a_change_that_takes_a_target_away_is_told_so() {
    let files = [("a.md", "# A\n\n[b](b.md) and [old](old.md)\n"), ("b.md", "# B\n")];
    let repo = Repository::with("since", &files);
    repo.remove("b.md");
    repo.write("a.md", "# A\n\n[b](b.md) and [old](old.md)\n\nMore.\n");
    let on_disk = repo.new_since("HEAD", &["--select", "broken-local-link"]);
    assert_eq!(on_disk.places(), ["a.md:3"], "{}", on_disk.out);
    repo.commit("Take b away");
    repo.write("b.md", "# B is on disk and in no commit\n");
    let between = repo.new_since("HEAD^", &["--head", "HEAD", "--select", "broken-local-link"]);
    assert_eq!(between.places(), ["a.md:3"], "{}", between.out);
}

const RUNBOOK: &str = "# The pool is full\n\nDrain it with `scripts/drain.py`, and read `src/pool.rs` while it runs.\n";

#[test]
fn what_the_history_had_is_told_with_its_commit() {
    let files = [("ops/pool-runbook.md", RUNBOOK), ("scripts/drain.py", "\n"), ("src/pool.rs", "\n")];
    let repo = Repository::with("history", &files);
    assert_eq!(checked(&repo, &[]), [""; 0]);
    repo.remove("scripts/drain.py");
    repo.commit("Drain by itself");
    let commit = repo.git(&["rev-parse", "--short", "HEAD"]);
    assert_eq!(checked(&repo, &[]), ["ops/pool-runbook.md:3 dead-code-reference"]);
    let shown = repo.pingless(&["check", "--select", "dead-code-reference"]).out;
    assert!(shown.contains(&format!("`{commit}` took it away")), "{shown}");
    let shallow = repo.cloned("history-shallow", &["--depth", "1"]);
    assert_eq!(checked(&shallow, &[]), [""; 0]);
}

#[test]
fn ids_of_headings_are_those_of_a_second_implementation() {
    let headings = [
        "Plain words",
        "With `code_of` and [a link](b.md)",
        "Punctuation: it's (all) gone, isn't it?",
        "a & b / c",
        "Ünïcode und 日本語",
        "under_score",
        "1. Numbers 2.0",
        "Same",
        "Same",
        "Same",
        "Two  spaces",
        "-- dashes --",
        "\u{1f680} Launch",
        "**Bold** and *lean*",
        "Trailing hashes ##",
    ];
    let text: String = headings.iter().map(|it| format!("## {it}\n\n")).collect();
    let mut options = Options::default();
    options.extension.header_id_prefix = Some(String::new());
    let html = comrak::markdown_to_html(&text, &options);
    let ids: Vec<&str> = html.split("id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
    let source = Source::file("a.md", text);
    let anchors = Document::new(&source).anchors();
    assert_eq!(ids.len(), headings.len(), "{html}");
    for id in ids {
        assert!(anchors.has(id), "`{id}` is missing in {:?}", anchors.headings);
    }
    assert!(!anchors.has("same-3"));
}

#[test]
fn a_full_report_is_asked_for_the_window_of_its_log_alone() {
    let page = include_str!("cases/moving-link.md");
    let report = page.split("````md bad as=bug-report\n").nth(1).and_then(|it| it.split("````").next());
    let repo = Repository::with("report", &[("report.md", report.expect("it is the first example"))]);
    let run = repo.pingless(&["check", "--format", "concise", "--kind", "bug-report", "report.md"]);
    assert_eq!(run.rules(), [""; 0], "a page of a repository may lead to the present: {}", run.out);
    let mut command = repo.command(env!("CARGO_BIN_EXE_pingless"));
    let file = std::fs::File::open(repo.root.join("report.md")).expect("it is there");
    let output =
        command.args(["check", "--pedantic", "--format", "concise", "-"]).stdin(file).output().expect("it runs");
    let out = String::from_utf8_lossy(&output.stdout);
    assert_eq!((out.lines().count(), out.contains("note[moving-link]")), (1, true), "{out}");
}
