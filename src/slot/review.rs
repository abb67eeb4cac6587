//! When a document has to be looked at again, as it says itself.

use jiff::civil::Date;

use crate::document::{Document, Field};
use crate::text::Span;
use crate::words::date;
use crate::words::english::interval::Interval;

/// What a document says of its own review.
#[derive(Debug)]
pub struct Review {
    /// The day by which it has to be looked at again; none where only the last review is told.
    pub due: Option<Date>,
    /// The day of the last review.
    pub last: Option<Date>,
    /// Where the day stands from which it follows.
    pub place: Span,
    /// Where it says how often, where the day follows from that.
    pub every: Option<Span>,
}

/// Fields that name the day of the last review.
const LAST: &[&str] = &[
    "last reviewed on",
    "last reviewed",
    "last reviewed at",
    "last review",
    "last review date",
    "last-review",
    "last-reviewed",
    "last-reviewed-on",
    "last-review-date",
    "lastreviewed",
    "lastreviewdate",
    "date reviewed",
    "date last reviewed",
    "reviewed on",
    "reviewed",
    "last verified",
    "last verified at",
    "last-verified",
    "last checked",
];

/// Fields that say how long a review holds.
const EVERY: &[&str] = &[
    "review in",
    "review every",
    "review cycle",
    "review frequency",
    "review interval",
    "review period",
    "review cadence",
    "review schedule",
    "review-in",
    "review-cycle",
    "review-every",
    "review-frequency",
    "review-interval",
    "review-cadence",
    "reviewed every",
    "reviewin",
    "reviewcycle",
];

/// The same in days.
const DAYS: &[&str] = &[
    "expiration in day",
    "expire in day",
    "review in day",
    "review interval day",
    "review cycle day",
    "review every day",
    "review-interval-day",
    "review-cycle-day",
];

/// Fields that name the day by which it has to be looked at.
const NEXT: &[&str] = &[
    "next review",
    "next review date",
    "next review due",
    "next review by",
    "next review on",
    "next-review",
    "next-review-date",
    "next-review-by",
    "nextreview",
    "nextreviewdate",
    "review due",
    "review due date",
    "review due by",
    "review-due",
    "due for review",
];

/// In front matter they say it of the page; under a title, of what the page asks for.
const IN_FRONT_MATTER: &[&str] =
    &["review by", "review-by", "reviewby", "review before", "expire", "expire on", "valid until", "valid-until"];

impl Review {
    /// What a document says of its own review; none where it says nothing.
    pub fn of(doc: &Document) -> Option<Self> {
        let fields = doc.fields();
        let one = |names: &[&str]| fields.iter().find(|it| names.contains(&it.name.as_str()));
        let next = || {
            let is_next = |it: &&Field| {
                let name = it.name.as_str();
                NEXT.contains(&name) || it.in_front_matter && IN_FRONT_MATTER.contains(&name)
            };
            fields.iter().filter(is_next).find_map(|it| Some((date::value::day(&it.text)?, it)))
        };
        let last = fields
            .iter()
            .filter(|it| LAST.contains(&it.name.as_str()))
            .find_map(|it| Some((date::value::day(&it.text)?, it)));
        if let Some((due, field)) = next() {
            return Some(Self { due: Some(due), last: last.map(|it| it.0), place: field.value, every: None });
        }
        let (last, field) = last?;
        let in_days = || one(DAYS).and_then(|it| Some((Interval::of(it.text.trim().parse().ok()?, "day")?, it)));
        let every = one(EVERY).and_then(|it| Some((Interval::parse(&it.text)?, it))).or_else(in_days);
        let beside = || beside(&field.text);
        let due = every.and_then(|it| it.0.after(last)).or_else(beside);
        let every = every.map(|(_, it)| it.value);
        Some(Self { due, last: Some(last), place: field.value, every })
    }
}

/// "2026-03-02 (every 6 months)", "2026-03-02, next review 2026-09-02".
fn beside(value: &str) -> Option<Date> {
    let days = date::mentions(value);
    let first = days.first()?;
    let rest = value[first.range.end..].trim_matches([' ', ',', ';', '(', ')', '.']);
    let lower = rest.to_lowercase();
    match days.get(1).and_then(date::Mention::date) {
        Some(next) if lower.starts_with("next") || lower.starts_with("review by") => Some(next),
        Some(_) => None,
        None if lower.contains("every") || lower.starts_with("review") => {
            let from = lower.find("every").unwrap_or(0);
            Interval::parse(&lower[from..])?.after(first.date()?)
        }
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::Review;
    use crate::document::Document;
    use crate::text::Source;

    fn due(text: &str) -> Option<Date> {
        let source = Source::unnamed("a.md", text);
        Review::of(&Document::new(&source)).and_then(|it| it.due)
    }

    #[test]
    fn fields_of_a_review() {
        let table = [
            ("---\nlast_reviewed_on: 2026-05-01\nreview_in: 6 months\n---\n\n# A\n", date(2026, 11, 1)),
            ("---\nlast_review_date: 2026-05-01\nexpiration_in_days: 10\n---\n\n# A\n", date(2026, 5, 11)),
            ("---\nnext_review: 2026-05-01\n---\n\n# A\n", date(2026, 5, 1)),
            ("---\nexpires: \"2026-05-01\"\n---\n\n# A\n", date(2026, 5, 1)),
            ("# A\n\nLast reviewed: 1 May 2026\nReview cycle: quarterly\n\nText.\n", date(2026, 8, 1)),
            ("# A\n\n**Last reviewed:** 2026-05-01 (every 6 months)\n\nText.\n", date(2026, 11, 1)),
            (
                "# A\n\n| Last review | 2026-05-01 |\n|---|---|\n| Next review | 2026-06-01 |\n\nText.\n",
                date(2026, 6, 1),
            ),
        ];
        table.iter().for_each(|(text, is)| assert_eq!(due(text), Some(*is), "{text}"));
        for text in [
            "# A\n\nText.\n",
            "---\nlast_reviewed_on: 2026-05-01\n---\n\n# A\n",
            "---\nreview_in: 6 months\n---\n\n# A\n",
            "---\nlast_reviewed_on: 05/01/2026\nreview_in: 6 months\n---\n\n# A\n",
            "# A\n\nReview by: 2026-05-01\n\nText.\n",
            "# A\n\nLast reviewed: never\nReview cycle: quarterly\n",
        ] {
            assert_eq!(due(text), None, "{text}");
        }
    }
}
