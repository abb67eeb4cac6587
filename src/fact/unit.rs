//! Units: which dimension each measures, and how many of the base unit it is.

use super::number::Number;

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    /// In seconds.
    Time,
    /// In months, whose days nobody can count beforehand.
    Months,
    /// In bits.
    Data,
    /// A share: 1 is all of it.
    Share,
    /// In hertz.
    Frequency,
    /// In millimetres.
    Distance,
    /// In the unit that is named.
    Temperature(&'static str),
    /// In the currency that is named.
    Money(&'static str),
    /// Things of this name, in the singular; of none for a bare number.
    Things(String),
}

/// What the amount is spread over.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Per {
    #[default]
    Nothing,
    Second,
    Month,
    /// A thing of this name: "per user".
    Thing(String),
}

/// A unit by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub what: What,
    /// How many of the base unit.
    pub factor: Number,
    pub per: Per,
}

impl Unit {
    fn new(what: What, top: i128, bottom: i128) -> Option<Self> {
        Some(Self { what, factor: Number::new(top, bottom)?, per: Per::Nothing })
    }

    fn per_second(self) -> Self {
        Self { per: Per::Second, ..self }
    }
}

/// Units whose letters are written as they are.
fn exact(name: &str) -> Option<Unit> {
    let time = |top, bottom| Unit::new(What::Time, top, bottom);
    match name {
        "%" => Unit::new(What::Share, 1, 100),
        "‰" => Unit::new(What::Share, 1, 1000),
        "s" => time(1, 1),
        "m" => time(60, 1),
        "h" => time(3600, 1),
        "d" => time(86_400, 1),
        "w" => time(604_800, 1),
        "y" => Unit::new(What::Months, 12, 1),
        "ms" => time(1, 1000),
        "us" | "µs" | "μs" => time(1, 1_000_000),
        "ns" => time(1, 1_000_000_000),
        "B" => Unit::new(What::Data, 8, 1),
        "°C" | "℃" => Unit::new(What::Temperature("°C"), 1, 1),
        "°F" | "℉" => Unit::new(What::Temperature("°F"), 1, 1),
        "€" => Unit::new(What::Money("EUR"), 1, 1),
        "£" => Unit::new(What::Money("GBP"), 1, 1),
        "$" => Unit::new(What::Money("USD"), 1, 1),
        _ => data(name).or_else(|| currency(name)),
    }
}

const CURRENCIES: &[&str] = &[
    "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "BRL", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK",
    "KRW", "SGD", "HKD", "MXN", "ZAR", "TRY", "ILS",
];

pub fn currency(name: &str) -> Option<Unit> {
    let known = CURRENCIES.iter().find(|it| **it == name)?;
    Unit::new(What::Money(known), 1, 1)
}

/// Units whose names are words, in small letters.
fn called(name: &str) -> Option<Unit> {
    let (what, top, bottom) = match name {
        "nanosecond" | "nsec" => (What::Time, 1, 1_000_000_000),
        "microsecond" | "usec" => (What::Time, 1, 1_000_000),
        "millisecond" | "msec" | "milli" | "millis" => (What::Time, 1, 1000),
        "second" | "sec" => (What::Time, 1, 1),
        "minute" | "min" => (What::Time, 60, 1),
        "hour" | "hr" => (What::Time, 3600, 1),
        "day" => (What::Time, 86_400, 1),
        "week" | "wk" => (What::Time, 604_800, 1),
        "fortnight" => (What::Time, 1_209_600, 1),
        "month" | "mo" => (What::Months, 1, 1),
        "quarter" => (What::Months, 3, 1),
        "year" | "yr" => (What::Months, 12, 1),
        "decade" => (What::Months, 120, 1),
        "percent" | "pct" => (What::Share, 1, 100),
        "hz" | "hertz" => (What::Frequency, 1, 1),
        "khz" => (What::Frequency, 1000, 1),
        "mhz" => (What::Frequency, 1_000_000, 1),
        "ghz" => (What::Frequency, 1_000_000_000, 1),
        "mm" | "millimetre" | "millimeter" => (What::Distance, 1, 1),
        "cm" | "centimetre" | "centimeter" => (What::Distance, 10, 1),
        "metre" | "meter" => (What::Distance, 1000, 1),
        "km" | "kilometre" | "kilometer" => (What::Distance, 1_000_000, 1),
        "dollar" => (What::Money("USD"), 1, 1),
        "cent" => (What::Money("USD"), 1, 100),
        "euro" => (What::Money("EUR"), 1, 1),
        "rps" => return Some(things("request", 1, 1)?.per_second()),
        "qps" => return Some(things("query", 1, 1)?.per_second()),
        "tps" => return Some(things("transaction", 1, 1)?.per_second()),
        "iops" => return Some(things("operation", 1, 1)?.per_second()),
        "rpm" => return Some(things("request", 1, 60)?.per_second()),
        _ => return data_word(name),
    };
    Unit::new(what, top, bottom)
}

fn things(name: &str, top: i128, bottom: i128) -> Option<Unit> {
    Unit::new(What::Things(name.to_owned()), top, bottom)
}

const STEPS: &[u8] = b"kmgtpe";

fn power(letter: u8, base: i128) -> Option<i128> {
    let step = STEPS.iter().position(|it| *it == letter.to_ascii_lowercase())?;
    base.checked_pow(u32::try_from(step).ok()? + 1)
}

/// `MB`, `MiB`, `Mi`, `Mbit`, `Mb`, `Mbps`. Nobody means thousandths of a bit by `mb`.
fn data(name: &str) -> Option<Unit> {
    let letter = *name.as_bytes().first()?;
    let (factor, is_rate) = match name.get(1..)? {
        "B" | "b" if letter.is_ascii_lowercase() => (power(letter, 1000)?.checked_mul(8)?, false),
        "B" => (power(letter, 1000)?.checked_mul(8)?, false),
        "iB" | "ib" => (power(letter, 1024)?.checked_mul(8)?, false),
        "i" if letter.is_ascii_uppercase() => (power(letter, 1024)?.checked_mul(8)?, false),
        "b" | "bit" | "bits" => (power(letter, 1000)?, false),
        "bps" | "bit/s" => (power(letter, 1000)?, true),
        "Bps" => (power(letter, 1000)?.checked_mul(8)?, true),
        _ => return None,
    };
    let unit = Unit::new(What::Data, factor, 1)?;
    Some(if is_rate { unit.per_second() } else { unit })
}

fn data_word(name: &str) -> Option<Unit> {
    const WORDS: &[(&str, i128, u32)] = &[
        ("kilo", 1000, 1),
        ("mega", 1000, 2),
        ("giga", 1000, 3),
        ("tera", 1000, 4),
        ("peta", 1000, 5),
        ("kibi", 1024, 1),
        ("mebi", 1024, 2),
        ("gibi", 1024, 3),
        ("tebi", 1024, 4),
    ];
    let bits = |rest: &str| match rest {
        "byte" => Some(8),
        "bit" => Some(1),
        _ => None,
    };
    if let Some(bits) = bits(name) {
        return Unit::new(What::Data, bits, 1);
    }
    let (rest, base, power) =
        WORDS.iter().find_map(|(word, base, power)| Some((name.strip_prefix(word)?, base, power)))?;
    Unit::new(What::Data, base.checked_pow(*power)?.checked_mul(bits(rest)?)?, 1)
}

/// The unit of this name, in the singular or the plural.
pub fn named(name: &str) -> Option<Unit> {
    const LONGEST: usize = 12;
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    let lower = name.to_lowercase();
    let single = || lower.strip_suffix('s').filter(|it| it.len() > 1).and_then(called);
    exact(name).or_else(|| called(&lower)).or_else(single).or_else(|| exact(&lower).filter(|_| is_large(name)))
}

/// A unit in capitals: "15 MIN" was read above; "15 S" and "2 H" here, where no other unit has that letter.
fn is_large(name: &str) -> bool {
    matches!(name, "S" | "H" | "D" | "MS" | "NS" | "US")
}

/// A noun in the singular, as far as its letters tell.
pub fn singular(noun: &str) -> String {
    let lower = noun.to_lowercase();
    for (many, one) in [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh")] {
        if let Some(stem) = lower.strip_suffix(many).filter(|it| it.len() > 1) {
            return format!("{stem}{one}");
        }
    }
    let is_plural = lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us");
    if is_plural { lower[..lower.len() - 1].to_owned() } else { lower }
}

impl What {
    /// As a message calls it.
    pub fn word(&self) -> String {
        match self {
            What::Time => "a length of time".to_owned(),
            What::Months => "a number of months".to_owned(),
            What::Data => "an amount of data".to_owned(),
            What::Share => "a share".to_owned(),
            What::Frequency => "a frequency".to_owned(),
            What::Distance => "a distance".to_owned(),
            What::Temperature(_) => "a temperature".to_owned(),
            What::Money(currency) => format!("an amount in {currency}"),
            What::Things(name) if name.is_empty() => "a bare number".to_owned(),
            What::Things(name) => format!("a number ({name})"),
        }
    }
}
