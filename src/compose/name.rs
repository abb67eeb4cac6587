//! What a new document is called among its siblings: their numbers go on, or their dates do.

use std::sync::LazyLock;

use regex::Regex;

use crate::rule::KindPage;
use crate::words::file_name;

/// `0007-use-a-queue.md`, `adr-007_queue.md`, `ADR 7 queue.md`.
static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)^([a-z]{0,12}[-_ ]?)(\d{1,6})([-_. ])").expect("a constant pattern"));

/// `7. Use a queue`, `ADR-0007: Use a queue`.
static NUMBERED_TITLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^((?:ADR|RFC)?[-_ #]?)(\d{1,6})((?:[.:)]| [-\x{2013}\x{2014}]) +)").expect("a constant pattern")
});

/// Digits of a first number.
const WIDTH: usize = 4;
/// A longer name is cut at a word.
const LONGEST_SLUG: usize = 60;

/// A number as the siblings write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    pub value: u32,
    prefix: String,
    width: usize,
    separator: String,
    /// The file that has the number before.
    pub after: Option<String>,
}

impl Number {
    fn in_name(name: &str) -> Option<Self> {
        let found = NUMBERED.captures(name).filter(|_| name.ends_with(".md") && file_name::date(name).is_none())?;
        let value = found[2].parse().ok()?;
        let separator = if &found[3] == "." { "-" } else { &found[3] };
        Some(Self {
            value,
            prefix: found[1].to_owned(),
            width: found[2].len(),
            separator: separator.to_owned(),
            after: None,
        })
    }
}

/// The next number in a folder, where its documents are numbered, or where the kind's usually are.
pub fn next_number(page: &KindPage, siblings: &[String]) -> Option<Number> {
    let numbered = || siblings.iter().filter_map(|name| Some((Number::in_name(name)?, name)));
    let dated = siblings.iter().filter(|name| file_name::date(name).is_some()).count();
    let last = numbered().max_by_key(|(number, _)| number.value);
    match last {
        Some((last, name)) if numbered().count() > dated => {
            Some(Number { value: last.value.checked_add(1)?, after: Some(name.clone()), ..last })
        }
        None if dated == 0 && page.kind.paths.are_numbered() => {
            Some(Number { value: 1, prefix: String::new(), width: WIDTH, separator: "-".to_owned(), after: None })
        }
        _ => None,
    }
}

/// The name of a file: its number or its date, and its title.
pub fn file_name(page: &KindPage, siblings: &[String], date: Option<&str>, title: Option<&str>) -> String {
    let slug = title.map(slug).filter(|slug| !slug.is_empty());
    let is_dated = page.kind.paths.are_dated() || siblings.iter().any(|name| file_name::date(name).is_some());
    match (next_number(page, siblings), date.filter(|_| is_dated)) {
        (Some(number), _) => {
            let slug = slug.unwrap_or_else(|| page.kind.name.to_string());
            format!("{}{:0width$}{}{slug}.md", number.prefix, number.value, number.separator, width = number.width)
        }
        (None, Some(date)) => slug.map_or_else(|| format!("{date}.md"), |slug| format!("{date}-{slug}.md")),
        (None, None) => format!("{}.md", slug.as_deref().unwrap_or(&page.kind.name)),
    }
}

/// The title with its number, where the sibling before has its own in its title.
pub fn numbered_title(title: &str, number: &Number, sibling: &str) -> String {
    match NUMBERED_TITLE.captures(sibling) {
        Some(found) if found[2].parse() == Ok(number.value.saturating_sub(1)) && !NUMBERED_TITLE.is_match(title) => {
            format!("{}{:0width$}{}{title}", &found[1], number.value, &found[3], width = found[2].len())
        }
        _ => title.to_owned(),
    }
}

/// Words of a title as they stand in names of files.
fn slug(title: &str) -> String {
    let lower = title.to_lowercase().replace(['\'', '\u{2019}'], "");
    let mut out = String::new();
    for word in lower.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !out.is_empty() && out.len() + 1 + word.len() > LONGEST_SLUG {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.extend(word.chars().take(LONGEST_SLUG));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Catalog;

    #[track_caller]
    fn check(kind: &str, siblings: &[&str], title: &str, expected: &str) {
        let catalog = Catalog::builtin();
        let page = catalog.kind(kind).expect("it is a kind");
        let siblings: Vec<String> = siblings.iter().map(|&it| it.to_owned()).collect();
        let title = Some(title).filter(|it| !it.is_empty());
        assert_eq!(file_name(page, &siblings, Some("2026-11-20"), title), expected);
    }

    #[test]
    fn siblings_decide() {
        check("adr", &[], "Use a queue", "0001-use-a-queue.md");
        check("adr", &["0007-a.md", "0009-b.md", "README.md"], "Don't cache: prices!", "0010-dont-cache-prices.md");
        check("adr", &["adr-07_a.md"], "Use a queue", "adr-08_use-a-queue.md");
        check("adr", &["2026-10-01-a.md", "2026-10-09-b.md", "0001-c.md"], "Use a queue", "2026-11-20-use-a-queue.md");
        check("adr", &["0009-a.md"], "", "0010-adr.md");
        check("meeting-notes", &[], "Storage team", "2026-11-20-storage-team.md");
        check("meeting-notes", &["2026-11-13.md"], "", "2026-11-20.md");
        check("postmortem", &["2026-10-01-a.md"], "Checkout was down", "2026-11-20-checkout-was-down.md");
        check("bug-report", &[], "Export hangs", "export-hangs.md");
    }

    #[test]
    fn a_title_is_numbered_like_its_siblings() {
        let number = Number { value: 10, prefix: String::new(), width: 4, separator: "-".to_owned(), after: None };
        assert_eq!(numbered_title("Use a queue", &number, "9. Cache prices"), "10. Use a queue");
        assert_eq!(numbered_title("Use a queue", &number, "ADR-0009: Cache prices"), "ADR-0010: Use a queue");
        assert_eq!(numbered_title("Use a queue", &number, "Cache prices"), "Use a queue");
        assert_eq!(numbered_title("Use a queue", &number, "3 caches"), "Use a queue");
    }
}
