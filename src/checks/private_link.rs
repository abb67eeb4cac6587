//! `rules/refer/private-link.md`

use std::cell::LazyCell;

use super::{chat_only_decision, lost_conversation};
use crate::document::{Document, Link};
use crate::finding::Findings;
use crate::words::address::private::{self, Reach};
use crate::words::english::setup;

pub fn check(doc: &Document, found: &mut Findings) {
    // What a chat keeps is asked for by others.
    let asked = LazyCell::new(|| [lost_conversation::messages(doc), chat_only_decision::places(doc)].concat());
    for link in doc.links() {
        let reach = doc.once(&link.target, private::reach).filter(|_| !doc.is_code(link));
        match reach {
            // A bare one is an argument of a command, or an example of a path.
            Some(Reach::Disk) if link.is_bare() => {}
            // Who sets a service up has it on the same machine.
            Some(Reach::Machine | Reach::Network) if !link.image && is_instruction(doc, link) => {}
            Some(Reach::Members) if asked.contains(&link.span) => {}
            Some(reach @ Reach::Members) => {
                found.flag(link.span, reach.label()).unsure();
            }
            Some(reach) => {
                found.flag(link.span, reach.label());
            }
            None => {}
        }
    }
}

/// Whether the reader is to run what answers: a standing page, a step, or code beside it.
fn is_instruction(doc: &Document, link: &Link) -> bool {
    doc.is_page_at(link.span.start)
        || !doc.code().is_empty()
        || setup::is_told(doc.prose().clean(doc.line_around(link.span.start)))
}
