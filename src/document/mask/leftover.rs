//! What an author meant as a comment or as the target of a link, where the grammar sees neither. Of the text around a piece it
//! knows nothing.

use crate::text::Span;

/// The comments and targets in a piece of a text.
pub fn all(text: &str) -> impl Iterator<Item = Span> + '_ {
    let may_hold = memchr::memchr2(b'<', b']', text.as_bytes()).is_some();
    may_hold.then(|| comments(text).chain(targets(text))).into_iter().flatten()
}

/// Comments may go over many lines.
fn comments(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let open = at + text[at..].find("<!--")?;
        let inside = open + "<!--".len();
        at = inside + text[inside..].find("-->")? + "-->".len();
        Some(Span::new(open, at))
    })
}

/// What stands in brackets right behind a bracket and closes in its line, with its own brackets.
fn targets(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let open = at + text[at..].find("](")? + 1;
            // Only as far as that: a line may be as long as its text. Where none closes in the rest of it, the next one that
            // opens there need not be asked.
            let bytes = text.as_bytes();
            at = memchr::memchr3(b')', b'\n', b'\r', &bytes[open..]).map_or(text.len(), |it| open + it);
            if bytes.get(at) == Some(&b')') {
                at += 1;
                return Some(Span::new(open, at));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::all;

    fn of(text: &str) -> Vec<&str> {
        all(text).map(|it| &text[it.start..it.end]).collect()
    }

    #[test]
    fn comments_and_targets_are_found_where_they_close() {
        assert_eq!(of("a <!-- b\nc --> d <!-- e"), ["<!-- b\nc -->"]);
        assert_eq!(of("[a] ](b) ](c\n) ](d ](e) f"), ["(b)", "(d ](e)"]);
        assert!(of("a < b, c] (d)").is_empty());
    }
}
