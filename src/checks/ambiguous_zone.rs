//! `rules/when/ambiguous-zone.md`

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::document::{Document, Said};
use crate::finding::Findings;
use crate::text::{Span, border};
use crate::words::date::{self, Mention};
use crate::words::english::appointment::{self, Occasion};
use crate::words::english::mood;
use crate::words::pattern::Pattern;
use crate::words::zone::named;
use crate::words::zone::season::{self, OffSeason};
use crate::words::zone::stamp::{self, Stamp};
use crate::words::zone::{self, Meaning};

/// Why the words beside a time do not say when it is.
enum Why {
    /// The abbreviation stands for several zones.
    Several(Vec<Meaning>),
    /// It is that of winter, and it is summer; or the other way round.
    Season(OffSeason, Date),
    /// "My time", "local time".
    Somebodys,
}

struct Open {
    at: Span,
    /// The abbreviation alone.
    name: Span,
    why: Why,
    /// Something has to be done by then.
    is_due: bool,
}

/// Zones of abbreviations have one offset on every day.
const SOME_DAY: Date = jiff::civil::date(2024, 1, 1);

pub fn check(doc: &Document, found: &mut Findings) {
    let mut by_name: BTreeMap<String, Vec<Open>> = BTreeMap::new();
    let prose = doc.prose();
    let settled = LazyCell::new(|| season::settled(&doc.text().to_lowercase()));
    for Said { sentence, text, found: stamps, .. } in doc.in_sentences_with(&stamp::WORDS, stamp::find) {
        // "10:00 PST / 12:00 CST": the one says which the other is.
        const SEVERAL: usize = 3;
        let is_paired = stamps.iter().any(|it| it.is_plain(text)) || has_utc(text) || stamps.len() >= SEVERAL;
        // When a meeting began and ended, nobody has to be in time for.
        let is_over = ["called to order", "adjourned"].iter().any(|it| text.contains(it));
        if stamps.is_empty() || is_over || names_place(text) {
            continue;
        }
        // Read once for all times of a sentence: a line may hold thousands.
        let dates = date::mentions(text);
        for stamp in &stamps {
            let (at, name) = (prose.span_in(sentence, &stamp.range), prose.span_in(sentence, &stamp.zone));
            if mood::is_example(&text[..stamp.range.start]) || is_tax(text, stamp) || has_offset(text, stamp) {
                continue;
            }
            if let Some(why) = why(doc, &settled, (text, &dates), stamp, at, (is_paired, &stamps)) {
                let key = text[stamp.zone.clone()].to_lowercase();
                let is_due = appointment::of(text, &stamp.range) == Some(Occasion::Deadline);
                by_name.entry(key).or_default().push(Open { at, name, why, is_due });
            }
        }
    }
    // "10:00 PDT" beside a link that shows it to each reader in their own zone.
    if by_name.is_empty() || doc.links().iter().any(|it| named::is_converter(&it.target)) {
        return;
    }
    for open in by_name.values() {
        report(doc, found, open);
    }
}

/// "×1.18 GST": a tax goes by the name of a zone, and a full stop stands in its rate.
fn is_tax(text: &str, stamp: &Stamp) -> bool {
    let is_rate = |it: &[u8]| it[0].is_ascii_digit() && it[1] == b'.' && it[2].is_ascii_digit();
    text[stamp.zone.clone()].eq_ignore_ascii_case("gst") && text.as_bytes()[stamp.range.clone()].windows(3).any(is_rate)
}

/// "12:31 IST +0200", "12:31 IST (+05:30)": the offset says which.
fn has_offset(text: &str, stamp: &Stamp) -> bool {
    named::begins_with_offset(text[stamp.range.end.max(stamp.zone.end)..].trim_start_matches([' ', '(']))
}

/// "5 pm CET, 11 am ET", "2 pm UK time": a name that holds in each season says when it is.
fn names_place(text: &str) -> bool {
    static NAME: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"[0-9mM] ?(?:[ECMP]T|(?:UK|(?:US )?(?:Eastern|Central|Mountain|Pacific)) [Tt]ime)(?-u:\b)")
    });
    NAME.is_match(text)
}

/// The same time in UTC says when it is, whatever the other name means.
fn has_utc(text: &str) -> bool {
    text.contains("UTC") || text.contains("GMT")
}

/// Whether a row below or above of the same table of times has it in UTC.
fn is_beside_utc(doc: &Document, at: Span) -> bool {
    const FAR: usize = 400;
    let text = doc.text();
    let near = &text[border(text, at.start.saturating_sub(FAR))..border(text, at.end + FAR)];
    let is_row = |line: &&str| line.starts_with(['|', '<']) && line.bytes().any(|it| it.is_ascii_digit());
    near.split("\n\n").filter(|part| part.lines().filter(is_row).count() > 1).any(has_utc)
}

fn why(
    doc: &Document,
    settled: &LazyCell<Vec<&'static str>, impl FnOnce() -> Vec<&'static str>>,
    (text, dates): (&str, &[Mention]),
    stamp: &Stamp,
    at: Span,
    (is_paired, stamps): (bool, &[Stamp]),
) -> Option<Why> {
    let name = &text[stamp.zone.clone()];
    if stamp.is_of_somebody {
        let is_if = mood::is_condition(&text[..stamp.range.start]);
        return (!is_paired && !is_if && stamp::is_whose_unsaid(text, stamp)).then_some(Why::Somebodys);
    }
    let day = day(doc, (text, dates), stamp, at);
    if let Some((season, day)) = day.and_then(|day| Some((season::off_season(name, day)?, day))) {
        // "14:30 PDT / 23:30 CET", in winter: the second one holds, and says which the first one is.
        const BESIDE: usize = 4;
        let holds = |it: &Stamp| {
            let other = &text[it.zone.clone()];
            let is_one = !it.is_of_somebody && !season::is_shared(other) && !zone::meanings(other).is_empty();
            other != name && is_one && season::off_season(other, day).is_none()
        };
        let is_told = has_utc(text) || stamps.iter().take(BESIDE).any(holds) || is_beside_utc(doc, at);
        return (!is_told).then_some(Why::Season(season, day));
    }
    let is_open = season::is_shared(name) && !is_paired && !settled.contains(&name);
    let mut meanings = if is_open { zone::meanings(name) } else { Vec::new() };
    // A team that lives in one of the zones means that one.
    if !meanings.is_empty() {
        let day = day.or(doc.written_at(at.start)).unwrap_or(SOME_DAY);
        let offsets: Vec<i32> = doc.readers().zones.iter().filter_map(|it| zone::minutes_east(&it.zone, day)).collect();
        let is_theirs = |it: &Meaning| zone::minutes_east(&it.zone, day).is_some_and(|it| offsets.contains(&it));
        let theirs = meanings.iter().filter(|it| is_theirs(it)).count();
        if theirs == 1 {
            meanings.clear();
        }
    }
    (!meanings.is_empty()).then_some(Why::Several(meanings))
}

/// The day of a clock time: written in its sentence, or that of its text where the season lasts for weeks.
fn day(doc: &Document, (text, dates): (&str, &[Mention]), stamp: &Stamp, at: Span) -> Option<Date> {
    let written = doc.written_at(at.start);
    let before = dates.iter().rfind(|it| it.range.end <= stamp.range.start);
    if let Some(beside) = before.or(dates.first()) {
        return beside.date().or_else(|| beside.near(written?));
    }
    let (written, name) = (written?, &text[stamp.zone.clone()]);
    let later = written.checked_add(4.weeks()).ok()?;
    let is_lasting = season::off_season(name, written).is_some() == season::off_season(name, later).is_some();
    (is_lasting && !mood::is_habit(text)).then_some(written)
}

fn report(doc: &Document, found: &mut Findings, open: &[Open]) {
    let Some(first) = open.first() else { return };
    let name = doc.at(first.name);
    let more = match open.len() - 1 {
        0 => String::new(),
        1 => ". It stands once more here".to_owned(),
        others => format!(". It stands {others} more times here"),
    };
    let (label, question, offsets) = match &first.why {
        Why::Several(meanings) => {
            let places: Vec<&str> = meanings.iter().map(|it| it.place.as_str()).collect();
            let offsets = meanings
                .iter()
                .filter_map(|it| Some((zone::minutes_east(&it.zone, SOME_DAY)?, format!("for {}", it.place))))
                .collect();
            (format!("{name} of {}", listed(&places)), format!("Which {name} is that?"), offsets)
        }
        Why::Season(season, day) => {
            let label = format!("on {day} {} has {}, not {name}", season.city, season.in_force);
            let offsets = vec![
                (season.offset, format!("for the clocks of {}", season.city)),
                (season.written, format!("for {name} as it is written")),
            ];
            (label, format!("Is that {} or {name}?", season.in_force), offsets)
        }
        Why::Somebodys => ("whose?".to_owned(), "Whose time is that, and how far from UTC?".to_owned(), Vec::new()),
    };
    let flag = found.flag(first.at, format!("{label}{more}")).asks(question);
    // Who writes BST means London nearly always, and most readers know. "My time" is small talk, but for a deadline.
    let is_known = matches!(first.why, Why::Several(_)) && name == "BST";
    if is_known || matches!(first.why, Why::Somebodys) && !open.iter().any(|it| it.is_due) && !is_told(doc, name) {
        flag.unsure();
    }
    flag.and_here(open[1..].iter().map(|it| it.at));
    for (offset, reading) in offsets {
        let text = season::offset_text(offset);
        flag.suggest(format!("write {text} {reading}"), first.name, text);
    }
}

/// Whether a message says "my time": its readers may be anywhere, and nothing else in it says where its writer is.
fn is_told(doc: &Document, name: &str) -> bool {
    doc.is_message()
        && doc.source().path().is_none()
        && ["my time", "your time"].iter().any(|it| name.eq_ignore_ascii_case(it))
}

/// "India, of Ireland or of Israel".
fn listed(places: &[&str]) -> String {
    match places {
        [all @ .., last] if !all.is_empty() => format!("{} or of {last}", all.join(", of ")),
        _ => places.concat(),
    }
}
