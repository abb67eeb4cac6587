//! `rules/ask/vague-ask.md`

use std::ops::Range;

use crate::document::{Document, Stand};
use crate::finding::{Findings, Level};
use crate::slot::shape;
use crate::words::english::vague_ask::{self, Open};
use crate::words::english::{ask, complaint, knock};
use crate::words::{case, output, tracker};

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

/// What a message says beside its vague asks.
#[derive(Default, Clone)]
struct Story {
    asks: Vec<(Range<usize>, Open)>,
    /// Words of the matter in the title, and in the sentences.
    title: usize,
    matter: usize,
    has_doubt: bool,
    has_error: bool,
    names_change: bool,
    gives_object: bool,
}

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    if knock::find(prose.text()).is_some() || is_to_program(prose.text()) {
        return;
    }
    let Some(story) = read(doc) else { return };
    let Some((first, open)) = story.asks.first().cloned() else { return };
    let has_evidence = doc.has_evidence() || story.has_error;
    if !is_vague(doc, &story, open, &prose.text()[first.clone()], has_evidence) {
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
    if open == Open::Opinion && story.matter + story.title == 0 {
        // Nothing at all goes before it: it goes on from other messages.
        flag.unsure();
    }
    for (range, _) in &story.asks[1..] {
        flag.and(prose.span(range.clone()), "vague as well");
    }
}

/// The story of a message; none where it asks for anything in so many words, or tells too much for any of it to be vague.
fn read(doc: &Document) -> Option<Story> {
    let prose = doc.prose();
    let mut story = Story::default();
    for (number, sentence) in prose.sentences().iter().enumerate() {
        // Whatever is asked then is no more vague, and nothing that follows takes back what was said.
        if story.matter > LONG_STORY || number > vague_ask::MOST_SENTENCES {
            return None;
        }
        let text = prose.said(sentence);
        if sentence.place.is_heading() {
            story.title += vague_ask::content_words(text);
            if text.contains('?') {
                return None;
            }
            continue;
        }
        let part = doc.once(text, part)?;
        story.matter += part.matter;
        story.has_doubt |= part.has_doubt;
        story.has_error |= part.has_error;
        story.names_change |= part.names_change;
        story.gives_object |= part.gives_object;
        let start = sentence.range.start;
        story.asks.extend(part.asks.into_iter().map(|(range, open)| (start + range.start..start + range.end, open)));
    }
    Some(story)
}

/// What one sentence adds to the story; none where it asks for anything in so many words.
fn part(text: &str) -> Option<Story> {
    let has_error = output::find_named(text).is_some();
    let (names_change, gives_object) = (vague_ask::names_a_change(text), vague_ask::gives_object(text));
    let part = Story { has_error, names_change, gives_object, ..Story::default() };
    let Some(vague) = vague_ask::find(text) else {
        if vague_ask::is_plea(text) {
            return Some(part);
        }
        let is_asked = ask::is_stated(text) || vague_ask::asks_in_passing(text);
        // "It's failing again" says no more of a thing than that somebody is to look at it.
        let has_doubt = vague_ask::names_a_doubt(text) && !complaint::is_empty(text);
        let matter = vague_ask::content_words(text);
        return (!is_asked).then_some(Story { matter, has_doubt, ..part });
    };
    let (before, after) = (&text[..vague.range.start], &text[vague.range.end..]);
    if vague_ask::asks_in_passing(before) && vague.open != Open::Time {
        return None;
    }
    let matter = vague_ask::content_words(before) + vague_ask::content_words(after);
    let has_doubt = vague_ask::names_a_doubt(before) || vague_ask::names_a_doubt(after);
    Some(Story { asks: vec![(vague.range, vague.open)], matter, has_doubt, ..part })
}

/// Whether what a message tells leaves its ask open.
fn is_vague(doc: &Document, story: &Story, open: Open, ask: &str, has_evidence: bool) -> bool {
    let &Story { title, matter, has_doubt, .. } = story;
    let is_shown = !doc.links().is_empty() || doc.code().iter().any(|it| !it.body.is_empty());
    match open {
        Open::Time => matter <= SHORT_STORY && !(has_doubt && matter > ASIDE),
        Open::Look | Open::Opinion if story.names_change => false,
        Open::Look | Open::Review if story.gives_object || is_repeated(ask) => false,
        Open::Look if has_evidence => matter < FEWEST_WORDS && !has_doubt,
        Open::Look => matter <= LONG_STORY && !has_doubt && !is_shared(ask, matter),
        Open::Expert => matter <= ASIDE && !is_shown,
        Open::Poll => matter <= ASIDE && !has_evidence,
        Open::Start => matter <= LONG_STORY && !is_shown && !is_quoting(doc),
        Open::Way => matter <= LONG_STORY && !has_doubt,
        Open::Oddity => {
            let is_seen = shape::shows(doc, &["program-output", "image"]);
            matter <= SHORT_STORY && title <= ASIDE && !has_doubt && !is_seen
        }
        Open::Progress => !has_evidence && !story.gives_object && matter + title <= NEWS,
        Open::Review | Open::Opinion | Open::Help => {
            let tells = has_doubt && matter > ASIDE && !asks_to_explain(ask);
            !has_evidence && matter + title <= SHORT_STORY && !tells
        }
    }
}

/// "botty, status" is a command.
fn is_to_program(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().trim_end_matches([':', ',']).to_lowercase();
    first.starts_with("bot") || first.ends_with("bot")
}

/// "Check this out" over a thing that was made shows it, and asks for nothing.
fn is_shared(ask: &str, matter: usize) -> bool {
    matter > ASIDE && case::begins(ask, "check")
}

/// "Take another look": at what was looked at before.
fn is_repeated(ask: &str) -> bool {
    let lower = ask.to_ascii_lowercase();
    ["another look", "another peek", "another glance", "another review"].iter().any(|it| lower.contains(it))
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

/// Whether a message of a program or of a person is quoted.
fn is_quoting(doc: &Document) -> bool {
    let prose = doc.prose();
    prose.masks(0..prose.text().len()).any(|(stand, _)| matches!(stand, Stand::Quotation | Stand::Code | Stand::Log))
}
