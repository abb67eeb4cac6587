//! What a text says of each slot of its kind, as programs read it.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

use crate::slot::Answer;
use crate::text::Lines;

/// What a text says of one slot.
#[derive(Serialize, JsonSchema)]
pub struct Slot<'a> {
    /// `present`, `partial` or `absent`.
    state: &'static str,
    /// How sure the state is: `high`, `medium` or `low`.
    confidence: &'static str,
    evidence: Vec<Evidence>,
    /// What was counted from the text, where the slot is a length of time.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Evidence {
    /// From 1.
    line: usize,
    /// The form in which it is said, as in `heading` or `prose`.
    by: &'static str,
}

/// The slots of a text, by name, in the order of their kind. `lines` are those of the text.
pub fn of<'a>(answers: &'a [Answer], lines: &Lines) -> IndexMap<&'a str, Slot<'a>> {
    let slot = |answer: &'a Answer| Slot {
        state: answer.state.word(),
        confidence: answer.confidence.word(),
        evidence: answer
            .evidence
            .iter()
            .map(|it| Evidence { line: lines.index(it.span.start) + 1, by: it.by.word() })
            .collect(),
        value: answer.value.as_deref(),
    };
    answers.iter().map(|answer| (answer.slot.as_str(), slot(answer))).collect()
}
