//! What `gh pr view --json …` and `gh issue view --json …` print: the body and any other of their fields, under their own
//! names.

use serde::Deserialize;

use super::{Commit, Issue, Label, Moments, PullRequest, Unreadable, names, there};
use crate::change::{Author, Change, ChangedFile, Inside, Reviewers, Totals};
use crate::text::Written;
use crate::words::program::is_program;

const PULL_REQUEST: &str = "give the output of `gh pr view --json number,title,body,files,commits,isDraft,author`";

/// `gh` lists no more files of a pull request than these.
const MOST_LISTED: usize = 100;

const ISSUE: &str = "give the output of `gh issue view --json number,title,body,labels,author`";

/// Reads a pull request as `gh` prints it.
pub fn read_pull_request(text: &str) -> Result<PullRequest, Unreadable> {
    view(text, PULL_REQUEST).map(View::pull_request)
}

/// Reads an issue as `gh` prints it.
pub fn read_issue(text: &str) -> Result<Issue, Unreadable> {
    view(text, ISSUE).map(View::issue)
}

fn view(text: &str, help: &str) -> Result<View, Unreadable> {
    let found: View = Unreadable::object(text, help)?;
    match (&found.title, &found.body) {
        (None, None) => Err(Unreadable::new("it has neither `title` nor `body`", help)),
        (_, None) => Err(Unreadable::new("it has no `body`, and nobody knows whether there is one", help)),
        (_, Some(_)) => Ok(found),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct View {
    number: Option<u64>,
    title: Option<String>,
    /// None where nobody asked for it; null is an empty one.
    #[serde(default, deserialize_with = "there")]
    body: Option<Option<String>>,
    is_draft: Option<bool>,
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
    created_at: Option<String>,
    updated_at: Option<String>,
}

/// A person or a team: a team has a slug.
#[derive(Deserialize)]
#[serde(expecting = "an object with `login`")]
struct Person {
    login: Option<String>,
    is_bot: Option<bool>,
    slug: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with `path`")]
struct File {
    path: String,
    additions: Option<u32>,
    deletions: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", expecting = "an object with `messageHeadline`")]
struct Committed {
    oid: Option<String>,
    message_headline: Option<String>,
    message_body: Option<String>,
    authored_date: Option<String>,
    authors: Option<Vec<Committer>>,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with `login`, `name` and `email`")]
struct Committer {
    login: Option<String>,
    name: Option<String>,
    email: Option<String>,
}

impl View {
    fn pull_request(self) -> PullRequest {
        let totals = self.additions.zip(self.deletions);
        let count = self.changed_files.unwrap_or_default();
        let moments = self.moments();
        let listed = self.files.as_ref().map_or(0, Vec::len);
        let is_cut = match self.changed_files {
            Some(all) => self.files.is_some() && listed < all as usize,
            None => listed >= MOST_LISTED,
        };
        let change = Change {
            is_cut,
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
            body: self.body.flatten().unwrap_or_default(),
            change,
            commits: self
                .commits
                .map(|list| list.into_iter().filter(|it| !it.is_of_program()).map(Committed::commit).collect()),
            base: self.base_ref_oid,
            head: self.head_ref_oid,
            moments,
        }
    }

    fn issue(self) -> Issue {
        let moments = self.moments();
        Issue {
            number: self.number,
            title: self.title.unwrap_or_default(),
            body: self.body.flatten().unwrap_or_default(),
            moments,
            author: self.author.map(Person::author),
            labels: names(self.labels),
        }
    }

    fn moments(&self) -> Moments {
        Moments::read(self.created_at.as_deref(), self.updated_at.as_deref())
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
        let is_bot = self.is_bot == Some(true) || is_program(&login, "");
        Author { login, is_bot, association: None }
    }
}

impl File {
    fn changed(self) -> ChangedFile {
        let (added, deleted) = (self.additions, self.deletions);
        ChangedFile { path: self.path, moved_from: None, added, deleted, inside: Inside::default() }
    }
}

impl Committed {
    /// Whether nobody wrote its message.
    fn is_of_program(&self) -> bool {
        let is_one = |it: &Committer| {
            let (name, email) = (it.name.as_deref().unwrap_or_default(), it.email.as_deref().unwrap_or_default());
            is_program(name, email) || it.login.as_deref().is_some_and(|login| is_program(login, ""))
        };
        self.authors.iter().flatten().next().is_some_and(is_one)
    }

    /// `gh` cuts a long first line in two and marks both ends.
    fn commit(self) -> Commit {
        let (mut subject, mut body) =
            (self.message_headline.unwrap_or_default(), self.message_body.unwrap_or_default());
        if let (Some(start), Some(rest)) = (subject.strip_suffix('…'), body.strip_prefix('…')) {
            let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
            (subject, body) = (format!("{start}{line}"), after.trim_start_matches('\n').to_owned());
        }
        let message = if body.is_empty() { subject } else { format!("{subject}\n\n{body}") };
        let written = self.authored_date.as_deref().and_then(Written::read);
        Commit { id: self.oid.unwrap_or_default(), message, written }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_and_any_of_its_fields_will_do() {
        let found = read_pull_request(
            r#"{"title": "Lend slots", "body": null, "files": [{"path": "src/pool.rs", "additions": 3, "deletions": 1}],
                "commits": [{"oid": "4f1c09ab", "messageHeadline": "Lend slots per te…", "messageBody": "…nant\n\nWhy."}],
                "author": {"is_bot": true, "login": "app/renovate"},
                "reviewRequests": [{"__typename": "Team", "name": "Core", "slug": "core"}]}"#,
        )
        .expect("it is readable");
        assert_eq!(found.change.lines_to_read(), Some(4));
        assert!(found.change.author.as_ref().is_some_and(|it| it.is_bot));
        assert_eq!(found.change.reviewers.as_ref().map(|it| it.teams.len()), Some(1));
        let commit = found.commits.iter().flatten().map(Commit::source).next().expect("one");
        assert_eq!(
            (commit.name.as_str(), commit.text.as_str()),
            ("commit 4f1c09a (Lend slots per tenant)", "Lend slots per tenant\n\nWhy.")
        );
        let listed = read_pull_request(r#"[{"title": "Lend slots"}]"#).expect_err("a list");
        assert_eq!((listed.message.as_str(), &*listed.help), ("it is a list, and one object is wanted", PULL_REQUEST));
        let marked =
            read_pull_request("\u{feff}{\"title\": \"Lend slots\", \"body\": \"\"}").expect("a mark says nothing");
        assert_eq!(marked.title, "Lend slots");
        assert_eq!(read_issue("[]").expect_err("a list").help, ISSUE);
        let issue = r#"{"title":"Crash","body":"It ends.","labels":[{"name":"bug"}],"author":{"login":"app/renovate","is_bot":null}}"#;
        let issue = read_issue(issue).expect("it is an issue");
        assert_eq!((issue.name().as_str(), issue.labels), ("issue", vec!["bug".to_owned()]));
        let cut =
            read_issue(r#"{"title": "\ud83d Crash", "body": "It ends."}"#).expect("half a character costs no text");
        assert_eq!(cut.title, "\u{fffd} Crash");
        assert!(issue.author.is_some_and(|it| it.is_bot));
        assert_eq!(read_pull_request("{}").expect_err("nothing").message, "it has neither `title` nor `body`");
    }

    #[test]
    fn a_list_that_is_cut_is_known_to_be() {
        let listed = |count: usize, more: &str| {
            let files: Vec<String> = (0..count).map(|it| format!("{{\"path\": \"{it}.go\"}}")).collect();
            let text = format!("{{\"body\": \"\", {more} \"files\": [{}]}}", files.join(","));
            read_pull_request(&text).expect("it is readable").change.is_cut
        };
        assert!(listed(100, "") && listed(100, "\"changedFiles\": 250,") && listed(3, "\"changedFiles\": 4,"));
        assert!(!listed(99, "") && !listed(100, "\"changedFiles\": 100,"));
    }

    #[test]
    fn what_a_program_commits_nobody_wrote() {
        let commits = r#"{"body": "", "commits": [
            {"oid": "4f1c09ab", "messageHeadline": "fix", "authors": [{"login": "dependabot[bot]", "name": "dependabot[bot]"}]},
            {"oid": "5f1c09ab", "messageHeadline": "wip", "authors": [{"login": "ada", "name": "Ada", "email": "ada@example.com"}]}]}"#;
        let read = read_pull_request(commits).expect("it is readable");
        assert_eq!(read.commits.iter().flatten().map(|it| it.message.as_str()).collect::<Vec<_>>(), ["wip"]);
    }

    #[test]
    fn what_is_not_given_is_not_known_to_be_empty() {
        let wrong = read_pull_request(r#"{"title": "Lend slots"}"#).expect_err("the body is not known");
        assert_eq!(wrong.message, "it has no `body`, and nobody knows whether there is one");
        assert_eq!(read_issue(r#"{"title": "Crash"}"#).expect_err("nor here").help, ISSUE);
        assert_eq!(read_issue(r#"{"title": "Crash", "body": null}"#).map(|it| it.body), Ok(String::new()));
        assert_eq!(read_issue(r#"{"body": "It ends."}"#).map(|it| it.source().text), Ok("It ends.".to_owned()));
    }

    #[test]
    fn a_field_of_another_form_is_named() {
        let rest = "{\n  \"title\": \"Lend slots\",\n  \"body\": null,\n  \"commits\": 1\n}";
        let wrong = read_pull_request(rest).expect_err("an answer of the REST interface counts them");
        let message = "`commits` is not in the form that was expected: invalid type: integer `1`, expected a list";
        assert_eq!(wrong.message.split(" at line").next(), Some(message));
        let wrong = read_issue(r#"{"title": "ä", "body": "", "labels": ["bug"]}"#).expect_err("names alone");
        let message = "`labels[0]` is not in the form that was expected: invalid type: string \"bug\", expected an object \
                       with `name`";
        assert_eq!(wrong.message.split(" at line").next(), Some(message));
    }
}
