//! `pingless check`: the straight line for every input, and one report.

use rayon::prelude::*;

use super::finish::Scope;
use super::progress::Progress;
use super::setup::Setup;
use super::work::{self, Work, with_kind};
use super::{Exit, finish, say};
use crate::cli::Check;
use crate::config::FailOn;
use crate::input::{self, Trouble};
use crate::lint;
use crate::report::cap::Cap;
use crate::report::summary;
use crate::rule::Catalog;
use crate::settle::gate::Surface;
use crate::settle::{Notice, Report};

pub fn run(args: &Check) -> Exit {
    let (mut setup, work) = match work::begin(&args.rules, &args.input, &args.paths, args.output.color) {
        Ok(begun) => begun,
        Err(exit) => return exit,
    };
    let fail_on = match finish::fail_on(&mut setup, &args.output) {
        Ok(fail_on) => fail_on,
        Err(exit) => return exit,
    };
    let report = judge(work, &setup.catalog, args);
    if args.show_files || args.statistics {
        return list(&report, args, fail_on);
    }
    let scope = Scope { surface: Surface::Tree, cap: cap(args, &setup) };
    finish::finish(&report, &setup.catalog, &args.output, scope, fail_on)
}

/// How much is shown: less of a tree that nobody has settled anything for, and each place of rules that were named.
fn cap(args: &Check, setup: &Setup) -> Cap {
    let is_named = !args.rules.select.is_empty();
    let is_tree = args.paths.iter().any(|path| path.is_dir());
    match is_tree && setup.is_first() {
        _ if is_named => Cap { collapses: false, ..Cap::TREE },
        true => Cap::FIRST,
        false => Cap::TREE,
    }
}

/// The files, or how often each rule fired, in place of the findings.
fn list(report: &Report, args: &Check, fail_on: Option<FailOn>) -> Exit {
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
        false => finish::exit(report, &args.output, Surface::Tree, fail_on),
    }
}

/// Reads and judges everything, in parallel; the order of the report is that of the names.
fn judge(work: Work, catalog: &Catalog, args: &Check) -> Report {
    let strict = args.strict_input;
    let progress = Progress::new(work.inputs.len(), &args.output);
    let judged: Vec<_> = work
        .inputs
        .into_par_iter()
        .map(|(input, policy)| {
            let source = input::read(&input)?;
            let checked = lint::check(&with_kind(source, &policy), catalog, &policy);
            progress.step();
            Ok(checked)
        })
        .collect();
    let stdin = work
        .stdin
        .map(|(source, policy)| source.map(|source| lint::check(&with_kind(source, &policy), catalog, &policy)));
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

fn notice(trouble: Trouble, strict: bool) -> Notice {
    Notice { path: trouble.name, message: trouble.message, help: trouble.help, fatal: trouble.named || strict }
}
