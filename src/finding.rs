//! What may be wrong at a place, as plain data, and the collector that a check writes to.
//! Knows no rule by name, no configuration and no output format.

mod collector;
mod label;

pub use collector::Findings;
pub use label::{absent, ago, is_absent, listed, quoted};
use std::cmp::Ordering;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::text::{Lines, Span};

/// What a finding costs the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Note,
    #[serde(alias = "warning")]
    Warn,
    Error,
}

impl Level {
    pub const ALL: [Level; 3] = [Level::Error, Level::Warn, Level::Note];
    /// The longer word for `warn`, with which findings are printed: understood wherever a level is written, and never advised.
    pub const WARNING: &str = "warning";

    pub fn named(word: &str) -> Option<Self> {
        let word = if word == Self::WARNING { Self::Warn.word() } else { word };
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    pub fn word(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warn => "warn",
            Level::Error => "error",
        }
    }
}

/// How sure we are, from measured precision. High is what the default output shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    Low,
    Medium,
    High,
}

impl Confidence {
    pub fn word(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }
}

/// Words under a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub span: Span,
    pub text: String,
}

/// A place in another text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// What reports call the other text.
    pub name: String,
    pub span: Span,
    /// The line on which it begins, from 1.
    pub line: usize,
    pub label: String,
    /// The lines that it stands on, where somebody could read them.
    pub excerpt: Option<Excerpt>,
}

/// Whole lines of a text, for those who show a place of it and have not got the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    pub text: String,
    /// Where it begins in its text, in bytes.
    pub start: usize,
}

impl Excerpt {
    /// The lines of a text that a span touches.
    pub fn of(text: &str, lines: &Lines, span: Span) -> Self {
        let span = Span::new(span.start.min(text.len()), span.end.min(text.len()));
        let last = span.end.saturating_sub(1).max(span.start);
        let whole = Span::new(lines.around(span.start, text).start, lines.around(last, text).end);
        Self { text: whole.of(text).to_owned(), start: whole.start }
    }
}

/// Text to put in the place of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// One way to mend a finding. Safe means that no meaning can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub title: String,
    pub safe: bool,
    pub edits: Vec<Edit>,
}

/// What a check says of one place, before anything else is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    pub at: Label,
    pub confidence: Confidence,
    pub related: Vec<Label>,
    /// Places in other texts that belong to the same finding.
    pub elsewhere: Vec<Elsewhere>,
    pub suggestions: Vec<Suggestion>,
    /// The reader's question where the check can put it more exactly than the page does.
    pub question: Option<String>,
    /// The fault, where it is not the one that the page names; the cure of the page is its cure as well, unless
    /// [`Flag::otherwise`] says so.
    pub message: Option<String>,
    pub has_other_cure: bool,
    /// The cure, where it can be put more exactly than on the page.
    pub help: Option<&'static str>,
    /// The cost here, where it differs from the page's level.
    pub level: Option<Level>,
    /// It is said of the whole text: the words at its place have no part in it.
    pub is_of_whole: bool,
    /// It is as right in the kinds of texts in which its rule is doubted.
    pub is_firm: bool,
}

impl Flag {
    /// `label` is the evidence, in a few words, printed under the carets.
    pub fn new(at: impl Into<Span>, label: impl Into<String>) -> Self {
        Self {
            at: Label { span: at.into(), text: label.into() },
            confidence: Confidence::High,
            related: Vec::new(),
            elsewhere: Vec::new(),
            suggestions: Vec::new(),
            question: None,
            message: None,
            has_other_cure: false,
            help: None,
            level: None,
            is_of_whole: false,
            is_firm: false,
        }
    }

    /// Another fault than that of the page, which its cure does not mend: the label says what would.
    pub fn otherwise(&mut self, message: impl Into<String>) -> &mut Self {
        self.message = Some(message.into());
        self.has_other_cure = true;
        self
    }

    /// Another place that belongs to the same finding.
    pub fn and(&mut self, span: Span, label: impl Into<String>) -> &mut Self {
        self.related.push(Label { span, text: label.into() });
        self
    }

    /// A place in another text that belongs to the same finding.
    pub fn and_in(&mut self, elsewhere: Elsewhere) -> &mut Self {
        self.elsewhere.push(elsewhere);
        self
    }

    /// Other places with the same fault. A few of them show what to look for.
    pub fn and_here(&mut self, others: impl IntoIterator<Item = Span>) -> &mut Self {
        const SHOWN: usize = 4;
        for span in others.into_iter().take(SHOWN) {
            self.and(span, "and here");
        }
        self
    }

    /// Right less often than nine times in ten: shown with `--pedantic` only.
    pub fn unsure(&mut self) -> &mut Self {
        self.confidence = Confidence::Medium;
        self
    }

    /// Said of the whole text, and shown at its head for want of a place.
    pub fn of_whole(&mut self) -> &mut Self {
        self.is_of_whole = true;
        self
    }

    pub fn asks(&mut self, question: impl Into<String>) -> &mut Self {
        self.question = Some(question.into());
        self
    }

    /// A replacement that a person has to look at before it is applied.
    pub fn suggest(&mut self, title: impl Into<String>, span: Span, text: impl Into<String>) -> &mut Self {
        let edits = vec![Edit { span, text: text.into() }];
        self.suggestions.push(Suggestion { title: title.into(), safe: false, edits });
        self
    }

    /// The same of several places at once.
    pub fn suggest_all(&mut self, title: impl Into<String>, edits: Vec<(Span, String)>) -> &mut Self {
        let edits = edits.into_iter().map(|(span, text)| Edit { span, text }).collect();
        self.suggestions.push(Suggestion { title: title.into(), safe: false, edits });
        self
    }

    /// A replacement by which no meaning can change: where it is the only one, `--fix` applies it.
    pub fn fix(&mut self, title: impl Into<String>, span: Span, text: impl Into<String>) -> &mut Self {
        let edits = vec![Edit { span, text: text.into() }];
        self.suggestions.push(Suggestion { title: title.into(), safe: true, edits });
        self
    }
}

/// A flag bound to its rule: everything that a report needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub rule: String,
    pub level: Level,
    pub confidence: Confidence,
    /// The fault in general: from the page, which all its findings share, or from the check.
    pub message: Arc<str>,
    /// What the reader will have to ask because of it.
    pub question: Arc<str>,
    pub help: Option<Arc<str>>,
    pub at: Label,
    pub related: Vec<Label>,
    /// Places in other texts.
    pub elsewhere: Vec<Elsewhere>,
    pub suggestions: Vec<Suggestion>,
    /// `pingless/v1`: the same wherever the text is moved to.
    pub fingerprint: String,
    /// Whether it stands on a line that was changed; none where nothing was compared. It ranks, and filters nothing.
    pub touched: Option<bool>,
    /// It is said of the whole text: it stays the same where the words at its place change.
    pub is_of_whole: bool,
}

impl Finding {
    /// The order of places, and at one place of rules.
    pub fn by_place(&self, other: &Self) -> Ordering {
        (self.at.span, &self.rule).cmp(&(other.at.span, &other.rule))
    }

    /// The one way to mend it. Several are a choice, and a choice is a person's.
    pub fn fix(&self) -> Option<&Suggestion> {
        match self.suggestions.as_slice() {
            [only] if !only.edits.is_empty() => Some(only),
            _ => None,
        }
    }
}
