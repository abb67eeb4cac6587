//! The end of every command that judges texts: the report is printed, and what it holds decides the exit status.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use supports_hyperlinks::Stream;

use super::Exit;
use super::console::{complain_unwritten, pour_out, print, print_mistakes, say, wants_color};
use super::setup::Setup;
use crate::cli::{FailOnArg, Output, OutputArgs};
use crate::config::FailOn;
use crate::input::{self, Text};
use crate::report::cap::Cap;
use crate::report::{self, Format, Look, closing};
use crate::rule::Catalog;
use crate::settle::Report;
use crate::settle::gate::{Gate, Surface};

/// The level from which a run fails: as the command line says, or else the configuration of the current folder.
pub fn fail_on(setup: &mut Setup, args: &OutputArgs) -> Result<Option<FailOn>, Exit> {
    match setup.for_here() {
        Ok(here) => Ok(args.fail_on.map(level).or(here.settings().fail_on)),
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
    let cap = match surface {
        Surface::Tree if report.since.is_none() => Cap::TREE,
        Surface::Tree | Surface::New => Cap::NEW,
    };
    present(report, catalog, args, surface, fail_on, cap)
}

/// The same, with so much of it shown where people read it.
pub fn present(
    report: &Report,
    catalog: &Catalog,
    args: &OutputArgs,
    surface: Surface,
    fail_on: Option<FailOn>,
    cap: Cap,
) -> Exit {
    let cap = if args.show_all { Cap::NONE } else { cap };
    let folder = folder_of_run();
    let written = write(args.output_file.clone(), args, |form, is_shown, to| {
        let (stream, is_wanted) = match args.is_aside {
            true => (Stream::Stderr, wants_color(args.color, &io::stderr())),
            false => (Stream::Stdout, wants_color(args.color, &io::stdout())),
        };
        let color = is_shown && is_wanted;
        let links = color && supports_hyperlinks::on(stream);
        let gate = Gate { surface, fail_on };
        let look = Look { cap, color, links, folder: folder.clone(), gate };
        report::write(report, catalog, form, &look, to)
    });
    say(&closing::notices(report));
    if args.verbose {
        say(&closing::files(report));
    }
    if !args.quiet {
        say(&closing::print(report));
    }
    match written {
        Ok(()) => exit(report, args, surface, fail_on),
        Err(exit) => exit,
    }
}

/// The current folder, as seen from the root of its repository.
fn folder_of_run() -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let below = input::root_of_repository(&here).and_then(|root| here.strip_prefix(root).ok());
    below.map(input::name_of).unwrap_or_default()
}

/// Writes a text to where the report was asked for.
pub fn put(text: &str, args: &OutputArgs) -> Result<(), Exit> {
    let places = args.output_file.iter().filter(|it| it.format.is_none()).cloned().collect();
    let show = |_, text: Text| if args.is_aside { say(&made(text)) } else { print(&made(text)) };
    deliver(places, args.format, |_, _, to| to.write_all(text.as_bytes()), show)
}

/// Writes each form to its place, the report first. `write` makes a form, and is told whether it is for standard output.
fn write(
    places: Vec<Output>,
    args: &OutputArgs,
    write: impl Fn(Format, bool, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Exit> {
    let show = |format, text: Text| match format {
        _ if args.is_aside => say(&made(text)),
        // These are orders, and nothing else is.
        Format::Github => pour_out(text),
        _ if format.is_for_programs() => pour_out(text),
        _ => print(&made(text)),
    };
    deliver(places, args.format, |format, path, to| write(format, path.is_none(), to), show)
}

/// A text as a whole, for what is short.
pub fn made(text: Text) -> String {
    let mut out = Vec::new();
    text(&mut out).expect("there is room for it");
    String::from_utf8_lossy(&out).into_owned()
}

/// Writes each form to its place, the one that `--format` says first: to standard output, where no file is named for it.
/// `write` makes a form for a file or for standard output, and `show` prints it there. A place that cannot be written
/// keeps none of the others from being written.
pub fn deliver<F: Copy>(
    mut places: Vec<Output<F>>,
    form: F,
    write: impl Fn(F, Option<&Path>, &mut dyn Write) -> io::Result<()>,
    show: impl Fn(F, Text),
) -> Result<(), Exit> {
    if places.iter().all(|it| it.format.is_some()) {
        places.insert(0, Output { format: None, path: None });
    }
    let mut written = Ok(());
    for Output { format, path } in &places {
        let format = format.unwrap_or(form);
        let text = |to: &mut dyn Write| write(format, path.as_deref(), to);
        match path {
            None => show(format, &text),
            Some(path) => {
                if let Err(error) = save(path, &text) {
                    let name = path.display().to_string();
                    written = Err(complain_unwritten(&name, &error, "name a file that may be written"));
                }
            }
        }
    }
    written
}

/// Writes a file, and the folders that it lies in.
pub fn save(path: &Path, text: Text) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    input::save(path, text)
}

/// How a run with this report ends.
pub fn exit(report: &Report, args: &OutputArgs, surface: Surface, fail_on: Option<FailOn>) -> Exit {
    let gate = Gate { surface, fail_on };
    let fails = report.findings().any(|(_, finding)| gate.fails(finding));
    match (report.is_incomplete(), fails) {
        (true, _) => Exit::Wrong,
        (false, true) if !args.exit_zero => Exit::Findings,
        _ => Exit::Clean,
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
