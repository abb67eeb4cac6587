//! What `gh pr view --json …` prints: any of its fields, under its own names.

use serde::Deserialize;

use super::{Commit, PullRequest, Unreadable};
use crate::change::{Author, Change, ChangedFile, Reviewers, Totals};

const HELP: &str = "give the output of `gh pr view --json number,title,body,files,commits,isDraft,author`";

/// Reads a pull request as `gh` prints it.
pub fn read_pull_request(text: &str) -> Result<PullRequest, Unreadable> {
    let found: View = serde_json::from_str(text).map_err(|error| Unreadable::json(&error, HELP))?;
    if found.title.is_none() && found.body.is_none() {
        return Err(Unreadable::new("it has neither `title` nor `body`", HELP));
    }
    Ok(found.pull_request())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct View {
    number: Option<u64>,
    title: Option<String>,
    body: Option<String>,
    is_draft: Option<bool>,
    is_cross_repository: Option<bool>,
    author: Option<Person>,
    additions: Option<u32>,
    deletions: Option<u32>,
    changed_files: Option<u32>,
    files: Option<Vec<File>>,
    commits: Option<Vec<Committed>>,
    labels: Option<Vec<Label>>,
    review_requests: Option<Vec<Person>>,
    base_ref_oid: Option<String>,
    head_ref_oid: Option<String>,
}

/// A person or a team: a team has a slug.
#[derive(Deserialize)]
struct Person {
    login: Option<String>,
    is_bot: Option<bool>,
    slug: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct File {
    path: String,
    additions: Option<u32>,
    deletions: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Committed {
    oid: Option<String>,
    message_headline: Option<String>,
    message_body: Option<String>,
}

#[derive(Deserialize)]
struct Label {
    name: Option<String>,
}

impl View {
    fn pull_request(self) -> PullRequest {
        let totals = self.additions.zip(self.deletions);
        let count = self.changed_files.unwrap_or_default();
        let change = Change {
            files: self.files.map(|list| list.into_iter().map(File::changed).collect()),
            totals: totals.map(|(added, deleted)| Totals { added, deleted, files: count }),
            is_draft: self.is_draft.unwrap_or(false),
            author: self.author.map(Person::author),
            reviewers: self.review_requests.map(reviewers),
            ..Change::default()
        };
        PullRequest {
            number: self.number,
            title: self.title.unwrap_or_default(),
            body: self.body.unwrap_or_default(),
            change,
            labels: self.labels.unwrap_or_default().into_iter().filter_map(|it| it.name).collect(),
            commits: self.commits.map(|list| list.into_iter().map(Committed::commit).collect()),
            base: self.base_ref_oid,
            head: self.head_ref_oid,
            is_fork: self.is_cross_repository.unwrap_or(false),
        }
    }
}

fn reviewers(asked: Vec<Person>) -> Reviewers {
    let mut out = Reviewers::default();
    for person in asked {
        match (person.slug, person.login) {
            (Some(slug), _) => out.teams.push(slug),
            (None, Some(login)) => out.people.push(login),
            (None, None) => out.teams.extend(person.name),
        }
    }
    out
}

impl Person {
    fn author(self) -> Author {
        let login = self.login.unwrap_or_default();
        // `gh` writes `app/dependabot` where the forge writes `dependabot[bot]`.
        let is_bot = self.is_bot == Some(true) || login.ends_with("[bot]") || login.starts_with("app/");
        Author { login, is_bot, association: None }
    }
}

impl File {
    fn changed(self) -> ChangedFile {
        ChangedFile { path: self.path, moved_from: None, added: self.additions, deleted: self.deletions }
    }
}

impl Committed {
    /// `gh` cuts a long first line in two and marks both ends.
    fn commit(self) -> Commit {
        let (mut subject, mut body) =
            (self.message_headline.unwrap_or_default(), self.message_body.unwrap_or_default());
        if let (Some(start), Some(rest)) = (subject.strip_suffix('…'), body.strip_prefix('…')) {
            let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
            (subject, body) = (format!("{start}{line}"), after.trim_start_matches('\n').to_owned());
        }
        let message = if body.is_empty() { subject } else { format!("{subject}\n\n{body}") };
        Commit { id: self.oid.unwrap_or_default(), message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_of_its_fields_will_do() {
        let found = read_pull_request(
            r#"{"title": "Lend slots", "files": [{"path": "src/pool.rs", "additions": 3, "deletions": 1}],
                "commits": [{"oid": "4f1c09ab", "messageHeadline": "Lend slots per te…", "messageBody": "…nant\n\nWhy."}],
                "author": {"is_bot": true, "login": "app/renovate"},
                "reviewRequests": [{"__typename": "Team", "name": "Core", "slug": "core"}]}"#,
        )
        .expect("it is readable");
        assert_eq!(found.change.lines_to_read(), Some(4));
        assert!(found.change.author.as_ref().is_some_and(|it| it.is_bot));
        assert_eq!(found.change.reviewers.as_ref().map(|it| it.teams.len()), Some(1));
        let commit = found.commit_sources().next().expect("one");
        assert_eq!((commit.name.as_str(), commit.text.as_str()), ("commit 4f1c09a", "Lend slots per tenant\n\nWhy."));
        assert_eq!(read_pull_request("[]").expect_err("a list").help, HELP);
        assert_eq!(read_pull_request("{}").expect_err("nothing").message, "it has neither `title` nor `body`");
    }
}
