//! What a text does to its reader, counted: commands, steps, tasks and orders. Knows no kind, and no sign of one.

use std::cell::OnceCell;

use crate::document::{Document, Place, Sentence};
use crate::words::digit::holds_digit;
use crate::words::english::{deed, shell, verb};
use crate::words::{date, heading};

/// What a text does: how many of its parts tell their reader to do something. Each is counted once for all signs of all
/// kinds, when the first of them asks.
pub struct Doing<'d, 's> {
    pub(super) doc: &'d Document<'s>,
    commands: OnceCell<usize>,
    headings: OnceCell<Headings>,
    items: OnceCell<Items>,
    orders: OnceCell<usize>,
}

/// Headings that tell something to do.
#[derive(Debug, Default)]
struct Headings {
    steps: usize,
    tasks: usize,
}

/// Items that begin with an order, those of them that stand in numbered lists, and orders in boxes to be ticked.
#[derive(Debug, Default)]
struct Items {
    orders: usize,
    steps: usize,
    boxes: usize,
}

impl<'d, 's> Doing<'d, 's> {
    pub fn of(doc: &'d Document<'s>) -> Self {
        let (commands, orders) = (OnceCell::new(), OnceCell::new());
        Self { doc, commands, headings: OnceCell::new(), items: OnceCell::new(), orders }
    }

    /// Blocks of commands.
    pub(super) fn commands(&self) -> usize {
        let (doc, is_commands) = (self.doc, shell::is_commands);
        *self.commands.get_or_init(|| doc.code().iter().filter(|it| is_commands(&it.info, doc.at(it.body))).count())
    }

    /// Whether several of its parts are called after days, as those of a log are.
    pub(super) fn is_of_days(&self) -> bool {
        const LEAST: usize = 3;
        // What has more words beside its day is about something else.
        const LONGEST_REST: usize = 24;
        let is_day = |title: &str| {
            let in_words = date::mentions(title).first().map(|it| it.range.clone());
            let day = in_words.or_else(|| Some(date::numeric::with_year(title).next()?.0.range));
            day.is_some_and(|it| title.len() - it.len() <= LONGEST_REST)
        };
        // An agenda says what is to be talked of on each.
        if self.doc.title().is_some_and(|it| it.name.contains("agenda")) {
            return false;
        }
        let titles = self.doc.sections().iter().map(|it| it.short_title());
        titles.filter(|it| holds_digit(it) && is_day(it)).take(LEAST).count() == LEAST
    }

    fn headings(&self) -> &Headings {
        self.headings.get_or_init(|| {
            let title = self.doc.title().map(|title| title.heading);
            let mut all = Headings::default();
            for section in self.doc.sections().iter().filter(|section| Some(section.heading) != title) {
                let is_task = is_task(&section.title);
                all.steps += usize::from(is_numbered(&section.title) && is_task || is_step(&section.name));
                all.tasks += usize::from(is_task);
            }
            all
        })
    }

    fn items(&self) -> &Items {
        self.items.get_or_init(|| {
            let prose = self.doc.prose();
            let is_order = |text: &str| deed::is_command(text) || verb::opens(text);
            let mut all = Items::default();
            for item in self.doc.items().iter().filter(|item| !item.quoted) {
                if item.passage.is_some_and(|passage| is_order(prose.passage(passage))) {
                    let is_box = item.task.is_some();
                    all.boxes += usize::from(is_box);
                    all.orders += usize::from(!is_box);
                    all.steps += usize::from(item.ordered && !is_box);
                }
            }
            all
        })
    }

    /// Items of numbered lists, and numbered headings.
    pub(super) fn steps(&self) -> usize {
        self.headings().steps + self.items().steps
    }

    /// Boxes to be ticked that begin with an order.
    pub(super) fn boxes(&self) -> usize {
        self.items().boxes
    }

    /// Headings that name a task: "Create the bucket", "Creating the bucket".
    pub(super) fn tasks(&self) -> usize {
        self.headings().tasks
    }

    /// Items and sentences that begin with an order.
    pub(super) fn orders(&self) -> usize {
        let prose = self.doc.prose();
        let is_order = |it: &&Sentence| it.place == Place::Paragraph && deed::is_sentence_command(prose.said(it));
        self.items().orders + *self.orders.get_or_init(|| prose.sentences().iter().filter(is_order).count())
    }

    /// The title names a task: the heading of the first level, or else what the front matter calls it.
    pub(super) fn is_of_task(&self) -> bool {
        self.title().is_some_and(is_task)
    }

    /// The same of any title: of the one in the front matter, and of a heading that stands alone at its level.
    pub(super) fn speaks_of_task(&self) -> bool {
        self.is_of_task() || self.named().is_some_and(is_task) || self.doc.title().is_some_and(|it| is_task(&it.title))
    }

    /// The title tells of a doing: "Setting up a till".
    pub(super) fn is_of_doing(&self) -> bool {
        self.title().is_some_and(is_doing)
    }

    pub(super) fn title(&self) -> Option<&str> {
        let title = self
            .doc
            .title()
            .filter(|title| title.level == 1 || self.doc.begins_below_title())
            .map(|title| title.title.as_str());
        title.filter(|it| !heading::is_filled_in(it)).or_else(|| self.named())
    }

    fn named(&self) -> Option<&str> {
        self.doc.field(&["title"]).filter(|field| field.in_front_matter).map(|field| field.text.as_str())
    }
}

/// "1. Create the bucket", "Step 3".
fn is_numbered(title: &str) -> bool {
    title.trim_start().starts_with(|it: char| it.is_ascii_digit())
}

fn is_step(name: &str) -> bool {
    name.strip_prefix("step ").is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_digit()))
}

/// A title that names a task: an order, a verb in "-ing", or "How to".
fn is_task(title: &str) -> bool {
    let title = title.trim_start_matches(|it: char| !it.is_alphabetic());
    // One word orders nothing.
    if !title.contains(char::is_whitespace) {
        return false;
    }
    // "Redeploying" is done as "deploying" is.
    let again = title.get(..2).filter(|it| it.eq_ignore_ascii_case("re")).map(|_| &title[2..]);
    verb::opens(title) || verb::opens_in_ing(title) || again.is_some_and(verb::opens_in_ing) || asks_how(title)
}

/// Whether a title tells of a doing. What is called a test, a plan or a report in "-ing" is as often a thing: "Testing standards".
fn is_doing(title: &str) -> bool {
    const THINGS: &[&str] = &[
        "engineering",
        "experimenting",
        "hardening",
        "monitoring",
        "planning",
        "processing",
        "reporting",
        "testing",
        "tracking",
        "training",
    ];
    let first = title.split(' ').next().unwrap_or_default();
    let is_thing = || THINGS.iter().any(|it| first.eq_ignore_ascii_case(it));
    verb::opens_in_ing(title) && !is_thing() && !date::has_date(title)
}

pub(super) fn asks_how(title: &str) -> bool {
    // Hardly any does, and to fold one takes longer than to see that.
    let is_how = |it: &[u8]| it.eq_ignore_ascii_case(b"how");
    title.as_bytes().windows(3).any(is_how) && {
        let name = heading::normalise(title);
        ["how to ", "how-to ", "howto ", "how do i ", "how do we ", "how can i "].iter().any(|it| name.starts_with(it))
    }
}
