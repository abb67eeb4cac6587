//! The steps of an expression as bytes, which are gone through where they lie: that finds the groups of a match, and answers
//! where a table gives up. The build stores them, and whoever loads them reads only what a search comes to.

mod nfa;
mod store;

use std::borrow::Cow;
use std::sync::Arc;

use regex_automata::nfa::thompson::NFA;
use regex_automata::nfa::thompson::pikevm::PikeVM;
use regex_automata::util::look::{Look, LookMatcher};
use regex_automata::util::primitives::NonMaxUsize;
use regex_automata::{Input, Match};

pub use store::store;

const BYTES: u16 = 0;
const LOOK: u16 = 1;
const UNION: u16 = 2;
const GROUP: u16 = 3;
const FAIL: u16 = 4;
const MATCH: u16 = 5;

/// The first bits of a step say of which sort it is, and the others of how many parts.
const SORT: u32 = 3;

/// What stands before the list of states: whether it goes back, where it begins, how many ends of groups and how many states
/// there are, and where the names of groups are.
const HEAD: usize = 6;

/// Bits of what a search notes as seen; one that would note more goes all ways side by side.
const MOST_SEEN: usize = 1 << 21;

/// What waits at one time, in most searches.
const MANY_WAITING: usize = 32;

/// Where each group of a match begins and ends, one after the other; the first is the whole.
pub type Ends = Vec<Option<usize>>;

/// The groups that have a name, by their numbers.
pub type Names = Arc<[(usize, String)]>;

/// The steps of an expression, in words of two bytes.
#[derive(Debug)]
pub struct Program {
    words: Cow<'static, [[u8; 2]]>,
}

/// What is still to be tried, or taken back before that.
enum Waiting {
    Step(u16, usize),
    Undo(usize, Option<usize>),
}

impl Program {
    /// The steps that bytes of [`store`] are.
    pub fn stored(bytes: &'static [u8]) -> Self {
        Self { words: Cow::Borrowed(bytes.as_chunks().0) }
    }

    /// The steps of an automaton; none where it has more than can be numbered.
    pub fn of(nfa: &NFA) -> Option<Self> {
        Some(Self { words: Cow::Owned(store(nfa)?.as_chunks().0.to_vec()) })
    }

    fn word(&self, at: usize) -> u16 {
        u16::from_le_bytes(self.words[at])
    }

    /// Where a state is, of which sort, and of how many parts.
    fn step(&self, state: u16) -> (usize, u16, usize) {
        let at = usize::from(self.word(HEAD + usize::from(state)));
        let word = self.word(at);
        (at + 1, word & ((1 << SORT) - 1), usize::from(word >> SORT))
    }

    /// The groups that have a name.
    pub fn names(&self) -> Names {
        let mut at = usize::from(self.word(5));
        let next = || {
            let (group, length) = (self.word(at), usize::from(self.word(at + 1)));
            let letters = (at + 2..at + 2 + length).map(|it| self.word(it) as u8).collect();
            at += 2 + length;
            (length > 0).then(|| (usize::from(group), String::from_utf8(letters).expect("names are text")))
        };
        std::iter::from_fn(next).collect()
    }

    /// The first match that begins at a letter.
    pub fn find(&self, input: &Input) -> Option<Match> {
        let ends = self.ends(input)?;
        Some(Match::must(0, ends[0]?..ends[1]?))
    }

    /// The groups of the first match.
    pub fn ends(&self, input: &Input) -> Option<Ends> {
        if input.is_done() {
            return None;
        }
        let states = usize::from(self.word(4));
        let places = input.get_range().len() + 1;
        if states * places > MOST_SEEN {
            return self.side_by_side(input);
        }
        let mut seen = vec![0u64; (states * places).div_ceil(64)];
        let last = if input.get_anchored().is_anchored() { input.start() } else { input.end() };
        let begins_letter = |at: &usize| input.haystack().get(*at).is_none_or(|it| !matches!(it, 0x80..0xc0));
        (input.start()..=last).filter(begins_letter).find_map(|start| self.from(input, start, &mut seen))
    }

    /// The groups of the match that begins at a place. Whatever was seen before leads to none.
    fn from(&self, input: &Input, start: usize, seen: &mut [u64]) -> Option<Ends> {
        let (text, places) = (input.haystack(), input.get_range().len() + 1);
        let mut ends: Ends = vec![None; usize::from(self.word(3))];
        let mut waiting = Vec::with_capacity(MANY_WAITING);
        waiting.push(Waiting::Step(self.word(1), start));
        while let Some(next) = waiting.pop() {
            let (mut state, mut at) = match next {
                Waiting::Step(state, at) => (state, at),
                Waiting::Undo(end, before) => {
                    ends[end] = before;
                    continue;
                }
            };
            loop {
                let (step, sort, count) = self.step(state);
                let next = match sort {
                    BYTES if at < input.end() => {
                        at += 1;
                        self.after(step, count, text[at - 1])
                    }
                    LOOK => self.look(step).filter(|it| LookMatcher::new().matches(*it, text, at)).map(|_| step + 1),
                    // Only here ways part, so only here has it to be known whether they were gone before.
                    UNION if is_new(seen, usize::from(state) * places + at - input.start()) => {
                        for other in (1..count).rev() {
                            waiting.push(Waiting::Step(self.word(step + other), at));
                        }
                        (count > 0).then_some(step)
                    }
                    GROUP => {
                        let end = usize::from(self.word(step));
                        waiting.push(Waiting::Undo(end, ends[end].replace(at)));
                        Some(step + 1)
                    }
                    MATCH => {
                        ends[..2].copy_from_slice(&[Some(start), Some(at)]);
                        return Some(ends);
                    }
                    _ => None,
                };
                let Some(next) = next else { break };
                state = self.word(next);
            }
        }
        None
    }

    /// Where it stands which state one of some ranges of bytes leads to. They are in order, and capitals of all scripts have a
    /// hundred.
    fn after(&self, step: usize, count: usize, byte: u8) -> Option<usize> {
        let (mut from, mut to) = (0, count);
        while from < to {
            let middle = from.midpoint(to);
            match self.words[step + 2 * middle] {
                [first, _] if byte < first => to = middle,
                [_, last] if byte > last => from = middle + 1,
                _ => return Some(step + 2 * middle + 1),
            }
        }
        None
    }

    fn look(&self, step: usize) -> Option<Look> {
        Look::from_repr(1 << self.word(step))
    }

    /// The same for long texts.
    fn side_by_side(&self, input: &Input) -> Option<Ends> {
        let steps = PikeVM::new_from_nfa(self.automaton()?).ok()?;
        let mut ends: Vec<Option<NonMaxUsize>> = vec![None; usize::from(self.word(3))];
        steps.search_slots(&mut steps.create_cache(), input, &mut ends)?;
        Some(ends.into_iter().map(|it| it.map(NonMaxUsize::get)).collect())
    }
}

/// Whether a bit is not set yet; from then on it is.
fn is_new(seen: &mut [u64], bit: usize) -> bool {
    let (word, mask) = (&mut seen[bit / 64], 1 << (bit % 64));
    let is_new = *word & mask == 0;
    *word |= mask;
    is_new
}

#[cfg(test)]
mod tests {
    use regex_automata::nfa::thompson::NFA;
    use regex_automata::nfa::thompson::backtrack::BoundedBacktracker;
    use regex_automata::util::primitives::PatternID;
    use regex_automata::{Anchored, Input, Span};

    use super::{Ends, Program, store};
    use crate::words::pattern::automaton;

    const EXPRESSIONS: [&str; 6] = [
        "",
        r"(?i)\b(?:the (?P<what>[a-z]+)|they|there(?: is)?)(?-u:\b)",
        r"(?:([a-z]{2}){3}|(?P<a>x)?(?P<b>\x{FFFC}\W)*)$",
        "(?m)^[^b]",
        "[a&&b]|\\B",
        r"(a|ab)(c|bcd)(d*)",
    ];

    #[test]
    fn what_was_stored_is_what_is_loaded() {
        for expression in EXPRESSIONS {
            let made = [automaton::of(expression, None), automaton::back(expression)];
            for made in made.map(|it| it.expect("an expression")) {
                let program = Program::stored(store(&made).expect("no sort of state is unknown").leak());
                let loaded = program.automaton().expect("it was stored");
                assert_eq!(format!("{loaded:?}"), format!("{made:?}"), "{expression}");
                let names = |it: &NFA| format!("{:?}", it.group_info().pattern_names(PatternID::ZERO));
                assert_eq!(names(&loaded), names(&made), "{expression}");
            }
        }
    }

    #[test]
    fn groups_are_those_that_others_find() {
        const TEXTS: [&str; 5] = [
            "",
            "They say the other bathes there, and there is another theory.",
            "\u{fffc} it\u{2019}s xx\u{fffc}\u{fffc} x\u{fffc}\u{e9}the the\u{e9} x\u{fffc} \u{fffc},",
            "abcd abcdd abc",
            "aab\nbaa\r\nxx",
        ];
        let mut found = 0;
        for expression in EXPRESSIONS {
            let nfa = automaton::of(expression, None).expect(expression);
            let program = Program::of(&nfa).expect(expression);
            assert_eq!(program.ends(&Input::new("the").span(Span { start: 4, end: 3 })), None, "{expression}");
            let others = BoundedBacktracker::new_from_nfa(nfa).expect(expression);
            let (mut cache, mut groups) = (others.create_cache(), others.create_captures());
            for text in TEXTS {
                let borders = || (0..=text.len()).filter(|it| text.is_char_boundary(*it));
                for (start, end) in borders().flat_map(|start| borders().map(move |end| (start, end))) {
                    for anchored in [Anchored::Yes, Anchored::No] {
                        if end < start {
                            continue;
                        }
                        let input = Input::new(text).range(start..end).anchored(anchored);
                        others.try_search(&mut cache, &input, &mut groups).expect("it is short");
                        let spans = |it: Ends| it.chunks(2).map(|it| it[0].zip(it[1])).collect::<Vec<_>>();
                        let span = |it: Option<regex_automata::Span>| it.map(|it| (it.start, it.end));
                        let expected = groups.is_match().then(|| groups.iter().map(span).collect::<Vec<_>>());
                        assert_eq!(
                            program.ends(&input).map(spans),
                            expected,
                            "{expression} in {text:?} {start}..{end}"
                        );
                        assert_eq!(program.side_by_side(&input).map(spans), expected, "{expression} in {text:?}");
                        found += usize::from(expected.is_some());
                    }
                }
            }
        }
        assert!(found > 1_000, "{found}");
    }
}
