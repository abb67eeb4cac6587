//! What a record says of itself in its header: where it stands, since when, by whom, and until when one may object.

use jiff::civil::Date;

use super::{Decision, Spot};
use crate::document::{Document, Field};
use crate::slot::standing::{self, Status};
use crate::words::date;
use crate::words::english::status::Standing;
use crate::words::english::succession;

/// The last day on which one may object.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deadline {
    pub day: Date,
    /// The field that says so.
    pub spot: Spot,
}

const DECIDERS: &[&str] = &[
    "decider",
    "decision maker",
    "decision-maker",
    "decision owner",
    "decided by",
    "decided-by",
    "approver",
    "approved by",
    "approved-by",
    "accountable",
    "approving sponsor",
];

const TOLD: &[&str] =
    &["informed", "notified", "cc", "told", "affect", "affected team", "audience", "communicated to", "stakeholder"];

const DATES: &[&str] = &[
    "decided",
    "decided on",
    "decision date",
    "date decided",
    "accepted",
    "date accepted",
    "approved",
    "date approved",
    "date",
    "since",
    "on",
];

/// Until when one may object, to whatever it is.
const FEEDBACK: &[&str] = &[
    "feedback by",
    "feedback deadline",
    "feedback until",
    "feedback due",
    "decide by",
    "decision by",
    "decision due",
    "decision deadline",
    "comment by",
    "comment until",
    "comment due",
    "comment deadline",
    "comment period end",
    "comment close",
    "comment close on",
    "comment period close",
    "open for comment until",
    "open for feedback until",
    "final comment period end",
    "fcp end",
    "last-call-deadline",
    "last call deadline",
    "last call end",
    "review-period-end",
    "review period end",
    "objection by",
    "voting end",
    "vote by",
];

/// The same in a record of a decision; elsewhere they say when the work is to be done.
const DEADLINES: &[&str] = &["review by", "review until", "review deadline", "respond by", "deadline"];

/// A status of no more words says how it stands, and nothing else.
const FEW_WORDS: usize = 3;

pub fn read(doc: &Document, record: &mut Decision) {
    let lines = standing::statuses(doc);
    let own = standing::own(doc, &lines);
    let counting = standing::counting(&own);
    record.standing = counting.and_then(Status::standing);
    record.status = counting.map(|it| (it.text.as_str().into(), Spot::of(doc, it.span)));
    record.says_no_more =
        lines.len() == 1 && record.status.as_ref().is_some_and(|it| it.0.split_whitespace().count() <= FEW_WORDS);
    record.is_superseded = own.iter().any(|it| says_superseded(&it.text));
    record.date = field(doc, DATES).find_map(|it| date::value::day(&it.text));
    record.deciders = people(doc, DECIDERS).into();
    decided_in_status(record);
    record.told = people(doc, TOLD).into();
    record.deadline = until(doc, FEEDBACK).or_else(|| until(doc, DEADLINES));
}

/// Takes over when it was decided and by whom, where nothing but its status says so: "Rejected 2018-03-01 by @li".
pub fn decided_in_status(record: &mut Decision) {
    let is_decided = matches!(record.standing, Some(Standing::Settled | Standing::Dropped));
    let Some((status, _)) = record.status.as_ref().filter(|_| is_decided) else { return };
    let Some((_, rest)) = status.split_once(|it: char| !it.is_alphanumeric()) else { return };
    let rest = rest.trim_start_matches([' ', ',', ':', '(', '-', '\u{2013}', '\u{2014}']);
    let rest = rest.strip_prefix("on ").unwrap_or(rest);
    let dated = date::mentions(rest).into_iter().next().filter(|it| it.range.start == 0);
    let behind = dated.as_ref().map_or(rest, |it| rest[it.range.end..].trim_start_matches([' ', ',', ')', '(', ':']));
    record.date = record.date.or(dated.and_then(|it| it.date()));
    let Some(names) = behind.strip_prefix("by ").filter(|_| record.deciders.is_empty()) else { return };
    let names = names.split(['(', ')', '.', ';', '\n']).next().unwrap_or_default();
    // "Rejected by vote" says how.
    let is_name = |it: &String| it.starts_with(|it: char| it == '@' || it.is_uppercase());
    record.deciders = listed(names).into_iter().filter(is_name).collect();
}

fn until(doc: &Document, names: &[&str]) -> Option<Deadline> {
    let until = field(doc, names).find_map(|it| Some((date::value::day(&it.text)?, it)));
    until.map(|(day, field)| Deadline { day, spot: Spot::of(doc, field.value) })
}

/// Until when one may object to what a document proposes; none where it says that it was decided, or does not say how
/// it stands.
pub fn feedback(doc: &Document) -> Option<Deadline> {
    let deadline = until(doc, FEEDBACK)?;
    let mut proposal = Decision::default();
    read(doc, &mut proposal);
    proposal.is_open().then_some(deadline)
}

fn field<'d>(doc: &'d Document, names: &'d [&'d str]) -> impl Iterator<Item = &'d Field> {
    doc.fields().iter().filter(|it| names.contains(&it.name.as_str()))
}

fn says_superseded(text: &str) -> bool {
    let first =
        text.split(|it: char| !it.is_alphanumeric()).find(|it| !it.is_empty()).unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "superseded" | "superceded" | "superseeded" | "replaced")
        && !standing::is_choice(text)
        && !succession::is_in_part(text)
}

fn people(doc: &Document, names: &[&str]) -> Vec<String> {
    let values = doc.fields().iter().filter(|it| names.contains(&it.name.as_str()));
    values.flat_map(|it| listed(&it.text)).collect()
}

/// Names that are joined in one line.
pub fn listed(text: &str) -> Vec<String> {
    const MOST: usize = 12;
    let names =
        text.split([',', ';']).flat_map(|it| it.split(" and ")).map(|it| it.trim().trim_matches(['"', '*', '_']));
    names.filter(|it| !succession::is_none(it) && it.len() <= 80).take(MOST).map(str::to_owned).collect()
}
