//! Which edition of a page a path names: of a version, in a language, kept from before. Two editions of a page say the
//! same on purpose.

mod earlier;
mod release;

pub use earlier::Earlier;
pub use release::tells_of_release;

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
    "current",
    "dev",
    "draft",
    "drafts",
    "edge",
    "history",
    "latest",
    "main",
    "master",
    "next",
    "nightly",
    "stable",
    "trunk",
    "unreleased",
];

/// Names of folders for what nobody needs any more.
const PUT_AWAY: &[&str] = &["archive", "archived", "archives", "attic", "obsolete"];

/// Words in the names of folders, and behind those of files, whose place another one took, beside those of what was put
/// away.
const LEFT: &[&str] = &[
    "backup",
    "bak",
    "copy",
    "defunct",
    "deprecated",
    "historical",
    "legacy",
    "old",
    "original",
    "outdated",
    "previous",
    "retired",
];

/// Whether a folder is one for what nobody needs any more: `archive`, `_attic`.
pub fn is_put_away(folder: &str) -> bool {
    let name = folder.trim_start_matches(['_', '.']);
    PUT_AWAY.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// Whether a word in small letters, in the name of a folder or behind that of a file, says that another one took its place.
pub(super) fn says_left(word: &str) -> bool {
    PUT_AWAY.contains(&word) || LEFT.contains(&word)
}

/// Whether a path says that another one took the place of its text.
pub fn is_left(path: &str) -> bool {
    let lower = path.to_lowercase();
    let (folders, file) = lower.rsplit_once('/').unwrap_or(("", &lower));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let word = |it: char| !it.is_alphanumeric();
    let last = stem.rsplit_once(word).map(|(_, last)| last);
    folders.split(word).chain(last).any(says_left)
}

/// Whether a path lies in a folder of one release: `docs/v0.9.0/`, `version-1.x/`. A folder `v2` may be a part of the product.
pub fn is_of_release(path: &str) -> bool {
    let lower = path.to_lowercase();
    let folders = lower.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.split('/').any(|it| it.contains('.') && is_version(it))
}

/// The parts of a path that name an edition, joined; empty where none does. What is left names the page.
pub fn split(path: &str) -> (String, String) {
    let lower = path.to_lowercase();
    let (folders, file) = lower.rsplit_once('/').unwrap_or(("", &lower));
    let (mut edition, mut page) = (Vec::new(), Vec::new());
    for part in folders.split('/').filter(|it| !it.is_empty()) {
        let versioned = || part.match_indices(['-', '_']).find(|(at, _)| is_version(&part[at + 1..]));
        match is_edition(part)
            .then_some(("", part))
            .or_else(|| versioned().map(|(at, _)| (&part[..at], &part[at + 1..])))
        {
            Some((name, version)) => {
                page.push(name);
                edition.push(version);
            }
            None => page.push(part),
        }
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
    let is_tail = |(name, tail): &(&str, &str)| !name.is_empty() && (is_edition(tail) || is_number(tail));
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
    AGES.contains(&tail)
        || is_hyphen && tail.len() <= 3 && is_language(tail) && !matches!(name, "readme" | "index" | "contributing")
}

/// Where a version begins that nothing parts from the name before it: `reportv2.2`.
fn glued(stem: &str) -> Option<usize> {
    let is_digit = |at: usize| stem.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let point = |at: usize| (at + 1..stem.len()).find(|at| !is_digit(*at));
    let is_version = |at: usize| point(at).is_some_and(|dot| stem.as_bytes()[dot] == b'.' && is_digit(dot + 1));
    stem.match_indices('v').map(|(at, _)| at).find(|at| *at > 0 && is_digit(at + 1) && is_version(*at))
}

/// `34.0.0`
pub fn is_number(tail: &str) -> bool {
    tail.contains('.') && tail.split('.').all(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_edition(part: &str) -> bool {
    is_language(part) || is_version(part) || AGES.contains(&part) || part.starts_with("versioned_")
}

/// Whether a part of a path, in small letters, says in which language it is: `de`, `zh-cn`, `pt_br`, `zh-hans`.
pub fn is_language(part: &str) -> bool {
    let (language, region) = part.split_once(['-', '_']).unwrap_or((part, ""));
    let is_region = matches!(region.len(), 0 | 2 | 4) && region.bytes().all(|it| it.is_ascii_alphabetic());
    LANGUAGES.contains(&language) && is_region || part.split(['-', '_']).any(|it| NAMES.contains(&it))
}

/// Whether a path says that a text is in another language than English: "docs/id/doors.md", "README.pt-BR.md".
pub fn is_translated(path: &str) -> bool {
    /// Names of folders for much else.
    const AMBIGUOUS: &[&str] = &["be", "cs", "el", "fa", "ml", "ms", "si", "ta", "th"];
    let lower = path.to_lowercase();
    let (folders, file) = lower.rsplit_once('/').unwrap_or(("", &lower));
    let stem = file.rsplit_once('.').map_or(file, |it| it.0);
    let tail =
        stem.rsplit_once('.').or_else(|| stem.strip_prefix("readme").map(|it| ("", it.trim_start_matches(['-', '_']))));
    let parts = || folders.split('/').chain(tail.map(|it| it.1)).filter(|it| is_language(it));
    let is_english = |part: &str| part.starts_with("en");
    parts().any(|it| !AMBIGUOUS.contains(&it)) && !parts().any(is_english)
}

/// `v2`, `1.4`, `version-0.7.x`, `release-1.9`, `4-1-1`, `v1beta1`; a bare number numbers something else.
fn is_version(part: &str) -> bool {
    let bare = ["version", "release", "releases", "ver"].iter().find_map(|it| part.strip_prefix(it));
    let number = bare.map(|it| it.trim_start_matches(['-', '_'])).unwrap_or(part);
    let digits = number.strip_prefix('v').unwrap_or(number);
    let is_short = |it: &str| !it.is_empty() && it.len() <= 3;
    let is_triple = || digits.split(['-', '_']).count() == 3 && digits.split(['-', '_']).all(is_short);
    let is_marked = bare.is_some() || digits.len() < number.len() || digits.contains('.') || is_triple();
    let stage = |it: &str| it.trim_matches(|it: char| it.is_ascii_digit()).to_owned();
    let is_number = |it: &str| !it.is_empty() && matches!(&*stage(it), "" | "x" | "alpha" | "beta" | "rc");
    is_marked && digits.starts_with(|it: char| it.is_ascii_digit()) && digits.split(['.', '_', '-']).all(is_number)
}

#[cfg(test)]
mod tests {
    use super::{is_left, is_of_release, is_translated, split};

    #[test]
    fn a_path_says_in_which_language_a_text_is() {
        for path in ["docs/id/doors.md", "README.id.md", "docs/pt-BR/a/doors.md", "README_zh-CN.md", "i18n/de/doors.md"]
        {
            assert!(is_translated(path), "{path}");
        }
        for path in
            ["docs/en/doors.md", "docs/id/en/doors.md", "docs/ml/doors.md", "id.md", "README.md", "docs/doors.md"]
        {
            assert!(!is_translated(path), "{path}");
        }
    }

    #[test]
    fn editions_of_a_page_have_its_name() {
        for path in
            ["docs/archive/pool.md", "docs/previous-versions/pool.md", "roles (legacy)/pool.md", "docs/pool-old.md"]
        {
            assert!(is_left(path), "{path}");
        }
        for path in ["docs/pool.md", "docs/gold/pool.md", "docs/old-pool.md", "archive.md"] {
            assert!(!is_left(path), "{path}");
        }
        for path in ["docs/v0.9.0/pool.md", "docs/version-1.x/a/pool.md", "Release-1.9/pool.md"] {
            assert!(is_of_release(path), "{path}");
        }
        for path in ["api/v2/pool.md", "docs/pool-1.2.md", "docs/1.2-notes/pool.md", "docs/de/pool.md"] {
            assert!(!is_of_release(path), "{path}");
        }
        for (path, edition, page) in [
            ("docs/pool.md", "", "docs/pool"),
            ("docs/v1.2/pool.md", "v1.2", "docs//pool"),
            ("versioned_docs/version-0.7.x/pool.md", "versioned_docs/version-0.7.x", "//pool"),
            ("docs/de/pool.md", "de", "docs//pool"),
            ("docs/zh-CN/pool.md", "zh-cn", "docs//pool"),
            ("docs/pool.pt_BR.md", "pt_br", "docs/pool"),
            ("README_zh-CN.md", "zh-cn", "readme"),
            ("README-es.md", "es", "readme"),
            ("docs/adr/0007/pool.md", "", "docs/adr/0007/pool"),
            ("docs/go/pool.md", "", "docs/go/pool"),
            ("docs/sign-id.md", "", "docs/sign-id"),
            ("api/pool-v2.md", "v2", "api/pool"),
            ("api/azure-34.0.1.md", "34.0.1", "api/azure"),
            ("changes/v4.0.0.md", "v4.0.0", "changes/"),
            ("docs/pool.french.md", "french", "docs/pool"),
            ("docs/pool.brazilian-portuguese.md", "brazilian-portuguese", "docs/pool"),
            ("docs/1.2-notes.md", "", "docs/1.2-notes"),
            ("docs/reportV2.2-final.md", "v2.2-final", "docs/report"),
            ("docs/pool-v0-12/limits.md", "v0-12", "docs/pool/limits"),
            ("docs/pool/4-1-1.md", "4-1-1", "docs/pool/"),
            ("api/pool-v1beta1.md", "v1beta1", "api/pool"),
            ("docs/what-is-next.md", "", "docs/what-is-next"),
            ("docs/drive.md", "", "docs/drive"),
            ("x", "", ""),
        ] {
            assert_eq!(split(path), (edition.to_owned(), page.to_owned()), "{path}");
        }
    }
}
