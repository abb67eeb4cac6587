//! The months by their names. Dates, and how a month is shortened, it does not know.

/// In small letters, in their order.
pub const NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
