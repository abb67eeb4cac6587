//! Makes the automaton over the cues of all expressions in a list and over the phrases of our pages, and says which cues are
//! whose.

use std::collections::BTreeSet;

use serde_json::Value;

use super::page::Page;
use super::pattern::aho_corasick::store::store;
use super::pattern::shape::Shape;
use super::prepare;

/// The lists of words in the definition of a page that are looked for in prose.
const LISTS: [&str; 6] = ["any", "doubts", "partly", "phrases", "titles", "unless"];

/// The code that lists the cues and says which of them each expression has, and the bytes of the automaton over them.
/// Expressions come in their order in the program; the texts of our pages are a sample of what is searched.
pub fn vocabulary(expressions: &[String], pages: &[Page]) -> (String, Vec<u8>) {
    let shapes: Vec<Shape> = expressions.iter().map(|it| Shape::of(it)).collect();
    let cues = |shape: &Shape| shape.cues.clone().filter(|_| shape.is_rare).unwrap_or_default();
    let of_expressions: Vec<_> = shapes.iter().map(cues).collect();
    let mut phrases = Vec::new();
    pages.iter().filter_map(|it| it.definition.as_ref()).for_each(|it| collect(it, false, &mut phrases));
    // What a phrase is found by, as `words/phrase.rs` has it.
    let begins = phrases.iter().map(|it| it.split('*').next().unwrap_or_default().to_ascii_lowercase());
    let all: BTreeSet<String> =
        of_expressions.iter().flat_map(|it| it.iter().map(str::to_owned)).chain(begins).collect();
    let all: Vec<String> = all.into_iter().filter(|it| !it.is_empty()).collect();

    let texts: String = pages.iter().map(|it| it.text.as_str()).collect();
    let automaton = store(&all, &texts).expect("a few thousand cues");
    let number = |cue: &str| all.binary_search_by(|it| it.as_str().cmp(cue)).expect("it is in the list") as u32;
    let (mut numbers, mut ends): (Vec<u32>, Vec<usize>) = (Vec::new(), Vec::new());
    for cues in &of_expressions {
        numbers.extend(cues.iter().filter(|it| !it.is_empty()).map(number));
        ends.push(numbers.len());
    }
    let code = format!(
        "static CUES: Texts = {};\n\
         static NUMBERS: [u32; {}] = {numbers:?};\n\
         static ENDS: [u32; {}] = {ends:?};\n\
         static AUTOMATON: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/vocabulary.bin\"));\n",
        prepare::texts(&all.iter().collect()),
        numbers.len(),
        ends.len(),
    );
    (code, automaton)
}

/// The texts in the lists of a definition that are looked for.
fn collect<'d>(value: &'d Value, is_listed: bool, out: &mut Vec<&'d str>) {
    match value {
        Value::String(text) if is_listed => out.push(text),
        Value::Array(all) => all.iter().for_each(|it| collect(it, is_listed, out)),
        Value::Object(fields) => {
            fields.iter().for_each(|(name, it)| collect(it, LISTS.contains(&name.as_str()), out));
        }
        _ => {}
    }
}
