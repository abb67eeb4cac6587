//! `pingless issue`: one issue of a tracker, by its labels, its form and its words.

use std::path::PathBuf;

use super::pr::said::{refuse, text};
use super::setup::Setup;
use super::work::unknown_kind;
use super::{Exit, complain, finish, print_mistakes, say};
use crate::change::Change;
use crate::cli::Issue as Args;
use crate::config::Policy;
use crate::contract;
use crate::lint;
use crate::payload::{Event, Issue, event, gh_issue};
use crate::report::escape;
use crate::rule::Catalog;
use crate::settle::gate::Surface;
use crate::settle::{Checked, Notice, Report, manners};

pub fn run(args: &Args) -> Exit {
    match judged(args) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn judged(args: &Args) -> Result<Exit, Exit> {
    let wrong = |mistakes: Vec<_>| print_mistakes(&mistakes, args.output.color);
    let mut setup = Setup::new(&args.rules).map_err(wrong)?;
    if let Some(exit) = unknown_kind(&setup.catalog, args.kind.as_deref()) {
        return Err(exit);
    }
    let fail_on = finish::fail_on(&mut setup, &args.output)?;
    let policy = setup.policy(None).map_err(wrong)?;
    let (issue, mut notices) = read(args)?;
    notices.append(&mut setup.templates.notices);
    // Who wrote it counts as it does for a pull request.
    let written = Change { author: issue.author.clone(), ..Change::default() };
    let skipped = policy.pull_request.skips(&written);
    let mut report = Report { notices, ..Report::default() };
    if skipped.is_none() {
        let mut document = document(&issue, args.kind.as_deref(), &setup.catalog, &policy);
        manners::soften(&mut document, &written, &policy.pull_request);
        report.documents.push(document);
    }
    let exit = finish::finish(&report, &setup.catalog, &args.output, Surface::New, fail_on);
    if let Some(why) = skipped.filter(|_| !args.output.quiet) {
        say(&format!("{} was not looked at: {}\n", issue.name(), escape::line(&why)));
    }
    Ok(exit)
}

/// The issue, of the kind that somebody asserts: on the command line, by a label, or by nothing but its own words.
fn document(issue: &Issue, kind: Option<&str>, catalog: &Catalog, policy: &Policy) -> Checked {
    let mut source = issue.source();
    let label = contract::by_label(&issue.labels).filter(|_| kind.is_none());
    source.kind = kind.or(label.map(|(kind, _)| kind)).map(str::to_owned);
    let mut document = lint::check(&source, catalog, policy);
    if let Some((_, label)) = label {
        document.recognised.because = vec![format!("its label `{label}` says so")];
    }
    document
}

/// The issue, and what could not be read of it.
fn read(args: &Args) -> Result<(Issue, Vec<Notice>), Exit> {
    if let (Some(title), Some(body)) = (&args.title, &args.body) {
        let (_, body) = text(body)?;
        return Ok((Issue { title: title.clone(), body, ..Issue::default() }, Vec::new()));
    }
    if let Some(file) = &args.gh {
        let (name, text) = text(file)?;
        return Ok((gh_issue::read(&text).map_err(|wrong| refuse(&name, &wrong))?, Vec::new()));
    }
    let (name, text) = text(&event_file(args)?)?;
    let mut issue = match event::read(&text).map_err(|wrong| refuse(&name, &wrong))? {
        Event::Issue(issue) => issue,
        Event::PullRequest(_) => {
            return Err(complain(&format!("{name}: it is about a pull request"), "use `pingless pr`"));
        }
    };
    let mut notices = Vec::new();
    match args.live.as_deref().map(super::pr::said::live_text) {
        Some(Ok(newer)) => match event::read_live_issue(&newer.1) {
            Ok(newer) => issue.update(newer),
            Err(wrong) => notices.push(super::pr::said::stale(newer.0, wrong.message)),
        },
        Some(Err(notice)) => notices.push(notice),
        None => {}
    }
    Ok((issue, notices))
}

fn event_file(args: &Args) -> Result<PathBuf, Exit> {
    args.event.clone().or_else(super::pr::said::event_of_workflow).ok_or_else(|| {
        let help =
            "give `--gh FILE`, `--event FILE`, or `--title` and `--body FILE`; a workflow sets GITHUB_EVENT_PATH";
        complain("there is no issue to read", help)
    })
}
