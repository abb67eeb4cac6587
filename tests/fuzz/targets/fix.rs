//! Any text is mended once and for all: a second time changes nothing, and nothing goes round in circles.
#![no_main]

mod judge;

use libfuzzer_sys::fuzz_target;
use pingless::fix::{self, Outcome, Which};
use pingless::text::Source;

fn mend(text: &str, fixes: Which) -> Outcome {
    let judge = |text: &str| judge::judge(&Source::file("docs/a.md", text), &judge::policy());
    fix::mend(text, &judge(text).findings, fixes, judge)
}

fuzz_target!(|text: &str| {
    for fixes in [Which::Safe, Which::Unsafe] {
        match mend(text, fixes) {
            Outcome::Same => {}
            Outcome::Endless(rules) => panic!("{rules:?} go round in {text:?}"),
            Outcome::Mended(mended) => {
                assert_eq!(text.starts_with('\u{feff}'), mended.text.starts_with('\u{feff}'));
                let again = mend(&mended.text, fixes);
                assert!(matches!(again, Outcome::Same), "a second time: {:?} to {again:?}", mended.text);
            }
        }
    }
});
