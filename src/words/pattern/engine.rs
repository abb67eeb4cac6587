//! How a pattern is searched: anywhere, or only where its matches may begin. It knows nothing of cues.

use regex_automata::meta::{Config, Regex};
use regex_automata::util::captures::Captures;
use regex_automata::util::iter::Searcher;
use regex_automata::{Anchored, Input, Match};

use super::begun::Begun;
use super::class::small;
use super::places::Places;
use super::prepared::Table;

/// Bytes that a thread keeps of the states of one automaton: whoever needs more begins anew, and hardly ever does.
pub(super) const LARGEST: usize = 1 << 18;

/// A compiled expression.
#[derive(Debug)]
pub enum Engine {
    Anywhere(Regex),
    Begun(Box<Begun>),
}

impl Engine {
    /// Expressions are constants: a mistake in one ends the program at its first use. Where there is a table of one, it is
    /// not compiled before somebody asks for the groups of a match.
    pub fn of(expression: &str, places: &Places, table: Option<Table>) -> Self {
        let begun = (!matches!(places, Places::Anywhere)).then(|| Begun::of(expression, places, table)).flatten();
        // Of words in any case, prefilters cost more than they save.
        let config = Config::new().auto_prefilter(false).hybrid_cache_capacity(LARGEST);
        let anywhere = || Regex::builder().configure(config).build(&small(expression));
        begun.map_or_else(|| Self::Anywhere(anywhere().expect("a constant pattern")), |it| Self::Begun(Box::new(it)))
    }

    pub fn search(&self, input: &Input) -> Option<Match> {
        match self {
            Self::Anywhere(regex) => regex.search(input),
            Self::Begun(begun) => begun.search(input),
        }
    }

    /// All matches in a text that do not overlap.
    pub fn search_iter<'p, 't>(&'p self, text: &'t str) -> impl Iterator<Item = Match> + use<'p, 't> {
        Searcher::new(Input::new(text)).into_matches_iter(move |input| Ok(self.search(input))).infallible()
    }

    /// The groups of a match that was found in a text.
    pub fn groups(&self, text: &str, found: Match) -> Captures {
        // Between its ends, the same match is found again, and now its groups.
        let input = Input::new(text).span(found.span()).anchored(Anchored::Yes);
        match self {
            Self::Anywhere(regex) => {
                let mut groups = regex.create_captures();
                regex.search_captures(&input, &mut groups);
                groups
            }
            Self::Begun(begun) => begun.groups(&input),
        }
    }
}

#[cfg(test)]
mod tests {
    use regex_automata::Span;

    use super::{Engine, Places};
    use crate::words::pattern::shape::Shape;

    /// What an engine finds in a text, with all groups.
    fn found(engine: &Engine, text: &str) -> Vec<Vec<Option<Span>>> {
        engine.search_iter(text).map(|it| engine.groups(text, it).iter().collect()).collect()
    }

    #[test]
    fn what_is_tried_at_places_is_what_is_found_anywhere() {
        const PATTERNS: &[&str] = &[
            r"(?i)(?-u:\b)(?:the (?P<what>[a-z]+)|they|there(?: is)?)(?-u:\b)",
            r"(?i)(?-u:\b)(?:a|an|any(?:one)?)(?-u:\b)",
            r"(?:\x{FFFC}|['\x{2019}]s|#\d+)+",
            r"^(?:The|\W*they)? ?",
            r"(?i)\b(?:they|s\x{2019})\b",
            r"is(?: (?:not )?there)?$",
        ];
        const TEXTS: &[&str] = &[
            "",
            "the",
            "They say the other bathes there, and there is another theory.",
            "\u{fffc} it\u{2019}s #12\u{fffc}'s any\u{fffc}anyone \u{e9}the the\u{e9} a",
            "\u{2019}\u{2019}THE THE\nthey, s\u{2019} is it? It is not there",
        ];
        for pattern in PATTERNS {
            let places = Places::of(&Shape::of(pattern).begin);
            let (begun, anywhere) = (Engine::of(pattern, &places, None), Engine::of(pattern, &Places::Anywhere, None));
            assert!(matches!((&begun, &anywhere), (Engine::Begun(_), Engine::Anywhere(_))), "{pattern}");
            for text in TEXTS {
                assert_eq!(found(&begun, text), found(&anywhere, text), "{pattern} in {text:?}");
            }
        }
    }
}
