//! `pingless pr --fill`: the body with the questions that it leaves open, and nothing else changed.

use crate::change::{Change, KIND, Sort};
use crate::compose::fill;
use crate::config::Policy;
use crate::payload::{PullRequest, subject};
use crate::report::counted;
use crate::rule::{Catalog, Need};
use crate::run::Exit;
use crate::run::console::{complain, hand_over, say};

pub fn run(asked: &PullRequest, catalog: &Catalog, policy: &Policy) -> Exit {
    let Some(page) = catalog.kind(KIND) else {
        return complain(&format!("there is no kind `{KIND}`"), "keep the page that defines it");
    };
    let source = asked.source();
    let is_wanted = |need: &Need| {
        let is_required = policy.requires(KIND, &need.name).is_some();
        policy.wants(need, catalog) && (is_required || policy.strict || fits(&need.name, &asked.change))
    };
    let filled = fill::fill(&source, page, is_wanted);
    let head = subject::head(&asked.title, &asked.body);
    // The title goes elsewhere than the body; a question about it would stand before it.
    let body = filled.text.strip_prefix(head.as_str()).unwrap_or(&filled.text);
    hand_over(body);
    say(&match filled.questions.len() {
        0 => "nothing to ask\n".to_owned(),
        many => format!("{} put in\n", counted(many, "question")),
    });
    Exit::Clean
}

/// Whether a reviewer asks for a part of the description of such a change. Without a list of files, only what every
/// change has to say is asked.
fn fits(part: &str, change: &Change) -> bool {
    let sorts: Vec<Sort> = change.sorted().into_iter().map(|(_, sort)| sort).collect();
    let has = |wanted: &[Sort]| sorts.iter().any(|sort| wanted.contains(sort));
    let is_large = change.lines_to_read().is_some_and(|lines| lines > change.bounds.large);
    match part {
        "screenshots" => has(&[Sort::Ui]),
        "rollback" | "deployment" => has(&[Sort::Migration, Sort::Infrastructure, Sort::Flag]),
        "testing" => sorts.is_empty() || has(&[Sort::Source, Sort::Ui, Sort::Migration, Sort::Infrastructure]),
        "how" => is_large,
        "linked-issue" => false,
        _ => true,
    }
}
