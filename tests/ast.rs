//! Cutting, plain reading and the scan of inlines say what the grammar says, byte for byte: for every text that we have,
//! for any text, and in what is found in them.

#[path = "ast/any.rs"]
mod any;
#[path = "ast/findings.rs"]
mod findings;
#[path = "ast/quirk.rs"]
mod quirk;
#[path = "ast/texts.rs"]
mod texts;

use pingless::markdown::{Ast, Blocks, inlines};
use rayon::prelude::*;

/// Where two readings of a text differ.
fn difference(text: &str) -> Option<String> {
    let parsed = Blocks::parse(text, Ast::Always);
    in_blocks("read by lines", &Blocks::parse(text, Ast::OnDemand), &parsed)
        .or_else(|| in_blocks("in one piece", &Blocks::parse_whole(text)?, &parsed))
        .or_else(|| in_inlines(text, &parsed))
}

fn in_blocks(how: &str, got: &Blocks, parsed: &Blocks) -> Option<String> {
    let (got, parsed) = (list(got), list(parsed));
    let at = (0..got.len().max(parsed.len())).find(|at| got.get(*at) != parsed.get(*at))?;
    Some(format!("{how}: {:?}\nby the grammar: {:?}", got.get(at), parsed.get(at)))
}

fn list(blocks: &Blocks) -> Vec<&pingless::markdown::Block> {
    blocks.iter().map(|(_, block)| block).collect()
}

fn in_inlines(text: &str, blocks: &Blocks) -> Option<String> {
    let with_words = blocks.iter().map(|(_, block)| &block.content).filter(|content| !content.is_empty());
    let readings = with_words.map(|content| [Ast::OnDemand, Ast::Always].map(|ast| inlines::parse(text, content, ast)));
    let [got, parsed] = readings.into_iter().find(|[got, parsed]| got != parsed)?;
    Some(format!("by a scan: {got:?}\nby the grammar: {parsed:?}"))
}

/// A text as it is, with other line ends, and without the last one.
fn variants(text: &str) -> [String; 3] {
    let cut = text.strip_suffix('\n').unwrap_or(text);
    [text.to_owned(), text.replace("\r\n", "\n").replace('\n', "\r\n"), cut.to_owned()]
}

#[test]
fn all_our_texts_are_read_as_the_grammar_reads_them() {
    let texts = texts::all();
    assert!(texts.len() > 900, "only {} texts", texts.len());
    let wrong = texts.par_iter().flat_map_iter(|(name, text)| {
        let differences = variants(text).into_iter().filter_map(|text| difference(&text));
        differences.map(move |it| format!("{name}\n{it}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A comparison with what the grammar gave up proves nothing.
#[test]
fn the_grammar_reads_nearly_all_our_texts_in_one_piece() {
    let texts = texts::all();
    let sound = texts.par_iter().filter(|(_, text)| Blocks::parse_whole(text).is_some()).count();
    assert!(sound * 100 > texts.len() * 97, "only {sound} of {}", texts.len());
}
