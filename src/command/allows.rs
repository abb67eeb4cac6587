//! `pingless allows`: what is kept silent, why, and whether there is anything to silence.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::cli::{Allows, ListFormat};
use crate::config::allow::is_said_in;
use crate::config::{Means, Policy, Quiet, Views};
use crate::document::Document;
use crate::finding::Finding;
use crate::report::allows::{self as printer, Row};
use crate::report::closing;
use crate::rule::{Catalog, Mistake};
use crate::run::console::{print, print_mistakes, say};
use crate::run::judge::{self, Wait};
use crate::run::setup::Setup;
use crate::run::{Exit, work};
use crate::settle::Checked;
use crate::settle::allow::Exception;
use crate::text::{Source, Span};
use crate::words::near::{ahead_within, behind_within};

/// Letters beside a place in which a mark may stand that belongs to it.
const NEAR: usize = 400;

pub fn run(args: &Allows) -> Exit {
    let (mut setup, mut work) = match work::begin(&args.rules, &args.input, &args.paths, args.color) {
        Ok(begun) => begun,
        Err(exit) => return exit,
    };
    work.policies().for_each(unmute);
    let report = judge::judge(work, &mut setup, Wait::Silent);
    let rows = match rows(&report.documents, &mut setup) {
        Ok(rows) => rows,
        Err(mistakes) => return print_mistakes(&mistakes, args.color),
    };
    print(&match args.format {
        ListFormat::Human => printer::human(&rows),
        ListFormat::Json => printer::json(&rows),
    });
    say(&closing::notices(&report));
    // Of what could not be read nobody knows whether it keeps anything silent.
    if report.is_incomplete() {
        return Exit::Wrong;
    }
    say(&printer::summary(&rows));
    Exit::Clean
}

/// Takes out of a policy what the configuration keeps silent.
fn unmute(policy: &mut Policy) {
    policy.choices.iter_mut().for_each(|it| it.ignore.clear());
    policy.allow.clear();
}

/// The rows of texts, then those of configurations: each file once, however many folders it speaks for.
fn rows(documents: &[Checked], setup: &mut Setup) -> Result<Vec<Row>, Vec<Mistake>> {
    let mut rows: Vec<Row> = documents.iter().flat_map(of_text).collect();
    let mut files: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    // Where nothing was read, the configuration of this folder is still one.
    let none = documents.is_empty().then(|| (PathBuf::from("."), None));
    let all = documents.iter().map(|it| (PathBuf::from(&it.name), Some(it))).chain(none);
    for (path, document) in all.collect::<Vec<_>>() {
        let scoped = setup.for_file(&path)?;
        let (views, policy) = (scoped.views(&path), scoped.policy(Some(&path)));
        let lists = scoped.quiet().to_vec();
        for (name, quiet) in lists {
            let new = || quiet.iter().map(|it| of_line(&name, it)).collect();
            let known = files.entry(name.clone()).or_insert_with(new);
            for (row, line) in known.iter_mut().zip(&quiet) {
                let Some(document) = document else { continue };
                let silenced = |it: &&Finding| silences(line, it, document, (&views, &policy), &setup.catalog);
                row.findings += document.findings.iter().filter(silenced).count();
            }
        }
    }
    rows.extend(files.into_values().flatten().map(|row| Row { unused: row.findings == 0, ..row }));
    Ok(rows)
}

fn of_text(document: &Checked) -> Vec<Row> {
    let row = |it: &Exception, rule: &String, used: Option<usize>| Row {
        rule: rule.clone(),
        path: document.name.to_string(),
        line: it.line,
        by: "comment",
        of: if it.is_wide { "the whole text" } else { "this place" }.to_owned(),
        reason: Some(it.reason.clone()),
        findings: used.unwrap_or(0),
        unused: used.unwrap_or(0) == 0,
        inactive: used.is_none(),
    };
    let mut rows = Vec::new();
    for it in &document.exceptions {
        rows.extend(it.rules.iter().zip(&it.used).map(|(rule, used)| row(it, rule, *used)));
    }
    rows
}

fn of_line(path: &str, quiet: &Quiet) -> Row {
    let (by, of) = match &quiet.means {
        Means::Ignore => ("ignore", "everywhere".to_owned()),
        Means::IgnoreIn(_, paths) => ("ignore", format!("in {}", paths.join(", "))),
        Means::Phrase(phrase) => ("allow", format!("where \u{201c}{phrase}\u{201d} stands")),
        Means::Level(level) => ("levels", format!("its level is {}", level.word())),
    };
    Row {
        rule: quiet.selector.clone(),
        path: path.to_owned(),
        line: quiet.line,
        by,
        of,
        reason: quiet.reason.clone(),
        findings: 0,
        unused: true,
        inactive: false,
    }
}

/// Whether a line of the configuration of a file keeps one of its findings silent.
fn silences(
    line: &Quiet,
    finding: &Finding,
    document: &Checked,
    (views, policy): (&Views, &Policy),
    catalog: &Catalog,
) -> bool {
    let Some(rule) = catalog.rule(&finding.rule).filter(|it| it.is_selected_by(&line.selector)) else { return false };
    match &line.means {
        Means::Level(_) => true,
        // Another file may have taken it back.
        Means::Ignore => !policy.enables(rule),
        Means::IgnoreIn(globs, _) => !policy.enables(rule) && globs.iter().any(|glob| glob.is_match(views)),
        Means::Phrase(phrase) => document.text.around(finding.at.span).is_some_and(|(text, at)| says(phrase, text, at)),
    }
}

/// Whether a phrase stands at a place of what is left of a text: what is far from it says nothing.
fn says(phrase: &str, text: &str, at: Span) -> bool {
    let reach = NEAR + 2 * phrase.len();
    let (before, after) = (behind_within(&text[..at.start], reach), ahead_within(&text[at.end..], reach));
    let source = Source::unnamed("", format!("{before}{}{after}", at.of(text)));
    is_said_in(phrase, &Document::new(&source), Span::new(before.len(), before.len() + at.len()))
}
