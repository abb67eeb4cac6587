//! What can be known of a region by its lines alone, where the grammar gave up.

use super::block::{Block, BlockKind, push};
use crate::text::Span;

/// Adds the headings, code and paragraphs of `region`, all marked as broken.
pub(super) fn lines(text: &str, region: Span, parent: Option<usize>, list: &mut Vec<Block>) {
    let mut add = |kind, span: Span, content| {
        let mut block = Block::new(kind, span, content, parent);
        block.broken = true;
        push(list, block);
    };
    let mut fence: Option<(Span, &str)> = None;
    let mut paragraph: Option<Span> = None;
    for line in region.lines(text) {
        let prefix = line.of(text).bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'>')).count();
        let span = Span::new(line.start + prefix, line.end).trimmed(text);
        let words = span.of(text);
        if let Some((open, mark)) = fence {
            if words.starts_with(mark) {
                add(code(text, open, span.start), Span::new(open.start, span.end), Vec::new());
                fence = None;
            }
            continue;
        }
        let mark = ["```", "~~~"].into_iter().find(|mark| words.starts_with(mark));
        let level = words.bytes().take_while(|byte| *byte == b'#').count();
        let is_heading = (1..=6).contains(&level) && words[level..].starts_with([' ', '\t']);
        let ends_paragraph = mark.is_some() || is_heading || words.is_empty();
        if let Some(open) = paragraph.take_if(|_| ends_paragraph) {
            add(BlockKind::Paragraph, open, vec![open]);
        }
        match mark {
            Some(mark) => fence = Some((span, mark)),
            None if is_heading => {
                let title = Span::new(span.start + level, span.end).trimmed(text);
                add(BlockKind::Heading { level: level as u8 }, span, vec![title]);
            }
            None if words.is_empty() => {}
            None => paragraph = Some(Span::new(paragraph.map_or(span.start, |open| open.start), span.end)),
        }
    }
    if let Some((open, _)) = fence {
        add(code(text, open, region.end), Span::new(open.start, region.end), Vec::new());
    }
    if let Some(open) = paragraph {
        add(BlockKind::Paragraph, open, vec![open]);
    }
}

fn code(text: &str, open: Span, end: usize) -> BlockKind {
    let rest = &text[open.end..end.max(open.end)];
    let start = ["\r\n", "\n", "\r"].iter().find(|line_end| rest.starts_with(**line_end)).map_or(0, |it| it.len());
    let fence = open.of(text).bytes().take_while(|byte| matches!(byte, b'`' | b'~')).count();
    let info = Span::new(open.start + fence, open.end).trimmed(text);
    BlockKind::Code {
        info: (!info.is_empty()).then_some(info),
        body: Span::new(open.end + start, end.max(open.end + start)),
    }
}
