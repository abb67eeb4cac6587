//! The lines that `pingless link` reads: what `pingless stream` wrote of a text, or who owns what in a corpus.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::line::{Bad, Echo, object, own};
use super::{Unreadable, there};

/// A line of a corpus.
#[derive(Debug, Clone)]
pub struct Row {
    pub id: Echo,
    pub meta: Echo,
    pub holds: Holds,
}

#[derive(Debug, Clone)]
pub enum Holds {
    /// A summary as it was written.
    Summary(Box<RawValue>),
    /// The file that says who owns what, and where it lies.
    Owners { path: String, text: String },
    /// A text of which nothing has to be known.
    Nothing,
    /// Why its text could not be judged.
    Error(Unreadable),
}

#[derive(Deserialize)]
struct Raw<'l> {
    #[serde(borrow)]
    id: Option<&'l RawValue>,
    #[serde(borrow)]
    meta: Option<&'l RawValue>,
    #[serde(borrow, default, deserialize_with = "there")]
    summary: Option<Option<&'l RawValue>>,
    #[serde(borrow)]
    owners: Option<&'l RawValue>,
    #[serde(borrow)]
    error: Option<&'l RawValue>,
}

#[derive(Deserialize)]
struct Owners {
    path: String,
    text: String,
}

#[derive(Deserialize)]
struct Told {
    message: String,
    help: String,
}

const FORM: &str = "give the rows that `pingless stream --emit summaries` writes";

/// Reads one line.
pub fn read(bytes: &[u8]) -> Result<Row, Bad> {
    let raw: Raw = object(bytes, FORM)?;
    let bad = |why| Bad { id: own(raw.id), meta: own(raw.meta), why };
    let row = |holds| Ok(Row { id: own(raw.id), meta: own(raw.meta), holds });
    if let Some(Some(summary)) = raw.summary {
        return row(Holds::Summary(summary.to_owned()));
    }
    if let Some(owners) = raw.owners {
        let help = "give `owners` a `path`, as `.github/CODEOWNERS`, and a `text`";
        let wrong = |_| bad(Unreadable::new("its `owners` are no path and text", help));
        let Owners { path, text } = serde_json::from_str(owners.get()).map_err(wrong)?;
        return row(Holds::Owners { path, text });
    }
    if let Some(error) = raw.error {
        let told = serde_json::from_str(error.get()).unwrap_or_else(|_| Told {
            message: "its text could not be judged".to_owned(),
            help: "look at what wrote this row".to_owned(),
        });
        return row(Holds::Error(Unreadable::new(told.message, told.help)));
    }
    if raw.summary.is_some() {
        return row(Holds::Nothing);
    }
    Err(bad(Unreadable::new("it has no `summary`", FORM)))
}

/// The value of a key of what somebody said beside a text, as it is written there.
pub fn value_of<'m>(meta: Option<&'m RawValue>, key: &str) -> Option<&'m RawValue> {
    let all: std::collections::HashMap<std::borrow::Cow<str>, &RawValue> = serde_json::from_str(meta?.get()).ok()?;
    all.get(key).copied().filter(|it| it.get() != "null")
}
