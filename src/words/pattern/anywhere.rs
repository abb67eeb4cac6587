//! What finds the first match of an expression wherever it begins: one automaton finds where it ends, and another, back
//! from there, where it began.

use regex_automata::hybrid::dfa::{Builder, DFA};
use regex_automata::hybrid::regex::{Cache, Regex};
use regex_automata::nfa::thompson::NFA;
use regex_automata::util::pool::Pool;
use regex_automata::{Input, Match, MatchKind};

use super::table::{GaveUp, Table};
use super::tries::lazy;

#[derive(Debug)]
pub enum Anywhere {
    /// All states were found when the program was built.
    Tables(Table, Table),
    /// They find their states while they search.
    Lazily(Box<Regex>, Pool<Option<Cache>, fn() -> Option<Cache>>),
}

impl Anywhere {
    pub fn lazily(forth: NFA, back: NFA) -> Option<Self> {
        let dfa = |nfa: NFA, matches: MatchKind| -> Option<DFA> {
            Builder::new().configure(lazy().match_kind(matches)).build_from_nfa(nfa).ok()
        };
        // Back from the end of a match, the longest way leads to where it began.
        let (forth, back) = (dfa(forth, MatchKind::LeftmostFirst)?, dfa(back, MatchKind::All)?);
        let regex = Regex::builder().build_from_dfas(forth, back);
        Some(Self::Lazily(Box::new(regex), Pool::new(|| None)))
    }

    /// The first match.
    ///
    /// # Errors
    /// It gives up at a border between letters that are not of ASCII.
    pub fn search(&self, input: &Input) -> Result<Option<Match>, GaveUp> {
        match self {
            Self::Tables(forth, back) => {
                let mut rest = input.clone();
                while let Some(end) = forth.end(&rest)? {
                    // An empty match between the bytes of a letter is none.
                    if rest.is_char_boundary(end) {
                        let begin = back.begin(&rest.clone().range(rest.start()..end))?.unwrap_or(end);
                        return Ok(Some(Match::must(0, begin..end)));
                    }
                    rest.set_start(rest.start() + 1);
                }
                Ok(None)
            }
            Self::Lazily(regex, caches) => {
                let mut cache = caches.get();
                regex.try_search(cache.get_or_insert_with(|| regex.create_cache()), input).map_err(|_| GaveUp)
            }
        }
    }
}
