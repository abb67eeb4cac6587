//! `rules/when/ambiguous-deadline.md`

use std::cell::{LazyCell, OnceCell};
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use jiff::civil::Date;

use crate::document::{Document, Item, Said, Sentence};
use crate::finding::{Findings, Flag, Level};
use crate::text::{Origin, Span};
use crate::words::english::day::Day;
use crate::words::english::deadline::{self, Deadline, Moment, Unanswered, Unit, event, house, written_out};
use crate::words::english::{ask, done, mood, partial, reading::Setting};
use crate::words::{case, near};

pub fn check(doc: &Document, found: &mut Findings) {
    in_sentences(doc, found);
    in_columns(doc, found);
}

/// "EOD" or "next Friday" in a column of days, or in a field of the header: what is due then needs no "by".
fn in_columns(doc: &Document, found: &mut Findings) {
    const DUE: &[&str] = &["due", "due date", "due by", "deadline", "by", "by when", "when", "eta"];
    const LONGEST: usize = 24;
    let due = doc.tables().iter().filter_map(|it| Some((it, it.column(DUE)?)));
    let cells = due.flat_map(|(table, column)| table.rows.iter().filter_map(move |row| row.cells.get(column)).copied());
    // "Comments until: Friday"; "Deadline: Friday" is found in its sentence.
    let is_due = |name: &str| name.ends_with(" until") || name.ends_with(" by");
    let fields = doc.fields().iter().filter(|it| !it.in_front_matter && is_due(&it.name)).map(|it| it.value);
    for cell in cells.chain(fields).filter(|it| !it.is_empty() && it.len() <= LONGEST) {
        let text = doc.prose().clean(cell).trim();
        let said = format!("by {text}");
        // What has its own "by" is found in its sentence.
        let [deadline] = &deadline::find(&said)[..] else { continue };
        let is_whole = deadline.range.end == said.len();
        let is_day = |open: &Unanswered| {
            deadline.moment.is_end_of_day() || matches!(deadline.moment, Moment::Day { .. }) && !open.is_detail
        };
        let setting = Setting {
            written: doc.written_at(cell.start),
            is_zone_stated: doc.declares_zone(),
            readers: doc.readers(),
        };
        if let Some(open) =
            deadline.unanswered(&setting).filter(|it| is_whole && is_day(it) && deadline::find(text).is_empty())
        {
            let flag = found.flag(cell, &*open.label);
            flag.asks(open.question);
            flag.level = (!open.is_detail).then_some(Level::Warn);
        }
    }
}

fn in_sentences(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let names = OnceCell::new();
    let events = LazyCell::new(|| doc.dated_events());
    let weekdays = LazyCell::new(|| doc.weekdays_due());
    for Said { sentence, text, found: deadlines, .. } in doc.in_sentences_with(&deadline::WORDS, deadline::find) {
        for deadline in deadlines {
            let span = prose.span_in(sentence, &deadline.range);
            let written = doc.written_at(span.start);
            if written.is_none()
                && (doc.is_example(sentence.passage) || is_specimen(doc, sentence.passage) || doc.is_called_template())
            {
                continue;
            }
            let is_known = match deadline.moment {
                Moment::Event => is_event_known(&events, text, &deadline) || doc.is_followed(span.start),
                // A report of one quarter says in its name which one "this quarter" is.
                Moment::Within(Unit::Quarter) | Moment::EndOf(Unit::Quarter) => doc.says_in_name(partial::has_quarter),
                Moment::Day { day: Day::Coming(weekday), .. } => weekdays.says(weekday, written),
                _ => false,
            };
            // "It should be finished by tomorrow", above a table of tasks with a deadline for each.
            let is_known = is_known || doc.is_planned(span);
            // What is ticked is done, and tells how it came about.
            let is_ticked = || doc.items_around(span).any(|it| it.task == Some(true));
            let is_done = || is_ticked() || text.starts_with("DONE") || is_in_done_row(doc, span);
            let is_any = || doc.is_torn(span) || written.is_none() && is_of_each(doc, span.start, deadline.moment);
            if is_known || is_named(names.get_or_init(|| in_code(doc)), &deadline.phrase) || is_done() || is_any() {
                continue;
            }
            let setting = Setting { written, is_zone_stated: doc.declares_zone(), readers: doc.readers() };
            let Some(open) = deadline.unanswered(&setting) else { continue };
            let flag = found.flag(span, &*open.label);
            flag.asks(open.question);
            let is_said_to_somebody = deadline.moment.is_end_of_day() || deadline::is_addressed(text);
            // What a file promises in passing, or says to nobody on an unknown day, half of the readers call no deadline.
            let is_put_off = || deadline::is_left_open(text, &deadline.range, is_said_to_somebody);
            let is_due = || deadline.is_explicit && (written.is_some() || is_said_to_somebody) && !is_put_off();
            if !open.is_detail && (doc.source().origin != Origin::File || is_due()) {
                flag.level = Some(Level::Warn);
            }
            let is_at_large = is_at_large(doc, (sentence, text, span), &deadline, &open);
            // "In two weeks" is as often how long something takes; a meeting in two weeks is a day.
            let is_length = deadline.moment == Moment::Span && !deadline.is_of_event;
            let is_topic = deadline.moment == Moment::Event && is_of_agenda(sentence, text, &deadline.range)
                || is_deferred(deadline.moment, text, &deadline.range);
            let is_over = || is_overtaken(doc, span, deadline.moment) || is_burden(doc, span);
            let is_plain = is_plain(doc, (sentence, text, span), &deadline, written);
            if is_at_large || is_length || is_topic || is_plain || deadline.is_of_programme || is_over() {
                flag.unsure();
            }
            // Which day of an event that is, its own dates say.
            if !deadline.is_of_programme {
                offer_dates(doc, flag, &deadline, (sentence, text), span.start);
            }
        }
    }
}

/// Whether its readers know it by where it stands, or need not.
fn is_plain(
    doc: &Document,
    (sentence, text, span): (&Sentence, &str, Span),
    deadline: &Deadline,
    written: Option<Date>,
) -> bool {
    // Which year a standing page means is clear to who reads it then.
    let is_of_year = doc.is_page_at(span.start) && deadline.moment == Moment::EndOf(Unit::Year);
    is_of_year
        || !doc.is_message() && written.is_some_and(|it| is_of_same_day(deadline, it))
        || sentence.place.is_heading() && deadline::is_horizon(text, &deadline.range)
        || deadline::is_of_plan(text, &deadline.range)
        || is_below_number(doc, span.start)
        || deadline.recurs() && is_of_procedure(doc, span)
}

/// "If a proposal is accepted, these steps follow", and a step "by the next meeting": of each case, another meeting.
fn is_of_procedure(doc: &Document, at: Span) -> bool {
    let lead = |it: &Item| it.lead(doc).map_or("", |it| near::behind_within(doc.prose().passage(it), REACH));
    const REACH: usize = 400;
    doc.items_around(at).any(|it| it.ordered && deadline::opens_case(lead(it)))
}

/// Whether it is told in passing, or of each case: so pages speak of "the call on Monday" that are neither minutes nor messages.
fn is_at_large(doc: &Document, at: (&Sentence, &str, Span), deadline: &Deadline, open: &Unanswered) -> bool {
    let (sentence, text, span) = at;
    let is_rule = || deadline::is_of_each_case(text, &deadline.range);
    let is_of_house = || deadline.recurs() || !deadline::is_set(text, &deadline.range) || is_rule();
    let is_of_no_talk = || doc.is_standing_at(span.start) && !doc.is_minutes();
    let is_read_alone = || is_of_no_talk() && !house::is_waited_for(text, &deadline.range);
    let is_title = sentence.place.is_heading() && matches!(deadline.moment, Moment::Within(_));
    let is_term = is_title && deadline::is_term(text, &deadline.range);
    // No date tells which sprint is the next one.
    (!is_term || deadline.moment != Moment::Within(Unit::Sprint)) && is_told(doc, (sentence, span), open)
        || doc.is_story(span.start)
        || deadline.moment == Moment::Event && doc.says_in_name(house::is_rule_book)
        || is_aside(doc, text, &deadline.range)
        || doc.is_page_at(span.start) && !is_term && (is_of_house() || is_read_alone())
}

/// "Tuesday", below "Week 1": a day of a plan that counts its weeks from its own beginning.
fn is_below_number(doc: &Document, at: usize) -> bool {
    doc.label_at(at).is_some_and(|it| deadline::is_counted(&it.name))
        || doc.sections_around(at).take(3).any(|it| it.level > 1 && deadline::is_counted(&it.name))
}

/// "A track on Friday", said on a Friday: which one is as plain as what it is for, and nothing is due. "Next Friday" is one of
/// two.
fn is_of_same_day(deadline: &Deadline, written: Date) -> bool {
    let begins = |word: &str| case::begins(&deadline.phrase, word);
    let is_day = matches!(deadline.moment, Moment::Day { .. }) && !begins("next ") && !begins("this ");
    is_day && !deadline.is_explicit && deadline.dates(Some(written)).len() > 1
}

/// What is supposed, quoted, or told to whoever a program failed; and "I am planning to use it this weekend", "will it be out
/// this month?": an issue bears its day, and nobody has to act by it.
fn is_aside(doc: &Document, text: &str, time: &Range<usize>) -> bool {
    let is_plan = || mood::plans_for_itself(near::behind(&text[..time.start]));
    let is_asked = || ask::find_question(text).is_some() && !ask::is_to_reader(text);
    let is_of_issue = doc.source().origin == Origin::Issue && (is_plan() || is_asked());
    is_of_issue || text[..time.start].ends_with("try again ") || deadline::supposes(text) || near::is_quoted(text, time)
}

/// Whoever reads a report of one day counts from it; minutes are copied, and come later. In a log of many days the one that
/// counts stands right above, and what became of it below the next.
fn is_told(doc: &Document, (sentence, at): (&Sentence, Span), open: &Unanswered) -> bool {
    let is_followed = || doc.is_followed(at.start);
    let is_of_day = || sentence.place.is_heading() || !doc.is_minutes() || is_followed();
    doc.source().origin == Origin::File && (open.is_counted() && is_of_day() || open.is_detail && is_followed())
}

/// "I hope to have it by the end of the week", in a diary that goes on with days behind that week: nobody waits any more. A day
/// below another one is counted from that.
fn is_overtaken(doc: &Document, at: Span, moment: Moment) -> bool {
    let goes_on = || !doc.is_minutes() && moment.most_days().is_some_and(|days| doc.goes_on_for(at.start, days));
    matches!(moment, Moment::Day { .. }) && doc.is_below_day(at) || goes_on()
}

/// "Two exams due next week", below "Blockers": what keeps somebody from the work of this text, and is due elsewhere; or "Rosa:
/// this Friday", below "Holidays".
fn is_burden(doc: &Document, at: Span) -> bool {
    const AWAY: &[&str] = &["availability", "absence", "out of office", "holiday", "vacation"];
    let is_below = |names: &[&str]| {
        let mut sections = doc.sections_around(at.start).take(2);
        sections.any(|it| names.iter().any(|name| it.name.starts_with(name)))
    };
    let lead = |it: &Item| it.passage.map_or("", |it| near::ahead(doc.prose().passage(it)));
    let is_of_item = || doc.items_around(at).skip(1).any(|it| AWAY.iter().any(|name| case::begins(lead(it), name)));
    is_below(AWAY) || is_of_item() || doc.at(at).starts_with("due ") && is_below(&["blocker"])
}

/// Whether an event is named for what stands below or behind it: "Tasks until the next meeting", above a list of them; "Next
/// meeting: none in December, we meet again in January".
fn is_of_agenda(sentence: &Sentence, text: &str, event: &Range<usize>) -> bool {
    sentence.place.is_heading() || event.start == 0 && text[event.end..].starts_with(':')
}

/// Whether the text says elsewhere, or right behind it, on which day an event is.
fn is_event_known(events: &BTreeSet<&str>, text: &str, deadline: &Deadline) -> bool {
    event::is_one_of(events, &deadline.phrase) || event::has_day_behind(text, &deadline.range)
}

/// Whether a topic is put off to a meeting or by weeks, and nothing is due: "deferred to the next call", "revisit next week",
/// "we will discuss it next week".
fn is_deferred(moment: Moment, text: &str, time: &Range<usize>) -> bool {
    let before = near::behind(&text[..time.start]);
    matches!(moment, Moment::Event | Moment::Within(_)) && (mood::defers(before) || deadline::is_topic(before))
}

/// Offers the dates that a deadline at a place can mean, each in the place of its day.
fn offer_dates(doc: &Document, flag: &mut Flag, deadline: &Deadline, (sentence, text): (&Sentence, &str), at: usize) {
    let Some(day) = &deadline.day_range else { return };
    let dates = deadline.dates(doc.written_at(at));
    // "By EOD on 2026-11-20" would be asked the same.
    if dates.len() == 1 && deadline.moment.is_end_of_day() {
        return;
    }
    let is_certain = dates.len() == 1
        && !deadline.is_explicit
        && is_day_certain(doc, at)
        && written_out::is_plain(text, day)
        && !doc.is_beside_day(doc.prose().span_in(sentence, day));
    for date in dates {
        let Some((range, words)) = written_out::of(text, day, date) else { continue };
        let (title, place) = (format!("write {date}"), doc.prose().span_in(sentence, &range));
        if !written_out::is_apart((text, &range), (doc.text(), place.range())) {
            continue;
        }
        if is_certain {
            flag.fix(title, place, words)
        } else {
            flag.suggest(title, place, words)
        };
    }
}

/// Whether another cell of its row says that it is done: "Done", and beside it "planned for next week".
fn is_in_done_row(doc: &Document, at: Span) -> bool {
    // With the marks of emphasis around it. In a wider table, each deadline would read all of its row.
    const LONGEST: usize = 16;
    const MOST: usize = 16;
    let mut short = doc.cells_around(at).iter().take(MOST).filter(|it| it.len() <= LONGEST);
    short.any(|cell| done::is_over(doc.prose().clean(*cell)))
}

/// All that stands between two backticks, and what is spelled out as something else.
fn in_code<'d>(doc: &'d Document) -> HashSet<&'d str> {
    let mut pieces = doc.text().split('`');
    // Before the first one nothing begins, and behind the last one nothing ends.
    let _ = (pieces.next(), pieces.next_back());
    pieces.chain(house::spelled_out(doc.text())).chain(house::people(doc.text())).collect()
}

/// Whether the text is about a thing of that name: "the section `Tomorrow`".
fn is_named(names: &HashSet<&str>, phrase: &str) -> bool {
    let mut letters = phrase.chars();
    let name: String = letters.next().iter().flat_map(|it| it.to_uppercase()).chain(letters).collect();
    names.contains(name.as_str())
}

/// Below "Monthly report", "this month" is any of them.
fn is_of_each(doc: &Document, at: usize, moment: Moment) -> bool {
    let unit = match moment {
        Moment::Within(Unit::Week) => "weekly",
        Moment::Within(Unit::Month) => "monthly",
        Moment::Within(Unit::Quarter) => "quarterly",
        _ => return false,
    };
    doc.sections_around(at).any(|it| it.name.split([' ', '-']).any(|word| word == unit))
}

/// What is written out to be copied: "_Hello, I need tomorrow off._"
fn is_specimen(doc: &Document, passage: usize) -> bool {
    let written = doc.at(doc.passages()[passage].span);
    // Each deadline of the passage asks.
    let first = near::ahead(written).trim_start_matches(['-', '*', '>', ' ']);
    let last = near::behind(written).trim_end();
    let marks = [("_", "_"), ("\"", "\""), ("\u{201c}", "\u{201d}")];
    marks.iter().any(|(open, close)| first.starts_with(open) && last.ends_with(close))
}

/// Whether a day that is counted from the day of writing is the same for everybody: both that day and its zone are said.
fn is_day_certain(doc: &Document, at: usize) -> bool {
    let has_zone = doc.declares_zone() || doc.readers().one_zone().is_some();
    has_zone && doc.anchor_at(at).is_some_and(|it| it.is_certain)
}
