//! Titles of what is planned for a day: the day in them is that of the event, and the text was written before.

use crate::words::list::is_among;

/// Whether a title names an event to come: "[2026-12-14] Planned maintenance @10 AM".
pub fn is_event(title: &str) -> bool {
    const EVENTS: &str = "planned scheduled upcoming maintenance outage downtime migration freeze cutover switchover \
        reboot shutdown decommission decommissioning";
    let lower = title.to_lowercase();
    let mut words = lower.split(|it: char| !it.is_alphanumeric());
    words.any(|it| is_among(EVENTS, it))
}

#[cfg(test)]
mod tests {
    use super::is_event;

    #[test]
    fn what_is_to_come_has_a_name() {
        assert!(is_event("[2026-12-14] Planned Maintenance @10 AM") && is_event("Downtime of the pool, 2026-12-14"));
        assert!(!is_event("Meeting 2026-12-14") && !is_event("2026-12-14"));
    }
}
