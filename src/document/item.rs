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
    /// Which list it belongs to: equal for the items of one list.
    pub list: usize,
    pub quoted: bool,
}

impl Document<'_> {
    /// Whether an item has items inside it.
    pub fn has_items_below(&self, index: usize) -> bool {
        self.items().get(index + 1).is_some_and(|next| next.parent == Some(index))
    }
}

pub fn all(doc: &Document) -> Vec<Item> {
    let mut first_passage = std::collections::HashMap::new();
    for (index, passage) in doc.passages().iter().enumerate() {
        if let (Place::Item, Some(item)) = (passage.place, passage.item) {
            first_passage.entry(item).or_insert(index);
        }
    }
    let mut numbers = std::collections::HashMap::new();
    let mut items: Vec<Item> = Vec::new();
    for (index, block) in doc.blocks().iter() {
        let BlockKind::Item { task } = block.kind else { continue };
        let list = block.parent.unwrap_or(index);
        numbers.insert(index, items.len());
        let passage = first_passage.get(&index).copied();
        items.push(Item {
            span: block.span,
            passage,
            task,
            ordered: matches!(doc.blocks().get(list).kind, BlockKind::List { ordered: true }),
            parent: block.item.and_then(|around| numbers.get(&around).copied()),
            list,
            quoted: passage.is_some_and(|passage| doc.passages()[passage].quoted),
        });
    }
    items
}
