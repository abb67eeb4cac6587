//! What scripts of a repository write, so that nobody keeps it there.

use std::collections::HashSet;

use crate::words::address::local;

/// Where packages say what they run.
const PACKAGE: &str = "package.json";

/// Words of commands that write to what is named behind them.
const WRITES: &[&str] = &["rsync ", "cp ", "cpx ", "copy", "mkdir ", "--out", " -o ", "curl ", "wget ", "> "];

/// Parts of a path that is no common name.
const FEWEST: usize = 2;

/// Whether a script of a package around a path writes it, or a folder that it lies in.
pub fn is_made(path: &str, text: impl Fn(&str) -> Option<String>) -> bool {
    [""].into_iter().chain(local::folders(path)).any(|folder| {
        let below = path[folder.len()..].trim_start_matches('/').trim_end_matches('/');
        let own = || local::resolved(folder, PACKAGE).and_then(|it| text(&it));
        below.matches('/').count() + 1 >= FEWEST && own().is_some_and(|it| writes(&it, below))
    })
}

fn writes(package: &str, path: &str) -> bool {
    let places: Vec<&str> = local::folders(path).skip(FEWEST - 1).chain([path]).collect();
    package.lines().any(|line| {
        places.iter().any(|place| {
            let mut found = line.match_indices(place);
            found.any(|(at, _)| {
                let (before, behind) = (&line[..at], &line[at + place.len()..]);
                let begins = before.strip_suffix("./").unwrap_or(before).ends_with([' ', '=', '\'', '"']);
                // What lies beside it in a folder is another thing.
                let ends = behind.strip_prefix('/').unwrap_or(behind).starts_with([' ', '\'', '"', '&', ';', '\\']);
                begins && ends && WRITES.iter().any(|word| before.contains(word))
            })
        })
    })
}

/// Workflows that are read, at most.
const MOST_READ: usize = 40;

/// The files that a step of a workflow copies or moves to where a site is made: "cp ./notes/style.md ./docs/team/".
pub fn put_there(files: &[String], text: impl Fn(&str) -> Option<String>) -> HashSet<String> {
    const FOLDER: &str = ".github/workflows/";
    let first = files.partition_point(|path| path.as_str() < FOLDER);
    let workflows = files[first..].iter().take_while(|path| path.starts_with(FOLDER)).take(MOST_READ);
    let mut all = HashSet::new();
    for text in workflows.filter_map(|path| text(path)) {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
        lines.flat_map(|line| line.split([';', '&', '|'])).for_each(|command| all.extend(put(command)));
    }
    all
}

/// Where a command puts the files that it names: they keep their names in a folder.
fn put(command: &str) -> Vec<String> {
    let words = command.split_whitespace().skip_while(|it| !matches!(*it, "cp" | "mv")).skip(1);
    let named = words.take_while(|it| !it.starts_with('#')).filter(|it| !it.starts_with('-'));
    let mut files: Vec<&str> = named.collect();
    let Some(to) = files.pop().and_then(|it| local::resolved("", it.trim_matches(['"', '\'']))) else {
        return Vec::new();
    };
    let inside = files.iter().map(|file| format!("{to}/{}", local::name(file.trim_matches(['"', '\'']))));
    if files.is_empty() { Vec::new() } else { inside.chain([to.clone()]).collect() }
}

#[cfg(test)]
mod tests {
    use super::{is_made, put_there};

    #[test]
    fn what_a_workflow_copies_is_put_there() {
        let files = [".github/workflows/a.yml", "README.md"].map(str::to_owned);
        let steps = "- run: sudo cp ./notes/style.md ./docs/team/\n- run: mv -f a/b.md c.md && cp d.md 'e/f.md'\n# cp g.md h/\n";
        let put = put_there(&files, |_| Some(steps.to_owned()));
        for path in ["docs/team/style.md", "c.md", "e/f.md"] {
            assert!(put.contains(path), "{path}");
        }
        assert!(!put.contains("h/g.md") && !put.contains("docs/team/b.md"));
    }

    #[test]
    fn what_a_script_of_a_package_copies_is_made() {
        let package = r#"{"scripts": {
            "sync": "rsync -a ../docs/ ./public/docs/ && cp ../README.md ./public/docs/",
            "style": "sass a.scss -o out/css/all.css",
            "test": "node tools/run/all.js"
        }}"#;
        let is_made = |path: &str| is_made(path, |it| (it == "web/package.json").then(|| package.to_owned()));
        assert!(is_made("web/public/docs/pictures") && is_made("web/public/docs"));
        assert!(is_made("web/out/css/all.css") && !is_made("web/out/css/old.css"));
        assert!(!is_made("web/public/fonts") && !is_made("public/docs") && !is_made("web/tools/run/all.js"));
    }
}
