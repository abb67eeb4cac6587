//! `rules/complete/unbacked-tick.md`

use std::cell::LazyCell;
use std::collections::HashSet;

use crate::document::{Document, Item, Link, MASK, Place, Stand};
use crate::finding::Findings;
use crate::slot::shape::{reference, testing};
use crate::text::Span;
use crate::words::address;
use crate::words::english::vow::{self, Vow};

pub fn check(doc: &Document, found: &mut Findings) {
    let boxes: Vec<Span> = doc.items().iter().filter(|item| item.task.is_some()).map(|item| item.span).collect();
    // Only what stands outside of all boxes bears one out.
    let is_outside = |span: Span| {
        let before = boxes.partition_point(|it| it.start <= span.start);
        !boxes[..before].iter().rev().take(1).any(|it| it.contains(span))
    };
    let has_reference = LazyCell::new(|| {
        let leads = |link: &Link| address::may_be_thread(&link.target) && is_outside(link.span);
        reference::issue(doc).iter().any(|place| is_outside(place.span)) || doc.links().iter().any(leads)
    });
    let has_test = LazyCell::new(|| {
        let mut places = testing::told(doc).into_iter().chain(testing::mentioned(doc));
        has_answer(doc) || places.any(|place| is_outside(place.span))
    });
    for (item, vow) in ticked(doc) {
        let is_borne_out = match vow {
            Vow::Reference => *has_reference,
            Vow::Test => *has_test,
        };
        if !is_borne_out {
            let flag = found.flag(item, "ticked").asks(vow.question());
            if vow == Vow::Test {
                flag.unsure();
            }
        }
    }
}

/// Whether anything but boxes stands below a heading that asks about tests.
fn has_answer(doc: &Document) -> bool {
    let boxes: HashSet<usize> =
        doc.items().iter().filter(|item| item.task.is_some()).filter_map(|item| item.passage).collect();
    let is_said = |index: usize| {
        let is_heading = matches!(doc.passages()[index].place, Place::Heading(_));
        let words = doc.prose().passage(index);
        !is_heading && !boxes.contains(&index) && words.contains(|it: char| it.is_alphanumeric() || it == MASK)
    };
    let mut asked = doc.sections().iter().filter(|section| section.name.contains("test"));
    asked.any(|section| doc.passages_in(section.body).any(is_said))
}

/// The ticked boxes that promise something, each with its first line.
fn ticked<'d>(doc: &'d Document) -> impl Iterator<Item = (Span, Vow)> + 'd {
    let is_ticked = |item: &&Item| item.task == Some(true) && !item.quoted;
    doc.items().iter().filter(is_ticked).filter_map(|item| {
        let passage = item.passage?;
        let names = doc.prose().masks(doc.prose().passage_range(passage)).any(|(stand, _)| stand == Stand::Code);
        // A box that names code is the author's own, and says what it speaks of.
        let vow = vow::find(doc.prose().passage(passage)).filter(|_| !names)?;
        Some((doc.passages()[passage].span, vow))
    })
}
