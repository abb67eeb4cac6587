//! Which suggestions are applied, and when to stop: with a judge that knows a few words.

use std::cell::Cell;
use std::sync::LazyLock;

use pingless::config::Policy;
use pingless::finding::{Confidence, Edit, Finding, Label, Level, Suggestion};
use pingless::fix::{self, Mended, Outcome, Which};
use pingless::lint;
use pingless::rule::Catalog;
use pingless::settle::Checked;
use pingless::text::{Source, Span};
use proptest::prelude::*;

/// A finding with one way to mend it.
fn finding(rule: &str, span: Span, text: &str, safe: bool) -> Finding {
    let edits = vec![Edit { span, text: text.to_owned() }];
    Finding {
        rule: rule.to_owned(),
        level: Level::Note,
        confidence: Confidence::High,
        message: "".into(),
        question: "".into(),
        help: None,
        at: Label { span, text: String::new() },
        related: Vec::new(),
        elsewhere: Vec::new(),
        suggestions: vec![Suggestion { title: String::new(), safe, edits }],
        fingerprint: format!("{rule} {}", span.start),
        touched: None,
        is_of_whole: false,
    }
}

/// A catalog takes its time: what a document is besides is judged once.
static NOTHING: LazyLock<Checked> =
    LazyLock::new(|| lint::check(&Source::unnamed("text", ""), &Catalog::builtin(), &Policy::default()));

fn checked(text: &str, findings: Vec<Finding>) -> Checked {
    Checked { text: text.to_owned().into(), findings: findings.into(), ..NOTHING.clone() }
}

/// Each word, what to write instead, and whether that is safe.
type Words = &'static [(&'static str, &'static str, bool)];

fn found(text: &str, words: Words) -> Vec<Finding> {
    let of = |(from, to, safe): &(&str, &str, bool)| {
        let at = text.match_indices(from).map(|(at, _)| at).collect::<Vec<_>>();
        let one = |at| finding(from, Span::new(at, at + from.len()), to, *safe);
        at.into_iter().map(one).collect::<Vec<_>>()
    };
    let mut all: Vec<Finding> = words.iter().flat_map(of).collect();
    pingless::settle::sort(&mut all);
    all
}

fn mend(text: &str, words: Words, fixes: Which) -> Outcome {
    fix::mend(text, &found(text, words), fixes, |text| checked(text, found(text, words)))
}

#[track_caller]
fn mended(outcome: Outcome) -> Mended {
    match outcome {
        Outcome::Mended(it) => *it,
        other => panic!("it was not mended: {other:?}"),
    }
}

const WORDS: Words = &[("teh", "the", true), ("EOD", "17:00 UTC", false), ("the the", "the", true), ("é–", "é", true)];

#[test]
fn what_is_safe_is_applied_and_the_rest_is_left() {
    let it = mended(mend("teh plan by EOD, teh end", WORDS, Which::Safe));
    assert_eq!((it.text.as_str(), it.fixed), ("the plan by EOD, the end", 2));
    assert_eq!(it.checked.findings.iter().map(|it| it.rule.as_str()).collect::<Vec<_>>(), ["EOD"]);
    let it = mended(mend("teh plan by EOD, teh end", WORDS, Which::Unsafe));
    assert_eq!((it.text.as_str(), it.fixed), ("the plan by 17:00 UTC, the end", 3));
    assert!(matches!(mend("a plan by EOD", WORDS, Which::Safe), Outcome::Same));
}

#[test]
fn what_a_fix_brings_is_mended_in_the_next_round() {
    let it = mended(mend("teh teh plan", WORDS, Which::Safe));
    assert_eq!((it.text.as_str(), it.fixed), ("the plan", 3));
}

#[test]
fn a_text_of_any_length_has_its_round() {
    // More than is judged of one text: what the round brings waits for the next run.
    let text = format!("teh teh plan{}", " stands here".repeat(500_000));
    let it = mended(mend(&text, WORDS, Which::Safe));
    assert_eq!((&it.text[..12], it.fixed), ("the the plan", 2));
}

#[test]
fn of_two_that_want_one_place_the_first_comes_first() {
    // "ab" is gone before "bc" is looked for.
    let it = mended(mend("abc", &[("ab", "x", true), ("bc", "y", true)], Which::Safe));
    assert_eq!((it.text.as_str(), it.fixed), ("xc", 1));
    let it = mended(mend("abcd", &[("ab", "", true), ("cd", "z", true)], Which::Safe));
    assert_eq!((it.text.as_str(), it.fixed), ("z", 2));
}

#[test]
fn of_two_that_put_something_in_at_one_place_one_waits() {
    let at = |rule: &str, text: &str| finding(rule, Span::new(1, 1), text, true);
    let judge = |text: &str| {
        let open = [("one", "x"), ("two", "y")].into_iter().filter(|(_, put)| !text.contains(put));
        checked(text, open.map(|(rule, put)| at(rule, put)).collect())
    };
    let it = mended(fix::mend("ab", &judge("ab").findings, Which::Safe, judge));
    assert_eq!((it.text.as_str(), it.fixed), ("ayxb", 2), "the second comes in the next round");
    let it = mended(mend("abcd", &[("ab", "1", true), ("cd", "2", true)], Which::Safe));
    assert_eq!((it.text.as_str(), it.fixed), ("12", 2), "what only touches is done at once");
}

#[test]
fn a_choice_is_never_made() {
    let text = "on 12/11";
    let mut choice = finding("day", Span::new(3, 8), "2026-12-11", true);
    let other = finding("day", Span::new(3, 8), "2026-11-12", true).suggestions.remove(0);
    choice.suggestions.push(other);
    let judge = |text: &str| checked(text, vec![choice.clone()]);
    assert!(matches!(fix::mend(text, std::slice::from_ref(&choice), Which::Unsafe, judge), Outcome::Same));
}

#[test]
fn several_edits_of_one_suggestion_are_all_applied_or_none() {
    let two = |text: &str| {
        let mut both = finding("pair", Span::new(0, 1), "x", true);
        both.suggestions[0].edits.push(Edit { span: Span::new(4, 5), text: "y".to_owned() });
        let first = finding("before", Span::new(0, 2), "", true);
        let is_there = |it: &Finding| text.get(it.suggestions[0].edits[0].span.range()).is_some();
        checked(text, [first, both].into_iter().filter(is_there).filter(|_| text.starts_with("a")).collect())
    };
    let it = mended(fix::mend("ab d ef", &two("ab d ef").findings, Which::Safe, two));
    assert_eq!((it.text.as_str(), it.fixed), ("xb dyef", 1), "the shorter span comes first, and is all of it");
}

#[test]
fn what_was_not_reported_stays() {
    let text = "teh one, teh two, teh the";
    let judge = |text: &str| checked(text, found(text, WORDS));
    let reported: Vec<Finding> = found(text, WORDS).into_iter().skip(1).collect();
    let it = mended(fix::mend(text, &reported, Which::Safe, judge));
    assert_eq!(it.text, "teh one, the two, the");
    assert!(it.checked.findings.is_empty(), "what was silent is not told: {:?}", it.checked.findings);
}

#[test]
fn fixes_that_undo_each_other_are_not_written() {
    let rules = match mend("on and on", &[("on", "off", true), ("off", "on", true)], Which::Safe) {
        Outcome::Endless(rules) => rules,
        other => panic!("{other:?}"),
    };
    assert_eq!(rules, ["on"]);
    assert!(matches!(mend("a", &[("a", "aa", true)], Which::Safe), Outcome::Endless(_)));
    assert!(matches!(mend("a", &[("a", "a", true)], Which::Safe), Outcome::Same), "what changes nothing is no fix");
}

/// A rule may speak of the first place alone: then each place takes a round, and no round goes back.
#[test]
fn one_place_after_another_is_no_circle() {
    let (text, words): (_, Words) = ("teh ".repeat(50), &[("teh", "the", true)]);
    let judge = |text: &str| checked(text, found(text, words).into_iter().take(1).collect());
    let it = mended(fix::mend(&text, &found(&text, words)[..1], Which::Safe, judge));
    assert_eq!((it.text, it.fixed), ("the ".repeat(50), 50));
}

#[test]
fn of_a_long_text_only_the_first_rounds_are_waited_for() {
    let (text, words): (_, Words) = (format!("{}{}", "teh ".repeat(50), " ".repeat(1 << 20)), &[("teh", "the", true)]);
    let rounds = Cell::new(0);
    let judge = |text: &str| {
        rounds.set(rounds.get() + 1);
        checked(text, found(text, words).into_iter().take(1).collect())
    };
    let it = mended(fix::mend(&text, &found(&text, words)[..1], Which::Safe, judge));
    // What is left is mended by the next run, and can be seen in what this one found.
    assert_eq!((rounds.get(), it.fixed, it.checked.findings.len()), (5, 4, 1));
    assert!(it.text.starts_with(&format!("{}teh", "the ".repeat(4))));
}

/// What holds of many texts is found in none of them alone.
#[test]
fn what_only_many_texts_tell_is_mended_once() {
    let text = "teh limit is 15 min";
    let of_many = finding("fact", Span::new(13, 15), "60", true);
    let reported = [found(text, WORDS), vec![of_many]].concat();
    let it = mended(fix::mend(text, &reported, Which::Safe, |text| checked(text, found(text, WORDS))));
    assert_eq!((it.text.as_str(), it.fixed, it.checked.findings.len()), ("the limit is 60 min", 2, 0));
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let words: Words = &[("owner", "Owner:\nDue:", true)];
    assert_eq!(
        mended(mend("\u{feff}# T\r\n\r\nowner\r\n", words, Which::Safe)).text,
        "\u{feff}# T\r\n\r\nOwner:\r\nDue:\r\n"
    );
    assert_eq!(mended(mend("# T\n\nowner\r\n", words, Which::Safe)).text, "# T\n\nOwner:\nDue:\r\n");
    let before = finding("top", Span::new(0, 0), "---\n", true);
    let judge = |text: &str| checked(text, vec![before.clone()]);
    assert!(matches!(fix::mend("\u{feff}text", std::slice::from_ref(&before), Which::Unsafe, judge), Outcome::Same));
    let gone: Words = &[("gone", "", true), ("away", "", true)];
    for text in ["gone\u{feff} text", "goneaway\u{feff} text"] {
        let text = match mend(text, gone, Which::Safe) {
            Outcome::Mended(it) => it.text,
            _ => text.to_owned(),
        };
        assert!(!text.starts_with('\u{feff}'), "{text:?}");
    }
    assert_eq!(mended(mend("gone \u{feff}gone", gone, Which::Safe)).text, " \u{feff}");
}

/// The text without the words that may be touched, whatever they became.
fn rest(text: &str) -> String {
    let mut rest = text.to_owned();
    for word in ["17:00 UTC", "EOD", "teh", "the", "é–", "é", "–", " "] {
        rest = rest.replace(word, "");
    }
    rest
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_second_time_changes_nothing(
        tokens in prop::collection::vec(prop::sample::select(&[
            "teh", "the", " ", "EOD", "é–", "–", "\r\n", "\n", "\u{feff}", "日本", "x", "eh", "t", "\u{1f600}", "OD",
        ][..]), 0..40),
        with_unsafe: bool,
    ) {
        let text = tokens.concat();
        match mend(&text, WORDS, Which::with_unsafe(with_unsafe)) {
            Outcome::Same => prop_assert!(found(&text, WORDS).iter().all(|it| fix::applicable(it, &text, Which::with_unsafe(with_unsafe)).is_none())),
            Outcome::Mended(it) => {
                prop_assert!(it.fixed > 0);
                prop_assert_eq!(rest(&it.text), rest(&text), "only what is named is touched");
                prop_assert!(matches!(mend(&it.text, WORDS, Which::with_unsafe(with_unsafe)), Outcome::Same));
                prop_assert_eq!(&it.checked.findings, &found(&it.text, WORDS), "what is told is of the new text");
            }
            Outcome::Endless(rules) => prop_assert!(false, "{:?}", rules),
        }
    }
}
