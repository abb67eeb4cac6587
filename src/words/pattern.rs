//! Patterns of words: many alternatives between word borders, in any case, in one pass.
//! An alternative writes `□` for whatever is masked in clean prose (code, a quotation, an address), `'` for either
//! apostrophe, and `n't` also stands for the `nt` of people in a hurry.

use regex::Regex;

/// The alternatives anywhere in a text.
pub fn any_of(alternatives: &[&str]) -> Regex {
    let parts: Vec<String> = alternatives.iter().map(|it| with_borders(it)).collect();
    compile(&parts.join("|"))
}

/// The alternatives at the beginning of a sentence or a line, after marks and white space.
pub fn opening(alternatives: &[&str]) -> Regex {
    let parts: Vec<String> = alternatives.iter().map(|it| with_borders(it)).collect();
    compile(&format!(r"^[^A-Za-z0-9\x{{FFFC}}]*(?:{})", parts.join("|")))
}

/// A border stands only beside a letter: beside a mask or a mark it would never hold.
fn with_borders(alternative: &str) -> String {
    let begins = if alternative.starts_with(['□', '\\', '[']) { "" } else { r"(?-u:\b)" };
    let ends = if alternative.ends_with(['□', ']', '>', ':', '#']) { "" } else { r"(?-u:\b)" };
    let words = alternative.replace("n't", "n\u{1}t").replace('\'', "['\u{2019}]").replace('\u{1}', "['\u{2019}]?");
    let words = words.replace('□', r"\x{FFFC}");
    format!("{begins}(?:{words}){ends}")
}

fn compile(pattern: &str) -> Regex {
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
        assert!(any_of(&["run □"]).is_match("Then run \u{fffc}."));
        for text in ["it doesn't", "it doesn\u{2019}t", "it doesnt"] {
            assert!(any_of(&["doesn't"]).is_match(text));
        }
    }
}
