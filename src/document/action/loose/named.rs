//! Who is named in the words of an item. All of its sentences ask, and there may be thousands of them: it is found out once for
//! each item.

use std::cell::Cell;

use crate::document::Item;
use crate::document::action::Reader;
use crate::words::english::nobody::Voice;
use crate::words::english::{group, person};

/// What is known of the item that was asked for last.
#[derive(Default)]
pub(in crate::document::action) struct Named(Cell<Option<Known>>);

#[derive(Clone, Copy)]
struct Known {
    passage: usize,
    /// Somebody is named further on.
    mentions: bool,
    /// It ends with a person.
    ends: bool,
}

impl Reader<'_, '_> {
    /// Whether the words of an item name who does what a sentence of it says. "Write it. (Ada)": the name may stand in a
    /// sentence of its own.
    pub(super) fn names_doer(&self, passage: usize, voice: Voice) -> bool {
        let known = self.named.0.get().filter(|it| it.passage == passage).unwrap_or_else(|| {
            let raw = self.doc.passages()[passage].raw(self.doc);
            let mentions = person::mentioned(&raw).is_some() || is_of_each(&raw);
            Known { passage, mentions, ends: self.ends_with_person(&raw) }
        });
        self.named.0.set(Some(known));
        voice != Voice::Someone && known.mentions || known.ends
    }

    /// "Ada will open an issue", and in the next item of the list "will ping the others": she does that as well.
    pub(super) fn goes_on_beside(&self, index: usize) -> bool {
        const NEAR: usize = 4;
        // With what stands below them.
        const WITH_PARTS: usize = 40;
        let items = self.doc.items();
        let said = |it: &Item| it.passage.map_or("", |it| self.doc.prose().passage(it));
        let leaves_out = |it: &&Item| ["will ", "Will "].iter().any(|open| said(it).starts_with(open));
        // The next list has another one who does it.
        let above = items[..index].iter().rev().take(WITH_PARTS);
        let beside = above.filter(|it| it.parent == items[index].parent).take(NEAR);
        let mut beside = beside.take_while(|it| it.list == items[index].list).skip_while(leaves_out);
        leaves_out(&&items[index]) && beside.next().is_some_and(|it| self.is_taken_on(said(it)))
    }
}

/// "Everyone - create a ticket", beside "Rosa - write the notes": each of them does it.
fn is_of_each(text: &str) -> bool {
    const JOINTS: &[&str] = &[" - ", " \u{2013} ", " \u{2014} ", ": ", " -> "];
    let parts = JOINTS.iter().filter_map(|joint| text.split_once(joint));
    let first = parts.map(|(who, _)| who).min_by_key(|who| who.len()).unwrap_or_default();
    group::is_everybody(first.trim_matches(['*', '_', ' ']))
}
