//! Literal phrases, many at once: whole words, any case, the longest at each place.
//! A word that ends in `*` stands for all words that begin so: `crash*` is crash, crashes and crashed.

use std::iter::successors;
use std::ops::Range;
use std::sync::OnceLock;

use memchr::memchr;
use thin_vec::ThinVec;

use super::pattern::pieces::Pieces;
use super::pattern::question::Question;
use super::pattern::texts::Texts;

/// Phrases; each belongs to a list of the caller's.
#[derive(Debug)]
pub struct Phrases {
    /// What each begins with, up to its first star.
    begins: Texts,
    entries: Vec<Entry>,
    /// Made at the first search: most runs meet few kinds of document.
    table: OnceLock<Box<Table>>,
}

/// What is known of phrases that are searched for.
#[derive(Debug)]
struct Table {
    pieces: Pieces,
    /// What is asked of a text that is sifted.
    question: Option<Question>,
}

#[derive(Debug)]
struct Entry {
    list: u32,
    /// The words after a starred one: they must follow wherever that word ends.
    rest: ThinVec<String>,
    /// It begins with the beginning of a longer word.
    is_stem: bool,
}

/// A phrase that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub list: usize,
    pub range: Range<usize>,
}

impl Phrases {
    /// One list of phrases.
    pub fn of_list<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Self {
        Self::new(phrases.into_iter().map(|phrase| (0, phrase)))
    }

    /// `lists` are compared with text in single spaces; list numbers come back in [`Hit::list`].
    pub fn new<'p>(lists: impl IntoIterator<Item = (usize, &'p str)>) -> Self {
        let (mut all, mut ends, mut entries) = (String::new(), Vec::new(), Vec::new());
        for (list, phrase) in lists {
            let star = memchr(b'*', phrase.as_bytes());
            all.push_str(&phrase[..star.unwrap_or(phrase.len())]);
            ends.push(all.len() as u32);
            let rest = star.into_iter().flat_map(|at| phrase[at + 1..].split_whitespace());
            entries.push(Entry { list: list as u32, rest: rest.map(str::to_owned).collect(), is_stem: star.is_some() });
        }
        all.make_ascii_lowercase();
        Self { begins: Texts { all: all.into(), ends: ends.into() }, entries, table: OnceLock::new() }
    }

    fn table(&self) -> &Table {
        self.table.get_or_init(|| {
            // A phrase begins with a word, so what stands behind a letter is none, unless one begins with a mark.
            let is_letter = |it: char| it.is_ascii_alphanumeric() || it == '_';
            let is_bordered = self.begins.iter().all(|it| it.starts_with(is_letter));
            let pieces = Pieces::of(self.begins.clone(), is_bordered);
            // Of a letter or two, nearly every place may be one.
            let is_rare = self.begins.iter().all(|it| it.len() >= 3);
            let question = is_rare.then(|| Question::of_phrases(&self.begins)).flatten();
            Box::new(Table { pieces, question })
        })
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All phrases in `text`, in order; of several of one list that overlap, only the longest.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let Table { pieces, question } = self.table();
        let next = |from: usize| pieces.next(text.as_bytes(), from);
        let sifted = question.as_ref().and_then(|it| it.places(text));
        let places = sifted.unwrap_or_else(|| successors(next(0), |at| next(at + 1)).collect());
        let begun = |at: usize| pieces.at(text.as_bytes(), at).filter_map(move |phrase| self.whole(text, phrase, at));
        let mut hits: Vec<Hit> = places.into_iter().flat_map(begun).collect();
        hits.sort_by_key(|hit| (hit.list, hit.range.start, std::cmp::Reverse(hit.range.end)));
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            let is_inside = kept.last().is_some_and(|last| last.list == hit.list && hit.range.start < last.range.end);
            if !is_inside {
                kept.push(hit);
            }
        }
        kept.sort_by_key(|hit| (hit.range.start, hit.list));
        kept
    }

    /// The phrase that begins at a place, if it stands there as a whole.
    fn whole(&self, text: &str, phrase: usize, start: usize) -> Option<Hit> {
        let entry = &self.entries[phrase];
        if is_word(text[..start].chars().next_back()) && is_word(text[start..].chars().next()) {
            return None;
        }
        let mut end = start + self.begins.get(phrase).len();
        if entry.is_stem {
            end += word_length(&text[end..]);
        }
        for wanted in &entry.rest {
            let rest = text[end..].strip_prefix(' ')?;
            let stem = wanted.trim_end_matches('*');
            let word = &rest[..word_length(rest)];
            let fits = match wanted.len() == stem.len() {
                true => word.eq_ignore_ascii_case(stem),
                false => word.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem)),
            };
            if !fits {
                return None;
            }
            end += 1 + word.len();
        }
        let ends_inside = is_word(text[end..].chars().next()) && is_word(text[..end].chars().next_back());
        (!ends_inside).then_some(Hit { list: entry.list as usize, range: start..end })
    }
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(|it| it.is_alphanumeric() || it == '_')
}

/// What is longer is no word of a language.
const LONGEST_WORD: usize = 64;

fn word_length(text: &str) -> usize {
    let is_end = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '\u{2019}' | '_');
    let end = text.char_indices().find(|(at, letter)| *at >= LONGEST_WORD || is_end(*letter));
    end.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    fn check(phrases: &[&str], text: &str, expected: &[&str]) {
        let lists = phrases.iter().map(|phrase| (0, *phrase));
        let got: Vec<&str> = Phrases::new(lists).find(text).into_iter().map(|hit| &text[hit.range]).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn whole_words_only_and_the_longest() {
        check(&["eod", "eod tomorrow"], "EODHD says EOD Tomorrow, not eod.", &["EOD Tomorrow", "eod"]);
    }

    #[test]
    fn a_star_is_any_ending() {
        check(
            &["crash*", "work* in"],
            "It crashed; this works in 2.1, and crashing too",
            &["crashed", "works in", "crashing"],
        );
    }
}
