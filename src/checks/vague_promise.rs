//! `rules/when/vague-promise.md`

use std::cell::LazyCell;
use std::ops::Range;

use crate::document::{Document, Place, Said, Sentence};
use crate::finding::Findings;
use crate::slot::shape::open_date;
use crate::text::{Origin, Span};
use crate::words::case;
use crate::words::date;
use crate::words::edition;
use crate::words::english::template;
use crate::words::english::vague_promise::{self, Bound, Strength};
use crate::words::list::is_among;
use crate::words::{log, near, past_path, version};

/// Bytes. What is longer says more than that it is still to be written.
const LONGEST_GAP: usize = 400;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let is_talk = |span: Span| doc.is_message() || doc.written_at(span.start).is_some();
    let mut last = None;
    let is_of_changes =
        LazyCell::new(|| doc.says_in_name(past_path::is_of_changes) || doc.lists_releases() || is_no_plan(doc));
    for Said { index, sentence, text, found: promises, .. } in
        doc.in_statements_with(&vague_promise::WORDS, vague_promise::find)
    {
        for promise in promises {
            let span = prose.span_in(sentence, &promise.range);
            // "Coming soon" and nothing else is what another rule asks for.
            if doc.readers().meaning(doc.at(span)).is_some() || is_gap(prose.passage(sentence.passage)) {
                continue;
            }
            let is_sure = match promise.strength {
                // Who debates at length says "soon" of many things, and promises few.
                _ if is_debate(doc, sentence) => false,
                // A list of changes says further up what came of it.
                _ if *is_of_changes => false,
                _ if is_defined(doc, sentence, span) || is_possibility(doc, span) || doc.is_story(span.start) => false,
                _ if is_tracked(doc, index, span, promise.bound) => false,
                _ if matches!(promise.bound, Bound::Soon | Bound::Later) && is_of_lesson(doc, text) => false,
                _ if is_value(doc, index, text) || is_of_stage(doc, span) => false,
                _ if matches!(promise.bound, Bound::WhenIDo | Bound::WhenYouDo) && is_left_out(doc, span) => false,
                _ if doc.says_when_beside(index) || is_choice(doc, sentence, text, &promise.range) => false,
                _ if promise.bound == Bound::Hurry && is_own_haste(doc, span, &text[..promise.range.start]) => false,
                _ if !is_talk(span) && vague_promise::is_loose(doc.at(span)) => false,
                _ if promise.bound == Bound::Soon && is_due_by_release(text, &promise.range) => false,
                _ if is_shown(text, &promise.range) || is_logged(doc, span) => false,
                _ if is_in_dated_row(doc, sentence, span) => false,
                Strength::Firm => true,
                Strength::InTalk => is_talk(span),
                Strength::InSpeech => is_talk(span) && is_spoken(doc, sentence),
                Strength::Spoken => doc.is_message() || is_talk(span) && doc.has_speaker(sentence),
                Strength::Weak => false,
            };
            // "The list comes soon. We will tell you in due time": one question asks for both.
            let is_next = is_sure && last.is_some_and(|(passage, at)| passage == sentence.passage && at + 1 == index);
            if let Some(flag) = found.last_after(0).filter(|_| is_next) {
                flag.and(span, "here as well");
                continue;
            }
            last = is_sure.then_some((sentence.passage, index));
            let flag = found.flag(span, promise.bound.unknown()).asks(promise.bound.question());
            flag.message = promise.bound.message().map(str::to_owned);
            if !is_sure {
                flag.unsure();
            } else if is_in_post(doc) && vague_promise::is_announced(text, &promise.range, promise.bound) {
                flag.is_firm = true;
            }
        }
    }
    for (cell, is_planned) in open_date::all(doc) {
        let flag = found.flag(cell, Bound::Undecided.unknown()).asks(Bound::Undecided.question());
        if is_planned {
            flag.unsure();
        }
    }
}

fn is_gap(passage: &str) -> bool {
    passage.len() <= LONGEST_GAP && template::is_unwritten(passage)
}

/// Whether what depends on somebody's time is what may be left out: in a plan each such point, and in minutes those to which
/// the meeting may not come.
fn is_left_out(doc: &Document, span: Span) -> bool {
    match doc.is_minutes() {
        true => vague_promise::is_of_all(doc.at(span)),
        false => doc.source().origin == Origin::File,
    }
}

/// Whether a text lies among posts. They promise much in passing, and what they announce their readers wait for.
fn is_in_post(doc: &Document) -> bool {
    doc.source().path().is_some_and(past_path::is_among_posts)
}

/// Whether nobody here is still to do what it plans: another text took its place, it tells of one release, or of what
/// others do.
fn is_no_plan(doc: &Document) -> bool {
    let is_of_adopters =
        |path: &str| path.split('/').any(|it| is_among("adopters adopters.md", &it.to_ascii_lowercase()));
    let names_release = || doc.field(&["release"]).is_some_and(|it| it.in_front_matter);
    doc.source()
        .path()
        .is_some_and(|path| edition::is_left(path) || edition::tells_of_release(path) || is_of_adopters(path))
        || names_release()
}

/// A person speaks: in a message, in an item of minutes, behind a name.
fn is_spoken(doc: &Document, sentence: &Sentence) -> bool {
    doc.is_message() || sentence.place == Place::Item || doc.has_speaker(sentence)
}

/// The issue that is linked says when: "it will be [moved](…/issues/12) soon", in the sentence or in one behind it that leads
/// there; so does the change, where its link is all that stands behind it.
fn is_tracked(doc: &Document, index: usize, time: Span, bound: Bound) -> bool {
    leads_to_work(doc, time) || matches!(bound, Bound::Soon | Bound::Undecided) && is_tracked_beside(doc, index)
}

/// Whether what links there stands beside it, in its sentence or behind it.
fn is_tracked_beside(doc: &Document, index: usize) -> bool {
    // Bytes.
    const LONGEST_LABEL: usize = 24;
    const ISSUES: &[&str] = &["/issues/", "%2Fissues%2F"];
    const CHANGES: &[&str] = &["/pull/", "/merge_requests/"];
    let sentences = doc.prose().sentences();
    let next = sentences.get(index + 1).filter(|it| it.passage == sentences[index].passage);
    let leads = |it: &&Sentence| {
        let words = doc.prose().said(it).to_ascii_lowercase();
        ["track", "issue", "progress", "follow", "see "].iter().any(|it| words.contains(it))
    };
    let links_to = |sentence: &Sentence, places: &[&str]| {
        let links = doc.links_in(doc.prose().span(sentence.range.clone()));
        links.iter().any(|link| places.iter().any(|it| link.target.contains(it)))
    };
    let is_label = |it: &&Sentence| it.range.len() <= LONGEST_LABEL;
    // "Soon the plugin will refuse that. See https://…": what others will do, and where they say it.
    let links = |it: &Sentence| !doc.links_in(doc.prose().span(it.range.clone())).is_empty();
    let is_page = |it: &&Sentence| doc.prose().said(it).starts_with("See ") && links(it);
    // "Tracking issue: #12", and in the next item "Milestone: TBD".
    let are_items = |it: &&Sentence| it.place == Place::Item && sentences[index].place == Place::Item;
    let above = index.checked_sub(1).map(|it| &sentences[it]).filter(are_items);
    let is_tracking = |it: &&Sentence| case::begins(doc.prose().said(it), "track");
    links_to(&sentences[index], ISSUES)
        || above.filter(is_tracking).is_some_and(|it| links_to(it, ISSUES))
        || next.filter(is_page).is_some() && vague_promise::names_nobody_here(doc.prose().said(&sentences[index]))
        || next.filter(leads).is_some_and(|it| links_to(it, ISSUES))
        || next.filter(is_label).is_some_and(|it| links_to(it, CHANGES))
}

/// "It will be [fixed in a later version](…/pull/12)": the promise itself leads to where it is kept.
fn leads_to_work(doc: &Document, time: Span) -> bool {
    const WORK: &[&str] = &["/issues/", "/pull/", "/merge_requests/"];
    doc.link_with_words(time).is_some_and(|it| WORK.iter().any(|work| it.target.contains(work)))
}

/// Whether it is what a program shows: between marks of quotation, in capitals as a whole, or a value that is defined right
/// behind it: "Closing soon (<14 days)".
fn is_shown(text: &str, range: &Range<usize>) -> bool {
    let (before, words, after) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
    let is_capital = words.len() > 3
        && words.bytes().any(|it| it.is_ascii_uppercase())
        && !words.bytes().any(|it| it.is_ascii_lowercase())
        && before.trim_end().ends_with(|it: char| it.is_ascii_uppercase())
        && !before.ends_with("COMING ");
    near::is_quoted(text, range) || is_capital || after.starts_with(" (<") || after.starts_with(" (>")
}

/// "It is planned for 4.2, so we need to decide soon": before that release.
fn is_due_by_release(text: &str, time: &Range<usize>) -> bool {
    let before = near::behind(&text[..time.start]);
    let reason = before.rfind(" so ").map_or("", |at| &before[..at]);
    version::find(reason).is_some() || reason.split(' ').any(|it| edition::is_number(it.trim_matches(',')))
}

/// Whether a program said it, in the log that somebody put into an issue.
fn is_logged(doc: &Document, at: Span) -> bool {
    doc.source().origin == Origin::Issue && log::opens_with_moment(doc.at(doc.lines().around(at.start, doc.text())))
}

/// "I would like to start as soon as possible", in a talk that is written down: nobody else is asked for anything.
fn is_own_haste(doc: &Document, at: Span, before: &str) -> bool {
    const ASKED: &[&str] =
        &["should", "need", "must", "have to", "has to", "please", "could you", "can you", "urgent", " will "];
    let led = near::behind(before).to_ascii_lowercase();
    !doc.is_message() && doc.is_record_at(at.start) && !ASKED.iter().any(|it| led.contains(it))
}

/// "3. Keep it as it is (I'll do it later)", below "Options": the words of whoever chooses it.
fn is_choice(doc: &Document, sentence: &Sentence, text: &str, time: &Range<usize>) -> bool {
    let is_of_choices = |name: &str| ["option", "choice", "choose", "menu"].iter().any(|it| name.contains(it));
    let inside = near::behind(&text[..time.start]).rsplit_once('(').map_or("", |it| it.1);
    let is_said = inside.starts_with("I'll ") || inside.starts_with("I\u{2019}ll ") || inside.starts_with("I will ");
    let at = doc.prose().span(sentence.range.clone()).start;
    sentence.place == Place::Item
        && is_said
        && text[time.end..].starts_with(')')
        && doc.section_at(at).is_some_and(|it| is_of_choices(&it.name))
}

/// "| The lock | will be added later | 2026-12-18 |": another cell says when, or that it is over.
fn is_in_dated_row(doc: &Document, sentence: &Sentence, at: Span) -> bool {
    const MOST: usize = 16;
    let dated = |cell: &&Span| !cell.contains(at) && cell.len() <= LONGEST_GAP && date::has_date(doc.at(**cell));
    sentence.place == Place::Cell && doc.cells_around(at).iter().take(MOST).any(|cell| dated(&cell))
}

/// "We will soon create the door", in a tutorial: what its next lines do.
fn is_of_lesson(doc: &Document, sentence: &str) -> bool {
    const NAMES: &[&str] = &["tutorial", "lesson", "getting started", "getting-started", "first steps", "first-steps"];
    let is_lesson = |name: &str| {
        let lower = name.to_ascii_lowercase();
        NAMES.iter().any(|it| lower.contains(it))
    };
    let says_we =
        [" we ", "We ", " we'll ", "We'll ", "we\u{2019}ll ", " for now "].iter().any(|it| sentence.contains(it));
    says_we && (doc.says_in_name(is_lesson) || doc.source().path().is_some_and(is_lesson))
}

/// A speech of many sentences, written down word by word.
fn is_debate(doc: &Document, sentence: &Sentence) -> bool {
    const LONG: usize = 400;
    doc.prose().passage(sentence.passage).len() > LONG && doc.has_speaker(sentence)
}

/// Below "Future possibilities" a proposal says what others may propose, and nobody waits for it.
fn is_possibility(doc: &Document, at: Span) -> bool {
    doc.sections_around(at.start).any(|it| matches!(it.name.as_str(), "future possibility" | "future possibilities"))
}

/// "**Coming soon**. Any door that comes with the next release": a value, and what has it. "- Soon" among such: a word.
fn is_value(doc: &Document, index: usize, text: &str) -> bool {
    const EACH: &[&str] = &["Any ", "All ", "Each ", "Every "];
    let items = doc.prose().sentences()[index..].iter().take(2).filter(|it| it.place == Place::Item);
    let mut items = items.filter(|it| it.passage == doc.prose().sentences()[index].passage);
    let is_each = |it: &Sentence| EACH.iter().any(|each| doc.prose().said(it).starts_with(each));
    match text.trim_end_matches('.').to_ascii_lowercase().as_str() {
        "soon" => items.next().is_some_and(|it| doc.prose().passage(it.passage).trim().len() == text.trim().len()),
        "coming soon" => items.nth(1).is_some_and(is_each),
        _ => false,
    }
}

/// "Those in the deprecated stage are:", above "will be removed in a future version": of any of them.
fn is_of_stage(doc: &Document, at: Span) -> bool {
    const STAGES: &[&str] = &[" stage are", " stage is", " state are", " phase are", " level are", " tier are"];
    let lead = doc.items_around(at).next().and_then(|it| it.lead(doc)).map_or("", |it| doc.prose().passage(it));
    let said = doc.line_near(at).trim_start_matches(|it: char| !it.is_alphabetic());
    let is_of_any = said.starts_with("Will be ") || said.starts_with("Removed ");
    is_of_any && lead.trim_end().ends_with(':') && STAGES.iter().any(|it| lead.contains(it))
}

/// "| `p1` | should be addressed soon |": what a name in code, or a priority, stands for.
fn is_defined(doc: &Document, sentence: &Sentence, at: Span) -> bool {
    const RANKS: &str = "priority severity level urgency tier label labels state status tag";
    const MEANINGS: &str = "description meaning definition explanation criteria usage";
    let row = || doc.row_at(at).map(|it| doc.at(it).trim_start_matches(['|', ' ']));
    let is_meaning = || doc.column_at(at).is_some_and(|it| is_among(MEANINGS, it));
    let is_legend = || doc.columns_around(at).first().is_some_and(|it| is_among(RANKS, it)) && is_meaning();
    sentence.place == Place::Cell && (row().is_some_and(|it| it.starts_with('`')) || is_legend())
}
