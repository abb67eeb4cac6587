//! One pass over a text says where patterns cannot match, and changes no answer: what is found with it is found without.

#[path = "ast/texts.rs"]
#[allow(dead_code, reason = "others read the files, too")]
mod texts;

use std::sync::LazyLock;

use pingless::config::Policy;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::text::Source;
use proptest::prelude::*;
use rayon::prelude::*;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

fn found(text: &str) -> String {
    let source = Source::file("docs/a.md", text);
    let mut checked = lint::check(&source, &CATALOG, &Policy { pedantic: true, ..Policy::default() });
    // A fingerprint is made of words, and may hold the letter by which two texts differ here.
    checked.findings.iter_mut().for_each(|it| it.fingerprint.clear());
    format!("{:#?}\n{:#?}\n{:#?}", checked.recognised, checked.findings, checked.slots)
}

/// Sentences of all examples, in which patterns have something to find.
fn sentences() -> &'static [String] {
    static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let lines =
            texts::examples().into_iter().flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>());
        let mut lines: Vec<String> = lines.filter(|line| !line.trim().is_empty()).collect();
        lines.sort();
        lines.dedup();
        lines
    });
    &SENTENCES
}

/// A letter that is another case of one of ASCII: a text that holds it is never sifted.
const UNSIFTED: &str = "\n\n\u{212a}\n";

/// Another letter, of as many bytes, in a text that is.
const SIFTED: &str = "\n\n\u{212b}\n";

#[test]
fn all_our_texts_are_judged_as_if_they_were_not_sifted() {
    let differs = |(name, text): &(String, String)| {
        (found(&format!("{text}{SIFTED}")) != found(&format!("{text}{UNSIFTED}"))).then(|| name.clone())
    };
    let texts = texts::examples();
    assert!(texts.len() > 100, "only {} examples", texts.len());
    assert_eq!(texts.par_iter().filter_map(differs).collect::<Vec<String>>(), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_judged_as_if_it_were_not_sifted(
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..20),
        is_loud in any::<bool>(),
    ) {
        let lines = picks.iter().map(|(pick, is_apart)| format!("{}{}", pick.get(sentences()), if *is_apart { "\n\n" } else { "\n" }));
        let text: String = lines.collect();
        let text = if is_loud { text.to_uppercase() } else { text };
        prop_assert_eq!(found(&format!("{text}{SIFTED}")), found(&format!("{text}{UNSIFTED}")));
    }
}
