//! What a local checkout knows of a pull request: files, commits and changed Markdown.

use std::path::PathBuf;

use super::super::Exit;
use super::super::since::{self, Asked, Comparison};
use crate::change::ChangedFile;
use crate::cli::{InputArgs, Pr};
use crate::command::known;
use crate::command::setup::Setup;
use crate::payload::Commit;
use crate::settle::gate::Surface;
use crate::settle::{Notice, Report};
use crate::words::commit;

/// The change as the checkout has it.
pub struct Local {
    pub report: Report,
    pub surface: Surface,
    pub files: Option<Vec<ChangedFile>>,
    /// None where the base squashes: nobody will read them.
    pub commits: Option<Vec<Commit>>,
}

/// What `--diff-base` asks for; nothing without it.
pub fn compare(setup: &mut Setup, args: &Pr) -> Result<Option<Local>, Exit> {
    if args.since.diff_base.is_none() {
        return Ok(None);
    }
    let input = InputArgs::default();
    let paths = [PathBuf::from(".")];
    let color = args.output.color;
    let known = known::find(setup, &args.known, &args.rules, color)?;
    let (since, paths) = (&args.since, paths.as_slice());
    let asked = Asked { since, input: &input, paths, known: known.as_ref(), is_strict: false, color };
    let compared = match since::compare(setup, &asked)? {
        Comparison::Known(compared) => compared,
        Comparison::Unknown(notice) => {
            let report = Report { notices: vec![notice], ..Report::default() };
            return Ok(Some(Local { report, surface: Surface::New, files: None, commits: None }));
        }
    };
    let mut report = Report::default();
    let commits = match (compared.is_squashed(), compared.commits()) {
        (true, _) => Some(Vec::new()),
        (false, Ok(commits)) => {
            let is_own = |it: &crate::input::git::Commit| {
                it.parents < 2 && !commit::is_made(&it.message) && !commit::is_bot(&it.author, &it.email)
            };
            let own = commits.into_iter().filter(is_own);
            Some(own.map(|it| Commit { id: it.id, message: it.message }).collect())
        }
        (false, Err(refusal)) => {
            report.notices.push(Notice {
                path: "commits".to_owned(),
                message: refusal.to_string(),
                help: "their messages were not looked at".to_owned(),
                fatal: false,
            });
            None
        }
    };
    report.notices.extend(compared.report.notices);
    report.documents = compared.report.documents;
    report.since = compared.report.since;
    report.allows = compared.report.allows;
    report.known = compared.report.known;
    Ok(Some(Local { report, surface: compared.surface, files: compared.change.files, commits }))
}
