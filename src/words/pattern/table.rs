//! All states of an expression as bytes, which are searched where they lie: whoever loads them reads and checks nothing.
//!
//! A state names the state that most letters lead to, and where among all cells its others begin. A cell holds the last bits
//! of the state that it belongs to, for cells of many states lie between each other: those that a state comes by are its own or
//! of states whose last bits are others. States up to a number end a search or are matches.

pub mod store;

use regex_automata::Input;

/// No match goes on from here.
const DEAD: u16 = 0;
/// Nothing is known from here on: a border between letters that are not of ASCII.
const UNKNOWN: u16 = 1;
/// The first of the states that are matches.
const FIRST_MATCH: u16 = 2;

/// A table gives up at a border between letters that are not of ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GaveUp;

/// The states of an expression that a search goes through.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Which bytes are alike, as a letter and as what stands before a search.
    classes: &'static [u8; 256],
    /// The class of what is behind the end of a text and before its start.
    nothing: usize,
    /// The states that a search begins with, by the class of what stands before it.
    starts: &'static [[u8; 2]],
    /// The first state that is no match.
    others: u16,
    /// For each state, where its cells begin, and where all other letters lead.
    states: &'static [[u8; 4]],
    /// Where a letter leads, and the last bits of the state from which.
    cells: &'static [[u8; 3]],
}

impl Table {
    /// The table that bytes of [`store::store`] are; none where they are none.
    pub fn of(bytes: &'static [u8]) -> Option<Self> {
        let (classes, rest) = bytes.split_first_chunk::<256>()?;
        let (numbers, rest) = rest.split_first_chunk::<8>()?;
        let [nothing, count, others, states] =
            [0, 2, 4, 6].map(|it| u16::from_le_bytes([numbers[it], numbers[it + 1]]));
        let (starts, rest) = rest.split_at_checked(2 * usize::from(count))?;
        let (states, cells) = rest.split_at_checked(4 * usize::from(states))?;
        let (starts, states, cells) = (starts.as_chunks().0, states.as_chunks().0, cells.as_chunks().0);
        Some(Self { classes, nothing: nothing.into(), starts, others, states, cells })
    }

    fn next(&self, state: u16, class: usize) -> u16 {
        let [first, first_high, otherwise, otherwise_high] = self.states[usize::from(state)];
        let [next, next_high, owner] = self.cells[usize::from(u16::from_le_bytes([first, first_high])) + class];
        let is_own = owner == state as u8;
        u16::from_le_bytes(if is_own { [next, next_high] } else { [otherwise, otherwise_high] })
    }

    fn class(&self, byte: Option<&u8>) -> usize {
        byte.map_or(self.nothing, |it| self.classes[usize::from(*it)].into())
    }

    fn start(&self, before: Option<&u8>) -> u16 {
        u16::from_le_bytes(self.starts[self.class(before)])
    }

    /// Where the match ends that begins where a search does, or the first of all where the table is of one anywhere.
    ///
    /// # Errors
    /// It gives up at a border between letters that are not of ASCII.
    pub fn end(&self, input: &Input) -> Result<Option<usize>, GaveUp> {
        // Behind an empty match at the end, a search goes on one place further.
        if input.is_done() {
            return Ok(None);
        }
        let text = input.haystack();
        let before = input.start().checked_sub(1).map(|it| &text[it]);
        let bytes = text[input.get_range()].iter().zip(input.start()..);
        self.last(before, bytes, (text.get(input.end()), input.end()), input.get_earliest())
    }

    /// Where the longest match begins that ends where a search does.
    ///
    /// # Errors
    /// It gives up, as [`Table::end`] does.
    pub fn begin(&self, input: &Input) -> Result<Option<usize>, GaveUp> {
        let text = input.haystack();
        let before = input.start().checked_sub(1).map(|it| &text[it]);
        let bytes = text[input.get_range()].iter().rev().zip((input.start() + 1..=input.end()).rev());
        self.last(text.get(input.end()), bytes, (before, input.start()), false)
    }

    /// The last place at which it matches, or the first if that is enough. That it does shows at the byte behind a match.
    fn last<'t>(
        &self,
        before: Option<&u8>,
        bytes: impl Iterator<Item = (&'t u8, usize)>,
        (behind, end): (Option<&u8>, usize),
        is_first: bool,
    ) -> Result<Option<usize>, GaveUp> {
        let mut state = self.start(before);
        let mut last = None;
        if state == UNKNOWN {
            return Err(GaveUp);
        }
        for (byte, place) in bytes {
            state = self.next(state, self.classes[usize::from(*byte)].into());
            if state < self.others {
                match state {
                    DEAD => return Ok(last),
                    UNKNOWN => return Err(GaveUp),
                    _ => last = Some(place),
                }
                if is_first {
                    return Ok(last);
                }
            }
        }
        match self.next(state, self.class(behind)) {
            UNKNOWN => Err(GaveUp),
            it if (FIRST_MATCH..self.others).contains(&it) => Ok(Some(end)),
            _ => Ok(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use regex_automata::dfa::dense::{Builder, Config};
    use regex_automata::dfa::{Automaton, StartKind};
    use regex_automata::{Anchored, Input, MatchKind, Span};

    use super::Table;
    use super::store::store;
    use crate::words::pattern::automaton;

    #[test]
    fn a_stored_table_says_what_the_table_says() {
        const EXPRESSIONS: [&str; 6] = [
            r"(?i)\b(?:the [a-z]+|they|there(?: is)?)(?-u:\b)",
            r"(?:[a-z]{2}){3}|x(?:\x{FFFC}\W)*$",
            "(?m)^[^b]+$",
            "[a&&b]|\\Bb",
            r"(?-u:\b)soon(?-u:\b)",
            "(?s).+é",
        ];
        const TEXTS: [&str; 6] = [
            "",
            "the",
            "They say the other bathes there, and there is another theory. soonsoon, soon\nb",
            "\u{fffc} it\u{2019}s xx\u{fffc}\u{fffc} \u{fffc}\u{e9}the the\u{e9} a",
            "aab\nbaa\r\nxx",
            "abcdefabcdef soon",
        ];
        let (mut found, mut given_up) = (0, 0);
        for expression in EXPRESSIONS {
            for (anchored, matches) in [
                (Anchored::Yes, MatchKind::LeftmostFirst),
                (Anchored::No, MatchKind::LeftmostFirst),
                (Anchored::Yes, MatchKind::All),
            ] {
                let is_back = matches == MatchKind::All;
                let nfa = if is_back { automaton::back(expression) } else { automaton::of(expression, None) };
                let starts = if anchored == Anchored::Yes { StartKind::Anchored } else { StartKind::Unanchored };
                let config = Config::new().start_kind(starts).match_kind(matches).unicode_word_boundary(true);
                let dfa = Builder::new().configure(config).build_from_nfa(&nfa.expect(expression)).expect(expression);
                let bytes: &'static [u8] = store(&dfa, anchored).expect(expression).leak();
                let table = Table::of(bytes).expect(expression);
                assert_eq!(table.end(&Input::new("the").span(Span { start: 4, end: 3 })), Ok(None), "{expression}");
                for (text, earliest) in TEXTS.iter().flat_map(|it| [(it, false), (it, true)]) {
                    for (start, end) in
                        (0..=text.len()).flat_map(|start| (start..=text.len()).map(move |end| (start, end)))
                    {
                        if !text.is_char_boundary(start) || !text.is_char_boundary(end) {
                            continue;
                        }
                        let input =
                            Input::new(*text).range(start..end).anchored(anchored).earliest(earliest && !is_back);
                        let (said, expected) = match is_back {
                            true => (table.begin(&input), dfa.try_search_rev(&input)),
                            false => (table.end(&input), dfa.try_search_fwd(&input)),
                        };
                        let expected = expected.ok().map(|it| it.map(|it| it.offset()));
                        found += usize::from(expected.flatten().is_some());
                        given_up += usize::from(expected.is_none());
                        assert_eq!(said.ok(), expected, "{expression} in {text:?}, {start}..{end} {anchored:?}");
                    }
                }
            }
        }
        assert!(found > 10_000 && given_up > 1_000, "{found} {given_up}");
    }
}
