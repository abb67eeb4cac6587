//! In whose time a text is written, and when it is read, as far as anybody said so. Never asks a clock.

use std::cell::OnceCell;
use std::sync::LazyLock;

use super::{Document, Section};
use crate::words::pattern::Pattern;
use crate::words::zone::{self, named};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The zone of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    pub zone: TimeZone,
    pub known: Known,
}

/// How something is known of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// The text says so, or the configuration does.
    Stated,
    /// It follows from what may be otherwise: a machine's clock, a name that is used loosely. No edit may build on it.
    Guessed,
}

/// What was found in the text: that it says its zone, and which one, where that can be read.
#[derive(Debug, Default)]
struct Declared {
    says: bool,
    zone: Option<Zone>,
}

/// What is known of time beside the dates in the text.
#[derive(Debug, Default)]
pub struct Clock {
    declared: OnceCell<Declared>,
    now: OnceCell<Option<Timestamp>>,
}

const ZONE_FIELDS: &[&str] = &["timezone", "time zone", "tz"];

static DECLARED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?-u:\b)(?:(?i:(?:all|the) (?:dates and )?times?(?: below| here)?(?: ?stamps)? (?:are |is |given |shown )*(?:in )?)",
        r"|(?i:times? (?:(?:are|is) (?:given |shown )?)?in ))",
        r"(?P<zone>(?i:UTC|GMT)(?: ?[+\x{2212}-]\d\d?(?::?[0-5]\d)?)?|[A-Z][a-z]+/[A-Z][A-Za-z_/]+|[A-Z]{1,3}[SD]?T",
        r"|(?i:(?:[a-z]+ ){1,3}time))(?-u:\b)"
    ))
});

fn declared(doc: &Document) -> Declared {
    let in_field = doc.fields().iter().find(|it| ZONE_FIELDS.contains(&it.name.as_str())).map(|it| it.text.as_str());
    let in_words = || DECLARED.captures(doc.prose().text()).and_then(|found| found.name("zone")).map(|it| it.as_str());
    let Some(name) = in_field.or_else(in_words) else { return Declared::default() };
    Declared { says: true, zone: named(name) }
}

/// The zone of a name that has one meaning. "CET" in July is said by people whose clocks show summer time.
fn named(name: &str) -> Option<Zone> {
    let name = name.trim().trim_end_matches('.');
    let meanings = zone::meanings(name);
    let [only] = meanings.as_slice() else { return None };
    let is_exact = matches!(name.to_uppercase().as_str(), "UTC" | "GMT" | "Z") || name.len() > "AEST".len();
    Some(Zone { zone: only.zone.clone(), known: if is_exact { Known::Stated } else { Known::Guessed } })
}

impl Document<'_> {
    /// The zone that times and days of the text are in: as it says itself, as the team's configuration says, or as the
    /// clock of its writer's machine lets guess.
    pub fn zone(&self) -> Option<Zone> {
        let declared = self.clock.declared.get_or_init(|| declared(self));
        if declared.says {
            return declared.zone.clone();
        }
        let team = || self.readers().one_zone().map(|it| Zone { zone: it.zone.clone(), known: Known::Stated });
        let clock = || self.source().written.and_then(|it| it.offset);
        team().or_else(|| clock().map(|it| Zone { zone: TimeZone::fixed(it), known: Known::Guessed }))
    }

    /// Whether the text says once and for all which zone its times are in, even where we cannot tell which one that is.
    pub fn declares_zone(&self) -> bool {
        self.clock.declared.get_or_init(|| declared(self)).says
    }

    /// Says when it is read. Without it the date of the event counts that brought the text.
    pub fn set_now(&self, now: Option<Timestamp>) {
        let is_first = self.clock.now.set(now).is_ok();
        debug_assert!(is_first, "the moment of reading is known before anything is asked");
    }

    /// When it is read: what lies before that has passed. Unknown, unless somebody said so.
    pub fn now(&self) -> Option<Timestamp> {
        self.clock.now.get().copied().flatten().or(self.source().now)
    }

    /// Whether a reader finds a zone anywhere: what one time says counts for the others. A stamp of the front matter is for
    /// programs, and says nothing of the text below it.
    pub fn shows_zone(&self) -> bool {
        let is_settled = self.readers().one_zone().is_some() || self.declares_zone();
        // What is announced of a fair has the time of its hall.
        const LONGEST_LEAD: usize = 400;
        let leads = |it: &Section| it.lead.len() <= LONGEST_LEAD && named::has_place(self.at(it.lead));
        let is_of_place = || self.sections().first().is_some_and(|it| named::has_place(&it.title) || leads(it));
        let is_of_event = || self.source().path().is_some_and(|it| named::has_place(&it.replace(['-', '_'], " ")));
        let is_titled = || self.field(&["title"]).is_some_and(|it| named::has_place(&it.text));
        is_settled
            || is_of_place()
            || is_at_venue(self)
            || is_titled()
            || is_of_event()
            || named::is_named(self.prose().text())
            || named::is_stamped(self.text())
            || self.links().iter().any(|it| named::is_converter(&it.target) || named::is_calendar(&it.target))
    }
}

/// "Location: the old town hall": whoever is there knows its clock.
fn is_at_venue(doc: &Document) -> bool {
    const NAMES: &[&str] = &["location", "venue", "place", "address", "where"];
    doc.labels().iter().any(|it| NAMES.contains(&it.name.as_str()) && named::is_venue(doc.at(it.value)))
}
