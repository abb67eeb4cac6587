//! Facts that a document declares for others, and those that it takes over.

mod cited;
mod comment;
mod header;
pub mod plain;
mod table;

use jiff::Timestamp;

use super::{Problem, Spot};
use crate::document::Document;
use crate::fact::marker::Key;
use crate::fact::{Malformed, Marker, Moment, Part};
use crate::slot::standing;
use crate::text::Span;
use crate::words::english::status::Standing;

/// How a fact is written down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A comment: `pingless: fact …`, `pingless: assumes …`.
    #[default]
    Marker,
    /// A row of a table.
    Row,
    /// A link to the anchor of the fact.
    Link,
    /// `assumes:` in front matter.
    FrontMatter,
}

/// A fact that others may rely on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// `auth.token.refresh`
    pub id: String,
    /// As it is written.
    pub value: String,
    pub owner: Option<String>,
    /// Since when it holds, as it is written.
    pub since: Option<String>,
    /// When it ends, as it is written.
    pub until: Option<String>,
    /// Who or what decided it.
    pub decided_by: Option<String>,
    /// The fact or the page that took its place.
    pub superseded_by: Option<String>,
    /// The status of its page, where that says that it holds no longer.
    pub page_status: Option<String>,
    /// What running text calls it.
    pub aliases: Vec<String>,
    pub form: Form,
    /// Where its value stands.
    pub spot: Spot,
    /// Where `since` stands, without the key.
    pub since_spot: Option<Spot>,
    /// The comment or the row.
    pub whole: Spot,
    /// The only amount of its dimension in the sentence that the marker stands behind.
    pub beside: Option<Stated>,
}

/// Why a fact holds no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended<'e> {
    /// This fact or page takes its place.
    Superseded(&'e str),
    /// The status of its page.
    PageOver(&'e str),
    /// It held until then.
    Past(&'e str),
}

/// A fact of another document that this one relies on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Import {
    pub id: String,
    /// What is assumed, as it is written; none where only the fact is named.
    pub value: Option<String>,
    /// Who answers for the assumption.
    pub owner: Option<String>,
    /// When somebody last compared it, as it is written.
    pub seen: Option<String>,
    pub form: Form,
    /// Where its value stands; its id where no value is written.
    pub spot: Spot,
    /// Where its id stands.
    pub id_spot: Spot,
    /// Where `seen` stands, without the key.
    pub seen_spot: Option<Spot>,
    /// The comment, the row, the link, or the item of front matter.
    pub whole: Spot,
    /// The file that a link names, from the root of the repository.
    pub target: Option<String>,
    /// What the constant on the next line says, where the marker has `at=`.
    pub constant: Option<Constant>,
    /// The only amount of its dimension in the sentence that the marker stands behind.
    pub beside: Option<Stated>,
}

/// An amount in a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stated {
    /// As it is written.
    pub value: String,
    pub spot: Spot,
}

/// A constant that is held against what is assumed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Constant {
    /// As it is written, with the unit that the marker gives it; none where the next line holds nothing of the kind.
    pub value: Option<String>,
    /// The constant, or the expression that did not find it.
    pub spot: Spot,
}

/// What a document says of facts, in the order of the text.
#[derive(Debug, Default)]
pub struct All {
    pub exports: Vec<Export>,
    pub imports: Vec<Import>,
    /// The first of more than are read.
    pub beyond: Option<Problem>,
    /// The first expression that is not tried, as those before it took all that a text may.
    pub untried: Option<Problem>,
}

/// What a document declares, and what it takes over: in comments, tables, links and front matter.
pub fn all(doc: &Document, path: &str) -> All {
    let mut all = All::default();
    comment::read(doc, &mut all);
    table::read(doc, &mut all);
    all.imports.extend(header::assumptions(doc).into_iter().filter_map(|it| it.ok()));
    all.imports.extend(cited::all(doc, path, &all.exports));
    if !all.exports.is_empty() {
        let status = standing::status(doc);
        let replaced = status.filter(|it| it.standing() == Some(Standing::Replaced)).map(|it| it.text);
        all.exports.iter_mut().for_each(|it| it.page_status = replaced.clone());
    }
    all.exports.sort_by_key(|it| it.whole);
    all.imports.sort_by_key(|it| it.whole);
    let (export, import) = (all.exports.get(MOST).map(|it| it.whole), all.imports.get(MOST).map(|it| it.whole));
    let beyond = [export, import, all.beyond.map(|it| it.spot)].into_iter().flatten().min();
    all.beyond = beyond.map(|spot| Problem { spot, text: BEYOND.to_owned() });
    all.exports.truncate(MOST);
    all.imports.truncate(MOST);
    all
}

/// No page that people read declares or assumes more.
const MOST: usize = 4000;
const BEYOND: &str = "a text declares and assumes at most 4,000 facts: not all from here on are read";

/// What is written as a marker of a fact, and is none: where, what is wrong, and how it is mended.
pub fn malformed(doc: &Document) -> Vec<(Span, Malformed)> {
    let comments = doc.directives().iter().filter_map(|it| {
        let wrong = Marker::read(doc.at(it.body))?.err()?;
        Some((Span::from(wrong.range.clone()).after(it.body.start), wrong))
    });
    comments.chain(header::assumptions(doc).into_iter().filter_map(|it| it.err())).collect()
}

impl Export {
    /// Why it holds no longer, as far as it and its page say. That its time is over nobody can tell who knows no day.
    pub fn ended(&self, now: Option<Timestamp>) -> Option<Ended<'_>> {
        let replaced = self.superseded_by.as_deref().map(Ended::Superseded);
        replaced.or_else(|| self.page_status.as_deref().map(Ended::PageOver)).or_else(|| {
            let until = self.until.as_deref()?;
            let (_, last) = Moment::read(until)?.bounds()?;
            (now? > last).then_some(Ended::Past(until))
        })
    }

    fn of(marker: &Marker, at: impl Fn(&Part) -> Spot, whole: Spot) -> Option<Self> {
        let text = |key| marker.part(key).map(|it| it.text.clone());
        let value = marker.value.as_ref()?;
        Some(Self {
            id: marker.id.text.clone(),
            value: value.text.clone(),
            owner: text(Key::Owner),
            since: text(Key::Since),
            until: text(Key::Until),
            decided_by: text(Key::DecidedBy),
            superseded_by: text(Key::SupersededBy),
            page_status: None,
            aliases: marker.parts(Key::Alias).map(|it| it.text.clone()).collect(),
            form: Form::Marker,
            spot: at(value),
            since_spot: marker.part(Key::Since).map(&at),
            whole,
            beside: None,
        })
    }
}

impl Import {
    fn of(marker: &Marker, at: impl Fn(&Part) -> Spot, whole: Spot, form: Form) -> Self {
        Self {
            id: marker.id.text.clone(),
            value: marker.value.as_ref().map(|it| it.text.clone()),
            owner: marker.part(Key::Owner).map(|it| it.text.clone()),
            seen: marker.part(Key::Seen).map(|it| it.text.clone()),
            form,
            spot: at(marker.value.as_ref().unwrap_or(&marker.id)),
            id_spot: at(&marker.id),
            seen_spot: marker.part(Key::Seen).map(&at),
            whole,
            target: None,
            constant: None,
            beside: None,
        }
    }
}
