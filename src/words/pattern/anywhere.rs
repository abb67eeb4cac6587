//! What finds the first match of an expression wherever it begins: one automaton finds where it ends, and another, back
//! from there, where it began. Both find their states while they search.

use regex_automata::hybrid::dfa::{Builder, DFA};
use regex_automata::hybrid::regex::{Cache, Regex};
use regex_automata::nfa::thompson::NFA;
use regex_automata::util::pool::Pool;
use regex_automata::{Input, Match, MatchKind};

use super::table::GaveUp;
use super::tries::lazy;

#[derive(Debug)]
pub struct Anywhere {
    regex: Regex,
    caches: Pool<Option<Cache>, fn() -> Option<Cache>>,
}

impl Anywhere {
    pub fn of(forth: NFA, back: NFA) -> Option<Self> {
        let dfa = |nfa: NFA, matches: MatchKind| -> Option<DFA> {
            Builder::new().configure(lazy().match_kind(matches)).build_from_nfa(nfa).ok()
        };
        // Back from the end of a match, the longest way leads to where it began.
        let (forth, back) = (dfa(forth, MatchKind::LeftmostFirst)?, dfa(back, MatchKind::All)?);
        Some(Self { regex: Regex::builder().build_from_dfas(forth, back), caches: Pool::new(|| None) })
    }

    /// The first match.
    ///
    /// # Errors
    /// It gives up at a border between letters that are not of ASCII.
    pub fn search(&self, input: &Input) -> Result<Option<Match>, GaveUp> {
        let mut cache = self.caches.get();
        let cache = cache.get_or_insert_with(|| self.regex.create_cache());
        self.regex.try_search(cache, input).map_err(|_| GaveUp)
    }
}
