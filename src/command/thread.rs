//! `pingless thread`: what came of what several people said, or the skeleton of its summary.

use std::path::Path;

use rayon::prelude::*;

use crate::cli::Thread as Args;
use crate::compose::outcome;
use crate::config::Policy;
use crate::input::{self, Trouble};
use crate::lint::{self, Beside};
use crate::report::closing;
use crate::run::console::{complain_of_form, print_mistakes, say};
use crate::run::threads::threads;
use crate::run::work::{self, Here, notice};
use crate::run::{Exit, finish};
use crate::settle::gate::Surface;
use crate::settle::{Notice, Report};
use crate::text::Source;
use crate::thread::Thread;

/// What is read of one path: its threads, and what applies to them.
type Work = (Result<Vec<(Source, Thread)>, Trouble>, Policy);

pub fn run(args: &Args) -> Exit {
    if args.summary && args.output.names_another_form() {
        return complain_of_form("--summary", "Markdown");
    }
    let Here { mut setup, fail_on, .. } = match work::here(&args.rules, &args.output, &args.paths) {
        Ok(here) => here,
        Err(exit) => return exit,
    };
    let mut policies = Vec::new();
    for path in &args.paths {
        let path = Some(path.as_path()).filter(|path| *path != Path::new("-"));
        match setup.policy(path) {
            Ok(policy) => policies.push(policy),
            Err(mistakes) => return print_mistakes(&mistakes, args.output.color),
        }
    }
    let begun = args.paths.par_iter().zip(policies);
    let work: Vec<Work> = begun.map(|(path, policy)| (threads(path, args.thread.as_deref()), policy)).collect();
    let empty = args.paths.iter().zip(&work).filter(|(_, (threads, _))| threads.as_ref().is_ok_and(Vec::is_empty));
    let mut report = Report { notices: empty.map(|(path, _)| nobody_speaks(path)).collect(), ..Report::default() };
    if args.summary {
        return summarise(work, report, args);
    }
    let judged: Vec<Result<Vec<_>, Trouble>> = work
        .into_par_iter()
        .map(|(threads, policy)| {
            let judge = |(source, thread): &(Source, Thread)| {
                let beside = Beside { thread: Some(thread), ..Beside::default() };
                lint::check_beside(source, beside, &setup.catalog, &policy)
            };
            Ok(threads?.iter().map(judge).collect())
        })
        .collect();
    for threads in judged {
        match threads {
            Ok(threads) => report.documents.extend(threads),
            Err(trouble) => report.notices.push(notice(trouble, true)),
        }
    }
    finish::finish(&report, &setup.catalog, &args.output, Surface::Tree, fail_on)
}

/// The skeletons, one after another.
fn summarise(work: Vec<Work>, mut report: Report, args: &Args) -> Exit {
    let mut skeletons = Vec::new();
    for (threads, _) in work {
        match threads {
            Ok(threads) => skeletons.extend(threads.iter().map(|(source, thread)| outcome::skeleton(source, thread))),
            Err(trouble) => report.notices.push(notice(trouble, true)),
        }
    }
    if let Err(exit) = finish::put(&skeletons.join("\n"), &args.output) {
        return exit;
    }
    say(&closing::notices(&report));
    if report.is_incomplete() { Exit::Wrong } else { Exit::Clean }
}

/// A page of comments may be empty, and then nothing was looked at.
fn nobody_speaks(path: &Path) -> Notice {
    Notice {
        path: input::name_of(path),
        message: "it holds no thread: nothing is looked at".to_owned(),
        help: "if somebody wrote something there, export it once more".to_owned(),
        fatal: false,
    }
}
