//! List items, and the boxes that some of them carry.

use super::Document;
use super::passage::Place;
use crate::markdown::BlockKind;
use crate::text::Span;

#[derive(Debug, Clone)]
pub struct Item {
    /// The item with everything inside it.
    pub span: Span,
    /// Its own first paragraph: an index into [`Document::passages`]. An empty item has none.
    pub passage: Option<usize>,
    /// The state of its box: `Some(true)` is ticked.
    pub task: Option<bool>,
    pub ordered: bool,
    /// The item around it, as an index into [`Document::items`].
    pub parent: Option<usize>,
    /// Which list it belongs to, by its block: equal for the items of one list.
    pub list: usize,
    pub quoted: bool,
}

impl Item {
    /// Where its list begins.
    pub fn list_start(&self, doc: &Document) -> usize {
        doc.blocks().get(self.list).span.start
    }

    /// The paragraph right before its list, as a passage: what leads to it.
    pub fn lead(&self, doc: &Document) -> Option<usize> {
        let start = self.list_start(doc);
        let before = doc.passages().partition_point(|it| it.span.end <= start).checked_sub(1)?;
        (doc.passages()[before].place == Place::Paragraph).then_some(before)
    }
}

impl Document<'_> {
    /// The items around a place, the innermost first.
    pub fn items_around(&self, at: Span) -> impl Iterator<Item = &Item> {
        let items = self.items();
        let last = items.partition_point(|it| it.span.start <= at.start).checked_sub(1);
        let all = std::iter::successors(last, |it| items[*it].parent);
        all.map(|it| &items[it]).filter(move |it| it.span.contains(at))
    }

    /// Whether an item has items inside it.
    pub fn has_items_below(&self, index: usize) -> bool {
        self.items().get(index + 1).is_some_and(|next| next.parent == Some(index))
    }
}

pub fn all(doc: &Document) -> Vec<Item> {
    // For each block that is an item: its own first paragraph, and its number among the items.
    let blocks = doc.blocks().iter().count();
    let (mut first_passage, mut numbers) = (vec![None; blocks], vec![None; blocks]);
    for (index, passage) in doc.passages().iter().enumerate() {
        if let (Place::Item, Some(item)) = (passage.place, passage.item) {
            first_passage[item].get_or_insert(index);
        }
    }
    let mut items: Vec<Item> = Vec::new();
    for (index, block) in doc.blocks().iter() {
        let BlockKind::Item { task } = block.kind else { continue };
        let list = block.parent().unwrap_or(index);
        numbers[index] = Some(items.len());
        let passage = first_passage[index];
        items.push(Item {
            span: block.span,
            passage,
            task,
            ordered: matches!(doc.blocks().get(list).kind, BlockKind::List { ordered: true }),
            parent: block.item().and_then(|around| numbers[around]),
            list,
            quoted: passage.is_some_and(|passage| doc.passages()[passage].quoted),
        });
    }
    items
}
