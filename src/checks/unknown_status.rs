//! `rules/decide/unknown-status.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::standing;
use crate::words::english::{placeholder, status};

pub fn check(doc: &Document, found: &mut Findings) {
    let Some(written) = standing::statuses(doc).into_iter().next() else { return };
    if let Some((right, word)) = status::misspelt(&written.text) {
        let line = doc.at(written.span);
        let at = line.to_ascii_lowercase().find(&word).map(|start| (start, start + word.len()));
        let at = at.filter(|(start, end)| line.is_char_boundary(*start) && line.is_char_boundary(*end));
        let span = at.map_or(written.span, |(start, end)| {
            crate::text::Span::new(written.span.start + start, written.span.start + end)
        });
        found.flag(span, format!("do you mean `{right}`?")).suggest(format!("write `{right}`"), span, right);
    } else if written.standing().is_none() && !placeholder::is_placeholder(&written.text) {
        found.flag(written.span, "no known status").unsure();
    }
}
