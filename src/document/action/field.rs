//! The fields of an action: the columns of its row, or the labels below it.

use std::sync::LazyLock;

use super::{Action, Item, Owner, Reader, owner};
use crate::text::Span;
use crate::words::date;
use crate::words::english::done::needs_nobody;
use crate::words::english::{group, person, vague_promise};
use crate::words::pattern::{Pattern, in_pieces};

/// Names of the field that says who does it.
pub(super) const OWNER: &[&str] = &[
    "owner",
    "assignee",
    "assigned to",
    "assigned",
    "who",
    "responsible",
    "responsibility",
    "person responsible",
    "dri",
    "lead",
    "person",
    "action by",
    "driver",
    "led by",
    "pic",
];
/// Names of the field that says by when.
pub(super) const DUE: &[&str] = &[
    "due",
    "due date",
    "deadline",
    "date",
    "by when",
    "eta",
    "target",
    "when",
    "timeline",
    "until",
    "finish by",
    "do by",
];

/// Whether a field is answered, and not left open as by "TBD", "?", "none yet".
pub(super) fn is_filled(text: &str) -> bool {
    const OPEN: &[&str] = &[
        "",
        "n/a",
        "na",
        "none",
        "nobody",
        "unassigned",
        "not assigned",
        "not yet assigned",
        "to be assigned",
        "unknown",
        "open",
        "team",
        "all",
        "everyone",
    ];
    let lower = text.to_lowercase();
    text.contains(char::is_alphanumeric)
        && !vague_promise::is_left_open(text)
        && !OPEN.contains(&lower.trim_matches(|it: char| !it.is_alphanumeric() && it != '/'))
}

/// The same of the field that says who does it: "all" is each of them.
pub(super) fn names_owner(text: &str) -> bool {
    is_filled(text) || group::is_everybody(text.trim_matches(|it: char| !it.is_alphanumeric()))
}

/// So many items or labels below another one are looked at.
const MOST: usize = 12;

impl Reader<'_, '_> {
    /// Whether what stands below the words of an item says who does it: a label, or an item that begins with a person.
    pub(super) fn has_owner_below(&self, index: usize) -> bool {
        let span = self.doc.items()[index].span;
        let labels = self.doc.labels();
        let first = labels.partition_point(|label| label.key.start < span.start);
        let mut below = labels[first..].iter().take(MOST).take_while(|label| label.key.start < span.end);
        let mut inside = self.doc.items()[index + 1..].iter().take(MOST).take_while(|item| item.span.start < span.end);
        below.any(|it| OWNER.contains(&it.name.as_str()) && is_filled(self.doc.prose().clean(it.value)))
            || inside.any(|item| self.is_led_by_person(item))
    }

    fn is_led_by_person(&self, item: &Item) -> bool {
        let text = self.words(item);
        person::leading(text).is_some_and(|led| self.doc.may_be_person(owner::trimmed(&text[led])))
    }

    /// "Prepare the slides", and below it "Ada: the first half", "Bo: the demo": it is done by those whom it is shared out
    /// to. Where one alone is named, they may only say something of it.
    pub(super) fn shared_out(&self, index: usize, action: Action) -> Action {
        let items = self.doc.items();
        let below = || {
            let inside = items[index + 1..].iter().take_while(|it| it.span.start < items[index].span.end);
            inside.take(MOST).filter(|it| it.parent == Some(index))
        };
        let is_shared =
            action.is_task && !action.has_owner() && below().count() > 1 && below().all(|it| self.is_led_by_person(it));
        let owner = if is_shared { Owner::Someone } else { action.owner };
        Action { owner, ..action }
    }

    /// An action with what is said below it: "Owner: Ada". A topic belongs to whoever is named there; below a task
    /// stand people to ask and to invite as well.
    pub(super) fn with_details(&self, mut action: Action, below: Span) -> Action {
        let labels = self.doc.labels();
        let first = labels.partition_point(|label| label.key.start < below.start);
        for label in labels[first..].iter().take_while(|label| label.key.start < below.end) {
            let value = self.doc.prose().clean(label.value);
            let answers = |names: &[&str]| names.contains(&label.name.as_str()) && is_filled(value);
            if answers(OWNER) && !action.has_owner() {
                action.owner = Owner::read(value);
            }
            action.is_open &= !(label.name == "status" && needs_nobody(value));
            action.has_due |= answers(DUE);
            action.has_date |= answers(DUE) && date::has_date(value);
        }
        action.is_open &= !tells_end(self.doc.prose().clean(below));
        action.is_tracked = action.is_tracked || action.is_task && self.is_tracked(below, self.doc.at(below));
        if !action.has_owner() && !action.is_task && person::mentioned(self.doc.at(below)).is_some() {
            action.owner = Owner::Someone;
        }
        action
    }
}

/// "This has been done." below an action, or "Done: #12".
fn tells_end(below: &str) -> bool {
    static END: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:done|completed?|finished)(?-u:\b)(?:\W*$| ?[:.!])|^\W*(?:(?:this|it|that) (?:has been|is|was)|has been) (?:now |already |since )?(?:done|completed?|fixed|merged|resolved|closed|shipped|deployed|released)(?-u:\b)",
        ])
    });
    END.is_match(below)
}
