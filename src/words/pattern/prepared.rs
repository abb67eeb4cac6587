//! What was found out of expressions when the program was built, so that no run does it again: their shapes, and of those
//! that are tried at given places a table of all states. Which expressions those are, `expressions.json` says; any other is
//! read and compiled when it is needed, and the answer is the same.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use regex_automata::dfa::regex::Regex;
use regex_automata::dfa::{Automaton, dense, sparse};
use regex_automata::nfa::thompson::NFA;
use regex_automata::util::wire::AlignAs;
use regex_automata::{HalfMatch, Input, Match, MatchError};

use super::begin::Begin;
use super::shape::Shape;
use super::stored;
use super::texts::Texts;

/// All states of an expression: with a place for each letter in each, or only for those on which it goes on.
#[derive(Debug)]
pub enum Table {
    Dense(dense::DFA<&'static [u32]>),
    Sparse(sparse::DFA<&'static [u8]>),
}

/// Two of them, to find where a match ends, and where that one began.
#[derive(Debug)]
pub enum Tables {
    Dense(Regex<dense::DFA<&'static [u32]>>),
    Sparse(Regex<sparse::DFA<&'static [u8]>>),
}

impl Table {
    fn of(bytes: Range<usize>) -> Option<Self> {
        let bytes = BYTES.bytes.get(bytes).filter(|it| !it.is_empty())?;
        let dense = dense::DFA::from_bytes(bytes).ok().map(|it| Self::Dense(it.0));
        dense.or_else(|| Some(Self::Sparse(sparse::DFA::from_bytes(bytes).ok()?.0)))
    }

    /// Where the match ends that begins where a search does.
    ///
    /// # Errors
    /// It gives up at a border between letters that are not of ASCII.
    pub fn end(&self, input: &Input) -> Result<Option<HalfMatch>, MatchError> {
        match self {
            Self::Dense(table) => table.try_search_fwd(input),
            Self::Sparse(table) => table.try_search_fwd(input),
        }
    }
}

impl Tables {
    /// The first match.
    ///
    /// # Errors
    /// It gives up, as one alone does.
    pub fn search(&self, input: &Input) -> Result<Option<Match>, MatchError> {
        match self {
            Self::Dense(tables) => tables.try_search(input),
            Self::Sparse(tables) => tables.try_search(input),
        }
    }
}

include!(concat!(env!("OUT_DIR"), "/prepared.rs"));

/// An expression that was known when the program was built.
#[derive(Debug)]
pub struct Prepared {
    /// Its place among all.
    pub row: usize,
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
    /// The same for the way back, where it has no table.
    automaton_back: Range<usize>,
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

#[cfg(test)]
pub fn all() -> &'static [Prepared] {
    &PREPARED
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
        Table::of(self.table.clone())
    }

    /// What searches the expression anywhere.
    pub fn tables(&self) -> Option<Tables> {
        let builder = Regex::builder();
        match (Table::of(self.table.clone())?, Table::of(self.back.clone())?) {
            (Table::Dense(forth), Table::Dense(back)) => Some(Tables::Dense(builder.build_from_dfas(forth, back))),
            (Table::Sparse(forth), Table::Sparse(back)) => Some(Tables::Sparse(builder.build_from_dfas(forth, back))),
            _ => None,
        }
    }

    /// What goes through the expression step by step.
    pub fn automaton(&self) -> Option<NFA> {
        stored::load(BYTES.bytes.get(self.automaton.clone())?)
    }

    /// What goes back through it.
    pub fn automaton_back(&self) -> Option<NFA> {
        stored::load(BYTES.bytes.get(self.automaton_back.clone())?)
    }
}
