//! How a pattern is searched: anywhere, at one letter after the other, or only where its matches may begin. It knows nothing
//! of cues.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex_automata::nfa::thompson::NFA;
use regex_automata::util::iter::Searcher;
use regex_automata::{Anchored, Input, Match};

use super::anywhere::Anywhere;
use super::automaton;
use super::class::small;
use super::found::Captures;
use super::places::Places;
use super::prepared::Prepared;
use super::program::{Ends, Names, Program};
use super::table::Table;
use super::tries::Tries;

/// Expressions are constants: a mistake in one ends the program at its first use.
const MADE: &str = "an automaton of a constant pattern";

/// An expression that can be searched. Of one that was prepared, nothing is compiled.
#[derive(Debug)]
pub struct Engine {
    expression: Cow<'static, str>,
    prepared: Option<&'static Prepared>,
    search: Search,
    /// What searches anywhere, once that is asked: each has two automata.
    anywhere: OnceLock<Box<Anywhere>>,
    steps: OnceLock<(Program, Names)>,
}

#[derive(Debug)]
enum Search {
    Anywhere,
    Tried(Table),
    Begun(Places, Tries),
}

impl Engine {
    pub fn of(expression: Cow<'static, str>, places: &Places, prepared: Option<&'static Prepared>) -> Self {
        let table = prepared.and_then(Prepared::table);
        let search = match places {
            Places::Anywhere => table.map_or(Search::Anywhere, Search::Tried),
            _ => {
                let tries = table.map(Tries::Table).or_else(|| Tries::lazily(automaton(&expression, prepared)));
                Search::Begun(places.clone(), tries.expect(MADE))
            }
        };
        Self { expression, prepared, search, anywhere: OnceLock::new(), steps: OnceLock::new() }
    }

    /// The first match that begins no later than at a place: none does, or nobody asks for one.
    pub fn search(&self, input: &Input, last: usize) -> Option<Match> {
        let slowly = |input: &Input| self.steps().0.find(input);
        match &self.search {
            Search::Anywhere => self.anywhere().search(input).unwrap_or_else(|_| slowly(input)),
            Search::Tried(table) => {
                let found = table.first(input, last).or_else(|_| self.anywhere().search(input));
                found.unwrap_or_else(|_| slowly(input))
            }
            Search::Begun(places, tries) => tries.search(input, (places, last), slowly),
        }
    }

    /// All matches in a text that do not overlap.
    pub fn search_iter<'p, 't>(&'p self, text: &'t str, last: usize) -> impl Iterator<Item = Match> + use<'p, 't> {
        Searcher::new(Input::new(text)).into_matches_iter(move |input| Ok(self.search(input, last))).infallible()
    }

    /// Where the groups of a match that was found in a text are, and how they are named.
    fn groups(&self, text: &str, found: Match) -> (Ends, Names) {
        let whole = || vec![Some(found.start()), Some(found.end())];
        if self.prepared.is_some_and(|it| !it.has_groups) {
            return (whole(), Names::default());
        }
        let (steps, names) = self.steps();
        // Between its ends, the same match is found again, and now its groups.
        let ends = steps.ends(&Input::new(text).span(found.span()).anchored(Anchored::Yes));
        (ends.unwrap_or_else(whole), Names::clone(names))
    }

    /// The match that was found in a text, with its groups.
    pub fn captures<'t>(&self, text: &'t str, found: Match) -> Captures<'t> {
        let (ends, names) = self.groups(text, found);
        Captures::of(text, ends, names)
    }

    fn anywhere(&self) -> &Anywhere {
        self.anywhere.get_or_init(|| {
            let (forth, back) = (automaton(&self.expression, self.prepared), back(&self.expression, self.prepared));
            Box::new(Anywhere::of(forth, back).expect(MADE))
        })
    }

    fn steps(&self) -> &(Program, Names) {
        self.steps.get_or_init(|| {
            let stored = self.prepared.and_then(Prepared::program);
            let program = stored.or_else(|| Program::of(&automaton(&self.expression, None)));
            let program = program.expect("a constant pattern has few states");
            let names = program.names();
            (program, names)
        })
    }
}

/// The automaton of an expression, as it was stored or compiled now.
fn automaton(expression: &str, prepared: Option<&Prepared>) -> NFA {
    let stored = prepared.and_then(Prepared::program).and_then(|it| it.automaton());
    stored.unwrap_or_else(|| automaton::of(&small(expression), None).expect("a constant pattern"))
}

/// The same for the way back.
fn back(expression: &str, prepared: Option<&Prepared>) -> NFA {
    let stored = prepared.and_then(Prepared::program_back).and_then(|it| it.automaton());
    stored.unwrap_or_else(|| automaton::back(&small(expression)).expect("a constant pattern"))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::fs;
    use std::path::Path;

    use super::{Ends, Engine, Places, Search};
    use crate::words::pattern::prepared;
    use crate::words::pattern::shape::Shape;

    /// What an engine finds in a text, with all groups.
    fn found(engine: &Engine, text: &str) -> Vec<Ends> {
        engine.search_iter(text, text.len()).map(|it| engine.groups(text, it).0).collect()
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
        for &pattern in PATTERNS {
            let places = Places::of(&Shape::of(pattern).begin);
            let (begun, anywhere) =
                (Engine::of(pattern.into(), &places, None), Engine::of(pattern.into(), &Places::Anywhere, None));
            assert!(matches!((&begun.search, &anywhere.search), (Search::Begun(..), Search::Anywhere)), "{pattern}");
            for text in TEXTS {
                assert_eq!(found(&begun, text), found(&anywhere, text), "{pattern} in {text:?}");
            }
        }
    }

    #[test]
    fn what_was_prepared_finds_what_is_compiled_now() {
        let pages = ["meeting-notes", "adr", "incident-update"].map(|it| format!("rules/document/{it}.md"));
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let texts = pages.map(|it| fs::read_to_string(root.join(&it)).expect(&it));
        let lines: Vec<&str> = texts.iter().flat_map(|it| it.lines()).collect();
        let others =
            ["\u{e9}the \u{2019}on \u{fffc} \u{17f}oon TODO: \u{41f}\u{43e} by Friday\u{2019}s 5pm \u{212a}EP-12", ""];
        let mut hits = 0;
        for prepared in prepared::all() {
            let (expression, places) = (Cow::from(prepared.expression()), Places::of(&prepared.shape().begin));
            assert_eq!(prepared.shape(), Shape::of(&expression), "{expression}");
            let by_tables = Engine::of(expression.clone(), &places, Some(prepared));
            let compiled = Engine::of(expression.clone(), &places, None);
            for text in lines.iter().chain(&others).copied() {
                let all = found(&by_tables, text);
                hits += all.len();
                assert_eq!(all, found(&compiled, text), "{expression} in {text:?}");
            }
        }
        assert!(hits > 10_000, "{hits}");
    }
}
