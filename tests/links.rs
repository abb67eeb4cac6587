//! Links held against the tree around a text: in real repositories, on disk, between commits; and ids of headings
//! against a second implementation of what GitHub makes of them.

mod repository;

use std::sync::Arc;

use comrak::Options;
use pingless::config::Policy;
use pingless::document::Document;
use pingless::lint::{self, Beside};
use pingless::rule::Catalog;
use pingless::text::Source;
use pingless::tree::{Around, Listed, Question, Tree};
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

/// Whose links all lead somewhere asks for what they lead to, and for no list of all files.
#[test]
fn nothing_is_asked_of_a_whole_repository_for_links_that_are_right() {
    let listed = Listed::parse("docs/a.md\ndocs/b.md\nmkdocs.yml");
    let around = Around::new(Arc::new(Tree::new(Box::new(listed))), "docs/a.md").noting();
    let source = Source::file("docs/a.md", "# A\n\nSee [b](b.md).\n");
    let beside = Beside { around: Some(&around), ..Beside::default() };
    let checked = lint::check_beside(&source, beside, &Catalog::builtin(), &Policy::default());
    let asked = around.asked().told.into_iter().map(|it| (it.question, it.of)).collect::<Vec<_>>();
    assert_eq!((checked.findings.len(), asked), (0, vec![(Question::Entry, "docs/b.md".to_owned())]));
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
fn what_git_does_not_know_yet_is_there() {
    let repo = Repository::new("begun");
    repo.write("README.md", "# Shop\n\n[the limits](limits.md), [gone](gone.md)\n");
    repo.write("limits.md", "# Limits\n");
    assert_eq!(checked(&repo, &[]), ["README.md:3 broken-local-link"]);
    // Where a program makes a site of the texts, an address means what its settings say, but for the file of another page.
    repo.write("mkdocs.yml", "site_name: Shop\n");
    repo.write("docs/a.md", "# A\n\n[gone](gone/), [picture](gone.png)\n");
    assert_eq!(checked(&repo, &[]), ["README.md:3 broken-local-link"]);
    repo.write("docs/a.md", "# A\n\n[gone](gone.md)\n");
    assert_eq!(checked(&repo, &[]), ["README.md:3 broken-local-link", "docs/a.md:3 broken-local-link"]);
    // Another one follows whatever is linked to.
    repo.write("lychee.toml", "");
    assert!(checked(&repo, &[]).is_empty());
}

#[test]
fn what_a_checkout_did_not_come_to_is_there() {
    let text = "# Doors\n\n[the plan](plan.pdf), [the prints](prints/), [gone](gone.md)\n";
    let files = [("a.md", text), ("plan.pdf", "x\n"), ("prints/one.png", "x\n"), ("gone.md", "# Gone\n")];
    let repo = Repository::with("cut-off", &files);
    let part = repo.cloned("cut-off-clone", &["--no-checkout"]);
    part.write("a.md", text);
    assert_eq!(checked(&part, &[]), [""; 0], "the index is to be written, and the commit says what was to come");
    part.git(&["reset", "--quiet"]);
    part.git(&["checkout", "--quiet", "--", "a.md", "gone.md"]);
    assert_eq!(checked(&part, &[]), [""; 0]);
    part.remove("gone.md");
    assert_eq!(checked(&part, &[]), ["a.md:3 broken-local-link"], "it was here, and somebody took it away");
}

const FORGE: &str = "# Pool

[issue](../../issues/1), [wiki](../../wiki/Setup), [release](../../releases/latest), [stars](../../stargazers),
[changes](./CHANGELOG), [conduct](.github/CODE_OF_CONDUCT.md), [rooted](/acme/pool/blob/main/docs/a.md), [top](#readme),
[raw](docs/a.md?raw=true), ![dark](img/a.png#gh-dark-mode-only), [space](<docs/b c.md>), [space](docs/b%20c.md#b-c),
[link](docs/link.md#target), [folder](linked/x.md#target), [branch](tree/HEAD/docs/a.md), [view](../blob/main/docs/a.md),
[code](docs/設計.md#はじめに), [code](docs/%E8%A8%AD%E8%A8%88.md), a note[^1], [launch](#-launch), [set](#underlined),
[more](#inside-details), [tag](#html-head), [named](#named-by-hand), [both](#two-lines), [mixed](#mixed-in),
[version](#v100---2026), [second](#html-head-1), [lost](#html-heads)

<details><summary>More</summary>

## Inside details

</details>

## 🚀 Launch

Underlined
----------

## [v1.0.0] - 2026

<h2>HTML head</h2>

<h2 align=\"center\">HTML <em>head</em></h2>

<h2 id=\"named-by-hand\">Another</h2>

<div>
<h2>
  Two lines
</h2>
</div>

<h3>

Mixed in

</h3>

[^1]: See [above](#fnref1).
";

#[test]
#[cfg(unix)]
fn what_a_forge_shows_is_there() {
    let files = [
        ("README.md", FORGE),
        ("docs/a.md", "# A\n"),
        ("docs/b c.md", "# B c\n"),
        ("docs/設計.md", "# Design\n\n## はじめに\n"),
        ("real/x.md", "# X\n\n## Target\n"),
        ("img/a.png", ""),
        ("CHANGELOG", ""),
        (".github/CODE_OF_CONDUCT.md", "# Conduct\n"),
    ];
    let repo = Repository::with("forge", &files);
    std::os::unix::fs::symlink("../real/x.md", repo.root.join("docs/link.md")).expect("a link can be made");
    std::os::unix::fs::symlink("real", repo.root.join("linked")).expect("a link can be made");
    repo.git(&["add", "--all"]);
    let shown = repo.pingless(&["check", "--select", "broken-local-link"]).out;
    assert_eq!(checked(&repo, &[]), ["README.md:9 broken-local-link"], "{shown}");
    assert!(shown.contains("no heading here makes `#html-heads`; one makes `#html-head`"), "{shown}");
}

#[test]
fn one_place_gets_one_question() {
    let message = "https://shop.slack.com/archives/C0AB/p1700000000000001";
    let record =
        format!("# Pool sync 2026-03-02\n\n- Retries: {message}\n\n## Decision\n\nAgreed in [Slack]({message}).\n");
    let repo = Repository::with("one-question", &[("minutes/2026-03-02.md", &record)]);
    let rules = "private-link,lost-conversation,chat-only-decision,opaque-link,broken-local-link";
    let run = repo.pingless(&["check", "--pedantic", "--format", "concise", "--select", rules]);
    let mut found = run.rules();
    found.sort();
    let expected = ["minutes/2026-03-02.md:3 lost-conversation", "minutes/2026-03-02.md:7 chat-only-decision"];
    assert_eq!(found, expected, "{}", run.out);
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
fn what_keeps_links_in_a_copy_keeps_none_here() {
    let files = [("a.md", "# A\n\n[gone](gone.md)\n"), ("vendor/b/.lycheeignore", "\n"), ("vendor/b/c.md", "# C\n")];
    let repo = Repository::with("kept-in-a-copy", &files);
    assert_eq!(checked(&repo, &[]), ["a.md:3 broken-local-link"]);
}

#[test]
fn a_page_may_be_found_by_its_name() {
    let files = [
        ("mix.exs", "{:ex_doc, \"~> 0.31\"}, extras: Path.wildcard(\"guides/*/*.md\")\n"),
        ("guides/a/b.md", "# B\n\n[c](c.md), [d](d.md)\n"),
        ("guides/e/c.md", "# C\n"),
        ("notes/f.md", "# F\n\n[c](c.md)\n"),
    ];
    let repo = Repository::with("by-name", &files);
    let found = checked(&repo, &[]);
    assert_eq!(found, ["guides/a/b.md:3 broken-local-link", "notes/f.md:3 broken-local-link"]);
}

#[test]
fn what_a_script_writes_is_there_once_it_has_run() {
    let text = "# The pool is full\n\nThe pictures lie in `web/public/docs/`, the hinges in `web/lib/hinges/`.\n";
    let files = [
        ("ops/pool-runbook.md", text),
        ("web/lib/hinges/b.js", "\n"),
        ("web/package.json", "{\"scripts\": {\"sync\": \"rsync -a ../docs/ ./public/docs/\"}}\n"),
        ("web/public/docs/c.md", "# C\n"),
    ];
    let repo = Repository::with("made", &files);
    repo.git(&["rm", "--quiet", "-r", "web/lib", "web/public"]);
    repo.commit("Leave out what is made");
    assert_eq!(checked(&repo, &[]), ["ops/pool-runbook.md:3 dead-code-reference"]);
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
fn what_a_commit_moved_is_told_with_its_place() {
    let long = "a line that says what is drained, and when\n".repeat(20);
    let files = [
        ("ops/pool-runbook.md", RUNBOOK),
        ("ops/index.md", "# Ops\n\n[limits](limits.md), [the pool](pool-runbook.md)\n"),
        ("ops/limits.md", &long),
        ("scripts/drain.py", &long),
        ("src/pool.rs", "\n"),
    ];
    let repo = Repository::with("moved-file", &files);
    repo.git(&["checkout", "--quiet", "-b", "topic"]);
    repo.write("tools/drain-pool.py", format!("{long}and more\n"));
    repo.remove("scripts/drain.py");
    repo.commit("Move it");
    let commit = repo.git(&["rev-parse", "--short", "HEAD"]);
    repo.git(&["mv", "ops/limits.md", "ops/all-limits.md"]);
    repo.remove("src/pool.rs");
    repo.commit("Move another one, and take one away");
    let other = repo.git(&["rev-parse", "--short", "HEAD"]);
    repo.git(&["checkout", "--quiet", "main"]);
    repo.git(&["merge", "--quiet", "--no-ff", "--no-edit", "topic"]);
    let shown = repo.pingless(&["check", "--select", "dead-code-reference,broken-local-link"]).out;
    for said in [
        &format!("`{commit}` moved it to `tools/drain-pool.py`"),
        "write tools/drain-pool.py",
        &format!("`{other}` took it away\n"),
        &format!("there is no `ops/limits.md`: `{other}` moved it to `ops/all-limits.md`"),
    ] {
        assert!(shown.contains(said), "{said} is not in: {shown}");
    }
}

#[test]
fn what_was_to_be_done_names_files_of_its_time() {
    let names = ["docs/plans/pool-runbook.md", "tasks/pool-runbook.md", "ops/2026-pool-runbook.md", "tasks/README.md"];
    let mut files: Vec<(&str, &str)> = names.iter().map(|it| (*it, RUNBOOK)).collect();
    files.extend([("scripts/drain.py", "\n"), ("src/pool.rs", "\n")]);
    let repo = Repository::with("plans", &files);
    repo.remove("scripts/drain.py");
    repo.commit("Drain by itself");
    assert_eq!(checked(&repo, &[]), ["tasks/README.md:3 dead-code-reference"]);
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

#[test]
fn a_folder_that_got_another_name_leaves_no_link_silent() {
    let pages = ["docs/old/p1.md", "docs/old/p2.md", "docs/old/p3.md"].map(|path| (path, "# Page\n"));
    let index = ("docs/index.md", "# Index\n\n- [One](old/p1.md)\n- [Two](old/p2.md)\n- [Three](old/p3.md)\n");
    let repo = Repository::with("moved", &[pages[0], pages[1], pages[2], index]);
    let all = [3, 4, 5].map(|line| format!("docs/index.md:{line} broken-local-link"));
    repo.git(&["mv", "docs/old", "docs/new"]);
    assert_eq!(checked(&repo, &["docs/index.md"]), all, "the files lie together under another name");
    repo.commit("Rename the folder");
    assert_eq!(checked(&repo, &["docs/index.md"]), all);
    let shown = repo.pingless(&["check", "--select", "broken-local-link"]).out;
    assert!(shown.contains("moved it to `docs/new/p2.md`"), "{shown}");
    repo.git(&["rm", "-r", "--quiet", "docs/new"]);
    repo.commit("Take it away");
    assert_eq!(checked(&repo, &["docs/index.md"]), all, "git knows that they were here");
    let shown = repo.pingless(&["check", "--select", "broken-local-link"]).out;
    assert!(shown.contains("there is no `docs/old/p2.md` since "), "{shown}");
    // A page that was written to be read elsewhere.
    repo.write("docs/index.md", "# Index\n\n- [One](a/p1.md)\n- [Two](a/p2.md)\n- [Three](a/p3.md)\n");
    assert!(checked(&repo, &["docs/index.md"]).is_empty());
}

#[test]
fn a_folder_that_is_ignored_by_a_line_for_folders_is_not_lost() {
    let text = "# Shop\n\nThe log of each run lies in `data/runs/`, and the code in `src/shop/`.\n";
    let files = [("README.md", text), ("data/runs/a.log", "a\n"), ("src/shop/a.rs", "\n"), ("src/b.rs", "\n")];
    let repo = Repository::with("ignored-folder", &files);
    repo.git(&["rm", "-r", "--quiet", "data/runs", "src/shop"]);
    repo.write(".gitignore", "data/runs/\n");
    repo.commit("Ignore what a run writes");
    let shown = repo.pingless(&["check", "--select", "dead-code-reference"]).out;
    assert!(shown.contains("src/shop") && shown.matches("took it away").count() == 1, "{shown}");
}

/// What `--fix --unsafe-fixes` makes of a text.
fn mended(repo: &Repository, path: &str) -> String {
    repo.pingless(&["check", "--quiet", "--exit-zero", "--fix", "--unsafe-fixes"]);
    repo.read(path)
}

#[test]
fn no_link_is_sent_to_another_thing() {
    let text = "# A\n\n- [Import](import-guide.md)\n- [Encrypt](#how-to-encrypt)\n- [GPU](gpu/limits.md)\n- [a](a.md)\n\n\
        See [`crates/lock/doors`](../doors/).\n\n## How to decrypt\n\n### ValidationErrorType\n\n[ValidationError](#validationerror)\n";
    let repo = Repository::with(
        "another",
        &[
            ("docs/a.md", text),
            ("docs/export-guide.md", "# E\n"),
            ("docs/cpu/limits.md", "# L\n"),
            ("docs/doors/a.rs", "\n"),
            ("docs/crates/lock/doors/b.rs", "\n"),
        ],
    );
    let run = repo.pingless(&["check", "--select", "broken-local-link"]);
    assert_eq!(run.out.matches("error[").count(), 5, "{run:#?}");
    assert!(run.out.contains("but a `docs/export-guide.md`"), "{run:#?}");
    assert_eq!(mended(&repo, "docs/a.md"), text);
}

#[test]
fn a_page_that_is_linked_by_its_own_name_is_another() {
    let pages = "- [Handels](door-handels.md)\n- [Handles](door-handles.md)\n";
    let text = format!("# A\n\n{pages}");
    let repo = Repository::with("both", &[("a.md", &text), ("door-handles.md", "# D\n")]);
    assert_eq!(mended(&repo, "a.md"), text);
    let text = "# A\n\n- [Handles](door-handels.md)\n- [other](a.md)\n";
    let repo = Repository::with("one", &[("a.md", text), ("door-handles.md", "# D\n")]);
    assert_eq!(mended(&repo, "a.md"), text.replace("handels", "handles"));
}

#[test]
fn a_query_and_words_that_are_the_target_go_along() {
    let text = "# A\n\n[x](brass-hinges.md?plain=1#brass), [`doors/oak.md`](doors/oak.md), [oak.md](doors/oak.md), [a](a.md).\n";
    let files = [
        ("docs/a.md", text),
        ("docs/more/brass-hinges.md", "# Brass\n"),
        ("docs/doors/oak.md", "# An oak\n\nIt is one.\n"),
    ];
    let repo = Repository::with("query", &files);
    repo.commit("Doors");
    repo.git(&["mv", "docs/doors/oak.md", "docs/doors/beech.md"]);
    repo.commit("Another wood");
    let after = mended(&repo, "docs/a.md");
    let line = "[x](more/brass-hinges.md?plain=1#brass), [`doors/beech.md`](doors/beech.md), [beech.md](doors/beech.md), [a](a.md).";
    assert_eq!(after.lines().nth(2), Some(line));
}

#[test]
fn no_command_is_sent_to_what_took_the_place_of_a_file() {
    let lines: String = (0..9).map(|it| format!("line: {it}\n")).collect();
    let text = "# Net\n\n```bash\nkubectl delete -f ./net/tunnel.yaml\n```\n";
    let repo = Repository::with(
        "deleted",
        &[("net/README.md", text), ("net/tunnel.yaml", &lines), ("src/pool/a.rs", &lines), ("src/lib/other.rs", "\n")],
    );
    let told = "# Pool\n\n- `src/lib/pool` is what this folder is.\n- `src/pool` holds the rest.\n";
    repo.commit("Net");
    repo.git(&["mv", "net/tunnel.yaml", "net/native.yaml"]);
    repo.git(&["mv", "src/pool", "src/lib/"]);
    repo.write("src/lib/pool/README.md", told);
    repo.commit("Another net");
    assert_eq!(
        checked(&repo, &[]),
        ["net/README.md:4 dead-code-reference", "src/lib/pool/README.md:4 dead-code-reference"]
    );
    assert_eq!(
        (mended(&repo, "net/README.md"), mended(&repo, "src/lib/pool/README.md")),
        (text.to_owned(), told.to_owned())
    );
}
