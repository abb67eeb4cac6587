//! Expressions as automata. It knows nothing of how they are searched.

use std::cell::RefCell;

use regex_automata::nfa::thompson::{BuildError, Compiler, Config, NFA, WhichCaptures};
use regex_automata::util::syntax;

thread_local! {
    /// A new one fills a table of ten thousand places before it reads its first letter.
    static COMPILER: RefCell<Compiler> = RefCell::new(Compiler::new());
}

/// The automaton of an expression; it may take so many bytes.
///
/// # Errors
/// The expression cannot be read, or takes more.
pub fn of(expression: &str, largest: Option<usize>) -> Result<NFA, BuildError> {
    compile(expression, syntax::Config::new(), Config::new().nfa_size_limit(largest))
}

/// The same where strangers write it: its classes have letters of ASCII alone, and it matches bytes.
///
/// # Errors
/// The expression cannot be read, or takes more.
#[allow(dead_code, reason = "the build knows no strangers")]
pub fn of_ascii(expression: &str, largest: usize) -> Result<NFA, BuildError> {
    let syntax = syntax::Config::new().unicode(false).utf8(false);
    compile(expression, syntax, Config::new().nfa_size_limit(Some(largest)))
}

/// The automaton that goes from the end of a match back to where it began.
///
/// # Errors
/// The expression cannot be read.
pub fn back(expression: &str) -> Result<NFA, BuildError> {
    compile(expression, syntax::Config::new(), Config::new().reverse(true).which_captures(WhichCaptures::None))
}

fn compile(expression: &str, syntax: syntax::Config, config: Config) -> Result<NFA, BuildError> {
    // What was asked of the one before counts no more.
    let all = Config::new().nfa_size_limit(None).reverse(false).which_captures(WhichCaptures::All);
    COMPILER.with_borrow_mut(|it| it.syntax(syntax).configure(all).configure(config).build(expression))
}
