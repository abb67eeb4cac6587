//! What is found in a text is the same, whatever of it the grammar parses.

use std::sync::LazyLock;

use pingless::config::Policy;
use pingless::lint;
use pingless::markdown::Ast;
use pingless::rule::Catalog;
use pingless::text::Source;
use rayon::prelude::*;

use super::texts;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

/// What differs in two judgements of a text.
pub fn difference(text: &str) -> Option<String> {
    let source = Source::file("docs/a.md", text);
    let [got, parsed] = [Ast::OnDemand, Ast::Always].map(|ast| {
        let checked = lint::check(&source, &CATALOG, &Policy { pedantic: true, ast, ..Policy::default() });
        format!("{:#?}\n{:#?}\n{:#?}", checked.recognised, checked.findings, checked.slots)
    });
    let lines = || got.lines().zip(parsed.lines());
    let (one, other) = (got != parsed).then(|| lines().find(|(one, other)| one != other).unwrap_or(("", "more")))?;
    Some(format!("{one}\nis by the grammar: {other}"))
}

#[test]
fn in_all_our_texts_the_same_is_found() {
    let texts = texts::all();
    let differs = |(name, text): &(String, String)| Some(format!("{name}: {}", difference(text)?));
    let wrong: Vec<String> = texts.par_iter().filter_map(differs).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
