//! What finds a constant in code: the expression that a marker carries. Whose it is and what it found, it does not know.

use std::error::Error;
use std::ops::Range;

use regex_automata::nfa::thompson::pikevm::PikeVM;

use crate::text::border;
use crate::words::pattern::automaton;

/// It is tried on two lines: what searches long texts faster takes longer to make than all else on a page.
pub struct Expression(PikeVM);

impl Expression {
    /// Reads one as ripgrep does, up to a size that nobody needs.
    ///
    /// # Errors
    /// What is wrong with it, in a few words.
    pub fn read(written: &str) -> Result<Self, String> {
        const LARGEST: usize = 1 << 18;
        let said = |error: &dyn Error| error.to_string();
        let automaton = automaton::of(written, Some(LARGEST)).map_err(|it| it.source().map_or_else(|| said(&it), said));
        let read = PikeVM::new_from_nfa(automaton.map_err(|it| last_line(&it))?);
        read.map(Self).map_err(|it| last_line(&it.to_string()))
    }

    /// Its first group in a line, or all that it finds. Of a long line only the beginning is read.
    pub fn find(&self, line: &str) -> Option<Range<usize>> {
        const LONGEST: usize = 4096;
        let (mut cache, mut groups) = (self.0.create_cache(), self.0.create_captures());
        self.0.captures(&mut cache, &line[..border(line, LONGEST)], &mut groups);
        Some(groups.get_group(1).or(groups.get_group(0))?.range())
    }
}

/// The others draw the place.
fn last_line(error: &str) -> String {
    error.lines().last().unwrap_or_default().trim().trim_start_matches("error: ").to_owned()
}
