//! What was found out of expressions when the program was built, so that no run does it again: their shapes, and of those
//! that are tried at given places a table of all states. Which expressions those are, `expressions.json` says; any other is
//! read and compiled when it is needed, and the answer is the same.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use regex_automata::dfa::sparse::DFA;

use super::begin::Begin;
use super::shape::Shape;

/// All states of an expression, where it is tried at one place.
pub type Table = DFA<&'static [u8]>;

include!(concat!(env!("OUT_DIR"), "/prepared.rs"));

/// An expression that was known when the program was built.
#[derive(Debug)]
pub struct Prepared {
    pub expression: &'static str,
    pub shape: Shape,
    /// Where its table lies among all; nowhere where it would be large.
    table: Range<usize>,
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
    pub fn table(&self) -> Option<Table> {
        let bytes = TABLES.get(self.table.clone()).filter(|it| !it.is_empty())?;
        Some(DFA::from_bytes(bytes).ok()?.0)
    }
}
