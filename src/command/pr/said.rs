//! The pull request that `pr` is about, from wherever the command line or the workflow has it.

use crate::cli::Pr;
use crate::payload::{Event, PullRequest, event, gh};
use crate::run::console::complain;
use crate::run::{Exit, given};
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
    let stale = given::refresh(&mut asked, args.live.as_deref(), event::read_live);
    Ok((asked.marked(), stale.into_iter().collect()))
}
