//! Which decision has taken the place of which, as a record says it: in fields, in its status, under headings of that
//! name, or in the first words of its text.

use std::ops::Range;

use thin_vec::ThinVec;

use super::{Decision, Mention, mentions};
use crate::document::{Document, Field, Place};
use crate::slot::standing;
use crate::text::Span;
use crate::words::english::status::Standing;
use crate::words::english::succession;

/// A note about the whole record stands in one of its first passages.
const FIRST_PASSAGES: usize = 8;
/// Bytes. What is longer is no note, but where its first words say what it is one of.
const LONGEST_NOTE: usize = 400;

pub fn read(doc: &Document, path: &str, record: &mut Decision) {
    let (mut by, mut over) = (ThinVec::new(), ThinVec::new());
    let is_said = |it: &&Field| !succession::is_none(&it.text) && !is_hint(&it.text) && is_of_record(doc, it);
    for field in doc.fields().iter().filter(is_said) {
        if succession::BY.contains(&field.name.as_str()) {
            by.extend(mentions(doc, path, field.value));
            record.is_superseded |= !succession::is_in_part(&field.text);
        } else if succession::OVER.contains(&field.name.as_str()) {
            over.extend(objects(doc, field.value.start, mentions(doc, path, field.value)));
        } else if succession::WHY.contains(&field.name.as_str()) {
            in_line(doc, path, field.value, &mut by, &mut ThinVec::new());
        }
    }
    for section in doc.sections().iter().filter(|it| it.level <= 3) {
        if succession::BY.contains(&section.name.as_str()) {
            by.extend(mentions(doc, path, section.lead));
        } else if succession::OVER.contains(&section.name.as_str()) {
            over.extend(mentions(doc, path, section.lead));
        }
    }
    // A field may say how it stands, and the lines below a heading in whose favour.
    let said: Vec<Span> = standing::all(doc).iter().map(|it| it.span).chain(notes(doc)).collect();
    for span in &said {
        in_line(doc, path, *span, &mut by, &mut over);
    }
    record.holds_on = said.iter().any(|it| rest_holds(doc, *it)) || says_in_part(doc);
    if record.holds_on {
        by.clear();
        record.is_superseded = false;
        record.standing = record.standing.filter(|it| *it != Standing::Replaced).or(Some(Standing::Settled));
    }
    let own = |it: &Mention| it.path.as_deref() != Some(path) && (it.path.is_some() || it.serial != record.serial);
    by.retain(own);
    over.retain(own);
    dedup(&mut by);
    dedup(&mut over);
    record.is_superseded |= !by.is_empty();
    // An old status line may stand above the new one.
    if record.is_superseded && record.standing != Some(Standing::Dropped) {
        record.standing = Some(Standing::Replaced);
    }
    record.superseded_by = by;
    record.supersedes = over;
}

/// Whether the paragraph that says what has taken the place of a record says that its core holds on.
fn rest_holds(doc: &Document, said: Span) -> bool {
    let passages = doc.passages();
    let passage = passages[..passages.partition_point(|it| it.span.start <= said.start)].last();
    let text = passage.filter(|it| it.span.contains(said) && it.span.len() <= 2 * LONGEST_NOTE).map(|it| it.raw(doc));
    text.is_some_and(|it| succession::says_rest_holds(&it))
}

/// Whether a field speaks of the whole record. "Superseded by (in part)" does not, nor a remark in the midst of an item.
fn is_of_record(doc: &Document, field: &Field) -> bool {
    let name = doc.at(Span::new(field.key.start, field.value.start.max(field.key.end)));
    let passage = doc.passages().get(doc.passages_in(field.key).start).filter(|_| !field.in_front_matter);
    let is_remark = passage.is_some_and(|it| it.place == Place::Item && !it.opens_with(field.key, doc));
    // The line of another field is no sentence that this one goes on with.
    let line = doc.lines().index(field.key.start);
    let is_below_another = || doc.fields().iter().any(|it| doc.lines().index(it.value.end) + 1 == line);
    let is_clause = !field.in_front_matter && standing::goes_on_with_part(doc, field.key) && !is_below_another();
    !is_remark && !succession::is_in_part(name) && !is_clause
}

/// The same for a line of a log.
pub fn of_line(doc: &Document, path: &str, line: Span, row: &mut Decision) {
    in_line(doc, path, line, &mut row.superseded_by, &mut row.supersedes);
    row.is_superseded = !row.superseded_by.is_empty();
}

/// The first lines, above all sections.
fn first<'d>(doc: &'d Document) -> impl Iterator<Item = Span> + 'd {
    let second = doc.sections().get(1).map_or(usize::MAX, |it| it.heading.start);
    let first = doc.passages().iter().take(FIRST_PASSAGES).filter(move |it| it.span.end <= second);
    first.map(|it| it.span)
}

/// "Partially superseded by 12: its second rule does not hold": a note of any length.
fn says_in_part(doc: &Document) -> bool {
    const WORDS: &[&str] = &["partially superseded", "partly superseded", "superseded in part"];
    first(doc).any(|span| {
        let plain = doc.at(span).trim_start_matches(|it: char| !it.is_alphanumeric());
        let start: String = plain.chars().take(24).collect::<String>().to_lowercase();
        WORDS.iter().any(|it| start.starts_with(it))
    })
}

/// What the first lines say of the record: "This decision was superseded by …".
fn notes<'d>(doc: &'d Document) -> impl Iterator<Item = Span> + 'd {
    first(doc).filter_map(|span| {
        let text = doc.at(span);
        match span.len() <= LONGEST_NOTE {
            true => speaks_of_itself(text).then_some(span),
            // What the rest of a long one tells is another matter.
            false => opens_as_superseded(text).then(|| Span::new(span.start, span.start + first_sentence(text))),
        }
    })
}

fn opens_as_superseded(text: &str) -> bool {
    let first = first_words(text);
    ["superseded by", "fully superseded by", "replaced by"].iter().any(|it| first.starts_with(it))
}

/// How a text begins, in small letters and without its marks.
fn first_words(text: &str) -> String {
    let start: String = text.chars().take(120).collect::<String>().to_lowercase();
    start.trim_start_matches(|it: char| !it.is_alphanumeric()).to_owned()
}

/// Where the first sentence ends, with its marks of emphasis.
fn first_sentence(text: &str) -> usize {
    let ends = [". ", ".** ", ".* ", ".__ ", ".\n"].iter().filter_map(|end| Some(text.find(end)? + 1));
    ends.min().unwrap_or(text.len())
}

fn speaks_of_itself(text: &str) -> bool {
    let first = first_words(text);
    ["this ", "superseded", "replaced by", "note:", "note ", "important", "warning", "update", "status", "deprecated"]
        .iter()
        .any(|it| first.starts_with(it))
}

fn in_line(doc: &Document, path: &str, span: Span, by: &mut ThinVec<Mention>, over: &mut ThinVec<Mention>) {
    let mut last = standing::line_above(doc, span);
    for line in span.lines(doc.text()) {
        let text = doc.at(line);
        let is_of_part = succession::is_of_part(last, text);
        last = text;
        let is_first = |it: &Range<usize>| !text[..it.start].contains(char::is_alphanumeric);
        if let Some(found) = succession::superseded_by(text).filter(|it| !is_of_part || !is_first(it)) {
            // "Replaced by [12](…), which replaces [7](…)."
            let end = succession::supersedes(&text[found.end..]).map_or(text.len(), |it| found.end + it.start);
            by.extend(named(doc, path, Span::new(line.start + found.end, line.start + end)));
        } else if let Some(end) = succession::superseded(text) {
            // "Superseded: [12](…)"
            by.extend(named(doc, path, Span::new(line.start + end, line.end)));
        } else if let Some(found) = succession::supersedes(text) {
            let start = line.start + found.end;
            over.extend(objects(doc, start, named(doc, path, Span::new(start, line.end))));
        }
    }
}

/// Those that are replaced themselves: nothing but a word or two stands before each. "The message in 12" is a part of
/// one, and so is "12 §3", and "12, and is documented in 7" names another thing.
fn objects(doc: &Document, start: usize, all: Vec<Mention>) -> Vec<Mention> {
    const FEW_WORDS: usize = 2;
    let mut at = start;
    let follows = |it: &Mention| {
        let gap = doc.at(Span::new(at, at.max(it.spot.start as usize)));
        let line = gap.rsplit('\n').next().unwrap_or_default();
        let words: Vec<&str> = line.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        at = at.max(it.spot.end as usize);
        let is_part = |it: &&str| matches!(*it, "in" | "of" | "from");
        // "Two consequences of", and on the next line "12".
        let before = gap.split(|it: char| !it.is_alphanumeric()).rfind(|it| !it.is_empty());
        words.len() <= FEW_WORDS && !words.iter().any(is_part) && !before.is_some_and(|it| is_part(&it))
    };
    let is_whole =
        |it: &Mention| !doc.text()[it.spot.end as usize..].trim_start_matches([' ', '*', '_']).starts_with('\u{a7}');
    all.into_iter().take_while(follows).filter(is_whole).collect()
}

/// Those that follow the words, up to the end of their sentence.
fn named(doc: &Document, path: &str, part: Span) -> Vec<Mention> {
    let mut all = mentions(doc, path, part);
    let text = doc.at(part);
    let end = text.find(". ").map_or(part.end, |at| part.start + at);
    // "5. Use a queue" in the words of a link is no end.
    let first = all.first().map_or(0, |it| it.spot.end as usize);
    all.retain(|it| it.spot.start as usize <= end.max(first));
    all
}

/// "(optional - the number of the record that this one supersedes)"
fn is_hint(value: &str) -> bool {
    value.starts_with(['(', '<', '{']) && !value.contains(|it: char| it.is_ascii_digit())
}

/// Other records that one names, before no more are kept: each is held against those before it.
const MOST: usize = 64;

fn dedup(all: &mut ThinVec<Mention>) {
    let mut seen: Vec<(Option<String>, Option<u32>)> = Vec::new();
    all.retain(|it| {
        let key = (it.path.clone(), it.serial.as_ref().map(|it| it.number));
        let is_same = |old: &(Option<String>, Option<u32>)| {
            *old == key || old.1.is_some() && old.1 == key.1 && (old.0.is_none() || key.0.is_none())
        };
        if seen.len() == MOST {
            return false;
        }
        let is_new = !seen.iter().any(is_same);
        seen.push(key);
        is_new
    });
}
