//! An automaton as bytes. The build stores it, and the program loads it: that takes a tenth of the time of reading the
//! expression and compiling it.

use regex_automata::PatternID;
use regex_automata::nfa::thompson::{Builder, NFA, State, Transition};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;

const BYTES: u32 = 0;
const LOOK: u32 = 1;
const UNION: u32 = 2;
const GROUP: u32 = 3;
const FAIL: u32 = 4;
const MATCH: u32 = 5;

/// The bytes of an automaton of one expression, unless it has a sort of state that no compiler makes.
pub fn store(nfa: &NFA) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let starts = [nfa.start_anchored(), nfa.start_unanchored()].map(|it| it.as_u32());
    let about = [u32::from(nfa.is_reverse()), starts[0], starts[1], nfa.states().len() as u32];
    about.into_iter().for_each(|it| put(&mut out, it));
    for state in nfa.states() {
        match state {
            State::ByteRange { trans } => put_bytes(&mut out, std::slice::from_ref(trans)),
            State::Sparse(sparse) => put_bytes(&mut out, &sparse.transitions),
            State::Look { look, next } => {
                [LOOK, look.as_repr(), next.as_u32()].iter().for_each(|it| put(&mut out, *it))
            }
            State::Union { alternates } => put_union(&mut out, alternates),
            State::BinaryUnion { alt1, alt2 } => put_union(&mut out, &[*alt1, *alt2]),
            State::Capture { next, group_index, slot, .. } => {
                let is_end = slot.as_u32() % 2;
                [GROUP, is_end, group_index.as_u32(), next.as_u32()].iter().for_each(|it| put(&mut out, *it));
                let name = nfa.group_info().to_name(PatternID::ZERO, group_index.as_usize()).unwrap_or_default();
                put(&mut out, name.len() as u32);
                out.extend(name.bytes());
            }
            State::Fail => put(&mut out, FAIL),
            State::Match { .. } => put(&mut out, MATCH),
            State::Dense(_) => return None,
        }
    }
    Some(out)
}

/// Seven bits a byte, the lowest first.
fn put(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_bytes(out: &mut Vec<u8>, all: &[Transition]) {
    [BYTES, all.len() as u32].iter().for_each(|it| put(out, *it));
    for it in all {
        out.extend([it.start, it.end]);
        put(out, it.next.as_u32());
    }
}

fn put_union(out: &mut Vec<u8>, all: &[StateID]) {
    [UNION, all.len() as u32].iter().for_each(|it| put(out, *it));
    all.iter().for_each(|it| put(out, it.as_u32()));
}

/// The automaton that was stored; none where the bytes are not of one.
pub fn load(bytes: &[u8]) -> Option<NFA> {
    let mut rest = Rest(bytes);
    let mut builder = Builder::new();
    builder.set_utf8(true);
    builder.set_reverse(rest.number()? == 1);
    builder.start_pattern().ok()?;
    let starts = [rest.state()?, rest.state()?];
    for _ in 0..rest.number()? {
        match rest.number()? {
            BYTES => match rest.number()? {
                1 => builder.add_range(rest.transition()?),
                count => {
                    let all = (0..count).map(|_| rest.transition()).collect::<Option<_>>()?;
                    builder.add_sparse(all)
                }
            },
            LOOK => {
                let look = Look::from_repr(rest.number()?)?;
                builder.add_look(rest.state()?, look)
            }
            UNION => {
                let count = rest.number()?;
                let all = (0..count).map(|_| rest.state()).collect::<Option<_>>()?;
                builder.add_union(all)
            }
            GROUP => {
                let (is_end, group, next) = (rest.number()? == 1, rest.number()?, rest.state()?);
                let name = rest.text()?;
                let name = (!name.is_empty()).then(|| name.into());
                if is_end { builder.add_capture_end(next, group) } else { builder.add_capture_start(next, group, name) }
            }
            FAIL => builder.add_fail(),
            MATCH => builder.add_match(),
            _ => return None,
        }
        .ok()?;
    }
    builder.finish_pattern(starts[0]).ok()?;
    builder.build(starts[0], starts[1]).ok()
}

/// What of the bytes is still to be read.
struct Rest<'b>(&'b [u8]);

impl<'b> Rest<'b> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn state(&mut self) -> Option<StateID> {
        StateID::new(self.number()? as usize).ok()
    }

    fn transition(&mut self) -> Option<Transition> {
        Some(Transition { start: self.byte()?, end: self.byte()?, next: self.state()? })
    }

    fn text(&mut self) -> Option<&'b str> {
        let length = self.number()? as usize;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        str::from_utf8(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{load, store};
    use crate::words::pattern::automaton;

    #[test]
    fn what_was_stored_is_what_is_loaded() {
        const EXPRESSIONS: [&str; 5] = [
            "",
            r"(?i)\b(?:the (?P<what>[a-z]+)|they|there(?: is)?)(?-u:\b)",
            r"(?:([a-z]{2}){3}|(?P<a>x)?(?P<b>\x{FFFC}\W)*)$",
            "(?m)^[^b]",
            "[a&&b]|\\B",
        ];
        for expression in EXPRESSIONS {
            let made = [automaton::of(expression, None), automaton::back(expression)];
            for made in made.map(|it| it.expect("an expression")) {
                let bytes = store(&made).expect("no sort of state is unknown");
                let loaded = load(&bytes).expect("it was stored");
                assert_eq!(format!("{loaded:?}"), format!("{made:?}"), "{expression}");
                assert_eq!(
                    loaded.group_info().all_names().collect::<Vec<_>>(),
                    made.group_info().all_names().collect::<Vec<_>>()
                );
                // What is cut off or broken is none, and ends nothing.
                (0..bytes.len()).for_each(|end| assert!(load(&bytes[..end]).is_none(), "{expression} up to {end}"));
            }
        }
    }
}
