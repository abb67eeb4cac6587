//! Which of several templates a text was made of.

use super::{Demand, Part, Purpose, Template, place};
use crate::change;
use crate::document::Document;
use crate::words::address::local;
use crate::words::english::label;
use crate::words::english::template::{Subject, subject};
use crate::words::{file_name, heading};

/// So many of a template's labels show that a text was made of it.
const ENOUGH: f32 = 0.6;

/// The kinds that each sort of template is for.
const ISSUES: &[(&str, Subject)] =
    &[("bug-report", Subject::Bug), ("feature-request", Subject::Feature), ("question", Subject::Question)];

/// The kind of an issue by its labels, and the label that says so.
pub fn by_label(labels: &[String]) -> Option<(&'static str, &str)> {
    let (subject, label) = label::subject(labels)?;
    ISSUES.iter().find(|(_, it)| *it == subject).map(|(kind, _)| (*kind, label))
}

/// The template that a text of this kind has to answer: the one whose labels it has; else the only one for its kind.
pub fn fit<'t>(doc: &Document, kind: &str, templates: impl Iterator<Item = &'t Template>) -> Option<&'t Template> {
    let subject = ISSUES.iter().find(|(name, _)| *name == kind).map(|(_, subject)| *subject);
    let is_for = |template: &&Template| match template.purpose {
        Purpose::Issue => subject.is_some(),
        Purpose::PullRequest => kind == change::KIND,
        Purpose::Folder => subject.is_none() && kind != change::KIND && !file_name::is_about_form(&template.place),
    };
    // A template that is taken for one of its documents is not measured by itself; and of the one beside it a program makes
    // the page of a folder.
    let path = place(doc.source());
    let is_beside = |template: &Template| local::folder(&template.place) == local::folder(path);
    let is_made = |template: &Template| local::is_folder_page(path) && is_beside(template);
    let is_other = |template: &&Template| template.place != path && !is_made(template);
    let all: Vec<&Template> = templates.filter(is_for).filter(is_other).collect();
    if all.is_empty() {
        return None;
    }
    let names = names(doc);
    let shares = all.iter().map(|template| (overlap(&names, template), *template));
    // Of equals the one with more labels, then the first: templates come in the order of their paths.
    let best = shares.reduce(|best, next| if next.0 > best.0 { next } else { best });
    if let Some((_, template)) = best.filter(|((share, _), _)| *share >= ENOUGH) {
        return Some(template);
    }
    let is_only = all.len() == 1;
    let mut meant = all.into_iter().filter(|template| match template.purpose {
        Purpose::Issue if is_only || is_default(template) => [None, subject].contains(&self::subject(&template.about)),
        Purpose::Issue => self::subject(&template.about) == subject,
        Purpose::PullRequest => is_only || is_default(template),
        // Documents older than their template are not measured by it.
        Purpose::Folder => false,
    });
    meant.next().filter(|_| meant.next().is_none())
}

/// The kind of a text that has the headings of a template for issues or pull requests, and the template.
pub fn made_of<'t>(
    doc: &Document,
    templates: impl Iterator<Item = &'t Template>,
) -> Option<(&'static str, &'t Template)> {
    let names = names(doc);
    let kind = |template: &Template| match template.purpose {
        Purpose::Issue => {
            let subject = subject(&template.about);
            ISSUES.iter().find(|(_, it)| Some(*it) == subject).map(|(kind, _)| *kind)
        }
        Purpose::PullRequest => Some(change::KIND),
        Purpose::Folder => None,
    };
    let likely = templates.filter(|template| template.parts.len() > 1 && overlap(&names, template).0 >= ENOUGH);
    likely.filter_map(|template| Some((kind(template)?, template))).next()
}

/// Whether a template is what everybody gets who chooses none: it lies in no folder of templates.
fn is_default(template: &Template) -> bool {
    let path = template.path.to_ascii_lowercase();
    let name = local::name(&path);
    name.starts_with("issue_template") || name.starts_with("pull_request_template")
}

/// What the headings and labels of a text say.
fn names<'d>(doc: &'d Document) -> Vec<&'d str> {
    let sections = doc.sections().iter().map(|it| it.name.as_str());
    sections.chain(doc.labels().iter().map(|it| it.name.as_str())).collect()
}

/// The share of a template's labels that a text has, and how many of them all it has.
fn overlap(names: &[&str], template: &Template) -> (f32, usize) {
    let counted: Vec<_> = template.parts.iter().filter(|part| part.demand != Demand::Optional).collect();
    // A form without a word on what is required is known by all of its labels.
    let counted = if counted.len() > 1 { counted } else { template.parts.iter().collect() };
    // One common heading is no outline.
    if template.purpose == Purpose::Folder && counted.len() < 2 {
        return (0.0, 0);
    }
    let is_seen = |part: &&Part| names.iter().any(|name| heading::is_titled(name, &part.name));
    let share = counted.iter().filter(|part| is_seen(part)).count() as f32 / counted.len().max(1) as f32;
    (share, template.parts.iter().filter(is_seen).count())
}
