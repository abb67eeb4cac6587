//! Quantities in sentences, with prints of the words around them.

use super::Spot;
use crate::document::Document;
use crate::fact::{amounts, unit};
use crate::words::digit::holds_digit;

/// A quantity of a known dimension in a sentence of running text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Quantity {
    pub spot: Spot,
    /// As it is written.
    pub text: Box<str>,
    /// Where its sentence begins: those of one sentence have the same.
    pub sentence: u32,
    /// The prints of the words before it, and behind it, as far as they are kept.
    pub before: Box<[u32]>,
    pub behind: Box<[u32]>,
}

/// So many quantities of a document are kept, and so many words on either side of each.
const MOST: usize = 16;
const WORDS: usize = 14;

/// The quantities in sentences, in order. A heading and what is quoted say none, and neither does another language.
pub fn all(doc: &Document) -> Vec<Quantity> {
    let prose = doc.prose();
    if !holds_digit(prose.text()) || !doc.is_english() {
        return Vec::new();
    }
    let mut all = Vec::new();
    for sentence in prose.statements() {
        let said = prose.said(sentence);
        let has_digit = holds_digit(said);
        for (range, _) in if has_digit { amounts::all(said) } else { Vec::new() } {
            let span = prose.span_in(sentence, &range);
            let before = prints(&said[..range.start]);
            let behind = prints(&said[range.end..]);
            all.push(Quantity {
                spot: Spot::of(doc, span),
                text: said[range].into(),
                sentence: u32::try_from(sentence.range.start).unwrap_or(u32::MAX),
                before: before[before.len().saturating_sub(WORDS)..].into(),
                behind: behind[..behind.len().min(WORDS)].into(),
            });
            if all.len() == MOST {
                return all;
            }
        }
    }
    all
}

/// The prints of the words of a phrase.
pub fn prints(phrase: &str) -> Vec<u32> {
    let words = phrase.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(print).collect()
}

/// The same for a word in the singular and the plural, in any case.
pub fn print(word: &str) -> u32 {
    const BASIS: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    let word = unit::singular(word);
    word.bytes().fold(BASIS, |print, byte| (print ^ u32::from(byte)).wrapping_mul(PRIME))
}
