//! Repositories in which each rule that looks at many documents fires: the examples of its page.

use pingless::link;
use pingless::rule::{Catalog, Example, Role};

/// The files of a repository, and when they are read.
pub struct Corpus {
    /// The rule and the line of the example in its page.
    pub name: String,
    pub files: Vec<(String, String)>,
    pub now: String,
}

/// A repository for each example of each page whose rule looks at many documents.
pub fn of_examples(catalog: &Catalog) -> Vec<Corpus> {
    let mut all = Vec::new();
    for rule in catalog.rules.iter().filter(|rule| link::is_of_corpus(rule)) {
        let page = &catalog.pages[rule.page];
        for (number, example) in page.examples.iter().enumerate() {
            if !matches!(example.role, Role::Bad | Role::Good) {
                continue;
            }
            let beside = page.examples[..number].iter().rev().take_while(|it| it.role.is_context());
            let beside = beside.filter(|it| it.role == Role::Beside);
            let file = |it: &Example| {
                let path = it.at.clone().unwrap_or_else(|| "example.md".to_owned());
                let kind = it.kind.as_ref().map_or(String::new(), |kind| format!("\n<!-- pingless: kind={kind} -->\n"));
                (path, it.text.of(&page.text).to_owned() + &kind)
            };
            all.push(Corpus {
                name: format!("{}-{}", rule.id, example.line),
                files: beside.chain([example]).map(file).collect(),
                now: example.now.map_or_else(|| "2026-11-20T09:00:00Z".to_owned(), |it| it.to_string()),
            });
        }
    }
    all
}
