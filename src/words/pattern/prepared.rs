//! What was found out of expressions when the program was built, so that no run does it again: their shapes, and of those
//! that are tried at given places a table of all states. Which expressions those are, `expressions.json` says; any other is
//! read and compiled when it is needed, and the answer is the same.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::begin::Begin;
use super::program::Program;
use super::shape::Shape;
use super::table::Table;
use super::texts::Texts;

include!(concat!(env!("OUT_DIR"), "/prepared.rs"));

/// An expression that was known when the program was built. It holds no address: the loader would write each of thousands
/// down in every run.
#[derive(Debug)]
pub struct Prepared {
    /// Its place among all.
    pub row: usize,
    /// Where it stands in the text of all.
    expression: Range<u32>,
    shortest: usize,
    cues: Option<Listed>,
    is_rare: bool,
    begin: Begun,
    /// Whether it has groups besides the whole.
    pub has_groups: bool,
    /// Where its table lies among all bytes; nowhere where it would be large.
    table: Range<usize>,
    /// Where the steps lie that find its groups, or its states where it has no table.
    program: Range<usize>,
    /// The same for the way back, where it has no table.
    program_back: Range<usize>,
}

/// Some texts: where they stand in the text of all, and where it is said where each ends.
#[derive(Debug)]
struct Listed {
    all: Range<u32>,
    ends: Range<u32>,
}

/// Where matches may begin.
#[derive(Debug)]
enum Begun {
    Anywhere,
    AtStart,
    With { pieces: Listed, is_bordered: bool },
}

impl Listed {
    fn texts(&self) -> Texts {
        let ends = self.ends.start as usize..self.ends.end as usize;
        Texts { all: Cow::Borrowed(text(&self.all)), ends: Cow::Borrowed(&ENDS[ends]) }
    }
}

/// What stands in a part of the text of all.
fn text(part: &Range<u32>) -> &'static str {
    &TEXT[part.start as usize..part.end as usize]
}

/// Which of the expressions a pattern was made of.
static IS_USED: [AtomicBool; PREPARED.len()] = [const { AtomicBool::new(false) }; PREPARED.len()];

/// Expressions that were not known.
static OTHERS: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// What is known of an expression.
pub fn of(expression: &str) -> Option<&'static Prepared> {
    // By their lengths first: nearly none has to be read.
    let order =
        |it: &Prepared| it.expression.len().cmp(&expression.len()).then_with(|| it.expression().cmp(expression));
    let found = PREPARED.binary_search_by(order).ok();
    match found {
        Some(at) => IS_USED[at].store(true, Ordering::Relaxed),
        None => drop(OTHERS.lock().unwrap_or_else(PoisonError::into_inner).insert(expression.to_owned())),
    }
    found.map(|at| &PREPARED[at])
}

#[cfg(test)]
pub fn all() -> &'static [Prepared] {
    &PREPARED
}

/// All expressions that patterns were made of since the program began.
pub fn used() -> BTreeSet<String> {
    let mut all = OTHERS.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let used = PREPARED.iter().zip(&IS_USED).filter(|(_, is_used)| is_used.load(Ordering::Relaxed));
    all.extend(used.map(|(it, _)| it.expression().to_owned()));
    all
}

/// What lies in a part of all bytes.
fn bytes(part: &Range<usize>) -> Option<&'static [u8]> {
    (!part.is_empty()).then(|| &BYTES[part.clone()])
}

impl Prepared {
    pub fn expression(&self) -> &'static str {
        text(&self.expression)
    }

    pub fn shape(&self) -> Shape {
        let begin = match &self.begin {
            Begun::Anywhere => Begin::Anywhere,
            Begun::AtStart => Begin::AtStart,
            Begun::With { pieces, is_bordered } => Begin::With { pieces: pieces.texts(), is_bordered: *is_bordered },
        };
        let cues = self.cues.as_ref().map(Listed::texts);
        Shape { shortest: self.shortest, cues, is_rare: self.is_rare, begin }
    }

    /// Whether all its states are stored.
    pub fn has_table(&self) -> bool {
        !self.table.is_empty()
    }

    /// What tries the expression at a place.
    pub fn table(&self) -> Option<Table> {
        Table::of(bytes(&self.table)?)
    }

    /// What goes through the expression step by step.
    pub fn program(&self) -> Option<Program> {
        bytes(&self.program).map(Program::stored)
    }

    /// What goes back through it.
    pub fn program_back(&self) -> Option<Program> {
        bytes(&self.program_back).map(Program::stored)
    }
}

#[cfg(test)]
mod tests {
    /// The build sorts as a look-up compares; otherwise each would be compiled in every run, and nobody would see it.
    #[test]
    fn every_expression_is_found_where_it_stands() {
        for (row, prepared) in super::all().iter().enumerate() {
            let found = super::of(prepared.expression()).map(|it| it.row);
            assert_eq!(found, Some(row), "{}", prepared.expression());
        }
    }
}
