//! What is counted over the pages of a repository. Counts alone: nothing here is about a person.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::page::Page;
use super::{Ages, Figures, Share};

pub fn of(pages: &[Page], now: Option<Timestamp>) -> Figures {
    let today = now.map(|it| it.to_zoned(TimeZone::UTC).date());
    let decisions = || pages.iter().flat_map(|it| &it.decisions);
    let chat_only = Share { part: decisions().filter(|it| it.is_chat_only).count(), all: decisions().count() };
    let open = decisions().filter(|it| it.is_open).filter_map(|it| it.day);
    let open_decisions = today.and_then(|today| ages(open.filter_map(|day| days(day, today)).collect()));
    let due = || pages.iter().filter_map(|it| it.due);
    let reviewed = today.map(|today| Share { part: due().filter(|it| *it >= today).count(), all: due().count() });
    Figures {
        chat_only: Some(chat_only).filter(|it| it.all > 0),
        open_decisions,
        reviewed: reviewed.filter(|it| it.all > 0),
        threads: None,
    }
}

/// Whole days between two; none where the later one is before the earlier one.
fn days(from: Date, to: Date) -> Option<u32> {
    u32::try_from(from.until(to).ok()?.get_days()).ok()
}

/// Of some ages: how many, the middle one and the oldest.
pub fn ages(mut days: Vec<u32>) -> Option<Ages> {
    days.sort_unstable();
    Some(Ages { count: days.len(), median: *days.get(days.len() / 2)?, oldest: *days.last()? })
}
