//! Constants of code as values: numbers in their notations, what is computed of them, and units by their names. No
//! language is parsed: what cannot be read is left as it is written, and says no value.

mod expression;
mod statement;

use super::number;
use super::value::bare;

pub use statement::{goes_on, said};

/// A constant of code as a value: "15 * 60" and "900u64" are 900, "15 * time.Minute // at most" is 15 minutes. `unit` is
/// what is counted, where the code does not say that itself. In a program, as in any code, the quotes of a string stay
/// where they tell it from the name of another constant.
pub fn read(written: &str, unit: Option<&str>, is_program: bool) -> String {
    let text = plain(&written[said(written)]);
    let inside = bare(text);
    if is_literal(text) && (is_name(inside) || is_program && is_bare_word(inside)) {
        return text.to_owned();
    }
    let (sign, unsigned) = inside.strip_prefix('-').map_or(("", inside), |it| ("-", it));
    let is_number = number::leading(unsigned).is_some_and(|(_, end)| end == unsigned.len()) && !is_octal(unsigned);
    let (number, own) = match expression::read(unsigned).filter(|_| !is_number) {
        Some((number, own)) => (number.to_string(), own),
        None if is_number => (unsigned.to_owned(), None),
        None => return inside.to_owned(),
    };
    let unit = own.as_deref().or(unit).map_or_else(String::new, |it| format!(" {it}"));
    format!("{sign}{number}{unit}")
}

/// Without what says how a string is kept: `b"…"`, `u'…'`, `<<"…">>`.
fn plain(text: &str) -> &str {
    if let Some(binary) = text.strip_prefix("<<").and_then(|it| it.strip_suffix(">>")).filter(|it| is_literal(it)) {
        return binary;
    }
    let string = text.strip_prefix(['b', 'r', 'u', 'L', '@']);
    string.filter(|it| it.starts_with(['"', '\''])).unwrap_or(text)
}

/// Whether a constant of code does not say its value to who reads no other line: the name of another constant, a call,
/// what is computed of names, digits behind a zero (octal in one language, decimal in the next), a piece of something.
pub fn is_name(written: &str) -> bool {
    if expression::is_put_in(bare(written)) {
        return true;
    }
    if is_literal(written) {
        return false;
    }
    if is_piece(written) || is_octal(written) || expression::has_names(written) {
        return true;
    }
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '.' | ':' | '(' | ')');
    if !written.chars().all(is_part) {
        return false;
    }
    let letters = written.as_bytes();
    let has_hump = letters.windows(2).any(|it| it[0].is_ascii_lowercase() && it[1].is_ascii_uppercase());
    let is_loud = written.contains('_') && !written.contains(|it: char| it.is_ascii_lowercase());
    letters.first().is_some_and(u8::is_ascii_alphabetic) && (has_hump || is_loud || written.ends_with(')'))
}

/// Whether a constant of a program is the name of another one: there, a string stands in quotes.
pub fn is_bare_word(written: &str) -> bool {
    const WORDS: &[&str] = &["true", "false", "null", "nil", "none", "undefined", "nan", "inf", "infinity"];
    let is_part = |it: &str| {
        it.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_')
            && it.chars().all(|it| it.is_ascii_alphanumeric() || it == '_')
    };
    // What a pointer points at stands elsewhere as well.
    let name = written.trim_start_matches(['*', '&', '!']);
    name.split("::").flat_map(|it| it.split('.')).all(is_part)
        && !WORDS.contains(&written.to_ascii_lowercase().as_str())
}

/// Whether two names in a program are of one list: `Gzip` and `Snappy`, `level.debug` and `level.info`. A word in small
/// letters is the name of a variable.
pub fn is_kin(one: &str, other: &str) -> bool {
    let split = |it: &str| it.rfind(['.', ':']).map_or(0, |at| at + 1);
    let ((before, last), (other_before, other_last)) = (one.split_at(split(one)), other.split_at(split(other)));
    let is_large = |it: &str| it.starts_with(|it: char| it.is_ascii_uppercase());
    before == other_before && (!before.is_empty() || is_large(last) && is_large(other_last))
}

/// Whether a file of this name is written in a language in which every string stands in quotes.
pub fn is_program(path: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "c", "cc", "cpp", "cs", "cxx", "dart", "go", "h", "hpp", "java", "js", "jsx", "kt", "kts", "mjs", "php", "py",
        "pyi", "rb", "rs", "scala", "swift", "ts", "tsx",
    ];
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// Whether an expression found a piece of something: a quote or a bracket is open, or the text follows below, as YAML
/// has it.
pub fn is_piece(written: &str) -> bool {
    const BELOW: &[&str] = &["|", ">", "|-", ">-", "|+", ">+"];
    let is_open = |open: &str, close: &str| written.matches(open).count() > written.matches(close).count();
    ['"', '\'', '`'].iter().any(|it| written.starts_with(*it) != written.ends_with(*it))
        || [("(", ")"), ("[", "]"), ("{", "}")].iter().any(|(open, close)| is_open(open, close))
        || BELOW.contains(&written)
        || matches!(written, "\"" | "'")
}

/// A string in its quotes.
fn is_literal(written: &str) -> bool {
    ['"', '\''].iter().any(|quote| {
        let inside = written.strip_prefix(*quote).and_then(|it| it.strip_suffix(*quote));
        inside.is_some_and(|it| !it.contains(*quote))
    })
}

fn is_octal(written: &str) -> bool {
    written.len() > 1 && written.starts_with('0') && written.bytes().all(|it| it.is_ascii_digit())
}
