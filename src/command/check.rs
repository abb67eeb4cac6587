//! `pingless check`: the straight line for every input, and one report.

use rayon::prelude::*;

use super::around::Trees;
use super::first;
use super::known;
use super::progress::Progress;
use super::since::{self, Asked, Comparison};
use super::work::{self, Work, notice, with_kind};
use super::{Exit, finish, say};
use crate::cli::Check;
use crate::config::{FailOn, Policy};
use crate::input;
use crate::lint::{self, Beside};
use crate::report::cap::Cap;
use crate::report::{first as next, summary};
use crate::rule::Catalog;
use crate::settle::gate::Surface;
use crate::settle::{Notice, Report};
use crate::text::Source;

pub fn run(args: &Check) -> Exit {
    let ended = if args.since.diff_base.is_some() { only_new(args) } else { all(args, Vec::new()) };
    ended.unwrap_or_else(|exit| exit)
}

/// What the changed texts did not say before; where nobody knows what changed, all of it.
fn only_new(args: &Check) -> Result<Exit, Exit> {
    let color = args.output.color;
    let mut setup = work::setup(&args.rules, &args.input, color)?;
    let fail_on = finish::fail_on(&mut setup, &args.output)?;
    let known = known::find(&mut setup, &args.known, &args.rules, color)?;
    let (since, input, paths) = (&args.since, &args.input, args.paths.as_slice());
    let asked = Asked { since, input, paths, known: known.as_ref(), is_strict: args.strict_input, color };
    match since::compare(&mut setup, &asked)? {
        Comparison::Known(it) => Ok(put(&it.report, &setup.catalog, args, it.surface, fail_on)),
        Comparison::Unknown(notice) => all(args, vec![notice]),
    }
}

/// Everything that is there.
fn all(args: &Check, notices: Vec<Notice>) -> Result<Exit, Exit> {
    let color = args.output.color;
    let (mut setup, work) = work::begin(&args.rules, &args.input, &args.paths, color)?;
    let fail_on = finish::fail_on(&mut setup, &args.output)?;
    let known = known::find(&mut setup, &args.known, &args.rules, color)?;
    let mut report = judge(work, &setup.catalog, args.strict_input, args.output.wants_progress());
    report.notices.extend(notices);
    if let Some(known) = known {
        known.apply(&mut report, None);
    } else if first::is_first(&mut setup, args) && !args.show_files && !args.statistics {
        return Ok(put_first(&report, &setup.catalog, args, fail_on));
    }
    Ok(put(&report, &setup.catalog, args, Surface::Tree, fail_on))
}

/// A little of what is there, and what to do next.
fn put_first(report: &Report, catalog: &Catalog, args: &Check, fail_on: Option<FailOn>) -> Exit {
    let exit = finish::present(report, catalog, &args.output, Surface::Tree, fail_on, Cap::FIRST);
    if first::is_told(args) {
        say(&next::next(report));
    }
    exit
}

fn put(report: &Report, catalog: &Catalog, args: &Check, surface: Surface, fail_on: Option<FailOn>) -> Exit {
    if args.show_files || args.statistics {
        return list(report, args, surface, fail_on);
    }
    // Whoever names rules wants to see each of their places.
    match surface == Surface::Tree && report.since.is_none() && !args.rules.select.is_empty() {
        true => finish::present(report, catalog, &args.output, surface, fail_on, Cap { collapses: false, ..Cap::TREE }),
        false => finish::finish(report, catalog, &args.output, surface, fail_on),
    }
}

/// The files, or how often each rule fired, in place of the findings.
fn list(report: &Report, args: &Check, surface: Surface, fail_on: Option<FailOn>) -> Exit {
    let text = if args.show_files { summary::files(report) } else { summary::statistics(report) };
    if let Err(exit) = finish::put(&text, &args.output) {
        return exit;
    }
    say(&summary::notices(report));
    if !args.output.quiet && !args.show_files {
        say(&summary::print(report));
    }
    let is_fatal = report.notices.iter().any(|notice| notice.fatal);
    match args.show_files {
        true if is_fatal => Exit::Wrong,
        true => Exit::Clean,
        false => finish::exit(report, &args.output, surface, fail_on),
    }
}

/// Reads and judges everything, in parallel; the order of the report is that of the names.
pub fn judge(work: Work, catalog: &Catalog, strict: bool, wants_progress: bool) -> Report {
    let progress = Progress::new(work.inputs.len(), "texts", wants_progress);
    let trees = Trees::default();
    let judge = |source: Source, policy: &Policy| {
        let around = trees.around(&source);
        let beside = Beside { around: around.as_ref(), ..Beside::default() };
        lint::check_beside(&with_kind(source, policy), beside, catalog, policy)
    };
    let judged: Vec<_> = work
        .inputs
        .into_par_iter()
        .map(|(input, policy)| {
            let source = input::read(&input)?;
            let checked = judge(source, &policy);
            progress.step();
            Ok(checked)
        })
        .collect();
    let stdin = work.stdin.map(|(source, policy)| source.map(|source| judge(source, &policy)));
    let mut report = Report::default();
    for result in judged.into_iter().chain(stdin) {
        match result {
            Ok(document) => report.documents.push(document),
            Err(trouble) => report.notices.push(notice(trouble, strict)),
        }
    }
    report.notices.extend(work.troubles.into_iter().map(|trouble| notice(trouble, strict)));
    report.notices.extend(work.notices);
    report.documents.sort_by(|a, b| a.name.cmp(&b.name));
    report.notices.sort_by(|a, b| (&a.path, &a.message).cmp(&(&b.path, &b.message)));
    report
}
