//! What letters a text has to hold before a pattern can match in it. Whoever compiles only what may match answers a
//! short message at once. What is not understood here is no cue: then the pattern is simply tried.

use std::cmp::Reverse;
use std::sync::{Arc, OnceLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex_syntax::ast::{Ast, RepetitionKind, RepetitionRange, parse};

use super::sieve;

/// Pieces of text of which every match holds at least one; none where no such pieces are known.
#[derive(Debug, Default)]
pub struct Cues {
    pieces: Option<Arc<[String]>>,
    /// Made when a text is searched for them.
    automaton: OnceLock<Option<AhoCorasick>>,
    /// The number under which the sieve knows them.
    pub(super) number: Option<usize>,
}

/// Shorter pieces are nearly everywhere.
const SHORTEST: usize = 3;

/// Longer pieces are not rarer.
const LONG: usize = 6;

impl Cues {
    pub fn of(pattern: &str) -> Self {
        let pieces: Option<Arc<[String]>> =
            parse::Parser::new().parse(pattern).ok().and_then(|it| need(&it)).map(Arc::from);
        let number = pieces.clone().map(sieve::register);
        Self { pieces, automaton: OnceLock::new(), number }
    }

    fn automaton(&self) -> Option<&AhoCorasick> {
        // This kind is made fastest, and most are asked once.
        let kind = Some(AhoCorasickKind::NoncontiguousNFA);
        let build = |pieces: &Arc<[String]>| {
            AhoCorasick::builder().ascii_case_insensitive(true).kind(kind).build(pieces.iter()).ok()
        };
        self.automaton.get_or_init(|| self.pieces.as_ref().and_then(build)).as_ref()
    }

    /// Whether the pattern may match anywhere in a text.
    pub fn may_be_in(&self, text: &str) -> bool {
        // Two letters outside of ASCII are another case of one inside.
        let has_other_case = || !text.is_ascii() && text.contains(['\u{17f}', '\u{212a}']);
        self.automaton().is_none_or(|pieces| pieces.is_match(text) || has_other_case())
    }
}

/// The pieces of which one has to stand; none where nothing has to.
type Need = Option<Vec<String>>;

/// What every match of an expression holds. A pattern is a constant: it is no deeper than somebody wrote it.
fn need(ast: &Ast) -> Need {
    match ast {
        Ast::Concat(concat) => in_a_row(&concat.asts),
        Ast::Alternation(either) => either.asts.iter().map(need).collect::<Option<Vec<_>>>().map(|all| all.concat()),
        Ast::Group(group) => need(&group.ast),
        Ast::Repetition(it) if stands(&it.op.kind) => need(&it.ast),
        _ => None,
    }
}

/// Whether what may be repeated stands at least once.
fn stands(kind: &RepetitionKind) -> bool {
    use RepetitionRange::{AtLeast, Bounded, Exactly};
    match kind {
        RepetitionKind::ZeroOrOne | RepetitionKind::ZeroOrMore => false,
        RepetitionKind::OneOrMore => true,
        RepetitionKind::Range(Exactly(least) | AtLeast(least) | Bounded(least, _)) => *least > 0,
    }
}

/// The rarest need of expressions that follow each other: plain letters in a row, or what one of them needs.
fn in_a_row(asts: &[Ast]) -> Need {
    let mut best = None;
    let mut run = String::new();
    for ast in asts {
        match ast {
            Ast::Literal(literal) if literal.c.is_ascii() => run.push(literal.c.to_ascii_lowercase()),
            Ast::Assertion(_) | Ast::Empty(_) | Ast::Flags(_) => {}
            other => best = rarer(rarer(best, letters(&mut run)), need(other)),
        }
    }
    rarer(best, letters(&mut run))
}

/// The need of the letters that stood in a row so far.
fn letters(run: &mut String) -> Need {
    let run = std::mem::take(run);
    (run.len() >= SHORTEST).then(|| vec![run])
}

fn rarer(one: Need, other: Need) -> Need {
    let score = |need: &Need| {
        let pieces = need.as_deref().unwrap_or_default();
        (pieces.iter().map(|it| it.len().min(LONG)).min().unwrap_or(0), Reverse(pieces.len()))
    };
    if score(&other) > score(&one) { other } else { one }
}

#[cfg(test)]
mod tests {
    use regex_syntax::ast::parse::Parser;

    use super::{Cues, need};

    fn check(pattern: &str, expected: &[&str]) {
        let need = Parser::new().parse(pattern).ok().and_then(|it| need(&it)).unwrap_or_default();
        assert_eq!(need, expected, "{pattern}");
    }

    #[test]
    fn what_every_match_holds() {
        check(r"(?i)(?-u:\b)Soon(?-u:\b)", &["soon"]);
        check(r"(?:was|were) (?:already )?(?:discussed|agreed)", &["discussed", "agreed"]);
        check(r"(?P<who>ada|bob)+ \w+", &["ada", "bob"]);
        check(r"[a\]b]{1,2}there[^]x]", &["there"]);
        check(r"it\x{2019}s here", &["s here"]);
        check("(?x) s o o n", &["soon"]);
        check("[[a]b]soon", &["soon"]);
    }

    #[test]
    fn what_need_not_be_there_is_no_cue() {
        for pattern in ["soon|x", "(?:soon)?", "(?:soon){0,2}", r"\d+", "soon|", "(soon"] {
            check(pattern, &[]);
            assert!(Cues::of(pattern).may_be_in("hi"), "{pattern}");
        }
    }

    #[test]
    fn cues_stand_in_any_case() {
        let cues = Cues::of("(?i)soon|by friday");
        assert!(cues.may_be_in("It is SOON") && cues.may_be_in("By Friday") && cues.may_be_in("\u{17f}oon"));
        assert!(!cues.may_be_in("so on, by Frida") && !cues.may_be_in("") && !cues.may_be_in("so"));
    }
}
