//! What a local checkout knows of a pull request: files, commits and changed Markdown.

use std::path::PathBuf;

use crate::change::ChangedFile;
use crate::cli::{InputArgs, Pr};
use crate::input::git::{self, Refusal};
use crate::payload::Commit;
use crate::run::Exit;
use crate::run::authored::Authored;
use crate::run::setup::Setup;
use crate::run::since::{self, Asked, Compared, Comparison};
use crate::run::timings::Timings;
use crate::run::{known, spare, work};
use crate::settle::gate::Surface;
use crate::settle::{Notice, Report};

/// The change as the checkout has it.
pub struct Local {
    pub report: Report,
    pub surface: Surface,
    pub files: Option<Vec<ChangedFile>>,
    /// Empty where the base squashes, since nobody will read them; none where git does not tell them.
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
    let outputs = &args.output.output_file;
    let texts = spare::met(outputs, setup, &work::selection(&paths, &input));
    spare::spare(outputs, setup, args.known.baseline.as_deref(), texts.iter().map(PathBuf::as_path))?;
    let known = known::find(setup, &args.known, &paths, &args.rules, color)?;
    let (since, paths) = (&args.since, paths.as_slice());
    let (known, timings) = (known.as_ref(), &Timings::default());
    let asked = Asked { since, input: &input, paths, known, is_strict: false, has_code: true, timings, color };
    let compared = match since::compare(setup, &asked)? {
        Comparison::Known(compared) => compared,
        Comparison::Unknown(it) => {
            // Which documents it changes nobody knows here, and all of them are not what it says: that fails the run.
            let notice = Notice { fatal: true, ..it.notice("the documents that change were not checked") };
            let report = Report { notices: vec![notice], ..Report::default() };
            return Ok(Some(Local { report, surface: Surface::New, files: None, commits: None }));
        }
    };
    let told = if compared.is_squashed() { Ok(Vec::new()) } else { compared.commits().map(own) };
    let (commits, refusal) = match told {
        Ok(commits) => (Some(commits), None),
        Err(refusal) => (None, Some(refusal)),
    };
    let Compared { mut report, change, surface, .. } = *compared;
    report.notices.splice(..0, refusal.map(unread));
    Ok(Some(Local { report, surface, files: change.files, commits }))
}

/// The commits whose messages their authors wrote.
fn own(commits: Vec<git::Commit>) -> Vec<Commit> {
    let own = commits.into_iter().filter(|it| Authored::of(it) == Authored::ByHand);
    own.map(|it| Commit { id: it.id, message: it.message, written: it.written }).collect()
}

fn unread(refusal: Refusal) -> Notice {
    let help = "their messages were not looked at".to_owned();
    Notice { path: "commits".to_owned(), message: refusal.to_string(), help, fatal: false }
}
