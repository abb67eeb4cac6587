//! Whose rule pages count: those of the repository in which the texts of a run lie, from each of its folders.

use std::fs;
use std::path::Path;

mod folder;
use folder::folder;

/// It finds "the old cluster".
const PAGE: &str = include_str!("../src/compose/rule.md");
const TEXT: &str = "The nightly dumps are on the old cluster.\n";

/// Exit status, what is printed and what is said beside it.
fn run(root: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    folder::run(root, args, None)
}

#[test]
fn texts_of_another_repository_are_judged_by_its_pages() {
    let files = [
        ("one/.git/HEAD", ""),
        ("one/.pingless/rules/no-place.md", PAGE),
        ("one/pingless.toml", "levels = { no-place = \"error\" }\n"),
        ("one/docs/a.md", TEXT),
        ("two/.git/HEAD", ""),
        ("two/.pingless/rules/nowhere.md", PAGE),
        ("two/a.md", TEXT),
    ];
    let root = folder("another", &files);
    for (here, path) in [("", "one/docs"), ("", "one/docs/a.md"), ("two", "../one"), ("one", "docs"), ("one/docs", ".")]
    {
        let (code, found, said) = run(&root.join(here), &["check", "-q", "-f", "concise", path]);
        assert!(code == Some(1) && found.contains("a.md:1:26: error[no-place]"), "{here} {path}: {found}{said}");
    }
    let (_, said, _) = run(&root, &["config", "one/docs/a.md"]);
    assert!(said.contains("error  no-place"), "{said}");
}

#[test]
fn of_several_repositories_it_is_told_whose_pages_are_not_read() {
    let files = [
        ("one/.git/HEAD", ""),
        ("one/.pingless/rules/no-place.md", PAGE),
        ("one/docs/a.md", TEXT),
        ("two/.git/HEAD", ""),
        ("two/a.md", TEXT),
    ];
    let root = folder("several", &files);
    let (_, found, said) = run(&root, &["check", "-f", "concise", "one", "two"]);
    assert!(!found.contains("no-place"), "{found}");
    assert!(said.contains("one/.pingless/rules: the pages in it are not read"), "{said}");
    assert!(said.contains("run pingless for one alone"), "{said}");
    let (_, found, said) = run(&root, &["check", "-f", "concise", "one"]);
    assert!(found.contains("warn[no-place]") && !said.contains("not read"), "the cure works: {found}{said}");
}

#[test]
fn each_folder_of_a_repository_has_the_same_pages() {
    let files = [
        (".git/HEAD", ""),
        (".pingless/rules/no-place.md", PAGE),
        ("docs/.pingless/rules/nowhere.md", PAGE),
        ("docs/a.md", TEXT),
    ];
    let root = folder("folders", &files);
    for (here, file) in [("", "docs/a.md"), ("docs", "a.md")] {
        let (_, found, said) = run(&root.join(here), &["check", "-f", "concise"]);
        assert!(found.starts_with(&format!("{file}:1:26: warn[no-place]")), "{found}");
        assert!(!found.contains("nowhere") && said.contains("the pages in it are not read"), "{found}{said}");
        let (code, tested, said) = run(&root.join(here), &["test"]);
        assert!(code == Some(0) && tested.contains("no-place.md") && said.contains("1 page,"), "{tested}{said}");
    }
    let (_, _, said) = run(&root.join("docs"), &["check", "-f", "concise"]);
    assert!(said.contains("a repository has one folder of pages"), "{said}");
    fs::rename(root.join("docs/.pingless/rules/nowhere.md"), root.join(".pingless/rules/nowhere.md"))
        .expect("it moves");
    fs::remove_dir_all(root.join("docs/.pingless")).expect("it is empty");
    let (_, found, said) = run(&root, &["check", "-f", "concise"]);
    assert!(found.contains("warn[nowhere]") && !said.contains("not read"), "the cure works: {found}{said}");
}

#[test]
fn pages_below_the_root_count_where_there_are_no_others() {
    let files = [(".git/HEAD", ""), ("docs/.pingless/rules/no-place.md", PAGE), ("docs/a.md", TEXT)];
    let root = folder("below", &files);
    assert!(run(&root.join("docs"), &["check", "-f", "concise"]).1.contains("warn[no-place]"));
    assert!(run(&root, &["check", "-f", "concise", "docs"]).1.contains("warn[no-place]"));
    let (_, found, said) = run(&root, &["check", "-f", "concise"]);
    assert!(found.is_empty() && said.contains("docs/.pingless/rules: the pages in it are not read"), "{found}{said}");
}

#[test]
fn of_pages_below_what_is_left_out_nothing_is_said() {
    let files = [
        (".git/HEAD", ""),
        (".pingless.toml", "exclude = [\"cases/**\"]\n"),
        ("cases/one/.pingless/rules/no-place.md", PAGE),
        ("cases/one/pingless.toml", "levls = 1\n"),
        ("cases/one/a.md", TEXT),
        ("a.md", "# A\n"),
    ];
    let root = folder("left-out", &files);
    let (code, found, said) = run(&root, &["check", "-f", "concise"]);
    assert!(code == Some(0) && !found.contains("no-place") && !said.contains("not read"), "{found}{said}");
}

#[test]
fn a_page_without_examples_stops_no_check() {
    let kind = "---\nsummary: s\nneeds:\n  exit:\n    summary: nobody knows how to leave\n    question: How?\n    \
                level: warn\n    confidence: high\n    phrases: [leave]\n---\n\nWhy.\n";
    let rule = PAGE.split_once("````md bad").expect("it has examples").0;
    let files = [
        (".git/HEAD", ""),
        (".pingless/rules/no-place2.md", rule),
        (".pingless/rules/document/contract.md", kind),
        ("docs/a.md", TEXT),
    ];
    let root = folder("bare", &files);
    let (code, found, said) = run(&root, &["check", "-q", "-f", "concise", "--kind", "contract", "docs"]);
    assert!(code == Some(0) && found.contains("[no-place2]") && found.contains("[contract.exit]"), "{found}{said}");
    let (code, found, said) = run(&root, &["test"]);
    assert_eq!(code, Some(1), "{found}{said}");
    assert_eq!(found.matches("the page has no `bad` example").count(), 2, "{found}");
    assert_eq!(found.matches("the page has no `good` example").count(), 2, "{found}");
    fs::remove_file(root.join(".pingless/rules/no-place2.md")).expect("it is there");
    assert!(run(&root, &["test"]).2.contains("1 page, 0 examples, 2 failures"));
}

#[test]
fn a_page_may_begin_with_the_mark_of_its_encoding() {
    let page = format!("\u{feff}{}", PAGE.replace('\n', "\r\n"));
    let root = folder("mark", &[(".git/HEAD", ""), (".pingless/rules/no-place.md", &page), ("a.md", TEXT)]);
    let (code, out, said) = run(&root, &["check", "--quiet", "--format", "concise"]);
    assert!(code == Some(0) && out.contains("[no-place]"), "{out} {said}");
}

#[test]
fn a_new_rule_lies_where_rules_are_read() {
    let root = folder("begun", &[(".git/HEAD", "")]);
    for (id, message) in [
        ("../foo", "`../foo` is no rule id"),
        ("own/foo", "`own/foo` is no rule id"),
        ("A b", "error: `A b` is no rule id\n  = help"),
        ("when", "`when` is the name of a group of rules"),
        ("none", "`none` means something else"),
    ] {
        let (code, _, said) = run(&root, &["new", "--rule", id, "-o", ".pingless/rules/"]);
        assert!(code == Some(2) && said.contains(message), "{id}: {said}");
    }
    assert!(!root.join(".pingless/foo.md").exists());
    assert_eq!(run(&root, &["new", "--rule", "no-asap", "-o", ".pingless/rules/"]).0, Some(0));
}

#[test]
fn phrases_are_found_with_either_apostrophe_and_in_the_title_of_a_header() {
    let page = "---\nsummary: it hurries\nquestion: By when?\nlevel: warn\nhelp: write a date\nphrases:\n  any: [\"asap\", \"don't know\"]\n  label: when?\n  in: title\n---\n\nNo.\n\n````md bad\n# Do asap\n````\n\n````md good\n# Do it\n````\n";
    let anywhere = page.replace("  in: title\n", "").replace("# Do asap", "We don't know.");
    let files = [
        (".git/HEAD", ""),
        (".pingless/rules/hurry.md", page),
        (".pingless/rules/unknown.md", &*anywhere),
        ("a.md", "---\ntitle: Do it asap\n---\n\nSome text of a page.\n"),
        ("b.md", "We don\u{2019}t know.\n"),
        ("c.md", "---\ndescription: asap\n---\n\nSome text of a page.\n"),
    ];
    let root = folder("typeset", &files);
    let (code, _, said) = run(&root, &["test"]);
    assert_eq!(code, Some(0), "{said}");
    let (_, found, said) = run(&root, &["check", "-q", "-f", "concise", "--select", "hurry,unknown"]);
    let places: Vec<&str> = found.lines().filter_map(|it| it.split(" it hurries").next()).collect();
    assert_eq!(places, ["a.md:2:14: warn[hurry]", "b.md:1:4: warn[unknown]"], "{found}{said}");
}

#[test]
fn a_title_in_a_header_is_excused_as_one_in_the_text_is() {
    let page = |unless: &str, word: &str, good: &str| {
        format!(
            "---\nsummary: it hurries\nquestion: By when?\nlevel: warn\nhelp: write a date\nphrases:\n  any: [{word}]\n  \
             label: when?\n  in: title\n  unless: {unless}\n---\n\nNo.\n\n````md bad\n# Do {word}\n````\n\n\
             ````md good\n# {good}\n````\n"
        )
    };
    let (link, quote) = ("Do https://shop.example.com/1 asap", "What \"soonest\" means");
    let header = |title: &str| format!("---\ntitle: {title}\n---\n\nSome text of a page.\n");
    let files = [
        (".git/HEAD", String::new()),
        (".pingless/rules/linked.md", page("link", "asap", link)),
        (".pingless/rules/quoted.md", page("quote", "soonest", quote)),
        ("a.md", header(link)),
        ("b.md", header(quote)),
        ("c.md", header("What `soonest` means")),
        ("d.md", header("Do it asap or soonest")),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let root = folder("excused", &files);
    let (code, _, said) = run(&root, &["test"]);
    assert_eq!(code, Some(0), "{said}");
    let (_, found, said) = run(&root, &["check", "-q", "-f", "concise", "--select", "linked,quoted"]);
    let places: Vec<&str> = found.lines().filter_map(|it| it.split(" it hurries").next()).collect();
    assert_eq!(places, ["d.md:2:14: warn[linked]", "d.md:2:22: warn[quoted]"], "{found}{said}");
}

/// Whoever copies a page from the README has one that does what is said there.
#[test]
fn the_pages_that_the_readme_shows_pass_their_own_examples() {
    const README: &str = include_str!("../README.md");
    const FENCE: &str = "\n`````";
    let pages: Vec<&str> = README.split(FENCE).skip(1).step_by(2).filter_map(|it| it.strip_prefix("md\n")).collect();
    let [rule, document] = pages[..] else { panic!("a rule and a document: {pages:?}") };
    let files = [
        (".git/HEAD", ""),
        (".pingless/rules/no-asap.md", rule),
        (".pingless/rules/document/vendor-review.md", document),
        ("a.md", "The minutes of Tuesday need a second look asap.\n"),
    ];
    let root = folder("readme", &files);
    let (code, found, said) = run(&root, &["test"]);
    assert!(code == Some(0) && said.contains("2 pages, 4 examples, 0 failures"), "{found}{said}");
    let (_, found, said) = run(&root, &["check", "-q", "-f", "concise"]);
    assert!(found.contains("a.md:1:43: warn[no-asap]"), "{found}{said}");
}
