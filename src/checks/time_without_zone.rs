//! `rules/when/time-without-zone.md`

use std::cell::LazyCell;
use std::collections::HashSet;

use crate::document::{Course, Document, Place, Said, Sentence};
use crate::finding::Findings;
use crate::text::{Origin, Span, border};
use crate::words::clock::{self, Clock};
use crate::words::date;
use crate::words::english::appointment::{self, Occasion};
use crate::words::english::{chat, deadline, incident, letterhead, recording, timer};
use crate::words::list::{holds, is_among};
use crate::words::log;
use crate::words::moment::When;
use crate::words::near;
use crate::words::zone::named;

/// A time, and what it is there for.
struct Untold {
    at: Span,
    occasion: Occasion,
    /// On its day people come to it, or a system rests.
    is_held: bool,
    /// Noon and midnight are times too, and midnight belongs to two days.
    is_midnight: bool,
    /// Readers need it: a deadline, a meeting, an event of a timeline.
    is_sure: bool,
}

/// A course of fewer events may be two sentences that begin with a time.
const EVENTS: usize = 3;

/// Sections of minutes that keep what was written beside the call: a program put the times there.
const CHATS: &[&str] = &["chat", "chat log", "zoom chat", "chat transcript", "meeting chat"];

pub fn check(doc: &Document, found: &mut Findings) {
    let is_incident = is_incident(doc);
    let mut untold = events(doc, is_incident);
    let in_courses: HashSet<usize> = untold.iter().map(|it| doc.line(it.at.start)).collect();
    let reach = if is_incident { 0 } else { 2 };
    let is_apart = |at: usize| (at.saturating_sub(reach)..=at + reach).all(|it| !in_courses.contains(&it));
    untold.extend(in_prose(doc, is_incident).filter(|it| is_apart(doc.line(it.at.start))));
    // "5 minutes, until 0:05": this text counts from the beginning of its meeting.
    let is_counted = untold.iter().any(|it| doc.at(it.at).starts_with("0:"));
    untold.retain(|it| !is_counted || doc.at(it.at).ends_with(['m', 'M', '.']));
    let chats = if untold.is_empty() { Vec::new() } else { doc.under(CHATS) };
    untold.retain(|it| !is_of_venue(doc, it.at) && !it.at.is_in(&chats));
    if untold.is_empty() || doc.shows_zone() || is_of_house(doc) {
        return;
    }
    // Neither minutes nor a message: there most times are told, and few of their readers have to be there.
    let is_told = doc.source().origin == Origin::File && !doc.is_minutes() && !doc.is_message() && !is_incident;
    let is_kept = |it: &Untold| !is_told || it.occasion == Occasion::Habit || it.is_held;
    untold.iter_mut().for_each(|it| it.is_sure &= is_kept(it) && !is_of_desk(doc, it.at));
    untold.sort_by_key(|it| (!it.is_sure, it.at.start));
    let (first, others) = (&untold[0], &untold[1..]);
    let others: Vec<&Untold> = others.iter().filter(|it| it.is_sure == first.is_sure).collect();
    let flag = found.flag(first.at, label(first, others.len()));
    // "Set `0 3 * * *`: the next backup is made at 3am": what an example means.
    if !first.is_sure || is_of_cron(doc, first.at) {
        flag.unsure();
    }
    flag.asks(question(first));
    flag.and_here(others.iter().map(|it| it.at));
}

/// "At the Town Museum", and one item further on when it begins; a table of the same hour in many towns.
fn is_of_venue(doc: &Document, at: Span) -> bool {
    const PLACES: &[&str] = &["location", "city", "place", "region", "zone", "time zone", "timezone", "country"];
    // Each time would read all of a longer one.
    const LONGEST: usize = 1000;
    let is_of_town = || doc.columns_around(at).iter().take(16).any(|it| PLACES.contains(&it.as_str()));
    let item = doc.items_around(at).last().filter(|it| it.span.len() <= LONGEST);
    item.is_some_and(|it| named::has_venue(doc.at(it.span))) || is_of_town()
}

/// Minutes with the address of the house at their top: who meets there lives by its clock.
fn is_of_house(doc: &Document) -> bool {
    const TOP: usize = 12;
    const LONGEST: usize = 400;
    let mut top = doc.passages().iter().take(TOP).map(|it| near::ahead_within(doc.at(it.span), LONGEST));
    doc.is_minutes() && top.any(named::has_address)
}

/// "Office hours are Monday to Thursday from 7:00": a desk has the clock of its town.
fn is_of_desk(doc: &Document, at: Span) -> bool {
    const NEAR: usize = 120;
    const DESKS: &[&str] = &["hours are", "opening hours", "open from", "call on 0", "helpline", "hotline"];
    let before = doc.text()[border(doc.text(), at.start.saturating_sub(NEAR))..at.start].to_lowercase();
    DESKS.iter().any(|it| before.contains(it)) && doc.is_page_at(at.start)
}

/// Whether the text shows a schedule of that hour.
fn is_of_cron(doc: &Document, at: Span) -> bool {
    let hour = clock::find(doc.at(at)).first().map(|it| it.time.hour());
    hour.is_some_and(|hour| doc.text().contains(&format!(" {hour} * * ")))
}

fn label(first: &Untold, others: usize) -> String {
    let midnight = if first.is_midnight { "whose midnight, and of which day?" } else { "in whose time zone?" };
    match others {
        0 => midnight.to_owned(),
        1 => format!("{midnight} One more time here names none"),
        _ => format!("{midnight} {others} other times here name none"),
    }
}

fn question(first: &Untold) -> &'static str {
    match first.occasion {
        _ if first.is_midnight => "In whose time zone is that midnight, and does the day begin or end with it?",
        Occasion::Habit => "In whose time zone is that, and does it move when the clocks change?",
        Occasion::Past => "In whose time zone are these times?",
        _ => "In whose time zone is that?",
    }
}

/// The times of timelines, agendas and schedules.
fn events(doc: &Document, is_incident: bool) -> Vec<Untold> {
    let mut out = Vec::new();
    for course in doc.courses() {
        let has_zone = course.events.iter().any(|it| it.moment.zone.is_some());
        if course.events.len() < EVENTS
            || has_zone
            // "8:03/mi": how fast somebody ran.
            || clock::is_pace(&doc.text()[course.events[0].at.end..])
            || is_of_media(doc, course, is_incident)
            || is_of_program(doc, course, is_incident)
        {
            continue;
        }
        // The programme of a day at one place is read there; what a listing or a report of one day holds is over.
        out.extend(course.events.iter().map(|event| Untold {
            at: event.at,
            occasion: Occasion::Past,
            is_held: false,
            is_midnight: false,
            is_sure: is_incident,
        }));
    }
    out
}

/// The chapters of a recording begin near its beginning, and have no date; of a lesson it counts how long each part took.
fn is_of_media(doc: &Document, course: &Course, is_incident: bool) -> bool {
    let first = &course.events[0].moment;
    let has_day = course.events.iter().any(|it| it.moment.date != When::Unsaid);
    let is_shown = |line: &str| line.contains("youtu") || line.contains("(slide");
    let is_timed = || doc.columns_around(course.events[0].at).iter().take(16).any(|it| it == "duration");
    let is_played = doc.section_at(course.events[0].at.start).is_some_and(|it| it.name.starts_with("chapter"))
        || course.events.iter().any(|event| is_shown(doc.line_near(event.at)));
    !has_day && !first.has_half && (is_played || !is_incident && (first.minute < 60 || is_timed()))
}

/// A chat, a log, or times to the second: only how long it took counts, unless it is the timeline of an incident.
fn is_of_program(doc: &Document, course: &Course, is_incident: bool) -> bool {
    let all = &course.events;
    let is_most = |holds: &dyn Fn(Span) -> bool| all.iter().filter(|it| holds(it.at)).count() * 2 > all.len();
    is_most(&|at| chat::is_line(doc.line_near(at)) || log::is_log_line(doc.line_near(at).trim()))
        || !is_incident && is_most(&|at| clock::find(doc.at(at)).iter().any(|it| it.has_seconds))
}

/// Whether the text tells an incident, by its path, its title and its timeline.
fn is_incident(doc: &Document) -> bool {
    let is_titled = doc.sections().first().is_some_and(|it| incident::is_report(&it.name));
    let is_pathed = || doc.source().path().is_some_and(incident::is_report);
    // Plans have a timeline too, of weeks.
    let is_timed = || {
        let under = doc.under(&["timeline", "incident timeline", "chronology"]);
        doc.passages_of(&under).any(|it| !clock::find(doc.prose().passage(it)).is_empty())
    };
    is_titled || is_pathed() || is_timed()
}

/// Times in running text that somebody has to be in time for.
fn in_prose<'d>(doc: &'d Document, is_incident: bool) -> impl Iterator<Item = Untold> + 'd {
    let prose = doc.prose();
    let stamps = LazyCell::new(|| of_writing(doc));
    let said = doc.in_sentences_with(&clock::WORDS, unplaced).filter(|it| !doc.is_example(it.sentence.passage));
    said.flat_map(move |Said { sentence, text, found: clocks, .. }| {
        // A line may hold thousands of times.
        let is_dated = LazyCell::new(|| date::has_date(text));
        let untold = clocks.into_iter().filter_map(|(clock, occasion)| {
            let is_titled = matches!(sentence.place, Place::Heading(_)) && *is_dated;
            let at = prose.span_in(sentence, &clock.range);
            let is_of_writing = stamps.iter().any(|it| it.contains(at));
            let is_sure = !is_of_writing && is_sure(doc, (sentence, text), &clock, occasion, (is_incident, is_titled));
            // "[4:18](https://youtu.be/…)", and "[14:45] <ada>", where the name is none of the words.
            let is_shown = |line: &str| line.contains("youtu") || line.contains('<') && chat::is_line(line);
            if !clock.has_half && is_shown(doc.line_near(at)) {
                return None;
            }
            let is_midnight = clock.is_word && clock.time.hour() == 0;
            let is_held =
                occasion == Occasion::Meeting && *is_dated && appointment::is_held(&text[..clock.range.start]);
            // What 15:00 alone is, a page of a house may leave to its readers; not whom it calls together each week.
            let is_clock = || clock.has_half || occasion == Occasion::Habit && appointment::is_for_all(text);
            (is_sure || is_clock()).then_some(Untold { at, occasion, is_held, is_midnight, is_sure })
        });
        untold.collect::<Vec<_>>()
    })
}

/// The times of a sentence that names no zone and no place for them, with what each is for.
fn unplaced(sentence: &str) -> Vec<(Clock, Occasion)> {
    let clocks = clock::find(sentence);
    let is_told = || {
        !deadline::find(sentence).is_empty()
            || chat::is_line(sentence)
            || letterhead::is_one(sentence)
            || sentence.contains("wherever you are")
            || named::has_place(sentence)
            || named::has_venue(sentence)
            // "Around 08:00 and 13:00 local"
            || clocks.iter().any(|it| sentence[it.range.end..].starts_with(" local"))
            // "When an alarm trips at 2am" means any night.
            || [" when a ", " when an ", "henever "].iter().any(|it| sentence.contains(it))
    };
    if clocks.is_empty() || is_told() {
        return Vec::new();
    }
    let is_open =
        |it: &Clock| named::behind(&sentence[it.range.end..]).is_none() && !timer::is_shown(sentence, &it.range);
    let open = clocks.into_iter().filter(is_open);
    open.filter_map(|clock| appointment::of(sentence, &clock.range).map(|occasion| (clock, occasion))).collect()
}

fn is_sure(
    doc: &Document,
    (sentence, text): (&Sentence, &str),
    clock: &Clock,
    occasion: Occasion,
    (is_incident, is_title): (bool, bool),
) -> bool {
    let at = doc.prose().span_in(sentence, &clock.range);
    // "[2026-11-20 Fri 16:00]" is put there by a program.
    let is_stamp = || doc.line_near(at).trim_start_matches(['#', ' ']).starts_with('[');
    match occasion {
        _ if is_title && is_stamp() => false,
        // When a meeting began of which these are the minutes is over.
        _ if doc.is_minutes() && (is_title || is_begin(doc, sentence, text, clock)) => false,
        _ if doc.is_minutes() && appointment::is_end_of_meeting(&text[..clock.range.start]) => false,
        Occasion::Deadline | Occasion::Meeting | Occasion::Habit if clock.has_seconds => false,
        // "Report it by 10:30": the rules of a house go by its clock.
        Occasion::Deadline | Occasion::Meeting | Occasion::Habit
            if doc.is_page_at(at.start) && !appointment::is_for_all(text) =>
        {
            false
        }
        // Of what a standing page says of each week a half was read as the clock of the house, or of the machine.
        Occasion::Habit => !clock.is_word && !doc.is_page_at(at.start),
        // "Around noon" is a part of the day.
        Occasion::Meeting => !clock.is_word || text[..clock.range.start].ends_with("at "),
        Occasion::Deadline => true,
        Occasion::Past => is_incident && !clock.is_word,
        Occasion::Unsaid if clock.is_word => false,
        // A field of the header, a cell of a column and a heading are there to say when.
        Occasion::Unsaid => match sentence.place {
            Place::Heading(_) => is_title && doc.says_in_name(recording::is_occasion),
            Place::Paragraph | Place::Item | Place::Cell => is_labelled(doc, sentence, clock, WHEN),
        },
    }
}

/// "Time: 2026-11-18 19:00 - 20:00": the day of the text, or a label, and the time are all that is said. An agenda says when the
/// meeting will begin.
fn is_begin(doc: &Document, sentence: &Sentence, text: &str, clock: &Clock) -> bool {
    // Each of its times would read all of a longer one.
    const LONGEST: usize = 160;
    let is_agenda = |name: &str| name.to_ascii_lowercase().contains("agenda");
    let day = doc.written_at(doc.prose().span_in(sentence, &clock.range).start);
    let is_of_day = |day| date::mentions(text).iter().any(|it| it.near(day) == Some(day));
    let mut words = text[clock.range.end..].split(|it: char| !it.is_alphabetic());
    let is_known = |it: &str| it.is_empty() || is_among("AM PM am pm a p m uur approx approximately ca", it);
    let is_told = || day.is_some_and(is_of_day) || [WHEN, HELD].iter().any(|it| is_labelled(doc, sentence, clock, it));
    text.len() <= LONGEST && words.all(is_known) && is_told() && !doc.says_in_name(is_agenda)
}

/// Where the header says when the text was written: "Date: 2026-11-18 23:45", in a report. What somebody is to come to is
/// called so.
fn of_writing(doc: &Document) -> Vec<Span> {
    const NAMES: &[&str] = &["date", "time", "date/time", "date and time"];
    const MOST: usize = 8;
    let stamps = doc.fields().iter().filter(|it| NAMES.contains(&it.name.as_str())).map(|it| it.value);
    let stamps: Vec<Span> = stamps.take(MOST).collect();
    if !stamps.is_empty() && doc.says_in_name(recording::is_occasion) { Vec::new() } else { stamps }
}

const WHEN: &str = "\
    time, when, date, date/time, date and time, date & time, meeting time, start, end, starts, ends";

/// What minutes call the hour at which their meeting began or ended.
const HELD: &str =
    "meeting open at, meeting opened at, meeting close at, meeting closed at, meeting started at, meeting ended at";

fn is_labelled(doc: &Document, sentence: &Sentence, clock: &Clock, names: &str) -> bool {
    let prose = doc.prose();
    let at = prose.span_in(sentence, &clock.range);
    doc.label_at(at.start).is_some_and(|it| it.value.contains(at) && holds(names, &it.name))
}
