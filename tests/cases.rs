//! Cases that would make a page too long: `tests/cases/<rule>.md` holds fences as in a page, and no definition.
//! `SNAPSHOTS=overwrite cargo test --test cases` writes the `report` fences anew; read the diff.

use std::path::{Path, PathBuf};
use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial};
use pingless::examples;
use pingless::rule::{Catalog, Page};

fn main() {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(&folder).expect("the folder exists");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no case was found");
    let trials = paths.into_iter().map(|path| {
        let id = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
        Trial::test(id.clone(), move || check(&id, &path))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(id: &str, path: &Path) -> Result<(), Failed> {
    let catalog = Catalog::builtin();
    let name = format!("tests/cases/{id}.md");
    let rule = catalog.page(id).ok_or_else(|| format!("{name}: no page in rules/ has this name"))?;
    let cases = read(rule, &name, &fs::read_to_string(path)?)?;
    if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        let blessed = examples::blessed(&cases, &catalog);
        if blessed != cases.text {
            fs::write(path, blessed)?;
            return Ok(());
        }
    }
    let failures = examples::run(&cases, &catalog);
    let lines: Vec<String> = failures.iter().map(|it| format!("{name}:{}: {}", it.line, it.message)).collect();
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n").into()) }
}

fn read(rule: &Page, name: &str, text: &str) -> Result<Page, Failed> {
    let cases = rule.with_cases(name, text).map_err(|error| {
        let line = text[..error.at.start].lines().count() + 1;
        format!("{name}:{line}: {}; {}", error.message, error.help)
    })?;
    if cases.examples.is_empty() { Err(format!("{name}: it holds no example").into()) } else { Ok(cases) }
}
