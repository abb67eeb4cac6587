//! Patterns of words: many alternatives between word borders, in any case, in one pass.
//! An alternative writes `□` for whatever is masked in clean prose (code, a quotation, an address), `'` for either
//! apostrophe, and `n't` also stands for the `nt` of people in a hurry.

use regex::Regex;

/// The alternatives anywhere in a text.
pub fn any_of(alternatives: &[&str]) -> Regex {
    compile(&bordered(alternatives))
}

/// The alternatives at the beginning of a sentence or a line, after marks and white space.
pub fn opening(alternatives: &[&str]) -> Regex {
    compile(&format!(r"^[^A-Za-z0-9\x{{FFFC}}]*(?:{})", bordered(alternatives)))
}

/// A pattern in pieces, one after the other, that says itself where its borders are. `\w` stands for the letters of
/// English words: a class of all the world's letters takes milliseconds to compile wherever it is repeated.
pub fn in_pieces(pieces: &[&str]) -> Regex {
    let pattern = english(&pieces.concat()).replace('\'', "['\u{2019}]");
    Regex::new(&format!("(?i){pattern}")).expect("a constant pattern")
}

/// Writes `\w` out, in a class and outside of one.
fn english(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut is_class = false;
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        match (letter, is_class) {
            ('\\', _) => match letters.next() {
                Some('w') if is_class => out.push_str("A-Za-z0-9_"),
                Some('w') => out.push_str("[A-Za-z0-9_]"),
                escaped => {
                    out.push('\\');
                    out.extend(escaped);
                }
            },
            ('[', false) | (']', true) => {
                is_class = !is_class;
                out.push(letter);
            }
            _ => out.push(letter),
        }
    }
    out
}

fn bordered(alternatives: &[&str]) -> String {
    let single = alternatives.iter().flat_map(|it| split(it));
    single.map(with_borders).collect::<Vec<_>>().join("|")
}

/// Cuts at each `|` that stands in no group.
fn split(alternatives: &str) -> Vec<&str> {
    let mut depth = 0usize;
    let outside = |it: char| {
        match it {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        it == '|' && depth == 0
    };
    alternatives.split(outside).collect()
}

/// A border stands only beside a letter: beside a mask or a mark it would never hold.
fn with_borders(alternative: &str) -> String {
    let begins = if alternative.starts_with(['□', '\\', '[', '@']) { "" } else { r"(?-u:\b)" };
    let ends = if alternative.ends_with(['□', ']', '>', ':', '#', '.']) { "" } else { r"(?-u:\b)" };
    let words = alternative.replace("n't", "n\u{1}t").replace('\'', "['\u{2019}]").replace('\u{1}', "['\u{2019}]?");
    format!("{begins}(?:{}){ends}", words.replace('□', r"\x{FFFC}"))
}

/// Letters of other scripts are in none of the alternatives: a small class keeps the automaton small.
fn compile(pattern: &str) -> Regex {
    let pattern = pattern.replace(r"\w", "[0-9A-Za-z_]");
    Regex::new(&format!("(?i){pattern}")).expect("a constant pattern")
}

#[cfg(test)]
mod tests {
    use super::{any_of, opening};

    #[test]
    fn borders_are_those_of_words() {
        assert!(any_of(&["fails?", "broke"]).is_match("It Fails today"));
        assert!(!any_of(&["fails?"]).is_match("failsafe"));
        assert!(opening(&["why"]).is_match("- Why not?"));
        assert!(!opening(&["why"]).is_match("That is why"));
    }

    #[test]
    fn masks_and_apostrophes_match() {
        assert!(any_of(&["walk|run □"]).is_match("Then run \u{fffc}."));
        for text in ["it doesn't", "it doesn\u{2019}t", "it doesnt"] {
            assert!(any_of(&["doesn't"]).is_match(text));
        }
    }
}
