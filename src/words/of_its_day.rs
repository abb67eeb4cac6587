//! Whether a path says that its text tells what was so on its day. Nobody brings such a text up to date.

/// Words in names of folders and files.
const WORDS: &[&str] = &[
    "adr",
    "adrs",
    "agenda",
    "agendas",
    "announcement",
    "announcements",
    "application",
    "applications",
    "blog",
    "blogs",
    "brainstorm",
    "change",
    "changelog",
    "changelogs",
    "changes",
    "decision",
    "decisions",
    "draft",
    "drafts",
    "election",
    "elections",
    "enhancement",
    "enhancements",
    "incident",
    "incidents",
    "kep",
    "keps",
    "meeting",
    "meetings",
    "minutes",
    "news",
    "newsletter",
    "newsletters",
    "nomination",
    "nominations",
    "plan",
    "plans",
    "post",
    "postmortem",
    "postmortems",
    "posts",
    "presentation",
    "presentations",
    "proposal",
    "proposals",
    "release",
    "releases",
    "report",
    "reports",
    "retrospective",
    "retrospectives",
    "rfc",
    "rfcs",
    "slides",
    "stories",
    "story",
    "talk",
    "talks",
    "workshop",
    "workshops",
];

/// Whether a part of the path is a year, the number of a proposal, or a word for texts of one day.
pub fn says(path: &str) -> bool {
    let lower = path.to_lowercase();
    let mut words = lower.split(|it: char| !it.is_ascii_alphanumeric());
    words.any(|word| is_year(word) || WORDS.contains(&word)) || lower.split('/').any(is_numbered)
}

/// `0042-pool`: one of a series of decisions or proposals.
fn is_numbered(part: &str) -> bool {
    let number = part.bytes().take_while(u8::is_ascii_digit).count();
    number == 4 && part[number..].starts_with(['-', '_'])
}

/// `2024`, or a day that begins with it: `20240131`.
fn is_year(word: &str) -> bool {
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    is_number && matches!(word.len(), 4 | 6 | 8) && (word.starts_with("19") || word.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::says;

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
}
