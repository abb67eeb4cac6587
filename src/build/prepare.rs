//! Finds out of each expression in a list what the program would find out in every run, and writes it as code and tables.

use std::fmt::Write;

use regex_automata::dfa::StartKind;
use regex_automata::dfa::dense::{Builder, Config};

use crate::pattern::automaton;
use crate::pattern::begin::Begin;
use crate::pattern::class::small;
use crate::pattern::shape::{Shape, Texts};

/// Bytes of the largest table that is carried. What is larger is made while it is searched, as far as a text needs it.
const LARGEST: usize = 1 << 16;

/// Bytes of a table with a place for each letter in each state, where states that are alike are looked for: in a larger
/// one that takes long.
const UNTIDY: usize = 1 << 20;

/// The code that lists expressions, and the bytes of their tables.
pub fn prepare(expressions: &mut [String], is_little: bool) -> (String, Vec<u8>) {
    expressions.sort_unstable();
    let mut tables = Vec::new();
    let mut rows = String::new();
    for expression in expressions.iter() {
        let shape = Shape::of(expression);
        let start = tables.len();
        if shape.begin != Begin::Anywhere {
            tables.extend(table(expression, is_little).unwrap_or_default());
        }
        let end = tables.len();
        let shape = written(&shape);
        let row = format!(
            "Prepared {{ expression: {expression:?}, shape: {shape}, table: {start}..{end}, is_used: AtomicBool::new(false) }}"
        );
        writeln!(rows, "    {row},").expect("a text takes all");
    }
    let count = expressions.len();
    let code = format!(
        "static PREPARED: [Prepared; {count}] = [\n{rows}];\n\
         static TABLES: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/prepared.bin\"));\n"
    );
    (code, tables)
}

/// All states of an expression that is tried at one place.
fn table(expression: &str, is_little: bool) -> Option<Vec<u8>> {
    let nfa = automaton::of(&small(expression), None).ok()?;
    let config = Config::new().start_kind(StartKind::Anchored).unicode_word_boundary(true);
    let config = config.dfa_size_limit(Some(UNTIDY)).determinize_size_limit(Some(4 * UNTIDY));
    let build = |config| Builder::new().configure(config).build_from_nfa(&nfa).ok();
    // Whether it is too large shows in little time.
    build(config.clone())?;
    let table = build(config.minimize(true))?.to_sparse().ok()?;
    let bytes = if is_little { table.to_bytes_little_endian() } else { table.to_bytes_big_endian() };
    (bytes.len() <= LARGEST).then_some(bytes)
}

fn written(shape: &Shape) -> String {
    let Shape { shortest, cues, is_rare, begin } = shape;
    let cues = cues.as_ref().map_or("None".to_owned(), |it| format!("Some({})", texts(it)));
    let begin = match begin {
        Begin::Anywhere | Begin::AtStart => format!("Begin::{begin:?}"),
        Begin::With { pieces, is_bordered } => {
            format!("Begin::With {{ pieces: {}, is_bordered: {is_bordered} }}", texts(pieces))
        }
    };
    format!("Shape {{ shortest: {shortest}, cues: {cues}, is_rare: {is_rare}, begin: {begin} }}")
}

fn texts(texts: &Texts) -> String {
    let each: Vec<String> = texts.iter().map(|it| format!("Cow::Borrowed({:?})", it.as_ref())).collect();
    format!("Cow::Borrowed(&[{}])", each.join(", "))
}
