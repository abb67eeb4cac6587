//! How the matches of a pattern begin, as far as its expression says so: whoever knows that need not try it elsewhere. A
//! piece is found in either case of ASCII: that Unicode counts a long s and the sign of kelvin as cases, too, is no matter.

use regex_syntax::ast::{AssertionKind, Ast, Flag, Flags, GroupKind, RepetitionKind};

use super::need::{least, letter, strings};
use super::share::share;
use super::texts::Texts;

/// Where matches may begin.
#[derive(Debug, Clone, PartialEq)]
pub enum Begin {
    Anywhere,
    AtStart,
    /// With one of these, in lower case.
    With {
        pieces: Texts,
        /// Nothing that belongs to a word stands before them.
        is_bordered: bool,
    },
}

/// More beginnings than these are not few.
const FEW: usize = 400;

/// Pieces that begin at more than this share of all places are no help.
const COMMON: f32 = 0.1;

/// Letters. Longer beginnings are not rarer.
const LONG: usize = 4;

/// One way in which a match begins.
#[derive(Debug, Clone)]
struct Way {
    text: String,
    /// Nothing else belongs to it, so that what follows it goes on there.
    is_whole: bool,
    is_bordered: bool,
    is_at_start: bool,
}

impl Way {
    fn of(text: String) -> Self {
        Self { text, is_whole: true, is_bordered: false, is_at_start: false }
    }

    fn before(&self, next: &Way) -> Self {
        let is_first = self.text.is_empty();
        Self {
            text: format!("{}{}", self.text, next.text),
            is_whole: next.is_whole,
            is_bordered: self.is_bordered || is_first && next.is_bordered,
            is_at_start: self.is_at_start || is_first && next.is_at_start,
        }
    }
}

impl Begin {
    pub fn of(ast: &Ast) -> Self {
        let Some(ways) = ways(ast) else { return Self::Anywhere };
        if ways.iter().all(|it| it.is_at_start) {
            return Self::AtStart;
        }
        let is_word = |it: &Way| it.is_bordered && it.text.starts_with(|it: char| it.is_ascii_alphanumeric());
        let is_bordered = ways.iter().all(is_word);
        let mut pieces: Vec<String> = ways.into_iter().map(|it| it.text).collect();
        pieces.sort_unstable();
        pieces.dedup();
        let is_known = pieces.iter().all(|it| !it.is_empty()) && (is_bordered || share(&pieces) <= COMMON);
        if is_known { Self::With { pieces: Texts::from_iter(pieces), is_bordered } } else { Self::Anywhere }
    }
}

/// The ways in which the matches of an expression begin; none where they are many, or not known.
fn ways(ast: &Ast) -> Option<Vec<Way>> {
    match ast {
        Ast::Flags(it) if is_of_lines(&it.flags) => None,
        Ast::Empty(_) | Ast::Flags(_) => Some(vec![Way::of(String::new())]),
        Ast::Assertion(it) => {
            let is_at_start = matches!(it.kind, AssertionKind::StartLine | AssertionKind::StartText);
            let is_bordered = it.kind == AssertionKind::WordBoundary;
            Some(vec![Way { is_at_start, is_bordered, ..Way::of(String::new()) }])
        }
        Ast::Group(group) => match &group.kind {
            GroupKind::NonCapturing(flags) if is_of_lines(flags) => None,
            _ => ways(&group.ast),
        },
        Ast::Alternation(either) => {
            let all = either.asts.iter().map(ways).collect::<Option<Vec<_>>>()?.concat();
            (all.len() <= FEW).then_some(all)
        }
        Ast::Concat(concat) => in_a_row(&concat.asts),
        Ast::Repetition(it) => {
            let mut all = ways(&it.ast)?;
            let is_optional = it.op.kind == RepetitionKind::ZeroOrOne;
            all.iter_mut().for_each(|it| it.is_whole &= is_optional);
            if least(&it.op.kind) == 0 {
                all.push(Way::of(String::new()));
            }
            Some(all)
        }
        _ => Some(strings(ast)?.into_iter().map(Way::of).collect()),
    }
}

/// Whether a line may begin inside of a text.
fn is_of_lines(flags: &Flags) -> bool {
    flags.flag_state(Flag::MultiLine) == Some(true)
}

/// Expressions that follow each other, as far as it takes to tell them from others.
fn in_a_row(asts: &[Ast]) -> Option<Vec<Way>> {
    let mut all = vec![Way::of(String::new())];
    for ast in asts {
        // What is long enough ends here, though more belongs to it.
        all.iter_mut().for_each(|it| it.is_whole &= it.text.len() < LONG && !it.is_at_start);
        if !all.iter().any(|it| it.is_whole) {
            break;
        }
        if let Ast::Literal(it) = ast
            && let Some(letter) = letter(it.c)
        {
            all.iter_mut().filter(|it| it.is_whole).for_each(|it| it.text.push(letter));
            continue;
        }
        let is_needed = all.iter().any(|it| it.text.is_empty() && it.is_whole);
        match ways(ast).filter(|next| all.len() * next.len() <= FEW) {
            Some(next) => {
                let longer = |way: Way| match way.is_whole {
                    true => next.iter().map(|it| way.before(it)).collect(),
                    false => vec![way],
                };
                all = all.into_iter().flat_map(longer).collect();
            }
            None if is_needed => return None,
            None => all.iter_mut().for_each(|it| it.is_whole = false),
        }
    }
    Some(all)
}
