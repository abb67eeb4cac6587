//! What is said to be done, and by nobody: in the prose of minutes, in conclusions, in reports of incidents, and in items
//! of lists of actions that do not begin as an action does. Actions are no loose ends.

mod named;
mod topic;

use std::cell::LazyCell;
use std::sync::LazyLock;

use super::{Action, Reader};
use crate::document::{Document, Place, Sentence};
use crate::text::Span;
use crate::words::english::nobody::{self, Duty, Voice};
use crate::words::english::{group, person, verb};
use crate::words::heading;
use crate::words::pattern::{Pattern, any_of, in_pieces};
pub(super) use named::Named;
use topic::{Topics, is_conclusion};

/// Something to do that has nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LooseEnd {
    pub span: Span,
    pub voice: Voice,
    /// It says by when.
    pub is_timed: bool,
    /// Whoever takes it on has something to do that others can see: "file an issue", not "keep it small".
    pub is_plain: bool,
}

/// What is longer, in bytes, is a speech as it was given, and no note of what follows from it.
const LONGEST_NOTE: usize = 320;

/// Headings that a report of an incident has, and hardly anything else.
const OF_INCIDENTS: &[&str] = &[
    "timeline",
    "root cause",
    "contributing factor",
    "lesson learned",
    "lesson learnt",
    "what went well",
    "what went wrong",
    "where we got lucky",
    "incident summary",
    "postmortem",
    "post-mortem",
];

/// What leads to a list of work: "we must first do the following", "the following still has to happen".
static LEAD_IN: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:we|there)(?:'ll| will)?(?: still| first| also)? (?:must|need to|have to|should)(?: first| still| also)?",
        r"(?:must|needs? to|has to|have to|should)(?: still| first| also)? (?:occur|happen|be done|be completed|be resolved|be implemented|be addressed|be finished)",
        r"(?:remaining|outstanding|open) (?:work|tasks?|items?|steps?)|left to do|(?:still )?to be done|yet to be done",
    ])
});

pub(super) fn all(doc: &Document) -> Vec<LooseEnd> {
    let reader = Reader::of(doc);
    // Most texts have no place of work, and there nothing more is asked.
    let tasks = LazyCell::new(|| tasks(doc));
    let is_incident = is_report_of_incident(doc);
    let opened = opened_items(doc);
    let topics = LazyCell::new(|| Topics::of(doc));
    let has_conclusions = topic::has_conclusions(doc);
    let mut out: Vec<LooseEnd> = Vec::new();
    for sentence in doc.prose().sentences() {
        let passage = &doc.passages()[sentence.passage];
        if !matches!(sentence.place, Place::Paragraph | Place::Item) || passage.quoted {
            continue;
        }
        let text = doc.prose().said(sentence);
        let item = opened[sentence.passage];
        let (task, start) = (item.and_then(|it| doc.items()[it].task), passage.span.start);
        let (is_box, is_ticked) = (task == Some(false), task == Some(true) || text.starts_with("DONE"));
        let is_of_work = is_incident || is_box || reader.is_message || reader.is_of_work(passage.span);
        // Elsewhere nobody is on duty, whatever the words.
        let is_due = is_of_work || has_conclusions && is_conclusion(doc, start);
        if is_ticked || !is_due {
            continue;
        }
        let is_long = doc.prose().passage_range(sentence.passage).len() > LONGEST_NOTE;
        let is_speech = is_long && !is_incident && !is_conclusion(doc, start);
        let is_first = prose_starts(doc, sentence);
        // Further on, "will report" goes on with the one of whom the sentence before speaks.
        let goes_on = |duty: &Duty| match duty.voice {
            Voice::Someone => true,
            Voice::Order => duty.is_guess || !duty.is_spoken && (item.is_some() || is_conclusion(doc, start)),
            _ => is_incident || is_conclusion(doc, start),
        };
        let is_meant = |duty: &Duty| (is_first || goes_on(duty)) && (!is_speech || duty.is_guess);
        let read = doc.once(text, nobody::read);
        let tells_of_work = read.is_some();
        let duty = read.filter(is_meant).filter(|it| !topics.is_decision(doc, it, start));
        let loose = duty.and_then(|duty| {
            let range = sentence.range.start + duty.range.start..sentence.range.start + duty.range.end;
            let at = doc.prose().span(range.start..sentence.range.end).start;
            let is_taken_up = is_taken_up(doc, sentence);
            let is_concluded = topics.is_concluded(doc, item, sentence);
            let is_of_person = item.is_some_and(|index| topics.is_persons(doc, index, &duty));
            let place = Setting { at, item, is_box, is_incident, is_concluded, is_taken_up, is_of_person };
            let is_plain = || reader.is_plain(&duty, &place, passage.span);
            let (voice, is_timed) = (duty.voice, duty.is_timed);
            let loose = || LooseEnd { span: doc.prose().span(range), voice, is_timed, is_plain: is_plain() };
            (reader.is_loose(&duty, &place, passage.span) && !is_answered(doc, sentence, voice)).then(loose)
        });
        let in_box = || is_box && is_work(text, tells_of_work) && item.is_some_and(|it| led_in(doc, it));
        let loose = loose.or_else(|| {
            let span = doc.prose().span(sentence.range.clone());
            in_box().then_some(LooseEnd { span, voice: Voice::Order, is_timed: false, is_plain: true })
        });
        out.extend(loose.filter(|_| !passage.span.is_in(&tasks)));
    }
    // One question for each passage.
    out.dedup_by_key(|it| doc.passages_in(it.span).start);
    out
}

/// What is done already, or has a place where it is asked for.
fn tasks(doc: &Document) -> Vec<Span> {
    doc.actions().iter().filter(|it| it.is_task() || !it.is_open()).map(Action::whole).collect()
}

/// Whether the sentence behind one begins with a person.
fn is_taken_up(doc: &Document, sentence: &Sentence) -> bool {
    let end = doc.prose().passage_range(sentence.passage).end.max(sentence.range.end);
    person::leading(doc.prose().text()[sentence.range.end..end].trim_start()).is_some()
}

/// Whether the next one who speaks takes it, or says that it is done: "Bo: I can do that"; or somebody who was looked for is
/// found in the next lines.
fn is_answered(doc: &Document, sentence: &Sentence, voice: Voice) -> bool {
    static ANSWER: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:[\w.@-]+(?: [\w.-]+){0,2}(?:: ?|\] ))?(?:(?:i can|i could|i'll|i will|happy to|let me) (?:do|take|try|handle|look|write|fix|send|open|file|ping|prepare)(?-u:\b)|has been \w+ed|this is done|done(?-u:\b))",
        ])
    });
    const NEAR: usize = 4;
    let is_last = sentence.range.end >= doc.prose().passage_range(sentence.passage).end;
    let near = (sentence.passage + 1..doc.passages().len()).take(NEAR);
    let mut near = near.take_while(|it| !doc.passages()[*it].place.is_heading()).map(|it| doc.prose().passage(it));
    let is_found = |text: &str| text.contains(" volunteered") || text.contains(" volunteers to");
    match near.next().filter(|_| is_last) {
        None => false,
        Some(next) if voice == Voice::Someone => {
            let will = || person::leading(next).is_some_and(|led| next[led].trim_end().ends_with(" will"));
            ANSWER.is_match(next) || will() || is_found(next) || near.any(is_found)
        }
        Some(next) => ANSWER.is_match(next),
    }
}

/// Of each passage, the item that it opens.
fn opened_items(doc: &Document) -> Vec<Option<usize>> {
    let mut opened = vec![None; doc.passages().len()];
    for (index, item) in doc.items().iter().enumerate() {
        if let Some(passage) = item.passage {
            opened[passage] = Some(index);
        }
    }
    opened
}

/// Where a sentence stands.
struct Setting {
    /// Where the duty begins, behind who speaks.
    at: usize,
    item: Option<usize>,
    is_box: bool,
    is_incident: bool,
    /// Behind a decision, or below a heading of such.
    is_concluded: bool,
    /// The sentence behind it begins with a person: "Maybe ask them again. Ada puts us in touch".
    is_taken_up: bool,
    /// In a list that belongs to a person, or to an aim: below "@ada" alone, or "Goals:".
    is_of_person: bool,
}

impl Reader<'_, '_> {
    /// Whether it is told on a certain day what is to be done: in minutes, or below a heading of actions.
    fn is_of_work(&self, span: Span) -> bool {
        self.is_dated(span.start) && (self.is_of_meeting(span.start) || self.is_listed(span))
    }

    /// Whether a place is in minutes, or below a heading of such.
    fn is_of_meeting(&self, at: usize) -> bool {
        let mut around = self.doc.sections_around(at);
        self.doc.is_minutes() || around.any(|it| matches!(it.name.as_str(), "meeting" | "minutes"))
    }

    fn is_loose(&self, duty: &Duty, place: &Setting, span: Span) -> bool {
        let doc = self.doc;
        let in_minutes = self.is_dated(span.start) && self.is_of_meeting(span.start);
        let is_listed = self.is_listed(span) && (self.is_dated(span.start) || place.is_incident);
        let around = place.item.map(|index| self.setting(&doc.items()[index]));
        let passage = place.item.and_then(|index| doc.items()[index].passage);
        let is_named = passage.is_some_and(|it| self.names_doer(it, duty.voice));
        // "Will also tell the list", below "(RL) The new forum".
        let is_of_one = duty.voice == Voice::Unsaid && around.as_ref().is_some_and(|it| it.is_of_one);
        let is_owned = is_named
            || is_of_one
            || around.as_ref().is_some_and(|it| it.names_owner)
            || self.around(place.at).names_owner;
        let on_agenda = place.item.is_none_or(|index| doc.items()[index].parent.is_none())
            && doc.sections_around(span.start).take(1).any(|it| it.name.starts_with("agenda") || it.name == "topic");
        // There each speaks of their own work, whose name stands somewhere around.
        let in_update = doc.sections_around(span.start).take(2).any(|it| is_update(&it.name));
        let in_update = in_update && place.item.is_some();
        let is_concluded = place.is_concluded && in_minutes;
        // The next steps of a text with one author are the author's.
        let is_authors =
            self.has_author && !place.is_incident && !matches!(duty.voice, Voice::Someone | Voice::Everyone);
        let is_guess = duty.is_guess && (!in_minutes || place.is_taken_up);
        if is_owned
            || place.is_of_person
            || is_authors
            || is_guess
            || place.item.is_some_and(|index| self.has_owner_below(index) || self.goes_on_below(index, duty))
            || place.item.is_some_and(|index| self.is_led_off(&doc.items()[index]))
        {
            return false;
        }
        // An item of somebody's words is theirs to do, or their opinion.
        let is_remark = duty.is_spoken && place.item.is_some();
        let is_timed = duty.is_timed || duty.is_soon;
        match duty.voice {
            Voice::Someone => in_minutes || is_listed || place.is_incident || self.is_message,
            Voice::Everyone => is_concluded || is_listed,
            _ if is_remark => is_listed && duty.voice != Voice::Order,
            Voice::We | Voice::WeWill if duty.is_spoken => is_listed || is_conclusion(doc, span.start),
            Voice::We => is_listed || is_concluded || in_minutes && is_timed,
            Voice::WeWill => is_listed || is_concluded || place.is_incident || in_minutes && is_timed,
            Voice::Passive => is_listed || place.is_box || is_concluded,
            Voice::Unsaid => (in_minutes || is_listed) && !in_update && !self.is_only_a_link(span),
            Voice::Order if duty.is_guess => in_minutes,
            Voice::Order => {
                // What has notes below it is what was talked about.
                let is_topic = place.item.is_some_and(|index| doc.has_items_below(index));
                let is_note = place.item.is_some() && !is_topic || duty.is_spoken || is_conclusion(doc, span.start);
                let is_due = is_concluded && duty.is_of_office && !is_topic || in_minutes && duty.is_timed && is_note;
                is_due && !on_agenda && !in_update && !self.is_tracked(span, doc.at(span))
            }
        }
    }

    /// "Ada will open an issue", and below it "will ping the others": she does that as well.
    fn goes_on_below(&self, index: usize, duty: &Duty) -> bool {
        let items = self.doc.items();
        let around = items[index].parent.and_then(|parent| items[parent].passage);
        let is_hers = |passage: usize| self.is_taken_on(self.doc.prose().passage(passage));
        duty.voice == Voice::Unsaid && (around.is_some_and(is_hers) || self.goes_on_beside(index))
    }

    /// Whether it is somebody's work for sure. Of what "we" should do and of orders, half are opinion, where no heading says
    /// that they are agreed on.
    fn is_plain(&self, duty: &Duty, place: &Setting, span: Span) -> bool {
        let is_due = duty.is_of_office || duty.is_timed;
        let is_firm = || is_due && (self.is_listed(span) || is_conclusion(self.doc, span.start));
        match duty.voice {
            Voice::Someone | Voice::Everyone | Voice::Passive => true,
            Voice::Unsaid => duty.is_of_office,
            Voice::WeWill => place.is_incident || is_firm(),
            Voice::Order => duty.is_of_office && duty.is_timed || is_firm(),
            Voice::We => is_firm(),
        }
    }
}

/// Whether the words of a box are work to do, and neither a question nor a group's duty.
fn is_work(text: &str, tells_of_work: bool) -> bool {
    let is_order = tells_of_work || verb::opens(text) || verb::opens_in_ing(text);
    is_order && !text.ends_with('?') && group::leading(text).is_none()
}

fn prose_starts(doc: &Document, sentence: &Sentence) -> bool {
    let start = doc.prose().passage_range(sentence.passage).start;
    let label = |it: &str| it.trim_end().ends_with(':') && it.len() < 30;
    sentence.range.start == start || label(&doc.prose().text()[start..sentence.range.start])
}

/// Whether the words before the list of an item lead to work of ours.
fn led_in(doc: &Document, item: usize) -> bool {
    let item = &doc.items()[item];
    // The cases of a test are no work of their own.
    let is_of_tests = || doc.sections_around(item.list_start(doc)).any(|it| it.name.starts_with("test"));
    item.lead(doc).is_some_and(|lead| LEAD_IN.is_match(doc.prose().passage(lead))) && !is_of_tests()
}

fn is_report_of_incident(doc: &Document) -> bool {
    let signs = doc.sections().iter().filter(|it| OF_INCIDENTS.iter().any(|sign| heading::begins_with(&it.name, sign)));
    signs.take(2).count() > 1
}

/// "Week update", "client updates": longer ones are topics.
fn is_update(name: &str) -> bool {
    name.ends_with("update") && name.split(' ').count() < 3
}
