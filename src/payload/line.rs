//! The lines that `pingless stream` reads: a text each, and what its sender wants to have back with the answer.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::{Unreadable, whole};
use crate::text::Written;

/// A value that goes back as it came; none for null, and where there was none.
pub type Echo = Option<Box<RawValue>>;

/// A line with a text.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: Echo,
    pub meta: Echo,
    pub text: String,
    pub path: Option<String>,
    pub kind: Option<String>,
    pub written: Option<Written>,
}

/// A line that could not be read, with what could be read of it.
#[derive(Debug, Clone)]
pub struct Bad {
    pub id: Echo,
    pub meta: Echo,
    pub why: Unreadable,
}

/// One line of `pingless stream`, as it is read. Other keys are passed over.
#[derive(JsonSchema)]
#[schemars(title = "pingless stream, a line that is read")]
pub struct Form {
    /// Any value; it comes back as it is.
    pub id: Option<serde_json::Value>,
    /// The text, in Markdown.
    pub text: String,
    /// Decides kind and configuration, as the path of a file does. A text without one is a message.
    pub path: Option<String>,
    /// The kind of the text, instead of recognising it.
    pub kind: Option<String>,
    /// When it was written, as in `2026-11-18T09:00:00Z`.
    pub written: Option<String>,
    /// Any value; it comes back as it is.
    pub meta: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Raw<'l> {
    #[serde(borrow)]
    id: Option<&'l RawValue>,
    #[serde(borrow)]
    meta: Option<&'l RawValue>,
    #[serde(borrow)]
    text: Option<&'l RawValue>,
    #[serde(borrow)]
    path: Option<&'l RawValue>,
    #[serde(borrow)]
    kind: Option<&'l RawValue>,
    #[serde(borrow)]
    written: Option<&'l RawValue>,
}

const FORM: &str = "write one object a line, with `id`, `path` and `text`";

/// Whether there is nothing in a line that could be read.
pub fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_whitespace)
}

/// Reads one line.
pub fn read(bytes: &[u8]) -> Result<Line, Bad> {
    let raw: Raw = object(bytes, FORM)?;
    let bad = |why| Bad { id: own(raw.id), meta: own(raw.meta), why };
    let text = string("text", raw.text).map_err(bad)?;
    let path = string("path", raw.path).map_err(bad)?;
    let kind = string("kind", raw.kind).map_err(bad)?;
    let written = string("written", raw.written).map_err(bad)?;
    let wrong = |message: &str, help: &str| Err(bad(Unreadable::new(message, help)));
    let Some(text) = text else {
        return wrong("it has no `text`", FORM);
    };
    if text.contains('\0') {
        return wrong("its `text` is binary", "leave out what is no text");
    }
    if path.as_deref().is_some_and(|it| it.is_empty() || it.contains('\0')) {
        return wrong("its `path` is no path", "give the path from the root of its repository, or leave it out");
    }
    let moment = written.as_deref().map(Written::read);
    if moment == Some(None) {
        return wrong("its `written` is no moment", "write a moment with its zone, as in `2026-11-18T09:00:00Z`");
    }
    Ok(Line { id: own(raw.id), meta: own(raw.meta), text, path, kind, written: moment.flatten() })
}

/// What can be had of a line that is longer than is read; `head` is its beginning.
pub fn too_long(head: &[u8], limit: u64) -> Bad {
    let message = format!("it is longer than {} MiB", limit / 1024 / 1024);
    Bad { id: id_in(head), meta: None, why: Unreadable::new(message, "split the text, or leave it out") }
}

/// A JSON object in the form that is wanted, which `form` says, or why there is none.
pub(super) fn object<'l, T: Deserialize<'l>>(bytes: &'l [u8], form: &'static str) -> Result<T, Bad> {
    let bad = |why| Bad { id: id_in(bytes), meta: None, why };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(bad(Unreadable::new("it is not encoded as UTF-8", "write it as UTF-8")));
    };
    let is_object = text.trim_start().starts_with('{');
    let wrong = |error: serde_json::Error| {
        let all = whole::said(&error);
        let what = all.split(" at line ").next().unwrap_or(&all);
        let whole = if error.is_data() { "it cannot be read" } else { "it is no JSON" };
        Unreadable::new(format!("{whole}: {what} at column {}", error.column()), form)
    };
    match serde_json::from_str::<T>(text) {
        Ok(value) if is_object => Ok(value),
        Err(error) if is_object || !error.is_data() => Err(bad(wrong(error))),
        _ => Err(bad(Unreadable::new("it is no JSON object", form))),
    }
}

pub(super) fn own(raw: Option<&RawValue>) -> Echo {
    raw.map(one_line)
}

/// A line end between tokens would end the line for those who read it; whoever hands over whole texts may have any.
fn one_line(raw: &RawValue) -> Box<RawValue> {
    let plain = raw.get().replace(['\r', '\n'], " ");
    RawValue::from_string(plain).unwrap_or_else(|_| raw.to_owned())
}

/// A string under a key; none for null, and where there is none.
fn string(key: &str, raw: Option<&RawValue>) -> Result<Option<String>, Unreadable> {
    let Some(raw) = raw else { return Ok(None) };
    let what = match raw.get().as_bytes().first() {
        Some(b'"') => {
            let broken = |_| Unreadable::new(format!("its `{key}` holds half a character"), "write whole characters");
            return serde_json::from_str(raw.get()).map(Some).map_err(broken);
        }
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b't' | b'f') => "true or false",
        _ => "a number",
    };
    Err(Unreadable::new(format!("its `{key}` is {what}"), format!("write `{key}` as a string")))
}

/// The id of a line that is broken behind it, or cut.
fn id_in(bytes: &[u8]) -> Echo {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    };
    let mut id = None;
    let mut reader = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    // It ends where the line breaks; what was met before counts.
    let _ = reader.deserialize_map(IdOf(&mut id));
    id
}

struct IdOf<'i>(&'i mut Echo);

impl<'de> Visitor<'de> for IdOf<'_> {
    type Value = ();

    fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Cow<str>>()? {
            if key == "id" {
                let id: Box<RawValue> = map.next_value()?;
                *self.0 = (id.get() != "null").then(|| one_line(&id));
                return Ok(());
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &[u8]) -> String {
        match read(line) {
            Ok(line) => format!("{:?} {}", line.id.map(|it| it.to_string()), line.text),
            Err(bad) => format!("{:?} {}", bad.id.map(|it| it.to_string()), bad.why.message),
        }
    }

    #[test]
    fn an_id_comes_back_as_it_was_written() {
        let id = |id: &str| {
            let line = format!(r#"{{"text": "x", "id": {id}, "more": [1]}}"#);
            read(line.as_bytes()).expect("it is read").id.map(|it| it.get().to_owned())
        };
        for value in ["12345678901234567890123", "1.50", "1e999", r#"{"b": 1, "a":  2}"#, r#""\u0041""#, "[null]"] {
            assert_eq!(id(value).as_deref(), Some(value));
        }
        assert_eq!(id("[1,\n\r2]").as_deref(), Some("[1,  2]"));
        assert_eq!(id("null"), None);
    }

    #[test]
    fn each_fault_is_named_with_the_id_if_it_can_be_had() {
        assert_eq!(told(b"{}"), "None it has no `text`");
        assert_eq!(told(br#"{"id": 1, "text": 2}"#), "Some(\"1\") its `text` is a number");
        assert_eq!(told(br#"{"id": 1, "text": null}"#), "Some(\"1\") it has no `text`");
        assert_eq!(told(br#"{"id": 1, "text": "\ud800"}"#), "Some(\"1\") its `text` holds half a character");
        assert_eq!(told(br#"{"id": 1, "text": "\u0000"}"#), "Some(\"1\") its `text` is binary");
        assert_eq!(told(br#"{"id": 1, "text": "x", "path": ""}"#), "Some(\"1\") its `path` is no path");
        assert_eq!(told(br#"{"id": 1, "text": "x", "path": []}"#), "Some(\"1\") its `path` is a list");
        assert_eq!(told(br#"{"id": 1, "text": "x", "written": "now"}"#), "Some(\"1\") its `written` is no moment");
        assert_eq!(told(br#"["x"]"#), "None it is no JSON object");
        assert_eq!(told(b"12"), "None it is no JSON object");
        assert!(told(br#"{"id": 1, "text": "x"#).starts_with("Some(\"1\") it is no JSON: "));
        assert!(told(br#"{"id": 1, "text": "x"} x"#).starts_with("Some(\"1\") it is no JSON: "));
        assert!(told(br#"{"id": 1, "id": 2, "text": "x"}"#).starts_with("Some(\"1\") it cannot be read: duplicate"));
        assert_eq!(told(b"{\"id\": 1, \"text\": \"\xff\"}"), "Some(\"1\") it is not encoded as UTF-8");
        assert!(told(b"text").starts_with("None it is no JSON"));
    }
}
