//! Writes the states of an expression as bytes, in the form that a table is searched in.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, StartError, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;

use super::{DEAD, FIRST_MATCH, LOOKS, UNKNOWN};

/// The bytes of all states that a search can come to; none where they are more than can be numbered.
pub fn store(dfa: &dense::DFA<Vec<u32>>, anchored: Anchored) -> Option<Vec<u8>> {
    let starts: Vec<Option<StateID>> = (0..LOOKS).map(|look| start(dfa, anchored, look)).collect();
    let (found, rows) = reached(dfa, &starts);
    let (matches, others): (Vec<StateID>, Vec<StateID>) = found.iter().partition(|it| dfa.is_match_state(**it));
    let first_other = u16::try_from(matches.len()).ok()?.checked_add(FIRST_MATCH)?;
    let count = u16::try_from(found.len()).ok()?.checked_add(FIRST_MATCH)?;
    let numbers: HashMap<StateID, u16> = matches.into_iter().chain(others).zip(FIRST_MATCH..).collect();
    let number = |state: StateID| match numbers.get(&state) {
        Some(number) => *number,
        None if dfa.is_dead_state(state) => DEAD,
        None => UNKNOWN,
    };
    let (classes, columns) = alike(&rows);
    // Whatever leads nowhere owns no cell, and is never left.
    let mut leads = vec![Vec::new(); usize::from(count)];
    for (state, row) in found.iter().zip(&rows) {
        leads[usize::from(number(*state))] = columns.iter().map(|it| number(row[*it])).collect();
    }
    let (states, cells) = packed(&leads, columns.len())?;
    let mut out: Vec<u8> = classes[..256].iter().map(|it| *it as u8).collect();
    let starts = starts.into_iter().map(|it| it.map_or(UNKNOWN, number));
    let numbers = starts.chain([classes[256] as u16, first_other, count]);
    numbers.chain(states.into_iter().chain(cells).flatten()).for_each(|it| out.extend(it.to_le_bytes()));
    Some(out)
}

/// The state that a search begins with, behind one of all bytes or at the start of a text; none where it gives up at once.
fn start(dfa: &dense::DFA<Vec<u32>>, anchored: Anchored, look: usize) -> Option<StateID> {
    let config = start::Config::new().anchored(anchored).look_behind(u8::try_from(look).ok());
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

/// The class of each byte and of the end, and one of each class.
fn alike(rows: &[Vec<StateID>]) -> (Vec<usize>, Vec<usize>) {
    let mut known: HashMap<Vec<StateID>, usize> = HashMap::new();
    let mut columns = Vec::new();
    let mut class = |at: usize| {
        let next = known.len();
        let class = *known.entry(rows.iter().map(|row| row[at]).collect()).or_insert(next);
        if class == columns.len() {
            columns.push(at);
        }
        class
    };
    ((0..LOOKS).map(&mut class).collect(), columns)
}

type Pairs = Vec<[u16; 2]>;

/// The states and the cells of a table: the cells of each state in the first gaps that they fit into, the fullest first.
fn packed(leads: &[Vec<u16>], classes: usize) -> Option<(Pairs, Pairs)> {
    let often = |row: &Vec<u16>| {
        let mut counts: HashMap<u16, usize> = HashMap::new();
        row.iter().for_each(|it| *counts.entry(*it).or_default() += 1);
        counts.into_iter().max_by_key(|(next, count)| (*count, *next)).map_or(DEAD, |(next, _)| next)
    };
    let otherwise: Vec<u16> = leads.iter().map(often).collect();
    let others = |state: usize| {
        let row = leads[state].iter().enumerate();
        row.filter(|(_, next)| **next != otherwise[state]).collect()
    };
    let mut waiting: Vec<(usize, Vec<(usize, &u16)>)> = (0..leads.len()).map(|it| (it, others(it))).collect();
    waiting.sort_by_key(|(_, row)| Reverse(row.len()));
    let mut states: Pairs = otherwise.iter().map(|it| [0, *it]).collect();
    // No state has the number of the dead one, which nobody leaves: a cell of it is free.
    let mut cells: Pairs = vec![[DEAD, DEAD]; classes];
    let mut free = 0;
    for (state, row) in waiting {
        let (Some((least, _)), Some((most, _))) = (row.first(), row.last()) else { continue };
        while cells.get(free).is_some_and(|it| it[1] != DEAD) {
            free += 1;
        }
        let fits = |first: &usize| row.iter().all(|(class, _)| cells.get(first + class).is_none_or(|it| it[1] == DEAD));
        let first = (free.saturating_sub(*least)..).find(fits)?;
        states[state][0] = u16::try_from(first).ok()?;
        let room = (first + classes).max(first + most + 1);
        cells.resize(cells.len().max(room), [DEAD, DEAD]);
        row.iter().for_each(|(class, next)| cells[first + class] = [**next, state as u16]);
    }
    Some((states, cells))
}
