//! Parts of minutes that hold what is talked over, and nothing to do.

use super::Reader;
use super::announced::Setting;
use crate::document::Item;
use crate::text::Span;
use crate::words::case;
use crate::words::english::{action, given_name, person};
use crate::words::list::is_among;
use crate::words::near;

/// Words of headings over boxes that are ticked in every meeting, or talked over.
const NO_TASKS: &[&str] = &[
    "agenda",
    "announcement",
    "attend",
    "business",
    "checklist",
    "introduction",
    "participant",
    "role",
    "template",
    "topic",
];

impl Reader<'_, '_> {
    /// Whether the boxes around a place are ticked in every meeting, or only talked over.
    pub(super) fn is_for_talk(&self, offset: usize) -> bool {
        const NAMES: &[&str] = &["agenda for", "announcement", "introduction"];
        let is_for_talk = |name: &str| name.contains("checklist") || NAMES.iter().any(|it| name.starts_with(it));
        self.doc.sections_around(offset).any(|it| is_for_talk(&it.name))
    }

    /// "We will meet again to cover", and a list of topics below it.
    pub(super) fn is_led_to_talk(&self, item: &Item) -> bool {
        const ENDS: &[&str] = &["to cover", "to discuss", "topics", "to talk about", "on the agenda"];
        let lead = self.lead(item).map(|it| near::behind(it).trim_end().trim_end_matches(':'));
        // "These require a vote at the next meeting".
        let is_for_vote = |it: &str| it.contains(" vote") && it.contains("next ") && it.ends_with(" meeting");
        lead.is_some_and(|it| ENDS.iter().any(|end| it.ends_with(end)) || is_for_vote(it))
    }

    /// Whether the innermost heading leads to what the next meeting is about.
    pub(super) fn is_for_next_meeting(&self, offset: usize) -> bool {
        const NAMES: &[&str] = &["next meeting", "next call", "next time", "topics for"];
        self.doc.section_at(offset).is_some_and(|it| NAMES.iter().any(|name| it.name.starts_with(name)))
    }

    /// The same of the item around this one: "Next meeting:", and topics below it.
    pub(super) fn is_below_next_meeting(&self, item: &Item) -> bool {
        let around = item.parent.and_then(|it| self.doc.items()[it].passage);
        around.is_some_and(|it| {
            let text = self.doc.prose().passage(it).trim_start();
            case::begins(text, "next meeting")
        })
    }

    /// Whether a heading above says that all below is to be done by the next meeting.
    pub(super) fn is_due_at_next_meeting(&self, offset: usize) -> bool {
        let is_until = |name: &str| {
            let led = name.strip_suffix("next meeting").map(|it| it.strip_suffix("the ").unwrap_or(it));
            led.is_some_and(|it| [" for ", " before ", " by ", " until "].iter().any(|lead| it.ends_with(lead)))
        };
        self.doc.sections_around(offset).any(|it| is_until(&it.name))
    }

    /// Whether a place is on the agenda of a meeting.
    pub(super) fn is_on_agenda(&self, offset: usize) -> bool {
        self.doc.sections_around(offset).any(|it| it.name.starts_with("agenda") || it.name.ends_with(" agenda"))
    }

    /// "Agreed workflow:", and below it who does what each time, and when all of it is done nobody knows.
    pub(super) fn is_of_course(&self, item: &Item) -> bool {
        const COURSES: &[&str] =
            &["workflow", "process", "procedure", "routine", "rota", "how it works", "division of labour"];
        let lead = self.lead(item).and_then(|it| near::behind(it).trim_end().strip_suffix(':')).map(str::to_lowercase);
        lead.is_some_and(|it| it.contains(' ') && COURSES.iter().any(|end| it.ends_with(end)))
    }

    /// "Completed work", "Status: on hold": what hangs below it nobody is to do now.
    pub(super) fn is_led_off(&self, item: &Item) -> bool {
        const LONGEST: usize = 160;
        let lead = self.lead(item).filter(|it| it.len() <= LONGEST).map(str::to_lowercase);
        lead.is_some_and(|it| {
            let first = it.split(' ').find(|it| it.contains(char::is_alphabetic)).unwrap_or_default();
            let is_over =
                is_among("completed finished done", first.trim_end_matches(':')) && it.split(' ').count() <= 4;
            is_over || it.lines().any(|line| line.starts_with("status") && line.contains("on hold"))
        })
    }

    /// "(Rosa) [The draft](…)", on an agenda: what is looked at, by whom it is brought.
    pub(super) fn is_brought(&self, span: Span) -> bool {
        const LONGEST_NAME: usize = 24;
        let on_agenda = || {
            let label = self.doc.label_at(span.start);
            self.is_on_agenda(span.start) || label.is_some_and(|it| it.name.starts_with("agenda"))
        };
        let links = self.doc.links_in(span);
        let [link] = links else { return false };
        let before = &self.doc.text()[span.start..link.span.start.max(span.start)];
        let is_named = before.len() <= LONGEST_NAME && before.starts_with('(') && before.ends_with(") ");
        is_named && link.span.end + 1 >= span.end && on_agenda()
    }

    /// Whether an open box of minutes is something to do, whatever its words: no topic of the agenda, and no question.
    pub(super) fn is_box_of_minutes(&self, item: &Item, text: &str, setting: &Setting) -> bool {
        let is_said = text.split(' ').filter(|word| word.contains(char::is_alphabetic)).count() > 1;
        let on_agenda =
            self.doc.sections_around(item.span.start).any(|it| NO_TASKS.iter().any(|word| it.name.contains(word)));
        let is_surely = setting.is_surely_announced();
        // "[ ] Ada Lovelace (AL)" says who was there.
        let name = text.split(" (").next().unwrap_or_default();
        let is_known = text.ends_with(')') || name.split(' ').any(given_name::is_given_name);
        let is_present = person::is_full_name(name) && is_known || self.doc.is_person(name);
        let led = self.doc.once(text, person::leading).map_or(0, |it| it.end);
        let span = self.doc.passages()[item.passage.unwrap_or_default()].span;
        is_said
            && !is_present
            && !text.ends_with('?')
            // "Your lesson follows the guide" is ticked by whoever reads it.
            && !text.starts_with("Your ")
            && !is_finding(text)
            // "How to deal with old issues" is a topic.
            && !text.starts_with("How ")
            && !action::is_told(&text[led..])
            && !self.is_tracked(span, text)
            && (is_surely || self.doc.is_minutes() && !on_agenda && self.is_dated(item.span.start))
    }
}

/// "According to the test, the new one is better", "Modified it to be used by both", "I'm given the task of it": what was found,
/// done and dealt out.
fn is_finding(text: &str) -> bool {
    const BEGINNINGS: &[&str] =
        &["According to ", "Given the task", "It seems ", "I'm given ", "I am given ", "By comparing "];
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    let is_past = first.ends_with("ed") && !first.ends_with("eed") && !is_among("embed shed", &first);
    is_past || BEGINNINGS.iter().any(|it| text.starts_with(it))
}

/// "Test coverage? (we had 80 %)": a question, and what is thought of it.
pub(super) fn asks(text: &str) -> bool {
    text.strip_suffix(')').and_then(|it| it.rsplit_once(" (")).is_some_and(|(asked, _)| asked.ends_with('?'))
}

/// "No \u{2013} only a report of where we are", "N/A": an answer to what stands above, and ticked where it holds.
pub(super) fn is_answer(text: &str) -> bool {
    const ANSWERS: &[&str] = &["yes", "no", "n/a"];
    let is_end = |rest: &str| rest.trim_start().chars().next().is_none_or(|it| !it.is_alphanumeric());
    ANSWERS.iter().any(|it| case::begins(text, it) && is_end(&text[it.len()..]) && !text[it.len()..].starts_with('-'))
}
