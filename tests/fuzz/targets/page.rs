//! Any text as the page of a rule: it is refused with a place in it, or its examples run.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pingless::examples;
use pingless::rule::{Catalog, Page};

const PATH: &str = "rules/own/a-rule.md";

fuzz_target!(|text: &str| {
    if let Err(error) = Page::parse(PATH, text.to_owned()) {
        assert!(text.get(error.at.range()).is_some(), "{error:?} of {text:?}");
        return;
    }
    if let Ok(catalog) = Catalog::with_user_pages(&[(PATH.to_owned(), text.to_owned())]) {
        let page = catalog.page("a-rule").expect("it was read");
        examples::run(page, &catalog);
        examples::blessed(page, &catalog);
    }
});
