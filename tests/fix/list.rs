//! Questions become a list where nothing else changes its block or its form, and stay as they are everywhere else.

use pingless::config::Policy;
use pingless::finding::Finding;
use pingless::fix::{self, Outcome, Which};
use pingless::lint;
use pingless::rule::Catalog;
use pingless::text::Source;

const QUESTIONS: &str = "Which queue do we use? How long do we keep the entries? Who pays for the second database?";
const LIST: &str =
    "1. Which queue do we use?\n2. How long do we keep the entries?\n3. Who pays for the second database?";

/// A request after all that may be done to it; none where it was asked for nothing.
fn mended(text: &str) -> Option<String> {
    let (catalog, policy) = (Catalog::builtin(), Policy::default());
    let source = |text: &str| Source { kind: Some("request".into()), ..Source::unnamed("text", text) };
    let judge = |text: &str| lint::check(&source(text), &catalog, &policy);
    let is_it = |it: &Finding| it.rule == "unnumbered-questions";
    let found: Vec<Finding> = judge(text).findings.into_iter().filter(is_it).collect();
    assert_eq!(found.len(), 1, "{text}");
    match fix::mend(text, &found, Which::Unsafe, judge) {
        Outcome::Mended(mended) => Some(mended.text),
        _ => None,
    }
}

#[test]
fn what_stands_beside_the_questions_is_no_part_of_the_list() {
    let check = |text: &str, expected: &str| {
        let written = |it: &str| it.replace("QUESTIONS", QUESTIONS).replace("LIST", LIST);
        assert_eq!(mended(&written(text)), Some(written(expected)), "{text}");
        let dos = |it: &str| written(it).replace('\n', "\r\n");
        assert_eq!(mended(&dos(text)), Some(dos(expected)), "{text}");
    };
    check("QUESTIONS\n", "LIST\n");
    check("We build it.\nQUESTIONS\n", "We build it.\n\nLIST\n");
    check("We build it. QUESTIONS\n", "We build it.\n\nLIST\n");
    check("QUESTIONS\nAnn wants to know it.\n", "LIST\n\nAnn wants to know it.\n");
    check("QUESTIONS Ann wants\nto know it.\n", "LIST\n\nAnn wants\nto know it.\n");
    check("QUESTIONS\n| a | b |\n|---|---|\n| c | d |\n", "LIST\n\n| a | b |\n|---|---|\n| c | d |\n");
    check(":wave: **Hi** all. QUESTIONS\n\n- one\n", ":wave: **Hi** all.\n\nLIST\n\n- one\n");
    check("- one\n\nQUESTIONS", "- one\n\nLIST");
}

#[test]
fn marks_and_links_that_hold_the_questions_whole_go_with_them() {
    let text = "Which `a*.md` do we **use**? Who knows [it *all* now](a_b*.md)? Who pays for the second database?\n";
    let list = "1. Which `a*.md` do we **use**?\n2. Who knows [it *all* now](a_b*.md)?\n3. Who pays for the second database?\n";
    assert_eq!(mended(text).as_deref(), Some(list));
}

#[test]
fn what_would_be_torn_or_would_be_another_block_stays() {
    for text in [
        "**QUESTIONS**",
        "Hi: **Which queue do we use?** How long do we keep the entries? Who pays for **the second database?**",
        "Which queue do *we use? How long do* we keep the entries? Who pays for the second database?",
        "Which queue do [we use? How long do](a.md) we keep the entries? Who pays for the second database?",
        "Which queue do <b>we use? How long do</b> we keep the entries? Who pays for the second database?",
        "Which queue do we use? <!-- a --> How long do we keep the entries? Who pays for the second database?",
        "[^1]: QUESTIONS",
        "a\n: QUESTIONS",
        ":::tip\nQUESTIONS\n:::",
        "> [!NOTE]\n> QUESTIONS",
        "1. one\n2. two\n\nQUESTIONS",
        "QUESTIONS\n\n1. one\n2. two",
        "QUESTIONS - or so it seems",
        "QUESTIONS\n2. is what he said",
        "We build it.\\\nQUESTIONS",
        "QUESTIONS <!-- pingless: kind=request -->",
    ] {
        let text = format!("# Plan\n\n{}\n", text.replace("QUESTIONS", QUESTIONS));
        assert_eq!(mended(&text), None, "{text}");
    }
}
