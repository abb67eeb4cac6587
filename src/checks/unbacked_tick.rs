//! `rules/complete/unbacked-tick.md`

use std::cell::LazyCell;

use crate::document::{Document, Item, Link, Stand};
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
        testing::is_answered(doc) || places.any(|place| is_outside(place.span))
    });
    for (item, vow) in ticked(doc) {
        let is_borne_out = match vow {
            Vow::Reference => *has_reference,
            Vow::Test => *has_test,
        };
        if !is_borne_out {
            let flag = found.flag(item, "this box is ticked").asks(vow.question());
            if vow == Vow::Test {
                flag.unsure();
            }
        }
    }
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
