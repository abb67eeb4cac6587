//! `--cache`: what is remembered never says anything else than what a look at the texts says, whatever was done to them,
//! to what stands around them, to the configuration and to what is remembered; and what holds is not looked for again.

mod repository;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use repository::{Repository, Run};

const PROGRAM: &str = env!("CARGO_BIN_EXE_pingless");

/// The folder of a repository's cache, beside it.
fn cache(repository: &Repository) -> PathBuf {
    repository.root.with_extension("cache")
}

/// A repository of these files, and no cache from an earlier test.
fn fresh(name: &str, files: &[(&str, &str)]) -> Repository {
    let made = Repository::with(name, files);
    let _ = fs::remove_dir_all(cache(&made));
    made
}

fn plain(repository: &Repository, more: &[&str]) -> Run {
    repository.pingless(&[&["check", "--exit-zero"], more].concat())
}

fn cached(repository: &Repository, more: &[&str]) -> Run {
    let folder = cache(repository);
    plain(repository, &[&["--cache-dir", folder.to_str().expect("it is UTF-8")], more].concat())
}

/// What both ways say, in JSON unless another form is named. It has to be the same.
fn both(repository: &Repository, more: &[&str]) -> String {
    let json: &[&str] = if more.contains(&"--format") { &[] } else { &["--format", "json"] };
    let more = &[json, more].concat();
    let (plain, cached) = (plain(repository, more), cached(repository, more));
    assert_eq!((&cached.out, &cached.said, cached.status), (&plain.out, &plain.said, 0), "{more:?}");
    plain.out
}

/// What is remembered, by the names of its files.
fn entries(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for path in fs::read_dir(&folder).expect("it is there").map(|it| it.expect("it is read").path()) {
            match path.is_dir() {
                true => waiting.push(path),
                false if path.ends_with("CACHEDIR.TAG") => {}
                false => drop(found.insert(path.clone(), fs::read(&path).expect("it is read"))),
            }
        }
    }
    found
}

/// Files that say something about each other, about code, and by themselves.
const FILES: &[(&str, &str)] = &[
    (
        "README.md",
        "# Shop\n\nSee [the limits](docs/limits.md#uploads) and [the pool](src/pool.rs).\n\nIt is filled by `src/fill.rs`.\n",
    ),
    ("docs/limits.md", "# Limits\n\n## Uploads\n\nWe will fix this soon.\n"),
    ("docs/adr/0001-pool.md", "# ADR 1: One pool\n\nStatus: accepted\n\n## Decision\n\nWe use one pool.\n"),
    ("docs/adr/0002-pools.md", "# ADR 2: Two pools\n\nStatus: accepted\nSupersedes: ADR 1\n\n## Decision\n\nTwo.\n"),
    ("src/pool.rs", "fn main() {}\n"),
    ("src/fill.rs", "fn main() {}\n"),
];

#[test]
fn what_holds_is_not_looked_for_again() {
    let repository = fresh("holds", FILES);
    let first = both(&repository, &[]);
    assert!(first.contains("vague-promise"), "{first}");
    let remembered = entries(&cache(&repository));
    assert_eq!(remembered.len(), 4, "one for each document");
    // Whatever is written anew is another file.
    let written = |path: &Path| fs::metadata(path).and_then(|it| it.modified()).expect("it is there");
    let times: Vec<_> = remembered.keys().map(|it| written(it)).collect();
    assert_eq!(both(&repository, &[]), first);
    assert_eq!(remembered.keys().map(|it| written(it)).collect::<Vec<_>>(), times, "nothing was judged again");
    repository.write("README.md", "# Shop\n\nWe sell doors.\n");
    both(&repository, &[]);
    let changed = entries(&cache(&repository)).iter().filter(|(path, now)| remembered[*path] != **now).count();
    assert_eq!(changed, 1, "one document was judged again");
}

#[test]
fn every_form_shows_the_same() {
    let repository = fresh("forms", FILES);
    for format in ["human", "sarif", "github", "concise", "junit", "rdjson"] {
        both(&repository, &["--pedantic", "--format", format]);
    }
    for more in ["--strict", "--select=all", "--ast=always"] {
        both(&repository, &[more]);
        both(&repository, &[more]);
    }
    // They print a list in the place of a report, and have one form.
    for more in ["--show-files", "--statistics"] {
        both(&repository, &["--format", "human", more]);
        both(&repository, &["--format", "human", more]);
    }
}

/// Something that somebody does to a repository.
type Deed = (&'static str, fn(&Repository));

/// Each of them changes what is found, in texts that it does not touch.
const DEEDS: &[Deed] = &[
    ("a heading is renamed", |it| it.write("docs/limits.md", it.read("docs/limits.md").replace("Uploads", "Sizes"))),
    ("and named as before", |it| it.write("docs/limits.md", it.read("docs/limits.md").replace("Sizes", "Uploads"))),
    ("a file that is linked goes", |it| it.remove("src/pool.rs")),
    ("others look after the links", |it| {
        it.write("lychee.toml", "verbose = \"info\"\n");
        it.commit("Follow the links");
    }),
    ("and do so no more", |it| {
        it.remove("lychee.toml");
        it.commit("Follow no links");
    }),
    ("its name is ignored", |it| it.write(".gitignore", "src/pool.rs\n")),
    ("and is not", |it| it.remove(".gitignore")),
    ("it lies elsewhere", |it| {
        it.write("lib/pool.rs", "");
        it.commit("Move the pool");
    }),
    ("it is back", |it| it.write("src/pool.rs", "")),
    ("a file that is named goes for good", |it| {
        it.remove("src/fill.rs");
        it.commit("Fill no more");
    }),
    ("a rule is off", |it| it.write("pingless.toml", "ignore = [\"vague-promise\"]\n")),
    ("and on", |it| it.remove("pingless.toml")),
    ("a page of the team's own", |it| it.write(".pingless/rules/refer/which-pool.md", PAGE)),
    ("says something else", |it| it.write(".pingless/rules/refer/which-pool.md", PAGE.replace("one pool", "we use"))),
    ("another record replaces one", |it| {
        it.write("docs/adr/0003.md", "# ADR 3: None\n\nStatus: accepted\nSupersedes: ADR 7\n\n## Decision\n\nNone.\n");
    }),
];

const PAGE: &str = "---
summary: nobody knows which pool
question: Which pool?
level: warn
since: 0.1.0
help: name it
phrases:
  label: which one?
  any: [\"one pool\"]
---

Each team has a pool.

````md bad
We use one pool.
````

````md good
The pool of the shop is full.
````
";

#[test]
fn whatever_changes_is_noticed() {
    let repository = fresh("deeds", FILES);
    let mut last = both(&repository, &["--pedantic"]);
    for (name, deed) in DEEDS {
        deed(&repository);
        let now = both(&repository, &["--pedantic"]);
        assert_ne!(now, last, "{name}: this changes what is found");
        last = now;
    }
    fs::remove_dir_all(repository.root.join(".git")).expect("it is there");
    both(&repository, &["--pedantic"]);
    // Another way to the same files is another name for them.
    for more in [&["docs"][..], &["./docs", "README.md"], &["docs/limits.md", "--kind", "runbook"], &["--isolated"]] {
        both(&repository, more);
        both(&repository, more);
    }
    for now in ["2026-11-20", "2031-01-01"] {
        both(&repository, &["--pedantic", "--now", now]);
    }
}

#[test]
fn any_edits_in_any_order() {
    let repository = fresh("edits", FILES);
    let texts = [
        "# Shop\n\nSee [limits](docs/limits.md#uploads), [one](docs/adr/0001-pool.md) and `src/fill.rs`.\n",
        "# Limits\n\n## Uploads\n\nAs [decided](adr/0001-pool.md#decision), by EOD.\n",
        "# ADR 1: One pool\n\nStatus: superseded by ADR 2\n\n## Decision\n\nWe use `src/pool.rs`.\n",
        "<!-- pingless: fact pool.size = 5 MB owner=@ana since=2026-11-01 -->\n\n# Pool\n\nSoon.\n",
        "<!-- pingless: assumes pool.size = 9 MB -->\n\n# Uses\n\nSee [all](../README.md#shop).\n",
    ];
    let paths = ["README.md", "docs/limits.md", "docs/adr/0001-pool.md", "docs/pool.md", "docs/adr/0004.md"];
    let mut seed = 11_u64;
    let mut any = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("it is small") % below
    };
    let mut said = std::collections::BTreeSet::new();
    for _ in 0..40 {
        let path = paths[any(paths.len())];
        match any(6) {
            0 if repository.root.join(path).exists() => repository.remove(path),
            1 => repository.write(".gitignore", ["", "docs/adr/\n", "docs/pool.md\n"][any(3)]),
            2 => repository.write("pingless.toml", ["", "pedantic = true\n", "ignore = [\"agree\"]\n"][any(3)]),
            3 => repository.commit("Go on"),
            _ => repository.write(path, texts[any(texts.len())]),
        }
        said.insert(both(&repository, &[]));
    }
    assert!(said.len() > 15, "the edits change what is found: {} answers", said.len());
}

/// What becomes of what was remembered.
type Damage = fn(&[u8]) -> Vec<u8>;

#[test]
fn what_is_damaged_is_not_believed() {
    let repository = fresh("damaged", FILES);
    let before = both(&repository, &[]);
    let folder = cache(&repository);
    let whole = entries(&folder);
    let damages: &[Damage] = &[
        |_| Vec::new(),
        |it| it[..it.len() / 2].to_vec(),
        |it| it[..it.len() - 1].to_vec(),
        |it| [it, b" "].concat(),
        |_| vec![0xff; 64],
        |it| String::from_utf8_lossy(it).replace("\"hidden\":0", "\"hidden\":7").into_bytes(),
        |it| it.splitn(2, |byte| *byte == b'\n').nth(1).expect("it has a first line").to_vec(),
    ];
    for (number, damage) in damages.iter().enumerate() {
        for (path, bytes) in &whole {
            fs::write(path, damage(bytes)).expect("it can be written");
        }
        assert_eq!(both(&repository, &[]), before, "damage {number}");
        assert_eq!(entries(&folder), whole, "it is written anew after damage {number}");
    }
    // What was found in one text says nothing about another.
    let other = whole.values().next().expect("there are four");
    for path in whole.keys() {
        fs::write(path, other).expect("it can be written");
    }
    assert_eq!(both(&repository, &[]), before);
}

/// A restored cache is what somebody packed: what stands under a name may wait for a writer, or never end.
#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_is_not_waited_for() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};

    let shop = fresh("cache-pipes", &[("a.md", "Please merge by EOD tomorrow.\n"), ("b.md", "# Shop\n")]);
    let found = both(&shop, &[]);
    for (path, number) in entries(&cache(&shop)).into_keys().zip(0..) {
        fs::remove_file(&path).expect("an entry");
        match number {
            0 => mknodat(CWD, &path, FileType::Fifo, Mode::RWXU, 0).expect("a pipe"),
            _ => std::os::unix::fs::symlink("/dev/zero", &path).expect("a link"),
        }
    }
    assert_eq!(cached(&shop, &["--format", "json"]).out, found);
}

#[test]
fn what_cannot_be_kept_is_told_once() {
    let repository = fresh("unkept", FILES);
    let file = repository.root.join("README.md");
    let args = ["check", "--format", "concise", "--exit-zero", "--cache-dir"];
    let run = repository.pingless(&[&args[..], &[file.to_str().expect("it is UTF-8")]].concat());
    assert_eq!(run.out, repository.pingless(&args[..4]).out);
    assert_eq!(run.said.matches("cannot be kept here").count(), 1, "{}", run.said);
    assert!(run.said.contains("--cache-dir"), "the cure: {}", run.said);
}

/// A home that is nowhere has no such folder, and the current one is not taken for it.
#[test]
#[cfg(target_os = "linux")]
fn without_a_place_it_is_told() {
    let repository = fresh("homeless", FILES);
    let mut command = repository.command(PROGRAM);
    command.env_remove("XDG_CACHE_HOME").env("HOME", "nowhere").args(["check", "--exit-zero", "--cache"]);
    let run = Run::of(&command.output().expect("it runs"));
    assert_eq!(run.status, 0, "{}", run.said);
    assert!(run.said.contains("cannot be kept here") && run.said.contains("--cache-dir"), "{}", run.said);
    assert_eq!(repository.git(&["status", "--porcelain"]), "", "nothing is written beside the texts");
}

#[test]
fn fixes_are_made_as_without() {
    let stale = "# Release\n\nWe met on Monday, 2026-11-20, and shipped.\n";
    let repository = fresh("fixes", &[("a.md", stale)]);
    let found = both(&repository, &[]);
    assert!(found.contains("weekday-date-mismatch"), "{found}");
    let fixed = cached(&repository, &["--fix", "--unsafe-fixes"]);
    assert_eq!(fixed.status, 0, "{}", fixed.said);
    both(&repository, &[]);
}

#[test]
fn several_runs_share_it() {
    let files: Vec<(String, String)> = (0..60)
        .map(|it| (format!("docs/{it}.md"), format!("# Page {it}\n\nWe fix it soon. See [{it}]({}.md).\n", it + 1)))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let repository = fresh("several", &files);
    let expected = plain(&repository, &[]);
    let folder = cache(&repository);
    let run = || {
        let mut command = repository.command(PROGRAM);
        command.args(["check", "--exit-zero", "--cache-dir"]).arg(&folder);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs")
    };
    for run in (0..6).map(|_| run()).collect::<Vec<_>>() {
        let ended = run.wait_with_output().expect("it ends");
        assert_eq!(String::from_utf8_lossy(&ended.stdout), expected.out);
        assert_eq!(String::from_utf8_lossy(&ended.stderr), expected.said);
    }
    let names: Vec<_> = entries(&folder).into_keys().filter(|it| it.to_string_lossy().contains(".pingless-")).collect();
    assert!(names.is_empty(), "nothing is left behind: {names:?}");
}

/// A stranger's pull request must not bring along what is found in it.
#[test]
#[cfg(target_os = "linux")]
fn it_lies_outside_of_the_repository() {
    use std::os::unix::fs::PermissionsExt;

    let repository = fresh("outside", FILES);
    let home = cache(&repository);
    let mut command = repository.command(PROGRAM);
    command.env("XDG_CACHE_HOME", &home).args(["check", "--exit-zero", "--cache"]);
    assert!(command.output().expect("it runs").status.success());
    assert_eq!(entries(&home.join("pingless")).len(), 4);
    for path in entries(&home).keys() {
        let mode = fs::metadata(path).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "it quotes texts of the repository: {}", path.display());
    }
    let tag = fs::read_to_string(home.join("pingless/CACHEDIR.TAG")).expect("it is there");
    assert!(tag.starts_with("Signature: 8a477f597d28d172789f06886806bc55"), "as its specification says: {tag}");
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
}
