//! Records that others have overtaken: what minutes of last year asked of somebody was done since, or nobody does it. Knows
//! no clock: how late it is, the days of later records tell.

use crate::document::Document;
use crate::finding::Finding;
use crate::kind::Recognised;
use crate::rule::Rule;
use crate::text::Origin;
use crate::tree::Around;
use crate::words::file_name;

/// Kinds that are of the day of what they tell, and may be written long after it.
const OF_ANOTHER_DAY: &[&str] = &["postmortem"];

/// Whether a rule asks for what only somebody could answer who still works on the record in which it stands. What a record
/// says for good, as its links, is read as long as it lies there.
pub fn is_over(doc: &Document, around: Option<&Around>, recognised: &Recognised, rule: &Rule, found: &Finding) -> bool {
    // Who sends a message is there to answer, whatever day it speaks of.
    if doc.source().origin != Origin::File || !recognised.is_story || !rule.is_about_work() {
        return false;
    }
    if recognised.sure().is_some_and(|kind| OF_ANOTHER_DAY.contains(&kind)) {
        return false;
    }
    let start = found.at.span.start;
    let week = || doc.source().path().and_then(file_name::week);
    let is_past = |around: &Around| doc.day_at(start).or_else(week).is_some_and(|day| around.is_past(day));
    doc.is_past(start) || around.is_some_and(is_past)
}
