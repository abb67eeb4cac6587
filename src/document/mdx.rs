//! What MDX reads otherwise than Markdown: right below a tag goes on whatever would stand there without it.

use std::borrow::Cow;

/// A text of MDX as Markdown has to be shown it: of the same length and the same lines, with blanks for a tag over a fence. To
/// Markdown, that tag begins a block of HTML, the fence is a line of it, and all that follows changes places with its code.
pub fn shown(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut at, mut fence) = (0, None);
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let start = at;
        at += line.len();
        match (fence, mark(line)) {
            (None, opening @ Some(_)) => fence = opening,
            (Some((sign, least)), Some((other, count))) if sign == other && count >= least && is_bare(line) => {
                fence = None
            }
            (None, None) if is_tag(line) && lines.peek().is_some_and(|next| mark(next).is_some()) => {
                out.push_str(&text[out.len()..start]);
                out.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
            }
            _ => {}
        }
    }
    if out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[out.len()..]);
    Cow::Owned(out)
}

/// The sign of a fence and how often it stands there.
fn mark(line: &str) -> Option<(char, usize)> {
    let line = line.trim_start();
    let sign = line.chars().next().filter(|it| matches!(it, '`' | '~'))?;
    let count = line.chars().take_while(|it| *it == sign).count();
    (count >= 3 && !(sign == '`' && line[count..].contains('`'))).then_some((sign, count))
}

/// Whether a fence says nothing besides, as one that closes.
fn is_bare(line: &str) -> bool {
    line.trim().chars().all(|it| matches!(it, '`' | '~'))
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
