//! Who looks after links by the words of those that run programs: workflows, files of tasks, hooks.

use super::names::{CALLS, LINKCHECK, MAKERS, OF_ONE_SITE, PROGRAMS, RUNNERS, SITE_PROGRAMS, TASKS};
use super::{Keeper, Kept, MOST_READ, is_copy};
use crate::words::address::local;

/// Runners that lie deeper than this run nothing for the whole repository.
const DEEPEST: usize = 2;

/// What runners keep, where others keep some of it by their own files.
pub(super) fn kept(files: &[String], text: impl Fn(&str) -> Option<String>, known: &[Kept]) -> Vec<Kept> {
    // Of which texts a site is made its settings say, where they are here.
    let makers = if known.is_empty() { MAKERS } else { &[] };
    let sites: Vec<&str> = known.iter().filter(|it| it.by == Keeper::Site).map(|it| it.folder.as_str()).collect();
    let mut kept = Vec::new();
    let (mut is_site, mut is_called, mut is_of_one_site) = (false, false, false);
    for path in files.iter().filter(|path| is_runner(path)).take(MOST_READ) {
        let Some(text) = text(path) else { continue };
        is_site |= has(&text, makers) || has(&text, SITE_PROGRAMS);
        is_of_one_site |= has(&text, OF_ONE_SITE);
        let folder = local::folder(path);
        // What is run for a site looks at that, unless it is led out of its folder.
        let is_of_site = !folder.is_empty() && sites.iter().any(|site| is_within(site, folder));
        let (mut follows, mut is_led_out) = (false, false);
        for line in text.lines() {
            match told(line, &text, &sites) {
                Some(Told::Follows) => (follows, is_led_out) = (true, is_led_out || line.contains("../")),
                Some(Told::Calls) => is_called = true,
                None => {}
            }
        }
        if follows {
            let folder = if is_of_site && !is_led_out { folder.to_owned() } else { String::new() };
            kept.push(Kept { folder, by: Keeper::Follower });
        }
    }
    // What a task does that is called and stands nowhere nobody knows.
    let follows_all = kept.iter().any(|it| it.folder.is_empty()) || is_called && kept.is_empty() && !is_of_one_site;
    if follows_all || is_site {
        let by = if follows_all { Keeper::Follower } else { Keeper::Site };
        kept.push(Kept { folder: String::new(), by });
    }
    kept
}

/// What a line says of links.
enum Told {
    /// It runs a program that follows them.
    Follows,
    /// It calls a task by its name: what that does stands where the task does.
    Calls,
}

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|name| text.contains(name))
}

fn is_within(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn told(line: &str, whole: &str, sites: &[&str]) -> Option<Told> {
    if has(line, PROGRAMS) {
        return Some(Told::Follows);
    }
    let is_comment = line.trim_start().starts_with(['#']) || line.trim_start().starts_with("//");
    let is_task = |task: &&&str| **task != LINKCHECK || !has(whole, OF_ONE_SITE);
    let tasks = TASKS.iter().filter(|_| !is_comment).filter(|it| line.contains(**it)).filter(is_task);
    let mut before = tasks.flat_map(|task| line.match_indices(task).map(|(at, _)| &line[..at])).peekable();
    before.peek()?;
    // What is called after a site is of that alone.
    let mut ours = before.filter(|it| !is_of_site(it, sites)).peekable();
    ours.peek()?;
    Some(if ours.all(is_called) { Told::Calls } else { Told::Follows })
}

/// "npm run check-links", "make -C docs linkcheck"
fn is_called(before: &str) -> bool {
    let command = before.rsplit(['&', ';', '|', '(', '`']).next().unwrap_or_default();
    let mut words = command.split(|it: char| it.is_whitespace() || matches!(it, '"' | '\'' | '@' | ':'));
    words.any(|it| CALLS.contains(&it))
}

/// "docs-check-links", where there is a site in `docs`.
fn is_of_site(before: &str, sites: &[&str]) -> bool {
    let is_around = |it: char| it.is_whitespace() || matches!(it, '"' | '\'');
    let name = before.rsplit(is_around).next().unwrap_or_default();
    let first = name.split(['-', '_', ':', '.']).next().unwrap_or_default();
    first.len() < name.len() && !first.is_empty() && sites.iter().any(|site| is_within(site, first))
}

fn is_runner(path: &str) -> bool {
    let lower = path.to_lowercase();
    let name = local::name(&lower);
    let is_workflow = [".github/", ".circleci/", ".gitlab/", ".buildkite/", ".woodpecker", ".gitea/", ".forgejo/"]
        .iter()
        .any(|folder| lower.starts_with(folder))
        && (name.ends_with(".yml") || name.ends_with(".yaml"));
    is_workflow || RUNNERS.contains(&name) && lower.matches('/').count() <= DEEPEST && !is_copy(path)
}

#[cfg(test)]
mod tests {
    use super::super::Keepers;

    #[test]
    fn what_is_run_for_a_site_follows_its_links_alone() {
        let holds = |files: &[(&str, &str)], path: &str| {
            let names: Vec<String> = files.iter().map(|(name, _)| (*name).to_owned()).collect();
            let text = |path: &str| files.iter().find(|(name, _)| *name == path).map(|(_, text)| (*text).to_owned());
            Keepers::among(&names, text).of(path).is_some()
        };
        let workflow = (".github/workflows/a.yml", "- run: npm run check-links\n# check-links looks at pages\n");
        let make = ("Makefile", "docs-check-links: docs-build\n\t@cd docs && npm run check-links\n");
        let settings = ("docs/astro.config.mjs", "");
        let package = |script: &'static str| ("docs/package.json", script);
        let of_site = package("\"check-links\": \"linkinator dist\"");
        assert!(!holds(&[workflow, make, settings, of_site], "README.md"));
        assert!(holds(&[workflow, make, settings, of_site], "docs/src/a.md"));
        let of_all = package("\"check-links\": \"linkinator ../**/*.md\"");
        assert!(holds(&[workflow, make, settings, of_all], "README.md"));
        assert!(holds(&[workflow], "README.md"), "nobody knows what it does");
        assert!(holds(&[workflow, ("package.json", "\"check-links\": \"node a.js\"")], "README.md"));
        let sphinx = ("docs/Makefile", "linkcheck:\n\t$(SPHINXBUILD) -b linkcheck out");
        assert!(!holds(&[(".github/workflows/a.yml", "- run: make -C docs linkcheck"), sphinx], "README.md"));
    }
}
