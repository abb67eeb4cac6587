//! `rules/when/perishable-now.md`

use crate::document::{Document, Said};
use crate::finding::Findings;
use crate::words::english::perishable;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    for Said { sentence, found: now, .. } in doc.in_statements_with(&perishable::WORDS, perishable::find) {
        let Some(now) = now else { continue };
        let span = prose.span_in(sentence, &now.range);
        if doc.written_at(span.start).is_some() {
            continue;
        }
        let label = if now.is_makeshift { "until when?" } else { "as of which date or version?" };
        // Half of all such words are the manner of their writer; which half, the words do not say.
        found.flag(span, label).unsure();
    }
}
