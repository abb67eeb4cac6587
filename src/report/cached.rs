//! What was found in a text as one JSON value, written and read again: what a cache keeps of it. It holds with the text,
//! and with what the text was told of its surroundings; whether it still does is not known here.

use serde::{Deserialize, Serialize};

use super::form::{Hex, Written, form, words};
use super::summary_row::SummaryForm;
use crate::finding::{Confidence, Edit, Elsewhere, Excerpt, Finding, Label, Level, Suggestion};
use crate::kind::{By, Recognised};
use crate::lint;
use crate::settle::allow::Exception;
use crate::settle::{Checked, Gap};
use crate::text::Source;
use crate::tree::{Asked, Question, Told};

/// Start and end of a place.
type At = [usize; 2];

/// All that is kept. What can be had from the text is left out, and so are the slots, which nobody shows of a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    recognised: RecognisedForm,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    findings: Vec<FindingForm>,
    hidden: u32,
    allowed: u32,
    answered: u32,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_foreign: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    wants_day: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<GapForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    exceptions: Vec<ExceptionForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<SummaryForm>,
    asked: Option<AskedForm>,
}

/// What is kept of a judgement, and of what it asked.
pub fn write(checked: &Checked, asked: Option<&Asked>) -> String {
    let form = Form {
        recognised: Written::write(&checked.recognised),
        findings: Written::write(&checked.findings),
        hidden: checked.hidden,
        allowed: checked.allowed,
        answered: checked.answered,
        is_foreign: checked.is_foreign,
        wants_day: checked.wants_day,
        gaps: Written::write(&checked.gaps),
        exceptions: Written::write(&checked.exceptions),
        summary: checked.summary.as_ref().map(Written::write),
        asked: asked.map(Written::write),
    };
    serde_json::to_string(&form).expect("plain data")
}

/// The judgement of a text, and what it asked; none where that is not what was written.
pub fn read(json: &str, source: &Source) -> Option<(Checked, Option<Asked>)> {
    let form: Form = serde_json::from_str(json).ok()?;
    let findings: Vec<Finding> = form.findings.read().ok()?;
    let checked = Checked {
        text: lint::kept(source, None, &findings),
        findings: findings.into(),
        hidden: form.hidden,
        allowed: form.allowed,
        answered: form.answered,
        is_foreign: form.is_foreign,
        wants_day: form.wants_day,
        gaps: form.gaps.read().ok()?,
        exceptions: form.exceptions.read().ok()?,
        summary: form.summary.read().ok()?,
        ..Checked::of(source, form.recognised.read().ok()?)
    };
    Some((checked, form.asked.read().ok()?))
}

form! {
    RecognisedForm of Recognised { kind: Option<String>, confidence: f32, because: Vec<String>, by: ByWord, is_story: bool }
}

words! {
    ByWord of By { Word: "word", Name: "name", Wording: "wording" }
}

form! {
    FindingForm of Finding {
        rule: String,
        level: LevelWord,
        confidence: ConfidenceWord,
        message: String,
        question: String,
        help: Option<String>,
        at: LabelForm,
        related: Vec<LabelForm>,
        elsewhere: Vec<ElsewhereForm>,
        suggestions: Vec<SuggestionForm>,
        fingerprint: String,
        touched: Option<bool>,
        is_of_whole: bool,
    }
}

words! {
    LevelWord of Level { Warn: "warn", Error: "error", Note: "note" }
}

words! {
    ConfidenceWord of Confidence { High: "high", Medium: "medium", Low: "low" }
}

form! {
    LabelForm of Label { span: At, text: String }
}

form! {
    ElsewhereForm of Elsewhere { name: String, span: At, line: usize, label: String, excerpt: Option<ExcerptForm> }
}

form! {
    ExcerptForm of Excerpt { text: String, start: usize }
}

form! {
    SuggestionForm of Suggestion { title: String, safe: bool, edits: Vec<EditForm> }
}

form! {
    EditForm of Edit { span: At, text: String }
}

form! {
    GapForm of Gap { heading: String, question: String }
}

form! {
    ExceptionForm of Exception {
        line: usize,
        rules: Vec<String>,
        reason: String,
        is_wide: bool,
        used: Vec<Option<usize>>,
    }
}

form! {
    AskedForm of Asked { path: String, told: Vec<ToldForm> }
}

form! {
    ToldForm of Told { question: QuestionWord, of: String, answer: Hex }
}

words! {
    QuestionWord of Question {
        Entry: "entry",
        LeftOut: "left-out",
        Named: "named",
        Alike: "alike",
        Below: "below",
        Anchors: "anchors",
        Removed: "removed",
        Fate: "fate",
        Kept: "kept",
        Site: "site",
        Root: "root",
        ByName: "by-name",
        Made: "made",
        Put: "put",
        Page: "page",
        Past: "past",
        Earlier: "earlier",
        Github: "github",
        Days: "days",
        Making: "making",
    }
}
