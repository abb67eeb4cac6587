//! Writes the states of an expression as bytes, in the form that a table is searched in.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, StartError, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;

use super::{DEAD, FIRST_MATCH, UNKNOWN};

/// What a state leads on, and what may stand before a search: each byte, and nothing.
const LOOKS: usize = 257;

/// The mark of a cell that belongs to no state; no state that a search goes on from has it.
const FREE: u8 = 0;

/// How the cells of a state are marked: by its last bits.
fn mark(state: usize) -> u8 {
    state as u8
}

/// The bytes of all states that a search can come to; none where they are more than can be numbered.
pub fn store(dfa: &dense::DFA<Vec<u32>>) -> Option<Vec<u8>> {
    let starts: Vec<Option<StateID>> = (0..LOOKS).map(|look| start(dfa, look)).collect();
    let (found, rows) = reached(dfa, &starts);
    let (numbers, first_other, count) = numbered(dfa, &found)?;
    let number = |state: StateID| match numbers.get(&state) {
        Some(number) => *number,
        None if dfa.is_dead_state(state) => DEAD,
        None => UNKNOWN,
    };
    let (classes, columns) = alike(&starts, &rows);
    // Each is named in a byte.
    if columns.len() > 1 << 8 {
        return None;
    }
    // Whatever leads nowhere owns no cell, and is never left.
    let mut leads = vec![vec![DEAD; columns.len()]; usize::from(count)];
    for (state, row) in found.iter().zip(&rows) {
        leads[usize::from(number(*state))] = columns.iter().map(|it| number(row[*it])).collect();
    }
    let otherwise: Vec<u16> = leads.iter().map(|it| often(it)).collect();
    let ranks = ranks(&leads, &otherwise, columns.len());
    let (firsts, cells) = packed(&leads, &otherwise, &ranks)?;
    let mut begins = vec![UNKNOWN; ranks.len()];
    columns.iter().zip(&ranks).for_each(|(look, rank)| begins[*rank] = starts[*look].map_or(UNKNOWN, number));
    let mut out: Vec<u8> = classes[..256].iter().map(|it| ranks[*it] as u8).collect();
    let numbers = [ranks[classes[256]] as u16, ranks.len() as u16, first_other, count];
    let states = firsts.into_iter().zip(otherwise).flat_map(|(first, otherwise)| [first, otherwise]);
    numbers.into_iter().chain(begins).chain(states).for_each(|it| out.extend(it.to_le_bytes()));
    out.extend(cells.into_iter().flatten());
    Some(out)
}

/// The numbers of states, those that are matches first; the first of the others; and how many there are.
fn numbered(dfa: &dense::DFA<Vec<u32>>, found: &[StateID]) -> Option<(HashMap<StateID, u16>, u16, u16)> {
    let (matches, others): (Vec<StateID>, Vec<StateID>) = found.iter().partition(|it| dfa.is_match_state(**it));
    let mut unused = (FIRST_MATCH..u16::MAX).filter(|it| mark((*it).into()) != FREE);
    let mut numbers: HashMap<StateID, u16> = matches.iter().copied().zip(&mut unused).collect();
    let mut unused = unused.peekable();
    let first_other = *unused.peek()?;
    numbers.extend(others.into_iter().zip(&mut unused));
    (numbers.len() == found.len()).then_some((numbers, first_other, unused.next()?))
}

/// The state that a search begins with, behind one of all bytes or at the start of a text; none where it gives up at once.
fn start(dfa: &dense::DFA<Vec<u32>>, look: usize) -> Option<StateID> {
    let config = start::Config::new().anchored(Anchored::Yes).look_behind(u8::try_from(look).ok());
    match dfa.start_state(&config) {
        Ok(state) => Some(state),
        Err(StartError::Quit { .. }) => None,
        Err(error) => panic!("the table is made for such searches: {error}"),
    }
}

/// The states that a search goes on from, and where each leads on each byte and at the end.
fn reached(dfa: &dense::DFA<Vec<u32>>, starts: &[Option<StateID>]) -> (Vec<StateID>, Vec<Vec<StateID>>) {
    let mut found: Vec<StateID> = Vec::new();
    let mut known: HashSet<StateID> = HashSet::new();
    let mut meet = |state: StateID, found: &mut Vec<StateID>| {
        if !dfa.is_dead_state(state) && !dfa.is_quit_state(state) && known.insert(state) {
            found.push(state);
        }
    };
    starts.iter().flatten().for_each(|it| meet(*it, &mut found));
    let mut rows = Vec::new();
    while let Some(state) = found.get(rows.len()).copied() {
        let letters = (0..=255).map(|byte| dfa.next_state(state, byte));
        let row: Vec<StateID> = letters.chain([dfa.next_eoi_state(state)]).collect();
        row.iter().for_each(|it| meet(*it, &mut found));
        rows.push(row);
    }
    (found, rows)
}

/// The class of each byte and of nothing, and one of each class: what all states and each search behind it take alike.
fn alike(starts: &[Option<StateID>], rows: &[Vec<StateID>]) -> (Vec<usize>, Vec<usize>) {
    let mut known: HashMap<(Option<StateID>, Vec<StateID>), usize> = HashMap::new();
    let mut columns = Vec::new();
    let mut class = |at: usize| {
        let next = known.len();
        let class = *known.entry((starts[at], rows.iter().map(|row| row[at]).collect())).or_insert(next);
        if class == columns.len() {
            columns.push(at);
        }
        class
    };
    ((0..LOOKS).map(&mut class).collect(), columns)
}

/// The new number of each class: those that many states ask for come first, so that the cells of a state lie close together.
fn ranks(leads: &[Vec<u16>], otherwise: &[u16], classes: usize) -> Vec<usize> {
    let asked = |class: &usize| leads.iter().zip(otherwise).filter(|(row, most)| row[*class] != **most).count();
    let mut order: Vec<usize> = (0..classes).collect();
    order.sort_by_cached_key(|it| Reverse(asked(it)));
    let mut ranks = vec![0; classes];
    order.into_iter().enumerate().for_each(|(rank, class)| ranks[class] = rank);
    ranks
}

/// Where most letters lead from a state.
fn often(row: &[u16]) -> u16 {
    let mut counts: HashMap<u16, usize> = HashMap::new();
    row.iter().for_each(|it| *counts.entry(*it).or_default() += 1);
    counts.into_iter().max_by_key(|(next, count)| (*count, *next)).map_or(DEAD, |(next, _)| next)
}

/// A state whose cells have their place: where they begin, and which they are.
struct Placed {
    first: usize,
    cells: Vec<usize>,
}

impl Placed {
    /// Whether one comes by no cell of the other, so that both may mark theirs alike.
    fn is_apart(&self, other: &Self, classes: usize) -> bool {
        let meets = |one: &Self, two: &Self| two.cells.iter().any(|it| (one.first..one.first + classes).contains(it));
        !meets(self, other) && !meets(other, self)
    }
}

/// Where the cells of each state begin, and the cells: those of each state in the first gaps that they fit into, the fullest
/// state first.
fn packed(leads: &[Vec<u16>], otherwise: &[u16], ranks: &[usize]) -> Option<(Vec<u16>, Vec<[u8; 3]>)> {
    let classes = ranks.len();
    let others = |state: usize| {
        let row = leads[state].iter().zip(ranks);
        let mut row: Vec<(usize, u16)> =
            row.filter(|(next, _)| **next != otherwise[state]).map(|(next, rank)| (*rank, *next)).collect();
        row.sort_unstable();
        row
    };
    let mut waiting: Vec<(usize, Vec<(usize, u16)>)> = (0..leads.len()).map(|it| (it, others(it))).collect();
    waiting.sort_by_key(|(_, row)| Reverse(row.len()));
    let mut firsts = vec![0; leads.len()];
    let mut alike: Vec<Vec<Placed>> = (0..=u8::MAX).map(|_| Vec::new()).collect();
    let mut cells: Vec<[u8; 3]> = vec![[0, 0, FREE]; classes];
    let mut free = 0;
    for (state, row) in waiting {
        while cells.get(free).is_some_and(|it| it[2] != FREE) {
            free += 1;
        }
        let others = &mut alike[usize::from(mark(state))];
        // Nearly every place is taken, and one look tells it.
        let is_free =
            |first: &usize| row.iter().all(|(class, _)| cells.get(first + class).is_none_or(|it| it[2] == FREE));
        let place = |first: usize| Placed { first, cells: row.iter().map(|(class, _)| first + class).collect() };
        let is_apart = |it: &Placed| others.iter().all(|other| it.is_apart(other, classes));
        // One that leads everywhere alike comes by cells as well, and none of them may seem to be its own.
        let least = row.first().map_or(free, |(class, _)| *class);
        let placed = (free.saturating_sub(least)..).filter(is_free).map(place).find(is_apart)?;
        firsts[state] = u16::try_from(placed.first).ok()?;
        cells.resize(cells.len().max(placed.first + classes), [0, 0, FREE]);
        for (cell, (_, next)) in placed.cells.iter().zip(&row) {
            let [low, high] = next.to_le_bytes();
            cells[*cell] = [low, high, mark(state)];
        }
        others.push(placed);
    }
    Some((firsts, cells))
}
