//! `pingless check`: the straight line for every input, and one report.

use std::io;

use rayon::prelude::*;

use super::work::{self, Work, with_kind};
use super::{Exit, complain, print, print_mistakes, say, wants_color};
use crate::cli::{Check, FailOnArg, FormatArg};
use crate::config::FailOn;
use crate::input::{self, Trouble};
use crate::lint;
use crate::report::{self, Format, summary};
use crate::rule::Catalog;
use crate::settle::gate::{self, Surface};
use crate::settle::{Notice, Report};

pub fn run(args: &Check) -> Exit {
    let (mut setup, work) = match work::begin(&args.rules, &args.input, &args.paths, args.color) {
        Ok(begun) => begun,
        Err(exit) => return exit,
    };
    let fail_on = match setup.for_here() {
        Ok(here) => args.fail_on.map(fail_on).or(here.settings.fail_on),
        Err(mistakes) => return print_mistakes(&mistakes, args.color),
    };
    let report = judge(work, &setup.catalog, args.strict_input);
    let color = args.output_file.is_none() && wants_color(args.color, &io::stdout());
    let text = match (args.show_files, args.statistics) {
        (true, _) => summary::files(&report),
        (_, true) => summary::statistics(&report),
        _ => report::print(&report, &setup.catalog, format(args.format), color),
    };
    match &args.output_file {
        None => print(&text),
        Some(file) => {
            if let Err(error) = std::fs::write(file, text) {
                return complain(&format!("{} cannot be written: {error}", file.display()), "name another file");
            }
        }
    }
    say(&summary::notices(&report));
    if args.verbose && !args.show_files {
        say(&summary::files(&report));
    }
    if !args.quiet && !args.show_files {
        say(&summary::print(&report));
    }
    exit(args, fail_on, &report)
}

fn exit(args: &Check, fail_on: Option<FailOn>, report: &Report) -> Exit {
    let fails = report.findings().any(|(_, finding)| gate::fails(Surface::Tree, fail_on, finding));
    match (report.notices.iter().any(|notice| notice.fatal), fails) {
        (true, _) => Exit::Wrong,
        (false, true) if !args.exit_zero && !args.show_files => Exit::Findings,
        _ => Exit::Clean,
    }
}

/// Reads and judges everything, in parallel; the order of the report is that of the names.
fn judge(work: Work, catalog: &Catalog, strict: bool) -> Report {
    let judged: Vec<_> = work
        .inputs
        .into_par_iter()
        .map(|(input, policy)| {
            let source = input::read(&input)?;
            Ok(lint::check(&with_kind(source, &policy), catalog, &policy))
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

fn format(format: FormatArg) -> Format {
    match format {
        FormatArg::Human => Format::Human,
        FormatArg::Concise => Format::Concise,
        FormatArg::Json => Format::Json,
        FormatArg::Sarif => Format::Sarif,
    }
}

fn fail_on(word: FailOnArg) -> FailOn {
    match word {
        FailOnArg::Error => FailOn::Error,
        FailOnArg::Warn => FailOn::Warn,
        FailOnArg::Note => FailOn::Note,
        FailOnArg::Never => FailOn::Never,
    }
}
