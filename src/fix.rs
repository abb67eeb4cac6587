//! From a text and what was found in it to a text in which less is to be found: which suggestions are applied, in which
//! order, and when to stop. Knows no file, no rule and no configuration.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use thin_vec::ThinVec;

use crate::finding::{Edit, Finding, Suggestion};
use crate::settle::Checked;
use crate::text::Span;

/// Whoever changes what was changed before as often as this goes round in circles.
const MOST_ROUNDS: usize = 20;

/// Bytes that are judged for one text. Some rules speak of the first place alone, and each of its fixes takes a round: what is
/// left then waits for the next run.
const MOST_JUDGED: usize = 5 << 20;

/// A text that was mended as far as it can be.
#[derive(Debug)]
pub struct Mended {
    pub text: String,
    /// How many findings are no more because of it.
    pub fixed: usize,
    /// The new text, judged, without what was silent before.
    pub checked: Checked,
}

/// What came of it.
#[derive(Debug)]
pub enum Outcome {
    /// There was nothing to apply.
    Same,
    Mended(Box<Mended>),
    /// Each round found something to apply, because of these rules: the text is left as it was.
    Endless(Vec<String>),
}

/// Which suggestions are applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those that can only mean one thing.
    Safe,
    /// Those as well that a person should look at.
    Unsafe,
}

impl Which {
    pub fn with_unsafe(is_wanted: bool) -> Self {
        if is_wanted { Self::Unsafe } else { Self::Safe }
    }
}

/// Applies what may be applied without asking a person, and looks again, until nothing is left to apply.
///
/// `reported` are the findings that may be mended; what `judge` finds besides in the text is known from before, or allowed
/// elsewhere, and stays as it is.
pub fn mend(text: &str, reported: &[Finding], which: Which, judge: impl Fn(&str) -> Checked) -> Outcome {
    let mut checked = judge(text);
    checked.findings.extend(of_many(&checked.findings, reported));
    let mut tracked = Tracked::new(&checked.findings, reported);
    let mut mended: Option<String> = None;
    let (mut fixed, mut judged) = (0, text.len());
    // The end of the last change, and how often something before it was changed.
    let (mut end, mut returns) = (0, 1);
    while returns < MOST_ROUNDS {
        tracked.filter(&mut checked.findings);
        let now = mended.as_deref().unwrap_or(text);
        let round = Round::of(now, &checked.findings, which);
        // One round is due to a text of any length.
        if round.edits.is_empty() || mended.is_some() && judged > MOST_JUDGED {
            return match mended {
                None => Outcome::Same,
                Some(text) => Outcome::Mended(Box::new(Mended { text, fixed, checked })),
            };
        }
        returns += usize::from(round.edits.first_key_value().is_some_and(|(start, _)| *start < end));
        let (next, moved) = round.apply(now);
        end = moved.edits.last().map_or(end, |(_, end)| *end);
        judged += next.len();
        tracked.follow(&moved);
        fixed += round.fixed;
        checked = judge(&next);
        mended = Some(next);
    }
    tracked.filter(&mut checked.findings);
    let now = mended.as_deref().unwrap_or(text);
    let open = checked.findings.iter().filter(|it| applicable(it, now, which).is_some());
    let mut rules: Vec<String> = open.map(|it| it.rule.clone()).collect();
    rules.sort();
    rules.dedup();
    Outcome::Endless(rules)
}

/// What is reported and was not found in the text alone, but by many texts together: what mends it is applied once.
fn of_many(alone: &[Finding], reported: &[Finding]) -> Vec<Finding> {
    let alone: HashSet<&str> = alone.iter().map(|it| it.fingerprint.as_str()).collect();
    reported.iter().filter(|it| !alone.contains(it.fingerprint.as_str())).cloned().collect()
}

/// The suggestion of a finding that may be applied to this text.
pub fn applicable<'f>(finding: &'f Finding, text: &str, which: Which) -> Option<&'f Suggestion> {
    let first = if text.starts_with(MARK) { MARK.len_utf8() } else { 0 };
    let is_sound = |it: &&Suggestion| {
        let is_inside = |edit: &Edit| edit.span.start >= first && text.get(edit.span.range()).is_some();
        let is_apart = sorted(it).windows(2).all(|pair| pair[0].span.end < pair[1].span.start);
        let is_new = |edit: &Edit| edit.span.of(text) != written(edit, text);
        // What goes before such a mark might be all that stands before it, and then it would be one of the order of bytes.
        let bares_mark = |edit: &Edit| edit.text.is_empty() && text[edit.span.end..].starts_with(MARK);
        it.edits.iter().all(|edit| is_inside(edit) && !bares_mark(edit)) && is_apart && it.edits.iter().any(is_new)
    };
    finding.fix().filter(|it| it.safe || which == Which::Unsafe).filter(is_sound)
}

/// The byte order mark: nothing is put before it.
const MARK: char = '\u{feff}';

/// What an edit puts in, with the line ends of the text.
fn written<'e>(edit: &'e Edit, text: &str) -> Cow<'e, str> {
    let is_dos = || text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
    match edit.text.contains('\n') && is_dos() {
        true => Cow::Owned(edit.text.replace("\r\n", "\n").replace('\n', "\r\n")),
        false => Cow::Borrowed(&edit.text),
    }
}

fn sorted(suggestion: &Suggestion) -> Vec<&Edit> {
    let mut edits: Vec<&Edit> = suggestion.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    edits
}

/// What is applied to a text at once.
#[derive(Debug, Default)]
struct Round<'f> {
    /// By their starts. No two of different suggestions overlap.
    edits: BTreeMap<usize, &'f Edit>,
    fixed: usize,
}

impl<'f> Round<'f> {
    /// Of suggestions that want the same place, the first one in the text is applied; the others wait for the next round.
    fn of(text: &str, findings: &'f [Finding], which: Which) -> Self {
        let chosen = findings.iter().filter_map(|it| applicable(it, text, which));
        let mut chosen: Vec<Vec<&Edit>> = chosen.map(sorted).collect();
        chosen.sort_by_key(|edits| edits[0].span);
        let mut round = Self::default();
        for edits in chosen {
            if edits.iter().all(|edit| round.edits.get(&edit.span.start) == Some(edit)) {
                round.fixed += 1;
            } else if edits.iter().all(|edit| round.is_free(edit)) {
                round.fixed += 1;
                round.edits.extend(edits.into_iter().map(|edit| (edit.span.start, edit)));
            }
        }
        round
    }

    fn is_free(&self, edit: &Edit) -> bool {
        let near = self.edits.range(..=edit.span.end).rev().take(2);
        // Of two that put something in at one place, nobody knows the order.
        let is_apart = |other: Span| match other.is_empty() || edit.span.is_empty() {
            true => other.end < edit.span.start || edit.span.end < other.start,
            false => !other.overlaps(edit.span),
        };
        near.into_iter().all(|(_, other)| is_apart(other.span))
    }

    /// The new text, and where the places of the old one are in it.
    fn apply(&self, text: &str) -> (String, Moved) {
        let mut out = String::with_capacity(text.len());
        let mut moved = Moved::default();
        let mut at = 0;
        for edit in self.edits.values() {
            out.push_str(&text[at..edit.span.start]);
            out.push_str(&written(edit, text));
            at = edit.span.end;
            moved.edits.push((edit.span, out.len()));
        }
        out.push_str(&text[at..]);
        (out, moved)
    }
}

/// A place of a rule: its name and where it begins.
type Place = (String, usize);

/// The findings that were there at first, followed through the edits.
struct Tracked {
    silent: HashSet<Place>,
    /// Whether what is reported stands on a line that a change touched.
    touched: HashMap<Place, Option<bool>>,
    is_compared: bool,
}

impl Tracked {
    fn new(all: &[Finding], reported: &[Finding]) -> Self {
        let reported: HashMap<&str, Option<bool>> =
            reported.iter().map(|it| (it.fingerprint.as_str(), it.touched)).collect();
        let is_compared = reported.values().any(Option::is_some);
        let mut tracked = Self { silent: HashSet::new(), touched: HashMap::new(), is_compared };
        for finding in all {
            match reported.get(finding.fingerprint.as_str()) {
                None => drop(tracked.silent.insert(place(finding))),
                Some(touched) => drop(tracked.touched.insert(place(finding), *touched)),
            }
        }
        tracked
    }

    /// Takes out what was silent. What came with an edit stands on a line that was touched.
    fn filter(&self, findings: &mut ThinVec<Finding>) {
        findings.retain(|it| !self.silent.contains(&place(it)));
        if self.is_compared {
            for finding in findings {
                finding.touched = self.touched.get(&place(finding)).copied().unwrap_or(Some(true));
            }
        }
    }

    fn follow(&mut self, moved: &Moved) {
        let silent = std::mem::take(&mut self.silent);
        self.silent = silent.into_iter().map(|(rule, start)| (rule, moved.place(start))).collect();
        let touched = std::mem::take(&mut self.touched);
        self.touched = touched.into_iter().map(|((rule, start), it)| ((rule, moved.place(start)), it)).collect();
    }
}

fn place(finding: &Finding) -> Place {
    (finding.rule.clone(), finding.at.span.start)
}

/// Where places are after a round: the edits, and where each of them ends in the new text.
#[derive(Debug, Default)]
struct Moved {
    edits: Vec<(Span, usize)>,
}

impl Moved {
    /// A place inside of an edit is where the edit begins.
    fn place(&self, offset: usize) -> usize {
        let before = &self.edits[..self.edits.partition_point(|(span, _)| span.start < offset)];
        let (offset, before) = match before {
            [before @ .., (span, _)] if offset < span.end => (span.start, before),
            before => (offset, before),
        };
        before.last().map_or(offset, |(span, end)| end + (offset - span.end))
    }
}
