//! What a fact says, and whether two of them say the same. Nothing is guessed: what has no unit is compared as it is
//! written.

mod quantity;

use super::measure::Measure;
use super::moment::Moment;
use semver::VersionReq;

use crate::words::letters::squeezed;

/// A value, as it is written and as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Without the marks around it.
    pub text: String,
    pub sort: Sort,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Sort {
    /// "60 min with a 5 min grace period": what is measured first, and what is said beside it.
    Quantity {
        bound: Bound,
        main: Measure,
        beside: Vec<Measure>,
    },
    Date(Moment),
    /// One word of a list of words.
    Word,
    /// A person or a team: "@identity".
    Party,
    Url,
    Versions(VersionReq),
    Text,
}

/// Whether an amount is a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Nothing is said of it.
    Unsaid,
    Least,
    Most,
    Above,
    Below,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    Same,
    Differs,
    /// They measure different things.
    Unlike,
}

impl Value {
    /// Reads a value: any text is one.
    pub fn read(text: &str) -> Self {
        let text = bare(text);
        Self { sort: sort(text), text: text.to_owned() }
    }

    /// Whether two values say the same. What one of them leaves unsaid (that an amount is a limit, what is measured
    /// beside it, the time of a day, the noun behind a number) contradicts nothing.
    pub fn compare(&self, other: &Self) -> Comparison {
        let is_same = match (&self.sort, &other.sort) {
            (Sort::Quantity { main, .. }, Sort::Quantity { main: other_main, .. }) => {
                // Nothing of one thing is nothing of any other: "0" and "0 s".
                let is_nothing = main.is_zero() && other_main.is_zero() && (main.is_bare() || other_main.is_bare());
                let is_bare = is_nothing
                    || (main.is_bare() && other_main.is_count())
                    || (other_main.is_bare() && main.is_count());
                if !main.is_like(other_main) && !is_bare {
                    return Comparison::Unlike;
                }
                self.sort.agrees(&other.sort)
            }
            (Sort::Date(one), Sort::Date(other)) => one.agrees(other),
            (Sort::Versions(one), Sort::Versions(other)) => one == other,
            (Sort::Versions(_), Sort::Quantity { main, .. }) | (Sort::Quantity { main, .. }, Sort::Versions(_))
                if main.is_bare() =>
            {
                plain(&self.text).trim_start_matches('v') == plain(&other.text).trim_start_matches('v')
            }
            (Sort::Url, Sort::Url) => self.text.trim_end_matches('/') == other.text.trim_end_matches('/'),
            (Sort::Word, Sort::Word) if is_true(&self.text).is_some() => is_true(&self.text) == is_true(&other.text),
            (Sort::Party, Sort::Party) | (Sort::Word | Sort::Text, Sort::Word | Sort::Text) => {
                plain(&self.text) == plain(&other.text)
            }
            _ => return Comparison::Unlike,
        };
        if is_same { Comparison::Same } else { Comparison::Differs }
    }

    /// What it is, as a message says it: "a length of time", "a date".
    pub fn what(&self) -> String {
        match &self.sort {
            Sort::Quantity { main, .. } => main.what.word(),
            Sort::Date(_) => "a date".to_owned(),
            Sort::Word => "a word".to_owned(),
            Sort::Party => "a person or a team".to_owned(),
            Sort::Url => "an address".to_owned(),
            Sort::Versions(_) => "a range of versions".to_owned(),
            Sort::Text => "a text".to_owned(),
        }
    }

    /// What is measured first, where it is an amount.
    pub fn measure(&self) -> Option<&Measure> {
        match &self.sort {
            Sort::Quantity { main, .. } => Some(main),
            _ => None,
        }
    }

    /// Whether it says a value by itself: no word and no text, which may be the name of anything.
    pub fn says_something(&self) -> bool {
        !matches!(self.sort, Sort::Word | Sort::Text)
    }
}

impl Sort {
    /// Whether two amounts of one dimension agree.
    fn agrees(&self, other: &Self) -> bool {
        let Sort::Quantity { bound, main, beside } = self else { return false };
        let Sort::Quantity { bound: other_bound, main: other_main, beside: others } = other else { return false };
        let is_bound = *bound == Bound::Unsaid || *other_bound == Bound::Unsaid || bound == other_bound;
        is_bound && main.number == other_main.number && main.to == other_main.to && agree(beside, others)
    }
}

/// Whether the amounts beside the first agree, as far as both say them.
fn agree(one: &[Measure], other: &[Measure]) -> bool {
    let both = one.iter().zip(other);
    let likes: Vec<_> = both.filter(|(one, other)| one.is_like(other)).collect();
    likes.iter().all(|(one, other)| one.number == other.number && one.to == other.to)
}

/// Whether a switch is on, in the words that configurations have for it.
fn is_true(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => Some(true),
        "false" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// As texts are compared: in small letters, with single spaces, without a full stop.
fn plain(text: &str) -> String {
    squeezed(&text.trim_end_matches('.').to_lowercase())
}

/// Without quotes and the marks of Markdown around it.
pub(super) fn bare(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(mark) = text.chars().next().filter(|it| matches!(it, '`' | '*' | '_' | '"' | '\'' | '“')) {
        let close = if mark == '“' { '”' } else { mark };
        let inside = text.strip_prefix(mark).and_then(|it| it.strip_suffix(close));
        let Some(inside) = inside.filter(|it| !it.is_empty()) else { break };
        text = inside.trim();
    }
    text
}

fn sort(text: &str) -> Sort {
    let is_word = !text.is_empty() && !text.contains(char::is_whitespace);
    if is_word && text.contains("://") {
        return Sort::Url;
    }
    if let Some(name) = text.strip_prefix('@').filter(|it| is_word && it.starts_with(|it: char| it.is_alphanumeric())) {
        let is_name = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_' | '/' | '.');
        return if name.chars().all(is_name) { Sort::Party } else { Sort::Text };
    }
    if let Some(moment) = Moment::read(text) {
        return Sort::Date(moment);
    }
    if let Some(versions) = versions(text) {
        return Sort::Versions(versions);
    }
    if let Some(quantity) = quantity::read(text) {
        return quantity;
    }
    if is_word { Sort::Word } else { Sort::Text }
}

/// "1.2.3", "v2.1", ">=1.2, <2", "^1", "1.x".
fn versions(text: &str) -> Option<VersionReq> {
    const LONGEST: usize = 60;
    let is_sign = text.starts_with(['^', '~', '>', '<', '=']) && text.contains(|it: char| it.is_ascii_digit());
    let numbers = text.trim_start_matches(['^', '~', '>', '<', '=', ' ']);
    let has_letter = numbers.strip_prefix('v').is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    let is_exact = text == numbers;
    let dots = numbers.split([',', ' ']).next().unwrap_or_default().matches('.').count();
    let is_wild = numbers.ends_with(".x") || numbers.ends_with(".*");
    // "< 5 min" and "1.5" are amounts.
    if text.len() > LONGEST || !(has_letter || dots >= 2 || is_wild || is_sign && dots > 0) {
        return None;
    }
    let plain: String = text.replace(".x", ".*");
    let parts = plain.split(',').map(|part| part.trim()).map(|part| {
        let at = part.find(|it: char| it.is_ascii_digit() || it == 'v').unwrap_or(0);
        format!("{}{}", part[..at].trim(), part[at..].trim_start_matches('v'))
    });
    let plain = parts.collect::<Vec<_>>().join(", ");
    let written = if is_exact && !is_wild { format!("={plain}") } else { plain };
    VersionReq::parse(&written).ok()
}
