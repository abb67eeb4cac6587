//! Issues and pull requests with what was said: `gh --json`, REST answers and timelines, and the back-ups made of them.

use std::collections::{BTreeMap, HashSet};

use serde_json::Value;

use super::Talk;
use super::field::{is_true, list, moment, text};
use crate::payload::Unreadable;
use crate::thread::{About, Said, State};
use crate::words::letters::squeezed;
use crate::words::program::is_program;
use crate::words::tracker;

const WRITTEN: &[&str] = &["created_at", "createdAt", "submitted_at", "submittedAt"];
const CLOSED: &[&str] = &["closed_at", "closedAt"];
const ADDRESS: &[&str] = &["html_url", "url", "issue_url"];
/// Who may close an issue of others.
const DECIDES: &[&str] = &["OWNER", "MEMBER", "COLLABORATOR"];
/// Seconds between a commit that closes an issue and the moment of closing.
const AT_ONCE: i64 = 600;
/// Events that hold words.
const SPOKEN: &[&str] = &["commented", "reviewed", "line-commented"];

/// Whether a value is an issue, a pull request, a comment or an event of GitHub, or a back-up of one.
pub fn is_known(value: &Value) -> bool {
    is_archive(value)
        || is_backup(value)
        || is_head(value)
        || is_comment(value)
        || value.get("event").is_some_and(Value::is_string)
}

/// A repository in one piece: its issues and its pull requests, each with what was said.
fn is_archive(value: &Value) -> bool {
    let heads = |key: &str| list(value, &[key]).is_some_and(|it| it.first().is_none_or(is_head));
    value.get("title").is_none() && heads("issues") && (value.get("pulls").is_none() || heads("pulls"))
}

fn is_backup(value: &Value) -> bool {
    head_of(value).is_some() && (value.get("events").is_some() || value.get("comments").is_some())
}

fn head_of(value: &Value) -> Option<&Value> {
    ["issue", "pull", "pull_request"].iter().find_map(|key| value.get(key)).filter(|it| it.is_object())
}

/// An issue or a pull request: it has a title, or what was said about it.
fn is_head(value: &Value) -> bool {
    let is_named = value.get("title").is_some_and(Value::is_string);
    let is_asked = ["body", "number", "comments", "reviews"].iter().any(|key| value.get(key).is_some());
    let is_told = list(value, &["comments", "reviews"]).is_some();
    is_named && is_asked && value.get("text").is_none() || is_told
}

fn is_comment(value: &Value) -> bool {
    value.get("body").is_some() && ["user", "author"].iter().any(|key| value.get(key).is_some())
}

/// The threads of these values: heads with their comments, and comments that say to which issue they belong.
pub fn read(values: Vec<Value>) -> Result<Vec<Talk>, Unreadable> {
    let mut talks: Vec<Talk> = Vec::new();
    let mut by_address: BTreeMap<String, usize> = BTreeMap::new();
    let mut last = None;
    let mut promised: Vec<(usize, u64)> = Vec::new();
    for value in values {
        if is_archive(&value) {
            talks.extend(archived(&value));
            continue;
        }
        if is_backup(&value) || is_head(&value) {
            let talk = whole(&value);
            let head = head_of(&value).unwrap_or(&value);
            let has_list = list(&value, &["events", "comments", "timeline"]).is_some();
            let count = head.get("comments").and_then(Value::as_u64).filter(|_| !has_list);
            promised.extend(count.map(|count| (talks.len(), count)));
            by_address.insert(address(head), talks.len());
            last = Some(talks.len());
            talks.push(talk);
            continue;
        }
        let own = value.get("issue_url").or(value.get("pull_request_url")).is_some().then(|| address(&value));
        let place = match own {
            Some(own) => *by_address.entry(own.clone()).or_insert_with(|| {
                talks.push(Talk {
                    title: format!("#{}", own.rsplit('/').next().unwrap_or_default()),
                    ..Talk::default()
                });
                talks.len() - 1
            }),
            None => *last.get_or_insert_with(|| {
                talks.push(Talk::default());
                talks.len() - 1
            }),
        };
        hear(&mut talks[place], std::slice::from_ref(&value));
    }
    match promised.into_iter().find(|(place, count)| *count > 0 && talks[*place].said.len() <= 1) {
        Some((_, count)) => Err(without_comments(count)),
        None => Ok(talks),
    }
}

fn without_comments(count: u64) -> Unreadable {
    let counted = if count == 1 { "1 comment".to_owned() } else { format!("{count} comments") };
    let help = "put the answer of its `comments_url` behind it, or give what `gh issue view 12 --json title,body,author,comments` prints";
    Unreadable::new(format!("it says that it has {counted}, and holds none"), help)
}

/// The threads of an archive. What a merged pull request says that it closes has its outcome.
fn archived(value: &Value) -> Vec<Talk> {
    let heads = ["issues", "pulls"].iter().flat_map(|key| list(value, &[key]).unwrap_or_default());
    let talks: Vec<Talk> = heads.map(whole).collect();
    let merged = talks.iter().filter(|it| it.state == State::Merged);
    let closed: HashSet<String> =
        merged.flat_map(|it| it.said.first()).flat_map(|it| tracker::closed(&it.text)).collect();
    let number = |talk: &Talk| talk.title.split(' ').next().unwrap_or_default().trim_start_matches('#').to_owned();
    let told = |talk: Talk| Talk { by_change: talk.by_change || closed.contains(&number(&talk)), ..talk };
    talks.into_iter().map(told).collect()
}

/// What an issue or a pull request is known by among those of all repositories, the same in the API and on the page:
/// `shop/queue/12`. Both count in one row of numbers.
fn address(value: &Value) -> String {
    let own = text(value, &["issue_url", "pull_request_url"]).or_else(|| text(value, ADDRESS)).unwrap_or_default();
    let mut parts = own.rsplit('/');
    let (number, _sort) = (parts.next().unwrap_or_default(), parts.next());
    let (repository, owner) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    format!("{owner}/{repository}/{number}")
}

/// An issue or a pull request and everything that was said about it.
fn whole(value: &Value) -> Talk {
    let head = head_of(value).unwrap_or(value);
    let mut talk = head_only(head, value);
    for part in ["comments", "reviews", "events", "timeline", "review_comments"] {
        for holder in [value, head].iter().take(if std::ptr::eq(value, head) { 1 } else { 2 }) {
            hear(&mut talk, list(holder, &[part]).unwrap_or_default());
        }
    }
    talk
}

fn head_only(head: &Value, value: &Value) -> Talk {
    let number = head.get("number").and_then(Value::as_u64).map(|it| format!("#{it}"));
    let title = text(head, &["title"]).map(squeezed);
    let named: Vec<String> = number.into_iter().chain(title).collect();
    let is_patch = value.get("pull").is_some()
        || ["pull_request", "merged", "mergedAt", "merged_at", "headRefName", "head", "reviews", "isDraft"]
            .iter()
            .any(|key| head.get(key).is_some() || value.get(key).is_some())
        || text(head, ADDRESS).is_some_and(|it| it.contains("/pull/") || it.contains("/pulls/"));
    let why = text(head, &["state_reason", "stateReason"]).unwrap_or_default().to_ascii_lowercase();
    let lock = text(head, &["active_lock_reason", "activeLockReason"]).unwrap_or_default().to_ascii_lowercase();
    let by_change =
        why == "duplicate" || list(head, &["closedByPullRequestsReferences"]).is_some_and(|it| !it.is_empty());
    Talk {
        title: named.join(" "),
        about: if is_patch { About::Patch } else { About::Matter },
        state: state(head),
        by_change,
        closed_at: moment(head, CLOSED),
        is_shut: is_shut(&lock),
        said: Vec::from_iter(said(head)),
    }
}

fn state(head: &Value) -> State {
    let is_merged = is_true(head, "merged")
        || moment(head, &["merged_at", "mergedAt"]).is_some()
        || head.get("pull_request").is_some_and(|it| moment(it, &["merged_at"]).is_some());
    let word = text(head, &["state"]).unwrap_or_default().to_ascii_lowercase();
    match word.as_str() {
        _ if is_merged => State::Merged,
        "merged" => State::Merged,
        "closed" => State::Closed,
        "open" => State::Open,
        _ if is_true(head, "closed") => State::Closed,
        _ => State::Unknown,
    }
}

/// Locked because it is over is no verdict on what was said.
fn is_shut(lock: &str) -> bool {
    matches!(lock, "spam" | "off-topic" | "off_topic" | "too heated" | "too_heated")
}

/// Takes up what was said, and what happened to the thread.
fn hear(talk: &mut Talk, values: &[Value]) {
    for value in values {
        match text(value, &["event"]) {
            None => talk.said.extend(said(value)),
            Some(event) if SPOKEN.contains(&event) => {
                talk.said.extend(said(value));
                list(value, &["comments"]).unwrap_or_default().iter().for_each(|it| talk.said.extend(said(it)));
            }
            Some(event) => happen(talk, event, value),
        }
    }
}

fn happen(talk: &mut Talk, event: &str, value: &Value) {
    let has_commit = text(value, &["commit_id"]).is_some();
    let at = moment(value, WRITTEN);
    let is_at_once = at.zip(talk.closed_at).is_some_and(|(at, closed)| (at - closed).abs() <= AT_ONCE);
    match event {
        "reopened" | "disconnected" => talk.by_change = false,
        "closed" if talk.state == State::Closed => talk.by_change |= has_commit,
        "referenced" if talk.state == State::Closed => talk.by_change |= has_commit && is_at_once,
        "connected" if talk.state == State::Closed => talk.by_change = true,
        "merged" => talk.state = State::Merged,
        "marked_as_duplicate" | "converted_to_discussion" | "transferred" => talk.by_change = true,
        "locked" => {
            let reason = text(value, &["lock_reason"]).unwrap_or_default().to_ascii_lowercase();
            talk.is_shut |= is_shut(&reason);
        }
        _ => {}
    }
}

/// A comment, unless its moderators hid it. Without words it is a verdict on a change, or nothing.
fn said(value: &Value) -> Option<Said> {
    let body = text(value, &["body", "bodyText"]).unwrap_or_default();
    let is_opening = value.get("title").is_some();
    if is_true(value, "isMinimized") || body.trim().is_empty() && !is_opening {
        return None;
    }
    let people = ["user", "author", "actor"];
    let person = people.iter().filter_map(|key| value.get(key)).find(|it| it.is_object() || it.is_string());
    let name = person.and_then(|it| it.as_str().or_else(|| text(it, &["login", "name"]))).unwrap_or_default();
    let is_marked = person.is_some_and(|it| is_true(it, "is_bot") || text(it, &["type", "__typename"]) == Some("Bot"));
    let rank = text(value, &["author_association", "authorAssociation"]).unwrap_or_default();
    Some(Said {
        author: name.to_owned(),
        is_bot: is_marked || is_program(name, ""),
        has_say: DECIDES.contains(&rank),
        at: moment(value, WRITTEN),
        text: body.to_owned(),
    })
}
