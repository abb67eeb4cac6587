//! Entities: letters that Markdown and HTML write as `&amp;` or `&#32;`.

use std::borrow::Cow;

use super::digit::{hex, leading_digits};

/// The commonest entities, and all by number: how many bytes one has, and what is read.
pub fn entity(text: &str) -> Option<(usize, char)> {
    const ENTITIES: &[(&str, char)] = &[
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&#39;", '\''),
        ("&apos;", '\''),
        ("&nbsp;", ' '),
        ("&ndash;", '\u{2013}'),
        ("&mdash;", '\u{2014}'),
        ("&hellip;", '\u{2026}'),
    ];
    let named = ENTITIES.iter().find(|(name, _)| text.starts_with(name)).map(|(name, letter)| (name.len(), *letter));
    named.or_else(|| numbered(text))
}

/// `&#32;`, `&#x20;`: a letter by its number, and no sign of control.
fn numbered(text: &str) -> Option<(usize, char)> {
    const LONGEST: usize = 8;
    let number = text.strip_prefix("&#")?;
    let end = number.bytes().take(LONGEST).position(|it| it == b';')?;
    let number = &number[..end];
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => hex(digits.as_bytes()),
        None => number.parse().ok().filter(|_| leading_digits(number) == number.len()),
    };
    let letter = char::from_u32(code?).filter(|it| !it.is_control())?;
    Some(("&#;".len() + end, letter))
}

/// A text with its entities as letters.
pub fn decoded(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    let mut out = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(letter) = rest.chars().next() {
        let (length, letter) = entity(rest).unwrap_or((letter.len_utf8(), letter));
        out.push(letter);
        rest = &rest[length..];
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn entities_are_letters() {
        for (text, expected) in [
            ("Coding&#32;style &amp; more", "Coding style & more"),
            ("it&#x2019;s", "it\u{2019}s"),
            ("a & b &copy &#0; &#xd800; &#; &#99999999;", "a & b &copy &#0; &#xd800; &#; &#99999999;"),
            ("&#+65; &#x+41;", "&#+65; &#x+41;"),
            ("&&amp;", "&&"),
        ] {
            assert_eq!(decoded(text), expected);
        }
    }
}
