//! What somebody is to do: items, boxes, table rows and labelled lines that a text marks as actions.
//! A form, a procedure, a plan and a feature list are lists too; only headings, labels and owners make actions of them.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::passage::Place;
use super::{Document, Item, Row, Table};
use crate::text::{Origin, Span};
use crate::words::{action, heading, person};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The words of the action, without what is nested below it.
    pub span: Span,
    /// As they are read.
    pub text: String,
    has_owner: bool,
    has_due: bool,
    is_open: bool,
    is_tracked: bool,
    /// The text says that this is an action; otherwise it is an open box that reads like one.
    pub is_marked: bool,
}

impl Action {
    /// Somebody is named who does it: in its words, its column, its heading or the item around it.
    pub fn has_owner(&self) -> bool {
        self.has_owner
    }

    /// It says by when.
    pub fn has_due(&self) -> bool {
        self.has_due
    }

    /// It is neither ticked nor called done.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// It links an issue or a ticket, which has fields of its own for a person and a date.
    pub fn is_tracked(&self) -> bool {
        self.is_tracked
    }
}

/// Headings of lists of actions, normalised. A longer heading that begins so is one as well.
const HEADINGS: &[&str] = &["action item", "action point", "open action", "new action"];

/// Headings that stand over actions in minutes and reports, and over advice to the reader elsewhere.
const HEADINGS_IF_DATED: &[&str] = &[
    "action",
    "next step",
    "next action",
    "follow-up",
    "followup",
    "follow up",
    "follow-up action",
    "follow-up item",
    "todo",
    "to do",
    "to-do",
    "todo list",
    "remediation",
    "remediation item",
    "remediation action",
    "corrective action",
    "preventive action",
    "preventative action",
    "corrective and preventative measure",
    "corrective and preventive action",
    "recommended action",
    "action for next meeting",
    "assignment",
    "process improvement",
    "technical improvement",
    "documentation improvement",
];

/// A heading with one of these words looks back, or speaks of actions.
const NOT_OPEN: &[&str] = &[
    "review",
    "reviewed",
    "previous",
    "past",
    "last",
    "completed",
    "complete",
    "done",
    "closed",
    "old",
    "template",
    "example",
    "prior",
];

/// Of a personal report: what its author will do.
const OF_THE_AUTHOR: &[&str] = &["next step", "todo", "to do", "to-do", "todo list"];
const AUTHOR: &[&str] = &["author", "authors", "by", "written by"];

/// Headings and labels over the people of a meeting.
const PRESENT: &[&str] = &[
    "attendee",
    "attendance",
    "attending",
    "present",
    "participant",
    "people",
    "member",
    "in attendance",
    "who",
    "roll call",
];
/// More people than fit here are a crowd.
const LONGEST_LIST_OF_PEOPLE: usize = 8 * 1024;

static TICKET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)/(?:issues|pull|pulls|merge_requests|browse|tickets?|work_?items?|bugs?|commit|show_bug\.cgi)(?-u:\b)|(?:^|[\s(\[])(?:[\w.-]+/[\w.-]+)?#\d+|(?-i:(?:^|[\s(\[])[A-Z][A-Z0-9]+-\d+)|/(?:jira|linear\.app|trello|asana)")
        .expect("a constant pattern")
});

pub fn all(doc: &Document) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let reader = Reader {
        doc,
        people: people(doc),
        has_author: doc.field(AUTHOR).is_some(),
        is_dated: doc.source().origin == Origin::Message,
    };
    let mut is_action = vec![false; doc.items().len()];
    for (index, item) in doc.items().iter().enumerate() {
        let is_detail = item.parent.is_some_and(|parent| is_action[parent]);
        let found = reader.item(item).filter(|_| !is_detail);
        is_action[index] = found.is_some() || is_detail;
        actions.extend(found);
    }
    for table in doc.tables() {
        actions.extend(reader.table(table));
    }
    actions.extend(reader.labelled_paragraphs());
    actions.sort_by_key(|action| action.span);
    actions
}

struct Reader<'d, 's> {
    doc: &'d Document<'s>,
    /// The words of the lists of those present, in small letters.
    people: HashSet<String>,
    /// The next steps of a text with one author are the author's.
    has_author: bool,
    /// A message is written now, whether or not it says so.
    is_dated: bool,
}

/// How plainly a heading says that what follows are actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Announced {
    No,
    /// It can stand over topics as well.
    Perhaps,
    Yes,
}

/// Where a list stands.
struct Setting {
    /// What the headings, the label or the items around it say.
    announced: Announced,
    /// One of them is a person's name.
    names_owner: bool,
    /// The item around it is a topic of its own.
    has_topic: bool,
}

impl Setting {
    fn is_announced(&self) -> bool {
        self.announced == Announced::Yes || self.announced == Announced::Perhaps && !self.has_topic
    }
}

impl Reader<'_, '_> {
    fn item(&self, item: &Item) -> Option<Action> {
        let doc = self.doc;
        let passage = item.passage.filter(|_| !item.quoted)?;
        let (text, span) = (doc.prose().passage(passage), doc.passages()[passage].span);
        let reading = action::read(text)?;
        let setting = self.setting(item);
        let has_owner = reading.owner.is_some() || setting.names_owner || self.ends_with_person(text);
        let is_dated = self.is_dated(span.start);
        let is_announced = setting.is_announced();
        let label = action::label(text).filter(|label| label.is_sure || is_dated);
        // "TODO:" without a name is more often a gap in the text than a task.
        let is_labelled = label.is_some_and(|label| !label.is_note || has_owner || self.is_minutes());
        let is_box = item.task.is_some() && is_dated;
        if !(is_announced || is_labelled || is_box) || self.is_only_a_link(span) {
            return None;
        }
        let is_struck = doc.at(span).starts_with('~');
        Some(Action {
            is_open: item.task != Some(true) && !action::is_done(&doc.passages()[passage].raw(doc)) && !is_struck,
            has_owner,
            has_due: reading.has_time || action::has_time(&self.heading_of(span.start)),
            is_tracked: self.is_tracked(span, text),
            is_marked: (is_announced || is_labelled || person::has_handle(text) || self.is_minutes())
                && !text.ends_with('?'),
            text: text.to_owned(),
            span,
        })
    }

    /// A paragraph that begins with a label is one action.
    fn labelled_paragraphs(&self) -> Vec<Action> {
        let doc = self.doc;
        let paragraphs = doc.passages().iter().enumerate().filter(|(_, it)| it.place == Place::Paragraph && !it.quoted);
        let action = |(index, passage): (usize, &super::Passage)| {
            let text = doc.prose().passage(index);
            let label = action::label(text)?;
            let reading = action::read(text).filter(|_| label.is_sure || self.is_dated(passage.span.start))?;
            let has_owner = reading.owner.is_some() || self.ends_with_person(text);
            Some(Action {
                span: passage.span,
                text: text.to_owned(),
                has_owner,
                has_due: reading.has_time,
                is_open: !action::is_done(&passage.raw(doc)),
                is_tracked: self.is_tracked(passage.span, text),
                is_marked: !label.is_note || has_owner || self.is_minutes(),
            })
        };
        paragraphs.filter_map(action).collect()
    }

    fn table(&self, table: &Table) -> Vec<Action> {
        let owner =
            table.column(&["owner", "assignee", "assigned to", "assigned", "who", "responsible", "dri", "lead"]);
        let task = table.column(&["action item", "action", "task", "item", "todo", "what", "follow-up", "description"]);
        let due =
            table.column(&["due", "due date", "deadline", "date", "by when", "eta", "target", "when", "timeline"]);
        let status = table.column(&["status", "state", "done", "progress"]);
        let (Some(owner), Some(task)) = (owner, task) else { return Vec::new() };
        let setting = self.around(table.span.start);
        let says_action = table.columns[task].starts_with("action");
        if !(setting.is_announced() || says_action && self.is_dated(table.span.start)) {
            return Vec::new();
        }
        let cell = |row: &Row, column: Option<usize>| -> String {
            column
                .and_then(|column| row.cells.get(column))
                .map(|cell| self.doc.prose().clean(*cell).trim().to_owned())
                .unwrap_or_default()
        };
        let action = |row: &Row| {
            let span = *row.cells.get(task)?;
            let text = cell(row, Some(task));
            let is_filled = |text: &str| text.contains(char::is_alphanumeric) && !is_open_answer(text);
            is_filled(&text).then(|| Action {
                is_open: !action::is_done(&cell(row, status)) && !action::is_done(&text),
                has_owner: is_filled(&cell(row, Some(owner))),
                has_due: is_filled(&cell(row, due)) || action::has_time(&text),
                is_tracked: row.span.is_some_and(|row| self.is_tracked(row, self.doc.prose().clean(row))),
                is_marked: true,
                text,
                span,
            })
        };
        table.rows.iter().filter_map(action).collect()
    }

    fn setting(&self, item: &Item) -> Setting {
        let mut setting = self.around(item.span.start);
        let mut around = item.parent;
        while let Some(parent) = around.map(|index| &self.doc.items()[index]) {
            let text = parent.passage.map_or("", |passage| self.doc.prose().passage(passage));
            let announced = self.announces(&heading::normalise(text), parent.span.start);
            let is_person = self.is_person(text);
            setting.announced = setting.announced.max(announced);
            setting.names_owner |= is_person;
            if announced > Announced::No {
                break;
            }
            setting.has_topic |= !is_person;
            around = parent.parent;
        }
        setting
    }

    /// What the headings and the label around a place say, up to the one that announces actions.
    fn around(&self, offset: usize) -> Setting {
        let mut setting = Setting { announced: Announced::No, names_owner: false, has_topic: false };
        if let Some(label) = self.doc.label_at(offset).filter(|label| label.value.start != offset) {
            setting.announced = self.announces(&label.name, offset);
            setting.names_owner = self.is_person(self.doc.at(label.key));
        }
        for section in self.doc.sections_around(offset) {
            if setting.announced == Announced::No {
                setting.announced = self.announces(&section.name, offset);
                let name = self.doc.prose().clean(section.heading);
                setting.names_owner |= setting.announced == Announced::No && section.level > 1 && self.is_person(name);
            } else if section.name.starts_with("agenda") && setting.announced == Announced::Perhaps {
                setting.announced = Announced::No;
                break;
            }
        }
        setting
    }

    fn announces(&self, name: &str, offset: usize) -> Announced {
        let looks_back = name.split(' ').any(|word| NOT_OPEN.contains(&word));
        let is_any = |entries: &[&str]| entries.iter().any(|entry| heading::is_titled(name, entry));
        if looks_back || self.has_author && is_any(OF_THE_AUTHOR) {
            Announced::No
        } else if is_any(HEADINGS) {
            Announced::Yes
        } else if is_any(HEADINGS_IF_DATED) && self.is_dated(offset) {
            Announced::Perhaps
        } else {
            Announced::No
        }
    }

    /// A handle, or the name of somebody who is listed as present. "Documentation" looks like a name too.
    fn is_person(&self, text: &str) -> bool {
        let mut words = text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
        person::is_person(text)
            && (text.trim().starts_with('@') || words.all(|word| self.people.contains(&word.to_lowercase())))
    }

    /// "Update the website: ada", where an Ada is present.
    fn ends_with_person(&self, text: &str) -> bool {
        let tail =
            text.rfind([':', '-', '\u{2013}', '\u{2014}', '(']).and_then(|at| text.get(at + 1..)).unwrap_or_default();
        self.is_person(tail.trim_matches(|it: char| !it.is_alphanumeric()))
    }

    /// Only minutes list those present.
    fn is_minutes(&self) -> bool {
        !self.people.is_empty()
    }

    fn is_dated(&self, offset: usize) -> bool {
        self.is_dated || self.doc.written_at(offset).is_some()
    }

    fn heading_of(&self, offset: usize) -> String {
        self.doc
            .section_at(offset)
            .map(|section| section.title.clone())
            .filter(|title| action::has_time(title))
            .unwrap_or_default()
    }

    /// The linked page says who does it.
    fn is_only_a_link(&self, span: Span) -> bool {
        let mut inside = self.doc.links().iter().filter(|link| span.contains(link.span));
        inside.next().is_some_and(|link| span.len() <= link.span.len() + 2)
    }

    fn is_tracked(&self, span: Span, text: &str) -> bool {
        let links = self.doc.links();
        let first = links.partition_point(|link| link.span.start < span.start);
        let inside = links[first..].iter().take_while(|link| link.span.start < span.end);
        TICKET.is_match(text) || inside.into_iter().any(|link| TICKET.is_match(&link.target))
    }
}

fn people(doc: &Document) -> HashSet<String> {
    let is_present = |name: &str| {
        PRESENT.iter().any(|it| name == *it || name.strip_prefix(it).is_some_and(|rest| rest.starts_with(' ')))
    };
    let sections = doc.sections().iter().filter(|it| is_present(&it.name)).map(|it| it.lead);
    let labels = doc.labels().iter().filter(|it| is_present(&it.name)).map(|it| it.body);
    let lists = sections.chain(labels).filter(|span| span.len() < LONGEST_LIST_OF_PEOPLE).map(|span| doc.at(span));
    let words = lists.flat_map(|list| list.split(|it: char| !it.is_alphanumeric()).filter(|word| word.len() > 1));
    words.map(str::to_lowercase).collect()
}

/// "TBD", "?", "none yet": a cell that leaves the question open.
fn is_open_answer(text: &str) -> bool {
    let lower = text.to_lowercase();
    matches!(
        lower.trim_matches(|it: char| !it.is_alphanumeric() && it != '/'),
        "tbd"
            | "tba"
            | "n/a"
            | "na"
            | "none"
            | "nobody"
            | "unassigned"
            | "unknown"
            | "open"
            | ""
            | "team"
            | "all"
            | "everyone"
    )
}
