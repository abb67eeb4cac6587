//! Expressions as automata. It knows nothing of how they are searched.

use std::cell::RefCell;

use regex_automata::nfa::thompson::{BuildError, Compiler, Config, NFA};

thread_local! {
    /// A new one fills a table of ten thousand places before it reads its first letter.
    static COMPILER: RefCell<Compiler> = RefCell::new(Compiler::new());
}

/// The automaton of an expression; it may take so many bytes.
///
/// # Errors
/// The expression cannot be read, or takes more.
pub fn of(expression: &str, largest: Option<usize>) -> Result<NFA, BuildError> {
    COMPILER.with_borrow_mut(|it| it.configure(Config::new().nfa_size_limit(largest)).build(expression))
}
