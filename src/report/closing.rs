//! What a run saw, in a few lines for the end of it.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::{before, counted, escape};
use crate::finding::Level;
use crate::fix::Which;
use crate::kind::By;
use crate::settle::{Checked, Report};

/// The counts of a run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub documents: usize,
    /// Documents by kind, the sure ones.
    pub kinds: BTreeMap<String, usize>,
    /// Documents that show no sign of any kind, and those whose signs are not sure enough.
    pub unknown: usize,
    pub unsure: usize,
    /// Documents that are not English.
    pub foreign: usize,
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
    pub hidden: usize,
    pub allowed: usize,
    /// Questions of distant readers that the texts answer.
    pub answered: usize,
    /// Those that would have to be sent.
    pub open: usize,
}

impl Tally {
    pub fn of(report: &Report) -> Self {
        let mut tally = Self { documents: report.documents.len(), ..Self::default() };
        for document in &report.documents {
            match document.recognised.sure() {
                Some(kind) => *tally.kinds.entry(kind.to_owned()).or_default() += 1,
                None if document.recognised.kind.is_some() => tally.unsure += 1,
                None => tally.unknown += 1,
            }
            tally.foreign += usize::from(document.is_foreign);
            tally.hidden += document.hidden as usize;
            tally.allowed += document.allowed as usize;
            tally.answered += document.answered as usize;
        }
        report.findings().for_each(|(_, finding)| tally.count(finding.level));
        tally.open = tally.errors + tally.warnings + tally.notes;
        tally
    }

    pub fn count(&mut self, level: Level) {
        match level {
            Level::Error => self.errors += 1,
            Level::Warn => self.warnings += 1,
            Level::Note => self.notes += 1,
        }
    }
}

/// The closing lines of `check`, for standard error.
pub fn print(report: &Report) -> String {
    let tally = Tally::of(report);
    let is_said = |it: &&Checked| it.recognised.kind.is_none() && it.recognised.by == By::Word;
    let mut lines = vec![read(&tally, report.documents.iter().filter(is_said).count())];
    lines.extend(foreign(&tally));
    // What is known from before is open still, and shown to nobody.
    let known = report.known.as_ref().map_or(0, |it| it.count);
    let asked = tally.answered + tally.open + known;
    if asked > 0 {
        // Of texts whose kind nobody knows only the half was asked.
        let is_judged = tally.unknown + tally.unsure + tally.foreign < tally.documents && !report.is_incomplete();
        let tail = match tally.open == 0 && is_judged {
            true if report.leaves_out_old() => ": nothing new to ask",
            true if tally.hidden > 0 => ": none is certainly open",
            true => ": nothing found to ask",
            false => "",
        };
        let known = if known > 0 { format!(" ({known} known)") } else { String::new() };
        let answered = tally.answered;
        lines.push(format!("questions that a distant reader would ask: {answered} of {asked} answered{known}{tail}"));
    }
    lines.extend(still_to_send(report));
    if tally.open > 0 {
        lines.push(found(&tally));
    }
    if tally.hidden > 0 {
        let them = if tally.hidden == 1 { "it" } else { "them" };
        let hidden = counted(tally.hidden, "finding");
        lines.push(format!("{hidden} of lower confidence not shown: --pedantic shows {them}"));
    }
    lines.extend(day_wanted(report));
    if tally.allowed > 0 {
        lines.push(format!("{} allowed by comments or configuration", counted(tally.allowed, "finding")));
    }
    lines.extend(before::lines(report));
    lines.extend(fixes(report));
    lines.join("\n") + "\n"
}

/// What could be held against the day of reading.
fn day_wanted(report: &Report) -> Option<String> {
    let documents = report.documents.iter().filter(|it| it.wants_day).count();
    let say = if documents == 1 { "says" } else { "say" };
    let it = if documents == 1 { "it is" } else { "they are" };
    let them = counted(documents, "document");
    (documents > 0)
        .then(|| format!("{them} {say} by when {it} to be looked at again: --now DATE tells what is overdue"))
}

/// What fixes did, and what more they could do.
fn fixes(report: &Report) -> Vec<String> {
    let Some(fixes) = report.fixes else { return Vec::new() };
    let (safe, bold) = fixable(report);
    let mut lines = Vec::new();
    if fixes.are_applied && fixes.fixed > 0 {
        lines.push(format!("fixed {} in {}", counted(fixes.fixed, "finding"), counted(fixes.files, "file")));
    }
    match (safe, bold) {
        _ if fixes.are_applied && bold > 0 => lines.push(format!("{bold} more can be fixed with --fix --unsafe-fixes")),
        _ if fixes.are_applied && fixes.fixed == 0 => lines.push("nothing to fix".to_owned()),
        (0, 0) => {}
        _ if fixes.are_applied => {}
        (safe, 0) => lines.push(format!("{safe} can be fixed with --fix")),
        (0, bold) => lines.push(format!("{bold} can be fixed with --fix --unsafe-fixes")),
        (safe, bold) => {
            lines.push(format!("{safe} can be fixed with --fix, {bold} more with --fix --unsafe-fixes"));
        }
    }
    if fixes.are_applied {
        lines.extend(choices(report).map(|it| format!("{it}: the help beside each shows it")));
    }
    lines
}

/// How many findings may be mended in more than one way, where there are any.
fn choices(report: &Report) -> Option<String> {
    match report.findings().filter(|(_, it)| it.suggestions.len() > 1).count() {
        0 => None,
        1 => Some("1 finding offers a choice".to_owned()),
        many => Some(format!("{many} findings offer a choice")),
    }
}

/// Findings that safe fixes mend, and those that only others do.
fn fixable(report: &Report) -> (usize, usize) {
    let mut counts = (0, 0);
    for fix in report.findings().filter_map(|(_, finding)| finding.fix()) {
        *if fix.safe { &mut counts.0 } else { &mut counts.1 } += 1;
    }
    counts
}

/// The closing line of `--diff`.
pub fn would_fix(report: &Report, which: Which) -> String {
    let fixes = report.fixes.unwrap_or_default();
    let bold = if which == Which::Unsafe { 0 } else { fixable(report).1 };
    let more = if bold > 0 { format!(" ({bold} more with --unsafe-fixes)") } else { String::new() };
    let choices = choices(report).map(|it| format!("{it}: without --diff the help beside each shows it\n"));
    let choices = choices.unwrap_or_default();
    match fixes.fixed {
        0 => format!("nothing to fix{more}\n{choices}"),
        fixed => {
            format!("would fix {} in {}{more}\n{choices}", counted(fixed, "finding"), counted(fixes.files, "file"))
        }
    }
}

/// The findings by their levels.
pub fn found(tally: &Tally) -> String {
    let Tally { errors, warnings, notes, .. } = *tally;
    format!("{}, {}, {}", counted(errors, "error"), counted(warnings, "warning"), counted(notes, "note"))
}

/// Texts of which most rules say nothing, whatever they leave open.
pub(super) fn foreign(tally: &Tally) -> Option<String> {
    let who = match (tally.foreign, tally.documents) {
        (0, _) => return None,
        (1, 1) => "it is".to_owned(),
        (1, _) => "1 of them is".to_owned(),
        (foreign, _) => format!("{foreign} of them are"),
    };
    Some(format!("{who} not in English: only dates, times, owners and links are looked at there"))
}

/// How many documents of which kinds were read. Of `said` somebody said that they are of none.
fn read(tally: &Tally, said: usize) -> String {
    let mut kinds: Vec<(&String, &usize)> = tally.kinds.iter().collect();
    kinds.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), (*name).clone()));
    let mut parts: Vec<String> = kinds.into_iter().map(|(name, count)| format!("{count} {name}")).collect();
    let none = tally.unknown + tally.unsure;
    if none > 0 {
        let why = match (tally.unknown, tally.unsure) {
            (unknown, 0) if unknown == said => "as it was said".to_owned(),
            (_, 0) => "nothing in path, title or headings is enough".to_owned(),
            (0, _) => "not sure enough".to_owned(),
            (unknown, unsure) => format!("{unknown} without a sign of one, {unsure} not sure enough"),
        };
        parts.push(format!("{none} of no kind, for general rules only ({why}; see --verbose)"));
    }
    let list = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    format!("read {}{list}", counted(tally.documents, "document"))
}

/// The questions that are still open, the dearest first, each once.
const MOST_QUESTIONS: usize = 5;

fn still_to_send(report: &Report) -> Vec<String> {
    let mut open: IndexMap<&str, (Level, usize)> = IndexMap::new();
    for (_, finding) in report.findings() {
        let (level, times) = open.entry(&finding.question).or_insert((finding.level, 0));
        *level = finding.level.max(*level);
        *times += 1;
    }
    let mut open: Vec<(&str, (Level, usize))> = open.into_iter().collect();
    open.sort_by_key(|it| std::cmp::Reverse(it.1));
    let more = open.len().saturating_sub(MOST_QUESTIONS);
    let mut lines: Vec<String> = open
        .into_iter()
        .take(MOST_QUESTIONS)
        .map(|(question, (_, times))| {
            let times = if times > 1 { format!("{times} × ") } else { String::new() };
            format!("  {times}{}", escape::line(question))
        })
        .collect();
    if more > 0 {
        lines.push(format!("  … and {more} more"));
    }
    lines
}

/// What could not be read, and what to do about it.
pub fn notices(report: &Report) -> String {
    let mut out = String::new();
    for notice in &report.notices {
        let word = if notice.fatal { "error" } else { "warning" };
        let path = escape::line(&notice.path);
        out.push_str(&format!(
            "{word}: {path}: {}\n  = help: {}\n",
            escape::line(&notice.message),
            escape::line(&notice.help)
        ));
    }
    out
}

/// Each file with its kind and why.
pub fn files(report: &Report) -> String {
    let mut out = String::new();
    for document in &report.documents {
        let recognised = &document.recognised;
        let kind = recognised.kind.as_deref().unwrap_or("none");
        let because = match recognised.because.as_slice() {
            [] => "nothing in its path, title or headings tells".to_owned(),
            because => because.join(", "),
        };
        let unsure = if recognised.kind.is_some() && recognised.sure().is_none() {
            ", not sure enough for its rules"
        } else {
            ""
        };
        let name = escape::line(&document.name);
        let foreign = if document.is_foreign { ", not in English" } else { "" };
        let because = escape::line(&because);
        out.push_str(&format!("{name}: {kind} ({:.2}: {because}{unsure}{foreign})\n", recognised.confidence));
    }
    out
}

/// How often each rule fired at each level, the most frequent first.
pub fn statistics(report: &Report) -> String {
    let mut counts: BTreeMap<(&str, Level), usize> = BTreeMap::new();
    for (_, finding) in report.findings() {
        *counts.entry((&finding.rule, finding.level)).or_default() += 1;
    }
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|((rule, level), count)| (std::cmp::Reverse((*count, *level)), *rule));
    rows.into_iter().map(|((rule, level), count)| format!("{count:6}  {:5}  {rule}\n", level.word())).collect()
}
