//! The summary of a text as one JSON value, written and read again: what `pingless stream` and `pingless link` hand to
//! each other over any number of machines. One `form!` a part, and whatever is added to a part does not compile before it is
//! here. What is empty is left out.

mod parts;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::Written;
use crate::summary::Summary;
pub use parts::SummaryForm;

/// The version of the form. Another one cannot be linked with it.
const VERSION: u32 = 3;

/// Why a summary could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    pub message: String,
    pub help: &'static str,
}

/// What a summary says of its own form.
#[derive(Serialize, Deserialize, JsonSchema)]
struct Head {
    #[serde(default)]
    version: u32,
}

/// The form of a summary.
pub fn write(summary: &Summary) -> SummaryForm {
    let mut form = SummaryForm::write(summary);
    form.version = VERSION;
    form
}

/// Reads what was written.
pub fn read(json: &str) -> Result<Summary, Unread> {
    let help = "write the summaries anew, with the `pingless` that links them";
    let wrong = |message: String| Unread { message, help };
    let broken = |error: serde_json::Error| wrong(format!("its `summary` cannot be read: {error}"));
    let head: Head = serde_json::from_str(json).map_err(broken)?;
    if head.version != VERSION {
        return Err(wrong(format!("its `summary` has version {}, not {VERSION}", head.version)));
    }
    let form: SummaryForm = serde_json::from_str(json).map_err(broken)?;
    let summary: Summary = form.read().map_err(|it| wrong(format!("its `summary` cannot be read: {it}")))?;
    if summary.path.is_empty() {
        return Err(wrong("its `summary` has no path".to_owned()));
    }
    Ok(summary)
}
