//! `rules/ask/naked-ping.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::knock::{self, Knock};

pub fn check(doc: &Document, found: &mut Findings) {
    if doc.code().iter().any(|code| !code.body.is_empty()) || !doc.links().is_empty() {
        return;
    }
    let prose = doc.prose();
    let Some(first) = doc.passages().iter().position(|it| !it.place.is_heading()) else { return };
    let text = &prose.text()[prose.passage_range(first).start..];
    let Some((range, knock)) = knock::find(text) else { return };
    // "r? @ana", "review ping": what is wanted. Below what somebody asked, as it is quoted, that is what is wanted.
    if knock::names_review(text) || asks_in_quotation(doc) {
        return;
    }
    let start = prose.passage_range(first).start;
    let span = prose.span(start + range.start..start + range.end);
    let flag = found.flag(span, label(knock));
    if knock == Knock::GoodDay || first > 0 {
        // A room that is wished a good day need not answer; and a title may say what the greeting does not.
        flag.unsure();
    }
}

/// Whether a question stands quoted above a knock, or so much that it is clear what the knock is about.
fn asks_in_quotation(doc: &Document) -> bool {
    const MUCH: usize = 40;
    let mut quoted = doc.passages().iter().filter(|it| it.quoted).map(|it| doc.at(it.span));
    quoted.any(|it| it.contains('?') || it.split_whitespace().nth(MUCH).is_some())
}

fn label(knock: Knock) -> &'static str {
    match knock {
        Knock::Greeting | Knock::GoodDay => "a greeting, and nothing behind it",
        Knock::Ping => "for what?",
        Knock::Presence => "nothing to answer but yes",
    }
}
