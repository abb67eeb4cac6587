//! The day that the value of a field names.

use jiff::civil::Date;

use super::{Mention, as_written, mentions, numeric};

/// The first day of a value of which year, month and day are beyond doubt. A moment as machines write it, such as
/// `2026-11-20T09:00:00Z`, is of a day, too.
pub fn day(text: &str) -> Option<Date> {
    let text = &as_written(text);
    mentions(text).iter().find_map(Mention::date).or_else(|| numeric::plain(text))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let third = Some(jiff::civil::date(2026, 3, 3));
        for value in
            ["2026-03-03", "2026-03-03T17:00Z", "2026-03-03T00:00:00.000Z", "3 March 2026", "on 2026-03-03 (Mira)"]
        {
            assert_eq!(day(value), third, "{value}");
        }
        assert!(["", "March 2026", "soon", "03/04/2026"].into_iter().all(|it| day(it).is_none()));
    }
}
