//! `pingless when`: what a phrase about a time can mean.

use jiff::tz::TimeZone;

use crate::cli::{ColorArg, ListFormat, RuleArgs, When};
use crate::report::when;
use crate::run::Exit;
use crate::run::console::{complain, hand_out, print, print_mistakes};
use crate::run::setup::Setup;
use crate::text::Moment;
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
    let at = args.at.as_ref();
    let (minute, writer) = (at.and_then(minute), at.and_then(|it| it.zone.clone()));
    let setting = Setting { written: at.map(|it| it.day), is_zone_stated: false, readers: &readers };
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

/// The minute of writing, where one is named, by the clock of whoever named it.
fn minute(at: &Moment) -> Option<Minute> {
    let zone = at.zone.clone().unwrap_or(TimeZone::UTC);
    at.time.map(|time| Minute { at: at.day.to_datetime(time), zone })
}
