//! Literal phrases, many at once: whole words, any case, the longest at each place.
//! A word that ends in `*` stands for all words that begin so: `crash*` is crash, crashes and crashed.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, Input, MatchKind};

use super::pattern::sieve;

/// An automaton over phrases; each belongs to a list of the caller's.
#[derive(Debug)]
pub struct Phrases {
    patterns: Vec<String>,
    /// The bytes of the longest of them.
    longest: usize,
    entries: Vec<Entry>,
    /// Built at the first search: most runs meet few kinds of document.
    automaton: OnceLock<AhoCorasick>,
    /// The number under which the sieve knows where they may begin.
    number: OnceLock<Option<usize>>,
}

#[derive(Debug)]
struct Entry {
    list: usize,
    /// The words after a starred one: they must follow wherever that word ends.
    rest: Vec<String>,
    /// The automaton's pattern is the beginning of a longer word.
    is_stem: bool,
}

/// A phrase that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub list: usize,
    pub range: Range<usize>,
}

impl Phrases {
    /// `lists` are compared with text in single spaces; list numbers come back in [`Hit::list`].
    pub fn new<'p>(lists: impl IntoIterator<Item = (usize, &'p str)>) -> Self {
        let mut patterns = Vec::new();
        let mut entries = Vec::new();
        for (list, phrase) in lists {
            let (pattern, rest) = match phrase.split_once('*') {
                Some((stem, rest)) => (stem, Some(rest)),
                None => (phrase, None),
            };
            patterns.push(pattern.to_owned());
            entries.push(Entry {
                list,
                rest: rest.unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
                is_stem: rest.is_some(),
            });
        }
        let longest = patterns.iter().map(String::len).max().unwrap_or(0);
        Self { patterns, longest, entries, automaton: OnceLock::new(), number: OnceLock::new() }
    }

    fn automaton(&self) -> &AhoCorasick {
        let build = || {
            let mut builder = AhoCorasick::builder();
            builder.ascii_case_insensitive(true).match_kind(MatchKind::Standard);
            builder.build(&self.patterns).expect("phrases are short literals")
        };
        self.automaton.get_or_init(build)
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All phrases in `text`, in order; of several of one list that overlap, only the longest.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        match self.places(text) {
            Some(places) => {
                let around = |place| self.hits(text, place..text.len().min(place + self.longest));
                let begun = |place| around(place).filter(move |(start, _)| *start == place).map(|(_, hit)| hit);
                hits.extend(places.into_iter().flat_map(begun));
            }
            None => hits.extend(self.hits(text, 0..text.len()).map(|(_, hit)| hit)),
        }
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

    /// Where phrases may begin, where the text was sifted for them.
    fn places(&self, text: &str) -> Option<Vec<usize>> {
        // Of a letter or two, nearly every place may be one.
        let is_rare = || self.patterns.iter().all(|it| it.len() >= 3);
        let cues = || self.patterns.iter().map(|it| it.to_ascii_lowercase()).collect::<Vec<_>>().into();
        let number = self.number.get_or_init(|| is_rare().then(|| sieve::register(cues())));
        sieve::places((*number)?, text)
    }

    /// The phrases in a part of a text, each with the place where its first letter was found.
    fn hits<'p>(&'p self, text: &'p str, part: Range<usize>) -> impl Iterator<Item = (usize, Hit)> + 'p {
        let found = self.automaton().find_overlapping_iter(Input::new(text).range(part));
        found.filter_map(|it| Some((it.start(), self.whole(text, it.pattern().as_usize(), it.range())?)))
    }

    fn whole(&self, text: &str, pattern: usize, range: Range<usize>) -> Option<Hit> {
        let entry = &self.entries[pattern];
        if is_word(text[..range.start].chars().next_back()) && is_word(text[range.start..].chars().next()) {
            return None;
        }
        let mut end = range.end;
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
        (!ends_inside).then_some(Hit { list: entry.list, range: range.start..end })
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
