//! What MDX reads otherwise than Markdown: right below a tag goes on whatever would stand there without it.

use std::borrow::Cow;

use crate::markdown::{closes, fence};
use crate::words::letters::blanked;

/// A text of MDX as Markdown has to be shown it: of the same length and the same lines, with blanks for a tag over a fence. To
/// Markdown, that tag begins a block of HTML, the fence is a line of it, and all that follows changes places with its code.
pub fn shown(text: &str) -> Cow<'_, str> {
    let mut tags = Vec::new();
    let (mut at, mut open) = (0, None);
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let start = at;
        at += line.len();
        match open {
            Some(fence) if closes(line.trim(), fence) => open = None,
            Some(_) => {}
            None if is_tag(line) && lines.peek().is_some_and(|next| fence(next.trim()).is_some()) => {
                tags.push(start..at)
            }
            None => open = fence(line.trim()),
        }
    }
    if tags.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(blanked(text, tags)) }
}

/// Whether a line is a tag and nothing else.
fn is_tag(line: &str) -> bool {
    let inside = line.trim().strip_prefix('<').and_then(|it| it.strip_suffix('>'));
    inside.is_some_and(|it| it.trim_start_matches('/').starts_with(|it: char| it.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_tag_over_a_fence_is_none() {
        assert_eq!(
            shown("<A b=\"c\">\n```sh\n<D>\n```\n</A>\n\n<E>\ntext\n"),
            "         \n```sh\n<D>\n```\n</A>\n\n<E>\ntext\n"
        );
        assert_eq!(shown("~~~\n<A>\n```\n</A>\n~~~\n"), "~~~\n<A>\n```\n</A>\n~~~\n");
        assert_eq!(
            shown("<Ä>\r\n<é>\n<D é='ü'>\r\n```\n"),
            format!("<Ä>\r\n<é>\n{}\n```\n", " ".repeat("<D é='ü'>\r".len()))
        );
        assert_eq!(shown("<https://a.b>\nc\n<A>"), "<https://a.b>\nc\n<A>");
    }
}
