//! `pingless inspect`: what a document states.

use std::io;

use super::check::{gather, unknown_kind, with_kind};
use super::setup::Setup;
use super::{Exit, print, print_mistakes, wants_color};
use crate::cli::{Inspect, InspectFormat};
use crate::input;
use crate::lint;
use crate::report::inspect as printer;
use crate::settle::Checked;
use crate::text::{Origin, Source};

pub fn run(args: &Inspect) -> Exit {
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
    let color = wants_color(args.output.color, &io::stdout());
    let mut exit = Exit::Clean;
    let row = |result: Result<(Source, Checked), (String, String)>, exit: &mut Exit| {
        let text = match (&result, args.format) {
            (Ok((source, checked)), InspectFormat::Ndjson) => printer::ndjson(source, checked),
            (Ok((source, checked)), InspectFormat::Human) => printer::human(source, checked, color),
            (Err((path, error)), InspectFormat::Ndjson) => printer::error_row(path, error),
            (Err((path, error)), InspectFormat::Human) => format!("{path}: {error}\n"),
        };
        if result.is_err() {
            *exit = Exit::Wrong;
        }
        print(&text);
    };
    for trouble in work.troubles {
        row(Err((trouble.name, trouble.message)), &mut exit);
    }
    let read = work.inputs.iter().map(|(input, policy)| (input::read(input), policy));
    let stdin = work.stdin.as_ref().map(|(source, policy)| (source.clone(), policy));
    for (source, policy) in read.chain(stdin) {
        let result = source.map_err(|trouble| (trouble.name, trouble.message)).map(|source| {
            let mut source = with_kind(source, policy);
            if args.ignore_path && source.origin == Origin::File {
                source.origin = Origin::Unnamed;
            }
            let checked = lint::check(&source, &setup.catalog, policy);
            (source, checked)
        });
        row(result, &mut exit);
    }
    exit
}
