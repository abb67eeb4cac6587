//! Whether a text is English, by its commonest words and its letters.

use std::sync::LazyLock;

use foldhash::HashMap;

const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "in", "is", "it", "that", "for", "on", "with", "as", "are", "this", "be", "by", "not",
    "or", "from", "an", "at", "was", "we", "can", "if", "when", "you", "have", "has", "will", "but", "a", "i",
];

/// Without "dan", which is somebody in English, and "ve", the end of "we've".
const OTHERS: &[&str] = &[
    "der", "die", "das", "und", "nicht", "ist", "mit", "ein", "eine", "für", "auf", "le", "la", "les", "des", "et",
    "est", "une", "dans", "pour", "que", "de", "du", "el", "los", "las", "una", "por", "con", "para", "como", "não",
    "uma", "os", "il", "di", "che", "per", "non", "een", "het", "van", "och", "att", "som", "ikke", "ja", "durch",
    "vom", "wir", "noch", "wird", "sind", "yang", "untuk", "tidak", "dari", "pada", "akan", "atau", "juga", "nie",
    "jest", "się", "oraz", "przez", "że", "bir", "için", "icin", "ile", "daha", "veya", "olan", "gibi", "jsou", "není",
    "nebo", "aby", "také", "von", "zu", "zum", "zur", "über", "ohne", "oder", "bei", "nach", "auch", "dem", "nur",
    "je", "im",
];

/// Those of them that are neither an abbreviation nor a part of a name in English: "OS", "MIT", "IST" and "de" are.
const FOREIGN: &[&str] = &[
    "und", "nicht", "eine", "für", "auf", "durch", "vom", "wir", "noch", "wird", "sind", "une", "dans", "una", "como",
    "não", "uma", "che", "een", "het", "och", "att", "ikke", "yang", "untuk", "tidak", "dari", "pada", "jest", "się",
    "oraz", "przez", "jsou", "nebo", "için", "icin", "veya", "gibi",
];

/// The commonest words, and whether they are English.
static COMMON: LazyLock<HashMap<Word, bool>> = LazyLock::new(|| {
    let all = ENGLISH.iter().map(|it| (it, true)).chain(OTHERS.iter().map(|it| (it, false)));
    all.map(|(word, is_english)| (packed(word).expect("a short word"), is_english)).collect()
});

/// The bytes of a word, and none behind them: as one number it is looked up sooner.
type Word = u64;

/// None of these words has more bytes, in any case.
const LONGEST: usize = 5;

/// A word with one more letter.
fn with(word: Word, letter: u8) -> Word {
    word << 8 | Word::from(letter)
}

/// A word in small letters.
fn packed(word: &str) -> Option<Word> {
    (word.len() <= LONGEST).then(|| word.bytes().fold(0, with))
}

/// What is no letter in ASCII, and what belongs to a letter outside of it.
const NONE: u8 = 0;
const OTHER: u8 = 1;

/// Each byte as a small letter, to be looked up.
const LETTERS: [u8; 256] = {
    let mut letters = [OTHER; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        letters[byte as usize] = if byte.is_ascii_alphabetic() { byte.to_ascii_lowercase() } else { NONE };
        byte += 1;
    }
    letters
};

/// Fewer words than this say nothing about their language, unless their letters do.
const ENOUGH_WORDS: usize = 20;

/// From so many words on, a few that no English text holds tell its language, where hardly an English one stands beside.
const FEW_WORDS: usize = 8;
const FEW_FOREIGN: usize = 2;
const FEW_OTHERS: usize = 3;

/// Words. More of them do not tell more.
const MOST_WORDS: usize = 600;

/// The first so many bytes of a text tell its language as well as the whole.
pub const SAMPLE: usize = 8 * 1024;

/// English until the text shows otherwise: most of its letters are of another script, or another language's
/// commonest words outnumber the English ones.
pub fn is_english(text: &str) -> bool {
    let (mut latin, mut marked, mut other_script) = (0usize, 0usize, 0usize);
    let (mut words, mut english, mut longer, mut others) = (0usize, 0usize, 0usize, 0usize);
    let mut foreign = 0usize;
    for (word, number) in words_of(text).take(MOST_WORDS) {
        words += 1;
        if number.is_some() {
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
        let Some(is_english) = common(word, number) else { continue };
        english += usize::from(is_english);
        // "a" and "i" are words of many languages.
        longer += usize::from(is_english && word.len() > 1);
        others += usize::from(!is_english);
        foreign += usize::from(!is_english && words <= ENOUGH_WORDS && is_foreign(word));
    }
    if other_script > latin / 2 && other_script > 4 {
        return false;
    }
    // Many languages are written with marks on Latin letters, and hardly a word of theirs is an English one; or with letters of
    // their own, and the names of what they speak of in Latin ones.
    let is_marked = marked * 40 > latin || other_script * 8 > latin;
    if words >= ENOUGH_WORDS && longer * 20 < words && is_marked {
        return false;
    }
    let is_plain = words >= FEW_WORDS && foreign >= FEW_FOREIGN && others >= FEW_OTHERS && others > 2 * longer;
    if words < ENOUGH_WORDS && is_plain {
        return false;
    }
    words < ENOUGH_WORDS || others <= english || others * 20 < words
}

/// Whether a text is English beyond doubt: in a folder of another language it is one that nobody translated.
pub fn is_plainly_english(text: &str) -> bool {
    let (mut words, mut english, mut others) = (0usize, 0usize, 0usize);
    for (word, number) in words_of(text).take(MOST_WORDS) {
        words += 1;
        match common(word, number) {
            Some(true) if word.len() > 1 => english += 1,
            Some(false) => others += 1,
            _ => {}
        }
    }
    words >= ENOUGH_WORDS && english * 8 >= words && others * 4 <= english
}

/// The words of a text, without digits and marks; of one in ASCII with its letters as one number, as they were read.
fn words_of(text: &str) -> impl Iterator<Item = (&str, Option<Word>)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        // Letter by letter where another script begins, and byte by byte before.
        let bytes = rest.as_bytes();
        let start = bytes.iter().position(|it| LETTERS[usize::from(*it)] != NONE)?;
        let (mut end, mut word) = (start, 0);
        while let Some(letter) = bytes.get(end).map(|it| LETTERS[usize::from(*it)]).filter(|it| *it > OTHER) {
            word = with(word, letter);
            end += 1;
        }
        let known = bytes.get(end).is_none_or(u8::is_ascii).then_some(word);
        let (start, end) = if known.is_some() { (start, end) } else { word_of_any_script(rest, start)? };
        let (word, behind) = (&rest[start..end], &rest[end..]);
        rest = behind;
        Some((word, known))
    })
}

/// Where the next word begins and ends, from a place on.
fn word_of_any_script(text: &str, from: usize) -> Option<(usize, usize)> {
    let start = from + text[from..].find(char::is_alphabetic)?;
    let end = text[start..].find(|it: char| !it.is_alphabetic()).map_or(text.len(), |length| start + length);
    Some((start, end))
}

/// Whether a word is English, where it is one of the commonest, in any case. Of most its number is known.
fn common(word: &str, known: Option<Word>) -> Option<bool> {
    let packed = match known {
        Some(known) => (word.len() <= LONGEST).then_some(known),
        None => packed(&word.to_lowercase()),
    };
    COMMON.get(&packed?).copied()
}

fn is_foreign(word: &str) -> bool {
    let lower = word.to_lowercase();
    FOREIGN.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::{is_english, is_plainly_english, words_of};

    #[test]
    fn words_are_letters_of_any_script() {
        let words = |text: &str| words_of(text).map(|(word, _)| word.to_owned()).collect::<Vec<_>>();
        assert_eq!(
            words("One-two3 f\u{fc}r \u{fc}ber\u{2014}x \u{fffc} a\u{301}b"),
            ["One", "two", "f\u{fc}r", "\u{fc}ber", "x", "a", "b"]
        );
        assert_eq!(words("\u{8fdb}\u{5c55}\u{ff1a}ok \u{2014}"), ["\u{8fdb}\u{5c55}", "ok"]);
    }

    #[test]
    fn a_text_that_nobody_translated_is_told() {
        let text = "We will meet the team on Friday and talk about the plan. ".repeat(3);
        assert!(is_plainly_english(&text) && !is_plainly_english("We will meet on Friday."));
        assert!(!is_plainly_english(
            &"Rapat tim Jumat siang, build for iOS gagal, kirim laporan besok pagi lewat grup kantor. ".repeat(3)
        ));
    }

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
        // Korean, with the English names of what it speaks of.
        assert!(!is_english(
            &"Snapshot \u{bcf5}\u{c6d0} \u{c21c}\u{c11c}: raft join \u{d6c4} key \u{d655}\u{c778}, restart \u{d6c4} \u{ac80}\u{c99d}. ".repeat(3)
        ));
        assert!(!is_english("Stand Montag: Tabelle ist fertig, Kasse noch in Arbeit. Wartet auf Daten vom Amt."));
        assert!(!is_english(
            &"Semua perubahan pada aplikasi yang belum selesai akan dipindahkan dan tidak dihapus untuk sekarang. "
                .repeat(3)
        ));
        assert!(!is_english(
            "Träger: Verein (Sitz Ulm). Zweck: Hilfe bei Umzug oder Krankheit, ohne Entgelt. Daten: Name, Anschrift, siehe Anhang; Frist: zwei Jahre nach Ende."
        ));
        assert!(is_english("OS: none, OS version: 11, MIT licence, build of Los Altos, 9:00 IST, per node"));
        assert!(!is_english("进展：已完成三个分片，下一步是分片七。"));
    }
}
