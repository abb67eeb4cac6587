//! What a path says of its document. A file's name may settle it; a folder's name has to be confirmed by the text.

use std::borrow::Cow;

use super::{Evidence, Kind};
use crate::words::address::local;
use crate::words::case;
use crate::words::digit::leading_digits;
use crate::words::glob;
use crate::words::list::is_among;

/// Folders that hold what a tracker holds.
const TRACKED: &[&str] = &["issues", "bugs", "tickets"];

/// The folder of a path, where it holds what a tracker holds.
pub(super) fn tracker(path: &str) -> Option<&str> {
    path.rsplit('/').nth(1).filter(|folder| TRACKED.contains(folder))
}

#[derive(Debug, Clone)]
pub struct Glob {
    glob: glob::Glob,
    /// It speaks of the file's name, which others may bear as well: the text has to confirm it, as it has to confirm a folder.
    is_hint: bool,
}

impl Glob {
    /// A pattern of a user's page.
    pub fn new(pattern: &str) -> Result<Self, glob::Refused> {
        Ok(Self::of(glob::Glob::new(pattern)?))
    }

    pub const fn of(glob: glob::Glob) -> Self {
        Self { glob, is_hint: false }
    }

    /// One over the file's name that says no more than a folder's.
    pub const fn hint(glob: glob::Glob) -> Self {
        Self { glob, is_hint: true }
    }

    pub fn is_hint(&self) -> bool {
        self.is_hint
    }

    /// What it says of the file's own name.
    fn last(&self) -> &str {
        self.text().rsplit('/').next().unwrap_or_default()
    }

    /// Whether it speaks of the file's name, not only of its folder.
    pub(super) fn names_file(&self) -> bool {
        !self.is_hint && !matches!(self.last(), "*" | "**" | "*.md")
    }

    /// Whether it spells both a folder and the file's whole name.
    fn is_exact(&self) -> bool {
        self.names_file() && self.text().contains('/') && !self.last().contains(['*', '?', '[', '{'])
    }

    pub fn is_match(&self, path: &str) -> bool {
        self.glob.is_match(path)
    }

    /// The pattern as it is written.
    pub fn text(&self) -> &str {
        self.glob.as_str()
    }

    /// How specific the pattern is.
    pub(super) fn detail(&self) -> usize {
        self.text().len()
    }

    /// How many folders lie around the nearest one that it names.
    pub(super) fn depth(&self, path: &str) -> usize {
        let named = self.text().strip_prefix("**/").and_then(|it| it.split_once('/')).map(|(folder, _)| folder);
        let is_named = |part: &str| named.is_some_and(|it| it.split('*').all(|words| part.contains(words)));
        let above = path.split('/').count() - 1;
        path.split('/').take(above).enumerate().filter(|(_, part)| is_named(part)).map(|(at, _)| at).max().unwrap_or(0)
    }

    pub(super) fn because(&self) -> String {
        format!("its path is like `{}`", self.text())
    }
}

/// The globs of one kind.
#[derive(Debug, Default)]
pub struct Paths {
    globs: Cow<'static, [Glob]>,
}

impl Paths {
    pub fn new(globs: Cow<'static, [Glob]>) -> Self {
        Self { globs }
    }

    /// The most telling glob that the path matches.
    pub fn best(&self, path: &glob::Path) -> Option<&Glob> {
        let is_meant = |glob: &Glob| {
            glob.is_match(path.as_str())
                && (glob.names_file() || !is_annex(path.as_str()))
                && !is_of_builds(path.as_str(), glob)
        };
        let key = |glob: &Glob| (glob.names_file(), glob.detail());
        // What tells less than another that matched need not be held against the path.
        self.globs.iter().filter(|it| it.glob.may_match(path)).fold(None, |best: Option<&Glob>, glob| {
            let tells_more = best.is_none_or(|best| key(glob) >= key(best));
            if tells_more && is_meant(glob) { Some(glob) } else { best }
        })
    }

    /// The folders that such documents are kept in, as far as their names are spelt out.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        let folder = |glob: &Glob| glob.text().strip_prefix("**/")?.split_once('/').map(|(folder, _)| folder.len() + 3);
        let named = self.globs.iter().filter_map(move |glob| folder(glob).map(|end| &glob.text()[3..end]));
        named.filter(|name| !name.contains(['*', '?', '[', '{']))
    }

    /// The folders all of whose documents may be of this kind, as far as their names are spelt out.
    pub fn whole_folders(&self) -> impl Iterator<Item = &str> {
        let name = |glob: &Glob| glob.text().strip_prefix("**/")?.strip_suffix("/**/*.md").map(|name| name.len() + 3);
        let named = self.globs.iter().filter_map(move |glob| name(glob).map(|end| &glob.text()[3..end]));
        named.filter(|name| !name.contains(['*', '?', '[', '{', '/']))
    }

    /// Whether documents of this kind are usually numbered.
    pub fn are_numbered(&self) -> bool {
        self.globs.iter().any(|glob| glob.text().ends_with("/[0-9]*.md"))
    }

    /// Whether they are usually called by their dates.
    pub fn are_dated(&self) -> bool {
        self.globs.iter().any(|glob| glob.text().contains("[0-9][0-9]"))
    }
}

/// Whether an integration is one of changes and none of systems: `use-continuous-integration.md`.
fn is_of_builds(path: &str, glob: &Glob) -> bool {
    glob.last().ends_with("integration.md") && local::name(path).contains("continuous")
}

/// The path of a page as it would end where most do: a record is one in `0001-queue.mdx` as well.
pub(super) fn ending_like_most(path: &str) -> Option<String> {
    let (name, ending) = path.rsplit_once('.')?;
    ["mdx", "markdown"].iter().any(|it| ending.eq_ignore_ascii_case(it)).then(|| format!("{name}.md"))
}

/// A path whose folders are written as most are, with hyphens between their words: `Core Dev Meetings/`, `BiweeklyMeetings/` and
/// `_monthly_meetings/` are folders of meetings, too.
pub(super) fn with_hyphens(path: &str) -> Option<String> {
    let (folders, file) = path.rsplit_once('/')?;
    let mut out = String::with_capacity(path.len() + 8);
    let mut last = '/';
    for it in folders.chars() {
        let joins = matches!(it, ' ' | '_' | '-');
        let is_hump = it.is_ascii_uppercase() && last.is_ascii_lowercase();
        if (joins || is_hump) && !matches!(last, '/' | '-') {
            out.push('-');
            last = '-';
        }
        if !joins {
            out.push(it);
            last = it;
        }
    }
    (out != folders).then(|| format!("{out}/{file}"))
}

/// Whether a file lies in the folder of a numbered document, and is not its page: `adr/0095-flows/checklist.md`.
fn is_annex(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    let (file, folder) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    // "2026-11-18-outage" is a day.
    let rest = folder[leading_digits(folder)..].strip_prefix(['-', '_']);
    let is_numbered = leading_digits(folder) > 1 && rest.is_some_and(|it| it.starts_with(char::is_alphabetic));
    is_numbered && leading_digits(file) == 0 && !local::is_folder_page(path)
}

/// Whether a README lies in a folder of its own among documents that a glob means by their folder, and in one of many:
/// `enhancements/storage/cache/README.md`. Nearer to that folder it is as often a list of what lies beside it.
pub(super) fn is_own_folder(path: &str, glob: &Glob) -> bool {
    !glob.is_hint && folder_page(path, 2).is_some_and(|it| glob.text() == format!("**/{it}/**/*.md"))
}

/// The same right in that folder, and in a folder that is nothing but a number: `doc/decisions/queue/index.md`, `0015/README.md`.
/// The text has to say where it stands.
pub(super) fn may_be_own_folder(path: &str, glob: &Glob) -> bool {
    // A guide to something lies in such a folder, too, and has no standing.
    const PROPOSED: &str =
        "adr adrs decisions decision-records rfc rfcs rfds proposals enhancements keps teps neps design-docs";
    let is_meant = |it: &str| is_among(PROPOSED, it) && glob.text() == format!("**/{it}/**/*.md");
    let is_form = || path.rsplit('/').nth(1).is_some_and(|it| it.to_ascii_lowercase().contains("template"));
    match glob.is_hint {
        true => glob.text().ends_with("[0-9]/README.md"),
        false => folder_page(path, 1).is_some_and(is_meant) && !is_form(),
    }
}

/// Whether a README is the page of a folder with a number and a name, wherever that lies: `0015-cache/README.md`. The text has to
/// be divided as a proposal is.
pub(super) fn is_numbered_folder(path: &str, glob: &Glob) -> bool {
    let is_form = || path.rsplit('/').nth(1).is_some_and(|it| it.to_ascii_lowercase().contains("template"));
    glob.is_hint && glob.text().ends_with("[0-9]-*/README.md") && !is_form()
}

/// The folder so far above that of a page, where a file is the page of its folder.
fn folder_page(path: &str, above: usize) -> Option<&str> {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or_default();
    let is_page = case::begins(file, "readme.") || file == "index.md";
    parts.nth(above).filter(|_| is_page)
}

/// What a file's own name settles: a README among the decisions is a README, `keps/*/README.md` is what its page says.
pub(super) fn named<'k>(kind: &'k Kind, glob: &Glob) -> Option<Evidence<'k>> {
    let confidence = match (kind.is_target, glob.is_exact()) {
        _ if !glob.names_file() => return None,
        (true, true) => 0.99,
        (false, _) => 0.98,
        (true, false) => 0.97,
    };
    Some(Evidence { kind, confidence, detail: glob.detail(), because: vec![glob.because()] })
}
