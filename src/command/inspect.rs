//! `pingless inspect`: what each document states.

use std::io;

use rayon::prelude::*;

use crate::cli::{Inspect, InspectFormat};
use crate::config::Policy;
use crate::input::{self, Trouble};
use crate::lint;
use crate::report::inspect as printer;
use crate::run::Exit;
use crate::run::around::Trees;
use crate::run::console::{complain, print, wants_color};
use crate::run::work::{self, with_kind};
use crate::settle::Checked;
use crate::text::{Origin, Source};

pub fn run(args: &Inspect) -> Exit {
    let (setup, work) = match work::begin(&args.rules, &args.input, &args.paths, args.color) {
        Ok(begun) => begun,
        Err(exit) => return exit,
    };
    let trees = Trees::default();
    let judge = |source: Result<Source, Trouble>, policy: &Policy| {
        source.map(|source| {
            let mut source = with_kind(trees.seated(source), policy);
            if args.ignore_path && source.origin == Origin::File {
                source.origin = Origin::Unnamed;
            }
            let checked = lint::check(&source, &setup.catalog, policy);
            (source, checked)
        })
    };
    let files = work.inputs.par_iter().map(|(input, policy)| {
        // The path goes back as it was given, so that callers find their own spelling.
        let given = input.path().to_string_lossy().into_owned();
        judge(input::read(input), policy).map(|(source, checked)| (source, Checked { name: given.into(), ..checked }))
    });
    let mut rows: Vec<Result<(Source, Checked), Trouble>> = files.collect();
    rows.extend(work.stdin.into_iter().map(|(source, policy)| judge(source, &policy)));
    rows.extend(work.troubles.into_iter().map(Err));
    let color = wants_color(args.color, &io::stdout());
    for row in &rows {
        match (row, args.format) {
            (Ok((source, checked)), InspectFormat::Ndjson) => print(&printer::ndjson(source, checked)),
            (Ok((source, checked)), InspectFormat::Human) => print(&printer::human(source, checked, color)),
            // Whoever reads rows waits for one of each text.
            (Err(trouble), InspectFormat::Ndjson) => print(&printer::error_row(&trouble.name, &trouble.message)),
            (Err(trouble), InspectFormat::Human) => {
                complain(&format!("{}: {}", trouble.name, trouble.message), &trouble.help);
            }
        }
    }
    if rows.iter().all(Result::is_ok) { Exit::Clean } else { Exit::Wrong }
}
