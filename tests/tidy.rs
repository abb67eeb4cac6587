//! The house rules that a machine can read. Each complaint names file, line and cure.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use ignore::WalkBuilder;
use pingless::checks::{CHECKS, Native};
use pingless::rule::{Catalog, Check, Head, Page};
use pingless::words::heading;

#[path = "tidy/circle.rs"]
mod circle;
#[path = "tidy/map.rs"]
mod map;
#[path = "tidy/names.rs"]
mod names;

/// A file of the repository.
struct File {
    /// From the root, with `/`.
    path: String,
    text: String,
}

impl File {
    /// The lines with their numbers, from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    fn complaint(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }

    /// The module of `src/` that it belongs to.
    fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        inside.split('/').next().map(|name| name.trim_end_matches(".rs"))
    }
}

fn files(keep: impl Fn(&str) -> bool) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let walk = WalkBuilder::new(root).hidden(false).filter_entry(|entry| entry.file_name() != ".git").build();
    let mut files: Vec<File> = walk
        .map(|entry| entry.expect("the repository can be read"))
        .filter(|entry| entry.file_type().is_some_and(|it| it.is_file()))
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(root).expect("it is below the root").to_string_lossy();
            let path = path.replace('\\', "/");
            let text = keep(&path).then(|| fs::read_to_string(entry.path()).ok()).flatten()?;
            Some(File { path, text })
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!files.is_empty(), "nothing was found to look at");
    files
}

fn sources() -> Vec<File> {
    files(|path| path.starts_with("src/") && path.ends_with(".rs"))
}

#[track_caller]
fn silent(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[track_caller]
fn all(files: &[File], rule: impl Fn(&File) -> Vec<String>) {
    silent(files.iter().flat_map(rule).collect());
}

/// The modules in the order of `src/lib.rs`: each may use those of the tiers before its own.
const TIERS: &[&[&str]] = &[
    &["later", "text"],
    &["words", "markdown", "finding"],
    &["fact"],
    &["document"],
    // `tree` says what a text lies among, as `change` says what it describes: it reads documents, and knows no check.
    &["kind", "owners", "slot", "change", "thread", "tree"],
    &["template", "summary"],
    &["corpus"],
    &["checks"],
    &["litmus", "rule"],
    &["config", "link"],
    &["settle"],
    &["fix", "lint", "trial"],
    &["report", "compose", "payload"],
    &["survey", "examples", "editor"],
    &["input"],
    &["cli"],
    &["run"],
    &["command"],
    &["main", "lib", "build"],
];

fn tier(module: &str) -> Option<usize> {
    TIERS.iter().position(|tier| tier.contains(&module))
}

/// The modules of this crate that a line names.
fn used(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::")
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![rest],
        })
        .map(|path| {
            let path = path.trim();
            &path[..path.find(|it: char| !it.is_ascii_alphanumeric() && it != '_').unwrap_or(path.len())]
        })
        .filter(|name| name.starts_with(|it: char| it.is_ascii_lowercase()))
        .collect()
}

fn layers(file: &File) -> Vec<String> {
    let Some(module) = file.module() else { return Vec::new() };
    let Some(own) = tier(module) else {
        return vec![file.complaint(1, &format!("`{module}` has no tier; give it one in tests/tidy.rs"))];
    };
    let tests = file.lines().find(|(_, line)| line.trim() == "#[cfg(test)]").map_or(usize::MAX, |(line, _)| line);
    let mut complaints = Vec::new();
    for (number, line) in file.lines().take_while(|(number, _)| *number < tests) {
        for name in used(line).into_iter().filter(|name| *name != module) {
            let is_below = tier(name).is_some_and(|tier| tier < own);
            let may_use = match (module, name) {
                ("input", name) => name == "text",
                (_, "input") => matches!(module, "run" | "command"),
                _ => is_below,
            };
            if !may_use {
                let what = format!("`{module}` may not use `{name}`; move what is needed to a tier below both");
                complaints.push(file.complaint(number, &what));
            }
        }
    }
    complaints
}

#[test]
fn imports_point_one_way() {
    all(&sources(), layers);
}

/// The subcommands whose files a line names, as seen from the file of one.
fn subcommands_used<'l>(file: &File, line: &'l str) -> Vec<&'l str> {
    let code = line.split("//").next().unwrap_or_default();
    let is_inside = file.path.matches('/').count() > 2;
    let from = |prefix: &str| code.split(prefix).nth(1).map(|rest| rest.split([':', ';', ' ']).next().unwrap_or(rest));
    let beside = (!is_inside && !line.starts_with(' ')).then(|| from("use super::")).flatten();
    from("crate::command::").into_iter().chain(beside).collect()
}

fn alone(file: &File) -> Vec<String> {
    let Some(inside) = file.path.strip_prefix("src/command/") else { return Vec::new() };
    let own = inside.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    // What it offers at its end is a baseline.
    let may_use = |name: &str| name == own || (own, name) == ("init", "baseline");
    let lines = file.lines().filter(|(_, line)| !subcommands_used(file, line).into_iter().all(may_use));
    lines.map(|(line, _)| file.complaint(line, "a subcommand uses no other; move what both need to `run`")).collect()
}

#[test]
fn no_subcommand_uses_another() {
    all(&sources(), alone);
}

#[test]
fn no_two_files_import_each_other() {
    silent(circle::circles(&sources()));
}

fn grammar(file: &File) -> Vec<String> {
    let is_markdown = file.module() == Some("markdown");
    let names = |line: &str| line.split("//").next().is_some_and(|code| code.contains("tree_sitter"));
    let lines = file.lines().filter(|(_, line)| !is_markdown && names(line));
    lines.map(|(line, _)| file.complaint(line, "only `markdown` names tree-sitter; ask the document instead")).collect()
}

#[test]
fn only_markdown_names_the_grammar() {
    all(&sources(), grammar);
}

fn languages(file: &File) -> Vec<String> {
    let is_neutral = file.module() == Some("words") && !file.path.starts_with("src/words/english");
    let names = |line: &str| line.split("//").next().is_some_and(|code| code.contains("english::"));
    let lines = file.lines().filter(|(_, line)| is_neutral && names(line));
    lines.map(|(line, _)| file.complaint(line, "what no language owns uses none; move it into the folder")).collect()
}

#[test]
fn what_no_language_owns_uses_none() {
    all(&sources(), languages);
}

fn clocks(file: &File) -> Vec<String> {
    const CLOCKS: &[&str] = &["::now()", "SystemTime", "Instant", "clock_gettime"];
    // What is written today, and how long a run takes.
    const READERS: &[&str] = &["src/run/clock.rs", "src/run/timings.rs"];
    let reads =
        |line: &str| line.split("//").next().is_some_and(|code| CLOCKS.iter().any(|clock| code.contains(clock)));
    let lines = file.lines().filter(|(_, line)| !READERS.contains(&file.path.as_str()) && reads(line));
    lines
        .map(|(line, _)| {
            file.complaint(line, "only `run/clock.rs` and `run/timings.rs` read a clock; let the caller say it")
        })
        .collect()
}

#[test]
fn two_files_read_a_clock() {
    all(&sources(), clocks);
}

fn programs(file: &File) -> Vec<String> {
    const DOERS: &[&str] =
        &["Command::new(", "TcpStream", "UdpSocket", "TcpListener", "ToSocketAddrs", "libloading", "process::exit"];
    // git, with fixed arguments.
    const RUNNER: &str = "src/input/git/still.rs";
    let does = |line: &str| line.split("//").next().is_some_and(|code| DOERS.iter().any(|it| code.contains(it)));
    let lines = file.lines().filter(|(_, line)| file.path != RUNNER && does(line));
    lines
        .map(|(line, _)| {
            file.complaint(line, "only `input/git/still.rs` runs a program, and nothing opens a connection")
        })
        .collect()
}

#[test]
fn nothing_is_run_but_git_and_nothing_is_called() {
    all(&sources(), programs);
}

const LONGEST_FILE: usize = 300;
const LONGEST_FUNCTION: usize = 60;

fn lengths(file: &File) -> Vec<String> {
    let mut complaints = Vec::new();
    let count = file.lines().count();
    if count > LONGEST_FILE {
        let what = format!("{count} lines are more than {LONGEST_FILE}; find the second idea and give it a file");
        complaints.push(file.complaint(count, &what));
    }
    let lines: Vec<&str> = file.text.lines().collect();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let is_function = !line.contains("//") && format!(" {}", line.trim_start()).contains(" fn ");
        let end = format!("{}}}", " ".repeat(indent));
        let is_declared = line.trim_end().ends_with([';', '}']);
        let body = lines[start..].iter().position(|line| *line == end).map_or(0, |at| at + 1);
        if is_function && !is_declared && body > LONGEST_FUNCTION {
            let what = format!("{body} lines are more than {LONGEST_FUNCTION}; let a part of it have a name");
            complaints.push(file.complaint(start + 1, &what));
        }
    }
    complaints
}

#[test]
fn files_and_functions_are_short() {
    all(&sources(), lengths);
}

fn opening(file: &File) -> Vec<String> {
    let opens = file.text.starts_with("//! ") || file.text.starts_with("#![doc = include_str!(");
    if opens { Vec::new() } else { vec![file.complaint(1, "open with `//!`: what it owns, and what it does not know")] }
}

#[test]
fn every_module_says_what_it_owns() {
    all(&sources(), opening);
    all(&files(|path| path.starts_with("tests/") && path.ends_with(".rs")), opening);
}

fn comments(file: &File) -> Vec<String> {
    let mut complaints = Vec::new();
    for (number, line) in file.lines() {
        let Some(comment) = line.trim_start().strip_prefix("//").or_else(|| line.split_once(" // ").map(|it| it.1))
        else {
            continue;
        };
        let words = comment.trim_start_matches(['/', '!']).trim();
        let is_banner = words.len() > 2 && words.chars().all(|it| "-=*#~_/ ".contains(it));
        let is_code = !comment.starts_with(['/', '!']) && words.ends_with([';', '{', '}']);
        let cure = match () {
            _ if ["TODO", "FIXME", "XXX", "HACK"].iter().any(|word| words.starts_with(word)) => {
                "do it, or open an issue"
            }
            _ if is_banner => "a banner says that the file holds two ideas: split it",
            _ if is_code => "delete the commented-out code: git remembers it",
            _ => continue,
        };
        complaints.push(file.complaint(number, cure));
    }
    complaints
}

#[test]
fn comments_say_why() {
    all(&sources(), comments);
}

fn serialisers(file: &File) -> Vec<String> {
    let is_report = file.module() == Some("report");
    let serialises = |line: &str| line.split(|it: char| !it.is_alphanumeric()).any(|word| word == "Serialize");
    let lines = file.lines().filter(|(_, line)| !is_report && serialises(line));
    lines.map(|(line, _)| file.complaint(line, "only `report` serialises; give the form a struct there")).collect()
}

#[test]
fn only_reports_are_serialised() {
    all(&sources(), serialisers);
}

/// Checks without a row or a page, rows without a file. `rows` are names of CHECKS, and whether code of ours is behind.
fn unbound(stems: &[String], rows: &[(&str, bool)], catalog: &Catalog) -> Vec<String> {
    let mut complaints = Vec::new();
    for stem in stems {
        if !rows.iter().any(|(name, is_native)| *is_native && name == stem) {
            complaints.push(format!("src/checks/{}.rs:1: it has no row in CHECKS; add one", stem.replace('-', "_")));
        }
    }
    for (name, is_native) in rows {
        let is_bound = catalog.rules.iter().any(|rule| {
            rule.id == *name
                && matches!(
                    (&rule.check, is_native),
                    (Check::Document(_) | Check::Change(_) | Check::Edit(_) | Check::Tree(_), true)
                        | (Check::Seated(_) | Check::Corpus(_) | Check::Thread(_) | Check::Template(_), true)
                        | (Check::Ineffective | Check::Unused | Check::Questions, false)
                )
        });
        if !is_bound {
            complaints
                .push(format!("src/checks.rs:1: `{name}` has no page that it works for; write rules/*/{name}.md"));
        }
        if *is_native && !stems.iter().any(|stem| stem == name) {
            complaints.push(format!("src/checks.rs:1: `{name}` has no file of its name in src/checks/; give it one"));
        }
    }
    complaints
}

#[test]
fn every_check_has_a_file_a_row_and_a_page() {
    let files = files(|path| path.starts_with("src/checks/"));
    let stem = |file: &File| file.path["src/checks/".len()..].trim_end_matches(".rs").replace('_', "-");
    let stems: Vec<String> = files.iter().map(stem).collect();
    let rows: Vec<(&str, bool)> = CHECKS
        .iter()
        .map(|(name, check)| (*name, !matches!(check, Native::Ineffective | Native::Unused | Native::Questions)))
        .collect();
    silent(unbound(&stems, &rows, &Catalog::builtin()));
}

#[test]
fn every_rule_and_kind_in_code_has_a_page() {
    let catalog = Catalog::builtin();
    let pages: BTreeSet<&str> = catalog.pages.iter().map(|it| &*it.id).collect();
    all(&sources(), |file| names::strange(file, &pages));
}

#[test]
fn what_is_offered_is_used() {
    let all = files(|path| path.ends_with(".rs") && (path.starts_with("src/") || path.starts_with("tests/")));
    silent(names::idle(&sources(), &all));
}

/// Words that keep their capital at the start of a summary or a label.
const PROPER: &[&str] = &["English", "Markdown", "GitHub", "UTC"];

/// What is wrong with words that stand in a diagnostic.
fn diagnostic(words: &str) -> Option<&'static str> {
    let first = words.split([' ', '\'']).next().unwrap_or_default();
    let is_capital = first.starts_with(char::is_uppercase) && !PROPER.contains(&first);
    let is_shouted = first.chars().all(|it| !it.is_lowercase());
    match words.trim() {
        "" => Some("say something"),
        _ if is_capital && !is_shouted => Some("begin with a small letter"),
        _ if words.ends_with(['.', '!']) && !words.ends_with("...") => Some("end without a full stop"),
        _ => None,
    }
}

fn question(words: &str) -> Option<&'static str> {
    let is_sentence = words.starts_with(|it: char| it.is_uppercase() || !it.is_alphabetic());
    (!words.ends_with('?') || !is_sentence).then_some("write a sentence that ends with `?`")
}

const LONGEST_BODY: usize = 60;

/// A page as it has to be for those who read it as documentation.
fn form(page: &Page) -> Vec<String> {
    let line = |key: &str| page.text.find(key).map_or(1, |at| page.text[..at].lines().count().max(1));
    let mut complaints = Vec::new();
    let mut say = |place: &str, what: &str| complaints.push(format!("{}:{}: {what}", page.path, line(place)));
    let head: Head = serde_saphyr::from_str(page.head()).expect("the catalog has read it");
    let mut texts = vec![("summary".to_owned(), Some(head.summary), head.question, head.help)];
    texts.extend(
        head.needs
            .iter()
            .map(|(name, need)| (format!("{name}:"), need.summary.clone(), need.question.clone(), need.help.clone())),
    );
    for (place, summary, asked, help) in &texts {
        let of = |what: &str, cure: &str| format!("`{what}` at `{}`: {cure}", place.trim_end_matches(':'));
        summary.iter().filter_map(|it| diagnostic(it)).for_each(|cure| say(place, &of("summary", cure)));
        asked.iter().filter_map(|it| question(it)).for_each(|cure| say(place, &of("question", cure)));
        help.iter().filter_map(|it| diagnostic(it)).for_each(|cure| say(place, &of("help", cure)));
    }
    head.phrases.iter().filter_map(|it| diagnostic(&it.label)).for_each(|cure| say("label", cure));
    let body = outside_fences(page.body());
    if body.len() > LONGEST_BODY {
        say("\n---\n", &format!("{} lines of body are more than {LONGEST_BODY}; keep the reasons", body.len()));
    }
    let titles: Vec<String> = body.iter().filter_map(|it| it.strip_prefix("## ")).map(heading::normalise).collect();
    for (name, need) in &head.needs {
        let is_told = titles.contains(&heading::normalise(&name.replace('-', " ")));
        if need.summary.is_some() && !is_told {
            say(&format!("{name}:"), &format!("the need `{name}` is not explained; give it a `## ` of its name"));
        }
    }
    let is_id = |id: &str| id.split('-').all(|word| !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase()));
    let ids = std::iter::once(&page.id).chain(head.needs.keys());
    ids.filter(|id| !is_id(id)).for_each(|id| say(id, &format!("`{id}` is no name: use words and hyphens")));
    complaints
}

/// The lines with text that are not in an example.
fn outside_fences(body: &str) -> Vec<&str> {
    let mut is_inside = false;
    let mut lines = Vec::new();
    for line in body.lines() {
        match line.starts_with("````") {
            true => is_inside = !is_inside,
            false if !is_inside && !line.trim().is_empty() => lines.push(line),
            false => {}
        }
    }
    lines
}

#[test]
fn pages_are_in_their_form() {
    silent(Catalog::builtin().pages.iter().flat_map(form).collect());
}

#[test]
fn the_form_of_a_page_stays_small() {
    let head = files(|path| path == "src/rule/head.rs").remove(0);
    let body = head.lines().skip_while(|(_, line)| !line.starts_with("pub struct Head")).skip(1);
    let keys = body.take_while(|(_, line)| *line != "}").filter(|(_, line)| line.starts_with("    pub ")).count();
    assert!((1..=12).contains(&keys), "src/rule/head.rs: {keys} keys are more than 12; a page is no language");
}

fn reasons(file: &File) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut in_dependencies = false;
    let mut before = "";
    for (number, line) in file.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
        } else if in_dependencies && !line.is_empty() && !line.starts_with('#') {
            let name = line.split(['=', ' ', '.']).next().unwrap_or_default();
            let first = before.split(['=', ' ', '.']).next().unwrap_or_default();
            let is_explained = before.starts_with('#') || !first.is_empty() && name.starts_with(first);
            if !is_explained {
                let what = format!("`{name}` enters without a reason; say it in a comment above");
                complaints.push(file.complaint(number, &what));
            }
        }
        before = line;
    }
    complaints
}

#[test]
fn every_dependency_has_its_reason() {
    all(&files(|path| path == "Cargo.toml"), reasons);
}

/// `1.90` and `1.90.0` as numbers that compare.
fn version(text: &str) -> Vec<u32> {
    let mut parts: Vec<u32> = text.split('.').filter_map(|part| part.parse().ok()).collect();
    parts.resize(3, 0);
    parts
}

/// The platform that this runs on, as the compiler calls it.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc runs where cargo does");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host").to_owned()
}

#[test]
fn no_dependency_needs_a_newer_compiler() {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // What other platforms would need was never downloaded here.
    let arguments = ["metadata", "--offline", "--locked", "--format-version", "1", "--filter-platform", &host()];
    let output = Command::new(cargo).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    let of = |package: &serde_json::Value| package["rust_version"].as_str().map(version);
    let ours = packages.iter().find(|it| it["name"] == "pingless").and_then(of).expect("we have a rust-version");
    let newer = packages.iter().filter(|it| of(it).is_some_and(|theirs| theirs > ours));
    let newer = newer
        .map(|it| format!("Cargo.toml:1: {} needs Rust {}; raise ours or hold it", it["name"], it["rust_version"]));
    silent(newer.collect());
}

/// The rules as the README lists them: by the question of their group, then the kinds with their slots.
fn table(catalog: &Catalog) -> String {
    let mut groups: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for rule in &catalog.rules {
        let page = &catalog.pages[rule.page];
        if !matches!(rule.check, Check::Need { .. }) {
            let row = format!("| [`{}`]({}) | {} | {} |", rule.id, page.path, rule.level.word(), rule.told.question);
            groups.entry(&rule.group).or_default().push(row);
        }
    }
    let mut out = String::from("\n| rule | level | what your reader would ask |\n|---|---|---|\n");
    groups.values().flatten().for_each(|row| out.push_str(&format!("{row}\n")));
    out.push_str("\n| kind of document | what pingless looks for in it |\n|---|---|\n");
    for kind in &catalog.kinds {
        let asked: Vec<String> =
            kind.needs.iter().filter(|it| it.is_askable()).map(|it| it.slot.name.replace('-', " ")).collect();
        let page = &catalog.pages[kind.page];
        if !asked.is_empty() {
            out.push_str(&format!("| [`{}`]({}) | {} |\n", page.id, page.path, asked.join(", ")));
        }
    }
    out
}

#[test]
fn the_readme_lists_every_rule() {
    const MARKS: (&str, &str) = ("<!-- rules -->\n", "<!-- /rules -->");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&path).expect("there is a README.md");
    let start = text.find(MARKS.0).map(|at| at + MARKS.0.len());
    let end = text.find(MARKS.1);
    let (Some(start), Some(end)) = (start, end) else { panic!("README.md:1: put {MARKS:?} around the table of rules") };
    let expected = table(&Catalog::builtin()) + "\n";
    if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        fs::write(&path, format!("{}{expected}{}", &text[..start], &text[end..])).expect("README.md can be written");
    } else {
        let line = text[..start].lines().count() + 1;
        let cure = "write it anew with SNAPSHOTS=overwrite cargo test --test tidy -- --include-ignored";
        assert!(text[start..end] == expected, "README.md:{line}: the table is not the catalog's; {cure}");
    }
}

fn machine_paths(file: &File, forbidden: &[String]) -> Vec<String> {
    let names = |line: &str| forbidden.iter().any(|path| line.contains(path.as_str()));
    let lines = file.lines().filter(|(_, line)| names(line));
    lines
        .map(|(line, _)| file.complaint(line, "a path of one machine; write it from the root of the repository"))
        .collect()
}

#[test]
fn no_line_names_one_machine() {
    let home = env::var("HOME").unwrap_or_default();
    let mut forbidden = vec![env!("CARGO_MANIFEST_DIR").to_owned(), ["", "work", ""].join("/")];
    forbidden.extend(Some(home).filter(|home| home.matches('/').count() > 1));
    all(&files(|path| path != "Cargo.lock"), |file| machine_paths(file, &forbidden));
}

/// What may lie at the top besides dotfiles; the last of them are there because other programs look for them.
const TOP: &[&str] = &[
    "Cargo.toml",
    "src",
    "rules",
    "tests",
    "action.yml",
    "README.md",
    "Cargo.lock",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "pyproject.toml",
];

fn top(file: &File) -> Vec<String> {
    let first = file.path.split('/').next().unwrap_or_default();
    let is_known = first.starts_with('.') || TOP.contains(&first);
    let cure = "nothing else lies at the top; move it below `tests`, or take it away";
    (!is_known).then(|| file.complaint(1, cure)).into_iter().collect()
}

#[test]
fn nothing_else_lies_at_the_top() {
    all(&files(|_| true), top);
}

/// A rule that never complains proves nothing: each one is shown what it is there for.
#[test]
fn every_house_rule_can_complain() {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let check = |rule: fn(&File) -> Vec<String>, path: &str, text: &str, expected: &[usize]| {
        let said = rule(&file(path, text));
        let places: Vec<String> = expected.iter().map(|line| format!("{path}:{line}: ")).collect();
        assert_eq!(said.len(), places.len(), "{text:?}: {said:?}");
        assert!(said.iter().zip(&places).all(|(said, place)| said.starts_with(place)), "{said:?}");
    };
    check(layers, "src/text.rs", "//! T\nuse crate::document::Document;\n", &[2]);
    check(layers, "src/document/a.rs", "use crate::text::Span;\nuse crate::{words, lint};\n", &[2]);
    check(layers, "src/lint.rs", "// crate::report is above\nuse crate::input;\n", &[2]);
    check(layers, "src/words/a.rs", "#[cfg(test)]\nmod tests {\n    use crate::lint;\n}\n", &[]);
    check(layers, "src/strange.rs", "", &[1]);
    let files = |texts: &[(&str, &str)]| texts.iter().map(|(path, text)| file(path, text)).collect::<Vec<_>>();
    let circle = files(&[
        ("src/words/a.rs", "use super::{c, b::B};\n"),
        ("src/words/b.rs", "fn b() {\n    crate::words::c::C::new();\n}\n"),
        ("src/words/c.rs", "use crate::words::a;\n"),
    ]);
    assert_eq!(circle::circles(&circle).len(), 4);
    let line = files(&[
        ("src/words.rs", "use words::a::A;\n"),
        ("src/words/a.rs", "use super::b::B;\n"),
        ("src/words/b.rs", ""),
    ]);
    assert_eq!(circle::circles(&line).len(), 0);
    check(alone, "src/command/a.rs", "use super::b;\nuse crate::command::b::B;\nuse crate::run::b;\n", &[1, 2]);
    check(alone, "src/command/a/b.rs", "use super::c;\nuse crate::command::a::c;\nuse crate::command::d;\n", &[3]);
    check(grammar, "src/document.rs", "// tree_sitter\nlet x = tree_sitter::Node;\n", &[2]);
    check(grammar, "src/markdown/block.rs", "use tree_sitter::Node;\n", &[]);
    check(clocks, "src/lint.rs", "let now = Zoned::now();\n", &[1]);
    check(clocks, "src/run/clock.rs", "let now = Zoned::now();\n", &[]);
    check(
        programs,
        "src/input/git.rs",
        "// TcpStream\nlet a = Command::new(\"sh\");\nuse std::net::TcpStream;\n",
        &[2, 3],
    );
    check(programs, "src/input/git/still.rs", "let mut git = Command::new(\"git\");\n", &[]);
    check(lengths, "src/a.rs", &"//\n".repeat(301), &[301]);
    check(lengths, "src/a.rs", &format!("fn a() {{\n{}}}\n", "    a();\n".repeat(60)), &[1]);
    check(lengths, "src/a.rs", &format!("fn a() {{\n{}}}\nfn b() {{}}\n", "    a();\n".repeat(58)), &[]);
    check(opening, "src/a.rs", "use std::fs;\n", &[1]);
    check(
        comments,
        "src/a.rs",
        "// TODO: later\n// ----\nlet a = 1; // b = 2;\n/// Why { it }\n// Because.\n",
        &[1, 2, 3],
    );
    check(serialisers, "src/rule.rs", "use serde::Deserialize;\n#[derive(Serialize)]\n", &[2]);
    let pages = BTreeSet::from(["adr", "readme", "vague-ask"]);
    let strange = |text: &str| names::strange(&file("src/a.rs", text), &pages).len();
    assert_eq!(strange("const A: &[&str] = &[\n    \"adr\",\n    \"readme\",\n    \"radme\",\n];\n"), 1);
    assert_eq!(strange("let a = it.is_kind(\"ard\") || catalog.rule(\"vague-ask\");\n"), 1);
    assert_eq!(strange("const A: &[&str] = &[\"adr\", \"see\", \"for\", \"more\"];\n"), 0);
    let used =
        files(&[("src/a.rs", "pub fn a() {}\npub const B: u8 = 1;\npub const fn c() {}\n"), ("tests/b.rs", "a();\n")]);
    assert_eq!(names::idle(&used[..1], &used).len(), 2);
    check(reasons, "Cargo.toml", "[dependencies]\n# Why.\nabc = \"1\"\nabc-more = \"1\"\nother = \"1\"\n", &[5]);
    check(top, "x1.md", "", &[1]);
    check(top, "notes/a.md", "", &[1]);
    check(top, "src/a.rs", "", &[]);
    check(top, ".github/a.md", "", &[]);
    check(|file| machine_paths(file, &["/one".to_owned()]), "a.md", "/one/a\n", &[1]);
    assert_eq!(unbound(&["no-row".to_owned()], &[("no-page", true)], &Catalog::builtin()).len(), 3);
    assert!(
        diagnostic("Whose day").is_some() && diagnostic("whose day.").is_some() && diagnostic("EOD is vague").is_none()
    );
    assert!(question("whose day?").is_some() && question("Whose day.").is_some() && question("Whose day?").is_none());
    assert!(version("1.90") < version("1.90.1") && version("1.100") > version("1.90"));
    let head = "---\nsummary: The fault.\nquestion: why\nsince: 0.1.0\nneeds:\n  one:\n    summary: none\n---\n";
    let page = Page::parse("rules/document/bad.md", head.to_owned() + &"line\n".repeat(61)).expect("it is a page");
    assert_eq!(form(&page).len(), 4, "{:?}", form(&page));
}
