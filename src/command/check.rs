//! `pingless check`: the straight line for every input, and one report.

use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::setup::Setup;
use super::{Exit, complain, print, print_mistakes, say, wants_color};
use crate::cli::{Check, FailOnArg, FormatArg, InputArgs};
use crate::config::{FailOn, Policy, did_you_mean};
use crate::input::{self, Input, Selection, Trouble};
use crate::lint;
use crate::report::{self, Format, summary};
use crate::rule::{Catalog, Mistake};
use crate::settle::gate::{self, Surface};
use crate::settle::{Notice, Report};
use crate::text::Source;

pub fn run(args: &Check) -> Exit {
    // It fails only where a pool exists already, and then that one serves.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(args.input.jobs).build_global();
    let mut setup = match Setup::new(&args.rules) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, args.output.color),
    };
    if let Some(exit) = unknown_kind(&setup.catalog, &args.input) {
        return exit;
    }
    let work = match gather(&mut setup, &args.paths, &args.input) {
        Ok(work) => work,
        Err(mistakes) => return print_mistakes(&mistakes, args.output.color),
    };
    let fail_on = match setup.for_here() {
        Ok(here) => args.fail_on.map(fail_on).or(here.settings.fail_on),
        Err(mistakes) => return print_mistakes(&mistakes, args.output.color),
    };
    let report = judge(work, &setup.catalog, args.strict_input);
    let color = args.output_file.is_none() && wants_color(args.output.color, &io::stdout());
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
    if !args.output.quiet && !args.show_files {
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

/// A text to be judged, under the policy of its place.
pub struct Work {
    pub inputs: Vec<(Input, Policy)>,
    pub stdin: Option<(Result<Source, Trouble>, Policy)>,
    pub troubles: Vec<Trouble>,
}

/// Finds the inputs and what applies to each of them. Standard input is one of them.
pub fn gather(setup: &mut Setup, paths: &[std::path::PathBuf], args: &InputArgs) -> Result<Work, Vec<Mistake>> {
    let (stdin, files): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| path == Path::new("-"));
    let selection = Selection { paths: files, force_exclude: args.force_exclude, threads: args.jobs };
    let mut mistakes: Vec<Mistake> = Vec::new();
    let (found, troubles) =
        input::collect(&selection, |name| setup.for_file(Path::new(name)).is_ok_and(|it| it.excludes(Path::new(name))));
    let mut inputs = Vec::new();
    for input in found {
        match setup.for_file(&input.path) {
            Ok(scoped) => {
                let policy = asserted(scoped.policy(Some(&input.path)), args);
                inputs.push((input, policy));
            }
            Err(found) => mistakes.extend(found.into_iter().filter(|it| !mistakes.contains(it)).collect::<Vec<_>>()),
        }
    }
    let stdin = match stdin.is_empty() {
        true => None,
        false => {
            let name = args.stdin_filename.as_deref();
            let policy = match name {
                Some(name) => setup.for_file(Path::new(name))?.policy(Some(Path::new(name))),
                None => setup.for_here()?.policy(None),
            };
            Some((input::read_stdin(name), asserted(policy, args)))
        }
    };
    if mistakes.is_empty() { Ok(Work { inputs, stdin, troubles }) } else { Err(mistakes) }
}

/// `--kind` is stronger than any configuration.
fn asserted(mut policy: Policy, args: &InputArgs) -> Policy {
    policy.kind = args.kind.clone().or(policy.kind);
    policy
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
    report.documents.sort_by(|a, b| a.name.cmp(&b.name));
    report.notices.sort_by(|a, b| (&a.path, &a.message).cmp(&(&b.path, &b.message)));
    report
}

pub fn with_kind(mut source: Source, policy: &Policy) -> Source {
    source.kind = policy.kind.clone().or(source.kind);
    source
}

fn notice(trouble: Trouble, strict: bool) -> Notice {
    Notice { path: trouble.name, message: trouble.message, help: trouble.help, fatal: trouble.named || strict }
}

/// `--kind` must name a kind that a page defines.
pub fn unknown_kind(catalog: &Catalog, args: &InputArgs) -> Option<Exit> {
    let kind = args.kind.as_deref().filter(|kind| *kind != "none" && catalog.kind(kind).is_none())?;
    let all = catalog.kind_names().collect::<Vec<_>>().join(", ");
    let help = did_you_mean(kind, catalog.kind_names(), &format!("use one of {all}, none"));
    Some(complain(&format!("there is no kind `{kind}`"), &help))
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
