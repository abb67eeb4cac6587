//! Targets of links that lead to a file beside the text or to a place in it, taken apart.

use std::borrow::Cow;

use crate::words::case;
use crate::words::digit::hex;
use crate::words::entity;
use crate::words::list::is_among;

/// Whether a target leads to where it stands: nothing was put in, or the top of the page.
pub fn leads_nowhere(target: &str) -> bool {
    matches!(target, "" | "#")
}

/// A target inside of the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Local {
    /// The path as it is meant: decoded, without query and fragment. Empty for the text itself.
    pub path: String,
    /// It begins at the root of the repository.
    pub is_rooted: bool,
    /// What stands from `?` on, as it is written; empty where nothing does.
    pub query: String,
    /// What stands behind `#`, decoded.
    pub fragment: Option<String>,
    /// How many bytes of the target are its path.
    pub written: usize,
}

impl Local {
    /// The path that it leads to from a file, with its dots resolved; none where it leaves the root.
    pub fn path_from(&self, file: &str) -> Option<String> {
        resolved(if self.is_rooted { "" } else { folder(file) }, &self.path)
    }
}

/// Signs of a blank that somebody or some program is to fill in, or of a path that a shell reads.
const BLANKS: &[char] = &['{', '}', '<', '>', '$', '|', '*', '%', '\\', '"', '`', ' ', '\n', '\u{2026}'];

/// Bytes. No system opens a path as long, and each folder on it would be looked for.
const LONGEST: usize = 4096;

/// The parts of a target that leads to no other site.
pub fn parse(target: &str) -> Option<Local> {
    if target.len() > LONGEST || target.contains("://") {
        return None;
    }
    // In `a&#32;b.md` the sign belongs to an entity.
    let sign = target.match_indices('#').map(|it| it.0).find(|at| !target[..*at].ends_with('&'));
    let (rest, fragment) = sign.map_or((target, None), |at| (&target[..at], Some(&target[at + 1..])));
    let (written, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
    let query = query.to_owned();
    let plain = |text: &str| decoded(&unescaped(&entity::decoded(text)));
    let fragment = match fragment.map(plain) {
        Some(None) => return None,
        other => other.flatten(),
    };
    if written.is_empty() {
        return Some(Local { path: String::new(), is_rooted: false, query, fragment, written: 0 });
    }
    let whole = entity::decoded(written);
    let path = decoded(&unescaped(&whole))?;
    let is_elsewhere = whole.starts_with("//") || has_scheme(&whole) || is_host(&path) || whole.starts_with(['~', '@']);
    // A blank may be written out, and then nobody encoded it; a name with its ending may stand between `<` and `>`.
    let is_named = names_file(written);
    let is_open = |it: char| BLANKS.contains(&it) && !(it == ' ' && is_named);
    let is_blank = path == written && written.contains(is_open) || path.contains("...") || is_sample(&path);
    if is_elsewhere || is_blank || path.contains(['{', '}', '<', '>', '$', '*']) {
        return None;
    }
    let is_rooted = path.starts_with('/');
    Some(Local { path: path.trim_start_matches('/').to_owned(), is_rooted, query, fragment, written: written.len() })
}

/// Whether a path ends in the name of a file, `a b.md`, and is no note of somebody: "section 2.1", "see b.md".
fn names_file(path: &str) -> bool {
    const LONGEST: usize = 5;
    const NOTES: &str = "fixme see tbd todo";
    let first = path.split([' ', ':']).next().unwrap_or_default();
    let ending = name(path).rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or("", |(_, ending)| ending);
    (1..=LONGEST).contains(&ending.len())
        && ending.starts_with(|it: char| it.is_ascii_alphabetic())
        && ending.bytes().all(|it| it.is_ascii_alphanumeric())
        && !is_among(NOTES, &first.to_ascii_lowercase())
}

/// The folders that a file lies in, from the outermost; of a file at the root none.
pub fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// `mailto:`, `https:`, `C:`.
fn has_scheme(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|it: char| it.is_ascii_alphabetic())
            && scheme.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'+' | b'-' | b'.'))
            && !scheme.contains('.')
    })
}

/// A host whose scheme was left out: `www.example.com`, `example.com/page`.
fn is_host(path: &str) -> bool {
    const ENDS: &[&str] = &[".com", ".org", ".net", ".io", ".dev", ".gov", ".edu", ".app", ".ai", ".co", ".uk", ".de"];
    let first = path.split('/').next().unwrap_or_default();
    // "127.0.0.1:8001"
    let is_numbers = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    first.starts_with("www.")
        || first
            .rsplit_once(':')
            .is_some_and(|(name, port)| is_numbers(port) && (is_numbers(name) || name == "localhost"))
        || ENDS.iter().any(|end| first.ends_with(end) && first.len() > end.len())
        || first.contains('@')
}

/// Words that stand for a target which is still to be written.
fn is_sample(path: &str) -> bool {
    const SAMPLES: &[&str] = &["link", "url", "tbd", "todo", "path", "href", "xxx", "link-to", "your-", "example"];
    let lower = path.to_ascii_lowercase();
    let is_alone = |rest: &str| rest.is_empty() || rest.starts_with('/') && !lower.contains('.');
    let is_word = |it: &&str| lower.strip_prefix(*it).is_some_and(is_alone);
    SAMPLES.iter().any(is_word) || lower.starts_with("path/to/") || lower.contains("/path/to/")
}

/// Without the backslashes that take their meaning from signs: `\_` is `_`.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '\\' || !letters.peek().is_some_and(char::is_ascii_punctuation) {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

/// `%20` and the like as letters; none where they are no UTF-8.
pub fn decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return Some(text.to_owned());
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        let code = digits.and_then(hex).and_then(|it| u8::try_from(it).ok());
        out.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).ok()
}

/// A path inside a folder, with its dots resolved; none where it leaves the root.
pub fn resolved(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The way from a folder to a path, as a link writes it.
pub fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let same = from.iter().zip(&to[..to.len() - 1]).take_while(|(one, other)| one == other).count();
    let up = "../".repeat(from.len() - same);
    let mut way = up;
    for letter in to[same..].join("/").chars() {
        // What would end the address, or what stands around it, as a row of a table or an attribute of a tag.
        if letter.is_alphanumeric() || "-._~/!$+,;=:@".contains(letter) {
            way.push(letter);
        } else {
            let mut bytes = [0; 4];
            letter.encode_utf8(&mut bytes).bytes().for_each(|it| way.push_str(&format!("%{it:02X}")));
        }
    }
    way
}

/// The name of what lies at a path.
pub fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A name without its last ending.
pub fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The only part in which two paths differ, as each has it, and whether that is the name of the file.
pub fn differing<'p>(path: &'p str, found: &'p str) -> Option<(&'p str, &'p str, bool)> {
    let mut parts = path.split('/').zip(found.split('/')).enumerate().filter(|(_, (one, other))| one != other);
    let (at, (one, other)) = parts.next().filter(|_| parts.next().is_none())?;
    let count = path.split('/').count();
    (count == found.split('/').count()).then_some((one, other, at + 1 == count))
}

/// The folder of a path.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// What the page of a folder is called, before its ending.
const FRONTS: &[&str] = &["readme.", "index.", "_index."];

/// Whether a file is the page of its folder: `README.md`, `index.mdx`.
pub fn is_folder_page(path: &str) -> bool {
    FRONTS.iter().any(|front| case::begins(name(path), front))
}

/// Whether a file is MDX, by its name.
pub fn is_mdx(path: &str) -> bool {
    // Asked for each passage.
    path.as_bytes().last_chunk::<4>().is_some_and(|it| it.eq_ignore_ascii_case(b".mdx"))
}

/// What stands behind a path that names a page without its ending, or the folder of it: that of a folder first.
const PAGES: &[&str] =
    &["/README.md", "/index.md", "/readme.md", "/_index.md", ".md", ".markdown", ".mdx", "/index.mdx"];

/// The files that a path may mean which names a page without its ending, or a folder.
pub fn pages_of(path: &str) -> impl Iterator<Item = String> {
    let path = path.trim_end_matches('/');
    PAGES.iter().map(move |page| format!("{path}{page}"))
}

#[cfg(test)]
mod tests {
    use super::{is_folder_page, pages_of, parse, relative, resolved};

    #[test]
    fn a_target_leads_from_its_file_or_from_the_root() {
        let path = |target: &str| parse(target).and_then(|it| it.path_from("docs/adr/a.md"));
        assert_eq!(path("b.md").as_deref(), Some("docs/adr/b.md"));
        assert_eq!(path("../guide/b.md#x").as_deref(), Some("docs/guide/b.md"));
        assert_eq!(path("/b.md").as_deref(), Some("b.md"));
        assert_eq!(path("../../../b.md"), None);
    }

    #[test]
    fn targets_are_taken_apart() {
        let part = |target: &str| parse(target).map(|it| (it.path, it.is_rooted, it.fragment));
        let local = |path: &str, fragment: Option<&str>| Some((path.to_owned(), false, fragment.map(str::to_owned)));
        assert_eq!(part("docs/a%20b.md?plain=1#L10"), local("docs/a b.md", Some("L10")));
        assert_eq!(part("#caf%C3%A9"), local("", Some("café")));
        assert_eq!(part("a%20b%+5.md"), local("a b%+5.md", None));
        assert_eq!(part("/docs/a.md"), Some(("docs/a.md".to_owned(), true, None)));
        assert_eq!(part(r"a\_b.md#input\_a"), local("a_b.md", Some("input_a")));
        assert_eq!(part("a.md:12"), local("a.md:12", None));
        assert_eq!(part("docs/a b.md#c"), local("docs/a b.md", Some("c")));
        for other in ["insert it here", "<your> file.md", "a b. c", "our plan for 2.0", "TODO for v1.md", "see b.md"] {
            assert_eq!(part(other), None, "{other}");
        }
        assert_eq!(part(&"a/".repeat(4096)), None);
        assert_eq!(part("./a&#32;b.md#c&amp;d"), local("./a b.md", Some("c&d")));
        for other in [
            "https://a.b",
            "mailto:a@b.c",
            "//a.b/c",
            "{{ page }}",
            "<path>",
            "www.a.b",
            "a.com/b",
            "$HOME/a",
            "url",
            "~/a",
        ] {
            assert_eq!(part(other), None, "{other}");
        }
    }

    #[test]
    fn a_folder_is_read_by_its_page() {
        assert!(["docs/README.md", "Index.mdx", "docs/_index.md", "readme.rst"].into_iter().all(is_folder_page));
        assert!(["docs/reader.md", "readme", "index/a.md"].into_iter().all(|it| !is_folder_page(it)));
        assert!(pages_of("docs/adr/").take(4).all(|it| it.starts_with("docs/adr/") && is_folder_page(&it)));
        assert!(pages_of("docs/adr").any(|it| it == "docs/adr.md"));
    }

    #[test]
    fn ways_lead_there_and_back() {
        assert_eq!(resolved("docs/ops", "../a/./b.md").as_deref(), Some("docs/a/b.md"));
        assert_eq!(resolved("docs", "../../a"), None);
        assert_eq!(relative("docs/ops", "docs/a b.md"), "../a%20b.md");
        assert_eq!(relative("", "docs/a.md"), "docs/a.md");
        assert_eq!(relative("docs", "docs/a-#1.md"), "a-%231.md");
        assert_eq!(relative("docs", "docs/it's|\"b\" & c\u{e9}.md"), "it%27s%7C%22b%22%20%26%20c\u{e9}.md");
        assert_eq!(relative("docs", "README.md"), "../README.md");
    }
}
