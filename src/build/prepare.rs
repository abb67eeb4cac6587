//! Finds out of each expression in a list what the program would find out in every run, and writes it as code and tables.

use regex_automata::MatchKind;
use regex_automata::dfa::StartKind;
use regex_automata::dfa::dense::{Builder, Config, DFA};
use regex_automata::nfa::thompson::NFA;

use super::pattern::automaton;
use super::pattern::begin::Begin;
use super::pattern::class::small;
use super::pattern::shape::Shape;
use super::pattern::stored;
use super::pattern::texts::Texts;

/// Bytes of the largest table with a place for each letter in each state: it is read faster, and takes more.
const DENSE: usize = 1 << 14;

/// Bytes of the largest table that is carried. What is larger is made while it is searched, as far as a text needs it.
const LARGEST: usize = 1 << 16;

/// Bytes of a table with a place for each letter in each state, where states that are alike are looked for: in a larger
/// one that takes long.
const UNTIDY: usize = 1 << 20;

/// The code that lists expressions, and the bytes of their tables and automata.
pub fn prepare(expressions: &[String], is_little: bool) -> (String, Vec<u8>) {
    let mut bytes = Vec::new();
    let rows: String = (0..).zip(expressions).map(|(at, it)| row(at, it, is_little, &mut bytes)).collect();
    let count = expressions.len();
    let code = format!(
        "static PREPARED: [Prepared; {count}] = [\n{rows}];\n\
         static BYTES: &AlignAs<[u8], u32> =\n    \
         &AlignAs {{ _align: [], bytes: *include_bytes!(concat!(env!(\"OUT_DIR\"), \"/prepared.bin\")) }};\n"
    );
    (code, bytes)
}

/// The code that says what is known of an expression, and where its tables and automata lie among all bytes.
fn row(at: usize, expression: &str, is_little: bool, all: &mut Vec<u8>) -> String {
    let shape = Shape::of(expression);
    let nfa = automaton::of(&small(expression), None).expect("a constant pattern");
    let has_groups = nfa.group_info().explicit_slot_len() > 0;
    let is_begun = shape.begin != Begin::Anywhere;
    let tables = if is_begun { begun(&nfa, is_little) } else { anywhere(expression, &nfa, is_little) };
    let (table, back) = tables.unzip();
    let is_large = table.is_none();
    let automaton = (has_groups || is_large).then(|| stored::store(&nfa)).flatten();
    let automaton_back = (is_large && !is_begun).then(|| stored::store(&automaton::back(&small(expression)).ok()?));
    let [table, back, automaton, automaton_back] = [table, back, automaton, automaton_back.flatten()].map(|it| {
        // A dense table is read four bytes at once.
        all.resize(all.len().next_multiple_of(4), 0);
        let start = all.len();
        all.extend(it.unwrap_or_default());
        start..all.len()
    });
    let shape = written(&shape);
    format!(
        "    Prepared {{ row: {at}, expression: {expression:?}, shape: {shape}, has_groups: {has_groups}, table: {table:?}, back: {back:?}, \
         automaton: {automaton:?}, automaton_back: {automaton_back:?}, is_used: AtomicBool::new(false) }},\n"
    )
}

/// The table of what is tried at places; it needs none to go back.
fn begun(nfa: &NFA, is_little: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    let table = table(nfa, StartKind::Anchored, MatchKind::LeftmostFirst)?;
    Some((dense(&table, is_little).or_else(|| sparse(&table, is_little))?, Vec::new()))
}

/// The tables of what is searched anywhere: one to find where a match ends, and one to find where that one began.
fn anywhere(expression: &str, nfa: &NFA, is_little: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    // Where a table gives up, all of a text would be searched slowly.
    if nfa.look_set_any().contains_word_unicode() {
        return None;
    }
    let back = automaton::back(&small(expression)).ok()?;
    let forth = table(nfa, StartKind::Unanchored, MatchKind::LeftmostFirst)?;
    let back = table(&back, StartKind::Anchored, MatchKind::All)?;
    let both = |bytes: fn(&Table, bool) -> Option<Vec<u8>>| bytes(&forth, is_little).zip(bytes(&back, is_little));
    both(dense).or_else(|| both(sparse))
}

type Table = DFA<Vec<u32>>;

/// All states of an expression.
fn table(nfa: &NFA, starts: StartKind, matches: MatchKind) -> Option<Table> {
    let config = Config::new().start_kind(starts).match_kind(matches).unicode_word_boundary(true);
    let config = config.dfa_size_limit(Some(UNTIDY)).determinize_size_limit(Some(4 * UNTIDY));
    let build = |config| Builder::new().configure(config).build_from_nfa(nfa).ok();
    // Whether it is too large shows in little time.
    build(config.clone())?;
    build(config.minimize(true))
}

fn dense(table: &Table, is_little: bool) -> Option<Vec<u8>> {
    let (bytes, padding) = if is_little { table.to_bytes_little_endian() } else { table.to_bytes_big_endian() };
    (bytes.len() <= DENSE).then(|| bytes[padding..].to_vec())
}

fn sparse(table: &Table, is_little: bool) -> Option<Vec<u8>> {
    let table = table.to_sparse().ok()?;
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

/// The code of some texts.
pub fn texts(texts: &Texts) -> String {
    let Texts { all, ends } = texts;
    format!("Texts {{ all: Cow::Borrowed({all:?}), ends: Cow::Borrowed(&{ends:?}) }}")
}
