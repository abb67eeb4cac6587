//! An expression, compiled when it is first asked.

use std::sync::OnceLock;

use regex_automata::meta::{Config, Regex};

/// What an expression is searched with.
#[derive(Debug, Default)]
pub struct Engine(OnceLock<Regex>);

impl Engine {
    /// Expressions are constants: a mistake in one ends the program at its first use.
    pub fn regex(&self, expression: impl Fn() -> String) -> &Regex {
        // Made of letters in any case, prefilters cost more than they save.
        let config = Config::new().auto_prefilter(false);
        let build = || Regex::builder().configure(config).build(&expression()).expect("a constant pattern");
        self.0.get_or_init(build)
    }

    /// Whether it was compiled already.
    pub fn is_made(&self) -> bool {
        self.0.get().is_some()
    }
}
