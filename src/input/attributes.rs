//! `.gitattributes`: which files their owners call generated or vendored.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::costly::{Cost, TOO_MANY, why_untold};
use super::{Trouble, name_of};

/// The attributes that say a person did not write a file for this repository.
const ATTRIBUTES: [&str; 2] = ["linguist-generated", "linguist-vendored"];

/// What the attribute files of the folders met so far say.
#[derive(Debug, Default)]
pub struct Attributes {
    folders: HashMap<PathBuf, Folder>,
    /// Those that are not read, and why.
    untold: Vec<(PathBuf, String)>,
}

#[derive(Debug)]
struct Folder {
    /// The patterns of its attribute file, one matcher for each attribute.
    rules: Option<Vec<Gitignore>>,
    /// The repository begins here: nothing above it counts.
    is_root: bool,
}

impl Attributes {
    /// What is said of the attribute files that were met and say nothing.
    pub fn untold(self) -> impl Iterator<Item = Trouble> {
        let here = super::absolute(Path::new("."));
        self.untold.into_iter().map(move |(path, why)| {
            let name = name_of(path.strip_prefix(&here).unwrap_or(&path));
            Trouble::new(
                &name,
                (format!("{why}: no file is left out by it"), "take out of it what nobody needs"),
                false,
            )
        })
    }

    /// Whether the file is marked; the nearest attribute file that speaks of it decides.
    pub fn is_generated(&mut self, path: &Path) -> bool {
        ATTRIBUTES.iter().enumerate().any(|(number, _)| self.is_marked(path, number))
    }

    fn is_marked(&mut self, path: &Path, attribute: usize) -> bool {
        let absolute = super::absolute(path);
        for folder in absolute.ancestors().skip(1) {
            let known = match self.folders.get(folder) {
                Some(known) => known,
                None => self.folders.entry(folder.to_owned()).or_insert_with(|| {
                    let is_root = folder.join(".git").exists();
                    let rules = read(folder, is_root).unwrap_or_else(|wrong| {
                        self.untold.push(wrong);
                        None
                    });
                    Folder { rules, is_root }
                }),
            };
            if let Some(rules) = &known.rules {
                match rules[attribute].matched(&absolute, false) {
                    Match::Ignore(_) => return true,
                    Match::Whitelist(_) => return false,
                    Match::None => {}
                }
            }
            if known.is_root {
                break;
            }
        }
        false
    }
}

/// Whoever marks all files of a repository means its bar of languages: all of them are somebody's.
const ALL: [&str; 4] = ["*", "**", "/**", "**/*"];

/// The patterns of one attribute file, one matcher for each attribute. The patterns are those of ignore files.
///
/// # Errors
/// They are too many: the file, and what is said of it.
fn read(folder: &Path, is_root: bool) -> Result<Option<Vec<Gitignore>>, (PathBuf, String)> {
    let path = folder.join(".gitattributes");
    let Ok(text) = super::read_own(&path) else {
        return why_untold(&path).map_or(Ok(None), |why| Err((path, why)));
    };
    let mut cost = Cost::default();
    let mut matchers = Vec::new();
    for attribute in ATTRIBUTES {
        let mut builder = GitignoreBuilder::new(folder);
        for pattern in text.lines().filter_map(|line| pattern(line, attribute, is_root)) {
            if cost.exceeds(&pattern) {
                return Err((path, TOO_MANY.to_owned()));
            }
            // A pattern that cannot be read marks nothing.
            let _ = builder.add_line(None, &pattern);
        }
        matchers.push(builder.build().unwrap_or_else(|_| Gitignore::empty()));
    }
    Ok(Some(matchers))
}

/// What a line says of an attribute, as an ignore file would.
fn pattern(line: &str, attribute: &str, is_root: bool) -> Option<String> {
    let line = line.trim();
    let mut words = line.split_whitespace().filter(|_| !line.starts_with('#'));
    let pattern = words.next().filter(|it| !is_root || !ALL.contains(it))?;
    let said = |word: &str| {
        let value = word.strip_prefix(attribute);
        let is_set = matches!(value, Some("" | "=true" | "=1"));
        let bare = word.trim_start_matches(['-', '!']);
        let is_unset = bare == attribute && bare != word || matches!(value, Some("=false" | "=0"));
        (is_set || is_unset).then_some(is_set)
    };
    // Of two words the later one counts.
    let is_set = words.rev().find_map(said)?;
    Some(if is_set { pattern.to_owned() } else { format!("!{pattern}") })
}
