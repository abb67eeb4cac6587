//! Amounts that begin with their sign: money, and lengths of time as ISO 8601 writes them.

use super::{Measure, digits, over};
use crate::fact::number::{self, Number};
use crate::fact::unit::{self, Per, What};

/// "$5", "€1.5 million", "US$20k".
pub fn money(text: &str) -> Option<(Measure, usize)> {
    let signs = [("US$", "$"), ("$", "$"), ("€", "€"), ("£", "£")];
    let (sign, name) = signs.iter().find(|(sign, _)| text.starts_with(sign))?;
    let from = sign.len() + usize::from(text[sign.len()..].starts_with(' '));
    let first = digits(&text[from..]).filter(|it| !it.is_word)?;
    let mut end = from + first.end;
    let (factor, more) = match &text.as_bytes()[end..] {
        [b'm' | b'M', rest @ ..] if !rest.first().is_some_and(u8::is_ascii_alphanumeric) => (1_000_000, 1),
        [b'K', rest @ ..] if !rest.first().is_some_and(u8::is_ascii_alphanumeric) => (1000, 1),
        [b'b', b'n', ..] => (1_000_000_000, 2),
        _ => (1, 0),
    };
    end += more;
    let mut measure = Measure::of(first.number.times(Number::whole(factor)?)?, &unit::named(name)?)?;
    let end = over(text, end, &mut measure)?;
    Some((measure, end))
}

/// "PT1H30M", "P30D", as ISO 8601 writes them.
pub fn iso(text: &str) -> Option<(Measure, usize)> {
    let mut end = 1;
    let (mut sum, mut has_time, mut months) = (Number::whole(0)?, false, false);
    text.strip_prefix('P')?;
    let mut count = 0;
    loop {
        if text[end..].starts_with('T') && !has_time {
            (has_time, end) = (true, end + 1);
        }
        let Some((number, length)) = number::leading(&text[end..]) else { break };
        let factor = match (text.as_bytes()[end + length..].first()?, has_time) {
            (b'H', true) => 3600,
            (b'M', true) => 60,
            (b'S', true) => 1,
            (b'D', false) => 86_400,
            (b'W', false) => 604_800,
            (b'M', false) if count == 0 => (months = true, 1).1,
            (b'Y', false) if count == 0 => (months = true, 12).1,
            _ => return None,
        };
        if months && count > 0 {
            return None;
        }
        sum = sum.plus(number.times(Number::whole(factor)?)?)?;
        end += length + 1;
        count += 1;
    }
    let is_end = !text[end..].starts_with(|it: char| it.is_alphanumeric());
    let what = if months { What::Months } else { What::Time };
    (count > 0 && is_end).then_some((Measure { number: sum, to: None, what, per: Per::Nothing }, end))
}
