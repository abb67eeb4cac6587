//! A text beside its template: which parts are answered, and which still hold what the template put there.

use super::hint::{fold, without_comments};
use super::{Demand, Part, Template};
use crate::change;
use crate::document::{Document, Section};
use crate::slot::Slot;
use crate::text::Span;
use crate::words::english::placeholder::is_placeholder;
use crate::words::english::{status, template};
use crate::words::heading;
use crate::words::letters::squeezed;

/// What stands where a template asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There is no such heading.
    Missing,
    /// Nothing stands below it, or a sign for nothing.
    Empty,
    /// Only comments, which nobody sees.
    Commented,
    /// What the template put there.
    Hint,
    /// A word that there is nothing to say, where the template wants something said.
    Declined,
    /// A box that the template wants ticked is not.
    Unticked,
    Filled,
}

/// A part of a template, as it stands in a text.
#[derive(Debug)]
pub struct Compared<'t> {
    pub part: &'t Part,
    pub standing: Standing,
    /// Its heading or label in the text.
    pub heading: Option<Span>,
    body: Span,
    /// The slot that it asks for, as an index into those of the kind.
    pub slot: Option<usize>,
    /// What a reader asks where it is not answered.
    pub question: String,
    /// Somebody else than the template misses it, too, and says so.
    pub is_missed: bool,
}

#[derive(Debug)]
pub struct Comparison<'t> {
    pub template: &'t Template,
    pub parts: Vec<Compared<'t>>,
    /// Nobody wrote anything into it: below its title the text is the template.
    pub is_untouched: bool,
}

/// How far a slot is answered, as its template sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// It is answered, or the template does not insist.
    Enough,
    /// Its heading stands there with nothing below it.
    Below(Span, Demand),
    /// There is not even a heading.
    Nowhere(Demand),
}

/// Lays a text beside its template. `slots` are those of its kind, each with its question.
pub fn compare<'t, 's>(
    doc: &Document,
    template: &'t Template,
    slots: impl Iterator<Item = (&'s Slot, Option<&'s str>)>,
) -> Comparison<'t> {
    let slots: Vec<_> = slots.collect();
    let whole: Vec<_> = template.parts.iter().map(|part| find(doc, part, template)).collect();
    let mut places = whole.clone();
    cut(doc, template, &mut places);
    let parts = template.parts.iter().zip(places).map(|(part, found)| {
        let slot = slot_of(part, &slots);
        let asked = slot.and_then(|slot| slots[slot].1).map(str::to_owned);
        let question = asked.unwrap_or_else(|| template::question(&part.label));
        let (heading, body) = found.unwrap_or((Span::new(0, 0), Span::new(0, 0)));
        let standing = found.map_or(Standing::Missing, |(_, body)| standing(doc, part, body));
        Compared { part, standing, heading: found.map(|_| heading), body, slot, question, is_missed: false }
    });
    let mut parts: Vec<Compared> = parts.collect();
    credit(&mut parts, &whole);
    Comparison { template, parts, is_untouched: is_untouched(doc, template) }
}

/// Counts a section as filled where nobody wrote anything directly below its heading, and a part of it is.
fn credit(parts: &mut [Compared], whole: &[Option<(Span, Span)>]) {
    let filled: Vec<Span> =
        parts.iter().filter(|it| it.standing == Standing::Filled).filter_map(|it| it.heading).collect();
    for (part, place) in parts.iter_mut().zip(whole) {
        let is_bare = matches!(part.standing, Standing::Empty | Standing::Commented | Standing::Hint);
        let is_inside = |it: &Span| place.is_some_and(|(_, body)| body.contains(*it));
        if is_bare && filled.iter().any(is_inside) {
            part.standing = Standing::Filled;
        }
    }
}

/// Whether a text is its template, with or without a title of its own above it.
fn is_untouched(doc: &Document, template: &Template) -> bool {
    let below = doc.title().map(|title| Span::new(title.heading.end, doc.text().len()));
    let mut texts = std::iter::once(doc.text()).chain(below.map(|span| doc.at(span)));
    // Of a template that can only be seen by its writer the comments are compared, too.
    match template.whole.is_empty() {
        true => !template.raw.is_empty() && texts.any(|text| squeezed(text) == template.raw),
        false => texts.any(|text| fold(text) == template.whole),
    }
}

/// The slot that a part asks for: the one of exactly this heading before one of a shorter.
fn slot_of(part: &Part, slots: &[(&Slot, Option<&str>)]) -> Option<usize> {
    let asked = || slots.iter().enumerate().filter(|(_, (_, question))| question.is_some());
    let exact = asked().find(|(_, (slot, _))| slot.headings.contains(&part.name) || slot.is_field(&part.name));
    let longer = || asked().find(|(_, (slot, _))| slot.headings.announce(&part.name));
    // In a text a heading like "Shop version" may be about anything; in a template it is a question.
    let thing = template::asked_thing(&part.name).unwrap_or_default();
    let by_thing = || asked().find(|(_, (slot, _))| slot.headings.contains(thing));
    exact.or_else(longer).or_else(by_thing).map(|(index, _)| index)
}

/// Where a text has the heading or the label of a part, and what stands below.
fn find(doc: &Document, part: &Part, template: &Template) -> Option<(Span, Span)> {
    let sections = doc.sections().iter().map(|it| (&it.name, it.heading, it.body));
    let labels = doc.labels().iter().map(|it| (&it.name, it.key, doc.announced_by(it)));
    let all = || sections.clone().chain(labels.clone());
    let exact = all().find(|(name, ..)| **name == part.name);
    let longer = || all().find(|(name, ..)| heading::is_titled(name, &part.name));
    // Templates are reworded, and texts made before keep the older words.
    let is_other = |name: &str| template.parts.iter().any(|it| it.name == name);
    let alike = || all().find(|(name, ..)| heading::is_alike(name, &part.name) && !is_other(name));
    // "The context, in three facts"
    let is_it = |name: &str| name == part.name || heading::without_article(name) == Some(part.name.as_str());
    let marked = || {
        let is_marked = |it: &&Section| is_it(&it.name) || it.before_mark.as_deref().is_some_and(is_it);
        let section = doc.sections().iter().find(is_marked)?;
        Some((&section.name, section.heading, section.body))
    };
    let found = exact.or_else(longer).or_else(marked).or_else(alike);
    found.map(|(_, heading, body)| (heading, body))
}

/// Ends what stands below a heading where the next part begins. The answers in a form may have headings of their own.
fn cut(doc: &Document, template: &Template, places: &mut [Option<(Span, Span)>]) {
    let mut starts: Vec<usize> =
        places.iter().flatten().map(|(heading, _)| doc.lines().around(heading.start, doc.text()).start).collect();
    starts.sort_unstable();
    for (_, body) in places.iter_mut().flatten() {
        let next = starts.partition_point(|start| *start <= body.start);
        let end = if template.is_form { doc.text().len() } else { body.end };
        body.end = starts.get(next).map_or(end, |start| end.min(*start)).max(body.start);
    }
}

fn standing(doc: &Document, part: &Part, body: Span) -> Standing {
    let written = doc.at(body);
    let seen = fold(written);
    match () {
        _ if seen.is_empty() && written.contains("<!--") => Standing::Commented,
        _ if seen.is_empty() && written.trim().is_empty() => Standing::Empty,
        _ if is_unticked(doc, part, body) => Standing::Unticked,
        _ if is_refused(part, &seen) => Standing::Declined,
        // To say that there is nothing to say is an answer, also where the template has it so.
        _ if template::is_declined(&seen) => Standing::Filled,
        _ if part.hints.contains(&seen) && seen.contains(char::is_alphanumeric) => Standing::Hint,
        // "Testing" is how far a thing is, and no answer below another heading.
        _ if part.name == "status" && status::is_stage(&seen) => Standing::Filled,
        _ if is_placeholder(&seen) && is_placeholder(without_comments(written).trim()) => Standing::Empty,
        _ => Standing::Filled,
    }
}

/// Whether a form requires words, offers no word for nothing itself, and got no more than one.
fn is_refused(part: &Part, seen: &str) -> bool {
    const NOTHING: [&str; 4] = ["n/a", "na", "none", "not applicable"];
    let bare = |text: &str| text.trim_matches(|it: char| !it.is_alphanumeric()).to_owned();
    let offers = |hint: &String| hint.split_whitespace().any(|word| NOTHING.contains(&bare(word).as_str()));
    let is_wanted = part.demand == Demand::Required && part.is_written;
    is_wanted && NOTHING.contains(&bare(seen).as_str()) && !part.hints.iter().any(offers)
}

/// Whether a box is left open which the form requires.
fn is_unticked(doc: &Document, part: &Part, body: Span) -> bool {
    if part.boxes.is_empty() {
        return false;
    }
    let items = doc.items();
    let first = items.partition_point(|it| it.span.start < body.start);
    let below = items[first..].iter().take_while(|it| it.span.start < body.end);
    let open = below.filter(|it| it.task == Some(false)).filter_map(|it| it.passage);
    let label = |index: usize| fold(doc.at(doc.passages()[index].span));
    open.map(label).any(|label| part.boxes.iter().any(|it| label.ends_with(it.as_str())))
}

impl Compared<'_> {
    /// The heading with what stands below it, where that is no answer.
    fn unfilled(&self) -> Option<Span> {
        let heading = self.heading.filter(|_| self.standing != Standing::Filled)?;
        Some(Span::new(heading.start.min(self.body.start), self.body.end.max(heading.end)))
    }

    /// Whether a word stands below it that there is nothing to say.
    pub fn is_declined(&self) -> bool {
        self.standing == Standing::Declined
    }

    /// What stands below the heading.
    pub fn body(&self) -> Option<Span> {
        self.heading.map(|_| self.body)
    }
}

impl Comparison<'_> {
    /// Whether the text has half of what the template names: its author saw it.
    pub fn is_followed(&self) -> bool {
        let seen = self.parts.iter().filter(|it| it.heading.is_some()).count();
        seen > 0 && seen * 2 >= self.parts.len()
    }

    /// Where a request is to say what it changes, if its author left that empty.
    pub fn empty_description(&self, doc: &Document) -> Option<&Compared<'_>> {
        const NAMES: &[&str] = &["description", "summary", "what", "overview", "changes", "proposed change"];
        let is_asked = |it: &&Compared| it.part.demand > Demand::Optional && NAMES.contains(&it.part.name.as_str());
        let is_empty = |it: &&Compared| matches!(it.standing, Standing::Empty | Standing::Commented);
        let first = || self.parts.iter().filter(is_asked).find(is_empty);
        if change::is_described_in(doc) { first() } else { None }
    }

    /// Whether a section is judged by its comment alone: where the template knows it, the template says what is missing.
    pub fn leaves(&self, heading: Span) -> bool {
        let part = self.parts.iter().find(|it| it.heading == Some(heading));
        part.is_none_or(|it| it.slot.is_none() && it.part.demand == Demand::Expected)
    }

    /// Whether the template says that a slot may be left out.
    pub fn asks_for(&self, slot: usize) -> bool {
        self.parts.iter().any(|it| it.slot == Some(slot) && it.part.demand > Demand::Optional)
    }

    /// How far a slot is answered; `evidence` is where the text states it, in whatever form.
    pub fn answered(&self, slot: usize, evidence: impl Iterator<Item = Span>) -> Answered {
        let parts: Vec<_> =
            self.parts.iter().filter(|it| it.slot == Some(slot) && it.part.demand > Demand::Optional).collect();
        let is_filled = |it: &&&Compared| matches!(it.standing, Standing::Filled | Standing::Hint);
        // What the template itself says proves nothing.
        let unfilled: Vec<Span> = self.parts.iter().filter_map(Compared::unfilled).collect();
        let is_stated = || evidence.into_iter().any(|span| !unfilled.iter().any(|it| it.contains(span)));
        let Some(demand) = parts.iter().map(|it| it.part.demand).max() else { return Answered::Enough };
        if parts.iter().any(|it| is_filled(&it)) || is_stated() {
            return Answered::Enough;
        }
        let heading = parts.iter().find_map(|it| it.heading);
        heading.map_or(Answered::Nowhere(demand), |heading| Answered::Below(heading, demand))
    }
}
