//! Goes through an expression step by step: that finds the groups of a match, and answers where the table of an expression
//! gives up. It is slow, and asked for little.

use regex_automata::nfa::thompson::NFA;
use regex_automata::nfa::thompson::backtrack::{BoundedBacktracker, Cache};
use regex_automata::nfa::thompson::pikevm::PikeVM;
use regex_automata::util::captures::Captures;
use regex_automata::util::pool::Pool;
use regex_automata::util::primitives::NonMaxUsize;
use regex_automata::{Input, Match, PatternID};

#[derive(Debug)]
pub struct Steps {
    steps: BoundedBacktracker,
    caches: Pool<Option<Cache>, fn() -> Option<Cache>>,
}

impl Steps {
    pub fn of(nfa: NFA) -> Option<Self> {
        Some(Self { steps: BoundedBacktracker::new_from_nfa(nfa).ok()?, caches: Pool::new(|| None) })
    }

    /// The first match, by an engine that nothing keeps from an answer.
    pub fn find(&self, input: &Input) -> Option<Match> {
        let mut ends = [None; 2];
        self.search(input, &mut ends)?;
        Some(Match::must(0, ends[0]?.get()..ends[1]?.get()))
    }

    /// The groups of the match that a span of a text is.
    pub fn groups(&self, input: &Input) -> Captures {
        let mut groups = Captures::all(self.steps.get_nfa().group_info().clone());
        let found = self.search(input, groups.slots_mut());
        groups.set_pattern(found);
        groups
    }

    fn search(&self, input: &Input, slots: &mut [Option<NonMaxUsize>]) -> Option<PatternID> {
        let mut cache = self.caches.get();
        let cache = cache.get_or_insert_with(|| self.steps.create_cache());
        self.steps.try_search_slots(cache, input, slots).unwrap_or_else(|_| {
            // The text is long.
            let steps = PikeVM::new_from_nfa(self.steps.get_nfa().clone()).ok()?;
            steps.search_slots(&mut steps.create_cache(), input, slots)
        })
    }
}
