//! Patterns of words: many alternatives between word borders, in any case, in one pass.
//! An alternative writes `□` for whatever is masked in clean prose (code, a quotation, an address), `'` for either
//! apostrophe, and `n't` also stands for the `nt` of people in a hurry.

#[allow(dead_code, reason = "the build stores, and the program loads")]
mod aho_corasick;
mod anywhere;
pub mod automaton;
mod begin;
mod class;
mod cue;
mod engine;
mod found;
mod need;
mod one_of;
pub(super) mod pieces;
mod places;
mod prepared;
#[allow(dead_code, reason = "the build stores, and the program loads")]
mod program;
pub(super) mod question;
mod shape;
mod share;
mod shortest;
pub(super) mod sieve;
mod sifted;
#[allow(dead_code, reason = "the build stores, and the program loads")]
mod table;
pub(super) mod texts;
mod tries;
mod vocabulary;
mod written;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use memchr::memchr3;
use regex_automata::{Input, util::interpolate};

use begin::Begin;
use cue::Cues;
use engine::Engine;
pub use found::{Captures, Match};
pub use one_of::OneOf;
use places::Places;
use prepared::Prepared;
pub use prepared::used;
use question::Question;
pub use sieve::Sifting;
pub use sifted::{Changed, Sifted};
use written::Written;

/// Bytes. To look for the cues of a pattern in a longer text, again and again, takes longer than to compile it.
const LONG: usize = 4096;

/// A regular expression that is compiled once it may match: to compile all of them takes longer than to read a message.
/// There are hundreds, and most runs need few: what is known of one has a place of its own, and so has what is large.
#[derive(Debug)]
pub struct Pattern(Box<Known>);

/// What is known of a pattern.
#[derive(Debug)]
struct Known {
    written: Written,
    cues: Cues,
    /// Found out once a text holds a cue.
    places: OnceLock<Places>,
    engine: OnceLock<Box<Engine>>,
}

impl Pattern {
    /// `written` is a constant: a mistake in it ends the program at its first use.
    pub fn new(written: &str) -> Self {
        let written = Written::of(written);
        let question = written.prepared.and_then(|it| Question::of_expression(it.row));
        let cues = Cues::of(written.shape.cues.clone(), question);
        Self(Box::new(Known { written, cues, places: OnceLock::new(), engine: OnceLock::new() }))
    }

    /// Whether its cues are rare, or not known yet: it was written since the program was last prepared.
    fn may_be_asked(&self) -> bool {
        self.question().is_some() || prepared::of(self.as_str()).is_none()
    }

    /// What is asked of a text that is being read.
    fn question(&self) -> Option<&Question> {
        self.0.cues.question()
    }

    /// What searches a text, where the pattern may match in it, and the last place where a match may begin.
    fn engine(&self, text: &str) -> Option<(&Engine, usize)> {
        self.0.engine(text)
    }

    /// The expression as it is written.
    pub fn as_str(&self) -> &str {
        &self.0.written.expression
    }

    /// Whether it is worth searching a text: where not, it holds no match.
    pub fn may_match(&self, text: &str) -> bool {
        self.engine(text).is_some() && self.0.cues.may_be_in(text)
    }

    pub fn is_match(&self, text: &str) -> bool {
        self.engine(text).is_some_and(|(it, last)| it.search(&Input::new(text).earliest(true), last).is_some())
    }

    pub fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.find_at(text, 0)
    }

    pub fn find_at<'t>(&self, text: &'t str, start: usize) -> Option<Match<'t>> {
        let (engine, last) = self.engine(text)?;
        let found = engine.search(&Input::new(text).range(start..), last)?;
        Some(Match::of(text, found.range()))
    }

    pub fn find_iter<'p, 't>(&'p self, text: &'t str) -> impl Iterator<Item = Match<'t>> + use<'p, 't> {
        let all = move |(it, last): (&'p Engine, usize)| it.search_iter(text, last);
        self.engine(text).into_iter().flat_map(all).map(move |it| Match::of(text, it.range()))
    }

    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.captures_at(text, 0)
    }

    pub fn captures_at<'t>(&self, text: &'t str, start: usize) -> Option<Captures<'t>> {
        self.captures_in(text, start..text.len())
    }

    /// The first match that lies in a part of a text; what stands around the part is seen.
    pub fn captures_in<'t>(&self, text: &'t str, part: Range<usize>) -> Option<Captures<'t>> {
        let (engine, last) = self.engine(text)?;
        let found = engine.search(&Input::new(text).range(part), last)?;
        Some(engine.captures(text, found))
    }

    pub fn captures_iter<'p, 't>(&'p self, text: &'t str) -> impl Iterator<Item = Captures<'t>> + use<'p, 't> {
        let all = move |(it, last): (&'p Engine, usize)| {
            it.search_iter(text, last).map(move |found| it.captures(text, found))
        };
        self.engine(text).into_iter().flat_map(all)
    }

    /// The text with `instead` in place of the first match; `$1` stands for what the first group matched.
    pub fn replace<'t>(&self, text: &'t str, instead: &str) -> Cow<'t, str> {
        replaced(text, self.captures(text), instead)
    }

    /// The text with `instead` in place of every match; `$1` stands for what the first group matched.
    pub fn replace_all<'t>(&self, text: &'t str, instead: &str) -> Cow<'t, str> {
        replaced(text, self.captures_iter(text), instead)
    }
}

impl Known {
    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(&self.written.shape.begin))
    }

    fn engine(&self, text: &str) -> Option<(&Engine, usize)> {
        let Written { expression, shape, prepared } = &self.written;
        if text.len() < shape.shortest {
            return None;
        }
        // A match holds a cue.
        let sifted = self.cues.last_in(text);
        let last = sifted.unwrap_or(Some(text.len()))?;
        let built = || Engine::of(expression.clone(), self.places(), *prepared);
        let compile = || &**self.engine.get_or_init(|| Box::new(built()));
        // What is tried at the start alone is tried at once, unless it takes long to be made: its cues would be looked for in all
        // of the text.
        let is_made = || text.len() > LONG || prepared.is_some_and(Prepared::has_table);
        let is_at_once = || shape.begin == Begin::AtStart && is_made();
        let has_cue = || sifted.is_some() || self.cues.may_be_in(text);
        let may_match = || is_at_once() || has_cue() && self.places().next(text.as_bytes(), 0).is_some();
        let engine = self.engine.get().map(|it| &**it).or_else(|| may_match().then(compile))?;
        Some((engine, last))
    }
}

fn replaced<'t>(text: &'t str, all: impl IntoIterator<Item = Captures<'t>>, instead: &str) -> Cow<'t, str> {
    let mut all = all.into_iter().peekable();
    if all.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    for found in all {
        let Some(whole) = found.get(0) else { continue };
        out.push_str(&text[end..whole.start()]);
        let group = |it: Option<Match>, out: &mut String| out.push_str(it.map_or("", |it| it.as_str()));
        interpolate::string(instead, |it, out| group(found.get(it), out), |_| None, &mut out);
        end = whole.end();
    }
    out.push_str(&text[end..]);
    Cow::Owned(out)
}

/// The alternatives anywhere in a text.
pub fn any_of(alternatives: &[&str]) -> Pattern {
    compile(&bordered(alternatives))
}

/// The alternatives at the beginning of a sentence or a line, after marks and white space.
pub fn opening(alternatives: &[&str]) -> Pattern {
    compile(&format!(r"^[^A-Za-z0-9\x{{FFFC}}]*(?:{})", bordered(alternatives)))
}

/// A pattern in pieces, one after the other, that says itself where its borders are. `\w` stands for the letters of
/// English words: a class of all the world's letters takes milliseconds to compile wherever it is repeated.
pub fn in_pieces(pieces: &[&str]) -> Pattern {
    let pattern = english(&pieces.concat()).replace('\'', "['\u{2019}]");
    Pattern::new(&format!("(?i){pattern}"))
}

/// Writes `\w` out, in a class and outside of one.
fn english(pattern: &str) -> String {
    let mut out = String::with_capacity(2 * pattern.len());
    let (mut is_class, mut copied) = (false, 0);
    while let Some(at) = memchr3(b'\\', b'[', b']', &pattern.as_bytes()[copied..]).map(|at| copied + at) {
        out.push_str(&pattern[copied..at]);
        let rest = &pattern[at..];
        let escaped = rest.strip_prefix('\\').and_then(|it| it.chars().next());
        let taken = 1 + escaped.map_or(0, char::len_utf8);
        match (&rest[..taken], is_class) {
            (r"\w", true) => out.push_str("A-Za-z0-9_"),
            (r"\w", false) => out.push_str("[A-Za-z0-9_]"),
            (other, _) => {
                is_class = other == "[" || is_class && other != "]";
                out.push_str(other);
            }
        }
        copied = at + taken;
    }
    out.push_str(&pattern[copied..]);
    out
}

fn bordered(alternatives: &[&str]) -> String {
    let single = alternatives.iter().flat_map(|it| split(it));
    single.map(with_borders).collect::<Vec<_>>().join("|")
}

/// Cuts at each `|` that stands in no group.
fn split(alternatives: &str) -> Vec<&str> {
    let mut depth = 0usize;
    let outside = |it: char| {
        match it {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        it == '|' && depth == 0
    };
    alternatives.split(outside).collect()
}

/// A border stands only beside a letter: beside a mask or a mark it would never hold.
fn with_borders(alternative: &str) -> String {
    let begins = if alternative.starts_with(['□', '\\', '[', '@']) { "" } else { r"(?-u:\b)" };
    let ends = if alternative.ends_with(['□', ']', '>', ':', '#', '.']) { "" } else { r"(?-u:\b)" };
    let mut words = Cow::Borrowed(alternative);
    if alternative.contains('\'') {
        words = words.replace("n't", "n\u{1}t").replace('\'', "['\u{2019}]").replace('\u{1}', "['\u{2019}]?").into();
    }
    if alternative.contains('□') {
        words = words.replace('□', r"\x{FFFC}").into();
    }
    [begins, "(?:", &words, ")", ends].concat()
}

/// Letters of other scripts are in none of the alternatives: a small class keeps the automaton small.
fn compile(pattern: &str) -> Pattern {
    let pattern = pattern.replace(r"\w", "[0-9A-Za-z_]");
    Pattern::new(&format!("(?i){pattern}"))
}

#[cfg(test)]
mod tests {
    use super::{any_of, opening};

    #[test]
    fn borders_are_those_of_words() {
        assert!(any_of(&["fails?", "broke"]).is_match("It Fails today"));
        assert!(!any_of(&["fails?"]).is_match("failsafe"));
        assert!(opening(&["why"]).is_match("- Why not?"));
        assert!(!opening(&["why"]).is_match("That is why"));
    }

    #[test]
    fn masks_and_apostrophes_match() {
        assert!(any_of(&["walk|run □"]).is_match("Then run \u{fffc}."));
        for text in ["it doesn't", "it doesn\u{2019}t", "it doesnt"] {
            assert!(any_of(&["doesn't"]).is_match(text));
        }
    }
}
