//! `rules/ask/vague-ask.md`

use crate::document::{Document, Place};
use crate::finding::{Findings, Level};
use crate::slot::shape;
use crate::words::english::vague_ask::{self, Open};
use crate::words::english::{ask, knock};
use crate::words::{output, tracker};

/// A text that says more of its matter than this has told a story by the time it asks for help or for a view.
const SHORT_STORY: usize = 12;
/// A text that says more than this also tells what to look for.
const LONG_STORY: usize = 40;
/// More words beside a call for somebody who knows the matter may be the question.
const ASIDE: usize = 4;
/// More words beside a plea for news may name the item.
const NEWS: usize = 3;
/// A text that says less of its matter than this gives a thing and no purpose.
const FEWEST_WORDS: usize = 2;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    if knock::find(prose.text()).is_some() {
        return;
    }
    let titles = prose.sentences().iter().filter(|it| matches!(it.place, Place::Heading(_)));
    let mut titles = titles.map(|it| &prose.text()[it.range.clone()]);
    if is_to_program(prose.text()) || titles.clone().any(|it| it.contains('?')) {
        return;
    }
    let title: usize = titles.by_ref().map(vague_ask::content_words).sum();
    let mut asks = Vec::new();
    let mut matter = 0;
    let (mut has_doubt, mut has_error) = (false, false);
    for sentence in prose.sentences().iter().filter(|it| !matches!(it.place, Place::Heading(_))) {
        let text = &prose.text()[sentence.range.clone()];
        let Some(vague) = vague_ask::find(text) else {
            if ask::is_stated(text) || vague_ask::asks_in_passing(text) {
                return;
            }
            matter += vague_ask::content_words(text);
            has_doubt |= vague_ask::names_a_doubt(text);
            has_error |= output::find_named(text).is_some();
            continue;
        };
        let (before, after) = (&text[..vague.range.start], &text[vague.range.end..]);
        matter += vague_ask::content_words(before) + vague_ask::content_words(after);
        has_doubt |= vague_ask::names_a_doubt(before) || vague_ask::names_a_doubt(after);
        has_error |= output::find_named(text).is_some();
        if vague_ask::asks_in_passing(before) && vague.open != Open::Time {
            return;
        }
        let start = sentence.range.start;
        asks.push((start + vague.range.start..start + vague.range.end, vague.open));
    }
    let Some((first, open)) = asks.first().cloned() else { return };
    let has_evidence = doc.has_evidence() || has_error;
    let is_shown = !doc.links().is_empty() || doc.code().iter().any(|it| !it.body.is_empty());
    let is_vague = match open {
        Open::Time => matter <= SHORT_STORY && !(has_doubt && matter > ASIDE),
        Open::Look if has_evidence => matter < FEWEST_WORDS,
        Open::Look => matter <= LONG_STORY && !has_doubt && !is_shared(&prose.text()[first.clone()], matter),
        Open::Expert => matter <= ASIDE && !is_shown,
        Open::Poll => matter <= ASIDE && !has_evidence,
        Open::Start => matter <= LONG_STORY && !is_shown,
        Open::Way => matter <= LONG_STORY && !has_doubt,
        Open::Oddity => {
            matter <= SHORT_STORY && title <= ASIDE && !has_doubt && !shape::shows(doc, &["program-output", "image"])
        }
        Open::Progress => !has_evidence && matter + title <= NEWS,
        Open::Review | Open::Opinion | Open::Help => {
            let tells = has_doubt && matter > ASIDE && !asks_to_explain(&prose.text()[first.clone()]);
            !has_evidence && matter + title <= SHORT_STORY && !tells
        }
    };
    if !is_vague {
        return;
    }
    let flag = found.flag(prose.span(first), open.unknown()).asks(open.question());
    if has_evidence && open == Open::Look {
        // The thing is there to be looked at: only the purpose is missing.
        flag.message = Some("this says what to look at, and not for what".to_owned());
        if is_about_work(doc) {
            // Of a change or a ticket, the reader can guess.
            flag.level = Some(Level::Note);
        }
    }
    for (range, _) in &asks[1..] {
        flag.and(prose.span(range.clone()), "vague as well");
    }
}

/// "botty, status" is a command.
fn is_to_program(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().trim_end_matches([':', ',']).to_lowercase();
    first.starts_with("bot") || first.ends_with("bot")
}

/// "Check this out" over a thing that was made shows it, and asks for nothing.
fn is_shared(ask: &str, matter: usize) -> bool {
    matter > ASIDE && ask.get(..5).is_some_and(|it| it.eq_ignore_ascii_case("check"))
}

/// Whether a change or a ticket is there to be looked at.
fn is_about_work(doc: &Document) -> bool {
    const WORK: &[&str] =
        &["/pull/", "/pulls/", "/merge_requests/", "/commit/", "/commits/", "/issues/", "/browse/", "/+/"];
    tracker::has_id(doc.prose().text()) || WORK.iter().any(|part| doc.text().contains(part))
}

/// "Could you elaborate?" goes on from words that only the other one said.
fn asks_to_explain(ask: &str) -> bool {
    let lower = ask.to_lowercase();
    ["elaborat", "explain", "clarif"].iter().any(|it| lower.contains(it))
}
