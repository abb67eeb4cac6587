//! Writes the automaton over some pieces as bytes, in the form that it is searched in.

use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};

use super::{CLASS, ENDS, LAST, LENGTH, STATE};

/// The state in which nothing is begun. It is the first in every list, and its cells are counted from 0.
const ROOT: usize = 0;

/// So many places before the last one are tried again for a state with as many cells. To try all takes minutes, and saves a
/// twentieth of the room.
const BACK: usize = 1000;

/// The beginnings of all pieces, and what each letter leads to from there.
#[derive(Default)]
struct Trie {
    /// For each state, the states of one letter more, by its class.
    children: Vec<BTreeMap<usize, usize>>,
    /// The same, and where more than two letters lead that are an end of what it has read.
    leads: Vec<BTreeMap<usize, usize>>,
    /// How many letters it has read.
    depths: Vec<usize>,
    /// The longest end of what it has read that begins a piece, too.
    shorter: Vec<usize>,
    /// The numbers of the pieces that end in it.
    ends: Vec<Vec<usize>>,
}

/// The bytes of the automaton over some pieces, none of them empty or there twice, in small letters; none where they are more
/// than can be numbered. What is read most in a sample of what will be searched lies together: so much the processor keeps at
/// hand.
pub fn store(pieces: &[impl AsRef<str>], sample: &str) -> Option<Vec<u8>> {
    let pieces: Vec<&[u8]> = pieces.iter().map(|it| it.as_ref().as_bytes()).collect();
    let (classes, width) = classes(&pieces, sample.as_bytes())?;
    let trie = Trie::of(&pieces, &classes);
    let (lists, listed) = listed(&trie, &pieces)?;
    let places = laid(&trie, &trie.visits(&classes, sample.as_bytes()), width);
    let cell = |class: usize, next: usize| {
        let ends = if trie.ends[next].is_empty() { 0 } else { ENDS };
        (places[next] as u32) << STATE | ends | class as u32
    };
    let last = numbered(*places.iter().max()?)?;
    let mut cells = vec![0; last as usize + width + 1];
    for (state, leads) in trie.leads.iter().enumerate() {
        leads.iter().for_each(|(class, next)| cells[places[state] + class] = cell(*class, *next));
        if !trie.ends[state].is_empty() {
            cells[places[state] + width] = lists[state] << STATE | width as u32;
        }
    }
    let longest = pieces.iter().map(|it| it.len()).max()?;
    let mut out = classes.to_vec();
    let numbers = [width, longest, cells.len()].into_iter().map(|it| it as u32);
    let pairs = (0..width).flat_map(|last| (0..width).map(move |class| (last, class)));
    let pairs = pairs.map(|(last, class)| cell(0, trie.pair(last, class)));
    numbers.chain(pairs).chain(cells).chain(listed).for_each(|it| out.extend(it.to_le_bytes()));
    Some(out)
}

/// A number that a cell has room for.
fn numbered(number: usize) -> Option<u32> {
    u32::try_from(number).ok().filter(|it| *it <= u32::MAX >> STATE)
}

/// The class of each byte, and how many there are: one for each that a piece has, the most common first, and one for all others.
fn classes(pieces: &[&[u8]], sample: &[u8]) -> Option<([u8; 256], usize)> {
    let mut counts = [0usize; 256];
    sample.iter().for_each(|it| counts[usize::from(it.to_ascii_lowercase())] += 1);
    let mut bytes: Vec<u8> = pieces.concat();
    bytes.sort_unstable_by_key(|it| (Reverse(counts[usize::from(*it)]), *it));
    bytes.dedup();
    let width = u8::try_from(bytes.len() + 1).ok()?;
    let mut classes = [0; 256];
    (1..).zip(bytes).for_each(|(class, byte)| classes[usize::from(byte)] = class);
    (b'A'..=b'Z').for_each(|it| classes[usize::from(it)] = classes[usize::from(it.to_ascii_lowercase())]);
    (u32::from(width) <= CLASS).then_some((classes, width.into()))
}

impl Trie {
    fn of(pieces: &[&[u8]], classes: &[u8; 256]) -> Self {
        let mut trie = Self::default();
        trie.grow(0);
        for (number, piece) in pieces.iter().enumerate() {
            let mut state = ROOT;
            for byte in *piece {
                let class = usize::from(classes[usize::from(*byte)]);
                state = match trie.children[state].get(&class) {
                    Some(child) => *child,
                    None => {
                        let child = trie.grow(trie.depths[state] + 1);
                        trie.children[state].insert(class, child);
                        child
                    }
                };
            }
            trie.ends[state].push(number);
        }
        trie.link();
        trie
    }

    /// A new state.
    fn grow(&mut self, depth: usize) -> usize {
        self.children.push(BTreeMap::new());
        self.leads.push(BTreeMap::new());
        self.depths.push(depth);
        self.shorter.push(ROOT);
        self.ends.push(Vec::new());
        self.depths.len() - 1
    }

    /// Finds the shorter state of each, and what ends and goes on there as well; those of fewer letters first.
    fn link(&mut self) {
        let mut waiting = VecDeque::from([ROOT]);
        while let Some(state) = waiting.pop_front() {
            if self.depths[self.shorter[state]] > 1 {
                self.leads[state] = self.leads[self.shorter[state]].clone();
            }
            let children = self.children[state].clone();
            self.leads[state].extend(&children);
            for (class, child) in children {
                waiting.push_back(child);
                if state != ROOT {
                    self.shorter[child] = self.after(self.shorter[state], class);
                }
                let also = self.ends[self.shorter[child]].clone();
                self.ends[child].extend(also);
            }
        }
    }

    /// The state after one more letter.
    fn after(&self, mut state: usize, class: usize) -> usize {
        loop {
            match self.children[state].get(&class) {
                Some(child) => return *child,
                None if state == ROOT => return ROOT,
                None => state = self.shorter[state],
            }
        }
    }

    /// How often each state is reached in a text.
    fn visits(&self, classes: &[u8; 256], text: &[u8]) -> Vec<usize> {
        let mut visits = vec![0; self.depths.len()];
        let mut state = ROOT;
        for byte in text {
            state = self.after(state, classes[usize::from(*byte)].into());
            visits[state] += 1;
        }
        visits
    }

    /// The state after two letters.
    fn pair(&self, last: usize, class: usize) -> usize {
        self.after(self.after(ROOT, last), class)
    }
}

/// Where the cells of each state are counted from: those of each in the first gaps that they fit into, those that are reached
/// most first, and no two states at one place.
fn laid(trie: &Trie, visits: &[usize], width: usize) -> Vec<usize> {
    let Trie { leads, ends, .. } = trie;
    let classes = |state: usize| leads[state].keys().copied().chain((!ends[state].is_empty()).then_some(width));
    let size = |state: usize| classes(state).count();
    let mut places = vec![0; leads.len()];
    let (mut is_begun, mut is_taken) = (vec![false], vec![false; width + 1]);
    let mut order: Vec<usize> = (0..leads.len()).collect();
    // Of those that are reached about as often, the largest first.
    let often = |state: usize| visits[state].checked_ilog2();
    order.sort_by_key(|state| (*state != ROOT, Reverse(often(*state)), Reverse(size(*state))));
    // Those of one size fit in where the last did, or a little before.
    let (mut from, mut last): (usize, usize) = (0, 0);
    for state in order {
        if size(state) != last {
            (from, last) = (0, size(state));
        }
        let is_free = |place: &usize| {
            is_begun.get(*place) != Some(&true) && classes(state).all(|it| is_taken.get(place + it) != Some(&true))
        };
        from = (from.saturating_sub(BACK)..).find(is_free).unwrap_or(from);
        is_begun.resize(is_begun.len().max(from + 1), false);
        is_taken.resize(is_taken.len().max(from + width + 1), false);
        is_begun[from] = true;
        classes(state).for_each(|it| is_taken[from + it] = true);
        places[state] = from;
    }
    places
}

/// For each state, where the list of the pieces begins that end there, and all lists.
fn listed(trie: &Trie, pieces: &[&[u8]]) -> Option<(Vec<u32>, Vec<u32>)> {
    let (mut lists, mut all) = (vec![0; trie.ends.len()], Vec::new());
    for (list, ends) in lists.iter_mut().zip(&trie.ends) {
        *list = numbered(all.len())?;
        for (left, number) in (0..ends.len()).rev().zip(ends) {
            let last = if left == 0 { LAST } else { 0 };
            let length = u32::try_from(pieces[*number].len()).ok().filter(|it| *it < LAST >> LENGTH)?;
            all.push(last | length << LENGTH | u32::from(u16::try_from(*number).ok()?));
        }
    }
    Some((lists, all))
}
