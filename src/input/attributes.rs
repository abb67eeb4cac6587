//! `.gitattributes`: which files their owners call generated or vendored.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// The attributes that say a person did not write a file for this repository.
const ATTRIBUTES: [&str; 2] = ["linguist-generated", "linguist-vendored"];

/// What the attribute files of the folders met so far say.
#[derive(Debug, Default)]
pub struct Attributes {
    folders: HashMap<PathBuf, Folder>,
}

#[derive(Debug)]
struct Folder {
    /// The patterns of its attribute file, one matcher for each attribute.
    rules: Option<Vec<Gitignore>>,
    /// The repository begins here: nothing above it counts.
    is_root: bool,
}

impl Attributes {
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
                    Folder { rules: read(folder, is_root), is_root }
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
fn read(folder: &Path, is_root: bool) -> Option<Vec<Gitignore>> {
    let text = super::read_own(&folder.join(".gitattributes")).ok()?;
    let matchers = ATTRIBUTES.iter().map(|attribute| {
        let mut builder = GitignoreBuilder::new(folder);
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let Some(pattern) = words.next().filter(|it| !is_root || !ALL.contains(it)) else { continue };
            for word in words {
                let is_set = word == *attribute
                    || word.strip_prefix(attribute).is_some_and(|rest| rest == "=true" || rest == "=1");
                let is_unset = word.trim_start_matches(['-', '!']) == *attribute && word != *attribute
                    || word.strip_prefix(attribute).is_some_and(|rest| rest == "=false" || rest == "=0");
                // A pattern that cannot be read marks nothing.
                let _ = match (is_set, is_unset) {
                    (true, _) => builder.add_line(None, pattern),
                    (_, true) => builder.add_line(None, &format!("!{pattern}")),
                    _ => continue,
                };
            }
        }
        builder.build().unwrap_or_else(|_| Gitignore::empty())
    });
    Some(matchers.collect())
}
