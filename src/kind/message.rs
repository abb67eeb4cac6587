//! What a message tells that asks nobody for anything: by its own words, where neither heading nor label says it.

use thin_vec::thin_vec;

use super::{Kind, Recognised, SURE};
use crate::document::Document;
use crate::words::english::message::{self, Telling};
use crate::words::letters::squeezed;

/// The kind of a message by what it tells.
pub(super) fn read<'k>(doc: &Document, kinds: impl Iterator<Item = &'k Kind>) -> Option<Recognised> {
    if !doc.is_english() {
        return None;
    }
    let (telling, at) = message::telling(doc.text())?;
    let name = match telling {
        Telling::Incident => "incident-update",
        Telling::Handover => "handoff",
        Telling::Progress => "status-update",
    };
    let because = format!("it says \u{201c}{}\u{201d}", squeezed(&doc.text()[at]));
    Recognised::worded(name, kinds, SURE, thin_vec![because])
}
