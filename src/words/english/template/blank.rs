//! Blanks of a template that a mark tells: an issue without its number, words in brackets that say what to write.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::near;
use crate::words::pattern::{Pattern, in_pieces};

/// Blanks that no sentence has by itself, each with a mark that [`has_mark`] looks for.
static BLANK: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        // `Fixes #(issue)`, `Closes #<number>`, `Resolves #XXX`.
        r"(?:(?:fix(?:es)?|close[sd]?|resolve[sd]?|refs?|references|related to|part of|issue|see)(?: issue)?:? *)?#(?: ?\((?:issue|issues|ticket|number|issue[ _-]?number|bug)[^()\n]*\)|<(?:issue|ticket|bug|pr|number|id)[a-z _-]*>|\[issue[^\]\[\n]*\]|(?:issue|ticket|bug)[_-]?(?:number|id)(?-u:\b)|x{3,}(?-u:\b)|n{3,}(?-u:\b))",
        // `Resolves #` and then nothing.
        r"|(?-u:\b)(?:fix(?:es)?|close[sd]?|resolve[sd]?) *:? #[ \t]*(?m:$)",
        // "[insert the name]", "<describe the change>", "<link to the ticket>".
        r"|\[(?:your name|your email|(?:insert|describe|enter|fill in|replace with|replace this|add your|put your|link to|name of the) [^\]\[\n]+)\]",
        r"|<(?:(?:placeholder|todo|tbd)|(?:short|brief) description[^<>=\n]*|(?:insert|describe|enter|fill in|replace with|replace this|add your|put your|link to|todo|tbd)[ _:-][^<>=\n]+)>",
        // A form's list of links.
        r"|\[link type\][( ]+\[?link to adr[)\]]",
        r"|(?-u:\b)(?:go to|click on|scroll down to) ['\u{2018}]\.{2,}['\u{2019}]",
    ])
});

/// Whether a text holds what every blank holds that is not told in words.
pub fn has_mark(text: &str) -> bool {
    let bytes = text.as_bytes();
    let opens = |at: usize| {
        let Some(behind) = bytes[at + 1..].first_chunk::<2>() else { return true };
        let is_one_of = |all: &[&[u8; 2]]| all.iter().any(|it| it.eq_ignore_ascii_case(behind));
        match bytes[at] {
            b'#' => !behind[0].is_ascii_alphanumeric() || is_one_of(&NUMBERS),
            _ => is_one_of(&OPENINGS),
        }
    };
    let is_dotted = || memchr::memchr_iter(b'.', bytes).any(|at| bytes.get(at + 1) == Some(&b'.'));
    let is_left_out = || is_dotted() && ["'..", "\u{2018}.."].iter().any(|it| text.contains(it));
    memchr::memchr3_iter(b'#', b'[', b'<', bytes).any(opens) || is_left_out()
}

/// What stands behind the mark of a number that is none, besides marks.
const NUMBERS: [&[u8; 2]; 5] = [b"bu", b"is", b"nn", b"ti", b"xx"];

/// What stands behind the bracket of a blank.
const OPENINGS: [&[u8; 2]; 15] =
    [b"ad", b"br", b"de", b"en", b"fi", b"in", b"li", b"na", b"pl", b"pu", b"re", b"sh", b"tb", b"to", b"yo"];

/// Where a text holds one.
pub fn find(text: &str) -> impl Iterator<Item = Range<usize>> {
    let has_mark = has_mark(text);
    debug_assert!(has_mark || !BLANK.is_match(text), "a blank without its mark: {text}");
    let found = has_mark.then(|| BLANK.find_iter(text)).into_iter().flatten().map(|it| it.range());
    let is_of_other = [is_parameter, is_title_of_aside, is_end_of_name, is_usage];
    found.filter(move |it| !is_of_other.iter().any(|is| is(text, it)))
}

/// Whether what stands around a blank for the number of an issue names one: "Closes #" above "#120", or beside "Fixes #120".
pub fn is_numbered_beside(text: &str, blank: Range<usize>) -> bool {
    static NUMBERED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:fix(?:es|ed)?|close[sd]?|resolve[sd]?)(?: issue)?:? {0,3}\[?#\d",
            r"|(?m:^)[ \t]{0,9}(?:[-*] )?\[?#\d{1,9}\]?[ \t]*(?m:$)",
        ])
    });
    text[blank.clone()].trim_end().ends_with('#')
        && [near::behind(&text[..blank.start]), near::ahead(&text[blank.end..])].iter().any(|it| NUMBERED.is_match(it))
}

/// ":::tip[Add your own!]": what a program that makes a site sets above an aside.
fn is_title_of_aside(text: &str, range: &Range<usize>) -> bool {
    let before = near::behind(&text[..range.start]);
    let marks = before.trim_end_matches(|it: char| it.is_alphanumeric() || it == '-');
    marks.len() < before.len() && marks.ends_with(":::")
}

/// "-safemode [enter | leave]": one of these words.
fn is_usage(text: &str, range: &Range<usize>) -> bool {
    text[range.clone()].starts_with("[enter |")
}

/// "closed-by-PR-#NNN": what things of a sort are called.
fn is_end_of_name(text: &str, range: &Range<usize>) -> bool {
    let name = text[..range.start].strip_suffix(['-', '_']).unwrap_or_default();
    text[range.clone()].starts_with('#') && name.ends_with(char::is_alphanumeric)
}

/// "Stream<Todo>": a type and its parameter.
fn is_parameter(text: &str, range: &Range<usize>) -> bool {
    let begins_as_type = |it: &str| it.starts_with(|it: char| it.is_ascii_uppercase());
    let before = near::behind(&text[..range.start]);
    let name = before.rsplit(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    text[range.clone()].strip_prefix('<').is_some_and(begins_as_type) && begins_as_type(name)
}

/// "People > [Your name]", "shared/people/[your name]": a place that each reader has.
pub fn is_part_of_path(before: &str) -> bool {
    const JOINTS: &[&str] = &["/", " > ", " \u{2192} "];
    let before = near::behind(before);
    JOINTS.iter().filter_map(|it| before.strip_suffix(it)).any(|it| it.ends_with(char::is_alphanumeric))
}
