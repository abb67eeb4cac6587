//! Threads of several people as other programs write them: the form is told by its content. GitHub's comments in any of
//! its forms are read by `github`, chats by `slack`, everything else has the neutral form of `ndjson`.

mod field;
mod github;
pub mod ndjson;
pub mod slack;

use serde_json::Value;

use super::{Unreadable, whole};
use crate::text::{Origin, Source};
use crate::thread::{self, About, Said, State, Thread};

/// A thread as it was read, before it is one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Talk {
    /// Its number and title, as far as they are known: `#12 Crash on start`.
    pub title: String,
    pub about: About,
    pub state: State,
    pub by_change: bool,
    /// In seconds since 1970 in UTC.
    pub closed_at: Option<i64>,
    pub is_shut: bool,
    pub said: Vec<Said>,
}

impl Talk {
    /// One text that holds all messages, under the name of where it was read.
    pub fn written(&self, name: &str) -> (Source, Thread) {
        let (text, messages) = thread::write(&self.said);
        let file = (!self.title.is_empty()).then(|| name.into());
        let name = if self.title.is_empty() { name.to_owned() } else { format!("{name} {}", self.title) };
        let source = Source { kind: Some(thread::KIND.to_owned()), file, ..Source::new(name, text, Origin::Message) };
        let (about, state, by_change) = (self.about, self.state, self.by_change);
        let thread = Thread { about, state, by_change, closed_at: self.closed_at, is_shut: self.is_shut, messages };
        (source, thread)
    }

    /// Messages of several sources in the order of their times; those without one stay behind what they followed.
    fn sort(&mut self) {
        let mut latest = i64::MIN;
        let mut keyed: Vec<(i64, Said)> = Vec::with_capacity(self.said.len());
        for said in self.said.drain(..) {
            latest = said.at.unwrap_or(latest);
            keyed.push((latest, said));
        }
        keyed.sort_by_key(|(at, _)| *at);
        self.said = keyed.into_iter().map(|(_, said)| said).collect();
    }
}

fn unknown(what: &str) -> Unreadable {
    Unreadable::new(format!("it is no thread that is known: {what}"), KNOWN)
}

/// What is read, for whoever gave something else.
const KNOWN: &str = "give what `gh issue view 12 --json number,title,body,author,createdAt,state,closedAt,comments` prints, \
                     an issue or its comments from GitHub's REST, the folder of a Slack export, or a line \
                     `{\"author\": \"ana\", \"at\": \"2026-11-18T09:00:00Z\", \"text\": \"…\"}` for each message";

/// Reads the threads of one text. JSON may stand in it in one piece, a value a line, or page after page.
pub fn read(text: &str) -> Result<Vec<Talk>, Unreadable> {
    let values = values(text)?;
    if values.is_empty() {
        return Err(unknown("it is empty"));
    }
    let mut values: Vec<(usize, Value)> = values.into_iter().flat_map(flat).collect();
    // "closed", "assigned to @ben": GitLab keeps what was done among what was said.
    values.retain(|(_, it)| !field::is_true(it, "system"));
    if values.is_empty() {
        // An empty page of comments.
        return Ok(Vec::new());
    }
    let mut talks = if values.iter().any(|(_, it)| github::is_known(it)) {
        github::read(values.into_iter().map(|(_, it)| it).collect())?
    } else if values.iter().all(|(_, it)| slack::is_message(it)) {
        slack::read_day(values.into_iter().map(|(_, it)| it).collect())
    } else if values.iter().any(|(_, it)| ndjson::is_known(it)) {
        vec![ndjson::read(values)?]
    } else {
        return Err(unknown(&told(&values[0].1)));
    };
    talks.iter_mut().for_each(Talk::sort);
    Ok(talks)
}

/// Every JSON value of a text, with the line in which it ends.
fn values(text: &str) -> Result<Vec<(usize, Value)>, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let json = whole::mended(text.as_bytes());
    let mut stream = serde_json::Deserializer::from_slice(&json).into_iter::<Value>();
    let mut out = Vec::new();
    let (mut line, mut at) = (1, 0);
    while let Some(next) = stream.next() {
        let value = next.map_err(|error| {
            let (row, column) = (error.line(), error.column());
            unknown(&format!("it is no JSON at line {row}, column {column}"))
        })?;
        line += text[at..stream.byte_offset()].matches('\n').count();
        at = stream.byte_offset();
        out.push((line, value));
    }
    Ok(out)
}

/// A page is a list of values, and pages in one piece are a list of lists.
fn flat((line, value): (usize, Value)) -> Vec<(usize, Value)> {
    let list = |value: Value| match value {
        Value::Array(values) => values,
        other => vec![other],
    };
    list(value).into_iter().flat_map(list).map(|value| (line, value)).collect()
}

/// The first keys of what is none of the known forms.
fn told(value: &Value) -> String {
    match value.as_object() {
        Some(object) if object.is_empty() => "it is an object without keys".to_owned(),
        Some(object) => {
            let keys: Vec<String> = object.keys().take(5).map(|it| format!("`{it}`")).collect();
            format!("an object with {}", keys.join(", "))
        }
        None => "it holds values that are no objects".to_owned(),
    }
}
