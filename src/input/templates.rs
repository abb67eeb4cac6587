//! The templates of issues, pull requests and documents, where forges and people keep them.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Input, Trouble, leads_out, name_of, read, seat};
use crate::text::Source;

/// What was read, by path, and what could not be.
pub type Found = (Vec<Source>, Vec<Trouble>);

/// The folders of a repository in which forges look, beside its root.
const HOMES: &[&str] = &[".github", ".gitlab", "docs"];
/// Files of templates begin so, and folders of templates are called so, in any case.
const STEMS: &[&str] = &[
    "issue_template",
    "pull_request_template",
    "issue_templates",
    "merge_request_templates",
    "merge_request_template",
];

/// The templates of issues and pull requests of the repository at `root`.
pub fn of_repository(root: &Path) -> Found {
    let top = children(root);
    let homes = top.iter().filter(|(name, _)| HOMES.contains(&name.as_str()));
    let mut homes: Vec<Vec<(String, PathBuf)>> = homes.map(|(_, path)| children(path)).collect();
    homes.push(top);
    let mut paths = Vec::new();
    for (name, path) in homes.into_iter().flatten() {
        let (stem, extension) = name.split_once('.').unwrap_or((&name, ""));
        if !STEMS.contains(&stem) {
            continue;
        }
        if is_text(extension) {
            paths.push(path);
        } else if extension.is_empty() {
            let inside = children(&path).into_iter().filter(|(name, _)| is_template_file(name));
            paths.extend(inside.map(|(_, path)| path));
        }
    }
    read_all(paths)
}

/// The templates that lie beside the documents of a folder, or in a folder of templates below it.
pub fn of_folder(folder: &Path) -> Found {
    let here = children(folder);
    let below = here.iter().filter(|(name, _)| name == "templates" || name == "template");
    let below: Vec<(String, PathBuf)> = below.flat_map(|(_, path)| children(path)).collect();
    let is_named = |name: &str| {
        let stem = name.strip_suffix(".md");
        let is_template =
            |stem: &str| ends_in_template(stem) || ["template-", "template_"].iter().any(|it| stem.starts_with(it));
        stem.is_some_and(|it| is_template(it) && !is_about_one(it)) && !STEMS.iter().any(|it| name.starts_with(it))
    };
    let beside = here.into_iter().filter(|(name, _)| is_named(name));
    // What lies there and is called so tells of the others.
    let below = below.into_iter().filter(|(name, _)| name.ends_with(".md") && name != "readme.md");
    let (mut found, wrong) = read_all(beside.chain(below).map(|(_, path)| path).collect());
    found.retain(|it| !is_of_command(it));
    (found, wrong)
}

/// "how-to-write-mail-by-using-a-template": the name of a page about one.
fn is_about_one(stem: &str) -> bool {
    const LONGEST: usize = 6;
    let words = || stem.split(['-', '_', ' ']);
    words().count() > LONGEST || words().any(|it| matches!(it, "how" | "using"))
}

/// "cli/door-template.md": the page of the command `door template`, beside those of other commands.
fn is_of_command(source: &Source) -> bool {
    let stem = Path::new(&source.name).file_stem().unwrap_or_default().to_string_lossy().replace(['-', '_'], " ");
    source.text.contains("--help") && source.text.contains(&stem)
}

/// "adr-template", "adrtemplate"; "changetemplate" is the page of what changes one.
fn ends_in_template(stem: &str) -> bool {
    const LONGEST_SERIES: usize = 4;
    let before = stem.strip_suffix("template");
    before.is_some_and(|it| it.len() <= LONGEST_SERIES || !it.ends_with(char::is_alphanumeric))
}

/// `config.yml` configures the choice of forms, and is none.
fn is_template_file(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    is_text(extension) || ["yml", "yaml"].contains(&extension) && !name.starts_with("config.")
}

fn is_text(extension: &str) -> bool {
    ["md", "markdown", "txt"].contains(&extension)
}

/// What a folder holds, by its name in small letters; nothing where there is no such folder.
fn children(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    entries.map(|it| (it.file_name().to_string_lossy().to_lowercase(), it.path())).collect()
}

fn read_all(mut paths: Vec<PathBuf>) -> Found {
    paths.sort();
    let here = std::env::current_dir().unwrap_or_default();
    let mut read_so_far = (Vec::new(), Vec::new());
    for path in paths.into_iter().filter(|path| path.is_file()) {
        let name = name_of(path.strip_prefix(&here).unwrap_or(&path));
        if leads_out(&path) {
            let wrong = ("it leads out of the repository".to_owned(), "keep the template in it");
            read_so_far.1.push(Trouble::new(&name, wrong, false));
            continue;
        }
        let place = seat(&path).map(|(_, place)| place);
        match read(&Input::new(name, path, false)) {
            Ok(source) => read_so_far.0.push(match place {
                Some(place) => source.placed(place),
                None => source,
            }),
            Err(trouble) => read_so_far.1.push(trouble),
        }
    }
    read_so_far
}

#[cfg(test)]
mod tests {
    use super::{is_about_one, is_of_command};
    use crate::text::Source;

    #[test]
    fn a_page_about_templates_is_none() {
        assert!(is_about_one("how-to-write-mail-by-using-a-template") && is_about_one("mail-using-a-template"));
        assert!(!is_about_one("adr-template") && !is_about_one("template-for-long-meetings"));
    }

    #[test]
    fn the_page_of_a_command_is_no_template() {
        let usage = "# door template\n\n```\ndoor template [options]\n  --help\n```\n";
        assert!(is_of_command(&Source::file("cli/door-template.md", usage)));
        assert!(is_of_command(&Source::file("cli/door_template.md", usage)));
        assert!(!is_of_command(&Source::file("adr/adr-template.md", "# ADR template\n\nSee `new --help`.\n")));
    }
}
