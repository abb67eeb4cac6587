//! Where cues begin in a text, by their numbers. Of nearly all cues a text has none: to clear a number for each of them and to
//! sum them up takes longer than to read a short text, so they are kept in rows, and only those that something stands in.

use std::ops::Range;

use crate::words::pattern::vocabulary;

/// The places of all cues in a text.
#[derive(Debug)]
pub struct ByCue {
    /// For each row of cues, where its numbers begin in `first`; [`NONE`] where none of its cues stands in the text.
    rows: Vec<u32>,
    /// For each cue of a row, and for the one behind its last, where its places begin.
    first: Vec<u32>,
    places: Vec<u32>,
}

const NONE: u32 = u32::MAX;

/// So many cues, whose numbers follow each other, are a row.
const ROW: usize = 64;

fn row(cue: u32) -> usize {
    cue as usize / ROW
}

fn column(cue: u32) -> usize {
    cue as usize % ROW
}

impl ByCue {
    fn with_capacity(count: usize) -> Self {
        let rows = vec![NONE; vocabulary::count().div_ceil(ROW)];
        // Room in which nobody writes takes none, and what grows is copied.
        let first = Vec::with_capacity(rows.len() * (ROW + 2));
        Self { rows, first, places: Vec::with_capacity(count) }
    }

    /// Sorts the places of cues, part by part of a text, which for each cue are in order already. Loops inside of loops: one
    /// iterator over all parts would ask of each of many thousand places whether its part ends there.
    pub fn of<P: Iterator<Item = (u32, u32)>>(parts: impl Iterator<Item = P> + Clone) -> Self {
        let mut all = Self::with_capacity(0);
        let (rows, first) = (&mut all.rows, &mut all.first);
        // Counted first, the places of all fit into one list. Where those of a cue begin stands one further on until they are
        // all there, and is moved on by each: then it is where those of the next one begin.
        for part in parts.clone() {
            part.for_each(|(cue, _)| {
                let start = &mut rows[row(cue)];
                if *start == NONE {
                    *start = first.len() as u32;
                    first.resize(first.len() + ROW + 2, 0);
                }
                first[*start as usize + column(cue) + 2] += 1;
            });
        }
        let mut sum = 0;
        for start in rows.iter().filter(|it| **it != NONE) {
            for count in &mut first[*start as usize..*start as usize + ROW + 2] {
                sum += *count;
                *count = sum;
            }
        }
        all.places.resize(sum as usize, 0);
        for part in parts {
            part.for_each(|(cue, place)| {
                let next = &mut first[rows[row(cue)] as usize + column(cue) + 1];
                all.places[*next as usize] = place;
                *next += 1;
            });
        }
        all
    }

    /// Where a cue begins, in order.
    #[inline]
    pub fn of_cue(&self, cue: u32) -> &[u32] {
        match self.rows[row(cue)] {
            NONE => &[],
            start => {
                let at = start as usize + column(cue);
                &self.places[self.first[at] as usize..self.first[at + 1] as usize]
            }
        }
    }

    /// Where they begin once a part of the text is another: those in it are told anew, and those behind it have moved.
    pub fn changed(&self, part: Range<usize>, anew: &Self, moved: impl Fn(u32) -> u32) -> Self {
        let mut all = Self::with_capacity(self.places.len() + anew.places.len());
        let before = |places: &[u32], end: usize| places.partition_point(|place| (*place as usize) < end);
        for number in (0..all.rows.len()).filter(|it| self.rows[*it] != NONE || anew.rows[*it] != NONE) {
            all.rows[number] = all.first.len() as u32;
            for cue in (ROW * number) as u32..(ROW * (number + 1)) as u32 {
                all.first.push(all.places.len() as u32);
                let old = self.of_cue(cue);
                all.places.extend_from_slice(&old[..before(old, part.start)]);
                all.places.extend_from_slice(anew.of_cue(cue));
                all.places.extend(old[before(old, part.end)..].iter().map(|it| moved(*it)));
            }
            all.first.push(all.places.len() as u32);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{ByCue, vocabulary};

    #[test]
    fn each_cue_has_its_places_in_their_order() {
        let last = vocabulary::count() as u32 - 1;
        let hits = [(last, 1), (63, 2), (0, 2), (64, 3), (63, 5), (last, 9), (0, 11), (63, 11)];
        let known = [(0, [2, 11].as_slice()), (63, &[2, 5, 11]), (64, &[3]), (last, &[1, 9])];
        let all = ByCue::of([hits.into_iter()].into_iter());
        for cue in 0..=last {
            let places = known.iter().find(|it| it.0 == cue).map_or([].as_slice(), |it| it.1);
            assert_eq!(all.of_cue(cue), places, "{cue}");
        }
        assert!(ByCue::of([hits[..0].iter().copied()].into_iter()).of_cue(63).is_empty());
    }
}
