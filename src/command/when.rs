//! `pingless when`: what a phrase about a time can mean.

use jiff::civil::Date;
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::TimeZone;

use crate::cli::{ColorArg, ListFormat, RuleArgs, When};
use crate::report::when;
use crate::run::Exit;
use crate::run::console::{complain, hand_out, print, print_mistakes};
use crate::run::setup::Setup;
use crate::words::english::reading::Setting;
use crate::words::english::when::soon::{self, Minute};
use crate::words::english::when::{Unread, read};
use crate::words::readers::{Readers, Zone};

pub fn run(args: &When) -> Exit {
    let mut readers = match Setup::new(&RuleArgs::default()).and_then(|mut setup| setup.policy(None)) {
        Ok(policy) => Readers::clone(&policy.readers),
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    if !args.readers.is_empty() {
        readers.zones.clear();
    }
    for name in args.readers.iter().filter(|it| !it.trim().is_empty()) {
        let Some(zone) = Zone::named(name.trim()) else {
            return complain(&format!("`{name}` is no time zone"), "use IANA names such as `Europe/Berlin`, or `UTC`");
        };
        readers.zones.push(zone);
    }
    let (written, minute, writer) = match args.at.as_deref().map(at) {
        Some(None) => {
            let help = "write a day, `2026-11-18`, or an instant with its offset, `2026-11-18T09:00-08:00`";
            return complain("`--at` is neither a day nor an instant", help);
        }
        Some(Some(At { day, minute, zone })) => (Some(day), minute, zone),
        None => (None, None, None),
    };
    let setting = Setting { written, is_zone_stated: false, readers: &readers };
    let reading = match soon::read(&args.text, minute).unwrap_or_else(|| read(&args.text, &setting, writer.as_ref())) {
        Ok(reading) => reading,
        Err(unread) => return tell(&args.text, &unread),
    };
    let answer = when::answer(&args.text, &reading, &setting);
    match args.format {
        ListFormat::Human => print(&when::human(&answer)),
        ListFormat::Json => hand_out(&when::json(&answer)),
    }
    Exit::Clean
}

/// Why there is no answer. Half of one would be taken for the whole.
fn tell(phrase: &str, unread: &Unread) -> Exit {
    match unread {
        Unread::Nothing => {
            let help = "name a day, an hour or a part of one: `EOD Friday`, `12/11`, `17:00 CET`, `next week`";
            complain(&format!("`{phrase}` names no time that is known here"), help)
        }
        Unread::Wrong { what, cure } => complain(what, cure),
        Unread::Partly { words, understood, cure } => {
            complain(&format!("of `{phrase}` only `{understood}` is understood, and not `{words}`"), cure)
        }
    }
}

/// The moment of writing.
struct At {
    day: Date,
    /// The minute, where it names one, by the clock of whoever told it.
    minute: Option<Minute>,
    zone: Option<TimeZone>,
}

/// The day of an instant on the calendar of whoever wrote it, and that writer's zone, where the instant has an offset. "Z"
/// says which moment it is, and not where somebody wrote.
fn at(at: &str) -> Option<At> {
    let pieces = Pieces::parse(at).ok()?;
    let named = pieces.to_time_zone().ok().flatten();
    let offset = match pieces.offset() {
        Some(PiecesOffset::Numeric(offset)) => Some(TimeZone::fixed(offset.offset())),
        _ => None,
    };
    let zone = named.or(offset);
    let of_clock = zone.clone().or_else(|| pieces.offset().map(|_| TimeZone::UTC));
    let minute = pieces.time().map(|time| Minute { at: pieces.date().to_datetime(time), zone: of_clock });
    Some(At { day: pieces.date(), minute, zone })
}
