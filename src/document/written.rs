//! Running text as it stands, marks and all, and the sections that hold nothing but a comment.

use memchr::memmem;
use smallvec::SmallVec;

use super::comment::is_aside;
use super::{Document, Place, Section};
use crate::markdown::{BlockKind, InlineKind};
use crate::text::{Span, holds};
use crate::words::english::template;
use crate::words::output;

impl Document<'_> {
    /// Running text with its brackets and tags, cut where code, addresses, quotations, logs or comments stand.
    pub fn written(&self) -> Vec<Span> {
        self.written_in(0..self.passages().len())
    }

    /// The same of some passages, by their numbers.
    pub fn written_in(&self, passages: impl IntoIterator<Item = usize>) -> Vec<Span> {
        let (prose, has_comments) = (self.prose(), holds(self.text(), "<!--"));
        let mut out = Vec::new();
        let passages = passages.into_iter().map(|at| (at, &self.passages()[at])).filter(|(_, it)| !it.quoted);
        for (at, passage) in passages {
            let mut masks: SmallVec<[Span; 4]> = prose.masks(prose.passage_range(at)).map(|(_, span)| span).collect();
            if has_comments && self.at(passage.span).contains("<!--") {
                let comments = passage.inlines(self).iter().filter(|it| it.kind == InlineKind::Comment);
                masks.extend(comments.map(|it| it.span));
                masks.sort_unstable();
            }
            let mut masks = masks.into_iter().peekable();
            for content in &passage.content {
                let mut at = content.start;
                while let Some(mask) = masks.next_if(|mask| mask.start < content.end) {
                    if mask.start > at {
                        out.push(Span::new(at, mask.start));
                    }
                    at = at.max(mask.end);
                }
                if at < content.end {
                    out.push(Span::new(at, content.end));
                }
            }
        }
        out
    }

    /// The comment that is all there is below a heading, where no section inside it says more.
    pub fn only_comment(&self, section: &Section) -> Option<Span> {
        let body = section.body.trimmed(self.text());
        if !self.at(body).starts_with("<!--") || !is_aside(self.at(body)) {
            return None;
        }
        let directives = self.directives();
        let next = directives.get(directives.partition_point(|it| it.span.end <= body.start));
        let is_question = || self.open_questions().iter().any(|it| body.overlaps(*it));
        (!next.is_some_and(|it| body.overlaps(it.span)) && !is_question()).then_some(body)
    }

    /// "### [Buy a door](https://…)": the heading is a link out of the text, and all that there is to say.
    pub fn leads_elsewhere(&self, section: &Section) -> bool {
        let first = self.links_in(section.heading).first();
        first.is_some_and(|it| it.span.contains(section.heading) && !it.target.starts_with('#'))
    }

    /// Whether a section is nothing but a note that it is to be written. In minutes, and below "Next steps", that is a task.
    pub fn is_only_noted(&self, section: &Section) -> bool {
        const OF_TASKS: &[&str] = &[
            "todo", "to do", "to-do", "task", "next", "action", "follow", "future", "roadmap", "open", "plan", "status",
        ];
        let is_of_tasks = || OF_TASKS.iter().any(|it| section.name.contains(it));
        let body = self.without_comments(section.lead);
        let is_whole = section.lead.end == section.body.end;
        is_whole && template::is_note_to_self(self.at(body)) && !is_of_tasks() && !self.is_minutes()
    }

    /// Paragraphs that say what is still to be settled, "TBC the tool to be used", and "## TBD" below the title as all that there
    /// is. In minutes, and where questions or plans are listed, such a line is what somebody said.
    pub fn told_gaps(&self) -> Vec<Span> {
        const OF_PLANS: &[&str] =
            &["question", "open", "todo", "to do", "next", "plan", "future", "roadmap", "action", "issue"];
        if self.is_minutes() {
            return Vec::new();
        }
        let is_of_plans =
            |at: usize| self.sections_around(at).any(|it| OF_PLANS.iter().any(|word| it.name.contains(word)));
        let only = self.sections().get(1).filter(|_| self.sections().len() == 2 && self.passages().len() == 2);
        let only = only.map(|it| it.heading).filter(|it| template::is_unwritten(self.at(*it)));
        let written = self.passages().iter().filter(|it| it.place == Place::Paragraph && !it.quoted && !it.broken);
        let gaps = written.map(|it| it.span).filter(|it| template::is_told_gap(self.at(*it)));
        gaps.filter(|it| !is_of_plans(it.start)).chain(only).chain(self.gaps_in_html()).collect()
    }

    /// All that a page says below its front matter, where that has its title, and the page has no headings. Else it is empty.
    pub fn untitled_body(&self) -> Span {
        let titled = || self.field(&["title"]).is_some_and(|it| it.in_front_matter);
        let is_page = self.sections().is_empty() && self.passages().len() == 1 && titled();
        let start = self.front_matter().filter(|_| is_page).map_or(self.text().len(), |it| it.end);
        self.without_comments(Span::new(start, self.text().len()))
    }

    /// "<td>TBD: the lamp", in a table that is written as HTML.
    fn gaps_in_html(&self) -> impl Iterator<Item = Span> {
        const CELL: &str = "<td>";
        let ends = |at: &usize| self.text()[*at + "TBD".len()..].starts_with([':', '<', '\n', ' ']);
        let tables = self.blocks().iter().filter(|(_, it)| matches!(it.kind, BlockKind::Html)).map(|(_, it)| it.span);
        let cells = tables.flat_map(|it| {
            let text = &self.text().as_bytes()[it.start..it.end];
            memmem::find_iter(text, "<td>TBD").map(move |at| it.start + at + CELL.len())
        });
        cells.filter(ends).map(|at| Span::new(at, at + "TBD".len()))
    }

    /// Whether a line of a commit's message shows what a program said: in code, set in by four, or right behind "It prints".
    pub fn shows_output(&self, line: Span) -> bool {
        let is_code = || self.code().iter().any(|it| it.body.contains(line));
        let before = &self.text()[..line.start];
        let is_set_in = before.ends_with("    ") || before.ends_with('\t');
        is_set_in || is_code() || output::is_led_in(before.trim_end())
    }

    /// What a site's builder sets as code, in order: `{{< highlight yaml >}} … {{< /highlight >}}`. Where two overlap, the later one
    /// ends later.
    pub fn highlighted(&self) -> impl Iterator<Item = Span> {
        // Nearly no text holds one, and a search for bytes is soon through.
        let text = self.text().as_bytes();
        let [opened, closed] = ["{{< highlight", "{{< /highlight"].map(|it| memmem::find_iter(text, it));
        opened.zip(closed).map(|(start, end)| Span::new(start, end.max(start)))
    }
}
