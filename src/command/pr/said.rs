//! The pull request that `pr` is about, from wherever the command line or the workflow has it.

use std::path::{Path, PathBuf};

use super::super::{Exit, complain};
use crate::cli::Pr;
use crate::input::{self, Input};
use crate::payload::{Event, PullRequest, Unreadable, event, gh};
use crate::settle::Notice;

/// Where a workflow finds its event.
const EVENT: &str = "GITHUB_EVENT_PATH";

/// The pull request, and what could not be read of it.
pub fn read(args: &Pr) -> Result<(PullRequest, Vec<Notice>), Exit> {
    if let (Some(title), Some(body)) = (&args.title, &args.body) {
        let (_, body) = text(body)?;
        return Ok((PullRequest { title: title.clone(), body, ..PullRequest::default() }.marked(), Vec::new()));
    }
    if let Some(file) = &args.gh {
        let (name, text) = text(file)?;
        let asked = gh::read_pull_request(&text).map_err(|wrong| refuse(&name, &wrong))?;
        return Ok((asked.marked(), Vec::new()));
    }
    let mut notices = Vec::new();
    let (name, text) = text(&event_file(args)?)?;
    let mut asked = match event::read(&text).map_err(|wrong| refuse(&name, &wrong))? {
        Event::PullRequest(asked) => asked,
        Event::Issue(_) => return Err(complain(&format!("{name}: it is about an issue"), "use `pingless issue`")),
    };
    if let Some(file) = &args.live {
        match live(file) {
            Ok(newer) => asked.update(newer),
            Err(notice) => notices.push(notice),
        }
    }
    Ok((asked.marked(), notices))
}

/// The file of the event that a workflow works on.
pub fn event_of_workflow() -> Option<PathBuf> {
    std::env::var_os(EVENT).filter(|it| !it.is_empty()).map(PathBuf::from)
}

fn event_file(args: &Pr) -> Result<PathBuf, Exit> {
    args.event.clone().or_else(event_of_workflow).ok_or_else(|| {
        let help =
            "give `--gh FILE`, `--event FILE`, or `--title` and `--body FILE`; a workflow sets GITHUB_EVENT_PATH";
        complain("there is no pull request to read", help)
    })
}

/// A newer state of the same pull request. Where there is none the event counts: it fails no run.
fn live(file: &Path) -> Result<PullRequest, Notice> {
    let (name, text) = live_text(file)?;
    event::read_live(&text).map_err(|wrong| stale(name, wrong.message))
}

/// The name and the text of a file with a newer state.
pub fn live_text(file: &Path) -> Result<(String, String), Notice> {
    let name = input::name_of(file);
    let input = Input { name: name.clone(), path: file.to_owned(), named: true };
    let source = input::read(&input).map_err(|trouble| stale(name.clone(), trouble.message))?;
    Ok((name, source.text))
}

/// A newer state could not be had.
pub fn stale(path: String, message: String) -> Notice {
    let help = "title and body are those of the event, which a re-run replays as it was".to_owned();
    Notice { path, message, help, fatal: false }
}

/// The name and the text of a file, or of standard input.
pub fn text(file: &Path) -> Result<(String, String), Exit> {
    let source = match file == Path::new("-") {
        true => input::read_stdin(None),
        false => input::read(&Input { name: input::name_of(file), path: file.to_owned(), named: true }),
    };
    let source =
        source.map_err(|trouble| complain(&format!("{}: {}", trouble.name, trouble.message), &trouble.help))?;
    Ok((source.name, source.text))
}

pub fn refuse(name: &str, wrong: &Unreadable) -> Exit {
    complain(&format!("{name}: {}", wrong.message), &wrong.help)
}
