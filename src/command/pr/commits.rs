//! The messages of a pull request's commits. They are read after it is merged, where the merge keeps them: until then a
//! finding in one of them is a hint.

use crate::config::Policy;
use crate::config::pull_request::Commits;
use crate::finding::Level;
use crate::lint;
use crate::payload::PullRequest;
use crate::rule::Catalog;
use crate::settle::Checked;
use crate::words::commit;
use crate::words::letters::squeezed;

pub fn judged(asked: &PullRequest, catalog: &Catalog, policy: &Policy) -> Vec<Checked> {
    let highest = match policy.pull_request.commits {
        Commits::Skip => return Vec::new(),
        Commits::Note => Level::Note,
        Commits::Check => Level::Error,
    };
    let commits = asked.commits.iter().flatten();
    // A single commit is title and body already, as the forge put them there.
    let told = squeezed(&format!("{} {}", asked.title, asked.body));
    let is_told = |message: &str| squeezed(message) == told;
    let own = commits.filter(|it| !commit::is_made(&it.message) && !is_told(&it.message));
    let judge = |it: &crate::payload::Commit| {
        let mut document = lint::check(&it.source(), catalog, policy);
        document.findings.iter_mut().for_each(|finding| finding.level = finding.level.min(highest));
        document
    };
    own.map(judge).collect()
}
