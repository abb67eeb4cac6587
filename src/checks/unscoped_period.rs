//! `rules/when/unscoped-period.md`

use std::cell::LazyCell;

use jiff::civil::Date;

use crate::document::{Document, MASK, Said};
use crate::finding::Findings;
use crate::words::english::deadline;
use crate::words::english::period::{self, Period, Sort};
use crate::words::near;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    // A plan for 2027 says so in its title or its header once, and "Q3" everywhere.
    let names_year = LazyCell::new(|| {
        doc.sections().iter().any(|section| period::names_year(&section.title))
            || doc.source().path().is_some_and(period::names_year)
            || doc.front_matter_fields().any(|it| period::names_year(&it.text))
    });
    let numbers = LazyCell::new(|| numbers(doc));
    // In an answer to a patch, the next version is that of the patch.
    let is_of_patch = LazyCell::new(|| doc.is_message() && shows_patch(doc.text()));
    for Said { index, sentence, text, found: periods } in doc.in_statements_with(&period::WORDS, period::find) {
        let is_told = LazyCell::new(|| is_told_before(doc, index));
        for period in periods {
            let span = prose.span_in(sentence, &period.range);
            let is_dated = *names_year || doc.written_at(span.start).is_some() || *is_told;
            let is_known = is_declared(&period, is_dated, doc)
                || period.sort == Sort::Release && *is_of_patch
                || is_named(&period, &text[period.range.end..])
                || is_pin(&period, text)
                || period.sort == Sort::PartOfYear && numbers.iter().any(|it| text[period.range.clone()].ends_with(it));
            if is_known || doc.readers().meaning(doc.at(span)).is_some() {
                continue;
            }
            let flag = found.flag(span, period.sort.unknown(is_dated)).asks(period.sort.question());
            // What a standing page says of the next release, it says of each.
            let is_of_each = period.sort == Sort::Release && doc.is_page_at(span.start);
            // "H2" is as often a heading, a database or a phase.
            let is_half = period.sort == Sort::PartOfYear && text[period.range.clone()].contains(['H', 'h']);
            // On a dated text everybody knows when the next year begins, but not when "shortly after" is.
            let is_exact =
                |words: &str| words.ends_with("new year") && words.split(' ').count() <= 4 && !words.contains("ly ");
            let is_new_year = is_exact(&text[period.range.clone()]) && doc.written_at(span.start).is_some();
            let is_near = || {
                let words = &text[period.range.clone()];
                doc.written_at(span.start).is_some_and(|it| is_told_by_day(&period, words, it))
            };
            // What a talk says of the next release is weighed there as often as it is promised.
            let is_talk = period.sort == Sort::Release && doc.is_record_at(span.start);
            // "Goals for the current quarter and year": whichever those are.
            let is_pair = period.sort == Sort::Quarter && text[period.range.end..].starts_with(" and year");
            // What a page of no day asks of each quarter is for that one; a plan means one.
            let is_known_there = doc.is_standing_at(span.start)
                || is_of_each
                || is_pair
                || is_new_year
                || is_half
                || is_talk
                || is_near();
            if is_known_there || !is_sure(&period, is_dated, doc.is_message()) {
                flag.unsure();
            }
        }
    }
}

/// Whether the day of a text tells which holidays are meant: at the end of a year, "over the holidays" are those that begin
/// it. "Shortly after" them is any day.
fn is_told_by_day(period: &Period, words: &str, day: Date) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    let is_exact = matches!(first, "after" | "before" | "over" | "until" | "by" | "right");
    period.sort == Sort::Holidays && is_exact && matches!(day.month(), 11 | 12 | 1)
}

/// Whether a mail quotes the lines of a patch, or names one in its header.
fn shows_patch(text: &str) -> bool {
    const MARKS: &[&str] = &[
        "[PATCH",
        "diff --git ",
        "\n> +",
        "\n>> +",
        "\n>+",
        "\n>>+",
        "\n> @@ ",
        " file changed, ",
        " files changed, ",
    ];
    MARKS.iter().any(|it| text.contains(it))
}

/// "The next version `pool.v4`", "our next release on Monday": what follows says which, or when.
fn is_named(period: &Period, after: &str) -> bool {
    const NEAR: usize = 24;
    let near: String = after.chars().take(NEAR).collect();
    period.sort == Sort::Release && (near.trim_start().starts_with(MASK) || deadline::names_time(&near))
}

/// "Pin Q2", "defaults to the Q2 pin": a leg of a chip.
fn is_pin(period: &Period, text: &str) -> bool {
    let word = |it: &str| it.trim_matches(|it: char| !it.is_alphanumeric()).eq_ignore_ascii_case("pin");
    let before = near::behind(&text[..period.range.start]).split_whitespace();
    let after = near::ahead(&text[period.range.end..]).split_whitespace().next();
    period.sort == Sort::PartOfYear && (before.rev().take(2).any(word) || after.is_some_and(word))
}

/// What is called like a part of a year here, and is none: "the answer to Q3", where there is a fifth question; "to H1", beside
/// H0; "**Q3 — Which hinge?**".
fn numbers(doc: &Document) -> Vec<&'static str> {
    const PARTS: &[&str] = &["Q1", "Q2", "Q3", "Q4", "H1", "H2"];
    const OF_NO_YEAR: &[&str] = &["Q0", "Q5", "Q6", "Q7", "H0", "H3", "H4"];
    let text = doc.text();
    let is_word = |at: usize, word: &str| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !before.ends_with(|it: char| it.is_alphanumeric()) && !after.starts_with(|it: char| it.is_alphanumeric())
    };
    let stands = |word: &str| text.match_indices(word).any(|(at, _)| is_word(at, word));
    let others: Vec<&str> = OF_NO_YEAR.iter().copied().filter(|it| stands(it)).collect();
    let is_counted = |part: &str| others.iter().any(|it| it[..1] == part[..1]);
    let is_defined = |part: &str| ["**", "# ", "- "].iter().any(|it| text.contains(&format!("{it}{part} \u{2014} ")));
    PARTS.iter().copied().filter(|it| is_counted(it) || is_defined(it)).collect()
}

/// Whether the sentence before names a year: "Built in 2019Q3. In Q4 we plan …".
fn is_told_before(doc: &Document, index: usize) -> bool {
    let sentences = doc.prose().sentences();
    let before = index.checked_sub(1).map(|it| &sentences[it]).filter(|it| it.passage == sentences[index].passage);
    before.is_some_and(|it| period::names_year(doc.prose().said(it)))
}

/// Whether the readers know by their own calendars, or by words of their house.
fn is_declared(period: &Period, is_dated: bool, doc: &Document) -> bool {
    let readers = doc.readers();
    let knows_year = readers.fiscal_start.is_some();
    match period.sort {
        Sort::PartOfYear | Sort::Quarter => knows_year && is_dated,
        Sort::BusinessYear => knows_year,
        Sort::Sprint => readers.sprints.is_some(),
        _ => false,
    }
}

/// Whether the next person would have to ask: the date of a text says which year, and a message which sprint.
fn is_sure(period: &Period, is_dated: bool, is_message: bool) -> bool {
    match period.sort {
        Sort::PartOfYear | Sort::Quarter => !is_dated,
        // "Icy in winter", "in late summer to be in beta": so it is each year. In a message it is a plan.
        Sort::Season => !is_dated && is_message,
        Sort::BusinessYear | Sort::Week => false,
        Sort::Sprint => is_message && period.is_own,
        Sort::Release => period.is_own || is_message,
        Sort::Holidays => true,
    }
}
