//! Constants of code as values: numbers with suffixes, products, shifts, and units by their names.

use super::number::{self, Number};
use super::unit;
use super::value::bare;

/// A constant of code as a value: "15 * 60" and "900u64" are 900, "15 * time.Minute" is 15 minutes. `unit` is what is
/// counted, where the code does not say that itself.
pub fn read(written: &str, unit: Option<&str>) -> String {
    let text = bare(written.trim().trim_end_matches([';', ',']));
    const SUFFIXES: &[&str] =
        &["u8", "u16", "u32", "u64", "i32", "i64", "f32", "f64", "usize", "ULL", "UL", "LL", "L", "U", "u", "f"];
    let is_number = |it: &&str| it.bytes().all(|it| it.is_ascii_digit() || it == b'_' || it == b'.') && !it.is_empty();
    let plain = SUFFIXES.iter().find_map(|it| text.strip_suffix(it).filter(is_number));
    let text = plain.unwrap_or(text);
    let (number, own) = product(text).map_or((None, None), |(number, unit)| (Some(number.to_string()), unit));
    let text = number.as_deref().unwrap_or(text);
    own.as_deref().or(unit).map_or_else(|| text.to_owned(), |unit| format!("{text} {unit}"))
}

/// Whether a constant of code does not say its value to who reads no other line: the name of another constant, a call,
/// digits behind a zero (octal in one language, decimal in the next), a piece of a string or a call.
pub fn is_name(written: &str) -> bool {
    if is_piece(written) {
        return true;
    }
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '.' | ':' | '(' | ')');
    if !written.chars().all(is_part) {
        return false;
    }
    let letters = written.as_bytes();
    if letters.len() > 1 && letters[0] == b'0' && letters.iter().all(u8::is_ascii_digit) {
        return true;
    }
    let has_hump = letters.windows(2).any(|it| it[0].is_ascii_lowercase() && it[1].is_ascii_uppercase());
    let is_loud = written.contains('_') && !written.contains(|it: char| it.is_ascii_lowercase());
    letters.first().is_some_and(u8::is_ascii_alphabetic) && (has_hump || is_loud || written.ends_with(')'))
}

/// Whether an expression found a piece of something: a quote or a parenthesis is open.
pub fn is_piece(written: &str) -> bool {
    ['"', '\'', '`'].iter().any(|it| written.starts_with(*it) != written.ends_with(*it))
        || written.matches('(').count() > written.matches(')').count()
}

/// "15 * 60", "1 << 20", "3 * time.Second": a whole number, and the unit that one of the factors names.
fn product(text: &str) -> Option<(i128, Option<String>)> {
    let is_joined = text.contains('*') || text.contains("<<");
    // "time.Hour" is one; "Level.Second" is none.
    if !is_joined && !text.starts_with("time.") {
        return None;
    }
    let (mut product, mut own) = (Number::ONE, None);
    for factor in text.split('*') {
        let factor = factor.trim();
        match (whole(factor), unit_named(factor)) {
            (Some(number), _) => product = product.times(number)?,
            (None, Some(unit)) if own.is_none() => own = Some(unit),
            _ => return None,
        }
    }
    Some((product.as_whole()?, own))
}

/// "15", "1 << 20"
fn whole(factor: &str) -> Option<Number> {
    let number = |it: &str| number::leading(it).filter(|(_, end)| *end == it.len()).map(|(number, _)| number);
    let Some((base, bits)) = factor.split_once("<<") else { return number(factor) };
    let bits = number(bits.trim())?.as_whole().and_then(|it| u32::try_from(it).ok())?;
    number(base.trim())?.times(Number::whole(2i128.checked_pow(bits)?)?)
}

/// The unit that a constant of a library is called by: "time.Millisecond", "units::MiB".
fn unit_named(factor: &str) -> Option<String> {
    let (_, name) = factor.rsplit_once("::").or_else(|| factor.rsplit_once('.'))?;
    const SHORT: usize = 3;
    let name = if name.len() > SHORT { name.to_lowercase() } else { name.to_owned() };
    unit::named(&name).is_some().then_some(name)
}
