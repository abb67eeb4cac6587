//! `pingless test`: the examples of a user's pages, run by the code that runs those of the built-in ones.

use std::path::Path;

use crate::cli::ColorArg;
use crate::examples;
use crate::input::NOT_THERE;
use crate::report::{counted, escape};
use crate::rule::Catalog;
use crate::run::Exit;
use crate::run::console::{complain, print, print_mistakes, say};
use crate::run::setup::{pages, shown, shown_folder};

pub fn run(folder: Option<&Path>) -> Exit {
    if let Some(named) = folder.filter(|it| !it.is_dir()) {
        let name = shown(named);
        return match named.exists() {
            true => complain(&format!("{name} is no folder"), "name the folder that your pages lie in"),
            false => complain(&format!("{name}: {}", NOT_THERE.0), NOT_THERE.1),
        };
    }
    let folder = folder.map(Path::to_owned).or_else(|| pages::of_texts(&[])).unwrap_or_else(|| pages::FOLDER.into());
    let folder = folder.as_path();
    let pages = match pages::read(folder) {
        Ok(pages) => pages,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    if pages.is_empty() {
        let help = "`pingless new --rule my-rule -o .pingless/rules/` writes one to begin with";
        return complain(&format!("there is no rule page in {}", shown_folder(folder).display()), help);
    }
    let catalog = match Catalog::with_user_pages(&pages) {
        Ok(catalog) => catalog,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    let mut failed = 0;
    let mut examples = 0;
    for page in catalog.pages.iter().filter(|page| pages.iter().any(|(path, _)| *path == page.path)) {
        let mut failures = examples::missing(page, &catalog);
        failures.extend(examples::run(page, &catalog));
        examples += page.examples.len();
        failed += failures.len();
        let path = escape::line(&page.path);
        print(&format!("{} {path}\n", if failures.is_empty() { "ok  " } else { "FAIL" }));
        for failure in failures {
            print(&format!("     {path}:{}: {}\n", failure.line, escape::lines(&failure.message)));
        }
    }
    let (pages, examples) = (counted(pages.len(), "page"), counted(examples, "example"));
    say(&format!("{pages}, {examples}, {}\n", counted(failed, "failure")));
    if failed == 0 { Exit::Clean } else { Exit::Findings }
}
