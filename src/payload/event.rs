//! The event of a webhook, as a workflow finds it at `GITHUB_EVENT_PATH`, and the answer of the REST interface to
//! `GET /repos/OWNER/REPO/pulls/NUMBER` (or `issues/NUMBER`), which has the same fields one level higher.

use serde::Deserialize;

use super::{Issue, Label, Moments, PullRequest, Unreadable, names};
use crate::change::{Association, Author, Change, Reviewers, Totals};
use crate::words::program::is_program;

/// What an event is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    PullRequest(Box<PullRequest>),
    Issue(Issue),
}

const EVENT_HELP: &str =
    "give the event of a workflow `on: pull_request` or `on: issues`: a JSON object with `pull_request` or `issue`";
const LIVE_HELP: &str =
    "give the answer of `gh api repos/OWNER/REPO/pulls/NUMBER`: a JSON object with `title` and `body`";

/// Reads an event. What it does not know, it passes over.
pub fn read(text: &str) -> Result<Event, Unreadable> {
    let payload: Payload = Unreadable::object(text, EVENT_HELP)?;
    let is_edited = payload.changes.is_some_and(|it| it.title.is_some() || it.body.is_some());
    match (payload.pull_request, payload.issue) {
        (Some(found), _) => {
            let found = found.pull_request(payload.number);
            let moments = found.moments.edited_if(is_edited);
            Ok(Event::PullRequest(Box::new(PullRequest { moments, ..found })))
        }
        (None, Some(found)) if found.pull_request.is_some() => {
            let message = "it is about a comment on a pull request, and does not hold the pull request itself";
            Err(Unreadable::new(message, EVENT_HELP))
        }
        (None, Some(found)) => {
            let found = found.issue(payload.number);
            Ok(Event::Issue(Issue { moments: found.moments.edited_if(is_edited), ..found }))
        }
        (None, None) => Err(Unreadable::new("it tells of no pull request and of no issue", EVENT_HELP)),
    }
}

/// Reads an answer of the REST interface about a pull request.
pub fn read_live(text: &str) -> Result<PullRequest, Unreadable> {
    live(text).map(|found| found.pull_request(None))
}

/// Reads an answer of the REST interface about an issue.
pub fn read_live_issue(text: &str) -> Result<Issue, Unreadable> {
    live(text).map(|found| found.issue(None))
}

fn live(text: &str) -> Result<Subject, Unreadable> {
    let found: Subject = Unreadable::object(text, LIVE_HELP)?;
    match &found.message {
        Some(said) if found.title.is_none() => {
            Err(Unreadable::new(format!("GitHub answered: {}", said.trim()), LIVE_HELP))
        }
        _ if found.title.is_none() => Err(Unreadable::new("it has no `title`", LIVE_HELP)),
        _ => Ok(found),
    }
}

#[derive(Deserialize)]
struct Payload {
    number: Option<u64>,
    pull_request: Option<Subject>,
    issue: Option<Subject>,
    changes: Option<Changes>,
}

/// Of an event that tells of an edit: what was another before.
#[derive(Deserialize)]
struct Changes {
    title: Option<serde::de::IgnoredAny>,
    body: Option<serde::de::IgnoredAny>,
}

/// A pull request or an issue. Every field may be absent or null: a payload is cut down on its way more often than not.
#[derive(Deserialize)]
#[serde(expecting = "an object with `title` and `body`")]
struct Subject {
    number: Option<u64>,
    title: Option<String>,
    body: Option<String>,
    draft: Option<bool>,
    user: Option<User>,
    author_association: Option<String>,
    additions: Option<u32>,
    deletions: Option<u32>,
    changed_files: Option<u32>,
    labels: Option<Vec<Label>>,
    requested_reviewers: Option<Vec<User>>,
    requested_teams: Option<Vec<Team>>,
    base: Option<Side>,
    head: Option<Side>,
    created_at: Option<String>,
    updated_at: Option<String>,
    /// An issue has it where it is a pull request in truth.
    pull_request: Option<serde::de::IgnoredAny>,
    /// What the forge answers instead of what was asked for.
    message: Option<String>,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with `login`")]
struct User {
    login: Option<String>,
    #[serde(rename = "type")]
    sort: Option<String>,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with `slug`")]
struct Team {
    slug: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with `sha`")]
struct Side {
    sha: Option<String>,
    /// Null where it was deleted.
    repo: Option<Repo>,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with `full_name`")]
struct Repo {
    full_name: Option<String>,
    fork: Option<bool>,
}

impl User {
    fn author(self, association: Option<&str>) -> Author {
        let login = self.login.unwrap_or_default();
        let is_bot = self.sort.as_deref() == Some("Bot") || is_program(&login, "");
        Author { login, is_bot, association: association.and_then(Association::of) }
    }
}

impl Subject {
    fn pull_request(self, number: Option<u64>) -> PullRequest {
        let is_fork = self.is_fork();
        let moments = self.moments();
        let totals = self.additions.zip(self.deletions);
        let files = self.changed_files.unwrap_or_default();
        let people = self.requested_reviewers.map(|list| list.into_iter().filter_map(|it| it.login).collect());
        let teams = self.requested_teams.map(|list| list.into_iter().filter_map(|it| it.slug.or(it.name)).collect());
        let reviewers = people.zip(teams).map(|(people, teams)| Reviewers { people, teams });
        let association = self.author_association.as_deref();
        let change = Change {
            totals: totals.map(|(added, deleted)| Totals { added, deleted, files }),
            is_draft: self.draft.unwrap_or(false),
            author: self.user.map(|user| user.author(association)),
            reviewers,
            ..Change::default()
        };
        PullRequest {
            number: self.number.or(number),
            title: self.title.unwrap_or_default(),
            body: self.body.unwrap_or_default(),
            change,
            commits: None,
            base: self.base.and_then(|it| it.sha),
            head: self.head.and_then(|it| it.sha),
            is_fork,
            moments,
        }
    }

    fn issue(self, number: Option<u64>) -> Issue {
        let association = self.author_association.as_deref();
        let moments = self.moments();
        Issue {
            number: self.number.or(number),
            title: self.title.unwrap_or_default(),
            body: self.body.unwrap_or_default(),
            moments,
            author: self.user.map(|user| user.author(association)),
            labels: names(self.labels),
        }
    }

    fn moments(&self) -> Moments {
        Moments::read(self.created_at.as_deref(), self.updated_at.as_deref())
    }

    fn is_fork(&self) -> bool {
        let Some(head) = &self.head else { return false };
        let Some(repo) = &head.repo else { return true };
        let base = self.base.as_ref().and_then(|it| it.repo.as_ref()).and_then(|it| it.full_name.as_deref());
        match (base, repo.full_name.as_deref()) {
            (Some(base), Some(head)) => base != head,
            _ => repo.fork.unwrap_or(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payload::Edited;

    fn pull_request(text: &str) -> PullRequest {
        match read(text) {
            Ok(Event::PullRequest(found)) => *found,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_absent_is_empty() {
        let found = pull_request(r#"{"number": 7, "pull_request": {"title": "Lend slots", "body": null, "new": [1]}}"#);
        assert_eq!((found.number, found.title.as_str(), found.body.as_str()), (Some(7), "Lend slots", ""));
        assert_eq!(found.source().name, "pull request #7");
        assert_eq!(found.source().text, "# Lend slots\n\n");
        assert_eq!(found.change, Change::default());
        assert_eq!(pull_request("\u{feff}{\"pull_request\": {\"title\": \"Lend slots\"}}").title, "Lend slots");
    }

    #[test]
    fn words_that_were_edited_are_of_no_known_day() {
        let told = |changes: &str| {
            let moments = r#""created_at": "2026-11-19T10:00:00Z", "updated_at": "2026-11-25T10:00:00Z""#;
            pull_request(&format!(r#"{{"pull_request": {{"title": "t", "body": "b", {moments}}}{changes}}}"#))
        };
        let written = |it: &PullRequest| it.source().written.map(|it| it.day().to_string());
        for (changes, expected) in [
            ("", Some("2026-11-19")),
            (r#", "changes": {"base": {"ref": {"from": "main"}}}"#, Some("2026-11-19")),
            (r#", "changes": {"body": {"from": "a"}}"#, None),
            (r#", "changes": {"body": {"from": null}}"#, None),
            (r#", "changes": {"title": {"from": "a"}}"#, None),
        ] {
            let found = told(changes);
            assert_eq!(written(&found).as_deref(), expected, "{changes}");
            let now = found.source().now.map(|it| it.to_string());
            assert_eq!(now.as_deref(), Some("2026-11-25T10:00:00Z"));
        }
        for (body, expected) in [("b", Some("2026-11-19")), ("b, by tomorrow", None)] {
            let mut found = told("");
            found.update(read_live(&format!(r#"{{"title": "t", "body": "{body}"}}"#)).expect("it is an answer"));
            assert_eq!(written(&found).as_deref(), expected, "{body}");
        }
    }

    #[test]
    fn whoever_was_asked_since_counts() {
        let asked = |it: &PullRequest| it.change.reviewers.as_ref().map(|it| it.people.len());
        let nobody = r#"{"pull_request": {"title": "t", "requested_reviewers": [], "requested_teams": []}}"#;
        let ada = r#""requested_reviewers": [{"login": "ada"}], "requested_teams": [],"#;
        for (live, expected) in [(ada, 1), ("", 0)] {
            let mut found = pull_request(nobody);
            found.update(read_live(&format!(r#"{{{live} "title": "t"}}"#)).expect("it is an answer"));
            assert_eq!(asked(&found), Some(expected), "{live}");
        }
    }

    #[test]
    fn a_fork_that_is_gone_is_a_fork() {
        let head = |repo: &str| {
            let base = r#""base": {"sha": "b", "repo": {"full_name": "o/r"}}"#;
            pull_request(&format!(r#"{{"pull_request": {{{base}, "head": {{"sha": "h", "repo": {repo}}}}}}}"#))
        };
        assert!(head("null").is_fork);
        assert!(head(r#"{"full_name": "x/r"}"#).is_fork);
        assert!(!head(r#"{"full_name": "o/r", "fork": true}"#).is_fork);
        assert_eq!(head("null").base.as_deref(), Some("b"));
    }

    #[test]
    fn an_issue_is_told_with_its_author() {
        let text = r#"{"issue": {"number": 3, "title": "t", "body": "b\r\n", "author_association": "NONE",
            "user": {"login": "mira", "type": "User"}, "labels": [{"name": "bug"}]}}"#;
        let Ok(Event::Issue(found)) = read(text) else { panic!() };
        assert_eq!((found.body.as_str(), found.labels), ("b\r\n", vec!["bug".to_owned()]));
        assert!(found.author.is_some_and(|author| author.is_first_time() && !author.is_bot));
    }

    #[test]
    fn a_wrong_file_is_told_what_was_expected() {
        for (text, message) in [
            ("{", "it is no JSON: EOF while parsing an object at line 1 column 1"),
            ("{}", "it tells of no pull request and of no issue"),
            (r#"{"ref": "refs/heads/main"}"#, "it tells of no pull request and of no issue"),
            (
                r#"{"issue": {"pull_request": {}}, "comment": {}}"#,
                "it is about a comment on a pull request, and does not hold the pull request itself",
            ),
        ] {
            let wrong = read(text).expect_err(text);
            assert_eq!((wrong.message.as_str(), wrong.help.as_str()), (message, EVENT_HELP));
        }
        let wrong = read_live(r#"{"message": "Not Found", "status": "404"}"#).expect_err("it is none");
        assert_eq!(wrong.message, "GitHub answered: Not Found");
    }
}
