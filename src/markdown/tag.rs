//! What a line that begins with `<` may begin, by the name of its tag. Knows no other line.

/// Tags that begin an HTML block with other text behind them on their line.
#[rustfmt::skip]
const OF_BLOCKS: &[&str] = &[
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li",
    "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section",
    "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
];

/// Tags up to whose end all is HTML.
const OF_CODE: &[&str] = &["pre", "script", "style"];

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// Whether a tag of this name begins a block with other text behind it on its line.
pub(super) fn is_of_block(name: &str) -> bool {
    is_one_of(OF_BLOCKS, name)
}

/// The name that stands behind the bracket of a tag, and what stands behind that.
pub(super) fn name(tag: &str) -> (&str, &str) {
    tag.split_at(tag.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count())
}

/// The letters that a name begins with, as far as the grammar reads them to tell which tag it is.
fn letters(name: &str) -> &str {
    &name[..name.bytes().take_while(u8::is_ascii_alphabetic).count()]
}

/// The name that the grammar knows a tag by, which stands behind its bracket: it is all letters, and ends with its word.
pub(super) fn known_name(tag: &str) -> Option<&str> {
    let name = letters(tag);
    let behind = &tag[name.len()..];
    (behind.is_empty() || behind.starts_with([' ', '\t', '>'])).then_some(name)
}

/// Whether a line begins with a tag that begins a block.
pub(super) fn begins_block(words: &str) -> bool {
    let Some(tag) = words.strip_prefix('<') else { return false };
    known_name(tag.strip_prefix('/').unwrap_or(tag)).is_some_and(is_of_block)
}

/// Whether a line may begin a block with its tag: a known one does, and so does any that stands alone.
pub(super) fn may_begin_block(words: &str) -> bool {
    let tag = &words[1..];
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let (letters, (name, behind)) = (letters(tag), name(tag));
    let is_known = |it: &str| is_of_block(it) || is_one_of(OF_CODE, it);
    let is_odd = |byte: &u8| matches!(byte, b'?' | b'!') || !byte.is_ascii();
    // An address ends in a bracket, too.
    let is_alone =
        !letters.is_empty() && words.trim_end_matches([' ', '\t']).ends_with('>') && !behind.starts_with([':', '@']);
    // The letters of other scripts are letters to the grammar.
    is_alone || tag.as_bytes().get(letters.len()).is_some_and(is_odd) || is_known(letters) || is_known(name)
}

/// Whether a line is nothing but a tag of any name: the grammar reads HTML from there on, where no paragraph is open.
pub(super) fn stands_alone(words: &str) -> bool {
    let tag = words.trim_end_matches([' ', '\t']);
    if let Some(closing) = tag.strip_prefix("</") {
        return behind_name(closing) == Some(">");
    }
    let Some(mut rest) = tag.strip_prefix('<').and_then(behind_name) else { return false };
    while let Some(behind) = behind_attribute(rest) {
        rest = behind;
    }
    matches!(rest, ">" | "/>" | " />")
}

/// What stands behind the name that a tag begins with, unless all up to its end is HTML.
fn behind_name(tag: &str) -> Option<&str> {
    let (name, behind) = name(tag);
    let is_name = name.starts_with(|it: char| it.is_ascii_alphabetic());
    (is_name && !is_one_of(OF_CODE, name)).then_some(behind)
}

/// What stands behind an attribute, with its value in quotes, that a text begins with.
fn behind_attribute(text: &str) -> Option<&str> {
    let key = text.strip_prefix(' ')?.trim_start_matches(' ');
    let (key, value) = key.split_once("=\"")?;
    let is_key = !key.is_empty() && key.bytes().all(|it| it.is_ascii_alphabetic());
    value.split_once('"').filter(|_| is_key).map(|(_, rest)| rest)
}
