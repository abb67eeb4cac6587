//! Every example of every page: the documentation of a rule is its test. One named test for each page.
//! `SNAPSHOTS=overwrite cargo test --test pages` writes the `report` fences anew; read the diff.

use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial};
use pingless::config::Policy;
use pingless::examples::{self, Failure};
use pingless::lint;
use pingless::rule::{Catalog, Check, Page, Role};
use pingless::text::Source;

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
    failures.extend(unheard(page, &catalog));
    failures.extend(faulty(page, &catalog));
    let lines: Vec<String> = failures.iter().map(|it| format!("{}:{}: {}", page.path, it.line, it.message)).collect();
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n").into()) }
}

/// A rule that nobody hears by default says so at its head.
fn unheard(page: &Page, catalog: &Catalog) -> Option<Failure> {
    let is_own = |check: &Check| !matches!(check, Check::Need { .. });
    let mut own = catalog.rules.iter().filter(|it| catalog.pages[it.page].id == page.id && is_own(&it.check));
    let is_loud = own.any(|it| !catalog.is_doubted(it)) && !examples::is_heard(page, catalog);
    let message = "--pedantic alone shows its `bad` examples: write `kinds: [\"?all\"]`, or add one that all are shown";
    is_loud.then(|| Failure { line: 1, message: message.to_owned() })
}

/// Whoever tries a `good` example in a file of its own is told nothing.
fn faulty(page: &Page, catalog: &Catalog) -> Vec<Failure> {
    let before = |at: usize| at.checked_sub(1).and_then(|at| page.examples.get(at));
    let is_alone = |at: usize| !before(at).is_some_and(|it| it.role.is_context());
    let good = page.examples.iter().enumerate().filter(|(at, it)| it.role == Role::Good && is_alone(*at));
    let alone = good.map(|(_, it)| it).filter(|it| it.at.is_none() && !it.is_thread);
    let check = |it: &pingless::rule::Example| {
        let source = Source { kind: it.kind.clone(), now: it.now, ..Source::unnamed("a.md", it.text.of(&page.text)) };
        let checked = lint::check(&source, catalog, &Policy::default());
        let told = checked.findings.into_iter();
        told.map(|found| Failure { line: it.line, message: format!("`{}` speaks in a file of its own", found.rule) })
            .collect::<Vec<_>>()
    };
    alone.flat_map(check).collect()
}
