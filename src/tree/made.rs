//! What scripts of a repository write, so that nobody keeps it there.

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

#[cfg(test)]
mod tests {
    use super::is_made;

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
