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
            if is_at_large || deadline.moment == Moment::Span {
                flag.unsure();
            }
            for date in deadline.dates(written) {
                if let Some(day) = &deadline.day_range {
                    flag.suggest(format!("write {date}"), in_text(day), date.to_string());
                }
            }
        }
    }
}
