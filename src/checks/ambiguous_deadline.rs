//! `rules/when/ambiguous-deadline.md`

use crate::document::Document;
use crate::finding::{Findings, Level};
use crate::text::Origin;
use crate::words::english::deadline::{self, Moment};
use crate::words::english::reading::Setting;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    for sentence in prose.sentences() {
        let start = sentence.range.start;
        let in_text = |range: &std::ops::Range<usize>| prose.span(start + range.start..start + range.end);
        for deadline in deadline::find(&prose.text()[sentence.range.clone()]) {
            let span = in_text(&deadline.range);
            let written = doc.written_at(span.start);
            let setting = Setting { written, is_zone_stated: doc.declares_zone(), readers: doc.readers() };
            let Some(open) = deadline.unanswered(&setting) else { continue };
            let flag = found.flag(span, open.label);
            flag.asks(open.question);
            if open.is_detail {
                flag.level = Some(Level::Note);
            }
            // The rules of a house speak of "the next meeting" and "the call on Monday" at large; minutes mean one.
            let is_at_large = written.is_none() && doc.source().origin == Origin::File && deadline.recurs();
            // "In two weeks" is as often how long something takes; a meeting in two weeks is a day.
            let is_length = deadline.moment == Moment::Span && !deadline.is_of_event;
            if is_at_large || is_length {
                flag.unsure();
            }
            let text = &prose.text()[sentence.range.clone()];
            if let Some(day) = deadline.day_range.clone().filter(|it| !is_owner(&text[it.end..])) {
                let preposition = if has_preposition(&text[..day.start]) { "" } else { "on " };
                let dates = deadline.dates(written);
                let is_certain = dates.len() == 1 && !deadline.is_explicit && is_day_certain(doc, span.start);
                for date in dates {
                    let (title, day) = (format!("write {date}"), in_text(&day));
                    let date = format!("{preposition}{date}");
                    if is_certain {
                        flag.fix(title, day, date)
                    } else {
                        flag.suggest(title, day, date)
                    };
                }
            }
        }
    }
}

/// Whether a day that is counted from the day of writing is the same for everybody: both that day and its zone are said.
fn is_day_certain(doc: &Document, at: usize) -> bool {
    let has_zone = doc.declares_zone() || doc.readers().one_zone().is_some();
    has_zone && doc.anchor_at(at).is_some_and(|it| it.is_certain)
}

/// "Tomorrow's call": a date in its place would be no English.
fn is_owner(after: &str) -> bool {
    after.starts_with("'s") || after.starts_with("\u{2019}s")
}

/// Whether a date may follow as it is. Everywhere else it follows an "on".
fn has_preposition(before: &str) -> bool {
    const WORDS: &[&str] =
        &["by", "before", "until", "till", "on", "for", "to", "is", "due", "than", "at", "from", "or", "and"];
    let last = before.trim_end_matches([' ', '(', ':']).rsplit([' ', '(', ',']).next().unwrap_or_default();
    last.is_empty() || before.ends_with(['(', ':']) || WORDS.contains(&last.to_lowercase().as_str())
}
