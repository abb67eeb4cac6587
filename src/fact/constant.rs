//! Constants of code as values: numbers with suffixes, products.

use super::number::{self, Number};
use super::value::bare;

/// A constant of code as a value: "15 * 60" and "900u64" are 900, and `unit` is what it counts.
pub fn read(written: &str, unit: Option<&str>) -> String {
    let text = bare(written.trim().trim_end_matches([';', ',']));
    const SUFFIXES: &[&str] = &["u8", "u16", "u32", "u64", "i32", "i64", "f32", "f64", "usize", "L", "UL", "f"];
    let is_number = |it: &&str| it.bytes().all(|it| it.is_ascii_digit() || it == b'_' || it == b'.') && !it.is_empty();
    let plain = SUFFIXES.iter().find_map(|it| text.strip_suffix(it).filter(is_number));
    let text = plain.unwrap_or(text);
    let product = product(text).map(|it| it.to_string());
    let text = product.as_deref().unwrap_or(text);
    unit.map_or_else(|| text.to_owned(), |unit| format!("{text} {unit}"))
}

/// "15 * 60", where that is a whole number.
fn product(text: &str) -> Option<i128> {
    let mut product = Number::ONE;
    for factor in text.split('*') {
        let factor = factor.trim();
        let (number, end) = number::leading(factor).filter(|(_, end)| *end == factor.len())?;
        product = product.times(number).filter(|_| end > 0)?;
    }
    product.as_whole().filter(|_| text.contains('*'))
}
