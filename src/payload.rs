//! What other programs write about pull requests, issues and threads (webhook events, `gh --json`, GitHub's REST, chat
//! exports), read into our own data. The only place that knows their forms; it reads no file and judges nothing.

pub mod event;
pub mod gh;
mod key;
pub mod line;
pub mod row;
pub mod subject;
pub mod thread;
pub mod whole;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

pub use event::Event;
pub use subject::{Commit, Edited, Issue, Moments, PullRequest};

/// Why a payload could not be read, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    pub message: String,
    pub help: String,
}

impl Unreadable {
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// Reads what another program wrote: one object, whatever mark stands before it.
    fn object<T: DeserializeOwned>(text: &str, help: &str) -> Result<T, Self> {
        let text = text.trim_start_matches('\u{feff}');
        // Its values would be taken for the fields, in their order.
        if text.trim_start().starts_with('[') {
            return Err(Self::new("it is a list, and one object is wanted", help));
        }
        whole::read(text.as_bytes()).map_err(|error| Self::json(text, &error, help))
    }

    /// What is no JSON, or not in the form that was expected: then with the key that holds something else.
    fn json(text: &str, error: &serde_json::Error, help: &str) -> Self {
        let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
        let read = lines.map(str::len).sum::<usize>() + error.column();
        let said = whole::said(error);
        let message = match (error.classify(), text.get(..read).map(key::path)) {
            (serde_json::error::Category::Data, Some(key)) if !key.is_empty() => {
                format!("`{key}` is not in the form that was expected: {said}")
            }
            (serde_json::error::Category::Data, _) => format!("it is not in the form that was expected: {said}"),
            _ => format!("it is no JSON: {said}"),
        };
        Self::new(message, help)
    }
}

/// A label of a pull request or an issue: everybody writes it so.
#[derive(Deserialize)]
#[serde(expecting = "an object with `name`")]
struct Label {
    name: Option<String>,
}

fn names(labels: Option<Vec<Label>>) -> Vec<String> {
    labels.unwrap_or_default().into_iter().filter_map(|it| it.name).collect()
}

/// A value under a key that is there, be it null.
fn there<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(from).map(Some)
}
