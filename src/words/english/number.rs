//! Numbers that are spelt, from "zero" to "twelve": what a count of days, steps or people is written with. Larger ones,
//! and fractions, are read where amounts are.

/// Each at the place that it says.
pub const SPELT: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Those that count something, as a pattern has them.
pub const ALTERNATIVES: &str = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";

/// The number that a word says.
pub fn value(word: &str) -> Option<u8> {
    (0..).zip(SPELT).find(|(_, spelt)| spelt.eq_ignore_ascii_case(word)).map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::{ALTERNATIVES, SPELT, value};

    #[test]
    fn a_pattern_has_all_that_are_read() {
        assert_eq!(ALTERNATIVES, SPELT[1..].join("|"));
        assert_eq!((value("Eight"), value("zero"), value("eighty")), (Some(8), Some(0), None));
    }
}
