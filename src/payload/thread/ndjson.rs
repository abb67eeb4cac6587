//! The neutral form: a JSON object a line for each message, and before them, if it is known, one for the thread.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::Talk;
use super::field::{is_true, list, seconds, text};
use crate::payload::Unreadable;
use crate::thread::{About, Said, State};
use crate::words::letters::squeezed;
use crate::words::program::is_program;

/// One line of a thread: first, if it is known, the thread; then its messages in their order.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "pingless thread, a line that is read")]
pub enum Line {
    Thread(Head),
    Message(Message),
}

/// What is known of the thread.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Head {
    pub title: String,
    /// Whether the people talk about a change that moves while they do.
    pub about: Option<Subject>,
    pub state: Option<Stage>,
    /// Commits or changes that closed it.
    pub closed_by: Option<Vec<String>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    Matter,
    Patch,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    Open,
    Closed,
    Merged,
}

/// A message.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct Message {
    /// Who wrote it, by one name throughout the thread.
    pub author: String,
    /// When, as in `2026-11-18T09:00:00Z`.
    pub at: Option<String>,
    /// What it says, in Markdown.
    pub text: String,
    /// A program wrote it.
    pub bot: Option<bool>,
    /// The author decides here.
    pub maintainer: Option<bool>,
}

/// Whether a value has the form of a message.
pub fn is_known(value: &Value) -> bool {
    value.get("text").is_some() || value.get("author").is_some()
}

/// The thread of these lines.
pub fn read(values: Vec<(usize, Value)>) -> Result<Talk, Unreadable> {
    let mut talk = Talk::default();
    for (line, value) in &values {
        let is_head = value.get("text").is_none() && value.get("title").is_some();
        match is_head && talk.said.is_empty() {
            true => head(&mut talk, *line, value)?,
            false => talk.said.push(message(*line, value)?),
        }
    }
    Ok(talk)
}

fn head(talk: &mut Talk, line: usize, value: &Value) -> Result<(), Unreadable> {
    let wrong = |key: &str, words: &str| {
        let message = format!("line {line}: `{key}` is none that is known");
        Unreadable::new(message, format!("use one of {words}, or leave it out"))
    };
    talk.title = squeezed(text(value, &["title"]).unwrap_or_default());
    talk.about = match text(value, &["about"]) {
        None | Some("matter") => About::Matter,
        Some("patch") => About::Patch,
        Some(_) => return Err(wrong("about", "matter, patch")),
    };
    talk.state = match text(value, &["state"]) {
        None => State::Unknown,
        Some("open") => State::Open,
        Some("closed") => State::Closed,
        Some("merged") => State::Merged,
        Some(_) => return Err(wrong("state", "open, closed, merged")),
    };
    talk.by_change = list(value, &["closed-by"]).is_some_and(|it| !it.is_empty());
    Ok(())
}

fn message(line: usize, value: &Value) -> Result<Said, Unreadable> {
    let form = "a message is `{\"author\": \"ana\", \"at\": \"2026-11-18T09:00:00Z\", \"text\": \"…\"}`; `pingless schema thread` says it all";
    let need = |key: &str| {
        text(value, &[key]).ok_or_else(|| Unreadable::new(format!("line {line}: `{key}` is missing, or no text"), form))
    };
    let (author, said) = (need("author")?, need("text")?);
    let at = match value.get("at") {
        None | Some(Value::Null) => None,
        Some(at) => Some(at.as_str().and_then(seconds).ok_or_else(|| {
            let message = format!("line {line}: `at` is no moment");
            Unreadable::new(message, "write it with its zone, as in `2026-11-18T09:00:00Z`")
        })?),
    };
    Ok(Said {
        author: author.to_owned(),
        is_bot: is_true(value, "bot") || is_program(author, ""),
        has_say: is_true(value, "maintainer"),
        at,
        text: said.to_owned(),
    })
}
