//! What a message tells that asks nobody for anything: by its own words, where neither heading nor label says it.

use std::sync::Arc;

use thin_vec::thin_vec;

use super::{By, Kind, Recognised, SURE};
use crate::document::Document;
use crate::words::english::message::{self, Telling};

/// The kind of a message by what it tells.
pub(super) fn read<'k>(doc: &Document, mut kinds: impl Iterator<Item = &'k Kind>) -> Option<Recognised> {
    if !doc.is_english() {
        return None;
    }
    let (telling, at) = message::telling(doc.text())?;
    let name = match telling {
        Telling::Incident => "incident-update",
        Telling::Handover => "handoff",
        Telling::Progress => "status-update",
    };
    let kind = kinds.find(|it| *it.name == *name)?;
    let words = doc.text()[at].split_whitespace().collect::<Vec<_>>().join(" ");
    let because = thin_vec![format!("it says \u{201c}{words}\u{201d}")];
    Some(Recognised::new(Some(Arc::clone(&kind.name)), SURE, because, By::Wording))
}
