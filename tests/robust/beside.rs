//! Lines of our own examples, which hold all that a rule looks for, with odd letters put anywhere into them: a reading that
//! goes a byte to the left or to the right of what it found may end inside of one, or in another line.

use std::sync::OnceLock;

use super::*;

/// Letters of two to four bytes, what is no letter, and marks that end a word.
const ODD: &[&str] = &[
    "\u{e9}",
    "\u{130}",
    "\u{301}",
    "\u{2013}",
    "\u{2019}",
    "\u{200b}",
    "\u{fffc}",
    "\u{65e5}",
    "\u{1f600}",
    " \u{e9} ",
    "\u{e9} ",
    " \u{2014}",
    "(",
    ")",
    "1",
    "/",
    ":",
    " ",
    "\n",
    "\n> ",
];

/// Letters of a word that goes further than anybody looks.
const LONG: usize = 1300;

/// Bytes. What is longer says the same several times.
const LONGEST_LINE: usize = 300;

fn lines() -> &'static [String] {
    static LINES: OnceLock<Vec<String>> = OnceLock::new();
    LINES.get_or_init(|| {
        let texts = texts::examples();
        let lines = texts.iter().flat_map(|(_, text)| text.lines()).filter(|line| line.len() <= LONGEST_LINE);
        let mut lines: Vec<String> = lines.filter(|line| line.contains(' ')).map(str::to_owned).collect();
        lines.sort();
        lines.dedup();
        lines
    })
}

/// Some of the lines, each with a few odd letters in it.
fn beside() -> impl Strategy<Value = String> {
    let odd = prop_oneof![30 => prop::sample::select(ODD).prop_map(str::to_owned), 1 => Just("a".repeat(LONG))];
    let letter = (any::<prop::sample::Index>(), odd);
    let line = (any::<prop::sample::Index>(), prop::collection::vec(letter, 1..5));
    prop::collection::vec(line, 1..12).prop_map(|all| {
        let changed = all.into_iter().map(|(line, letters)| {
            let mut line = line.get(lines()).clone();
            for (place, letter) in letters {
                line.insert_str(pingless::text::border(&line, place.index(line.len() + 1)), &letter);
            }
            line
        });
        changed.collect::<Vec<_>>().join("\n\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn odd_letters_stand_beside_what_is_looked_for(text in beside(), is_file in any::<bool>()) {
        let source = if is_file { Source::file("minutes/2026-03-04.md", text) } else { Source::unnamed("a.md", text) };
        judge(&source, catalog());
        mapping(&Document::new(&source));
    }
}
