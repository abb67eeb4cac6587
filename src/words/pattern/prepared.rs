//! What was found out of expressions when the program was built, so that no run does it again: their shapes, and of those
//! that are tried at given places a table of all states. Which expressions those are, `expressions.json` says; any other is
//! read and compiled when it is needed, and the answer is the same.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use regex_automata::dfa::regex::Regex;
use regex_automata::dfa::sparse::DFA;
use regex_automata::nfa::thompson::NFA;

use super::begin::Begin;
use super::shape::Shape;
use super::stored;

/// All states of an expression.
pub type Table = DFA<&'static [u8]>;

include!(concat!(env!("OUT_DIR"), "/prepared.rs"));

/// An expression that was known when the program was built.
#[derive(Debug)]
pub struct Prepared {
    pub expression: &'static str,
    pub shape: Shape,
    /// Whether it has groups besides the whole.
    pub has_groups: bool,
    /// Where its table lies among all bytes; nowhere where it would be large.
    table: Range<usize>,
    /// The same of the one that finds where a match begins, of what is searched anywhere.
    back: Range<usize>,
    /// Where the automaton lies that finds its groups, or its states where it has no table.
    automaton: Range<usize>,
    is_used: AtomicBool,
}

/// Expressions that were not known.
static OTHERS: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// What is known of an expression.
pub fn of(expression: &str) -> Option<&'static Prepared> {
    let found = PREPARED.binary_search_by(|it| it.expression.cmp(expression)).ok();
    match found {
        Some(at) => PREPARED[at].is_used.store(true, Ordering::Relaxed),
        None => drop(OTHERS.lock().unwrap_or_else(PoisonError::into_inner).insert(expression.to_owned())),
    }
    found.map(|at| &PREPARED[at])
}

/// All expressions that patterns were made of since the program began.
pub fn used() -> BTreeSet<String> {
    let mut all = OTHERS.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let used = PREPARED.iter().filter(|it| it.is_used.load(Ordering::Relaxed));
    all.extend(used.map(|it| it.expression.to_owned()));
    all
}

impl Prepared {
    /// What tries the expression at a place.
    pub fn table(&self) -> Option<Table> {
        let bytes = BYTES.get(self.table.clone()).filter(|it| !it.is_empty())?;
        Some(DFA::from_bytes(bytes).ok()?.0)
    }

    /// What searches the expression anywhere.
    pub fn tables(&self) -> Option<Regex<Table>> {
        let back = BYTES.get(self.back.clone()).filter(|it| !it.is_empty())?;
        Some(Regex::builder().build_from_dfas(self.table()?, DFA::from_bytes(back).ok()?.0))
    }

    /// What goes through the expression step by step.
    pub fn automaton(&self) -> Option<NFA> {
        stored::load(BYTES.get(self.automaton.clone()).filter(|it| !it.is_empty())?)
    }
}
