//! Exact numbers: what is written is what is compared, in any unit. No number is rounded; one that is too large is none.

use std::cmp::Ordering;

use crate::words::english::number as spelt;

/// A fraction in lowest terms; the bottom is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    top: i128,
    bottom: i128,
}

impl Number {
    pub const ONE: Number = Number { top: 1, bottom: 1 };

    /// None where the bottom is zero, or a part is too large.
    pub fn new(top: i128, bottom: i128) -> Option<Self> {
        if bottom == 0 || top == i128::MIN || bottom == i128::MIN {
            return None;
        }
        let shared = divisor(top.unsigned_abs(), bottom.unsigned_abs());
        let shared = i128::try_from(shared).ok()?;
        Some(Self { top: top / shared * bottom.signum(), bottom: bottom.abs() / shared })
    }

    pub fn whole(number: i128) -> Option<Self> {
        Self::new(number, 1)
    }

    pub fn times(self, other: Self) -> Option<Self> {
        let (left, right) = (Self::new(self.top, other.bottom)?, Self::new(other.top, self.bottom)?);
        Self::new(left.top.checked_mul(right.top)?, left.bottom.checked_mul(right.bottom)?)
    }

    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.bottom, other.top)?)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        let (left, right) = (self.top.checked_mul(other.bottom)?, other.top.checked_mul(self.bottom)?);
        Self::new(left.checked_add(right)?, self.bottom.checked_mul(other.bottom)?)
    }

    pub fn negated(self) -> Self {
        Self { top: -self.top, bottom: self.bottom }
    }

    pub fn is_negative(self) -> bool {
        self.top < 0
    }

    /// Which is larger; none where that cannot be computed.
    pub fn order(self, other: Self) -> Option<Ordering> {
        Some(self.top.checked_mul(other.bottom)?.cmp(&other.top.checked_mul(self.bottom)?))
    }

    /// The number where it has no fraction.
    pub fn as_whole(self) -> Option<i128> {
        (self.bottom == 1).then_some(self.top)
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self.bottom {
            1 => write!(to, "{}", self.top),
            _ => write!(to, "{}/{}", self.top, self.bottom),
        }
    }
}

fn divisor(mut one: u128, mut other: u128) -> u128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}

/// More digits than this are the print of something, not a number.
const MOST_DIGITS: usize = 24;

/// A number at the beginning of a text, and how many bytes it takes: `1,000`, `1_000`, `0.5`, `1e6`, `0x1F`, `1/2`, `½`.
pub fn leading(text: &str) -> Option<(Number, usize)> {
    if let Some((sign, number)) = FRACTIONS.iter().find(|(sign, _)| text.starts_with(*sign)) {
        return Some((Number::new(number.0, number.1)?, sign.len_utf8()));
    }
    let (number, mut end) = decimal(text)?;
    let rest = &text[end..];
    if let Some((sign, fraction)) = FRACTIONS.iter().find(|(sign, _)| rest.starts_with(*sign)) {
        return Some((number.plus(Number::new(fraction.0, fraction.1)?)?, end + sign.len_utf8()));
    }
    let behind = rest.strip_prefix('/').and_then(decimal);
    if let Some((bottom, length)) = behind.filter(|_| number.as_whole().is_some()) {
        end += 1 + length;
        return Some((number.over(bottom)?, end));
    }
    Some((number, end))
}

const FRACTIONS: &[(char, (i128, i128))] = &[('½', (1, 2)), ('¼', (1, 4)), ('¾', (3, 4)), ('⅓', (1, 3)), ('⅔', (2, 3))];

/// "0x1F", "0b101", "0o17": as programs write them. A longer one is an address or a sum of something.
fn based(text: &str) -> Option<(Number, usize)> {
    const LONGEST: usize = 16;
    let base = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'b' | b'B', ..] => 2,
        [b'0', b'o' | b'O', ..] => 8,
        _ => return None,
    };
    let length = text[2..].find(|it: char| !it.is_ascii_alphanumeric() && it != '_').unwrap_or(text.len() - 2);
    let digits: String = text[2..2 + length].chars().filter(|it| *it != '_').collect();
    let number = i128::from_str_radix(&digits, base).ok().filter(|_| digits.len() <= LONGEST)?;
    Some((Number::whole(number)?, 2 + length))
}

fn decimal(text: &str) -> Option<(Number, usize)> {
    if let Some(found) = based(text) {
        return Some(found);
    }
    let bytes = text.as_bytes();
    let whole = grouped(text);
    let fraction = match bytes.get(whole) {
        Some(b'.') => bytes[whole + 1..].iter().take_while(|it| it.is_ascii_digit()).count(),
        _ => 0,
    };
    let mut end = if fraction > 0 { whole + 1 + fraction } else { whole };
    let digits: String = text[..end].chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() || digits.len() > MOST_DIGITS || fraction > MOST_DIGITS / 2 {
        return None;
    }
    let mut number = Number::new(digits.parse().ok()?, 10i128.checked_pow(u32::try_from(fraction).ok()?)?)?;
    if let Some((power, length)) = exponent(&text[end..]) {
        let ten = Number::whole(10i128.checked_pow(power.unsigned_abs())?)?;
        number = if power < 0 { number.over(ten)? } else { number.times(ten)? };
        end += length;
    }
    Some((number, end))
}

/// How many bytes of digits stand at the beginning, with what groups them in threes.
fn grouped(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|it| it.is_ascii_digit()).count();
    let first = digits(0);
    let mut end = first;
    if first == 0 {
        return 0;
    }
    let sign = match bytes.get(end) {
        Some(b',') if first <= 3 => ',',
        Some(b'_') => '_',
        // A space that no line may be broken at.
        _ if first <= 3 && text[end..].starts_with(['\u{a0}', '\u{202f}', '\u{2009}']) => {
            text[end..].chars().next().unwrap_or(',')
        }
        _ => return end,
    };
    while text[end..].starts_with(sign) {
        let group = digits(end + sign.len_utf8());
        if group != 3 && (sign != '_' || group == 0) {
            break;
        }
        end += sign.len_utf8() + group;
    }
    end
}

fn exponent(text: &str) -> Option<(i32, usize)> {
    let rest = text.strip_prefix(['e', 'E'])?;
    let unsigned = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let end = rest.len() - unsigned.len() + digits;
    let behind = unsigned[digits..].chars().next();
    let is_word = behind.is_some_and(|it| it.is_alphanumeric());
    let power = rest[..end].parse::<i32>().ok().filter(|it| it.abs() <= 30)?;
    (digits > 0 && !is_word).then_some((power, end + 1))
}

/// What a number word says: "five", "sixty", "half"; "a" and "an" are one.
pub fn word(word: &str) -> Option<Number> {
    const TEENS: &[&str] = &["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let lower = word.to_ascii_lowercase();
    let teens = |word: &str| TEENS.iter().position(|it| *it == word).map(|it| (spelt::SPELT.len() + it) as i128);
    let small = |word: &str| spelt::value(word).map(i128::from).or_else(|| teens(word));
    let tens = |word: &str| TENS.iter().position(|it| *it == word).map(|it| (it as i128 + 2) * 10);
    match lower.as_str() {
        "a" | "an" => return Some(Number::ONE),
        "half" => return Number::new(1, 2),
        "hundred" => return Number::whole(100),
        _ => {}
    }
    let joined = || lower.split_once('-').and_then(|(ten, one)| Some(tens(ten)? + small(one).filter(|it| *it < 10)?));
    small(&lower).or_else(|| tens(&lower)).or_else(joined).and_then(Number::whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_their_forms() {
        let read = |text: &str| leading(text).map(|(it, end)| (it.top, it.bottom, end));
        assert_eq!(read("1,000 x"), Some((1000, 1, 5)));
        assert_eq!(read("1_000_000"), Some((1_000_000, 1, 9)));
        assert_eq!(read("1\u{a0}000"), Some((1000, 1, 6)));
        assert_eq!(read("10,20"), Some((10, 1, 2)));
        assert_eq!(read("0.25s"), Some((1, 4, 4)));
        assert_eq!(read("1e6"), Some((1_000_000, 1, 3)));
        assert_eq!(read("2.5e-1"), Some((1, 4, 6)));
        assert_eq!(read("0x1F"), Some((31, 1, 4)));
        assert_eq!(read("0b101 x"), Some((5, 1, 5)));
        assert_eq!(read("0xyz"), Some((0, 1, 1)));
        assert_eq!(read(&format!("0x{}", "0".repeat(40))), Some((0, 1, 1)));
        assert_eq!(read("1e"), Some((1, 1, 1)));
        assert_eq!(read("2/3"), Some((2, 3, 3)));
        assert_eq!(read("1/0"), None);
        assert_eq!(read("1½"), Some((3, 2, 3)));
        assert_eq!(read("99.9%"), Some((999, 10, 4)));
        assert_eq!(read("5."), Some((5, 1, 1)));
        assert_eq!(read(&"9".repeat(60)), None);
        for (said, number) in [("zero", 0), ("twelve", 12), ("thirteen", 13), ("nineteen", 19), ("twenty-five", 25)] {
            assert_eq!(word(said).and_then(Number::as_whole), Some(number), "{said}");
        }
    }
}
