//! Where a text says that it stands: in its header, or under a heading of that name.

use crate::document::Document;
use crate::text::Span;
use crate::words::address::local;
use crate::words::edition;
use crate::words::english::status::{self, Standing};

const NAMES: &[&str] = &["status", "state", "decision status", "adr status", "rfc status", "proposal status", "stage"];

/// A status as it is written.
#[derive(Debug)]
pub struct Status {
    pub span: Span,
    pub text: String,
}

impl Status {
    pub fn standing(&self) -> Option<Standing> {
        status::standing(&self.text)
    }

    /// What it says of the work that is still to come.
    pub fn course(&self) -> Course {
        match self.standing() {
            Some(it) if it.is_over() => Course::Over,
            _ if status::is_done(&self.text) => Course::Done,
            _ => Course::Open,
        }
    }
}

/// What is still to come of the work that a text tells of, by what it says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    Open,
    /// It was done: what was promised on the way came, or did not.
    Done,
    /// It was given up, or another text has taken its place.
    Over,
}

/// The course of a text's work: open, unless its folder, its header or a heading says otherwise.
pub fn course(doc: &Document) -> Course {
    match is_put_away(doc) {
        true => Course::Over,
        false => statuses(doc).first().map_or(Course::Open, Status::course),
    }
}

/// Whether a text lies in a folder for what nobody needs any more. Minutes are put away when the meeting is over, and what they
/// promise holds.
pub fn is_put_away(doc: &Document) -> bool {
    doc.source().path().is_some_and(|path| local::folder(path).split('/').any(edition::is_put_away))
        && !doc.is_minutes()
}

/// The statuses of a text, one a line: some keep the old ones above or below the new one.
pub fn statuses(doc: &Document) -> Vec<Status> {
    field(doc).map_or_else(|| lines(doc), |it| vec![it])
}

/// The same, where a program may have written the field and people the lines below the heading: both.
pub fn all(doc: &Document) -> Vec<Status> {
    field(doc).into_iter().chain(lines(doc)).collect()
}

fn field(doc: &Document) -> Option<Status> {
    let field = doc.field(NAMES).filter(|field| !field.text.is_empty())?;
    Some(Status { span: field.value, text: field.text.clone() })
}

/// The lines below a heading of that name.
fn lines(doc: &Document) -> Vec<Status> {
    // A status deeper in the text is a part of what is designed.
    let section = doc.sections().iter().find(|section| section.level <= 2 && NAMES.contains(&section.name.as_str()));
    let Some(section) = section else { return Vec::new() };
    let prose = doc.prose();
    let inside = doc.passages_in(section.lead).filter(|index| section.lead.contains(doc.passages()[*index].span));
    let lines = inside.flat_map(|index| doc.passages()[index].content.iter().flat_map(|it| it.lines(doc.text())));
    let lines = lines.map(|line| line.trimmed(doc.text())).filter(|line| !line.is_empty());
    lines.map(|line| Status { span: line, text: prose.readable(doc, prose.clean_range(line)) }).collect()
}

/// Whether the text says that its decision holds, and nothing that it holds no longer.
pub fn is_settled(doc: &Document) -> bool {
    let standings: Vec<Standing> = statuses(doc).iter().filter_map(Status::standing).collect();
    standings.last() == Some(&Standing::Settled)
        || standings.contains(&Standing::Settled) && !standings.iter().any(|it| it.is_over())
}
