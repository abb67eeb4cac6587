//! What a constant of code comes to where it is computed of numbers and units: products, sums, shifts, powers, and
//! calls that only say what is counted. What has another name in it comes to nothing.

use crate::fact::number::{self, Number};
use crate::fact::unit::{self, What};
use crate::words::case;

/// "15 * 60", "1 << 20", "3 * time.Second", "Duration::from_secs(30)", "0x1F": a number, and the unit that it names.
pub fn read(text: &str) -> Option<(Number, Option<String>)> {
    const LONGEST: usize = 200;
    // Nobody computes for so long by hand; and what is within brackets is read by whoever reads what is around them.
    let text = Some(text.trim()).filter(|it| it.len() <= LONGEST)?;
    let mut reader = Reader { text, rest: text };
    let amount = reader.sum()?;
    // "Level.Second" and "MB" are names as long as nothing is counted.
    (reader.rest.trim().is_empty() && amount.is_counted).then_some((amount.number, amount.unit))
}

/// Whether a text is computed of names, or put together: "size * 2", "env(\"SIZE\", 5)", "{ size = 5 }".
pub fn has_names(text: &str) -> bool {
    const OPERATORS: &[&str] =
        &[" == ", " != ", " && ", " * ", " + ", " / ", " << ", " >> ", " || ", " ?? ", " ? ", " or ", " if "];
    let is_first = |it: char| it.is_ascii_alphabetic() || it == '_';
    let is_operand = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '(' | ')' | '.' | '"' | '\'');
    let is_called = text.char_indices().any(|(at, letter)| {
        matches!(letter, '(' | '[' | '{') && text[..at].ends_with(|it: char| it.is_ascii_alphanumeric() || it == '_')
    });
    // Python divides with two strokes.
    let single = text.replace("//", "/");
    let is_computed = OPERATORS.iter().any(|it| {
        single.split_once(it).is_some_and(|(left, right)| {
            let has_name = left.starts_with(is_first) || right.starts_with(|it| is_first(it) || it == '(');
            let is_word = it.trim().starts_with(|it: char| it.is_alphabetic());
            has_name && left.ends_with(is_operand) && right.starts_with(is_operand) && (!is_word || left.contains('('))
        })
    });
    // "Section - on its own" is a text.
    let is_less = text.split_once(" - ").is_some_and(|(left, right)| {
        left.ends_with(is_operand) && !left.contains(' ') && right.starts_with(|it: char| it.is_ascii_digit())
    });
    // A table or a list holds several values.
    let is_compound =
        [('{', '}'), ('[', ']')].iter().any(|(open, close)| text.starts_with(*open) && text.ends_with(*close));
    is_called || is_computed || is_less || is_compound
}

/// Whether a text is filled in from elsewhere, also within its quotes: "${SIZE}", "{{ size }}", "$SIZE".
pub fn is_put_in(text: &str) -> bool {
    ["$(", "${", "{{", "<%"].iter().any(|it| text.contains(it))
        || text.strip_prefix('$').is_some_and(|it| it.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_'))
}

/// A number of something.
#[derive(Clone)]
struct Amount {
    number: Number,
    unit: Option<String>,
    /// A number is written, and not only the name of a unit.
    is_counted: bool,
}

impl Amount {
    fn number(number: Number) -> Self {
        Self { number, unit: None, is_counted: true }
    }

    fn times(self, other: Self) -> Option<Self> {
        if self.unit.is_some() && other.unit.is_some() {
            return None;
        }
        let number = self.number.times(other.number)?;
        Some(Self { number, unit: self.unit.or(other.unit), is_counted: self.is_counted || other.is_counted })
    }

    /// Divisions come to other numbers in other languages, except where nothing is left over.
    fn over(self, other: &Self) -> Option<Self> {
        let is_plain = other.unit.is_none();
        let number = self.number.over(other.number).filter(|it| is_plain && it.as_whole().is_some())?;
        Some(Self { number, ..self })
    }

    fn plus(self, other: Self) -> Option<Self> {
        let number = self.number.plus(other.number).filter(|_| self.unit == other.unit)?;
        Some(Self { number, ..self })
    }

    fn whole(&self) -> Option<u32> {
        u32::try_from(self.number.as_whole()?).ok().filter(|_| self.unit.is_none())
    }
}

struct Reader<'t> {
    text: &'t str,
    rest: &'t str,
}

impl Reader<'_> {
    fn take(&mut self, sign: &str) -> bool {
        let found = self.rest.strip_prefix(sign).or_else(|| self.rest.trim_start().strip_prefix(sign));
        found.map(|it| self.rest = it).is_some()
    }

    /// A sign with a space on both sides: "2026/11/20" and "1+1" are something else.
    fn take_apart(&mut self, sign: char) -> bool {
        let rest = self.rest.trim_start();
        let is_apart = rest.len() < self.rest.len();
        let found = rest.strip_prefix(sign).and_then(|it| it.strip_prefix(' ')).filter(|_| is_apart);
        found.map(|it| self.rest = it).is_some()
    }

    /// Whether a parenthesis was closed just before.
    fn is_closed(&self) -> bool {
        self.text[..self.text.len() - self.rest.len()].ends_with(')')
    }

    fn sum(&mut self) -> Option<Amount> {
        let (mut sum, mut is_shifted) = self.product()?;
        loop {
            // "2026-11-20" is no difference, "(1<<22)-1" is one.
            let is_less = self.take_apart('-') || self.is_closed() && self.take("-");
            if !is_less && !self.take_apart('+') {
                return Some(sum);
            }
            let (next, has_shift) = self.product()?;
            // Languages do not agree on which of both is computed first.
            is_shifted |= has_shift;
            let next = if is_less { Amount { number: next.number.negated(), ..next } } else { next };
            // "5 - 10" is a stretch.
            sum = sum.plus(next).filter(|it| !is_shifted && !it.number.is_negative())?;
        }
    }

    /// A product, and whether something is shifted in it.
    fn product(&mut self) -> Option<(Amount, bool)> {
        let mut product = self.power()?;
        loop {
            if self.take("<<") {
                let bits = self.power()?.whole()?;
                let two = Number::whole(2i128.checked_pow(bits)?)?;
                return Some((product.times(Amount::number(two))?, true));
            }
            product = match () {
                () if self.take("*") => product.times(self.power()?)?,
                () if self.take_apart('/') => product.over(&self.power()?)?,
                () => return Some((product, false)),
            }
        }
    }

    fn power(&mut self) -> Option<Amount> {
        let base = self.atom()?;
        if !self.take("**") {
            return Some(base);
        }
        let power = self.atom()?.whole()?;
        let number = base.number.as_whole().filter(|_| base.unit.is_none())?.checked_pow(power)?;
        Some(Amount::number(Number::whole(number)?))
    }

    fn atom(&mut self) -> Option<Amount> {
        self.rest = self.rest.trim_start();
        if self.take("(") {
            let inside = self.sum()?;
            return self.take(")").then_some(inside);
        }
        match self.rest.chars().next()? {
            it if it.is_ascii_digit() || it == '.' => self.literal(),
            it if it.is_ascii_alphabetic() => self.named(),
            _ => None,
        }
    }

    /// "900", "0x1F", "600ULL", "30.seconds".
    fn literal(&mut self) -> Option<Amount> {
        let (number, end) = decimal(self.rest)?;
        self.rest = &self.rest[end..];
        const SUFFIXES: &[&str] =
            &["u8", "u16", "u32", "u64", "i32", "i64", "f32", "f64", "usize", "ull", "ul", "ll", "l", "u", "f"];
        let is_end = |it: &&str| !it.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '_');
        let rest = self.rest.strip_prefix('_').unwrap_or(self.rest);
        let suffix = |it: &&str| case::begins(rest, it);
        let behind =
            SUFFIXES.iter().copied().filter(|it| suffix(it)).find_map(|it| Some(&rest[it.len()..]).filter(is_end));
        if let Some(rest) = behind {
            self.rest = rest;
        }
        let name = self.rest.strip_prefix('.').map(word).unwrap_or_default();
        let unit = (!name.is_empty()).then(|| unit_called(name));
        if let Some(unit) = unit {
            self.rest = &self.rest[name.len() + 1..];
            self.take("()");
            return Some(Amount { unit: Some(unit?), ..Amount::number(number) });
        }
        (is_end(&self.rest)).then(|| Amount::number(number))
    }

    /// "time.Second", "units::MiB", "MINUTE", or a call: "uint64(5)", "Duration::from_secs(5)", "timedelta(hours=5)".
    fn named(&mut self) -> Option<Amount> {
        let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '.' | ':');
        let end = self.rest.find(|it| !is_part(it)).unwrap_or(self.rest.len());
        let (path, rest) = self.rest.split_at(end);
        let last = path.rsplit(['.', ':']).next()?;
        self.rest = rest;
        if !self.take("(") {
            let unit = if last.len() < path.len() { unit_named(last) } else { unit_alone(last) };
            return Some(Amount { unit: Some(unit?), number: Number::ONE, is_counted: path.starts_with("time.") });
        }
        let key = self.rest.split_once('=').map(|it| it.0.trim()).filter(|it| word(it).len() == it.len());
        if let Some(key) = key {
            let (_, rest) = self.rest.split_once('=')?;
            self.rest = rest;
            return self.counted(unit_called(key)?);
        }
        if let Some(unit) = unit_called(last) {
            return self.counted(unit);
        }
        const PLAIN: &[&str] = &["duration", "int", "integer", "long", "float", "double", "some", "from", "number"];
        let kind = last.to_ascii_lowercase();
        let is_sized = |it: &str| {
            let bits = it.trim_start_matches(['u', 'i', 'f', 'n', 't', 'l', 'o', 'a']).trim_end_matches("_t");
            matches!(bits, "8" | "16" | "32" | "64" | "128" | "size")
        };
        if !PLAIN.contains(&kind.as_str()) && !is_sized(&kind) {
            return None;
        }
        let inside = self.sum()?;
        self.take(")").then_some(inside)
    }

    /// The number in a call that says what it counts.
    fn counted(&mut self, unit: String) -> Option<Amount> {
        let inside = self.sum().filter(|it| it.unit.is_none())?;
        self.take(")").then_some(Amount { unit: Some(unit), ..inside })
    }
}

fn word(text: &str) -> &str {
    let end = text.find(|it: char| !it.is_ascii_alphanumeric() && it != '_').unwrap_or(text.len());
    &text[..end]
}

/// "900", "1'000'000", "60."; none for digits behind a zero.
fn decimal(text: &str) -> Option<(Number, usize)> {
    let is_octal = text.starts_with('0') && text[1..].starts_with(|it: char| it.is_ascii_digit());
    let run = text.find(|it: char| !it.is_ascii_digit() && it != '\'').unwrap_or(text.len());
    if text[..run].contains('\'') && !text[..run].ends_with('\'') {
        let digits: String = text[..run].chars().filter(char::is_ascii_digit).collect();
        return Some((Number::whole(digits.parse().ok()?)?, run));
    }
    let (number, end) = number::leading(text).filter(|_| !is_octal)?;
    let is_open = text[end..].starts_with('.') && !text[end + 1..].starts_with(|it: char| it.is_alphanumeric());
    Some((number, end + usize::from(is_open && !text[..end].contains('.'))))
}

/// The unit that a constant of a library is called by: "Millisecond", "MiB".
fn unit_named(name: &str) -> Option<String> {
    const SHORT: usize = 3;
    let name = if name.len() > SHORT { name.to_lowercase() } else { name.to_owned() };
    unit::named(&name).is_some().then_some(name)
}

/// The unit that a constant is called by which stands alone: "MINUTE". Nobody knows how many bytes MB are elsewhere.
fn unit_alone(name: &str) -> Option<String> {
    let unit = unit_named(name).filter(|it| it.len() > 1)?;
    let what = unit::named(&unit)?.what;
    (what == What::Time || name.ends_with("iB")).then_some(unit)
}

/// The unit that a call is named by: "seconds", "from_millis", "ofMinutes".
fn unit_called(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let bare = ["from_", "from", "of_", "of"].iter().find_map(|it| lower.strip_prefix(it)).unwrap_or(&lower);
    let is_time = unit::named(bare).is_some_and(|it| it.what == What::Time);
    // `min(5)` is the smaller one.
    (is_time && bare.len() > 3).then(|| bare.to_owned())
}
