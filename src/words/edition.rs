//! Which edition of a page a path names: of a version, in a language, kept from before. Two editions of a page say the
//! same on purpose.

/// Languages whose code is a common name of a folder. `go`, `is`, `no` and the like are words first.
const LANGUAGES: &[&str] = &[
    "ar", "az", "be", "bg", "bn", "ca", "cn", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fil", "fr",
    "gl", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "jp", "ka", "kk", "kn", "ko", "kr", "lt", "lv", "mk", "ml",
    "mr", "ms", "nb", "nl", "pl", "pt", "ro", "ru", "si", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tl",
    "tr", "uk", "ur", "uz", "vi", "zh",
];

/// Languages by their English names.
const NAMES: &[&str] = &[
    "arabic",
    "basque",
    "bengali",
    "brazilian",
    "bulgarian",
    "catalan",
    "chinese",
    "croatian",
    "czech",
    "danish",
    "dutch",
    "english",
    "estonian",
    "finnish",
    "french",
    "german",
    "greek",
    "hebrew",
    "hindi",
    "hungarian",
    "indonesian",
    "italian",
    "japanese",
    "korean",
    "latvian",
    "lithuanian",
    "norwegian",
    "persian",
    "polish",
    "portuguese",
    "romanian",
    "russian",
    "serbian",
    "slovak",
    "slovenian",
    "spanish",
    "swedish",
    "thai",
    "turkish",
    "ukrainian",
    "vietnamese",
];

/// Folders of what is kept from before, or not yet out.
const AGES: &[&str] = &[
    "archive",
    "archived",
    "archives",
    "attic",
    "backup",
    "bak",
    "current",
    "deprecated",
    "dev",
    "draft",
    "drafts",
    "edge",
    "historical",
    "history",
    "latest",
    "legacy",
    "main",
    "master",
    "next",
    "nightly",
    "old",
    "obsolete",
    "outdated",
    "previous",
    "retired",
    "stable",
    "trunk",
    "unreleased",
];

/// What is put behind the name of a file whose place another one took.
const LEFT: &[&str] = &["archive", "archived", "backup", "bak", "copy", "deprecated", "legacy", "old", "original"];

/// The parts of a path that name an edition, joined; empty where none does. What is left names the page.
pub fn split(path: &str) -> (String, String) {
    let lower = path.to_lowercase();
    let (folders, file) = lower.rsplit_once('/').unwrap_or(("", &lower));
    let (mut edition, mut page) = (Vec::new(), Vec::new());
    for part in folders.split('/').filter(|it| !it.is_empty()) {
        if is_edition(part) { edition.push(part) } else { page.push(part) }
    }
    let stem = file.rsplit_once('.').map_or("", |(stem, _)| stem);
    let (name, tail) = tail(stem);
    edition.extend(tail);
    page.push(name);
    (edition.join("/"), page.join("/"))
}

/// `guide.de`, `guide-v2`, `README_zh-CN`, `azure-34.0.1`: the name, and the edition behind it.
fn tail(stem: &str) -> (&str, Option<&str>) {
    let borders = stem.match_indices(['.', '-', '_']).map(|(at, _)| (&stem[..at], &stem[at + 1..]));
    let is_tail =
        |(name, tail): &(&str, &str)| !name.is_empty() && (is_edition(tail) || is_number(tail) || LEFT.contains(tail));
    if is_version(stem) {
        return ("", Some(stem));
    }
    if let Some(at) = glued(stem) {
        return (&stem[..at], Some(&stem[at..]));
    }
    let cut = borders.filter(is_tail).find(|(name, tail)| !is_word(name, tail, stem));
    cut.map_or((stem, None), |(name, tail)| (name, Some(tail)))
}

/// `sign-in` and `lock-id` end in words: a code of two letters stands behind a full stop or an underscore, or behind the
/// name of a page that everybody translates.
fn is_word(name: &str, tail: &str, stem: &str) -> bool {
    let is_hyphen = stem.as_bytes()[name.len()] == b'-';
    let is_age = AGES.contains(&tail) && !LEFT.contains(&tail);
    is_age || is_hyphen && tail.len() <= 3 && is_language(tail) && !matches!(name, "readme" | "index" | "contributing")
}

/// Where a version begins that nothing parts from the name before it: `reportv2.2`.
fn glued(stem: &str) -> Option<usize> {
    let is_digit = |at: usize| stem.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let point = |at: usize| (at + 1..stem.len()).find(|at| !is_digit(*at));
    let is_version = |at: usize| point(at).is_some_and(|dot| stem.as_bytes()[dot] == b'.' && is_digit(dot + 1));
    stem.match_indices('v').map(|(at, _)| at).find(|at| *at > 0 && is_digit(at + 1) && is_version(*at))
}

/// `34.0.0`
fn is_number(tail: &str) -> bool {
    tail.contains('.') && tail.split('.').all(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_edition(part: &str) -> bool {
    is_language(part) || is_version(part) || AGES.contains(&part) || part.starts_with("versioned_")
}

/// `de`, `zh-cn`, `pt_br`, `zh-hans`.
fn is_language(part: &str) -> bool {
    let (language, region) = part.split_once(['-', '_']).unwrap_or((part, ""));
    let is_region = matches!(region.len(), 0 | 2 | 4) && region.bytes().all(|it| it.is_ascii_alphabetic());
    LANGUAGES.contains(&language) && is_region || part.split(['-', '_']).any(|it| NAMES.contains(&it))
}

/// `v2`, `1.4`, `version-0.7.x`, `release-1.9`, `2024.1`; a bare number numbers something else.
fn is_version(part: &str) -> bool {
    let bare = ["version", "release", "releases", "ver"].iter().find_map(|it| part.strip_prefix(it));
    let number = bare.map(|it| it.trim_start_matches(['-', '_'])).unwrap_or(part);
    let digits = number.strip_prefix('v').unwrap_or(number);
    let is_marked = bare.is_some() || digits.len() < number.len() || digits.contains('.');
    let is_number = |it: &str| !it.is_empty() && (it == "x" || it.bytes().all(|byte| byte.is_ascii_digit()));
    is_marked && digits.starts_with(|it: char| it.is_ascii_digit()) && digits.split(['.', '_', '-']).all(is_number)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn editions_of_a_page_have_its_name() {
        for (path, edition, page) in [
            ("docs/pool.md", "", "docs/pool"),
            ("docs/v1.2/pool.md", "v1.2", "docs/pool"),
            ("versioned_docs/version-0.7.x/pool.md", "versioned_docs/version-0.7.x", "pool"),
            ("docs/de/pool.md", "de", "docs/pool"),
            ("docs/zh-CN/pool.md", "zh-cn", "docs/pool"),
            ("docs/pool.pt_BR.md", "pt_br", "docs/pool"),
            ("README_zh-CN.md", "zh-cn", "readme"),
            ("README-es.md", "es", "readme"),
            ("docs/archive/pool.md", "archive", "docs/pool"),
            ("docs/adr/0007/pool.md", "", "docs/adr/0007/pool"),
            ("docs/go/pool.md", "", "docs/go/pool"),
            ("docs/sign-id.md", "", "docs/sign-id"),
            ("api/pool-v2.md", "v2", "api/pool"),
            ("api/azure-34.0.1.md", "34.0.1", "api/azure"),
            ("changes/v4.0.0.md", "v4.0.0", "changes/"),
            ("docs/pool.french.md", "french", "docs/pool"),
            ("docs/pool.brazilian-portuguese.md", "brazilian-portuguese", "docs/pool"),
            ("docs/1.2-notes.md", "", "docs/1.2-notes"),
            ("docs/reportV2.2-original.md", "v2.2-original", "docs/report"),
            ("docs/pool-old.md", "old", "docs/pool"),
            ("docs/what-is-next.md", "", "docs/what-is-next"),
            ("docs/drive.md", "", "docs/drive"),
            ("x", "", ""),
        ] {
            assert_eq!(split(path), (edition.to_owned(), page.to_owned()), "{path}");
        }
    }
}
