//! Any text as a document: what is plain and what the grammar says are the same, in blocks, in inlines and in findings.
#![no_main]

mod judge;

use libfuzzer_sys::fuzz_target;
use pingless::config::Policy;
use pingless::markdown::{Ast, Blocks, inlines};
use pingless::text::Source;

fuzz_target!(|text: &str| {
    let (plain, parsed) = (Blocks::parse(text, Ast::OnDemand), Blocks::parse(text, Ast::Always));
    assert_eq!(plain, parsed, "blocks");
    if let Some(whole) = Blocks::parse_whole(text) {
        assert_eq!(parsed, whole, "parts");
    }
    for (_, block) in parsed.iter().filter(|(_, block)| !block.content.is_empty()) {
        let of = |ast| inlines::parse(text, &block.content, ast);
        assert_eq!(of(Ast::OnDemand), of(Ast::Always), "inlines of {:?}", block.content);
    }
    let source = Source::file("docs/a.md", text);
    let checked = judge::judge(&source, &judge::policy());
    let again = judge::judge(&source, &Policy { ast: Ast::Always, ..judge::policy() });
    assert_eq!(checked.findings, again.findings);
    assert_eq!(format!("{:?}", checked.slots), format!("{:?}", again.slots));
});
