//! How a pattern is searched. Where its matches are known to begin with one of a few pieces, or at the start of the text,
//! it is tried there and nowhere else: that needs no way back to the start, and few states. It knows nothing of cues.

use regex_automata::hybrid::dfa::{self, DFA};
use regex_automata::meta::{Config, Regex};
use regex_automata::nfa::thompson::NFA;
use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::nfa::thompson::pikevm::PikeVM;
use regex_automata::util::captures::Captures;
use regex_automata::util::pool::Pool;
use regex_automata::{Anchored, Input, Match, PatternID};

use super::automaton;
use super::begin::Begin;

/// Bytes that a thread keeps of the states of one automaton: whoever needs more begins anew, and hardly ever does.
const LARGEST: usize = 1 << 18;

/// A compiled expression.
#[derive(Debug)]
pub enum Engine {
    Anywhere(Regex),
    Begun(Box<Begun>),
}

impl Engine {
    /// Expressions are constants: a mistake in one ends the program at its first use.
    pub fn of(expression: &str, begin: &Begin) -> Self {
        let begun = (*begin != Begin::Anywhere).then(|| Begun::of(expression, begin.clone())).flatten();
        // Of words in any case, prefilters cost more than they save.
        let config = Config::new().auto_prefilter(false).hybrid_cache_capacity(LARGEST);
        let anywhere = || Regex::builder().configure(config).build(expression);
        begun.map_or_else(|| Self::Anywhere(anywhere().expect("a constant pattern")), |it| Self::Begun(Box::new(it)))
    }

    pub fn search(&self, input: &Input) -> Option<Match> {
        match self {
            Self::Anywhere(regex) => regex.search(input),
            Self::Begun(begun) => begun.search(input),
        }
    }

    pub fn captures(&self) -> Captures {
        match self {
            Self::Anywhere(regex) => regex.create_captures(),
            Self::Begun(begun) => Captures::all(begun.nfa().group_info().clone()),
        }
    }

    pub fn search_captures(&self, input: &Input, groups: &mut Captures) {
        match self {
            Self::Anywhere(regex) => regex.search_captures(input, groups),
            Self::Begun(begun) => begun.search_captures(input, groups),
        }
    }
}

/// What tries an expression at given places.
#[derive(Debug)]
pub struct Begun {
    begin: Begin,
    dfa: DFA,
    steps: BoundedBacktracker,
    caches: Pool<Caches, fn() -> Caches>,
}

/// What a thread has found out of an expression.
#[derive(Debug, Default)]
struct Caches {
    dfa: Option<dfa::Cache>,
    steps: Option<backtrack::Cache>,
}

impl Begun {
    fn of(expression: &str, begin: Begin) -> Option<Self> {
        let nfa = automaton::of(expression, None).ok()?;
        // At a border between letters of other scripts, it gives up, and the search goes on without.
        let config = dfa::Config::new().unicode_word_boundary(true);
        let config = config.skip_cache_capacity_check(true).cache_capacity(LARGEST);
        let dfa = dfa::Builder::new().configure(config).build_from_nfa(nfa.clone()).ok()?;
        let steps = BoundedBacktracker::new_from_nfa(nfa).ok()?;
        Some(Self { begin, dfa, steps, caches: Pool::new(Caches::default) })
    }

    fn nfa(&self) -> &NFA {
        self.dfa.get_nfa()
    }

    fn search(&self, input: &Input) -> Option<Match> {
        let searched = &input.haystack()[..input.end()];
        let mut place = self.begin.next(searched, input.start())?;
        let mut caches = self.caches.get();
        let cache = caches.dfa.get_or_insert_with(|| self.dfa.create_cache());
        let mut tried = input.clone().anchored(Anchored::Yes);
        loop {
            tried.set_start(place);
            let end = self.dfa.try_search_fwd(cache, &tried).map(|it| it.map(|end| end.offset()));
            if let Some(end) = end.unwrap_or_else(|_| self.slowly(&tried)) {
                return Some(Match::must(0, place..end));
            }
            place = self.begin.next(searched, place + 1)?;
        }
    }

    /// The end of a match, by an engine that nothing keeps from an answer.
    fn slowly(&self, input: &Input) -> Option<usize> {
        let steps = PikeVM::new_from_nfa(self.nfa().clone()).ok()?;
        steps.find(&mut steps.create_cache(), input.clone()).map(|it| it.end())
    }

    fn search_captures(&self, input: &Input, groups: &mut Captures) {
        groups.set_pattern(None);
        let Some(found) = self.search(input) else { return };
        // Between its ends, the same match is found again, and now its groups.
        let input = input.clone().span(found.span()).anchored(Anchored::Yes);
        let mut caches = self.caches.get();
        let cache = caches.steps.get_or_insert_with(|| self.steps.create_cache());
        let by_steps = self.steps.try_search_slots(cache, &input, groups.slots_mut());
        let pattern = by_steps.unwrap_or_else(|_| {
            let steps = PikeVM::new_from_nfa(self.nfa().clone()).ok()?;
            steps.search_slots(&mut steps.create_cache(), &input, groups.slots_mut())
        });
        groups.set_pattern(pattern.map(|_| PatternID::ZERO));
    }
}

#[cfg(test)]
mod tests {
    use regex_automata::util::iter::Searcher;
    use regex_automata::{Input, Span};
    use regex_syntax::ast::parse::Parser;

    use super::{Begin, Engine};

    /// What an engine finds in a text, with all groups.
    fn found(engine: &Engine, text: &str) -> Vec<Vec<Option<Span>>> {
        let search = |input: &Input, groups: &mut _| {
            engine.search_captures(input, groups);
            Ok(())
        };
        let all = Searcher::new(Input::new(text)).into_captures_iter(engine.captures(), search);
        all.infallible().map(|groups| groups.iter().collect()).collect()
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
            let begin = Begin::of(&Parser::new().parse(pattern).expect("a pattern"));
            assert_ne!(begin, Begin::Anywhere, "{pattern}");
            let (begun, anywhere) = (Engine::of(pattern, &begin), Engine::of(pattern, &Begin::Anywhere));
            assert!(matches!((&begun, &anywhere), (Engine::Begun(_), Engine::Anywhere(_))), "{pattern}");
            for text in TEXTS {
                assert_eq!(found(&begun, text), found(&anywhere, text), "{pattern} in {text:?}");
            }
        }
    }
}
