//! Where a text means blanks to stay as they are: on the button of a screen, in words for its reader to say.

use std::sync::LazyLock;

use super::{Document, Section};
use crate::text::Span;
use crate::words::english::template;
use crate::words::near;
use crate::words::pattern::{Pattern, any_of};

/// What stands around a sample: "You can write something like:".
static SAMPLE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&["template|sample|example|examples|script|message|wording|something like|such as|for instance|you can say"])
});

/// Bytes. A section that says more below its heading than where its template lies is about it.
const LONGEST_POINTER: usize = 120;

impl Document<'_> {
    /// The sections of a template that a text shows as a whole: "## Proposal template", below it only "Also stored in
    /// proposal-template.md", and from there on the headings of the template, on the same level.
    pub fn shown_template(&self) -> Option<Span> {
        let names_file = |text: &str| text.to_ascii_lowercase().contains("template.md");
        let is_pointer = |text: &str| text.len() <= LONGEST_POINTER && names_file(text);
        let opens = |it: &&Section| {
            it.name.ends_with(" template")
                && it.lead.end == it.body.end
                && is_pointer(self.at(it.body.trimmed(self.text())))
        };
        let opening = self.sections().iter().find(opens)?;
        let end = opening.parent.map_or(self.text().len(), |parent| self.sections()[parent].body.end);
        Some(Span::new(opening.heading.start, end))
    }

    /// "**[Enter the id...]**" beside "**[Rename]**": what is written on a button of a screen that the text describes.
    pub fn is_on_button(&self, blank: Span) -> bool {
        const REACH: usize = 2000;
        const LONGEST_LABEL: usize = 40;
        let (before, after) = (&self.text()[..blank.start], &self.text()[blank.end..]);
        let is_bold = before.ends_with("**") && after.starts_with("**");
        let opens = |text: &str| ["...]", "\u{2026}]"].iter().any(|it| text.ends_with(it));
        let has_label = |text: &str| {
            let labels = text.split("**[").skip(1).filter_map(|it| it.split_once("]**"));
            labels.map(|it| it.0).any(|it| it.len() <= LONGEST_LABEL && !template::may_hold_blank(it))
        };
        is_bold
            && opens(self.at(blank))
            && (has_label(near::behind_within(before, REACH)) || has_label(near::ahead_within(after, REACH)))
    }

    /// Whether words for the reader to say stand at a blank, by its heading or by what leads to it. What stands in another section
    /// leads to nothing here: "Examples of what represents us are a stand at a fair".
    pub fn is_below_sample(&self, blank: Span) -> bool {
        // What is longer says more than what follows.
        const LONGEST: usize = 400;
        const NEAR: usize = 2;
        let prose = self.prose();
        let passage = prose.passage_at(prose.clean_range(blank).start);
        let leads_here = |at: usize| {
            let section = self.section_at(self.passages()[at].span.start);
            section.is_none_or(|it| it.heading.contains(blank) || it.body.contains(blank))
        };
        let says_so = |at: usize| prose.passage(at).len() <= LONGEST && SAMPLE.is_match(prose.passage(at));
        let title = self.section_at(blank.start).map_or("", |it| it.short_title());
        (passage.saturating_sub(NEAR)..=passage).any(|at| says_so(at) && leads_here(at)) || SAMPLE.is_match(title)
    }
}
