//! Inlines by a scan in one pass: for text that is so plain that the grammar says the same, and for text on which it
//! could spend seconds and gigabytes.
//! Knows code, links, images, angles and comments; nothing of emphasis, which masks nothing.

mod joined;
mod parts;
mod reader;
mod ticks;

use super::emphasis;
use super::inline::{Inline, InlineKind};
use crate::text::Span;
use joined::Joined;
use reader::Scan;
use ticks::without_code_and_addresses;
pub(super) use ticks::{closing, runs};

/// With so many images the grammar still knows each of them.
const MOST_IMAGES: usize = 4;

/// The inlines of one piece of text, in the order of their starts.
pub(super) fn inlines(text: &str, piece: Span) -> Vec<Inline> {
    let mut scan = Scan::new(piece.of(text), false);
    let mut at = 0;
    while at < scan.bytes.len() {
        at = scan.step(at);
    }
    let mut out = scan.out;
    out.iter_mut().for_each(|inline| *inline = moved(inline, piece.start));
    out.sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
    out
}

/// The same of several pieces that follow each other, where the grammar certainly reads them so too.
pub(super) fn certain(text: &str, content: &[Span]) -> Option<Vec<Inline>> {
    if let [piece] = content {
        let found = certain_in(piece.of(text), piece.of(text))?;
        return Some(found.iter().map(|inline| moved(inline, piece.start)).collect());
    }
    let (joined, around) = (Joined::of(text, content), Span::new(content.first()?.start, content.last()?.end));
    let found = certain_in(joined.text(), around.of(text))?;
    let place = |it: Inline| {
        let span = joined.place(it.span);
        let text = match it.kind {
            // All between its marks, with what indents the line of the last one.
            InlineKind::Code => {
                Span::new(span.start + it.text.start - it.span.start, span.end + it.text.end - it.span.end)
            }
            _ => joined.place(it.text),
        };
        Inline { span, text, target: it.target.map(|it| joined.place(it)), ..it }
    };
    Some(found.into_iter().map(place).collect())
}

/// The inlines of one text, where the grammar certainly reads them so too; `around` is what it stands in.
fn certain_in(text: &str, around: &str) -> Option<Vec<Inline>> {
    // To the grammar a NUL is the end of the text, but only sometimes.
    if memchr::memchr(0, text.as_bytes()).is_some() {
        return None;
    }
    // Links and tags stand and fall with marks of emphasis.
    let depends = memchr::memchr2(b'[', b'<', text.as_bytes()).is_some();
    let is_unpaired = depends && !emphasis::is_alone(around.as_bytes()) && !emphasis::is_paired(around.as_bytes());
    if is_unpaired && !emphasis::is_paired(&without_code_and_addresses(around)) {
        return None;
    }
    // Of many images in a row the grammar loses one.
    if depends && memchr::memmem::find_iter(text.as_bytes(), "![").nth(MOST_IMAGES).is_some() {
        return None;
    }
    let mut scan = Scan::new(text, is_unpaired);
    let mut at = 0;
    while let Some(next) = memchr::memchr3(b'`', b'[', b']', &scan.bytes[at..]).map(|next| at + next) {
        scan.words(at..next);
        at = scan.step(next);
        if scan.is_doubtful {
            return None;
        }
    }
    scan.words(at..text.len());
    if scan.is_doubtful || !scan.open.is_empty() {
        return None;
    }
    scan.out.sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
    Some(scan.out)
}

fn moved(inline: &Inline, offset: usize) -> Inline {
    let Inline { kind, span, text, target, is_reference } = *inline;
    let target = target.map(|span| span.after(offset));
    Inline { kind, span: span.after(offset), text: text.after(offset), target, is_reference }
}

#[cfg(test)]
mod tests {
    use super::{Span, certain};

    #[test]
    fn plain_tags_angles_and_links_across_pieces_need_no_grammar() {
        let is_certain = |text: &str| certain(text, &[Span::new(0, text.len())]).is_some();
        assert!(
            is_certain("a <br> <code>x</code> `y`") && is_certain("[<code>x</code> y](#z)") && is_certain("`a` < 3")
        );
        assert!(is_certain("_[a](b_) `c_`_") && is_certain("[a](b) `*` `c_ _d`") && is_certain("*a* **[b](c)**"));
        // One mark costs nothing, two that are no pair may.
        assert!(is_certain("[a](b) *`c`") && !is_certain("[a](b) *`c` _") && !is_certain("[a_](b) `c_`_"));
        assert!(is_certain("a\\_b [c](d)") && !is_certain("a\\`b `c`"));
        assert!(is_certain("[a [b]](c)") && is_certain("[a][b c]") && is_certain("[![a](b)](c \"d\")"));
        assert!(
            is_certain("<a href=\"b\"> <b c> <https://d.e>")
                && !is_certain("<a href=b>")
                && !is_certain("<!-- a > b")
                && is_certain("<!-- a")
        );
        assert!(!is_certain("*a [<b>*](c)") && !is_certain("![<b>](c)") && !is_certain("$a $b [c](d)"));
        let text = "- [a\n  b](c) `d\n  e`";
        let pieces = [Span::new(2, 5), Span::new(7, 15), Span::new(17, text.len())];
        let found: Vec<&str> = certain(text, &pieces).expect("it is plain").iter().map(|it| it.text.of(text)).collect();
        assert_eq!(found, ["a\n  b", "d\n  e"]);
    }
}
