//! The end of every command that judges texts: the report is printed, and what it holds decides the exit status.

use std::io;

use super::setup::Setup;
use super::{Exit, complain, print, print_mistakes, say, wants_color};
use crate::cli::{FailOnArg, FormatArg, OutputArgs};
use crate::config::FailOn;
use crate::report::{self, Format, summary};
use crate::rule::Catalog;
use crate::settle::Report;
use crate::settle::gate::{self, Surface};

/// The level from which a run fails: as the command line says, or else the configuration of the current folder.
pub fn fail_on(setup: &mut Setup, args: &OutputArgs) -> Result<Option<FailOn>, Exit> {
    match setup.for_here() {
        Ok(here) => Ok(args.fail_on.map(level).or(here.settings.fail_on)),
        Err(mistakes) => Err(print_mistakes(&mistakes, args.color)),
    }
}

/// Prints the report in the forms that were asked for, and what the run saw.
pub fn finish(
    report: &Report,
    catalog: &Catalog,
    args: &OutputArgs,
    surface: Surface,
    fail_on: Option<FailOn>,
) -> Exit {
    let color = args.output_file.is_none() && wants_color(args.color, &io::stdout());
    let text = report::print(report, catalog, format(args.format), color);
    if let Err(exit) = put(&text, args) {
        return exit;
    }
    say(&summary::notices(report));
    if args.verbose {
        say(&summary::files(report));
    }
    if !args.quiet {
        say(&summary::print(report));
    }
    exit(report, args, surface, fail_on)
}

/// Writes a text to where the report was asked for.
pub fn put(text: &str, args: &OutputArgs) -> Result<(), Exit> {
    let Some(file) = &args.output_file else {
        print(text);
        return Ok(());
    };
    std::fs::write(file, text).map_err(|error| {
        let message = format!("{} cannot be written: {error}", file.display());
        complain(&message, "name another file")
    })
}

/// How a run with this report ends.
pub fn exit(report: &Report, args: &OutputArgs, surface: Surface, fail_on: Option<FailOn>) -> Exit {
    let fails = report.findings().any(|(_, finding)| gate::fails(surface, fail_on, finding));
    match (report.notices.iter().any(|notice| notice.fatal), fails) {
        (true, _) => Exit::Wrong,
        (false, true) if !args.exit_zero => Exit::Findings,
        _ => Exit::Clean,
    }
}

fn format(format: FormatArg) -> Format {
    match format {
        FormatArg::Human => Format::Human,
        FormatArg::Concise => Format::Concise,
        FormatArg::Json => Format::Json,
        FormatArg::Sarif => Format::Sarif,
    }
}

fn level(word: FailOnArg) -> FailOn {
    match word {
        FailOnArg::Error => FailOn::Error,
        FailOnArg::Warn => FailOn::Warn,
        FailOnArg::Note => FailOn::Note,
        FailOnArg::Never => FailOn::Never,
    }
}
