//! From findings to what is reported: exceptions, fingerprints, and the table of what fails where.

use pingless::config::{Choice, FailOn, Policy};
use pingless::finding::{Confidence, Finding, Level};
use pingless::lint;
use pingless::rule::{Catalog, Role};
use pingless::settle::Checked;
use pingless::settle::gate::{Gate, Surface};
use pingless::text::Source;

fn check(text: &str) -> Checked {
    lint::check(&Source::unnamed("a.md", text), &Catalog::builtin(), &Policy::default())
}

/// The rules that speak, each with the text under its label.
fn spoken(text: &str) -> Vec<(String, String)> {
    let checked = check(text);
    checked.findings.iter().map(|it| (it.rule.clone(), it.at.span.of(text).to_owned())).collect()
}

fn rules(text: &str) -> Vec<String> {
    spoken(text).into_iter().map(|(rule, _)| rule).collect()
}

fn fingerprints(text: &str) -> Vec<String> {
    check(text).findings.into_iter().map(|it| it.fingerprint).collect()
}

const PLEA: &str = "Please merge it by EOD tomorrow.\n";

/// Texts of our pages in which something is wrong, as they are judged; of code, tables and front matter an exception stands
/// elsewhere.
fn wrong_texts(catalog: &Catalog) -> impl Iterator<Item = Source> {
    let examples = catalog.pages.iter().flat_map(|page| page.examples.iter().map(move |it| (page, it)));
    let plain = examples
        .filter(|(_, it)| it.role == Role::Bad && !it.is_thread && it.kind.as_deref() != Some("commit-message"));
    plain.filter_map(|(page, it)| {
        let text = it.text.of(&page.text);
        let is_plain =
            !["```", "~~~", "---", "+++", "|"].iter().any(|mark| text.lines().any(|it| it.starts_with(mark)));
        let name = it.at.as_deref().unwrap_or("a.md");
        is_plain.then(|| Source { kind: it.kind.clone(), now: it.now, ..Source::unnamed(name, text) })
    })
}

/// Whatever is said of a place, an exception behind its line takes back, and a note there takes back nothing.
#[test]
fn an_exception_beside_a_finding_silences_it_and_a_note_does_not() {
    let catalog = Catalog::builtin();
    let judge = |source: &Source| lint::check(source, &catalog, &Policy::default());
    let mut tried = 0;
    let mut wrong = Vec::new();
    for source in wrong_texts(&catalog) {
        let about_comments = ["unused-allow", "ineffective-comment", "unanswered-question"];
        let judged = judge(&source).findings.into_iter();
        for finding in judged.filter(|it| !about_comments.contains(&it.rule.as_str())) {
            let text = &source.text;
            let end =
                text[finding.at.span.start..].find('\n').map_or(text.len(), |length| finding.at.span.start + length);
            let beside = |comment: &str| Source {
                text: format!("{} {comment}{}", &text[..end], &text[end..]),
                ..source.clone()
            };
            let noted = judge(&beside("<!-- as it was told -->"));
            let allowed = judge(&beside(&format!("<!-- pingless: allow {}: it is known -->", finding.rule)));
            let is_there = |it: &Checked, rule: &str| it.findings.iter().any(|it| it.rule == rule);
            let begins_there = |it: &&Finding| it.rule == finding.rule && it.at.span.start == finding.at.span.start;
            tried += 1;
            if !is_there(&noted, &finding.rule) {
                wrong.push(format!(
                    "{} is gone beside a note:\n{}",
                    finding.rule,
                    beside("<!-- as it was told -->").text
                ));
            }
            if allowed.findings.iter().any(|it| begins_there(&it)) || is_there(&allowed, "unused-allow") {
                wrong.push(format!("{} is not allowed:\n{}", finding.rule, beside("<!-- pingless: allow … -->").text));
            }
        }
    }
    assert!(tried > 80, "{tried} findings were tried");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn an_exception_behind_a_line_covers_that_line_alone() {
    let text = "Please merge it by EOD tomorrow. <!-- pingless: allow ambiguous-deadline: one room -->\nPlease tag it by EOD Friday.\n";
    assert_eq!(spoken(text), [("ambiguous-deadline".to_owned(), "by EOD Friday".to_owned())]);
    assert_eq!(check(text).allowed, 1);
}

/// The grammar lost a comment that deletes something, and one between two amounts.
#[test]
fn an_exception_counts_whatever_stands_in_it_and_around_it() {
    let allow = |why: &str| format!("<!-- pingless: allow ambiguous-deadline: {why} -->");
    for text in [
        format!("Please merge it by EOD tomorrow. {}\n", allow("~~~~![a](b)")),
        format!("Please merge it by EOD tomorrow. {}\n", allow("one --- room")),
        format!("Please pay the $5 by EOD tomorrow, {} and $10 later.\n", allow("one room")),
    ] {
        assert_eq!((rules(&text), check(&text).allowed), (Vec::new(), 1), "{text}");
    }
}

#[test]
fn an_exception_on_its_own_line_covers_the_next_block() {
    let list = "<!-- pingless: allow ambiguous-deadline: one room -->\n\n- Merge by EOD tomorrow.\n- Tag by EOD Friday.\n\nPlease deploy by EOD tomorrow.\n";
    assert_eq!(rules(list), ["ambiguous-deadline"]);
    assert_eq!(check(list).allowed, 2);
}

#[test]
fn two_exceptions_above_one_block_both_count() {
    let text = "<!-- pingless: allow ambiguous-deadline: one room -->\n<!-- pingless: allow weekday-date-mismatch: quoted -->\n\nMerge by EOD tomorrow. It was tagged on Friday, 2026-11-19.\n";
    assert_eq!(rules(text), [] as [&str; 0]);
}

#[test]
fn an_exception_for_the_file_covers_all_of_it() {
    let text = format!("{PLEA}\n{PLEA}\n<!-- pingless: allow-file ambiguous-deadline: one room -->\n");
    assert_eq!(rules(&text), [] as [&str; 0]);
}

#[test]
fn an_exception_without_rule_or_reason_allows_nothing() {
    for body in [
        "allow",
        "allow ambiguous-deadline",
        "allow ambiguous-deadline:",
        "allow nonsense: because",
        "alow ambiguous-deadline: x",
    ] {
        let text = format!("Please merge it by EOD tomorrow. <!-- pingless: {body} -->\n");
        assert_eq!(rules(&text), ["ambiguous-deadline", "ineffective-comment"], "{body}");
    }
}

#[test]
fn an_exception_in_code_is_code() {
    let text =
        "```\n<!-- pingless: allow-file ambiguous-deadline: one room -->\n```\n\nPlease merge it by EOD tomorrow.\n";
    assert_eq!(rules(text), ["ambiguous-deadline"]);
}

#[test]
fn unused_exceptions_are_reported_only_where_their_rule_ran() {
    let text = "<!-- pingless: allow ambiguous-deadline: one room -->\n\nNothing here.\n";
    assert_eq!(rules(text), ["unused-allow"]);
    let choice = Choice { ignore: vec!["ambiguous-deadline".to_owned()], ..Choice::default() };
    let policy = Policy { choices: vec![choice], ..Policy::default() };
    let checked = lint::check(&Source::unnamed("a.md", text), &Catalog::builtin(), &policy);
    assert_eq!(checked.findings, []);
}

#[test]
fn an_exception_beside_what_it_means_is_kept_and_told_where_that_is() {
    let text = format!("{PLEA}\n<!-- pingless: allow ambiguous-deadline: one room -->\n\nNothing here.\n");
    let checked = lint::check(&Source::unnamed("a.md", &*text), &Catalog::builtin(), &Policy::default());
    let unused = checked.findings.iter().find(|it| it.rule == "unused-allow").expect("it allows nothing");
    assert_eq!(unused.at.text, "`ambiguous-deadline` finds nothing here, but in line 1");
    assert_eq!(unused.suggestions, [], "nobody loses a reason");
}

#[test]
fn what_a_whole_text_lacks_is_excused_anywhere() {
    let lacks = "<!-- pingless: kind=status-update -->\n\n# Status 2026-11-18\n\nThe importer is late.\n";
    let missing = rules(lacks);
    assert!(missing.contains(&"status-update.shipped".to_owned()), "{missing:?}");
    let text = format!("{lacks}\n<!-- pingless: allow status-update.shipped: a week of holidays -->\n");
    let left = rules(&text);
    assert!(!left.contains(&"status-update.shipped".to_owned()), "{left:?}");
    assert!(!left.contains(&"unused-allow".to_owned()), "{left:?}");
}

#[test]
fn allowed_phrases_of_the_configuration_are_no_findings() {
    let mut policy = Policy::default();
    policy.allow.insert("ambiguous-deadline".to_owned(), vec!["by EOD tomorrow".to_owned()]);
    let checked = lint::check(&Source::unnamed("a.md", PLEA), &Catalog::builtin(), &policy);
    assert_eq!((checked.findings.len(), checked.allowed), (0, 1));
}

#[test]
fn moving_text_keeps_its_fingerprint() {
    let plain = fingerprints(PLEA);
    assert_eq!(plain.len(), 1);
    for moved in [
        format!("# A heading\n\nSomething before.\n\n{PLEA}"),
        format!("- a list\n\n  > [!NOTE]\n  > {PLEA}"),
        PLEA.replace("EOD tomorrow", "**EOD\n  tomorrow**"),
        PLEA.replace("by EOD", "by  Eod"),
        PLEA.replace('\n', "\r\n"),
    ] {
        assert_eq!(fingerprints(&moved), plain, "{moved:?}");
    }
    assert_ne!(fingerprints("Please merge it by EOD Friday.\n"), plain);
}

#[test]
fn equals_are_numbered_and_an_exception_renames_nothing() {
    let twice = fingerprints(&format!("{PLEA}\n{PLEA}"));
    assert_eq!(twice.len(), 2);
    assert_ne!(twice[0], twice[1]);
    assert_eq!(twice[0], fingerprints(PLEA)[0]);
    let first_allowed = format!("<!-- pingless: allow ambiguous-deadline: one room -->\n\n{PLEA}\n{PLEA}");
    assert_eq!(fingerprints(&first_allowed), [twice[1].clone()]);
}

#[test]
fn the_published_fingerprint_never_changes() {
    // Published: baselines of users hold these. A change needs `pingless/v2`.
    let checked = check("Ship it by EOD tomorrow.\n");
    let text = "pingless/v1\0ambiguous-deadline\0by eod tomorrow\u{0}0";
    let digest = <sha2::Sha256 as sha2::Digest>::digest(text);
    let expected: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(checked.findings[0].fingerprint, expected);
}

#[test]
fn what_fails_where() {
    use Confidence::{High, Medium};
    use Level::{Error, Note, Warn};
    let finding = |level, confidence| Finding { level, confidence, ..check(PLEA).findings.remove(0) };
    // level, confidence, fails on a tree, fails where only new findings count
    let table = [
        (Error, High, true, true),
        (Warn, High, false, true),
        (Note, High, false, false),
        (Warn, Medium, false, false),
        (Note, Medium, false, false),
    ];
    let fails = |surface, fail_on, finding: &Finding| Gate { surface, fail_on }.fails(finding);
    for (level, confidence, tree, new) in table {
        let finding = finding(level, confidence);
        assert_eq!(fails(Surface::Tree, None, &finding), tree, "{level:?} {confidence:?} on a tree");
        assert_eq!(fails(Surface::New, None, &finding), new, "{level:?} {confidence:?} where new ones count");
    }
    let on = |fail_on, level| fails(Surface::Tree, Some(fail_on), &finding(level, High));
    assert!(on(FailOn::Warn, Warn) && !on(FailOn::Warn, Note) && on(FailOn::Note, Note) && !on(FailOn::Never, Error));
}
