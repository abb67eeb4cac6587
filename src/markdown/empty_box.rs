//! Boxes without the blank in them, "- [] Ada: send it": the grammar takes them for words, and whoever wrote them did not.

use std::collections::HashSet;

use super::block::{Block, BlockKind};
use crate::text::Span;

const BOX: &str = "[] ";

/// Makes open tasks of the items that begin with such a box, from block `first` on.
pub(super) fn mark(text: &str, list: &mut [Block], first: usize) {
    let item_of = |list: &[Block], index: usize| {
        let (block, item) = (&list[index], list[index].parent()?);
        let is_first = block.kind == BlockKind::Paragraph && item + 1 == index;
        (is_first && list[item].kind == BlockKind::Item { task: None }).then_some(item)
    };
    let begins_so = |list: &[Block], index: usize| list[index].content.first().is_some_and(|it| is_box(it.of(text)));
    let boxes: Vec<(usize, usize)> = (first..list.len())
        .filter(|index| begins_so(list, *index))
        .filter_map(|index| Some((item_of(list, index)?, index)))
        .collect();
    if boxes.is_empty() {
        return;
    }
    let is_of_speaker =
        |list: &[Block], index: usize| list[index].content.first().is_some_and(|it| speaks(it.of(text)));
    // "[ada] It works.", "[] It does not.": between those of others the brackets are for a name that nobody caught.
    let talks: HashSet<usize> = (first..list.len())
        .filter(|index| is_of_speaker(list, *index))
        .filter_map(|index| list[item_of(list, index)?].parent())
        .collect();
    for (item, words) in boxes {
        if list[item].parent().is_none_or(|it| !talks.contains(&it)) {
            list[item].kind = BlockKind::Item { task: Some(false) };
            without_box(text, &mut list[words]);
        }
    }
}

fn is_box(words: &str) -> bool {
    words.strip_prefix(BOX).is_some_and(|rest| !rest.trim().is_empty())
}

fn speaks(words: &str) -> bool {
    let name = words.strip_prefix('[').and_then(|it| it.split_once("] ")).map(|it| it.0);
    name.is_some_and(|it| it.len() > 1 && it.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic()))
}

/// Lets a paragraph begin behind the box.
fn without_box(text: &str, words: &mut Block) {
    let Some(piece) = words.content.first_mut() else { return };
    let rest = &piece.of(text)[BOX.len()..];
    let start = piece.end - rest.trim_start_matches(' ').len();
    *piece = Span::new(start, piece.end);
    words.span = Span::new(start, words.span.end);
}
