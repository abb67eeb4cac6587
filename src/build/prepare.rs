//! Finds out of each expression in a list what the program would find out in every run, and writes it as code and tables.

use std::num::NonZero;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use regex_automata::dfa::StartKind;
use regex_automata::dfa::dense::{Builder, Config, DFA};
use regex_automata::nfa::thompson::NFA;

use super::pattern::automaton;
use super::pattern::begin::Begin;
use super::pattern::class::small;
use super::pattern::program;
use super::pattern::shape::Shape;
use super::pattern::table;
use super::pattern::texts::Texts;

/// Bytes of the largest table that is carried. What is larger is made while it is searched, as far as a text needs it.
const LARGEST: usize = 1 << 17;

/// Bytes of what is made of an expression before states that are alike are looked for: in more, that takes long.
const UNTIDY: usize = 1 << 22;

/// The code that lists expressions, and the bytes of their tables and steps.
pub fn prepare(expressions: &[String]) -> (String, Vec<u8>) {
    let mut kept = Kept::default();
    let found = found(expressions).into_iter().zip(expressions);
    let rows: String = (0..).zip(found).map(|(at, (found, it))| row(at, it, found, &mut kept)).collect();
    let Kept { bytes, text, ends } = kept;
    let code = format!(
        "static PREPARED: [Prepared; {}] = [\n{rows}];\n\
         static TEXT: &str = {text:?};\n\
         static ENDS: [u32; {}] = {ends:?};\n\
         static BYTES: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/prepared.bin\"));\n",
        expressions.len(),
        ends.len(),
    );
    (code, bytes)
}

/// What is kept of all expressions, one behind the other.
#[derive(Default)]
struct Kept {
    bytes: Vec<u8>,
    text: String,
    ends: Vec<u32>,
}

impl Kept {
    fn text(&mut self, text: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(text);
        start..self.text.len()
    }

    /// The code that says where some texts stand.
    fn listed(&mut self, texts: &Texts) -> String {
        let (all, start) = (self.text(&texts.all), self.ends.len());
        self.ends.extend(texts.ends.iter());
        format!("Listed {{ all: {all:?}, ends: {:?} }}", start..self.ends.len())
    }
}

/// What is found out of an expression.
struct Found {
    shape: Shape,
    has_groups: bool,
    table: Option<Vec<u8>>,
    program: Option<Vec<u8>>,
    program_back: Option<Vec<u8>>,
}

/// What is found out of each expression. It takes a minute, so all processors share in it.
fn found(expressions: &[String]) -> Vec<Found> {
    let next = AtomicUsize::new(0);
    let some = || {
        let taken = std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)));
        taken.map_while(|at| Some((at, Found::of(expressions.get(at)?)))).collect::<Vec<_>>()
    };
    let mut all = thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let parts: Vec<_> = (0..threads).map(|_| scope.spawn(some)).collect();
        parts.into_iter().flat_map(|it| it.join().expect("no expression of ours fails")).collect::<Vec<_>>()
    });
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, found)| found).collect()
}

impl Found {
    fn of(expression: &str) -> Self {
        let shape = Shape::of(expression);
        let nfa = automaton::of(&small(expression), None).expect("a constant pattern");
        let has_groups = nfa.group_info().explicit_slot_len() > 0;
        let is_begun = shape.begin != Begin::Anywhere;
        let table = table(&nfa, is_begun);
        let is_large = table.is_none();
        let program = (has_groups || is_large).then(|| program::store(&nfa)).flatten();
        let program_back = (is_large && !is_begun).then(|| program::store(&automaton::back(&small(expression)).ok()?));
        Self { shape, has_groups, table, program, program_back: program_back.flatten() }
    }
}

/// The code that says what is known of an expression, and where its tables and steps lie among all bytes.
fn row(at: usize, expression: &str, found: Found, kept: &mut Kept) -> String {
    let Found { shape, has_groups, table, program, program_back } = found;
    let [table, program, program_back] = [table, program, program_back].map(|it| {
        let start = kept.bytes.len();
        kept.bytes.extend(it.unwrap_or_default());
        start..kept.bytes.len()
    });
    let (expression, shape) = (kept.text(expression), written(&shape, kept));
    format!(
        "    Prepared {{ row: {at}, expression: {expression:?}, {shape}, has_groups: {has_groups}, table: {table:?}, \
         program: {program:?}, program_back: {program_back:?} }},\n"
    )
}

/// The bytes of all states of an expression, which is tried at places. What may begin anywhere is tried at each letter: a table
/// that begins there by itself would be many times as large, and would need another one to go back.
fn table(nfa: &NFA, is_begun: bool) -> Option<Vec<u8>> {
    // Where a table gives up, all of a text would be searched slowly.
    if !is_begun && nfa.look_set_any().contains_word_unicode() {
        return None;
    }
    let config = Config::new().start_kind(StartKind::Anchored).unicode_word_boundary(true);
    let config = config.dfa_size_limit(Some(UNTIDY)).determinize_size_limit(Some(4 * UNTIDY));
    let build = |config| -> Option<DFA<Vec<u32>>> { Builder::new().configure(config).build_from_nfa(nfa).ok() };
    // Whether it is too large shows in little time.
    build(config.clone())?;
    table::store::store(&build(config.minimize(true))?).filter(|it| it.len() <= LARGEST)
}

fn written(shape: &Shape, kept: &mut Kept) -> String {
    let Shape { shortest, cues, is_rare, begin } = shape;
    let cues = cues.as_ref().map_or("None".to_owned(), |it| format!("Some({})", kept.listed(it)));
    let begin = match begin {
        Begin::Anywhere | Begin::AtStart => format!("Begun::{begin:?}"),
        Begin::With { pieces, is_bordered } => {
            format!("Begun::With {{ pieces: {}, is_bordered: {is_bordered} }}", kept.listed(pieces))
        }
    };
    format!("shortest: {shortest}, cues: {cues}, is_rare: {is_rare}, begin: {begin}")
}

/// The code of some texts.
pub fn texts(texts: &Texts) -> String {
    let Texts { all, ends } = texts;
    format!("Texts {{ all: Cow::Borrowed({all:?}), ends: Cow::Borrowed(&{ends:?}) }}")
}
