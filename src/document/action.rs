//! What somebody is to do: items, boxes, table rows and labelled lines that a text marks as actions.
//! A form, a procedure, a plan and a feature list are lists too; only headings, labels and owners make actions of them.

mod agenda;
mod announced;
mod beside;
mod called;
mod field;
mod given;
mod head;
mod headings;
mod lead;
mod led;
mod loose;
mod owner;
mod paragraph;
mod promised;
mod roll;
mod scheduled;
mod table;
mod ticket;

use std::cell::{LazyCell, OnceCell};
use std::collections::HashSet;
use std::sync::LazyLock;

use super::passage::Place;
use super::{Document, Item};
use crate::text::{Origin, Span};
use crate::words::date;
use crate::words::english::{action, by_when, done, person, template};
use crate::words::pattern::Pattern;

pub use given::Given;
pub use loose::LooseEnd;
pub use owner::Owner;

/// What was found to be done, once asked.
#[derive(Debug, Default)]
pub struct Known {
    actions: OnceCell<Vec<Action>>,
    loose_ends: OnceCell<Vec<LooseEnd>>,
    lists: OnceCell<Lists>,
}

/// Lists that say more of what stands in them than their words.
#[derive(Debug)]
struct Lists {
    /// What stands under headings of actions, in order.
    announced: Vec<Span>,
    /// The lists right below a line that says no more than what they are, in order.
    led: Vec<led::Led>,
    /// The lists that say who was there.
    rolls: HashSet<usize>,
    /// The lists in which each item is somebody who tells what stands below it.
    rounds: HashSet<usize>,
    /// Where headings begin that are people.
    called: HashSet<usize>,
}

impl Document<'_> {
    /// What somebody is to do, as lists and tables of actions state it.
    pub fn actions(&self) -> &[Action] {
        self.actions.actions.get_or_init(|| all(self))
    }

    /// What is said to be done, and by nobody: no action that a list states.
    pub fn loose_ends(&self) -> &[LooseEnd] {
        self.actions.loose_ends.get_or_init(|| loose::all(self))
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The words of the action, without what is nested below it.
    pub span: Span,
    /// As they are read.
    pub text: String,
    pub place: Place,
    pub owner: Owner,
    has_due: bool,
    has_date: bool,
    is_open: bool,
    is_tracked: bool,
    is_task: bool,
    /// It is a box that reads like a topic: what hangs below it may be tasks of its own.
    is_topic: bool,
    /// The text says that this is an action; otherwise it is an open box that reads like one.
    pub is_marked: bool,
}

impl Action {
    fn whole(&self) -> Span {
        self.span
    }

    /// Somebody is named who does it: in its words, below it, in its column, its heading or around it.
    pub fn has_owner(&self) -> bool {
        self.owner != Owner::Nobody
    }

    /// It says by when, if only from the day of writing: "next week".
    pub fn has_due(&self) -> bool {
        self.has_due
    }

    /// It says by which date, which is the same whenever it is read.
    pub fn has_date(&self) -> bool {
        self.has_date
    }

    /// It is neither ticked nor called done, and there is something to do.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// It links an issue or a ticket, which has fields of its own for a person and a date.
    pub fn is_tracked(&self) -> bool {
        self.is_tracked
    }

    /// It reads like a task, where a text has tasks. Another one only stands in a list of actions, or is promised in
    /// passing: enough to say that the text has actions, too little to ask for what this one lacks.
    pub fn is_task(&self) -> bool {
        self.is_task
    }
}

const AUTHOR: &[&str] = &["author", "authors", "by", "written by"];

static TICKET: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)/(?:issues|pull|pulls|merge_requests|browse|tickets?|work_?items?|bugs?|commit|show_bug\.cgi)(?-u:\b)|(?:^|[\s(\[])(?:[\w.-]+/[\w.-]+)?#\d+|(?-i:(?:^|[\s(\[])[A-Z][A-Z0-9]+-\d+)|/(?:jira|linear\.app|trello|asana)",
    )
});

fn all(doc: &Document) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let reader = Reader::of(doc);
    // Of each item, whether the action that it is or belongs to is a task.
    let mut is_task: Vec<Option<bool>> = vec![None; doc.items().len()];
    for (index, item) in doc.items().iter().enumerate() {
        let around = item.parent.and_then(|parent| is_task[parent]);
        // What hangs below a task is its detail; a topic has tasks of its own.
        let found = if around == Some(true) { None } else { reader.item(item, around.is_some()) };
        let found = found.map(|it| reader.shared_out(index, it));
        is_task[index] = found.as_ref().map(|it| it.is_task() && !it.is_topic).or(around);
        actions.extend(found);
    }
    for table in doc.tables() {
        actions.extend(reader.table(table));
    }
    actions.extend(reader.labelled());
    actions.extend(reader.boxes());
    actions.sort_by_key(|action| action.span);
    let mut noted = reader.noted();
    noted.retain(|it| !is_told(&actions, it.span));
    actions.append(&mut noted);
    if actions.is_empty() {
        actions.extend(reader.narrated());
    }
    let mut promised = reader.promised(&actions);
    actions.append(&mut promised);
    actions.sort_by_key(|action| action.span);
    actions
}

/// Whether one of some actions, in order, is the task that a note stands in.
fn is_told(actions: &[Action], note: Span) -> bool {
    let first = actions.partition_point(|it| it.span.end <= note.start);
    actions.get(first).is_some_and(|it| it.is_task() && it.span.overlaps(note))
}

struct Reader<'d, 's> {
    doc: &'d Document<'s>,
    /// The next steps of a text with one author are the author's.
    has_author: bool,
    /// A message is written now, whether or not it says so.
    is_message: bool,
    named: loose::Named,
}

impl<'d, 's> Reader<'d, 's> {
    fn of(doc: &'d Document<'s>) -> Self {
        let (has_author, is_message) = (doc.field(AUTHOR).is_some(), doc.source().origin == Origin::Message);
        Reader { doc, has_author, is_message, named: loose::Named::default() }
    }
}

impl Reader<'_, '_> {
    fn lists(&self) -> &Lists {
        let read = || Lists {
            announced: announced::lists(self.doc),
            led: led::lists(self.doc),
            rolls: roll::all(self.doc),
            rounds: roll::rounds(self.doc),
            called: called::sections(self.doc),
        };
        self.doc.actions.lists.get_or_init(read)
    }

    /// An item that is a task, or else an entry of a list of actions that is not `inside` of another one.
    fn item(&self, item: &Item, inside: bool) -> Option<Action> {
        let doc = self.doc;
        // What follows a roll without a heading goes on in its list, and without boxes.
        let is_of_roll = || item.task.is_some() && self.lists().rolls.contains(&item.list);
        let passage = item.passage.filter(|_| !item.quoted && !is_of_roll())?;
        let (text, span) = (doc.prose().passage(passage), doc.passages()[passage].span);
        let (reading, label) = (doc.once(text, action::read), doc.once(text, action::label));
        let is_promise = reading.as_ref().is_some_and(|it| it.is_promise);
        let takes_on = LazyCell::new(|| self.is_taken_on(text));
        let is_entry = !inside
            && !text.is_empty()
            && !template::is_unwritten(text)
            && (is_promise || *takes_on || label.is_some() || item.task == Some(false) || self.is_listed(item.span));
        if reading.is_none() && !is_entry {
            return None;
        }
        let (is_dated, setting) = (self.is_dated(span.start), self.setting(item));
        let is_announced = setting.is_announced() && !self.is_for_next_meeting(span.start);
        let is_led_to_talk =
            item.task.is_some() && (self.is_led_to_talk(item) || agenda::asks(text) || agenda::is_answer(text));
        let is_box = item.task.is_some() && is_dated && !is_led_to_talk && !self.is_for_talk(span.start);
        if !(is_entry || is_announced || label.is_some() || is_box) {
            return None;
        }
        let told = self.told(span, Place::Item, text, &doc.passages()[passage].raw(doc));
        let is_talk = || self.is_on_agenda(span.start) && doc.once(text, action::is_talk) || self.is_of_course(item);
        let is_taken_on = !inside && is_dated && *takes_on && !is_talk();
        let is_someones = setting.names_owner || setting.is_of_one || is_taken_on || self.is_followed_up(passage);
        let owner = if is_someones { Owner::Someone } else { self.or_team_above(&told.owner, span.start) };
        // "TODO:" without a name is more often a gap in the text than a task.
        let is_labelled = label
            .filter(|label| label.is_sure || is_dated)
            .is_some_and(|label| !label.is_note || owner != Owner::Nobody || doc.is_minutes());
        let is_heading = text.ends_with(':') && text.split(' ').count() < 6;
        let is_read = is_taken_on || reading.is_some() && (is_announced || is_labelled || is_box);
        let is_open_box =
            item.task == Some(false) && is_entry && !is_led_to_talk && self.is_box_of_minutes(item, text, &setting);
        let is_task = (is_read || is_open_box) && !is_heading && !self.is_only_a_link(span) && !self.is_brought(span);
        let is_asked = setting.has_topic && text.ends_with('?');
        if !(is_task || is_entry) {
            return None;
        }
        let is_marked =
            is_announced || is_labelled || is_open_box || is_taken_on || person::has_handle(text) || doc.is_minutes();
        let action = Action {
            owner,
            is_open: told.is_open && !self.is_over(item, span),
            is_task,
            is_topic: !is_read,
            is_tracked: told.is_tracked && !(is_taken_on && self.is_untracked_part(text)) || self.is_below_ticket(item),
            is_marked: is_marked && !is_asked && !self.is_for_later(item, span.start),
            ..told
        };
        let below = Span::new(span.end.min(item.span.end), item.span.end);
        Some(if inside { action } else { self.with_details(action, below) })
    }

    /// Whether an item is ticked, struck out, or stands below what says that all of it is done.
    fn is_over(&self, item: &Item, span: Span) -> bool {
        let is_struck = || self.doc.is_struck(Span::new(span.start, span.start));
        item.task == Some(true) || is_struck() || self.is_below_done(item)
    }

    /// What its words say of an action; where it stands says the rest.
    fn told(&self, span: Span, place: Place, text: &str, raw: &str) -> Action {
        let reading = self.doc.once(text, action::read);
        let named = reading.and_then(|it| it.owner).or_else(|| self.doc.once(text, person::leading));
        Action {
            span,
            text: text.to_owned(),
            place,
            // "[Ada]" is a link to the grammar, and loses its brackets.
            owner: self.owner(named.map(|range| &text[range]), raw, text),
            has_due: self.doc.once(text, by_when::is_told)
                || self.is_scheduled(span.start, text)
                || self.is_due_at_next_meeting(span.start)
                || self.is_due_by_heading(span.start),
            has_date: self.doc.once(text, date::has_date) || self.is_scheduled(span.start, text),
            // A link in brackets hides what is said of it: "(filed in [#12](…))".
            is_open: !self.doc.once(raw, done::needs_nobody) && !self.doc.once(text, done::needs_nobody),
            is_tracked: self.is_tracked(span, text),
            is_task: false,
            is_topic: false,
            is_marked: false,
        }
    }

    /// Whether it is of some day, even if nobody can tell of which: "Minutes of 03/04/2026".
    fn is_dated(&self, offset: usize) -> bool {
        self.is_message || self.doc.written_at(offset).is_some() || self.doc.is_of_unknown_day(offset)
    }
}
