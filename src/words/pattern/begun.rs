//! What tries an expression where its matches may begin, and nowhere else: that needs no way back to the start, and few
//! states. Where a table of them was made when the program was built, nothing is compiled before a group is asked for.

use std::sync::OnceLock;

use regex_automata::dfa::Automaton;
use regex_automata::hybrid::dfa::{self, DFA};
use regex_automata::nfa::thompson::NFA;
use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::nfa::thompson::pikevm::PikeVM;
use regex_automata::util::captures::Captures;
use regex_automata::util::pool::Pool;
use regex_automata::{Anchored, HalfMatch, Input, Match, MatchError, PatternID};

use super::automaton;
use super::class::small;
use super::engine::LARGEST;
use super::places::Places;
use super::prepared::Table;

/// An expression that is tried at given places.
#[derive(Debug)]
pub struct Begun {
    expression: String,
    places: Places,
    tries: Tries,
    steps: OnceLock<Steps>,
}

/// What says where a match ends that begins at a place.
#[derive(Debug)]
enum Tries {
    Table(Table),
    /// It finds its states while it searches.
    Lazily(Box<DFA>, Pool<Option<dfa::Cache>, fn() -> Option<dfa::Cache>>),
}

impl Tries {
    fn lazily(nfa: NFA) -> Option<Self> {
        // At a border between letters of other scripts, it gives up, and the search goes on without.
        let config = dfa::Config::new().unicode_word_boundary(true);
        let config = config.skip_cache_capacity_check(true).cache_capacity(LARGEST);
        let dfa = dfa::Builder::new().configure(config).build_from_nfa(nfa).ok()?;
        Some(Self::Lazily(Box::new(dfa), Pool::new(|| None)))
    }
}

/// What finds the groups of a match.
#[derive(Debug)]
struct Steps {
    steps: BoundedBacktracker,
    caches: Pool<Option<backtrack::Cache>, fn() -> Option<backtrack::Cache>>,
}

impl Begun {
    pub fn of(expression: &str, places: &Places, table: Option<Table>) -> Option<Self> {
        let compiled = || Tries::lazily(automaton::of(&small(expression), None).ok()?);
        let tries = table.map(Tries::Table).or_else(compiled)?;
        Some(Self { expression: expression.to_owned(), places: places.clone(), tries, steps: OnceLock::new() })
    }

    pub fn search(&self, input: &Input) -> Option<Match> {
        match &self.tries {
            Tries::Table(table) => self.try_each(input, |tried| table.try_search_fwd(tried)),
            Tries::Lazily(dfa, caches) => {
                let mut cache = None;
                self.try_each(input, |tried| {
                    let kept = cache.get_or_insert_with(|| caches.get());
                    dfa.try_search_fwd(kept.get_or_insert_with(|| dfa.create_cache()), tried)
                })
            }
        }
    }

    fn try_each(
        &self,
        input: &Input,
        mut end: impl FnMut(&Input) -> Result<Option<HalfMatch>, MatchError>,
    ) -> Option<Match> {
        let searched = &input.haystack()[..input.end()];
        let mut place = self.places.next(searched, input.start())?;
        let mut tried = input.clone().anchored(Anchored::Yes);
        loop {
            tried.set_start(place);
            let end = end(&tried).map(|it| it.map(|end| end.offset()));
            if let Some(end) = end.unwrap_or_else(|_| self.slowly(&tried)) {
                return Some(Match::must(0, place..end));
            }
            place = self.places.next(searched, place + 1)?;
        }
    }

    /// The end of a match, by an engine that nothing keeps from an answer.
    fn slowly(&self, input: &Input) -> Option<usize> {
        let steps = PikeVM::new_from_nfa(self.steps().steps.get_nfa().clone()).ok()?;
        steps.find(&mut steps.create_cache(), input.clone()).map(|it| it.end())
    }

    fn steps(&self) -> &Steps {
        let made = || {
            let nfa = match &self.tries {
                Tries::Lazily(dfa, _) => dfa.get_nfa().clone(),
                Tries::Table(_) => automaton::of(&small(&self.expression), None).expect("it was made once"),
            };
            let steps = BoundedBacktracker::new_from_nfa(nfa).expect("it has groups");
            Steps { steps, caches: Pool::new(|| None) }
        };
        self.steps.get_or_init(made)
    }

    /// The groups of the match that a span of a text is.
    pub fn groups(&self, input: &Input) -> Captures {
        let Steps { steps, caches } = self.steps();
        let mut groups = Captures::all(steps.get_nfa().group_info().clone());
        let mut cache = caches.get();
        let cache = cache.get_or_insert_with(|| steps.create_cache());
        let by_steps = steps.try_search_slots(cache, input, groups.slots_mut());
        let pattern = by_steps.unwrap_or_else(|_| {
            let steps = PikeVM::new_from_nfa(steps.get_nfa().clone()).ok()?;
            steps.search_slots(&mut steps.create_cache(), input, groups.slots_mut())
        });
        groups.set_pattern(pattern.map(|_| PatternID::ZERO));
        groups
    }
}
