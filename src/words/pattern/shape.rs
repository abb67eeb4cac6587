//! What an expression says of its matches before it is compiled. It is found out from what is written, and nothing else.

use regex_syntax::ast::parse::Parser;

use super::begin::Begin;
use super::need::need;
use super::share::share;
use super::shortest::shortest;
use super::texts::Texts;

/// What is known of the matches of an expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The bytes of a match, at least.
    pub shortest: usize,
    /// Pieces of which every match holds at least one, where such pieces are known.
    pub cues: Option<Texts>,
    /// Whether those pieces are so rare that all their places are worth noting.
    pub is_rare: bool,
    pub begin: Begin,
}

/// To note all places of pieces that begin at more than this share costs more than it saves.
const WORTH_SIFTING: f32 = 0.013;

/// The same of what is tried at one place.
const WORTH_SIFTING_AT_START: f32 = 0.002;

impl Shape {
    /// Expressions are constants: a mistake in one ends the program at its first use.
    pub fn of(expression: &str) -> Self {
        let ast = Parser::new().parse(expression).expect("a constant pattern");
        let (cues, begin) = (need(&ast), Begin::of(&ast));
        let most = if begin == Begin::AtStart { WORTH_SIFTING_AT_START } else { WORTH_SIFTING };
        let is_rare = cues.as_ref().is_some_and(|it| share(it) <= most);
        Self { shortest: shortest(&ast), cues: cues.map(Texts::from_iter), is_rare, begin }
    }
}
