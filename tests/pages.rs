//! Every example of every page: the documentation of a rule is its test. One named test for each page.
//! `SNAPSHOTS=overwrite cargo test --test pages` writes the `report` fences anew; read the diff.

use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial};
use pingless::examples;
use pingless::rule::Catalog;

fn main() {
    let arguments = Arguments::from_args();
    let ids: Vec<String> = Catalog::builtin().pages.into_iter().map(|page| page.id.into_owned()).collect();
    assert!(!ids.is_empty(), "no page was found");
    let trials = ids.into_iter().map(|id| Trial::test(id.clone(), move || check(&id))).collect();
    libtest_mimic::run(&arguments, trials).exit();
}

fn check(id: &str) -> Result<(), Failed> {
    let catalog = Catalog::builtin();
    let page = catalog.page(id).ok_or("the page is gone")?;
    if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        let path = format!("{}/{}", env!("CARGO_MANIFEST_DIR"), page.path);
        let blessed = examples::blessed(page, &catalog);
        if blessed != page.text {
            fs::write(path, blessed)?;
            return Ok(());
        }
    }
    let mut failures = examples::missing(page, &catalog);
    failures.extend(examples::run(page, &catalog));
    let lines: Vec<String> = failures.iter().map(|it| format!("{}:{}: {}", page.path, it.line, it.message)).collect();
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n").into()) }
}
