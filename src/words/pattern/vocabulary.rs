//! The cues that were known when the program was built: those of the expressions in `expressions.json`, and the phrases of
//! our pages. Which of them stand where in a text, its automaton says in one pass.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::aho_corasick::{AhoCorasick, PARTS};
use super::texts::Texts;

include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));

static LOADED: LazyLock<AhoCorasick> = LazyLock::new(|| AhoCorasick::of(AUTOMATON).expect("the build made it"));

/// How many cues there are.
pub fn count() -> usize {
    CUES.len()
}

/// Bytes of the longest.
pub fn longest() -> usize {
    LOADED.longest()
}

/// The cues of an expression, by its row among all that were prepared; none where they are not rare.
pub fn of_expression(row: usize) -> Option<&'static [u32]> {
    let start = row.checked_sub(1).map_or(0, |before| ENDS[before]);
    let numbers = &NUMBERS[start as usize..ENDS[row] as usize];
    (!numbers.is_empty()).then_some(numbers)
}

/// The numbers of some cues, in lower case; none where one is not known.
pub fn numbers(cues: &Texts) -> Option<Vec<u32>> {
    cues.iter().filter(|it| !it.is_empty()).map(number).collect()
}

fn number(cue: &str) -> Option<u32> {
    let (mut from, mut to) = (0, CUES.len());
    while from < to {
        let middle = (from + to) / 2;
        match CUES.get(middle).cmp(cue) {
            std::cmp::Ordering::Less => from = middle + 1,
            std::cmp::Ordering::Greater => to = middle,
            std::cmp::Ordering::Equal => return Some(middle as u32),
        }
    }
    None
}

/// Cues that stand in a text, by their numbers, and where each begins, in the order of their ends: both at once, for there are
/// many in every text.
pub type Hits = Vec<(u32, u32)>;

/// Which cues stand in a text, in any case of ASCII: for each part of the text those that end in it.
pub fn hits(text: &[u8]) -> [Hits; PARTS] {
    let mut parts = [(); PARTS].map(|()| Hits::with_capacity(text.len() / (2 * PARTS)));
    LOADED.find(text, |part, cue, place| parts[part].push((cue, place)));
    parts
}
