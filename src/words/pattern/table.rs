//! All states of an expression as bytes, which are searched where they lie: whoever loads them reads and checks nothing.
//!
//! A state names the state that most letters lead to, and where among all cells its others begin. A cell holds the last bits
//! of the state that it belongs to, for cells of many states lie between each other: those that a state comes by are its own or
//! of states whose last bits are others. States up to a number end a search or are matches.

pub mod store;

use regex_automata::{Input, Match};

/// No match goes on from here.
const DEAD: u16 = 0;
/// Nothing is known from here on: a border between letters that are not of ASCII.
const UNKNOWN: u16 = 1;
/// The first of the states that are matches.
const FIRST_MATCH: u16 = 2;

/// How often a text may be read, all in all, by what is tried at each of its letters.
const MOST_READ: usize = 16;

/// A table gives up at a border between letters that are not of ASCII, and where it would read a text again and again.
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

    /// Where the match ends that begins where a search does.
    ///
    /// # Errors
    /// It gives up at a border between letters that are not of ASCII.
    pub fn end(&self, input: &Input) -> Result<Option<usize>, GaveUp> {
        // Behind an empty match at the end, a search goes on one place further.
        if input.is_done() {
            return Ok(None);
        }
        Ok(self.tried(input)?.0)
    }

    /// The first match that begins no later than at a place: it is tried at one letter after the other.
    ///
    /// # Errors
    /// It gives up, as [`Table::end`] does, and where all that is tried would take much longer than the text is.
    pub fn first(&self, input: &Input, last: usize) -> Result<Option<Match>, GaveUp> {
        if input.is_done() {
            return Ok(None);
        }
        let text = input.haystack();
        let mut tried = input.clone();
        let mut left = MOST_READ * (input.get_range().len() + 1);
        let mut before = self.class(input.start().checked_sub(1).map(|it| &text[it]));
        for place in input.start()..=input.end().min(last) {
            let class = self.class(text.get(place));
            let begin = u16::from_le_bytes(self.starts[before]);
            before = class;
            // Nearly none goes on from where it begins, and none begins between the bytes of a letter.
            let is_dead = self.next(begin, class) == DEAD && begin != UNKNOWN;
            if is_dead || text.get(place).is_some_and(|it| matches!(it, 0x80..0xc0)) {
                continue;
            }
            tried.set_start(place);
            let (end, read) = self.tried(&tried)?;
            if let Some(end) = end {
                return Ok(Some(Match::must(0, place..end)));
            }
            left = left.checked_sub(read - place).ok_or(GaveUp)?;
        }
        Ok(None)
    }

    /// The last place at which a match ends that begins where a search does, or the first if that is enough, and the place up to
    /// which it was read. That it matches shows at the byte behind a match.
    fn tried(&self, input: &Input) -> Result<(Option<usize>, usize), GaveUp> {
        let (text, end) = (input.haystack(), input.end());
        let mut state = self.start(input.start().checked_sub(1).map(|it| &text[it]));
        let mut last = None;
        if state == UNKNOWN {
            return Err(GaveUp);
        }
        for (byte, place) in text[input.get_range()].iter().zip(input.start()..) {
            state = self.next(state, self.classes[usize::from(*byte)].into());
            if state < self.others {
                match state {
                    DEAD => return Ok((last, place)),
                    UNKNOWN => return Err(GaveUp),
                    _ => last = Some(place),
                }
                if input.get_earliest() {
                    return Ok((last, place));
                }
            }
        }
        match self.next(state, self.class(text.get(end))) {
            UNKNOWN => Err(GaveUp),
            it if (FIRST_MATCH..self.others).contains(&it) => Ok((Some(end), end)),
            _ => Ok((last, end)),
        }
    }
}

#[cfg(test)]
mod tests {
    use regex_automata::dfa::dense::{Builder, Config, DFA};
    use regex_automata::dfa::{Automaton, StartKind};
    use regex_automata::nfa::thompson::NFA;
    use regex_automata::nfa::thompson::pikevm::PikeVM;
    use regex_automata::{Anchored, Input, Span};

    use super::Table;
    use super::store::store;
    use crate::words::pattern::automaton;

    /// All states of an automaton, and the same as they are stored.
    fn made(nfa: NFA) -> (DFA<Vec<u32>>, Table) {
        let config = Config::new().start_kind(StartKind::Anchored).unicode_word_boundary(true);
        let dfa = Builder::new().configure(config).build_from_nfa(&nfa).expect("few states");
        let bytes: &'static [u8] = store(&dfa).expect("few states").leak();
        (dfa, Table::of(bytes).expect("it was stored"))
    }

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
            let (dfa, table) = made(automaton::of(expression, None).expect(expression));
            let behind = Input::new("the").span(Span { start: 4, end: 3 });
            assert_eq!((table.end(&behind), table.first(&behind, 3)), (Ok(None), Ok(None)), "{expression}");
            for (text, earliest) in TEXTS.iter().flat_map(|it| [(it, false), (it, true)]) {
                for (start, end) in (0..=text.len()).flat_map(|start| (start..=text.len()).map(move |end| (start, end)))
                {
                    if !text.is_char_boundary(start) || !text.is_char_boundary(end) {
                        continue;
                    }
                    let input = Input::new(*text).range(start..end).anchored(Anchored::Yes).earliest(earliest);
                    let expected = dfa.try_search_fwd(&input).ok().map(|it| it.map(|it| it.offset()));
                    found += usize::from(expected.flatten().is_some());
                    given_up += usize::from(expected.is_none());
                    assert_eq!(table.end(&input).ok(), expected, "{expression} in {text:?}, {start}..{end}");
                }
            }
        }
        assert!(found > 1_000 && given_up > 300, "{found} {given_up}");
    }

    #[test]
    fn the_first_is_found_at_one_letter_after_the_other() {
        const EXPRESSIONS: [&str; 5] =
            [r"(?:^|[^\d.])(?:v?\d+\.\d+|é+)", "(?i)[a-z-]+s (?:that|which)", "x*", "(?m)^[^b]+$", "soon|so"];
        const TEXTS: [&str; 5] =
            ["", "v1.2, of things that é are\n1.2", "sooon\u{fffc}soon", "é\u{2019}éé xx", "aab\nba\nxx"];
        let mut found = 0;
        for expression in EXPRESSIONS {
            let nfa = automaton::of(expression, None).expect(expression);
            let (_, table) = made(nfa.clone());
            let others = PikeVM::new_from_nfa(nfa).expect(expression);
            for text in TEXTS {
                for (start, last) in (0..=text.len()).flat_map(|start| (0..=text.len()).map(move |last| (start, last)))
                {
                    let input = Input::new(text).range(start..);
                    let mut cache = others.create_cache();
                    let expected = others.find_iter(&mut cache, input.clone()).next().filter(|it| it.start() <= last);
                    found += usize::from(expected.is_some());
                    assert_eq!(table.first(&input, last), Ok(expected), "{expression} in {text:?} {start} {last}");
                }
            }
            // What would be read again from each of its letters is left to others.
            let again = table.first(&Input::new(&"s".repeat(100)), 100);
            assert_eq!(again.is_err(), expression.contains("a-z"), "{expression}");
        }
        assert!(found > 500, "{found}");
    }
}
