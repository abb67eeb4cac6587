//! Where a text says that it stands: in its header, or under a heading of that name.

use crate::document::{Document, Field};
use crate::text::Span;
use crate::words::address::local;
use crate::words::english::status::{self, Standing};
use crate::words::english::succession;
use crate::words::{edition, serial};

const NAMES: &[&str] = &["status", "state", "decision status", "adr status", "rfc status", "proposal status", "stage"];

/// A status as it is written.
#[derive(Debug, Clone)]
pub struct Status {
    pub span: Span,
    pub text: String,
}

impl Status {
    /// Where it says that things stand; none where its words are not known, or leave the choice.
    pub fn standing(&self) -> Option<Standing> {
        read_one(&self.text).filter(|_| !is_choice(&self.text))
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
        false => status(doc).map_or(Course::Open, |it| it.course()),
    }
}

/// Whether a text lies in a folder for what nobody needs any more, or is called so in capital letters. Minutes are put away when
/// the meeting is over, and what they promise holds.
pub fn is_put_away(doc: &Document) -> bool {
    // "deprecated-flags.md" may tell of flags that are.
    const CALLED: &[&str] = &["DEPRECATED", "OBSOLETE", "ARCHIVED"];
    let is_called = |name: &str| {
        let rest = CALLED.iter().find_map(|it| name.strip_prefix(it));
        rest.is_some_and(|it| it.starts_with(['_', '-', '.', ' ']))
    };
    let is_apart =
        |path: &str| is_called(local::name(path)) || local::folder(path).split('/').any(edition::is_put_away);
    doc.source().path().is_some_and(is_apart) && !doc.is_minutes()
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
    let named = || doc.field(NAMES).filter(|field| !field.text.is_empty());
    let field = named().or_else(|| doc.fields().iter().find(|it| is_of_series(doc, it)))?;
    Some(Status { span: field.value, text: field.text.clone() })
}

/// "SEP Status: Accepted": behind the name of its series, with a word that says where a text stands.
fn is_of_series(doc: &Document, field: &Field) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;
    let series = doc.at(field.key).trim_matches(['*', '_', ' ', ':']).split(' ').next().unwrap_or_default();
    // "CI status: closed" is that of something else.
    let is_series = || {
        let lower = series.to_ascii_lowercase();
        lower.ends_with("ep") || serial::is_series(&lower)
    };
    field.name.strip_suffix(" status").is_some_and(|it| !it.contains(' '))
        && LENGTHS.contains(&series.len())
        && series.bytes().all(|it| it.is_ascii_uppercase())
        && is_series()
        && read_one(&field.text).is_some()
}

/// The lines below a heading of that name.
fn lines(doc: &Document) -> Vec<Status> {
    // Nobody writes so many, and each rule that asks reads all of them.
    const MOST: usize = 1000;
    // A status deeper in the text is a part of what is designed.
    let section = doc.sections().iter().find(|section| section.level <= 2 && NAMES.contains(&section.name.as_str()));
    let Some(section) = section else { return Vec::new() };
    let prose = doc.prose();
    let inside = doc.passages_in(section.lead).filter(|index| section.lead.contains(doc.passages()[*index].span));
    let lines = inside.flat_map(|index| doc.passages()[index].content.iter().flat_map(|it| it.lines(doc.text())));
    let lines = lines.map(|line| line.trimmed(doc.text())).filter(|line| !line.is_empty());
    lines.take(MOST).map(|line| Status { span: line, text: prose.readable(doc, prose.clean_range(line)) }).collect()
}

/// Those that say where the text itself stands: "supersedes 12" says where another one does, and "superseded by 12" behind
/// "the limits below were" where a part does.
pub fn own<'s>(doc: &Document, statuses: &'s [Status]) -> Vec<&'s Status> {
    statuses.iter().filter(|it| !is_of_another(&it.text) && !goes_on_with_part(doc, it.span)).collect()
}

/// The one of them that counts. Some keep the old ones above the new one, and some below it: what was given up is not taken
/// up again, and what was settled is not opened again, so the one that says most counts. Where none is known, it is the first.
pub fn counting<'s>(own: &[&'s Status]) -> Option<&'s Status> {
    const ORDER: [Standing; 4] = [Standing::Replaced, Standing::Dropped, Standing::Settled, Standing::Open];
    let rank =
        |it: &&&Status| it.standing().and_then(|is| ORDER.iter().position(|it| *it == is)).unwrap_or(ORDER.len());
    own.iter().min_by_key(rank).copied()
}

/// The status that counts in a text.
pub fn status(doc: &Document) -> Option<Status> {
    counting(&own(doc, &statuses(doc))).cloned()
}

/// Where a text says that it stands, by the status that counts.
pub fn of(doc: &Document) -> Option<Standing> {
    status(doc)?.standing()
}

/// Whether the text says that its decision holds, and nothing that it holds no longer.
pub fn is_settled(doc: &Document) -> bool {
    of(doc) == Some(Standing::Settled)
}

/// Where a status says that things stand. What is replaced in part still holds.
pub fn read_one(text: &str) -> Option<Standing> {
    let standing = status::standing(text)?;
    let is_partial = standing == Standing::Replaced && succession::is_in_part(text);
    Some(if is_partial { Standing::Settled } else { standing })
}

/// "Proposed | Accepted | Superseded": the choice was not made.
pub fn is_choice(text: &str) -> bool {
    let parts = text.split(['|', '/', ',']).filter(|it| status::standing(it).is_some()).count();
    parts >= 3
}

fn is_of_another(text: &str) -> bool {
    const OTHERS: &[&str] = &[
        "supersedes",
        "supercedes",
        "replaces",
        "amends",
        "amended",
        "clarifies",
        "clarified",
        "obsoletes",
        "extends",
        "complements",
    ];
    let first = text.split(|it: char| !it.is_alphanumeric()).find(|it| !it.is_empty()).unwrap_or_default();
    OTHERS.contains(&first.to_lowercase().as_str())
}

/// Whether a line of a status goes on with a sentence on a part of the record.
pub fn goes_on_with_part(doc: &Document, line: Span) -> bool {
    succession::is_of_part(line_above(doc, line), doc.at(line))
}

/// The line that one goes on with. What stands behind a key goes on with nothing.
pub fn line_above<'d>(doc: &'d Document, at: Span) -> &'d str {
    let number = doc.lines().index(at.start);
    let line = |number: usize| doc.lines().span(number, doc.text());
    let is_behind_key = doc.at(Span::new(line(number).start, at.start)).contains(char::is_alphanumeric);
    let above = number.checked_sub(1).filter(|_| !is_behind_key);
    above.map_or("", |number| doc.at(line(number)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    fn standing(text: &str) -> (Option<Standing>, Course) {
        let source = Source::unnamed("a.md", text);
        let doc = Document::new(&source);
        (of(&doc), course(&doc))
    }

    #[test]
    fn the_status_that_says_most_counts_wherever_it_stands() {
        for (lines, is, course) in [
            ("Accepted\n\nSuperseded by [12](0012.md)", Some(Standing::Replaced), Course::Over),
            ("Superseded by [12](0012.md)\n\nAccepted", Some(Standing::Replaced), Course::Over),
            ("Proposed\n\nAccepted\n\nNobody knows", Some(Standing::Settled), Course::Open),
            ("Done\n\nProposed", Some(Standing::Settled), Course::Done),
            ("Supersedes [12](0012.md)\n\nRejected", Some(Standing::Dropped), Course::Over),
            ("Accepted\n\nSuperseded in part by [12](0012.md)", Some(Standing::Settled), Course::Open),
            ("Proposed | Accepted | Superseded", None, Course::Open),
            ("2026-11-16 Proposed\n2026-11-22 Accepted", Some(Standing::Settled), Course::Open),
            ("Nobody knows\n\nOpen", Some(Standing::Open), Course::Open),
        ] {
            assert_eq!(standing(&format!("# A\n\n## Status\n\n{lines}\n")), (is, course), "{lines}");
        }
    }
}
