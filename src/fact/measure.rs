//! One amount as people write it: "15 min", "1h30m", "PT15M", "5–10 GB", "$5k", "100 requests per minute"; brought to
//! the base unit of its dimension.

mod special;

use super::number::{self, Number};
use super::unit::{self, Per, Unit, What};

/// An amount in the base unit of its dimension.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Measure {
    pub number: Number,
    /// The other end, where a stretch is given: "5–10 min".
    pub to: Option<Number>,
    pub what: What,
    pub per: Per,
}

impl Measure {
    /// Whether both can be held against each other.
    pub fn is_like(&self, other: &Self) -> bool {
        self.what == other.what && self.per == other.per
    }

    /// A number of nothing in particular.
    pub fn is_bare(&self) -> bool {
        self.what == What::Things(String::new()) && self.per == Per::Nothing
    }

    pub fn is_zero(&self) -> bool {
        self.number.as_whole() == Some(0) && self.to.is_none()
    }

    /// A number of things that are called by name.
    pub fn is_count(&self) -> bool {
        matches!(self.what, What::Things(_)) && self.per == Per::Nothing
    }

    fn bare(number: Number) -> Self {
        Self { number, to: None, what: What::Things(String::new()), per: Per::Nothing }
    }

    fn of(number: Number, unit: &Unit) -> Option<Self> {
        let number = number.times(unit.factor)?;
        Some(Self { number, to: None, what: unit.what.clone(), per: unit.per.clone() })
    }
}

/// A number as it is written, not yet of anything.
pub(super) struct Digits {
    number: Number,
    end: usize,
    /// It is written as a word that may mean no number: "a", "half".
    is_word: bool,
}

pub(super) fn digits(text: &str) -> Option<Digits> {
    if let Some((number, end)) = number::leading(text) {
        let (factor, more) = multiplier(&text[end..]);
        return Some(Digits { number: number.times(Number::whole(factor)?)?, end: end + more, is_word: false });
    }
    let end = text.find(|it: char| !it.is_ascii_alphabetic() && it != '-').unwrap_or(text.len());
    // "five-minute" is a number and its unit.
    let ends = [Some(end), text[..end].rfind('-'), text[..end].find('-')];
    let (number, mut end) = ends.into_iter().flatten().find_map(|end| Some((number::word(&text[..end])?, end)))?;
    // "half an hour"
    if text[..end].eq_ignore_ascii_case("half") {
        end += ["-a-", " a ", " an "].iter().find(|it| text[end..].starts_with(**it)).map_or(0, |it| it.len() - 1);
    }
    let (factor, more) = multiplier(&text[end..]);
    Some(Digits { number: number.times(Number::whole(factor)?)?, end: end + more, is_word: true })
}

/// "million", "k": what a number is multiplied by, and how many bytes say so.
fn multiplier(text: &str) -> (i128, usize) {
    const WORDS: &[(&str, i128)] =
        &[(" hundred", 100), (" thousand", 1000), (" million", 1_000_000), (" billion", 1_000_000_000)];
    let is_end = |end: usize| !text[end..].starts_with(|it: char| it.is_alphanumeric());
    let word = WORDS.iter().find(|(word, _)| text.starts_with(word) && is_end(word.len()));
    if let Some((word, factor)) = word {
        return (*factor, word.len());
    }
    match text.as_bytes().first() {
        Some(b'k') if is_end(1) => (1000, 1),
        _ => (1, 0),
    }
}

/// The amount that a text begins with, and how many bytes it takes; a bare number where no unit is known.
pub fn leading(text: &str) -> Option<(Measure, usize)> {
    if let Some(found) = special::money(text).or_else(|| special::iso(text)) {
        return Some(found);
    }
    let first = digits(text)?;
    let first = with_comma(text, &first).unwrap_or(first);
    let stretch = stretch(text, first.end).filter(|_| !first.is_word);
    let end = stretch.as_ref().map_or(first.end, |it| it.end);
    let Some((unit, end)) = unit_behind(text, end) else {
        return bare(text, &first, stretch.as_ref());
    };
    let mut measure = Measure::of(first.number, &unit)?;
    measure.to = match &stretch {
        Some(it) => Some(it.number.times(unit.factor)?),
        None => None,
    };
    let end = if measure.to.is_none() { more(text, end, unit.factor, &mut measure) } else { end };
    let end = over(text, end, &mut measure)?;
    if let (None, Some((to, length))) = (&measure.to, other_end(text, end, &measure)) {
        return Some((Measure { to: Some(to), ..measure }, length));
    }
    Some((measure, end))
}

/// "99,9 %": a comma before one or two digits is that of a fraction where a unit stands behind; else it may part a list.
fn with_comma(text: &str, first: &Digits) -> Option<Digits> {
    let fraction =
        text[first.end..].strip_prefix(',').filter(|_| !first.is_word && first.number.as_whole().is_some())?;
    let length = fraction.bytes().take_while(u8::is_ascii_digit).count();
    let end = first.end + 1 + length;
    unit_behind(text, end).filter(|_| matches!(length, 1 | 2))?;
    let (number, _) = number::leading(&format!("{}.{}", &text[..first.end], &fraction[..length]))?;
    Some(Digits { number, end, is_word: false })
}

fn bare(text: &str, first: &Digits, stretch: Option<&Digits>) -> Option<(Measure, usize)> {
    let end = stretch.map_or(first.end, |it| it.end);
    let is_number = !first.is_word || !matches!(text[..first.end].to_ascii_lowercase().as_str(), "a" | "an" | "half");
    let measure = Measure { to: stretch.map(|it| it.number), ..Measure::bare(first.number) };
    is_number.then_some((measure, end))
}

/// "5–10 min": the second number, before the unit of both.
fn stretch(text: &str, end: usize) -> Option<Digits> {
    let rest = &text[end..];
    let joint = ["–", "—", "-", " – ", " - ", " to ", "..", "…"].iter().find(|it| rest.starts_with(**it))?;
    let behind = end + joint.len();
    let second = digits(&text[behind..]).filter(|it| !it.is_word)?;
    Some(Digits { end: behind + second.end, ..second })
}

/// "5 min to 10 min": the other end, with its unit.
fn other_end(text: &str, end: usize, measure: &Measure) -> Option<(Number, usize)> {
    let rest = &text[end..];
    let joint = [" to ", " – ", "–", " - "].iter().find(|it| rest.starts_with(**it))?;
    let behind = end + joint.len();
    let second = digits(&text[behind..]).filter(|it| !it.is_word)?;
    let (unit, end) = unit_behind(text, behind + second.end)?;
    let other = Measure::of(second.number, &unit)?;
    other.is_like(measure).then_some((other.number, end))
}

/// The unit behind a number: "15 min", "15-minute", "15m".
fn unit_behind(text: &str, end: usize) -> Option<(Unit, usize)> {
    let rest = &text[end..];
    let gap =
        rest.chars().next().filter(|it| matches!(it, ' ' | '-' | '\u{a0}' | '\u{202f}')).map_or(0, char::len_utf8);
    let from = end + gap;
    let name = letters(&text[from..]);
    let unit = unit::named(name)?;
    // "5 B" and "3 d" beside other letters are names of things.
    let is_last = text.len() == from + name.len();
    let is_short = name.len() == 1 && gap > 0 && !matches!(name, "s" | "h" | "%" | "m" | "d") && !is_last;
    // "a m": the word before it is no number.
    (!is_short).then_some((unit, from + name.len()))
}

pub(super) fn letters(text: &str) -> &str {
    let sign = text.chars().next().filter(|it| matches!(it, '%' | '‰' | '€' | '£' | '$' | '℃' | '℉'));
    if let Some(sign) = sign {
        return &text[..sign.len_utf8()];
    }
    let is_letter = |it: char| it.is_alphabetic() || it == '°';
    let end = text.find(|it| !is_letter(it)).unwrap_or(text.len());
    let behind = text[end..].chars().next();
    // "5 min_value" is a name; "1h30m" goes on.
    if behind == Some('_') { "" } else { &text[..end] }
}

/// "1 h 30 min": what is added in smaller units.
fn more(text: &str, mut end: usize, mut last: Number, measure: &mut Measure) -> usize {
    if measure.what != What::Time && measure.what != What::Months {
        return end;
    }
    while let Some((added, factor, behind)) = part(text, end, &measure.what) {
        let is_smaller = factor.order(last).is_some_and(|it| it.is_lt());
        let Some(sum) = measure.number.plus(added).filter(|_| is_smaller) else { break };
        (measure.number, last, end) = (sum, factor, behind);
    }
    end
}

fn part(text: &str, end: usize, what: &What) -> Option<(Number, Number, usize)> {
    let rest = &text[end..];
    let joint = [" and ", ", ", " "].iter().find(|it| rest.starts_with(**it)).map_or(0, |it| it.len());
    let from = end + joint;
    let second = digits(&text[from..]).filter(|it| !it.is_word)?;
    let (unit, behind) = unit_behind(text, from + second.end)?;
    let added = second.number.times(unit.factor)?;
    (unit.what == *what && unit.per == Per::Nothing).then_some((added, unit.factor, behind))
}

/// "per second", "/min", "per user": what the amount is spread over.
pub(super) fn over(text: &str, end: usize, measure: &mut Measure) -> Option<usize> {
    let rest = &text[end..];
    let Some(joint) =
        [" per ", "/", " / "].iter().find(|it| rest.starts_with(**it)).filter(|_| measure.per == Per::Nothing)
    else {
        return Some(end);
    };
    let from = end + joint.len();
    let name = letters(&text[from..]);
    if name.is_empty() {
        return Some(end);
    }
    spread(measure, name)?;
    Some(from + name.len())
}

/// Spreads an amount over a thing of this name, or over a length of time.
pub fn spread(measure: &mut Measure, name: &str) -> Option<()> {
    if name.is_empty() {
        return Some(());
    }
    let (per, factor) = match unit::named(name) {
        Some(Unit { what: What::Time, factor, .. }) => (Per::Second, factor),
        Some(Unit { what: What::Months, factor, .. }) => (Per::Month, factor),
        _ => (Per::Thing(unit::singular(name)), Number::ONE),
    };
    measure.number = measure.number.over(factor)?;
    measure.to = match measure.to {
        Some(to) => Some(to.over(factor)?),
        None => None,
    };
    measure.per = per;
    Some(())
}
