//! What letters a text has to hold before an expression can match in it. What is not understood here is no need: then the
//! expression is simply tried.

use regex_syntax::ast::{Ast, ClassPerlKind, ClassSet, ClassSetItem, RepetitionKind, RepetitionRange};

use super::share::share;

/// Pieces of text of which every match holds at least one, in lower case; none where no such pieces are known.
pub fn need(ast: &Ast) -> Option<Vec<String>> {
    known(ast).need().map(|it| fewest(it.pieces))
}

/// Letters. Longer pieces are not rarer.
const LONG: usize = 10;

/// More strings than these are not few.
const FEW: usize = 64;

/// What is known of an expression.
enum Known {
    /// It is one of these few strings.
    Strings(Vec<String>),
    /// It holds one of these.
    Need(Need),
    Nothing,
}

/// The pieces of which one has to stand.
struct Need {
    pieces: Vec<String>,
    share: f32,
}

impl Known {
    /// What has to stand, unless it stands nearly everywhere.
    fn need(self) -> Option<Need> {
        let need = match self {
            Known::Strings(pieces) => Need { share: share(&pieces), pieces },
            Known::Need(need) => need,
            Known::Nothing => return None,
        };
        (need.share <= COMMON).then_some(need)
    }
}

impl From<Option<Need>> for Known {
    fn from(need: Option<Need>) -> Self {
        need.filter(|it| it.share <= COMMON).map_or(Known::Nothing, Known::Need)
    }
}

/// A pattern is a constant: it is no deeper than somebody wrote it.
fn known(ast: &Ast) -> Known {
    let few = |strings: Option<Vec<String>>| strings.map_or(Known::Nothing, Known::Strings);
    match ast {
        Ast::Empty(_) | Ast::Flags(_) | Ast::Assertion(_) => Known::Strings(vec![String::new()]),
        Ast::Literal(it) => few(letter(it.c).map(|it| vec![it.to_string()])),
        Ast::ClassPerl(it) if it.kind == ClassPerlKind::Digit && !it.negated => few(letters('0', '9')),
        Ast::ClassBracketed(it) if !it.negated => match &it.kind {
            ClassSet::Item(item) => few(of_class(item)),
            ClassSet::BinaryOp(_) => Known::Nothing,
        },
        Ast::Group(group) => known(&group.ast),
        Ast::Alternation(either) => any(either.asts.iter().map(known).collect()),
        Ast::Concat(concat) => in_a_row(&concat.asts),
        Ast::Repetition(it) => match (known(&it.ast), &it.op.kind) {
            (Known::Strings(mut all), RepetitionKind::ZeroOrOne) => {
                all.push(String::new());
                Known::Strings(all)
            }
            (known, kind) if least(kind) > 0 => known.need().into(),
            _ => Known::Nothing,
        },
        _ => Known::Nothing,
    }
}

/// The strings that an expression can be, where they are few.
pub(super) fn strings(ast: &Ast) -> Option<Vec<String>> {
    if let Known::Strings(strings) = known(ast) { Some(strings) } else { None }
}

/// A letter as it is searched for. Those of other scripts have another case that the search does not know.
pub(super) fn letter(letter: char) -> Option<char> {
    (letter.is_ascii() || !letter.is_alphabetic()).then(|| letter.to_ascii_lowercase())
}

/// One of several expressions.
fn any(all: Vec<Known>) -> Known {
    let count = |known: &Known| if let Known::Strings(strings) = known { strings.len() } else { FEW + 1 };
    if all.iter().map(count).sum::<usize>() <= FEW {
        let strings = |known| if let Known::Strings(strings) = known { strings } else { Vec::new() };
        return Known::Strings(all.into_iter().flat_map(strings).collect());
    }
    let mut whole = Need { pieces: Vec::new(), share: 0.0 };
    for known in all {
        let Some(need) = known.need() else { return Known::Nothing };
        whole.pieces.extend(need.pieces);
        whole.share += need.share;
    }
    Some(whole).into()
}

/// How often at least what may be repeated stands.
pub(super) fn least(kind: &RepetitionKind) -> u32 {
    use RepetitionRange::{AtLeast, Bounded, Exactly};
    match kind {
        RepetitionKind::ZeroOrOne | RepetitionKind::ZeroOrMore => 0,
        RepetitionKind::OneOrMore => 1,
        RepetitionKind::Range(Exactly(least) | AtLeast(least) | Bounded(least, _)) => *least,
    }
}

fn of_class(item: &ClassSetItem) -> Option<Vec<String>> {
    match item {
        ClassSetItem::Literal(it) if it.c.is_ascii() => Some(vec![it.c.to_ascii_lowercase().to_string()]),
        ClassSetItem::Literal(it) if !it.c.is_alphabetic() => Some(vec![it.c.to_string()]),
        ClassSetItem::Range(it) => letters(it.start.c, it.end.c),
        ClassSetItem::Perl(it) if it.kind == ClassPerlKind::Digit && !it.negated => letters('0', '9'),
        ClassSetItem::Union(union) => {
            let mut all = union.items.iter().map(of_class).collect::<Option<Vec<_>>>()?.concat();
            // Both cases of a letter are one.
            all.sort_unstable();
            all.dedup();
            (all.len() <= FEW).then_some(all)
        }
        _ => None,
    }
}

/// A few letters in a row of ASCII.
fn letters(first: char, last: char) -> Option<Vec<String>> {
    let is_few = first.is_ascii() && last.is_ascii() && (last as usize).saturating_sub(first as usize) <= 10;
    is_few.then(|| (first..=last).map(|letter| letter.to_ascii_lowercase().to_string()).collect())
}

/// Puts each of some strings behind each of others, unless that makes too many.
fn joined(run: &mut Vec<String>, mut next: Vec<String>) -> Option<Vec<String>> {
    match (run.as_mut_slice(), next.as_slice()) {
        (all, [one]) => all.iter_mut().for_each(|it| it.push_str(one)),
        ([one], _) => {
            next.iter_mut().for_each(|it| it.insert_str(0, one));
            *run = next;
        }
        (all, _) if all.len() * next.len() > FEW => return Some(next),
        (all, _) => *run = all.iter().flat_map(|one| next.iter().map(move |other| format!("{one}{other}"))).collect(),
    }
    None
}

/// Expressions that follow each other: strings in a row, or the rarest need of any of them.
fn in_a_row(asts: &[Ast]) -> Known {
    let mut best = None;
    let mut run = vec![String::new()];
    let mut is_whole = true;
    for ast in asts {
        if let Ast::Literal(it) = ast
            && let Some(letter) = letter(it.c)
        {
            run.iter_mut().for_each(|it| it.push(letter));
            continue;
        }
        let (next, need) = match known(ast) {
            Known::Strings(next) => match joined(&mut run, next) {
                None => continue,
                Some(next) => (next.clone(), Known::Strings(next).need()),
            },
            other => (vec![String::new()], other.need()),
        };
        is_whole = false;
        let done = std::mem::replace(&mut run, next);
        best = rarer(rarer(best, Known::Strings(done).need()), need);
    }
    if is_whole { Known::Strings(run) } else { rarer(best, Known::Strings(run).need()).into() }
}

fn rarer(one: Option<Need>, other: Option<Need>) -> Option<Need> {
    let score = |need: &Option<Need>| need.as_ref().map_or(f32::INFINITY, |it| it.share);
    if score(&other) < score(&one) { other } else { one }
}

/// Pieces that begin at more than this share of all places tell nothing.
const COMMON: f32 = 0.02;

/// Each piece once, short enough, and none that holds another: where it stands, that one does.
fn fewest(pieces: Vec<String>) -> Vec<String> {
    // "The end of a day" holds "end of ", and its first letters do not.
    let short = |it: String| it.chars().take(LONG).collect();
    without_holders(without_holders(pieces).into_iter().map(short).collect())
}

fn without_holders(mut pieces: Vec<String>) -> Vec<String> {
    pieces.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    pieces.dedup();
    // What has a letter that the other has not is not in it.
    let letters = |piece: &str| piece.bytes().fold(0u32, |all, byte| all | 1 << (byte % 32));
    let mut kept: Vec<(u32, String)> = Vec::new();
    for piece in pieces {
        let own = letters(&piece);
        if !kept.iter().any(|(letters, it)| letters & !own == 0 && piece.contains(it.as_str())) {
            kept.push((own, piece));
        }
    }
    kept.into_iter().map(|(_, piece)| piece).collect()
}

#[cfg(test)]
mod tests {
    use regex_syntax::ast::parse::Parser;

    use super::need;

    fn check(pattern: &str, expected: &[&str]) {
        let need = Parser::new().parse(pattern).ok().and_then(|it| need(&it));
        assert_eq!(need.unwrap_or_default(), expected, "{pattern}");
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
        check(r"[Bb][Yy] [SsTt]", &["by s", "by t"]);
    }

    #[test]
    fn what_need_not_be_there_is_no_cue() {
        for pattern in ["soon|e", "(?:soon)?", "(?:soon){0,2}", r"\w+", "soon|", "(soon", "the|to|of|a", "é"] {
            check(pattern, &[]);
        }
    }
}
