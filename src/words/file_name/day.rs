//! A day that a name has beside its date.

use super::{date, words};
use crate::words::address::local;
use crate::words::date::month;

/// Whether a name says a month and a day that are not those of its date: `2026-11-13-nov-20-agenda`.
pub fn is_named_too(path: &str) -> bool {
    let words = words(local::name(path));
    let Some(dated) = date(path) else { return false };
    let day = |word: &str| word.parse::<i8>().ok().filter(|it| (1..=31).contains(it));
    words.windows(2).any(|pair| {
        let said = month(&pair[0]).zip(day(&pair[1])).or_else(|| month(&pair[1]).zip(day(&pair[0])));
        said.is_some_and(|it| it != (dated.month(), dated.day()))
    })
}

#[cfg(test)]
mod tests {
    use super::is_named_too;

    #[test]
    fn a_name_may_say_another_day_itself() {
        assert!(is_named_too("notes/2026-11-13-Nov-20-agenda.md") && is_named_too("a/2026-11-13-20-november.md"));
        assert!(!is_named_too("notes/2026-11-20-nov-20.md") && !is_named_too("notes/2026-11-20.md"));
        assert!(!is_named_too("notes/20-november-2026.md") && !is_named_too("notes/2026-nov-20.md"));
    }
}
