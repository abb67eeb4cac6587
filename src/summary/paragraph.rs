//! Paragraphs as prints: enough to see that two are the same, or nearly, without their words. One print is of all words
//! in their order; the other holds, for each of several orders of all there is, the smallest three words in a row: two
//! paragraphs agree in as many of them as they share of what they say. Knows no other document.

use super::Spot;
use crate::document::{Document, MASK, Stand};
use crate::words::{generated, sentence};

/// A shorter paragraph is said in the same words by chance, or by habit.
const FEWEST_WORDS: usize = 40;

/// Minima that a paragraph is known by.
pub const MINIMA: usize = 48;

/// Minima that are looked up together: two paragraphs that agree in one such band are worth comparing.
pub const BAND: usize = 4;

/// Words in a row that count as one thing said. Of more, a single changed word would hide half of a short paragraph.
const SHINGLE: usize = 3;

/// Of more paragraphs those are kept whose prints are the smallest numbers: the same ones in every copy of the text.
const MOST: usize = 64;

/// What licences, and those who name them, are made to say.
const TERMS: &[&str] = &[
    "licensed under",
    "permission is hereby granted",
    "developer certificate of origin",
    "to the best of my knowledge, is covered under",
    "without warrant",
    "provided \"as is\"",
    "all rights reserved",
    "copyright (c)",
];

/// The prints of one paragraph: 72 bytes. They are the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// Of its words in their order, whatever their case, marks and line ends.
    pub exact: u64,
    pub spot: Spot,
    /// Its words without code.
    pub words: u16,
    pub minima: [u8; MINIMA],
}

impl Paragraph {
    /// How much of all that two paragraphs say both say, from 0 to 1 (Jaccard, by the share of equal minima; its
    /// standard error is at most 0.07). Minima of one byte are equal by chance once in 256.
    pub fn likeness(&self, other: &Self) -> f32 {
        const CHANCE: f32 = 1.0 / 256.0;
        let equal = self.minima.iter().zip(&other.minima).filter(|(one, other)| one == other).count();
        let share = equal as f32 / MINIMA as f32;
        ((share - CHANCE) / (1.0 - CHANCE)).max(0.0)
    }

    /// What it is looked up by.
    pub fn bands(&self) -> impl Iterator<Item = [u8; BAND]> + '_ {
        self.minima.chunks_exact(BAND).map(|band| band.try_into().expect("a chunk has its size"))
    }
}

/// The longer paragraphs of a text that a person wrote in English, in order.
pub fn all(doc: &Document) -> Vec<Paragraph> {
    if !doc.is_english() || generated::is_generated(doc.text()) {
        return Vec::new();
    }
    let mut prints: Vec<Paragraph> = (0..doc.passages().len()).filter_map(|passage| print(doc, passage)).collect();
    if prints.len() > MOST {
        prints.sort_unstable_by_key(|it| (it.exact, it.spot));
        prints.truncate(MOST);
        prints.sort_unstable_by_key(|it| it.spot);
    }
    prints
}

fn print(doc: &Document, index: usize) -> Option<Paragraph> {
    let passage = &doc.passages()[index];
    let text = doc.prose().passage(index);
    if passage.place.is_heading() || text.len() < FEWEST_WORDS * 2 || is_in_tag(doc, passage.span.start) {
        return None;
    }
    let words = sentence::count_words(text);
    if words < FEWEST_WORDS || is_terms(text) {
        return None;
    }
    let said = said(doc, index);
    Some(Paragraph {
        exact: said.iter().fold(0, |before, word| mix(before ^ word)),
        spot: Spot::of(doc, passage.span),
        words: u16::try_from(words).unwrap_or(u16::MAX),
        minima: minima(&said),
    })
}

fn is_terms(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    TERMS.iter().any(|it| lower.contains(it))
}

/// Whether a tag opens right before a place: what stands in tags a program wrote there, or it is layout.
fn is_in_tag(doc: &Document, start: usize) -> bool {
    let before = doc.text()[..start].trim_end_matches([' ', '\t', '\r']);
    let before = before.strip_suffix('\n').unwrap_or(before).trim_end();
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    line.ends_with('>') && !line.ends_with("->") && line.contains('<')
}

/// The words of a passage as numbers. Code and quotations are read, too: two commands make two explanations.
fn said(doc: &Document, index: usize) -> Vec<u64> {
    let prose = doc.prose();
    let mut masks = prose.masks(prose.passage_range(index));
    let mut words = Words::default();
    for letter in prose.passage(index).chars() {
        let mask = if letter == MASK { masks.next() } else { None };
        match mask {
            Some((Stand::Image, _)) => words.end(),
            Some((_, span)) => {
                words.end();
                doc.at(span).chars().for_each(|letter| words.read(letter));
                words.end();
            }
            None => words.read(letter),
        }
    }
    words.end();
    words.list
}

/// Reads letters as words: what stands between letters and digits is no part of any.
#[derive(Default)]
struct Words {
    list: Vec<u64>,
    open: Option<u64>,
}

impl Words {
    fn read(&mut self, letter: char) {
        if !letter.is_alphanumeric() {
            return self.end();
        }
        // FNV-1a over letters, which are mixed when the word ends.
        let add = |hash: u64, letter: char| (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3);
        let hash = self.open.unwrap_or(0xcbf2_9ce4_8422_2325);
        self.open = Some(match letter.is_ascii() {
            true => add(hash, letter.to_ascii_lowercase()),
            false => letter.to_lowercase().fold(hash, add),
        });
    }

    fn end(&mut self) {
        self.list.extend(self.open.take().map(mix));
    }
}

/// Spreads what distinguishes two numbers over all bits (the finaliser of SplitMix64).
const fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// An odd number for each minimum: multiplied by it, all shingles stand in another order.
const ORDERS: [u64; MINIMA] = {
    let mut orders = [0; MINIMA];
    let mut at = 0;
    while at < MINIMA {
        orders[at] = mix((at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)) | 1;
        at += 1;
    }
    orders
};

fn minima(words: &[u64]) -> [u8; MINIMA] {
    let mut least = [u32::MAX; MINIMA];
    for shingle in words.windows(SHINGLE) {
        let print = shingle.iter().fold(0, |before, word| mix(before ^ word));
        for (least, order) in least.iter_mut().zip(&ORDERS) {
            *least = (*least).min((print.wrapping_mul(*order) >> 32) as u32);
        }
    }
    // The smallest numbers begin with zeros; mixed, one byte of them is as good as any.
    least.map(|it| (mix(u64::from(it)) >> 56) as u8)
}
