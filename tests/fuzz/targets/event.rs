//! Any text as what another program wrote: it is refused with words, or what it tells of is judged.
#![no_main]

mod judge;

use libfuzzer_sys::fuzz_target;
use pingless::lint::{self, Beside};
use pingless::payload::event::{self, Event};
use pingless::payload::{Issue, PullRequest, gh, thread};
use pingless::text::Source;

fn pull_request(found: PullRequest) {
    let found = found.marked();
    told(&found.source(), Beside { change: Some(&found.change), ..Beside::default() });
}

fn issue(found: &Issue) {
    told(&found.source(), Beside::default());
}

fn told(source: &Source, beside: Beside) {
    let checked = lint::check_beside(source, beside, &judge::CATALOG, &judge::policy());
    judge::inside(&source.text, &checked.findings);
}

fuzz_target!(|text: &str| {
    match event::read(text) {
        Ok(Event::PullRequest(found)) => pull_request(*found),
        Ok(Event::Issue(found)) => issue(&found),
        Err(_) => {}
    }
    event::read_live(text).into_iter().chain(gh::read_pull_request(text)).for_each(pull_request);
    event::read_live_issue(text).iter().chain(&gh::read_issue(text)).for_each(issue);
    for talk in thread::read(text).into_iter().flatten() {
        let (source, thread) = talk.written("thread");
        told(&source, Beside { thread: Some(&thread), ..Beside::default() });
    }
});
