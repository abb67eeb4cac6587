//! What people are shown of many findings; what programs read and what fails is never less.

use pingless::config::Policy;
use pingless::lint;
use pingless::report::cap::{self, Cap, Picked};
use pingless::report::{self, Format, Look};
use pingless::rule::Catalog;
use pingless::settle::Report;
use pingless::text::Source;

use crate::sample;

/// A report over texts of these numbers of findings: `(errors, notes)` each. The house word is an error, a weekday that
/// is not the date's is one, too; an action without a name is none.
fn report(texts: &[(usize, usize)], catalog: &Catalog) -> Report {
    let mut report = Report::default();
    for (number, (errors, notes)) in texts.iter().enumerate() {
        let words: String = (0..*errors).map(|it| format!("Part {it} comes soonish.\n\n")).collect();
        let refs: String = (0..*notes).map(|it| format!("Step {it} is as we discussed.\n\n")).collect();
        let source = Source::file(format!("docs/{number:02}.md"), format!("# Text {number}\n\n{refs}{words}"));
        report.documents.push(lint::check(&source, catalog, &Policy::default()));
    }
    report
}

fn shown(picked: &Picked) -> Vec<usize> {
    picked.documents.iter().map(|it| it.findings.len()).collect()
}

#[test]
fn ten_of_a_file_and_fifty_of_a_run() {
    let catalog = sample::catalog();
    let tree = Cap { collapses: false, ..Cap::TREE };
    let many = report(&[(12, 0), (10, 0), (3, 0), (0, 0)], &catalog);
    let picked = cap::single(&many, &tree);
    assert_eq!(shown(&picked), [10, 10, 3, 0]);
    assert_eq!(picked.documents.iter().map(|it| it.left).collect::<Vec<_>>(), [2, 0, 0, 0]);
    let seven = report(&[(9, 0); 7], &catalog);
    assert_eq!(shown(&cap::single(&seven, &tree)), [9, 9, 9, 9, 9, 5, 0]);
    let first = Cap { collapses: false, ..Cap::FIRST };
    assert_eq!(shown(&cap::single(&seven, &first)), [9, 9, 2, 0, 0, 0, 0]);
    assert_eq!(shown(&cap::single(&many, &Cap::NONE)), [12, 10, 3, 0]);
}

#[test]
fn what_is_left_is_told_with_the_way_to_see_it() {
    let catalog = sample::catalog();
    let seven = report(&[(9, 0); 7], &catalog);
    let left = cap::single(&seven, &Cap { of_a_run: 20, ..Cap::NEW }).left();
    let told = "43 more findings not shown (9 in docs/03.md, 9 in docs/04.md, 9 in docs/05.md, 16 in 2 others): \
                --show-all shows them";
    assert_eq!(left.as_deref(), Some(told));
    assert_eq!(cap::single(&seven, &Cap::NONE).left(), None);
}

#[test]
fn whoever_wants_all_is_told_all_lines() {
    let catalog = sample::catalog();
    let text: String = (0..30).map(|it| format!("Send part {it} by EOD tomorrow.\n\n")).collect();
    let checked = lint::check(&Source::file("docs/a.md", text), &catalog, &Policy::default());
    let report = Report { documents: vec![checked], ..Report::default() };
    let printed = |cap: Cap| report::print(&report, &catalog, Format::Human, &Look::plain(cap));
    assert!(printed(Cap::TREE).contains("also in lines 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37 and 11 more\n"));
    assert!(printed(Cap::NONE).contains("37, 39, 41, 43, 45, 47, 49, 51, 53, 55, 57, 59\n"), "{}", printed(Cap::NONE));
}

#[test]
fn the_worst_are_kept_and_stay_in_their_places() {
    let catalog = sample::catalog();
    let mut mixed = report(&[(0, 0), (6, 0), (2, 0)], &catalog);
    for finding in &mut mixed.documents[1].findings[..4] {
        finding.level = pingless::finding::Level::Note;
    }
    let picked = cap::single(&mixed, &Cap { of_a_file: 3, of_a_run: 4, ..Cap::NEW });
    assert_eq!(shown(&picked), [0, 2, 2]);
    let places: Vec<usize> = picked.documents[1].findings.iter().map(|(it, _)| it.at.span.start).collect();
    let expected: Vec<usize> = mixed.documents[1].findings[4..].iter().map(|it| it.at.span.start).collect();
    assert_eq!(places, expected);
    let names = |picked: Picked| picked.documents.iter().map(|it| it.document.name.clone()).collect::<Vec<_>>();
    mixed.documents[1].findings.iter_mut().for_each(|it| it.level = pingless::finding::Level::Note);
    let cut = Cap { of_a_file: 3, ..Cap::NEW };
    assert_eq!(names(cap::single(&mixed, &cut).worst_first()), ["docs/02.md", "docs/01.md", "docs/00.md"]);
    assert_eq!(names(cap::single(&mixed, &Cap::NEW).worst_first()), ["docs/00.md", "docs/01.md", "docs/02.md"]);
}

#[test]
fn a_rule_that_speaks_everywhere_is_told_once() {
    let catalog = sample::catalog();
    for (on, of, is_told_once) in [(4, 10, true), (3, 10, false), (9, 9, false), (10, 10, true), (31, 100, true)] {
        let texts: Vec<(usize, usize)> = (0..of).map(|it| (usize::from(it < on) * 2, 0)).collect();
        let mut report = report(&texts, &catalog);
        assert!(cap::single(&report, &Cap::TREE).everywhere.is_empty(), "an error is nobody's style");
        let findings = report.documents.iter_mut().flat_map(|it| &mut it.findings);
        findings.for_each(|it| it.level = pingless::finding::Level::Warn);
        let picked = cap::single(&report, &Cap::TREE);
        assert_eq!(picked.everywhere.len() == 1, is_told_once, "{on} of {of}");
        if is_told_once {
            let it = &picked.everywhere[0];
            assert_eq!((it.on, it.of, it.findings), (on, of, on * 2));
            assert_eq!(it.off(), "ignore = [\"house-word\"]");
            assert_eq!(shown(&picked).iter().sum::<usize>(), 0);
            assert_eq!(picked.left(), None);
        }
        assert!(cap::single(&report, &Cap::NEW).everywhere.is_empty(), "only what is new is each somebody's own");
    }
}

#[test]
fn people_are_shown_less_and_programs_are_not() {
    let catalog = sample::catalog();
    let report = report(&[(60, 0), (60, 0), (60, 0)], &catalog);
    let print = |format, cap| report::print(&report, &catalog, format, &Look::plain(cap));
    for format in [Format::Json, Format::JsonLines, Format::Sarif, Format::Concise] {
        assert_eq!(print(format, Cap::FIRST), print(format, Cap::NONE), "{format:?}");
    }
    for (format, sign, most) in [(Format::Summary, "| **error** |", 180), (Format::Github, "::error ", 10)] {
        let text = print(format, Cap::TREE);
        assert_eq!(text.matches(sign).count(), most, "{format:?}: {text}");
    }
    assert_eq!(print(Format::Human, Cap::TREE).matches("error[").count(), 3, "what says the same is one");
    assert_eq!(print(Format::Concise, Cap::NONE).lines().count(), 180);
    assert!(print(Format::Github, Cap::TREE).contains("::error title=pingless::171 more, see the summary\n"));
}
