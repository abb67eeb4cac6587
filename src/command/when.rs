//! `pingless when`: what a phrase about a time can mean.

use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;

use super::setup::Setup;
use super::{Exit, complain, hand_out, print, print_mistakes};
use crate::cli::{ColorArg, ListFormat, RuleArgs, When};
use crate::report::when;
use crate::words::english::reading::Setting;
use crate::words::english::when::read;
use crate::words::readers::{Readers, Zone};

pub fn run(args: &When) -> Exit {
    let mut readers = match Setup::new(&RuleArgs::default()).and_then(|mut setup| setup.policy(None)) {
        Ok(policy) => Readers::clone(&policy.readers),
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    if !args.readers.is_empty() {
        readers.zones.clear();
    }
    for name in &args.readers {
        let Some(zone) = Zone::named(name.trim()) else {
            return complain(&format!("`{name}` is no time zone"), "use IANA names such as `Europe/Berlin`, or `UTC`");
        };
        readers.zones.push(zone);
    }
    let written = match args.at.as_deref().map(day) {
        Some(None) => {
            let help = "write a day, `2026-11-18`, or an instant with its offset, `2026-11-18T09:00-08:00`";
            return complain("`--at` is neither a day nor an instant", help);
        }
        at => at.flatten(),
    };
    let setting = Setting { written, is_zone_stated: false, readers: &readers };
    let Some(reading) = read(&args.text, &setting) else {
        let help = "name a day, an hour or a part of one: `EOD Friday`, `12/11`, `17:00 CET`, `next week`";
        return complain(&format!("`{}` names no time that is known here", args.text), help);
    };
    let answer = when::answer(&args.text, &reading, &setting);
    match args.format {
        ListFormat::Human => print(&when::human(&answer)),
        ListFormat::Json => hand_out(&when::json(&answer)),
    }
    Exit::Clean
}

/// The day of an instant on the calendar of whoever wrote it.
fn day(at: &str) -> Option<Date> {
    Pieces::parse(at).ok().map(|it| it.date())
}
