//! Which documents are read as what holds today, and which as what was.

use crate::summary::Summary;
use crate::words::address::local;
use crate::words::english::status::Standing;
use crate::words::past_path::{is_of_work, lies_in_past};
use crate::words::serial;

/// Beside stories and forms: kinds that speak of others, or of nothing.
const ASIDE: &[&str] = &["decision-log", "index"];

/// Whether a document tells how things were, and no list of records is kept up in it.
pub fn is_of_past(summary: &Summary) -> bool {
    summary.is_story || summary.is_template() || summary.is_record || lies_in_past(&summary.path)
}

/// Whether a path is that of a numbered record, in a folder of records.
fn is_record(path: &str) -> bool {
    let folder = local::name(local::folder(path)).to_ascii_lowercase();
    let is_of_records = ["adr", "decision", "rfc"].iter().any(|it| folder.contains(it));
    is_of_records && serial::of_path(path).is_some()
}

/// Whether a document tells what holds today, and somebody could still change what it says.
pub fn is_live(summary: &Summary) -> bool {
    let is_aside = summary.is_set_aside(ASIDE);
    // What was decided stays as it was written; only what is still open can still be changed.
    let may_change = match &summary.decision {
        Some(it) => it.standing == Some(Standing::Open) && !it.rests(),
        None => !is_record(&summary.path),
    };
    !is_aside && !lies_in_past(&summary.path) && !is_of_work(&summary.path) && may_change
}
