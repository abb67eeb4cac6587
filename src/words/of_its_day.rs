//! Names of texts that tell what was so, or was meant, on their day. Nobody brings such a text up to date, and what it promises
//! was promised then.

use crate::words::digit::leading_digits;

/// Words that say it of any name.
const RECORDS: &[&str] = &[
    "agenda",
    "agendas",
    "announcement",
    "announcements",
    "application",
    "applications",
    "blog",
    "blogs",
    "changelog",
    "changelogs",
    "election",
    "elections",
    "incident",
    "incidents",
    "meeting",
    "meetings",
    "minutes",
    "news",
    "newsletter",
    "newsletters",
    "nomination",
    "nominations",
    "post",
    "postmortem",
    "postmortems",
    "posts",
    "presentation",
    "presentations",
    "proposal",
    "proposals",
    "releases",
    "report",
    "reports",
    "resolutions",
    "retrospective",
    "retrospectives",
    "rfc",
    "rfcs",
    "slides",
    "talk",
    "talks",
    "workshop",
    "workshops",
];

/// Words in paths of what was meant to be: how it came out stands elsewhere. Whether it came is asked of such a text all the same.
const MEANT: &[&str] = &[
    "adr",
    "adrs",
    "brainstorm",
    "change",
    "changes",
    "decision",
    "decisions",
    "draft",
    "drafts",
    "enhancement",
    "enhancements",
    "kep",
    "keps",
    "plan",
    "plans",
    "release",
    "stories",
    "story",
];

/// Words in names of what somebody told: a page on how such things are done bears them too, and is kept up.
const TOLD: &[&str] = &[
    "annual",
    "archive",
    "archived",
    "assessment",
    "dd",
    "history",
    "notes",
    "proposed",
    "retro",
    "review",
    "reviews",
    "statement",
];

/// Whether a part of the path is a year, the number of a proposal, or a word for texts of one day.
pub fn says(path: &str) -> bool {
    let lower = path.to_lowercase();
    let mut words = lower.split(|it: char| !it.is_ascii_alphanumeric());
    let is_of_day = |word: &str| is_year(word) || RECORDS.contains(&word) || MEANT.contains(&word);
    words.any(is_of_day) || lower.split('/').any(is_numbered)
}

/// Whether a name, the title of a text or its path, is that of a record.
pub fn is_name_of_record(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut words = lower.split(|it: char| !it.is_alphanumeric());
    words.any(|word| RECORDS.contains(&word) || TOLD.contains(&word))
}

/// `0042-pool`: one of a series of decisions or proposals.
fn is_numbered(part: &str) -> bool {
    let number = leading_digits(part);
    number == 4 && part[number..].starts_with(['-', '_'])
}

/// `2024`, or a day that begins with it: `20240131`.
fn is_year(word: &str) -> bool {
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    is_number && matches!(word.len(), 4 | 6 | 8) && (word.starts_with("19") || word.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::{is_name_of_record, says};

    #[test]
    fn words_and_years_say_it() {
        for path in [
            "docs/adr/0007-pool.md",
            "notes/2024-05-01.md",
            "reports/pool.md",
            "2023/pool.md",
            "0042-pool/README.md",
            "x/20240131.md",
        ] {
            assert!(says(path), "{path}");
        }
        for path in
            ["docs/pool.md", "docs/reporting.md", "docs/020-pool.md", "docs/port-2049x.md", "changelogs.rs/x.md"]
        {
            assert_eq!(says(path), path.starts_with("changelogs"), "{path}");
        }
    }

    #[test]
    fn names_of_records() {
        assert!(is_name_of_record("docs/Release-Notes.md") && is_name_of_record("Annual review"));
        assert!(!is_name_of_record("docs/noteworthy.md") && !is_name_of_record("Plan of the shop"));
    }
}
