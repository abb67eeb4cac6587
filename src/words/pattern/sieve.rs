//! Which patterns may match where in a text that all of them are asked about: one pass for the cues of every pattern, in
//! place of one pass for each. It says where a pattern cannot match, never that it does, and so changes no answer.
//!
//! Patterns make themselves known as they are made, so nobody has to list them. The automaton over their cues is made
//! once enough text was read to pay for it, and anew while there are many more patterns than it knows.

use std::cell::RefCell;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use aho_corasick::AhoCorasick;
use memchr::memmem;

use super::sifted::Sifted;
use super::texts::Texts;

/// Bytes of text that an automaton has to be made for: what is shorter is done sooner without.
const WORTH_IT: usize = 128 * 1024;

/// The cues of all patterns that have some, in the order in which they were made.
static CUES: Mutex<Vec<Arc<Texts>>> = Mutex::new(Vec::new());

static SIEVE: RwLock<Option<Arc<Sieve>>> = RwLock::new(None);

/// Bytes of text since the automaton was made.
static READ: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// The texts that are being read, the last one last.
    static SIFTED: RefCell<Vec<Sifted>> = const { RefCell::new(Vec::new()) };
}

/// The number under which a pattern with these cues is known: ASCII in lower case.
pub fn register(cues: Arc<Texts>) -> usize {
    let mut all = CUES.lock().unwrap_or_else(PoisonError::into_inner);
    all.push(cues);
    all.len() - 1
}

/// Whether a pattern may match in a part of a text that is being read; none where nothing is known of it.
pub(super) fn may_match(pattern: usize, text: &str) -> Option<bool> {
    SIFTED.with_borrow(|all| {
        let (read, part) = reading(all, text)?;
        read.may_hold(pattern, part)
    })
}

/// Where the cues of a pattern begin in a part of a text that is being read, in order; none where nothing is known of it.
pub fn places(pattern: usize, text: &str) -> Option<Vec<usize>> {
    SIFTED.with_borrow(|all| {
        let (read, part) = reading(all, text)?;
        let mut places: Vec<usize> =
            read.of(pattern, part.clone())?.iter().map(|it| *it as usize - part.start).collect();
        places.dedup();
        Some(places)
    })
}

/// The text that is being read and holds a part, and where the part is in it.
fn reading<'a>(all: &'a [Sifted], part: &str) -> Option<(&'a Sifted, Range<usize>)> {
    let start = part.as_ptr() as usize;
    let read = all.iter().rev().find(|it| it.start <= start && start + part.len() <= it.end)?;
    Some((read, start - read.start..start - read.start + part.len()))
}

/// An automaton over the cues of the patterns below `known`.
struct Sieve {
    automaton: AhoCorasick,
    /// The patterns of each cue.
    patterns: Vec<Vec<u32>>,
    known: usize,
    /// Bytes of the longest cue.
    longest: usize,
}

impl Sieve {
    fn of(cues: &[Arc<Texts>]) -> Option<Self> {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let (mut words, mut patterns): (Vec<&str>, Vec<Vec<u32>>) = (Vec::new(), Vec::new());
        for (pattern, cues) in cues.iter().enumerate() {
            for cue in cues.iter() {
                let number = *numbers.entry(cue).or_insert_with(|| {
                    words.push(cue);
                    patterns.push(Vec::new());
                    words.len() - 1
                });
                patterns[number].push(pattern as u32);
            }
        }
        let longest = words.iter().map(|it| it.len()).max().unwrap_or(0);
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok()?;
        Some(Self { automaton, patterns, known: cues.len(), longest })
    }

    fn sift(&self, text: &str) -> Sifted {
        let hits: Vec<(u32, u32)> =
            self.automaton.find_overlapping_iter(text).map(|it| (it.pattern().as_u32(), it.start() as u32)).collect();
        let (first, places) = self.sorted(&hits);
        Sifted::new(text, first, places)
    }

    /// The same, where it is known what of the text an earlier one had too: only the rest is read.
    fn sift_changed(&self, text: &str, before: &Sifted, changed: Changed) -> Sifted {
        // What begins before this ends before the change.
        let from = changed.start.saturating_sub(self.longest);
        let part = &text.as_bytes()[from..(changed.new + self.longest).min(text.len())];
        let hits =
            self.automaton.find_overlapping_iter(part).map(|it| (it.pattern().as_u32(), (it.start() + from) as u32));
        let hits: Vec<(u32, u32)> = hits.filter(|(_, place)| (*place as usize) < changed.new).collect();
        let (fresh, between) = self.sorted(&hits);
        let mut first = Vec::with_capacity(before.first.len());
        let mut places = Vec::with_capacity(before.places.len() + between.len());
        for pattern in 0..self.known {
            first.push(places.len() as u32);
            let old = &before.places[before.first[pattern] as usize..before.first[pattern + 1] as usize];
            let head = old.partition_point(|it| (*it as usize) < from);
            let tail = head + old[head..].partition_point(|it| (*it as usize) < changed.old);
            places.extend_from_slice(&old[..head]);
            places.extend_from_slice(&between[fresh[pattern] as usize..fresh[pattern + 1] as usize]);
            places.extend(old[tail..].iter().map(|it| (*it as usize - changed.old + changed.new) as u32));
        }
        first.push(places.len() as u32);
        Sifted::new(text, first, places)
    }

    /// The places of cues by their patterns, and where those of each begin among all.
    fn sorted(&self, hits: &[(u32, u32)]) -> (Vec<u32>, Vec<u32>) {
        // Counted first, the places of all patterns fit into one list.
        let mut next = vec![0u32; self.known + 1];
        for pattern in hits.iter().flat_map(|(cue, _)| &self.patterns[*cue as usize]) {
            next[*pattern as usize + 1] += 1;
        }
        (1..next.len()).for_each(|at| next[at] += next[at - 1]);
        let first = next.clone();
        let mut places = vec![0; first[self.known] as usize];
        for (cue, place) in hits {
            for pattern in &self.patterns[*cue as usize] {
                let next = &mut next[*pattern as usize];
                places[*next as usize] = *place;
                *next += 1;
            }
        }
        // Cues come in the order of their ends.
        let parts = first.windows(2).map(|it| it[0] as usize..it[1] as usize);
        parts.for_each(|it| {
            if !places[it.clone()].is_sorted() {
                places[it].sort_unstable()
            }
        });
        (first, places)
    }
}

/// What of a text is not as it was in an earlier version: all from `start` up to `new`, where before it was up to `old`.
#[derive(Debug, Clone, Copy)]
pub struct Changed {
    pub start: usize,
    pub old: usize,
    pub new: usize,
}

/// As long as it lives, patterns know where in a text they cannot match. The text must live as long, where it is; it
/// stays in its thread, because what is known of it does.
#[derive(Debug, Default)]
pub struct Sifting(Option<usize>, PhantomData<*const ()>);

impl Sifting {
    /// Sifts a text for all patterns that are known.
    pub fn of(text: &str) -> Self {
        Self::begin(sieve(text.len()).filter(|_| may_be_sifted(text)).map(|sieve| sieve.sift(text)))
    }

    /// Sifts a text of which an earlier version was sifted.
    pub fn after(text: &str, before: &Sifted, changed: Changed) -> Self {
        Self::begin(sieve(text.len()).filter(|_| may_be_sifted(text)).map(|sieve| match before.first.len() {
            known if known == sieve.known + 1 => sieve.sift_changed(text, before, changed),
            // Since then more patterns have become known.
            _ => sieve.sift(text),
        }))
    }

    fn begin(sifted: Option<Sifted>) -> Self {
        let start = sifted.as_ref().map(|it| it.start);
        SIFTED.with_borrow_mut(|all| all.extend(sifted));
        Self(start, PhantomData)
    }

    /// What was found; patterns know of it no more.
    pub fn into_sifted(mut self) -> Option<Sifted> {
        let start = self.0.take()?;
        SIFTED.with_borrow_mut(|all| {
            let at = all.iter().rposition(|it| it.start == start)?;
            Some(all.remove(at))
        })
    }
}

/// Whether what the sieve says of a text holds.
fn may_be_sifted(text: &str) -> bool {
    u32::try_from(text.len()).is_ok() && !text.is_empty() && !has_other_case(text)
}

/// Whether a text holds one of the two letters outside of ASCII that are another case of one inside. No cue has them.
pub(super) fn has_other_case(text: &str) -> bool {
    !text.is_ascii() && ["\u{17f}", "\u{212a}"].iter().any(|it| memmem::find(text.as_bytes(), it.as_bytes()).is_some())
}

impl Drop for Sifting {
    fn drop(&mut self) {
        let Some(start) = self.0 else { return };
        // When its thread ends, nobody asks any more.
        let _ = SIFTED.try_with(|all| all.borrow_mut().retain(|it| it.start != start));
    }
}

/// The automaton, where there is one, after so many more bytes.
fn sieve(bytes: usize) -> Option<Arc<Sieve>> {
    let read = READ.fetch_add(bytes, Ordering::Relaxed) + bytes;
    let known = SIEVE.read().unwrap_or_else(PoisonError::into_inner).clone();
    if read < WORTH_IT {
        return known;
    }
    // Who finds the list locked goes on with what there is: somebody else is at it.
    let cues = CUES.try_lock().ok().map(|cues| cues.clone());
    READ.store(0, Ordering::Relaxed);
    let is_newer = |cues: &Vec<_>| known.as_ref().is_none_or(|it| it.known + it.known / 8 < cues.len());
    let Some(cues) = cues.filter(is_newer) else { return known };
    let made = Sieve::of(&cues).map(Arc::new);
    *SIEVE.write().unwrap_or_else(PoisonError::into_inner) = made.clone();
    made.or(known)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Changed, Sieve};

    #[test]
    fn what_was_sifted_before_is_what_would_be_found() {
        let cues = [&["soon", "oon so"][..], &["we", "by"], &["s"]];
        let sieve = Sieve::of(&cues.map(|it| Arc::new(it.iter().collect()))).expect("few cues");
        let before = "Soon, by noon so we say. We say soon so.";
        for start in 0..before.len() {
            for end in start..before.len() {
                for new in ["", "s", "oon", "by soon we"] {
                    let after = format!("{}{new}{}", &before[..start], &before[end..]);
                    let changed = Changed { start, old: end, new: start + new.len() };
                    let (kept, whole) = (sieve.sift_changed(&after, &sieve.sift(before), changed), sieve.sift(&after));
                    assert_eq!((kept.first, kept.places), (whole.first, whole.places), "{before:?} {after:?}");
                }
            }
        }
    }
}
