//! The file that somebody may have meant whose link leads nowhere.

use super::alike::is_another;
use super::{Around, Entry};
use crate::words::address::local::{self, Local};
use crate::words::edition::is_language;
use crate::words::file_name;
use crate::words::list::is_among;

/// What may have been meant.
#[derive(Debug, Clone)]
pub struct Meant {
    pub path: String,
    /// The commit that moved it there.
    pub moved_by: Option<String>,
    /// The only difference, which is hard to see: a sign that is written, and the plain one of the name.
    pub sign: Option<(char, char)>,
    /// It may as well be another thing, whose name is like it by letters: that is told, and not offered.
    pub is_another: bool,
}

impl Meant {
    /// What it says of the path that was written.
    pub fn label(&self, path: &str) -> String {
        let found = &self.path;
        match (&self.moved_by, self.sign) {
            (Some(commit), _) => format!("there is no `{path}`: `{commit}` moved it to `{found}`"),
            (_, Some((sign, plain))) => {
                format!("its name is `{found}`, with `{plain}` where this has U+{:04X}", u32::from(sign))
            }
            _ if found.to_lowercase() == path.to_lowercase() => format!("its name is `{found}`, in another case"),
            _ => format!("there is no `{path}`, but a `{found}`"),
        }
    }
}

/// Letters that a name may have more, fewer or otherwise and be written with a slip.
const SLIPS: usize = 2;

/// The file that may have been meant by a path where nothing lies: of this name in another case, the same that was moved, one
/// that lies there from another folder, or the only one of this name. What takes a look at many names is left out where
/// nobody may guess.
pub fn meant(around: &Around, target: &Local, path: &str, may_guess: bool) -> Option<Meant> {
    let same = || named(around, path, path).into_iter().find(|file| file.to_lowercase() == path.to_lowercase());
    let moved = || {
        let fate = around.fate(path).filter(|_| may_guess)?;
        Some(Meant { path: fate.to?, moved_by: Some(fate.commit), sign: None, is_another: false })
    };
    let by_name = || {
        let of_end = || ending(around, target, path).filter(|it| !is_passed_by(around, target, it));
        let found = of_end().or_else(|| only(around, path).filter(|it| !is_in_capitals(target, it)))?;
        (!is_of_another(around, path, found, below(target))).then(|| found.to_owned())
    };
    let alike = || if may_guess { around.alike(path).map(str::to_owned) } else { None };
    let of_whole = || of_whole(around, path).filter(|it| !is_in_capitals(target, it)).map(str::to_owned);
    let by_path = || {
        in_same_language(around, path)
            .or_else(|| from_around(around, target))
            .or_else(|| in_own_folder(around, path))
            .or_else(|| without_ending(around, path))
            .or_else(by_name)
            .or_else(alike)
            .or_else(of_whole)
    };
    let plain = |found: String| Meant {
        sign: sign_instead(path, &found),
        is_another: is_another(around.folder(), path, &found),
        path: found,
        moved_by: None,
    };
    let ours = || in_project(around, target, path).map(plain);
    let moved = || match moved() {
        // The file that lies nearer was written after it.
        Some(it) if !it.path.starts_with(&format!("{}/", around.folder())) => ours().or(Some(it)),
        it => it.or_else(ours),
    };
    let found = same().map(|it| plain(it.to_owned())).or_else(moved).or_else(|| by_path().map(plain));
    // A text may lead to itself, and be called by another name only.
    let is_itself = |it: &Meant| it.path == around.path && it.path.to_lowercase() != path.to_lowercase();
    found.filter(|it| !is_itself(it) && it.path != path)
}

/// Whether a file is called in capitals as a page is that was looked for in a folder: `guide/security.md` is a chapter of the
/// guide, and `SECURITY.md` is what a forge shows.
fn is_in_capitals(target: &Local, found: &str) -> bool {
    let folder = |path: &str| local::name(local::folder(path)).to_lowercase();
    let is_page = below(target).contains('/') && folder(below(target)) != folder(found);
    let stem = |path: &str| local::name(path).split('.').next().unwrap_or_default().to_owned();
    let (written, found) = (stem(&target.path), stem(found));
    is_page && written != found && written.eq_ignore_ascii_case(&found) && found == found.to_ascii_uppercase()
}

/// The sign of a path in whose place another one has a plain one, where nothing else is between them.
fn sign_instead(path: &str, found: &str) -> Option<(char, char)> {
    let mut others = path.chars().zip(found.chars()).filter(|(one, other)| one != other);
    let first = others.next()?;
    let is_sign = !first.0.is_ascii() && first.1.is_ascii() && !first.0.is_alphanumeric() && !first.1.is_alphanumeric();
    (is_sign && path.chars().count() == found.chars().count() && others.all(|it| it == first)).then_some(first)
}

/// The only file of the name of one that is gone, where nothing says that it is another one: the folder in which that one lay
/// went, too, or it lies below or above that, or beside the text.
pub fn namesake<'a>(around: &'a Around, gone: &str) -> Option<&'a str> {
    let found =
        only(around, gone).filter(|it| local::name(it).contains('.') && !is_of_another(around, gone, it, gone))?;
    let (from, to) = (local::folder(gone), local::folder(found));
    let is_below = |one: &str, other: &str| {
        other.is_empty() || one.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    (around.entry(from).is_none() || to == around.folder() || is_below(from, to) || is_below(to, from)).then_some(found)
}

/// Whether a program that makes a site finds what is meant from the folder of all pages, and nobody finds it from the text.
pub fn is_from_root_alone(around: &Around, target: &Local) -> bool {
    let is_there = |path: Option<String>| path.is_some_and(|it| around.entry(&it).is_some());
    around
        .root_of_pages()
        .is_some_and(|root| is_there(local::resolved(root, &target.path)) && !is_there(target.path_from(&around.path)))
}

/// The way to a file, as a target writes it.
pub fn written(around: &Around, target: &Local, path: &str) -> String {
    let relative = local::relative(around.folder(), path);
    match target.is_rooted {
        true => format!("/{}", local::relative("", path)),
        false if target.path.starts_with("./") && !relative.starts_with("../") => format!("./{relative}"),
        false => relative,
    }
}

/// Files that end so, but for those in hidden folders: what lies there is for programs.
fn named<'a>(around: &'a Around, end: &str, path: &str) -> Vec<&'a str> {
    let is_hidden = |file: &str| file.split('/').any(|part| part.starts_with('.') && part != ".github");
    let mut files = around.named(end);
    let is_form = |file: &str| file_name::names_form(&file.to_lowercase());
    let is_kept = |file: &str| !(is_hidden(file) || is_form(file) && file.starts_with('.')) || is_hidden(path);
    files.retain(|file| is_kept(file));
    files
}

/// What a target leads to from the root whose way up leads out of the repository.
pub fn above(around: &Around, target: &Local) -> Option<Meant> {
    let path = below(target).to_owned();
    let is_there = !target.is_rooted && path.contains('.') && around.entry(&path) == Some(Entry::File);
    is_there.then_some(Meant { path, moved_by: None, sign: None, is_another: false })
}

/// A target without what leads up, or says that it begins here.
fn below(target: &Local) -> &str {
    target.path.trim_start_matches("../").trim_start_matches("./")
}

/// The page beside a text that is read in the language of its folder: what was translated kept the path of the other one.
fn in_same_language(around: &Around, path: &str) -> Option<String> {
    let beside = local::resolved(around.folder(), local::name(path))?;
    let is_translated = is_language(&local::name(around.folder()).to_lowercase());
    (is_translated && around.entry(&beside) == Some(Entry::File)).then_some(beside)
}

/// Files of which each package has one.
const OF_PACKAGES: &str =
    "build.gradle Cargo.toml composer.json go.mod package.json pom.xml pyproject.toml tsconfig.json";

/// What lies where the target leads from a folder around the text, the nearest first. A name alone means that from the root,
/// and nowhere else.
fn from_around(around: &Around, target: &Local) -> Option<String> {
    let below = below(target);
    let is_way = below.trim_end_matches('/').contains('/');
    if !is_way {
        // Each package has its own.
        let is_of_package = is_among(OF_PACKAGES, below) && around.folder().contains('/');
        let is_it = |path: &str| target.path == path && !is_of_package && around.entry(path) == Some(Entry::File);
        return is_it(below).then(|| below.to_owned());
    }
    let folders: Vec<&str> = [""].into_iter().chain(local::folders(&around.path)).collect();
    let mut places = folders.iter().rev().filter_map(|folder| local::resolved(folder, below));
    places.find(|place| around.entry(place).is_some())
}

/// A file that has got a folder of its name: `doors/hinges.md` as `doors/hinges/hinges.md`, or as the page of that folder.
fn in_own_folder(around: &Around, path: &str) -> Option<String> {
    let folder = path.strip_suffix(".md")?;
    let pages = [local::name(path), "README.md", "index.md"];
    let mut places = pages.into_iter().map(|page| format!("{folder}/{page}"));
    places.find(|place| around.entry(place) == Some(Entry::File))
}

/// `LICENSE`, where somebody wrote `LICENSE.txt`.
fn without_ending(around: &Around, path: &str) -> Option<String> {
    let bare = path.strip_suffix(".txt").or_else(|| path.strip_suffix(".md"))?;
    (around.entry(bare) == Some(Entry::File)).then(|| bare.to_owned())
}

/// The only file that lies one folder up or down, and for the rest as it was written.
fn ending<'a>(around: &'a Around, target: &Local, path: &str) -> Option<&'a str> {
    let below = below(target);
    let mut files = named(around, below, path);
    files.retain(|file| below.contains('/') && file.ends_with(&format!("/{below}")));
    if let [one] = files[..] { Some(one) } else { None }
}

/// What lies in the folder of the text where the target leads from there, or is the only file of its name around the place that
/// was written, where that is in the folder of the text as well: one of several projects has its own.
fn in_project(around: &Around, target: &Local, path: &str) -> Option<String> {
    const MOST: usize = 100;
    let (own, name) = (around.folder(), local::name(path));
    if own.is_empty() || !below(target).contains('/') {
        return None;
    }
    if let Some(place) = local::resolved(own, below(target)).filter(|it| around.entry(it).is_some()) {
        return Some(place);
    }
    let mut folders: Vec<&str> = local::folders(path).collect();
    folders.retain(|it| it.len() > own.len() && it.starts_with(own) && it[own.len()..].starts_with('/'));
    let nearest = folders.into_iter().rev().find(|it| around.entry(it).is_some())?;
    let all = named(around, name, path);
    let mut inside = all.iter().filter(|it| it.starts_with(&format!("{nearest}/")));
    let one = inside.next().filter(|_| inside.next().is_none() && !file_name::is_common(name) && all.len() < MOST);
    one.filter(|it| local::name(it) == name).map(|it| (*it).to_owned())
}

/// Whether a file lies elsewhere, though the text has a folder beside it that is called as the one which was written there.
fn is_passed_by(around: &Around, target: &Local, found: &str) -> bool {
    let own = around.folder();
    let is_beside = !own.is_empty() && !target.path.starts_with("../");
    let Some((first, _)) = below(target).split_once('/').filter(|_| is_beside) else { return false };
    around.entry(&format!("{own}/{first}")) == Some(Entry::Folder) && !found.starts_with(&format!("{own}/"))
}

/// The only file of this name. Many folders have a file of a common one, each its own.
fn only<'a>(around: &'a Around, path: &str) -> Option<&'a str> {
    let name = local::name(path);
    if let [one] = named(around, name, path)[..] { Some(one).filter(|_| !file_name::is_common(name)) } else { None }
}

/// The page at the root that holds for all of a repository, where no folder has its own.
fn of_whole<'a>(around: &'a Around, path: &str) -> Option<&'a str> {
    const PAGES: &[&str] = &["contributing", "code_of_conduct", "security", "license", "licence"];
    let name = local::name(path).to_ascii_lowercase();
    if !PAGES.contains(&name.split('.').next().unwrap_or_default()) {
        return None;
    }
    if let [one] = named(around, &name, path)[..] { Some(one).filter(|it| !it.contains('/')) } else { None }
}

/// Whether a file belongs to another one of several things whose folders are alike: `order-service/limits.md` is none of
/// `mail-service`, and who writes `ui/build/team.md` where there is a `ui` does not mean that of `web`.
fn is_of_another(around: &Around, path: &str, found: &str, written: &str) -> bool {
    let (from, to): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), found.split('/').collect());
    let first = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let is_same = |(one, other): &(&&str, &&str)| one.eq_ignore_ascii_case(other);
    let last = from.iter().rev().zip(to.iter().rev()).take_while(is_same).count();
    // One folder in place of another one, and all else alike.
    if from.len() != to.len() || first + last + 1 != from.len() {
        return false;
    }
    let (one, other) = (from[first], to[first]);
    if strsim::osa_distance(one, other) <= SLIPS && !one.contains(|it: char| it.is_ascii_digit()) {
        return false;
    }
    // "order-service" and "mail-service" are two; "orders" may have become "orders-service".
    let (ours, others) = (file_name::words(one), file_name::words(other));
    let shared = ours.iter().filter(|word| others.contains(word)).count();
    let is_alike = shared > 0 && shared < ours.len() && shared < others.len();
    let is_written = || written.trim_end_matches('/').split('/').count() > last;
    is_alike || last > 1 && is_written() && around.entry(&from[..=first].join("/")) == Some(Entry::Folder)
}

/// The file that the words of a link name in place of a lost one: "[`lib/open.rs`](../lib/close.rs)".
pub fn named_by(around: &Around, words: &str, path: &str) -> Option<Meant> {
    let words = words.trim_matches('`');
    let name = local::name(words);
    // The bare name of what is lost tells no more than the target did.
    let is_telling = words.contains('/') || name != local::name(path);
    let is_name = is_telling && name.contains('.') && !words.contains(|it: char| it.is_whitespace() || it == '\\');
    let places = [local::resolved(local::folder(path), name), local::resolved(around.folder(), words)];
    let mut places = places.into_iter().flatten().chain([words.to_owned()]).filter(|_| is_name);
    let path = places.find(|it| it != &around.path && around.entry(it) == Some(Entry::File))?;
    Some(Meant { path, moved_by: None, sign: None, is_another: false })
}
