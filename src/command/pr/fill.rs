//! `pingless pr --fill`: the body with the questions that it leaves open, and nothing else changed.

use crate::change::KIND;
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
        policy.wants(need, catalog) && (is_required || policy.strict || asked.change.calls_for(&need.name))
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
