//! The outline of a document of a kind, with a comment that holds only the name of a need where it is answered.
//! Its page writes it, or it follows from the needs.

use super::head::NeedHead;
use super::{Head, Mistake, Page, Role};
use crate::text::Span;
use crate::words::letters::capitalised;

/// What stands in a skeleton for the title, which no need asks for.
pub const TITLE: &str = "title";
/// What is asked where no title is known.
pub const TITLE_QUESTION: &str = "What is this about, in one line?";

#[derive(Debug, Default)]
pub struct Skeleton {
    pub text: String,
    /// The places where something is answered, in order.
    pub asks: Vec<Ask>,
    /// The page has none of its own: this one follows from the needs.
    pub is_derived: bool,
}

/// A comment in a skeleton.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The need that is answered here, or [`TITLE`].
    pub need: String,
    /// The comment, in the text of the skeleton.
    pub at: Span,
}

impl Skeleton {
    fn new(text: String, is_derived: bool) -> Self {
        let mut asks = Vec::new();
        let mut at = 0;
        while let Some(open) = text[at..].find("<!--").map(|found| at + found) {
            let Some(close) = text[open..].find("-->").map(|found| open + found + "-->".len()) else { break };
            let need = text[open + "<!--".len()..close - "-->".len()].trim().to_owned();
            asks.push(Ask { need, at: Span::new(open, close) });
            at = close;
        }
        Self { text, asks, is_derived }
    }

    /// The skeleton of a page: its own, or one that follows from its needs.
    pub fn of(page: &Page, head: &Head) -> Result<Self, Mistake> {
        let mut written = page.examples.iter().filter(|example| example.role == Role::Skeleton);
        match (written.next(), written.next()) {
            (None, _) => Ok(Self::new(derived(head), true)),
            (Some(first), None) => {
                let skeleton = Self::new(first.text.of(&page.text).to_owned(), false);
                skeleton.complete(page, head, first.text)?;
                Ok(skeleton)
            }
            (_, Some(second)) => {
                let help = "keep the outline that a good author would choose";
                Err(Mistake::at(page, second.text, "the page has two skeletons", help))
            }
        }
    }

    /// The heading below which a need is answered; none where the title is above it.
    pub fn heading_of(&self, need: &str) -> Option<&str> {
        let at = self.asks.iter().find(|ask| ask.need == need)?.at.start;
        let heading = self.text[..at].lines().rfind(|line| line.starts_with('#'))?;
        Some(heading.trim_start_matches('#').trim()).filter(|it| !it.is_empty() && !it.contains("<!--"))
    }

    fn is_in_code(&self, ask: &Ask) -> bool {
        self.text[..ask.at.start].lines().filter(|line| line.trim_start().starts_with("```")).count() % 2 == 1
    }

    /// Each need with a question is answered in one place, and nothing else is.
    fn complete(&self, page: &Page, head: &Head, fence: Span) -> Result<(), Mistake> {
        for (index, ask) in self.asks.iter().enumerate() {
            let is_asked = ask.need == TITLE || head.needs.get(&*ask.need).is_some_and(|need| need.question.is_some());
            let wrong = match self.asks[..index].iter().any(|before| before.need == ask.need) {
                true => "stands in the skeleton already",
                false if is_asked && self.is_in_code(ask) => "stands in code, where it is no comment",
                false if is_asked => continue,
                false => "is no need of this page that has a question",
            };
            let message = format!("`{}` {wrong}", ask.need);
            let help = "write `<!-- NEED -->` once for each need that asks, and `<!-- title -->`";
            return Err(Mistake::at(page, ask.at.after(fence.start), message, help));
        }
        let is_there = |name: &str| self.asks.iter().any(|ask| ask.need == name);
        let missing = head.needs.iter().filter(|(name, need)| need.question.is_some() && !is_there(name));
        let missing: Vec<String> = missing.map(|(name, _)| format!("`{name}`")).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let message = format!("the skeleton has no place for {}", missing.join(", "));
        let help = "write `<!-- NEED -->` where a good author would answer it";
        Err(Mistake::at(page, Span::new(fence.start, fence.start), message, help))
    }
}

/// A heading for each need; header lines for those that are looked for in the header alone.
fn derived(head: &Head) -> String {
    let asking = || head.needs.iter().filter(|(_, need)| need.question.is_some());
    let mut out = format!("# <!-- {TITLE} -->\n");
    let fields: Vec<_> = asking().filter(|(_, need)| is_field(need)).collect();
    if !fields.is_empty() {
        out.push('\n');
    }
    for (name, need) in fields {
        out.push_str(&format!("{}: <!-- {name} -->\n", capitalised(need.fields.first().map_or(name, |it| it))));
    }
    for (name, need) in asking().filter(|(_, need)| !is_field(need)) {
        let heading = need.headings.first().cloned().unwrap_or_else(|| name.replace('-', " ").into());
        out.push_str(&format!("\n## {}\n\n<!-- {name} -->\n", capitalised(&heading)));
    }
    out
}

fn is_field(need: &NeedHead) -> bool {
    !need.fields.is_empty() && need.headings.is_empty()
}
