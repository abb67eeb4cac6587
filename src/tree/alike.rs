//! The file that somebody meant who wrote its name with a slip, and which is another one for all that.

use crate::words::address::local;
use crate::words::edition::is_language;
use crate::words::english::slip;

/// In a folder of more files, nearly every name is like another one.
const MOST: usize = 2000;
/// Letters of a name for each that may be wrong.
const LETTERS: usize = 6;
/// Bytes of a name. To compare two takes as long as the one is long times the other, and each file beside it is compared.
const LONGEST: usize = 80;
/// More wrong letters make another name.
const SLIPS: usize = 2;

/// The only one of some files, sorted, that lies in the folder of a path and is nearly called so. Numbers are never slips:
/// `0012-queue.md` is another text than `0013-queue.md`, and the same as `12-queue.md`.
pub fn alike<'f>(files: &'f [String], path: &str) -> Option<&'f str> {
    let (name, wanted) = (local::name(path), Name::of(local::name(path)));
    if name.len() > LONGEST {
        return None;
    }
    let start = &path[..path.len() - name.len()];
    let first = files.partition_point(|it| it.as_str() < start);
    let inside = files[first..].iter().take_while(|it| it.starts_with(start)).take(MOST + 1);
    let beside: Vec<&str> = inside.map(String::as_str).filter(|it| !it[start.len()..].contains('/')).collect();
    if beside.len() > MOST {
        return None;
    }
    let mut found = beside.into_iter().filter(|it| wanted.is_alike(&Name::of(local::name(it))));
    found.next().filter(|_| found.next().is_none())
}

/// Whether one part of a path is otherwise than that of what was found, and may be called so for good: `import.md` and
/// `export.md`, the folders `v1` and `v2`. What was found beside a text is read in its language.
pub fn is_another(own: &str, path: &str, found: &str) -> bool {
    let Some((one, other, is_name)) = local::differing(path, found) else { return false };
    let is_read_here = || is_language(&local::name(own).to_lowercase()) && local::folder(found) == own;
    match is_name {
        true => !slip::is_slip(local::stem(one), local::stem(other)),
        false => is_other_folder(one, other) && !is_read_here(),
    }
}

/// Whether a path and what was found differ in one part alone: nobody moved it to where it is.
pub fn is_renamed(path: &str, found: &str) -> bool {
    local::differing(path, found).is_some()
}

/// Whether two folders whose names are like each other are two.
fn is_other_folder(one: &str, other: &str) -> bool {
    let (ours, others) = (slip::words(one), slip::words(other));
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let is_two = |(one, other): (&String, &String)| slip::is_another(one, other) || is_number(one) && is_number(other);
    let mut unlike = ours.iter().zip(&others).filter(|(one, other)| one != other);
    let is_one_otherwise = ours.len() == others.len() && unlike.next().is_some_and(is_two) && unlike.next().is_none();
    is_one_otherwise || strsim::osa_distance(one, other) <= SLIPS && !slip::is_slip(one, other)
}

/// A name as it is compared.
struct Name<'n> {
    /// In small letters, with hyphens for what joins its words, and without zeros before a number.
    stem: String,
    ending: &'n str,
}

impl<'n> Name<'n> {
    fn of(name: &'n str) -> Self {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let mut plain = String::with_capacity(stem.len());
        let mut letters = stem.chars().peekable();
        while let Some(letter) = letters.next() {
            let is_within = plain.ends_with(|it: char| it.is_ascii_digit());
            if letter == '0' && !is_within && letters.peek().is_some_and(char::is_ascii_digit) {
                continue;
            }
            match letter {
                // Dashes that no keyboard has come out of programs for texts.
                '_' | ' ' | '\u{a0}' | '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
                '\u{2019}' => plain.push('\''),
                letter => plain.extend(letter.to_lowercase()),
            }
        }
        Self { stem: plain, ending }
    }

    fn is_alike(&self, other: &Name) -> bool {
        let most = (self.stem.len().min(other.stem.len()) / LETTERS).min(SLIPS);
        fn numbers(stem: &str) -> impl Iterator<Item = &str> {
            stem.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty())
        }
        self.ending.eq_ignore_ascii_case(other.ending)
            && self.stem.len().abs_diff(other.stem.len()) <= most
            && numbers(&self.stem).eq(numbers(&other.stem))
            && strsim::osa_distance(&self.stem, &other.stem) <= most
    }
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn a_slip_is_told_and_another_name_is_none() {
        let files: Vec<String> =
            ["docs/0012-queue-of-doors.md", "docs/a/handle.md", "docs/handle.md", "docs/hinges.md", "docs/lock.md"]
                .map(str::to_owned)
                .into();
        let find = |path: &str| alike(&files, path);
        assert_eq!(find("docs/0012_queue_of_dooors.md"), Some("docs/0012-queue-of-doors.md"));
        assert_eq!(find("docs/hnadle.md"), Some("docs/handle.md"));
        assert_eq!(find("docs/hinge.md"), None);
        assert_eq!(find("docs/0013-queue-of-doors.md"), None);
        assert_eq!(find("docs/lick.md"), None);
        assert_eq!(find("docs/handle.png"), None);
        assert_eq!(find("handle.md"), None);
    }

    #[test]
    fn zeros_before_a_number_are_no_letters() {
        let files = ["a/2026-01-04.md", "a/2026-11-04.md", "a/7-hinges.md", "a/100.md"].map(str::to_owned);
        let find = |path: &str| alike(&files, path);
        assert_eq!(find("a/2026-1-4.md"), Some("a/2026-01-04.md"));
        assert_eq!(find("a/2026-11-4.md"), Some("a/2026-11-04.md"));
        assert_eq!(find("a/0007-hinges.md"), Some("a/7-hinges.md"));
        assert_eq!(find("a/2026-1-14.md"), None);
        assert_eq!(find("a/10.md"), None);
    }

    #[test]
    fn to_a_long_name_none_is_compared() {
        let long = |end: &str| format!("{}{end}.md", "hinge".repeat(super::LONGEST / 5));
        assert_eq!(alike(&[long("x")], &long("y")), None);
    }

    #[test]
    fn what_is_like_by_letters_may_be_another() {
        let is_another = |path: &str, found: &str| super::is_another("docs/de", path, found);
        for (path, found) in [
            ("docs/import-doors.md", "docs/export-doors.md"),
            ("import/doors.md", "export/doors.md"),
            ("upload/doors.md", "download/doors.md"),
            ("gitlab/doors.md", "github/doors.md"),
            ("cpu/doors.md", "gpu/doors.md"),
            ("v1/doors.md", "v2/doors.md"),
            ("version-1.2/doors.md", "version-1.3/doors.md"),
            ("docs/fr/doors.md", "docs/en/doors.md"),
        ] {
            assert!(is_another(path, found), "{path} {found}");
        }
        for (path, found) in [
            ("docs/imort-doors.md", "docs/import-doors.md"),
            ("doc/doors.md", "docs/doors.md"),
            ("docs/LICENSE.txt", "docs/LICENSE"),
            ("orders/doors.md", "shop/doors.md"),
            ("doors.md", "docs/doors.md"),
            ("docs/en/doors.md", "docs/de/doors.md"),
        ] {
            assert!(!is_another(path, found), "{path} {found}");
        }
    }

    #[test]
    fn of_two_none_is_meant() {
        let files = ["handles.md", "handlez.md"].map(str::to_owned);
        assert_eq!(alike(&files, "handlex.md"), None);
    }
}
