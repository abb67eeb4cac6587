//! `pingless thread`: what came of what several people said, or the skeleton of its summary.

use std::path::Path;

use rayon::prelude::*;

use super::work::{self, Here, notice};
use super::{Exit, finish, given, print_mistakes};
use crate::cli::Thread as Args;
use crate::compose::outcome;
use crate::config::Policy;
use crate::input::{self, Trouble};
use crate::lint::{self, Beside};
use crate::payload::Unreadable;
use crate::payload::thread::{self, Talk, slack};
use crate::settle::gate::Surface;
use crate::settle::{Notice, Report};
use crate::text::Source;
use crate::thread::Thread;

/// What is read of one path: its threads, and what applies to them.
type Work = (Result<Vec<(Source, Thread)>, Trouble>, Policy);

pub fn run(args: &Args) -> Exit {
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
    super::say(&crate::report::closing::notices(&report));
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

/// The threads of one path.
pub(super) fn threads(path: &Path, only: Option<&str>) -> Result<Vec<(Source, Thread)>, Trouble> {
    let name = input::name_of(path);
    if path.is_dir() {
        let files = input::read_folder(path)?.into_iter().map(|it| slack::File { path: it.path, text: it.text });
        let talks = slack::read(&files.collect::<Vec<_>>(), only);
        return talks.map(|talks| written(&talks, &name)).map_err(|error| trouble(&name, error));
    }
    let source = given::source(path)?;
    let mut talks = thread::read(&source.text).map_err(|error| trouble(&source.name, error))?;
    if let Some(only) = only {
        talks = slack::only_at(talks, only).map_err(|error| trouble(&source.name, error))?;
    }
    Ok(written(&talks, &source.name))
}

fn written(talks: &[Talk], name: &str) -> Vec<(Source, Thread)> {
    talks.iter().map(|talk| talk.written(name)).collect()
}

fn trouble(name: &str, error: Unreadable) -> Trouble {
    Trouble::new(name, (error.message, error.help), true)
}

/// The threads of an export: a file, the folder of a Slack export, or a folder with a file for each thread.
pub(super) fn exported(path: &Path) -> Result<Vec<(Source, Thread)>, Trouble> {
    let is_slack = ["users.json", "channels.json"].iter().any(|it| path.join(it).is_file());
    if !path.is_dir() || is_slack {
        return threads(path, None);
    }
    let pieces = input::read_files(path, &["json", "jsonl", "ndjson"])?;
    if pieces.is_empty() {
        let help = "name a folder of `.json`, `.jsonl` or `.ndjson` files, or a Slack export";
        return Err(Trouble::new(input::name_of(path), ("no exported thread is found here", help), true));
    }
    let mut all = Vec::new();
    for piece in pieces {
        let name = format!("{}/{}", input::name_of(path), piece.path);
        let talks = thread::read(&piece.text).map_err(|error| trouble(&name, error))?;
        all.extend(written(&talks, &name));
    }
    Ok(all)
}
