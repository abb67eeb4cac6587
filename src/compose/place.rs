//! Where a question belongs: over what its heading or label announces, behind the part that comes before it in the
//! skeleton, in the header, or at the end.

use std::sync::LazyLock;

use regex::Regex;

use super::header;
use super::outline::Spot;
use super::piece::{Form, Piece};
use super::places::{DEEPEST, Places, need};
use crate::document::{Labelled, Section};
use crate::rule::Need;
use crate::slot;
use crate::text::Span;

/// The last lines of a commit, which have to stay the last.
static TRAILER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[A-Z][A-Za-z]+(?:-[A-Za-z]+)+|Fixes|Closes|Resolves|Refs|Cc|BREAKING CHANGE): \S")
        .expect("a constant pattern")
});

/// A line that is nothing but a place to lead to: what stands below it is what it names.
static ANCHOR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^(?:<a (?:id|name)=["'][^"'<>]*["'] ?(?:/>|></a>)|\([\w.:-]+\)=)$"#).expect("a constant pattern")
});

impl Places<'_, '_> {
    /// The piece that asks `question` where the skeleton has `spot`.
    pub fn place(&self, spot: &Spot, need: &Need, question: &str) -> Piece {
        self.announced(spot, need, question)
            .or_else(|| header::place(self, spot, need, question))
            .or_else(|| self.below_heading(spot, need, question))
            .or_else(|| self.with_heading(spot, question))
            .or_else(|| self.beside_label(spot, question))
            .unwrap_or_else(|| self.block(self.end(), spot, question))
    }

    pub fn block(&self, at: usize, spot: &Spot, question: &str) -> Piece {
        let group = spot.part.map_or(0, |part| part + 1);
        Piece { at, form: Form::After, text: self.comment(question), group, above: None }
    }

    /// The line of the skeleton, with the label that it has there.
    fn labelled(&self, at: usize, spot: &Spot, question: &str) -> Piece {
        Piece { text: format!("{}{}", spot.before, self.comment(question)), ..self.block(at, spot, question) }
    }

    /// Over nothing, where a heading or a label announces the answer already.
    fn announced(&self, spot: &Spot, need: &Need, question: &str) -> Option<Piece> {
        let doc = self.doc;
        let (place, _) = slot::announced(doc, &need.slot).next()?;
        if let Some(section) = doc.sections().iter().find(|section| section.heading == place.span) {
            return Some(self.block(self.end_of_lead(section), spot, question));
        }
        let label = doc.labels().iter().find(|label| label.key == place.span)?;
        let at = if label.value.is_empty() { self.line_end(label.key.end) } else { label.value.end };
        Some(Piece { at, form: Form::Inline, text: format!(" {}", self.comment(question)), group: 0, above: None })
    }

    /// Below the heading under which the skeleton answers it, or beside what it belongs to.
    fn below_heading(&self, spot: &Spot, need: &Need, question: &str) -> Option<Piece> {
        let doc = self.doc;
        let of_given = || {
            let given = need.given.iter().filter_map(|name| self::need(self.page, name));
            let place = given.filter_map(|it| slot::look(doc, &it.slot).evidence.last().copied()).next()?;
            doc.section_at(place.span.start).filter(|it| doc.title().is_none_or(|title| title.heading != it.heading))
        };
        let section = self.matched[spot.part?].or_else(of_given)?;
        Some(self.labelled(self.end_of_lead(section), spot, question))
    }

    /// With a heading of its own, where the text is built from headings.
    fn with_heading(&self, spot: &Spot, question: &str) -> Option<Piece> {
        let part = spot.part?;
        let title = self.doc.title().map(|title| title.heading);
        let last = self.doc.sections().iter().rfind(|it| Some(it.heading) != title && it.level <= DEEPEST)?;
        let near = self.outline.around(part).find_map(|(it, is_before)| Some((self.matched[it]?, it, is_before)));
        let depth = self.outline.parts[part].level;
        let level = match near {
            Some((section, it, _)) => usize::from(section.level) + depth - self.outline.parts[it].level.min(depth),
            None => self
                .doc
                .sections()
                .iter()
                .filter(|it| Some(it.heading) != title)
                .map(|it| it.level)
                .min()
                .unwrap_or(last.level)
                .into(),
        };
        let (at, form) = match near {
            Some((section, _, true)) => (self.trimmed_end(section.body), Form::After),
            Some((section, _, false)) => (self.start_of(section.heading), Form::Before),
            None => (self.end(), Form::After),
        };
        let marks = "#".repeat(level.clamp(1, usize::from(DEEPEST)));
        let above = Some(format!("{marks} {}", self.outline.parts[part].title));
        Some(Piece { at, form, above, ..self.labelled(at, spot, question) })
    }

    /// Behind a label of its own, where the text is built from labels.
    fn beside_label(&self, spot: &Spot, question: &str) -> Option<Piece> {
        if let Some(label) = self.same_label(spot) {
            let text = format!(" {}", self.comment(question));
            return Some(Piece { at: self.label_end(label), form: Form::Inline, text, group: 0, above: None });
        }
        let own = self.outline.spots.iter().position(|it| it.need == spot.need)?;
        let label_of = |index: usize| {
            let need = need(self.page, &self.outline.spots[index].need)?;
            let keys: Vec<Span> = slot::announced(self.doc, &need.slot).map(|it| it.0.span).collect();
            self.doc.labels().iter().find(|label| keys.contains(&label.key))
        };
        let before = (0..own).rev().find_map(label_of).map(|label| (label, true));
        let (label, is_before) =
            before.or_else(|| (own + 1..self.outline.spots.len()).find_map(label_of).map(|it| (it, false)))?;
        let name = spot.part.map(|part| self.outline.parts[part].title.as_str()).or(spot.label.as_deref())?;
        let text = header::like(self.doc, label.key, label.value, name, question)?;
        let group = spot.part.map_or(0, |part| part + 1);
        if !is_before {
            let at = self.line_start(label.key.start);
            return Some(Piece { at, form: Form::Inline, text: format!("{text}\n"), group, above: None });
        }
        // Labels of one paragraph stay in it; those over paragraphs of their own stand apart.
        let at = self.label_end(label);
        let is_loose =
            Span::new(label.key.start, at).lines(self.doc.text()).any(|it| self.doc.at(it).trim().is_empty());
        let form = if is_loose || self.is_apart(label) { Form::After } else { Form::Line };
        Some(Piece { at, form, text, group, above: None })
    }

    /// The label that is called as the part of the skeleton to which a place belongs.
    fn same_label(&self, spot: &Spot) -> Option<&Labelled> {
        let name = &self.outline.parts[spot.part?].name;
        self.doc.labels().iter().find(|it| it.name == *name)
    }

    /// Whether a label is all that stands in its line, and nothing stands right above or below that.
    fn is_apart(&self, label: &Labelled) -> bool {
        let text = self.doc.text();
        let (start, end) = (self.line_start(label.key.start), self.line_end(label.key.end));
        let above = text[..start].lines().next_back().is_none_or(|it| it.trim().is_empty());
        let below = text[end..].lines().nth(1).is_none_or(|it| it.trim().is_empty());
        label.value.is_empty() && above && below
    }

    fn label_end(&self, label: &Labelled) -> usize {
        let body = Span::new(label.body.start.min(label.value.start), label.body.end.max(label.value.end));
        let end = self.trimmed_end(body);
        self.line_end(end.max(label.key.end))
    }

    /// Behind the text right below a heading, before the headings inside it.
    fn end_of_lead(&self, section: &Section) -> usize {
        self.trimmed_end(section.lead)
    }

    fn trimmed_end(&self, body: Span) -> usize {
        let mut next = self.doc.sections().iter().filter(|it| it.heading.start >= body.end);
        let next = next.next().filter(|it| self.line_start(it.heading.start) <= body.end);
        let end = next.map_or(body.end, |it| self.start_of(it.heading)).max(body.start);
        body.start + self.doc.at(Span::new(body.start, end)).trim_end().len()
    }

    /// Where a heading begins, with the marks of the item that it stands in and the anchor on the line above it.
    fn start_of(&self, heading: Span) -> usize {
        let text = self.doc.text();
        let start = self.line_start(heading.start);
        let above = text[..start].trim_end_matches(['\n', '\r']).len();
        let line = self.line_start(above);
        let is_right_above = text[above..start].matches('\n').count() < 2;
        if is_right_above && ANCHOR.is_match(text[line..above].trim()) { line } else { start }
    }

    /// Behind everything, but before the trailers of a commit.
    fn end(&self) -> usize {
        let text = self.doc.text();
        let end = text.trim_end().len().max(self.start());
        let mut at = end;
        for line in text[..end].rsplit('\n') {
            if !TRAILER.is_match(line) {
                let is_apart = line.trim().is_empty() && at < end;
                return if is_apart { text[..at].trim_end().len().max(self.start()) } else { end };
            }
            at = at.saturating_sub(line.len() + 1);
        }
        end
    }
}
