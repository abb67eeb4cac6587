//! `rules/agree/fact-without-zone.md`

use jiff::civil::{Time, date};
use jiff::tz::TimeZone;

use crate::corpus::{Corpus, Found, Place};
use crate::fact::Moment;

pub fn check(corpus: &Corpus, found: &mut Found) {
    let Some((west, east)) = apart(corpus) else { return };
    for (written, place) in moments(corpus) {
        if Moment::read(written).is_some_and(|it| !it.has_zone()) {
            flag(found, place, written, &west, &east);
        }
    }
}

fn flag(found: &mut Found, place: Place, written: &str, west: &str, east: &str) {
    let is_day = !written.contains(':');
    let label = match is_day {
        true => format!("another day in {east} than in {west} for many hours"),
        false => format!("another moment in {east} than in {west}"),
    };
    let flag = found.flag(place, label);
    flag.asks(if is_day { "From which moment of that day, and by whose clock?" } else { "By whose clock?" });
}

/// The two places of readers that are farthest apart, where that is more than six hours: as the readers were configured,
/// or else by the offsets with which the other moments are written. `Z` tells nothing: machines write it.
fn apart(corpus: &Corpus) -> Option<(String, String)> {
    const FAR: i32 = 6 * 3600;
    // A winter's day: two zones of one side of the world change their clocks together.
    let noon = date(2026, 1, 15).to_datetime(Time::constant(12, 0, 0, 0));
    let offset = |zone: &TimeZone| noon.to_zoned(zone.clone()).ok().map(|it| it.offset());
    let zones = &corpus.readers().zones;
    let mut offsets: Vec<(i32, String)> =
        zones.iter().filter_map(|it| Some((offset(&it.zone)?.seconds(), it.city()))).collect();
    if offsets.is_empty() {
        let written = moments(corpus).filter_map(|(written, _)| Moment::read(written)?.zone);
        let known = written.filter_map(|it| offset(&it)).filter(|it| it.seconds() != 0);
        offsets = known.map(|it| (it.seconds(), format!("UTC{it}"))).collect();
    }
    offsets.sort();
    let (first, last) = (offsets.first()?.clone(), offsets.last()?.clone());
    (last.0 - first.0 > FAR).then_some((first.1, last.1))
}

/// When facts began to hold and were compared, as it is written.
fn moments<'c>(corpus: &Corpus<'c>) -> impl Iterator<Item = (&'c str, Place)> {
    corpus.summaries().iter().enumerate().flat_map(|(text, summary)| {
        let since = summary.exports.iter().map(|it| (it.since.as_deref(), it.since_spot));
        let seen = summary.imports.iter().map(|it| (it.seen.as_deref(), it.seen_spot));
        since.chain(seen).filter_map(move |(written, spot)| Some((written?, Place { text, spot: spot? })))
    })
}
