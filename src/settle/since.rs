//! What is new: the findings of a text that it did not have before. Sets are compared and not lines, so that a deletion
//! which causes an absence is found, and a paragraph that was moved is not. Changed lines only rank.
//!
//! Findings are alike if they have the same rule and the same text under their label, and those that are said of the whole
//! text if they have the same rule. Of `m` that are alike `n` were there before: `m - n` are new, and those are shown that
//! most likely are.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::Checked;
use super::allow::Exception;
use super::fingerprint::{alike, alike_of_whole, normal};
use crate::finding::Finding;
use crate::text::{Lines, Span, border};

/// What the texts of a report were compared with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Since {
    /// As it was named.
    pub base: String,
    /// The commit that the texts were read from.
    pub commit: String,
    /// Findings of the changed texts that were there before.
    pub old: usize,
}

/// An exception that a change brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAllow {
    pub document: String,
    pub exception: Exception,
}

impl NewAllow {
    /// Those exceptions of a text that are new.
    pub fn all(document: &Checked, is_new: impl FnMut(&&Exception) -> bool) -> Vec<Self> {
        let new = document.exceptions.iter().filter(is_new);
        new.map(|it| Self { document: document.name.to_string(), exception: it.clone() }).collect()
    }
}

/// One text before and after, compared.
#[derive(Debug, Default)]
pub struct Pair {
    /// With its new findings only; none where the text is gone.
    pub head: Option<Checked>,
    /// How many findings of the head were there before, by their rule and the text under their label.
    pub old: HashMap<String, usize>,
    pub allows: Vec<NewAllow>,
    gone: Vec<Sign>,
}

/// A finding with the line that it stands on: what it is known by where its text moved to another file.
type Sign = (String, String);

impl Pair {
    pub fn has_new(&self) -> bool {
        self.head.as_ref().is_some_and(|head| !head.findings.is_empty())
    }

    /// Says what the text had before, where its head has none of it.
    pub fn came_from(&mut self, base: Option<(&Checked, &str)>) {
        self.gone = signs(base);
    }
}

/// Compares one text with what it was. `base` and `head` come with their whole texts.
pub fn compare(base: Option<(&Checked, &str)>, head: Option<(Checked, &str)>) -> Pair {
    let before = signs(base);
    let Some((mut head, text)) = head else { return Pair { gone: before, ..Pair::default() } };
    let after = signs(Some((&head, text)));
    if !head.findings.is_empty() {
        let touched = touched(base.map(|(_, text)| text), text);
        head.findings.iter_mut().for_each(|it| it.touched = Some(touched.holds(it.at.span)));
    }
    let known = base.map_or(&[][..], |(it, _)| &it.findings);
    let known: HashSet<&str> = known.iter().map(|it| it.fingerprint.as_str()).collect();
    let counts = tally(before.iter().map(|(like, _)| like.clone()));
    let likes: Vec<String> = after.iter().map(|(like, _)| like.clone()).collect();
    let findings = std::mem::take(&mut head.findings).into_iter().collect();
    let parted = part(findings, &likes, &counts, &known);
    head.findings = parted.new.into();
    let old = tally(parted.old.iter().map(|(_, it)| alike(&it.rule, it.at.span.of(text))));
    let allows = new_allows(base.map_or(&[][..], |(it, _)| &it.exceptions), &head);
    Pair { gone: gone(before, after), head: Some(head), old, allows }
}

fn signs(side: Option<(&Checked, &str)>) -> Vec<Sign> {
    side.map_or_else(Vec::new, |(it, text)| it.findings.iter().map(|finding| sign(finding, text)).collect())
}

/// Bytes of a line that count on either side of a finding: one line may hold thousands of them.
const NEAR: usize = 256;

fn sign(finding: &Finding, text: &str) -> Sign {
    let span = finding.at.span;
    let (first, last) = (border(text, span.start.saturating_sub(NEAR)), border(text, span.end + NEAR));
    let start = text[first..span.start].rfind(['\n', '\r']).map_or(first, |at| first + at + 1);
    let end = text[span.end..last].find(['\n', '\r']).map_or(last, |at| span.end + at);
    let like = match finding.is_of_whole {
        true => alike_of_whole(&finding.rule),
        false => alike(&finding.rule, span.of(text)),
    };
    (like, normal(&text[start..end]))
}

/// How often each of them is there.
fn tally<T: Hash + Eq>(all: impl IntoIterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    all.into_iter().for_each(|it| *counts.entry(it).or_default() += 1);
    counts
}

/// Takes one of its like out of a tally; false where none is left.
fn take<T: Hash + Eq>(counts: &mut HashMap<T, usize>, it: &T) -> bool {
    let left = counts.get_mut(it).filter(|count| **count > 0);
    left.map(|count| *count -= 1).is_some()
}

/// The findings of a text, parted.
#[derive(Debug, Default)]
pub struct Parted {
    pub new: Vec<Finding>,
    /// With what makes them alike.
    pub old: Vec<(String, Finding)>,
}

/// Parts the findings: as many of each sort are old as `counts` says. Those are new that stand on changed lines, then
/// those whose fingerprint was not there, then the last ones; each of them has a fingerprint that was not there.
pub fn part(
    findings: Vec<Finding>,
    likes: &[String],
    counts: &HashMap<String, usize>,
    known: &HashSet<&str>,
) -> Parted {
    let mut sorts: HashMap<&str, Vec<usize>> = HashMap::new();
    likes.iter().enumerate().for_each(|(at, like)| sorts.entry(like).or_default().push(at));
    let mut findings = findings;
    let mut is_old = vec![false; findings.len()];
    for (like, mut members) in sorts {
        let count = counts.get(like).copied().unwrap_or(0).min(members.len());
        if count == 0 {
            continue;
        }
        let is_known = |finding: &Finding| known.contains(finding.fingerprint.as_str());
        members.sort_by_key(|at| (findings[*at].touched, !is_known(&findings[*at]), *at));
        let (old, new) = members.split_at(count);
        old.iter().for_each(|at| is_old[*at] = true);
        // The names that were not there belong to the new ones, whichever of their like they are.
        let mut fresh = old.iter().copied().filter(|at| !is_known(&findings[*at])).collect::<Vec<_>>().into_iter();
        for at in new.iter().copied().filter(|at| is_known(&findings[*at])).collect::<Vec<_>>() {
            if let Some(other) = fresh.next() {
                let name = std::mem::take(&mut findings[other].fingerprint);
                findings[other].fingerprint = std::mem::replace(&mut findings[at].fingerprint, name);
            }
        }
    }
    let mut parted = Parted::default();
    for ((finding, like), is_old) in findings.into_iter().zip(likes).zip(is_old) {
        match is_old {
            true => parted.old.push((like.clone(), finding)),
            false => parted.new.push(finding),
        }
    }
    parted
}

/// What was there before and is there no more.
fn gone(before: Vec<Sign>, after: Vec<Sign>) -> Vec<Sign> {
    let mut left = tally(before.iter().map(|(like, _)| like.clone()));
    for (like, _) in &after {
        take(&mut left, like);
    }
    let mut here = tally(after);
    before.into_iter().filter(|sign| !take(&mut here, sign) && take(&mut left, &sign.0)).collect()
}

/// Takes out the findings that came with their line from another text. `texts` are those of the heads.
pub fn take_out_moved<'t>(pairs: &mut [Pair], text: impl Fn(usize) -> &'t str) {
    let mut gone = tally(pairs.iter_mut().flat_map(|pair| std::mem::take(&mut pair.gone)));
    if gone.is_empty() {
        return;
    }
    for (number, pair) in pairs.iter_mut().enumerate() {
        let Some(head) = &mut pair.head else { continue };
        let old = &mut pair.old;
        head.findings.retain(|finding| {
            let sign = sign(finding, text(number));
            let is_moved = take(&mut gone, &sign);
            if is_moved {
                *old.entry(alike(&finding.rule, finding.at.span.of(text(number)))).or_default() += 1;
            }
            !is_moved
        });
    }
}

fn new_allows(before: &[Exception], head: &Checked) -> Vec<NewAllow> {
    let what = |it: &Exception| (it.rules.clone(), it.reason.clone(), it.is_wide);
    let mut before = tally(before.iter().map(what));
    NewAllow::all(head, |it| !take(&mut before, &what(it)))
}

/// Which lines of a text were changed.
#[derive(Debug)]
struct Touched {
    lines: Lines,
    /// By line; none where all of them are new.
    is_changed: Option<Vec<bool>>,
}

impl Touched {
    fn holds(&self, span: Span) -> bool {
        let [first, last] = [span.start, span.end.max(span.start + 1) - 1].map(|at| self.lines.index(at));
        self.is_changed.as_ref().is_none_or(|changed| changed[first..=last].iter().any(|it| *it))
    }
}

/// The lines that the text before has not: what is equal at both ends is left out, and of the rest each line that is
/// there more often than it was. A line that was only moved is not changed. Linear, whatever the texts are.
fn touched(before: Option<&str>, text: &str) -> Touched {
    let lines = Lines::of(text);
    let Some(before) = before else { return Touched { lines, is_changed: None } };
    let of = |lines: &Lines, text: &str| -> Vec<String> {
        (0..lines.count()).map(|at| lines.span(at, text).of(text).trim_end().to_owned()).collect()
    };
    let (old, new) = (of(&Lines::of(before), before), of(&lines, text));
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
    let mut left = tally(&old[start..old.len() - end]);
    let between = start..new.len() - end;
    let is_changed =
        new.iter().enumerate().map(|(at, line)| between.contains(&at) && !take(&mut left, &line)).collect();
    Touched { lines, is_changed: Some(is_changed) }
}
