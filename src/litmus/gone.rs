//! Scripts and compositions that a command names: of one that the repository lacks, everybody who types it learns only that
//! the page is older than the code. What a build makes, and what readers are to write, is lacking too: neither is asked for.

use std::collections::HashSet;

use crate::words::address::local;
use crate::words::list::is_among;

/// The files of a repository, and their folders.
#[derive(Debug)]
pub struct Files<'f> {
    /// Each path with all its ends: `a/b.sh` and `b.sh`.
    ends: HashSet<&'f str>,
    folders: HashSet<&'f str>,
}

/// How the names of scripts end.
const SCRIPTS: &str = "sh bash py rb js mjs cjs ts ps1 pl";

/// Folders that a build fills, or others do.
const MADE: &str = "node_modules target build dist out output bin obj tmp venv env vendor site _site public lib";

impl<'f> Files<'f> {
    pub fn of(files: &'f [String]) -> Self {
        let mut all = Self { ends: HashSet::new(), folders: HashSet::new() };
        for path in files {
            all.ends.extend(path.match_indices('/').map(|(at, _)| &path[at + 1..]).chain([path.as_str()]));
            all.folders.extend(local::folders(path).map(local::name));
        }
        all
    }

    /// Whether a line of commands names a file that is nowhere.
    pub fn lack(&self, line: &str) -> bool {
        // Behind a change of folder it may lie in another repository.
        let is_here = !line.split_whitespace().any(|it| it == "cd");
        is_here && line.split_whitespace().any(|it| self.lacks_one(it))
    }

    fn lacks_one(&self, word: &str) -> bool {
        let Some((folders, name)) = word.trim_start_matches("./").rsplit_once('/') else { return false };
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let is_composition = matches!(ending, "yml" | "yaml") && stem.contains("compose");
        let is_plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.' | '/');
        let is_spelt_out = word.chars().all(is_plain) && word.starts_with(|it: char| it != '/' && it != '-');
        let mut parts = folders.split('/').skip_while(|it| *it == "..");
        // Scripts of a folder that is not here belong to something else.
        let is_of_here = is_composition || parts.clone().all(|it| self.folders.contains(it));
        let is_kept = !parts.clone().any(|it| is_among(MADE, it) || it.starts_with('.')) && parts.next().is_some();
        if !(is_composition || is_among(SCRIPTS, ending)) || !is_spelt_out || !is_of_here || !is_kept {
            return false;
        }
        !self.ends.contains(word.trim_start_matches(['.', '/']))
    }
}

#[cfg(test)]
mod tests {
    use super::Files;

    #[test]
    fn what_lies_nowhere_is_told_where_a_repository_would_have_it() {
        let files = ["scripts/start.sh", "web/scripts/seed.py", "docker/compose.yml"].map(str::to_owned);
        let files = Files::of(&files);
        for line in ["./scripts/stop.sh", "python scripts/start.py --all", "docker compose -f ops/compose.yml up"] {
            assert!(files.lack(line), "{line}");
        }
        for line in [
            "./scripts/start.sh",
            "python scripts/seed.py",
            "docker compose -f docker/compose.yml up",
            "node dist/main.js",
            "cd ../other && ./scripts/stop.sh",
            "./stop.sh",
            "tools/stop.sh",
            "vi config/local.yml",
            "sh scripts/$NAME.sh",
            "curl https://get.shop.test/scripts/install.sh",
            "sh ../scripts/start.sh",
        ] {
            assert!(!files.lack(line), "{line}");
        }
    }
}
