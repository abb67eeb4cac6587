//! What an author meant as a comment or as the target of a link, where the grammar sees neither. It knows no masks.

use crate::text::Span;

pub fn find(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    if memchr::memchr2(b'<', b']', text.as_bytes()).is_none() {
        return found;
    }
    for (open, close) in [("<!--", "-->"), ("](", ")")] {
        // Where the next one closes and where its line ends is looked for once, until both are passed.
        let (mut at, mut shut, mut line_end) = (0, 0, 0);
        while let Some(from) = text[at..].find(open).map(|found| at + found) {
            let inside = from + open.len();
            if shut < inside {
                let Some(found) = text[inside..].find(close) else { break };
                shut = inside + found;
            }
            if line_end < inside {
                line_end = text[inside..].find(['\n', '\r']).map_or(text.len(), |found| inside + found);
            }
            let to = shut + close.len();
            // The target of a link holds no line end, and its words are read.
            let is_whole = open == "<!--" || shut < line_end;
            if is_whole {
                found.push(Span::new(if open == "](" { from + 1 } else { from }, to));
            }
            at = if is_whole { to } else { inside };
        }
    }
    found
}
