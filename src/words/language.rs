//! Whether a text is English, by its commonest words and its letters.

use std::sync::LazyLock;

use foldhash::HashMap;

const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "in", "is", "it", "that", "for", "on", "with", "as", "are", "this", "be", "by", "not",
    "or", "from", "an", "at", "was", "we", "can", "if", "when", "you", "have", "has", "will", "but", "a", "i",
];

const OTHERS: &[&str] = &[
    "der", "die", "das", "und", "nicht", "ist", "mit", "ein", "eine", "für", "auf", "le", "la", "les", "des", "et",
    "est", "une", "dans", "pour", "que", "de", "du", "el", "los", "las", "una", "por", "con", "para", "como", "não",
    "uma", "os", "il", "di", "che", "per", "non", "een", "het", "van", "och", "att", "som", "ikke", "ja",
];

/// The commonest words, and whether they are English.
static COMMON: LazyLock<HashMap<Word, bool>> = LazyLock::new(|| {
    let all = ENGLISH.iter().map(|it| (it, true)).chain(OTHERS.iter().map(|it| (it, false)));
    all.filter_map(|(word, is_english)| Some((packed(word)?, is_english))).collect()
});

/// The bytes of a word, and none behind them: as one number it is looked up sooner.
type Word = u64;

/// None of these words has more bytes, in any case.
const LONGEST: usize = size_of::<Word>();

/// A word in small letters, as far as they are of ASCII.
fn packed(word: &str) -> Option<Word> {
    let mut bytes = [0; LONGEST];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    Some(Word::from_ne_bytes(bytes))
}

/// Fewer words than this say nothing about their language, unless their letters do.
const ENOUGH_WORDS: usize = 20;

/// Words. More of them do not tell more.
const MOST_WORDS: usize = 600;

/// The first so many bytes of a text tell its language as well as the whole.
pub const SAMPLE: usize = 8 * 1024;

/// English until the text shows otherwise: most of its letters are of another script, or another language's
/// commonest words outnumber the English ones.
pub fn is_english(text: &str) -> bool {
    let (mut latin, mut marked, mut other_script) = (0usize, 0usize, 0usize);
    let (mut words, mut english, mut longer, mut others) = (0usize, 0usize, 0usize, 0usize);
    for word in text.split(|it: char| !it.is_alphabetic()).filter(|word| !word.is_empty()).take(MOST_WORDS) {
        words += 1;
        if word.is_ascii() {
            latin += word.len();
        } else {
            for letter in word.chars() {
                latin += usize::from(letter < '\u{250}');
                marked += usize::from(!letter.is_ascii() && letter < '\u{250}');
                other_script += usize::from(letter >= '\u{250}');
            }
        }
        if word.len() > LONGEST {
            continue;
        }
        let Some(is_english) = common(word) else { continue };
        english += usize::from(is_english);
        // "a" and "i" are words of many languages.
        longer += usize::from(is_english && word.len() > 1);
        others += usize::from(!is_english);
    }
    if other_script > latin / 2 && other_script > 4 {
        return false;
    }
    // Many languages are written with marks on Latin letters, and hardly a word of theirs is an English one.
    if words >= ENOUGH_WORDS && longer * 20 < words && marked * 40 > latin {
        return false;
    }
    words < ENOUGH_WORDS || others <= english || others * 20 < words
}

/// Whether a word is English, where it is one of the commonest, in any case.
fn common(word: &str) -> Option<bool> {
    let packed = if word.is_ascii() { packed(word) } else { packed(&word.to_lowercase()) };
    COMMON.get(&packed?).copied()
}

#[cfg(test)]
mod tests {
    use super::is_english;

    #[test]
    fn the_commonest_words_tell() {
        assert!(is_english("Short note de la team"));
        assert!(is_english(&"We will meet the team on Friday and talk about the plan. ".repeat(3)));
        assert!(!is_english(
            &"Wir treffen uns am Freitag und sprechen über die Planung, die nicht fertig ist. ".repeat(3)
        ));
        assert!(!is_english(
            &"Účet se otevře až zítra, protože číslo smlouvy chybí a správce nemá přístup. ".repeat(3)
        ));
        assert!(!is_english("进展：已完成三个分片，下一步是分片七。"));
    }
}
