//! The pull request that `pr` is about, from wherever the command line or the workflow has it.

use crate::cli::Pr;
use crate::command::{Exit, complain, given};
use crate::payload::{Event, PullRequest, event, gh};
use crate::settle::Notice;

/// The pull request, and what could not be read of it.
pub fn read(args: &Pr) -> Result<(PullRequest, Vec<Notice>), Exit> {
    if let (Some(title), Some(body)) = (&args.title, &args.body) {
        let asked = PullRequest { title: title.clone(), body: given::text(body)?, ..PullRequest::default() };
        return Ok((asked.marked(), Vec::new()));
    }
    if let Some(file) = &args.gh {
        return Ok((given::read(file, gh::read_pull_request)?.marked(), Vec::new()));
    }
    let mut asked = match given::event(args.event.as_deref(), "pull request")? {
        (_, Event::PullRequest(asked)) => *asked,
        (name, Event::Issue(_)) => {
            return Err(complain(&format!("{name}: it is about an issue"), "use `pingless issue`"));
        }
    };
    let mut notices = Vec::new();
    match args
        .live
        .as_deref()
        .map(|file| given::live(file, (asked.number, |it: &PullRequest| it.number), event::read_live))
    {
        Some(Ok(newer)) => asked.update(newer),
        Some(Err(notice)) => notices.push(notice),
        None => {}
    }
    Ok((asked.marked(), notices))
}
