//! `rules/when/impossible-date.md`

use jiff::civil::Date;

use crate::document::{Document, Place, Said, Sentence};
use crate::finding::{Findings, Flag};
use crate::words::date::{self, Mention, span};
use crate::words::english::mood;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    for Said { sentence, text, found: mentions, .. } in doc.in_sentences_with(&date::WORDS, date::mentions) {
        let backwards = doc.once(text, |text| span::backwards(text, &date::mentions(text)));
        let is_odd = !backwards.is_empty() || mentions.iter().any(|it| !it.exists());
        if !is_odd || mood::denies(text) || mood::is_example(text) || is_denied_beside(doc, sentence) {
            continue;
        }
        // "Feb 31 -> Feb 28" says what becomes of it.
        let is_mended = |it: &Mention| {
            let rest = text[it.range.end..].trim_start();
            ["->", "=>", "\u{2192}", "becomes"].iter().any(|mark| rest.starts_with(mark))
        };
        for mention in mentions.iter().filter(|it| !it.exists() && !is_mended(it)) {
            let at = prose.span_in(sentence, &mention.range);
            last_day(found.flag(at, "there is no such day"), mention, at, doc);
        }
        for span in backwards {
            let label = format!("{} is before {}", span.to, span.from);
            let flag = found.flag(prose.span_in(sentence, &span.range), label).asks("Which of its two ends is right?");
            flag.message = Some("this span of days ends before it begins".to_owned());
        }
    }
}

/// Another cell of its row says that there is no such day: a table of values that are wrong.
fn is_denied_beside(doc: &Document, sentence: &Sentence) -> bool {
    sentence.place == Place::Cell && mood::denies(doc.line_near(doc.prose().span(sentence.range.clone())))
}

/// Whoever writes 31 November means its end, or the day after.
fn last_day(flag: &mut Flag, mention: &Mention, at: crate::text::Span, doc: &Document) {
    let Some(year) = mention.year.or_else(|| Some(doc.written_at(at.start)?.year())) else { return };
    let Some(last) = Date::new(year, mention.month, 1).map(Date::last_of_month).ok() else { return };
    for date in [Some(last), last.tomorrow().ok()].into_iter().flatten() {
        flag.suggest(format!("write {date}"), at, date.to_string());
    }
}
