//! Writes an automaton as bytes, in the form that its steps are gone through in.

use regex_automata::PatternID;
use regex_automata::nfa::thompson::{NFA, State};
use regex_automata::util::primitives::StateID;

use super::{BYTES, FAIL, GROUP, HEAD, LOOK, MATCH, SORT, UNION};

/// The bytes of an automaton of one expression; none where it has more than can be numbered, or a sort of state that no
/// compiler makes.
pub fn store(nfa: &NFA) -> Option<Vec<u8>> {
    let small = |it: usize| u16::try_from(it).ok();
    let id = |it: StateID| small(it.as_usize());
    let step = |sort: u16, count: usize| Some(sort | small(count).filter(|it| it.leading_zeros() >= SORT)? << SORT);
    let groups = nfa.group_info();
    let mut words: Vec<u16> = vec![nfa.is_reverse().into(), id(nfa.start_anchored())?, id(nfa.start_unanchored())?];
    words.extend([small(groups.slot_len().max(2))?, small(nfa.states().len())?]);
    words.resize(HEAD + nfa.states().len(), 0);
    for (number, state) in nfa.states().iter().enumerate() {
        words[HEAD + number] = small(words.len())?;
        let transitions = match state {
            State::ByteRange { trans } => std::slice::from_ref(trans),
            State::Sparse(sparse) => &*sparse.transitions,
            _ => &[],
        };
        let alternates = match state {
            State::Union { alternates } => alternates.to_vec(),
            State::BinaryUnion { alt1, alt2 } => vec![*alt1, *alt2],
            _ => Vec::new(),
        };
        match state {
            State::ByteRange { .. } | State::Sparse(_) => words.push(step(BYTES, transitions.len())?),
            State::Look { look, next } => words.extend([LOOK, look.as_repr().trailing_zeros() as u16, id(*next)?]),
            State::Union { .. } | State::BinaryUnion { .. } => words.push(step(UNION, alternates.len())?),
            State::Capture { next, slot, .. } => words.extend([GROUP, small(slot.as_usize())?, id(*next)?]),
            State::Fail => words.push(FAIL),
            State::Match { .. } => words.push(MATCH),
            State::Dense(_) => return None,
        }
        for it in transitions {
            words.extend([u16::from_le_bytes([it.start, it.end]), id(it.next)?]);
        }
        for it in alternates {
            words.push(id(it)?);
        }
    }
    words[5] = small(words.len())?;
    for (group, name) in groups.pattern_names(PatternID::ZERO).enumerate() {
        let Some(name) = name else { continue };
        words.extend([small(group)?, small(name.len())?]);
        words.extend(name.bytes().map(u16::from));
    }
    // No name is empty but the one behind all.
    words.extend([0, 0]);
    Some(words.into_iter().flat_map(u16::to_le_bytes).collect())
}
