//! `rules/who/undated-action.md`

use std::cell::LazyCell;

use crate::document::{Action, Document, Given, Owner};
use crate::finding::Findings;
use crate::words::english::{recording, standstill};

pub fn check(doc: &Document, found: &mut Findings) {
    // An action with neither owner nor date is one question, asked for its owner; so is that of a group.
    let has_owner = |it: &Action| match &it.owner {
        Owner::Nobody => false,
        Owner::Someone => true,
        Owner::Group(name) => doc.readers().team.stands_behind(name),
    };
    let asked = |it: &&Action| it.is_task() && it.is_open() && has_owner(it);
    let is_undated = |it: &&Action| !it.has_due() && !it.is_tracked() && !recording::is_chore(&it.text);
    let given = LazyCell::new(|| Given::a_day(doc));
    let is_given = |it: &Action| given.says_that_day(doc.written_at(it.span.start), &it.text);
    for action in doc.actions().iter().filter(asked).filter(is_undated).filter(|it| !is_given(it)) {
        let flag = found.flag(action.span, "by when?");
        if !action.is_marked || doc.is_minutes() && standstill::is_order(&action.text) {
            flag.unsure();
        }
    }
}
