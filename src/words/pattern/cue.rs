//! What letters a text has to hold before a pattern can match in it. Whoever compiles only what may match answers a
//! short message at once. What is not understood here is no cue: then the pattern is simply tried.

use std::sync::{Arc, OnceLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex_syntax::ast::{Ast, ClassPerlKind, ClassSet, ClassSetItem, RepetitionKind, RepetitionRange, parse};

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

/// Letters. Longer pieces are not rarer.
const LONG: usize = 10;

impl Cues {
    pub fn of(pattern: &str) -> Self {
        let pieces: Option<Arc<[String]>> =
            parse::Parser::new().parse(pattern).ok().and_then(|it| need(&it)).map(|it| fewest(it).into());
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

/// The pieces of which one has to stand; none where nothing has to, or only what stands nearly everywhere.
type Need = Option<Vec<String>>;

/// The strings that an expression can be, where they are few.
type Strings = Option<Vec<String>>;

/// More strings than these are not few.
const FEW: usize = 64;

/// What is known of an expression.
#[derive(Default)]
struct Known {
    strings: Strings,
    need: Need,
}

impl Known {
    fn of_strings(strings: Strings) -> Self {
        Self { need: strings.clone().filter(|it| is_rare(it)), strings }
    }
}

/// What every match of an expression holds. A pattern is a constant: it is no deeper than somebody wrote it.
fn need(ast: &Ast) -> Need {
    known(ast).need
}

fn known(ast: &Ast) -> Known {
    match ast {
        Ast::Empty(_) | Ast::Flags(_) | Ast::Assertion(_) => Known { strings: Some(vec![String::new()]), need: None },
        // Letters of other scripts have another case that the search does not know.
        Ast::Literal(it) if it.c.is_ascii() || !it.c.is_alphabetic() => {
            Known::of_strings(Some(vec![it.c.to_ascii_lowercase().to_string()]))
        }
        Ast::ClassPerl(it) if it.kind == ClassPerlKind::Digit && !it.negated => Known::of_strings(letters('0', '9')),
        Ast::ClassBracketed(it) if !it.negated => match &it.kind {
            ClassSet::Item(item) => Known::of_strings(of_class(item)),
            ClassSet::BinaryOp(_) => Known::default(),
        },
        Ast::Group(group) => known(&group.ast),
        Ast::Alternation(either) => {
            let all: Vec<Known> = either.asts.iter().map(known).collect();
            let need = all.iter().map(|it| it.need.as_deref()).collect::<Option<Vec<_>>>().map(|all| all.concat());
            let strings = all.iter().map(|it| it.strings.as_deref()).collect::<Option<Vec<_>>>();
            let strings = strings.filter(|all| all.iter().map(|it| it.len()).sum::<usize>() <= FEW);
            Known { strings: strings.map(|all| all.concat()), need: need.filter(|it| is_rare(it)) }
        }
        Ast::Concat(concat) => in_a_row(&concat.asts),
        Ast::Repetition(it) => {
            let Known { strings, need } = known(&it.ast);
            let is_optional = it.op.kind == RepetitionKind::ZeroOrOne;
            let strings = strings.filter(|_| is_optional).map(|mut all| {
                all.push(String::new());
                all
            });
            Known { strings, need: need.filter(|_| least(&it.op.kind) > 0) }
        }
        _ => Known::default(),
    }
}

/// How often at least what may be repeated stands.
fn least(kind: &RepetitionKind) -> u32 {
    use RepetitionRange::{AtLeast, Bounded, Exactly};
    match kind {
        RepetitionKind::ZeroOrOne | RepetitionKind::ZeroOrMore => 0,
        RepetitionKind::OneOrMore => 1,
        RepetitionKind::Range(Exactly(least) | AtLeast(least) | Bounded(least, _)) => *least,
    }
}

fn of_class(item: &ClassSetItem) -> Strings {
    match item {
        ClassSetItem::Literal(it) if it.c.is_ascii() => Some(vec![it.c.to_ascii_lowercase().to_string()]),
        ClassSetItem::Literal(it) if !it.c.is_alphabetic() => Some(vec![it.c.to_string()]),
        ClassSetItem::Range(it) => letters(it.start.c, it.end.c),
        ClassSetItem::Perl(it) if it.kind == ClassPerlKind::Digit && !it.negated => letters('0', '9'),
        ClassSetItem::Union(union) => {
            let all = union.items.iter().map(of_class).collect::<Option<Vec<_>>>()?.concat();
            (all.len() <= FEW).then_some(all)
        }
        _ => None,
    }
}

/// A few letters in a row of ASCII.
fn letters(first: char, last: char) -> Strings {
    let is_few = first.is_ascii() && last.is_ascii() && (last as usize).saturating_sub(first as usize) <= 10;
    is_few.then(|| (first..=last).map(|letter| letter.to_ascii_lowercase().to_string()).collect())
}

/// Each of some strings with each of others behind it.
fn joined(run: &[String], next: &[String]) -> Strings {
    let all = || run.iter().flat_map(|one| next.iter().map(move |other| format!("{one}{other}")));
    (run.len() * next.len() <= FEW).then(|| all().collect())
}

/// Expressions that follow each other: strings in a row, and the rarest need of any of them.
fn in_a_row(asts: &[Ast]) -> Known {
    let mut best = None;
    let mut run = vec![String::new()];
    let mut is_whole = true;
    for ast in asts {
        let next = known(ast);
        match next.strings.as_deref().and_then(|next| joined(&run, next)) {
            Some(longer) => run = longer,
            None => {
                is_whole = false;
                let done = std::mem::replace(&mut run, next.strings.unwrap_or_else(|| vec![String::new()]));
                best = rarer(rarer(best, Some(done)), next.need);
            }
        }
    }
    let strings = is_whole.then(|| run.clone());
    Known { strings, need: rarer(best, Some(run)).filter(|it| is_rare(it)) }
}

fn rarer(one: Need, other: Need) -> Need {
    let score = |need: &Need| need.as_deref().map_or(f32::INFINITY, share);
    if score(&other) < score(&one) { other } else { one }
}

/// Pieces that begin at more than this share of all places tell nothing.
const COMMON: f32 = 0.02;

fn is_rare(pieces: &[String]) -> bool {
    share(pieces) <= COMMON
}

/// At which share of the places of English prose one of these begins, roughly.
fn share(pieces: &[String]) -> f32 {
    pieces.iter().map(|piece| share_of(piece)).sum()
}

fn share_of(piece: &str) -> f32 {
    /// What stands in nearly every sentence.
    const EVERYWHERE: &[&str] = &[
        "the", "that", "this", "and", "for", "with", "not", "are", "was", "will", "can", "should", "have", "has",
        "you", "our", "ing", "ed", "ly", "to", "of", "in", "on", "as", "is", "be", "it", "or", "an", "by", "if", "we",
        "use", "which", "from", "would", "per", "see", "there", "would be", "to be", "of the",
    ];
    if EVERYWHERE.contains(&piece.trim()) {
        return 0.008;
    }
    let of_letter = |letter: char| match letter {
        ' ' => 0.17,
        '0'..='9' => 0.0015,
        'a'..='z' => 0.045,
        '.' | ',' | '-' => 0.01,
        ':' | '(' | ')' | '\'' | '/' => 0.004,
        _ => 0.001,
    };
    piece.chars().map(of_letter).product()
}

/// Each piece once, short enough, and none that holds another: where it stands, that one does.
fn fewest(pieces: Vec<String>) -> Vec<String> {
    let mut pieces: Vec<String> = pieces.into_iter().map(|it| it.chars().take(LONG).collect()).collect();
    pieces.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    let mut kept: Vec<String> = Vec::new();
    for piece in pieces {
        if !kept.iter().any(|it| piece.contains(it.as_str())) {
            kept.push(piece);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use regex_syntax::ast::parse::Parser;

    use super::{Cues, fewest, need};

    fn check(pattern: &str, expected: &[&str]) {
        let need = Parser::new().parse(pattern).ok().and_then(|it| need(&it)).map(fewest).unwrap_or_default();
        assert_eq!(need, expected, "{pattern}");
    }

    #[test]
    fn what_every_match_holds() {
        check(r"(?i)(?-u:\b)Soon(?-u:\b)", &["soon"]);
        check(
            r"(?:was|were) (?:already )?(?:discussed|agreed)",
            &["was agreed", "was alread", "was discus", "were agree", "were alrea", "were discu"],
        );
        check(r"(?P<who>ada|bob)+ \w+", &["ada", "bob"]);
        check(r"[a\]b]{1,2}there[^]x]", &["there"]);
        check(r"it\x{2019}s here", &["it\u{2019}s here"]);
        check("(?x) s o o n", &["soon"]);
        check("[[a]b]soon", &["soon"]);
        check(r"(?:in |by )?[QH][1-2](?-u:\b)", &["h1", "h2", "q1", "q2"]);
        check(r"\w+#\d+", &["#"]);
    }

    #[test]
    fn what_need_not_be_there_is_no_cue() {
        for pattern in ["soon|x", "(?:soon)?", "(?:soon){0,2}", r"\w+", "soon|", "(soon", "the|to|of|a", "é"] {
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
