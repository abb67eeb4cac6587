//! Decisions: what a record or a row of a log says of itself and of others. Which of the others there are, it does not
//! know.

mod evidence;
mod log;
mod place;
mod said;
mod succession;

pub use evidence::{Evidence, Sort, of as evidence};
pub use log::all as log;
pub use said::{Deadline, feedback};

use jiff::civil::Date;
use place::{is_template, lies_among_others, lies_in_folder};
use thin_vec::ThinVec;

use super::Spot;
use crate::document::Document;
use crate::kind::Recognised;
use crate::text::{Span, border};
use crate::words::address::local;
use crate::words::english::status::Standing;
use crate::words::serial::{self, Serial, Series};
use crate::words::tracker;

/// A decision that somebody wrote down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// Its number; none where nothing but its path names it.
    pub serial: Option<Serial>,
    /// Without its number.
    pub title: Box<str>,
    /// The head of the record, or the row.
    pub spot: Spot,
    /// A row of an index names the file that it speaks of.
    pub path: Option<Box<str>>,
    pub standing: Option<Standing>,
    /// The status as it is written.
    pub status: Option<(Box<str>, Spot)>,
    /// When it was decided, as far as it says so.
    pub date: Option<Date>,
    pub deciders: ThinVec<String>,
    /// Until when one may object.
    pub deadline: Option<Deadline>,
    pub supersedes: ThinVec<Mention>,
    pub superseded_by: ThinVec<Mention>,
    /// It says that another one has taken its place, whether it names it or not.
    pub is_superseded: bool,
    /// It says that its core holds on, whatever others say of it.
    pub holds_on: bool,
    /// Its status is a word or two, and nothing stands beside it.
    pub says_no_more: bool,
    pub evidence: ThinVec<Evidence>,
    /// Those who are told of it.
    pub told: ThinVec<String>,
}

/// Another decision, as a document calls it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mention {
    pub written: String,
    pub serial: Option<Serial>,
    /// Where a link leads, from the root of the repository.
    pub path: Option<String>,
    pub spot: Spot,
}

impl Decision {
    /// Whether it holds, by its own word.
    pub fn is_in_force(&self) -> bool {
        self.standing == Some(Standing::Settled)
    }

    /// Whether somebody still has to decide, and nothing says that it rests.
    pub fn is_open(&self) -> bool {
        self.standing == Some(Standing::Open) && !self.rests()
    }

    /// Whether its own status says that nobody works on it, or that it is no proposal but a page that lives.
    pub fn rests(&self) -> bool {
        const RESTING: &[&str] = &[
            "stagnant",
            "active",
            "living",
            "implementable",
            "experimental",
            "postponed",
            "stalled",
            "planned",
            "todo",
        ];
        let status = self.status.as_ref().map(|it| it.0.to_lowercase()).unwrap_or_default();
        RESTING.iter().any(|it| status.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == *it))
    }

    /// What others call it: `12`, `ADR-12`, `PEP-8`.
    pub fn id(&self) -> Option<String> {
        self.serial.as_ref().map(Serial::written)
    }

    /// What people call it: its number and its title, or one of them.
    pub fn called(&self) -> String {
        match (self.id(), &*self.title) {
            (None, title) => title.to_owned(),
            (Some(id), "") => id,
            (Some(id), title) => format!("{id} ({title})"),
        }
    }
}

/// Fields whose name is that of a series, and whose value is the number: `PEP: 8`.
const NUMBERS: &[&str] = &[
    "adr", "pep", "eip", "erc", "kep", "tep", "cip", "simd", "fip", "nep", "snip", "jep", "cep", "mip", "lip", "zip",
    "rfc", "acp", "proposal", "sip", "gep", "se", "bip",
];

/// Kinds whose documents are no records, whatever their names.
const NO_RECORDS: &[&str] = &[
    "template",
    "index",
    "readme",
    "decision-log",
    "meeting-notes",
    "changelog",
    "contributing",
    "policy",
    "licence",
    "runbook",
    "postmortem",
    "blog",
    "status-update",
    "how-to",
    "tutorial",
];

/// The decision that the whole document records.
pub fn of(doc: &Document, path: &str, recognised: &Recognised) -> Option<Decision> {
    let kind = recognised.sure();
    if kind.is_some_and(|it| NO_RECORDS.contains(&it))
        && !(local::is_folder_page(path) && serial::of_path(path).is_some())
    {
        return None;
    }
    let (own, title) = named(doc);
    let by_path = serial::of_path(path);
    let in_field = number_field(doc);
    // `docs/arch/011-flows.md`, "ADR 011: Flows": both say so, wherever it lies.
    let is_called =
        own.as_ref().is_some_and(|own| is_known(own) && by_path.as_ref().is_some_and(|it| it.number == own.number));
    let is_record = kind == Some("adr")
        || in_field.is_some()
        || is_called
        || by_path.is_some()
            && (lies_in_folder(path) || lies_among_others(path) || by_path.as_ref().is_some_and(is_known))
        || own.as_ref().is_some_and(is_known) && lies_in_folder(path);
    if !is_record || is_template(path, &title) {
        return None;
    }
    let series = |it: &Option<Serial>| it.as_ref().and_then(|it| it.series);
    let number = in_field.as_ref().or(by_path.as_ref()).or(own.as_ref()).map(|it| it.number);
    let word = series(&in_field).or_else(|| series(&own)).or_else(|| series(&by_path)).filter(|it| **it != *"proposal");
    let serial = number.map(|number| Serial { series: word, number });
    let mut record = Decision { serial, title: title.into(), spot: Spot::of(doc, doc.head()), ..Decision::default() };
    said::read(doc, &mut record);
    succession::read(doc, path, &mut record);
    // In a folder that holds other things too, only a status makes a record.
    let is_sure = kind == Some("adr")
        || in_field.is_some()
        || is_called
        || lies_in_folder(path)
        || record.serial.as_ref().is_some_and(is_known);
    if !is_sure && record.standing.is_none() {
        return None;
    }
    Some(record)
}

fn is_known(serial: &Serial) -> bool {
    serial.series.as_ref().is_some_and(|it| serial::is_series(it))
}

/// The number in the title, and the title without it.
fn named(doc: &Document) -> (Option<Serial>, String) {
    let in_field = doc.field(&["title"]).filter(|it| it.in_front_matter).map(|it| it.text.clone());
    let heading = doc.title().map(|it| it.title.clone());
    let own = heading.as_deref().and_then(serial::of_title);
    let title = in_field.or(heading).unwrap_or_default();
    let start = serial::of_title(&title).map_or(0, |(_, start)| start);
    let bare = title[start..].trim();
    (own.map(|it| it.0), if bare.is_empty() { title.trim().to_owned() } else { bare.to_owned() })
}

/// `eip: 20`, `* Proposal: [SE-0001](0001-keywords.md)`.
fn number_field(doc: &Document) -> Option<Serial> {
    let field = doc.fields().iter().find(|it| NUMBERS.contains(&it.name.as_str()))?;
    let (_, found) = serial::in_value(&field.text).into_iter().next().filter(|_| field.text.len() <= 24)?;
    let series = found.series.or_else(|| Series::of(&field.name));
    Some(Serial { series, number: found.number })
}

/// Where a link of a document leads, as far as it stays in the repository.
fn target(path: &str, target: &str) -> Option<String> {
    local::parse(target).filter(|it| !it.path.is_empty())?.path_from(path)
}

/// The target of a link in whose words a text begins: " and its title](0012-queues.md), and more".
fn quoted_target(text: &str) -> Option<Span> {
    const LONGEST: usize = 400;
    let text = &text[..border(text, LONGEST)];
    let end = text.find(['[', ']', '\n']).filter(|at| text[*at..].starts_with("]("))?;
    let start = end + 2;
    let length = text[start..].find([')', ' ', '\n'])?;
    Some(Span::new(start, start + length))
}

/// The decisions that a part of a document names: by links, and by numbers beside them.
fn mentions(doc: &Document, path: &str, part: Span) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    // Links stand in order and apart, and so do the targets of those that the part begins within.
    let (mut covered, mut quoted_end): (Vec<Span>, usize) = (Vec::new(), 0);
    // "[pool#66](https://example.com/shop/pool/pull/66)" is a change, and no record.
    for link in doc.links_in(part).iter().filter(|it| !it.image) {
        covered.push(link.span);
        let words = doc.at(link.text);
        let place = target(path, &link.target);
        let serial = serial::in_value(words).into_iter().next().map(|it| it.1);
        let serial = serial.or_else(|| serial::of_title(words).map(|it| it.0));
        let serial = serial.or_else(|| serial::of_path(place.as_deref().unwrap_or(&link.target)));
        if (place.is_some() || serial.is_some()) && !tracker::is_address(&link.target) {
            out.push(Mention { written: words.to_owned(), serial, path: place, spot: Spot::of(doc, link.span) });
        }
    }
    let text = doc.at(part);
    for (range, serial) in serial::in_value(text) {
        let span = Span::new(range.start, range.end).after(part.start);
        let next = covered.get(covered.partition_point(|it| it.end <= span.start));
        if !next.is_some_and(|it| it.overlaps(span)) && span.start >= quoted_end {
            // Links in quotations are none of the text's own.
            let quoted = quoted_target(&text[range.end..]);
            quoted_end = quoted.map_or(quoted_end, |it| span.end + it.end);
            let place = quoted.and_then(|it| target(path, &text[range.end..][it.range()]));
            out.push(Mention {
                written: doc.at(span).to_owned(),
                serial: Some(serial),
                path: place,
                spot: Spot::of(doc, span),
            });
        }
    }
    // `superseded-by: 20261120-queues.md`
    let bare = text.trim().trim_matches(['"', '\'', '[', ']']);
    if out.is_empty() && bare.ends_with(".md") && !bare.contains(char::is_whitespace) {
        let base = if bare.starts_with('/') { "" } else { local::folder(path) };
        let place = local::resolved(base, bare.trim_start_matches('/'));
        out.push(Mention {
            written: bare.to_owned(),
            serial: serial::of_path(bare),
            path: place,
            spot: Spot::of(doc, part),
        });
    }
    out.sort_by_key(|it| it.spot);
    out
}
