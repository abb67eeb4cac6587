//! `pingless issue`: one issue of a tracker, by its labels, its form and its words.

use thin_vec::thin_vec;

use crate::change::Change;
use crate::cli::Issue as Args;
use crate::config::Policy;
use crate::lint;
use crate::payload::{Event, Issue, event, gh};
use crate::report::escape;
use crate::rule::Catalog;
use crate::run::console::{complain, say};
use crate::run::work::{self, Here, unknown_kind};
use crate::run::{Exit, finish, given};
use crate::settle::gate::Surface;
use crate::settle::{Checked, Notice, Report, manners};
use crate::template;

pub fn run(args: &Args) -> Exit {
    match judged(args) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn judged(args: &Args) -> Result<Exit, Exit> {
    let given = [&args.event, &args.live, &args.gh, &args.body].into_iter().flatten();
    let Here { mut setup, policy, fail_on } = work::here(&args.rules, &args.output, given)?;
    if let Some(exit) = unknown_kind(&setup.catalog, args.kind.as_deref()) {
        return Err(exit);
    }
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
    let fail_on = manners::fail_on(fail_on, &written, &policy.pull_request);
    let exit = finish::finish(&report, &setup.catalog, &args.output, Surface::New, fail_on);
    if let Some(why) = skipped.filter(|_| !args.output.quiet) {
        say(&format!("{} was not looked at: {}\n", issue.name(), escape::line(&why)));
    }
    Ok(exit)
}

/// The issue, of the kind that somebody asserts: on the command line, by a label, or by nothing but its own words.
fn document(issue: &Issue, kind: Option<&str>, catalog: &Catalog, policy: &Policy) -> Checked {
    let mut source = issue.source();
    let label = template::by_label(&issue.labels).filter(|_| kind.is_none());
    source.kind = kind.or(label.map(|(kind, _)| kind)).map(str::to_owned);
    let mut document = lint::check(&source, catalog, policy);
    if let Some((_, label)) = label {
        document.recognised.because = thin_vec![format!("its label `{label}` says so")];
    }
    document
}

/// The issue, and what could not be read of it.
fn read(args: &Args) -> Result<(Issue, Vec<Notice>), Exit> {
    if let (Some(title), Some(body)) = (&args.title, &args.body) {
        let issue = Issue { title: title.clone(), body: given::text(body)?, ..Issue::default() };
        return Ok((issue, Vec::new()));
    }
    if let Some(file) = &args.gh {
        return Ok((given::read(file, gh::read_issue)?, Vec::new()));
    }
    let mut issue = match given::event(args.event.as_deref(), "issue")? {
        (_, Event::Issue(issue)) => issue,
        (name, Event::PullRequest(_)) => {
            return Err(complain(&format!("{name}: it is about a pull request"), "use `pingless pr`"));
        }
    };
    let stale = given::refresh(&mut issue, args.live.as_deref(), event::read_live_issue);
    Ok((issue, stale.into_iter().collect()))
}
