//! Whether an expression matches at a place, and up to where: what is tried at few places needs no way back to the start,
//! and few states.

use regex_automata::hybrid::dfa::{Builder, Cache, Config, DFA};
use regex_automata::nfa::thompson::NFA;
use regex_automata::util::pool::Pool;
use regex_automata::{Anchored, Input, Match};

use super::places::Places;
use super::table::{GaveUp, Table};

#[derive(Debug)]
pub enum Tries {
    /// All states were found when the program was built.
    Table(Table),
    /// It finds its states while it searches.
    Lazily(Box<DFA>, Pool<Option<Cache>, fn() -> Option<Cache>>),
}

/// Bytes that a thread keeps of the states of one automaton: whoever needs more begins anew, and hardly ever does.
const LARGEST: usize = 1 << 16;

/// How states are found during a search.
pub(super) fn lazy() -> Config {
    // At a border between letters of other scripts, it gives up, and the search goes on without.
    Config::new().unicode_word_boundary(true).skip_cache_capacity_check(true).cache_capacity(LARGEST)
}

impl Tries {
    pub fn lazily(nfa: NFA) -> Option<Self> {
        let dfa = Builder::new().configure(lazy()).build_from_nfa(nfa).ok()?;
        Some(Self::Lazily(Box::new(dfa), Pool::new(|| None)))
    }

    /// The first match of those that begin at given places, and no later than at the last one; what gives up at a place is asked
    /// `otherwise`.
    pub fn search(
        &self,
        input: &Input,
        (places, last): (&Places, usize),
        otherwise: impl Fn(&Input) -> Option<Match>,
    ) -> Option<Match> {
        let end = input.end().min(last.saturating_add(1));
        let next = |from: usize| places.next_in(&input.haystack()[..input.end()], from..end);
        match self {
            Self::Table(table) => each(input, next, |tried| table.end(tried), otherwise),
            Self::Lazily(dfa, caches) => {
                let mut cache = None;
                let at = |tried: &Input| {
                    let kept = cache.get_or_insert_with(|| caches.get());
                    let end = dfa.try_search_fwd(kept.get_or_insert_with(|| dfa.create_cache()), tried);
                    end.map(|it| it.map(|end| end.offset())).map_err(|_| GaveUp)
                };
                each(input, next, at, otherwise)
            }
        }
    }
}

fn each(
    input: &Input,
    next: impl Fn(usize) -> Option<usize>,
    mut at: impl FnMut(&Input) -> Result<Option<usize>, GaveUp>,
    otherwise: impl Fn(&Input) -> Option<Match>,
) -> Option<Match> {
    let mut place = next(input.start())?;
    let mut tried = input.clone().anchored(Anchored::Yes);
    loop {
        tried.set_start(place);
        if let Some(end) = at(&tried).unwrap_or_else(|_| otherwise(&tried).map(|it| it.end())) {
            return Some(Match::must(0, place..end));
        }
        place = next(place + 1)?;
    }
}
