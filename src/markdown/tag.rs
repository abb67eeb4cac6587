//! What a line that begins with `<` may begin, by the name of its tag, and which line ends it. Knows no other line.

use memchr::memmem;

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

/// Whether a line is certainly words, though it begins with a tag: the grammar knows tags by their letters alone, so `<h2>` is
/// none that begins a block, and any other begins one only where it stands alone and no paragraph is open.
pub(super) fn is_words(words: &str, in_paragraph: bool) -> bool {
    let Some(tag) = words.strip_prefix('<') else { return false };
    let open = tag.strip_prefix('/').unwrap_or(tag);
    let letters = letters(open);
    let is_known = is_of_block(letters) || is_one_of(OF_CODE, letters);
    // "h2" goes on with a digit behind its letters, and "pre-text" with a hyphen.
    let next = open.as_bytes().get(letters.len());
    let is_longer = next.is_some_and(|it| it.is_ascii_digit() || *it == b'-');
    let is_other = !letters.is_empty() && next.is_none_or(u8::is_ascii) && (is_longer || !is_known);
    is_other && (in_paragraph || alone(words) == Ok(false))
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

/// Whether a line begins with a tag up to whose end all is HTML.
pub(super) fn begins_code(words: &str) -> bool {
    words.strip_prefix('<').and_then(known_name).is_some_and(|it| is_one_of(OF_CODE, it))
}

/// Whether a line holds a tag that ends such HTML: the grammar knows it by its name, and waits for no bracket.
pub(super) fn ends_code(words: &str) -> bool {
    let mut names = memmem::find_iter(words.as_bytes(), "</").filter_map(|at| known_name(&words[at + 2..]));
    names.any(|it| is_one_of(OF_CODE, it))
}

/// Whether a line holds an end of HTML, in any case.
pub(super) fn ends(words: &str, end: &str) -> bool {
    let starts = memchr::memchr_iter(end.as_bytes()[0], words.as_bytes());
    starts.into_iter().any(|at| words.get(at..at + end.len()).is_some_and(|part| part.eq_ignore_ascii_case(end)))
}

/// Whether a tag that ends HTML stands behind white space alone: there the grammar does not see it.
pub(super) fn is_led(words: &str, indent: usize) -> bool {
    words.trim_start().starts_with("</") && (indent > 0 || words.starts_with('\t'))
}

/// Whether one would stand behind what may be a marker: there the grammar does not see it either.
pub(super) fn is_behind_marker(words: &str) -> bool {
    words.starts_with(|it: char| matches!(it, '+' | '-' | '*' | '>') || it.is_ascii_digit())
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
    // Up to the end of those all is HTML.
    let is_code = is_one_of(OF_CODE, name(words.trim_start_matches(['<', '/'])).0);
    !is_code && alone(words) == Ok(true)
}

/// A letter of another script decides, and which of them are letters to the grammar is not known here.
#[derive(Debug, PartialEq)]
struct Unclear;

/// Letters. The scanner knows no tag with a longer name.
const LONGEST_KNOWN: usize = 10;

const BLANK: [char; 2] = [' ', '\t'];

/// Whether a line is one whole tag, as the scanner of the grammar reads one.
fn alone(words: &str) -> Result<bool, Unclear> {
    let Some(inside) = words.strip_prefix('<') else { return Ok(false) };
    let (is_closing, inside) = inside.strip_prefix('/').map_or((false, inside), |rest| (true, rest));
    let letters = letters(inside);
    let rest = ascii(&inside[letters.len()..])?;
    if letters.is_empty() {
        return Ok(false);
    }
    let slash = rest.strip_prefix('/').filter(|_| letters.len() <= LONGEST_KNOWN);
    let behind = match slash.and_then(|it| it.strip_prefix('>')) {
        Some(behind) => Some(behind),
        None => {
            let rest = slash.unwrap_or(rest).trim_start_matches(|it: char| it.is_ascii_alphanumeric() || it == '-');
            let end = if is_closing { Some(rest.trim_start_matches(BLANK)) } else { behind_attributes(ascii(rest)?)? };
            end.and_then(|it| it.strip_prefix('>'))
        }
    };
    Ok(behind.is_some_and(|it| it.trim_start_matches(BLANK).is_empty()))
}

/// A text that begins with no letter of another script.
fn ascii(text: &str) -> Result<&str, Unclear> {
    if text.starts_with(|it: char| !it.is_ascii()) { Err(Unclear) } else { Ok(text) }
}

/// What stands behind all attributes of a tag, without the slash that ends it; nothing where something is no attribute.
fn behind_attributes(text: &str) -> Result<Option<&str>, Unclear> {
    let (mut rest, mut is_apart) = (text, false);
    loop {
        let key = ascii(rest.trim_start_matches(BLANK))?;
        is_apart |= key.len() < rest.len();
        if key.starts_with(['/', '>']) {
            return Ok(Some(key.strip_prefix('/').unwrap_or(key)));
        }
        if !is_apart || !key.starts_with(|it: char| it.is_ascii_alphabetic() || matches!(it, '_' | ':')) {
            return Ok(None);
        }
        let is_letter = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '.' | ':' | '-');
        let behind = ascii(key.trim_start_matches(is_letter))?;
        rest = behind.trim_start_matches(BLANK);
        is_apart = rest.len() < behind.len();
        if let Some(value) = rest.strip_prefix('=') {
            is_apart = false;
            let Some(behind) = behind_value(value.trim_start_matches(BLANK)) else { return Ok(None) };
            rest = behind;
        }
    }
}

/// What stands behind the value that a text begins with, in quotation marks or without.
fn behind_value(text: &str) -> Option<&str> {
    match text.strip_prefix('"').map(|it| (it, '"')).or(text.strip_prefix('\'').map(|it| (it, '\''))) {
        Some((inside, mark)) => inside.split_once(mark).map(|(_, behind)| behind),
        None => {
            let ends = [' ', '\t', '"', '\'', '=', '<', '>', '`'];
            let behind = text.trim_start_matches(|it| !ends.contains(&it));
            (behind.len() < text.len()).then_some(behind)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_words, stands_alone};

    #[test]
    fn a_tag_that_stands_alone_begins_a_block() {
        for line in ["<a>", "</a >", "<br/>", "<h2 id=\"a\" data-x='b' c d=e>  ", "<x-y />", "<a\t_b:c = \"d\">"] {
            assert!(stands_alone(line) && !is_words(line, false) && is_words(line, true), "{line}");
        }
        for line in ["<a", "<a>b", "<a b=\"c>", "<a b=\"c\"d>", "<a 1>", "<h2 id=a>A</h2>", "</a>b", "<a><b>", "<a / >"]
        {
            assert!(!stands_alone(line) && is_words(line, false), "{line}");
        }
    }

    #[test]
    fn known_tags_and_letters_of_other_scripts_are_left() {
        for line in ["<p>a", "<pre>a", "</div>a", "<\u{e9}>", "<a\u{e9}>", "<a \u{e9}=b>", "<?a", "<!a"] {
            assert!(!is_words(line, false), "{line}");
        }
        assert!(is_words("<a \u{e9}=b>", true) && is_words("<a b=\"\u{e9}\">c", false));
    }
}
