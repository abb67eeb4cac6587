//! The definition at the top of a page. Four closed forms and no language: no operators, no patterns, no templates.

use std::borrow::Cow;

use indexmap::IndexMap;
use serde::Deserialize;

use super::page::KINDS;
use crate::finding::{Confidence, Level};
use crate::words::heading;
use crate::words::letters::squeezed;

/// Texts of a definition: those of our own pages lie in the program.
pub type Words = Vec<Cow<'static, str>>;

/// Every key that a page may use.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Head {
    /// The fault, as the headline of its diagnostic.
    pub summary: String,
    /// What the reader will ask because of it.
    pub question: Option<String>,
    pub level: Option<Level>,
    /// The version that it first shipped in; a team's own page need not say it.
    #[serde(default)]
    pub since: String,
    /// Off until its precision is known.
    #[serde(default)]
    pub preview: bool,
    /// The kinds of document it looks at, or with a `!` those that it leaves out, and with a `?` those in which only `--pedantic`
    /// shows what it finds, `?all` for every kind; all of them where the key is absent.
    #[serde(default)]
    pub kinds: Words,
    /// The cure, in one sentence.
    pub help: Option<String>,
    pub phrases: Option<PhrasesHead>,
    /// Slots of its kinds that are missed only where all of them are absent: one finding in place of one for each.
    #[serde(default)]
    pub absent: Words,
    /// What a document of this kind has to state. Only in `rules/document/`.
    #[serde(default)]
    pub needs: IndexMap<Cow<'static, str>, NeedHead>,
    /// How documents of this kind are recognised. Only in `rules/document/`.
    pub recognise: Option<RecogniseHead>,
    /// What holds for every document of this kind; or what a rule asks of, where its group does not say it.
    #[serde(default)]
    pub is: Vec<Trait>,
}

/// What a rule asks of: a text whose work is done, or was given up, is asked less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsksOf {
    /// What is to come, and what only its writers had to see: of no text whose work is done.
    Plan,
    /// What is still to be done, written or decided: of no text that was given up.
    Work,
    /// What is said, whatever becomes of it.
    Text,
    /// What is wrong as long as it stands there, whatever is said around it: of a text in any language, and of one that tells
    /// what was and is asked nothing else.
    Lasting,
}

impl AsksOf {
    /// What a rule of a group asks of, as its page says or, where that says nothing, as others of the group do.
    pub fn said(is: &[Trait], group: &str) -> Self {
        match is {
            _ if is.contains(&Trait::Plan) => Self::Plan,
            _ if is.contains(&Trait::Lasting) => Self::Lasting,
            _ if is.contains(&Trait::Work) || matches!(group, "who" | "ask" | "complete" | KINDS) => Self::Work,
            _ => Self::Text,
        }
    }
}

/// What holds for every document of a kind, or for what a rule asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trait {
    /// No rule looks at it.
    Quiet,
    /// It tells what was so on its day, and nobody keeps it up.
    Story,
    /// The rule asks of what is to come.
    Plan,
    /// The rule asks of what is still to be done.
    Work,
    /// The rule asks of what is wrong in any text.
    Lasting,
}

impl Trait {
    pub fn is_of_rule(self) -> bool {
        matches!(self, Trait::Plan | Trait::Work | Trait::Lasting)
    }
}

/// Form one: words that are wrong wherever they stand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PhrasesHead {
    /// Literal phrases; a word that ends in `*` stands for every word that begins so.
    pub any: Vec<String>,
    /// The words under the carets.
    pub label: String,
    #[serde(default)]
    pub r#in: Scope,
    /// The sentence says enough if it also holds this.
    pub unless: Option<Unless>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    #[default]
    Prose,
    Tasks,
    Headings,
    Title,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unless {
    Date,
    Time,
    Person,
    Link,
    Quote,
}

/// Form two: a slot that the document has to fill.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct NeedHead {
    /// The fault when it is absent. A slot without one is looked for and never asked for.
    pub summary: Option<String>,
    pub question: Option<String>,
    pub help: Option<String>,
    pub level: Option<Level>,
    /// How sure an absence is; `high` is shown by default.
    pub confidence: Option<Confidence>,
    /// Only missed where these are absent as well.
    pub together: Words,
    /// Only missed where these are there: times without a zone, actions without an owner.
    pub given: Words,
    pub headings: Words,
    pub fields: Words,
    pub phrases: Words,
    pub shapes: Words,
    /// Phrases and shapes that are only a part of the answer; a shape is written `shape:NAME`.
    pub partly: Words,
    /// Phrases and shapes that may be the answer in words we do not know: where one is seen, an absence is not sure, and
    /// where none is, it is. A shape is written `shape:NAME`.
    pub doubts: Words,
    /// It is given or not, so that to decline it is no answer: "None" is no log, and "unknown" are no steps.
    pub given_or_not: bool,
}

/// What is told of a rule, or of a need that is missed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct ToldHead {
    pub summary: Option<String>,
    pub question: Option<String>,
    pub help: Option<String>,
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct RecogniseHead {
    pub paths: Words,
    /// Globs over names that lie: the text has to confirm them, as it has to confirm a folder.
    pub names: Words,
    pub titles: Words,
    /// Words of a title that make it a page about documents of this kind.
    pub unless: Words,
    pub headings: Words,
    /// What such a text does, whatever its names: one of the signs in `src/kind/sign.rs`.
    pub signs: Words,
}

impl Head {
    /// The same, with each text that is told on one line, over however many it was written.
    pub fn on_lines(mut self) -> Self {
        let needs = self.needs.values_mut().flat_map(|it| [&mut it.summary, &mut it.question, &mut it.help]);
        let told = [&mut self.question, &mut self.help].into_iter().chain(needs).flatten();
        let label = self.phrases.as_mut().map(|it| &mut it.label);
        for text in told.chain(label).chain([&mut self.summary]) {
            *text = squeezed(text);
        }
        self
    }

    /// What is told of its rule.
    pub fn told(&self) -> ToldHead {
        ToldHead { summary: Some(self.summary.clone()), question: self.question.clone(), help: self.help.clone() }
    }
}

impl NeedHead {
    /// What is told where it is missed.
    pub fn told(&self) -> ToldHead {
        ToldHead { summary: self.summary.clone(), question: self.question.clone(), help: self.help.clone() }
    }

    /// The same with its headings and fields as those of a text are compared; the build does so with ours.
    pub fn normalised(&self) -> Self {
        let (headings, fields) = (normalised(&self.headings), normalised(&self.fields));
        Self { headings, fields, ..self.clone() }
    }
}

impl RecogniseHead {
    /// The same with its headings as those of a text are compared; the build does so with ours.
    pub fn normalised(&self) -> Self {
        Self { headings: normalised(&self.headings), ..self.clone() }
    }
}

fn normalised(headings: &Words) -> Words {
    heading::normalised(headings).into_iter().map(Cow::Owned).collect()
}
