//! Values that are amounts: what is measured first, whether it is a limit, and what is measured beside it.

use super::{Bound, Sort};
use crate::fact::amounts;
use crate::fact::measure::{self, Measure};
use crate::fact::unit::{self, What};
use crate::words::case;

/// Words before an amount that make it a limit.
const BOUNDS: &[(&str, Bound)] = &[
    ("at least ", Bound::Least),
    ("no less than ", Bound::Least),
    ("not less than ", Bound::Least),
    ("minimum ", Bound::Least),
    ("min. ", Bound::Least),
    (">=", Bound::Least),
    ("≥", Bound::Least),
    ("at most ", Bound::Most),
    ("no more than ", Bound::Most),
    ("not more than ", Bound::Most),
    ("up to ", Bound::Most),
    ("maximum ", Bound::Most),
    ("max. ", Bound::Most),
    ("max ", Bound::Most),
    ("<=", Bound::Most),
    ("≤", Bound::Most),
    ("within ", Bound::Most),
    ("more than ", Bound::Above),
    ("longer than ", Bound::Above),
    ("over ", Bound::Above),
    (">", Bound::Above),
    ("less than ", Bound::Below),
    ("fewer than ", Bound::Below),
    ("under ", Bound::Below),
    ("<", Bound::Below),
];

/// Words before an amount that say nothing of it.
const FILLERS: &[&str] = &[
    "every ",
    "each ",
    "about ",
    "around ",
    "approximately ",
    "ca. ",
    "~",
    "≈",
    "exactly ",
    "for ",
    "after ",
    "the ",
    "+",
];

pub fn read(text: &str) -> Option<Sort> {
    let (mut rest, mut bound) = (text, Bound::Unsaid);
    loop {
        let prefix = |it: &str| case::begins(rest, it);
        if let Some((word, found)) = BOUNDS.iter().find(|(word, _)| bound == Bound::Unsaid && prefix(word)) {
            (rest, bound) = (rest[word.len()..].trim_start(), *found);
        } else if let Some(word) = FILLERS.iter().find(|word| prefix(word)) {
            rest = rest[word.len()..].trim_start();
        } else {
            break;
        }
    }
    let unsigned = rest.strip_prefix(['-', '−']);
    let (mut main, end) = measure::leading(unsigned.unwrap_or(rest))?;
    if unsigned.is_some() {
        main.number = main.number.negated();
    }
    let behind = &unsigned.unwrap_or(rest)[end..];
    if !main.is_bare() {
        let is_cut = behind.starts_with(|it: char| it.is_alphanumeric() || it == '_');
        return (!is_cut).then(|| Sort::Quantity { bound, main, beside: others(behind) });
    }
    things(&mut main, behind)?;
    Some(Sort::Quantity { bound, main, beside: others(behind) })
}

fn others(text: &str) -> Vec<Measure> {
    const MOST: usize = 4;
    amounts::all(text).into_iter().take(MOST).map(|(_, it)| it).collect()
}

/// What a number counts: the words behind it, up to one that begins something else.
fn things(main: &mut Measure, behind: &str) -> Option<()> {
    const ENDS: &[&str] = &[
        "with", "and", "plus", "per", "in", "for", "after", "before", "on", "of", "or", "at", "from", "by", "a", "each",
    ];
    const MOST: usize = 3;
    if behind.trim().is_empty() {
        return Some(());
    }
    let (noun, rest) = behind.split_at(behind.find([',', ';', '(', '/', ':']).unwrap_or(behind.len()));
    let noun = noun.strip_prefix([' ', '-', '\u{a0}'])?;
    let words: Vec<&str> = noun.split_whitespace().collect();
    let end = words.iter().position(|it| ENDS.contains(&it.to_lowercase().as_str()));
    let named = &words[..end.unwrap_or(words.len())];
    let is_name = |it: &&str| it.chars().all(|it| it.is_alphabetic() || matches!(it, '-' | '\'' | '’'));
    if named.is_empty() || named.len() > MOST || !named.iter().all(is_name) {
        return None;
    }
    let (last, first) = named.split_last()?;
    let name: Vec<String> = first.iter().map(|it| it.to_lowercase()).chain([unit::singular(last)]).collect();
    main.what = What::Things(name.join(" "));
    let per = end.filter(|at| words[*at].eq_ignore_ascii_case("per")).and_then(|at| words.get(at + 1).copied());
    let per = per.or_else(|| rest.strip_prefix('/').filter(|_| end.is_none()).map(|it| it.trim()));
    measure::spread(main, per.unwrap_or_default())
}
