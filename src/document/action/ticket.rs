//! Actions that a ticket looks after: it has fields of its own for a person and a day.

use super::{Reader, TICKET};
use crate::document::Item;
use crate::text::Span;

impl Reader<'_, '_> {
    /// The linked page says who does it.
    pub(super) fn is_only_a_link(&self, span: Span) -> bool {
        self.doc.links_in(span).first().is_some_and(|link| span.len() <= link.span.len() + 2)
    }

    /// Whether the item around this one is nothing but the link to a ticket: below it stands who does what about it.
    pub(super) fn is_below_ticket(&self, item: &Item) -> bool {
        let around = item.parent.and_then(|it| self.doc.items()[it].passage);
        around.is_some_and(|passage| {
            let span = self.doc.passages()[passage].span;
            self.is_only_a_link(span) && self.is_tracked(span, self.doc.prose().passage(passage))
        })
    }

    pub(super) fn is_tracked(&self, span: Span, text: &str) -> bool {
        TICKET.is_match(text) || self.doc.links_in(span).iter().any(|link| TICKET.is_match(&link.target))
    }
}
