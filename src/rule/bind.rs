//! Binds a page to what it checks, and says where it cannot be bound.

use super::head::NeedHead;
use super::page::{Malformed, Role};
use super::phrases::PhraseCheck;
use super::{Check, Head, KindPage, Mistake, Need, Page, Rule};
use crate::checks::{self, Native};
use crate::finding::{Confidence, Label, Level};
use crate::kind::{Glob, Kind, Paths};
use crate::slot::{Slot, shape};
use crate::text::Span;
use crate::words::heading;
use crate::words::phrase::Phrases;

/// Pages of this folder define kinds of document.
pub const KINDS: &str = "document";

/// What a page gives: its rules, and its kind if it defines one.
pub struct Bound {
    pub rules: Vec<Rule>,
    pub kind: Option<KindPage>,
}

/// Binds page number `index`. A user's page can only be data.
pub fn bind(page: &Page, index: usize, is_builtin: bool) -> Result<Bound, Mistake> {
    let head = head(page)?;
    complete(page, &head, is_builtin)?;
    if page.group == KINDS {
        return kind(page, index, &head);
    }
    let check = match (&head.phrases, checks::named(&page.id)) {
        (Some(phrases), _) => Check::Phrases(PhraseCheck::new(phrases)),
        (None, Some(Native::Document(check))) if is_builtin => Check::Document(check),
        (None, Some(Native::Allows)) if is_builtin => Check::Allows,
        _ => {
            return Err(mistake(
                page,
                "summary",
                "this page checks nothing",
                "give it `phrases`, or `needs` in `document/`",
            ));
        }
    };
    let missing = |key: &str| mistake(page, "summary", &format!("the page has no `{key}`"), "say it in the definition");
    let rule = Rule {
        id: page.id.clone(),
        group: page.group.clone(),
        page: index,
        level: head.level.ok_or_else(|| missing("level"))?,
        kinds: head.kinds,
        summary: head.summary,
        question: head.question.ok_or_else(|| missing("question"))?,
        help: head.help,
        preview: head.preview,
        check,
    };
    Ok(Bound { rules: vec![rule], kind: None })
}

/// The definition of a page, typed.
pub fn head(page: &Page) -> Result<Head, Mistake> {
    serde_saphyr::from_str::<Head>(page.head()).map_err(|error| {
        let at = error.location().map_or(page.head, |place| {
            let line = page.head().split_inclusive('\n').take(place.line().saturating_sub(1) as usize);
            let start = page.head.start + line.map(str::len).sum::<usize>();
            let rest = &page.text[start.min(page.head.end)..page.head.end];
            let line = rest.lines().next().unwrap_or_default();
            Span::new(start, start + line.len()).trimmed(&page.text)
        });
        let message = error.without_snippet().to_string();
        let message = message.split(" at line ").next().unwrap_or_default().to_owned();
        let help = "see `pingless explain PAGE` for the keys that a page may use".to_owned();
        Mistake { path: page.path.clone(), text: page.text.clone(), at: label(at), message, help }
    })
}

/// A page that is not in its form, as a mistake in it.
pub fn malformed(path: &str, text: &str, error: Malformed) -> Mistake {
    Mistake {
        path: path.to_owned(),
        text: text.to_owned(),
        at: label(error.at),
        message: error.message,
        help: error.help,
    }
}

fn label(span: Span) -> Label {
    Label { span, text: "here".to_owned() }
}

/// A mistake at the first line of the definition that holds `word`.
fn mistake(page: &Page, word: &str, message: &str, help: &str) -> Mistake {
    let at =
        page.head().find(word).map_or(page.head, |found| Span::new(found, found + word.len()).after(page.head.start));
    Mistake {
        path: page.path.clone(),
        text: page.text.clone(),
        at: label(at),
        message: message.to_owned(),
        help: help.to_owned(),
    }
}

/// What every page must have, and what only some may have.
fn complete(page: &Page, head: &Head, is_builtin: bool) -> Result<(), Mistake> {
    let is_kind = page.group == KINDS;
    let kind_only = [(!head.needs.is_empty(), "needs"), (head.recognise.is_some(), "recognise"), (head.quiet, "quiet")];
    if let Some((_, key)) = kind_only.iter().find(|(used, _)| *used && !is_kind) {
        return Err(mistake(
            page,
            key,
            &format!("`{key}` belongs to a kind of document"),
            "move the page to `document/`",
        ));
    }
    if is_kind && head.phrases.is_some() {
        return Err(mistake(page, "phrases", "a kind of document has no phrases", "give them a page of their own"));
    }
    let wants_bad = !is_kind || !head.needs.is_empty();
    for (role, word) in [(Role::Bad, "bad"), (Role::Good, "good")] {
        let is_there = page.examples.iter().any(|example| example.role == role);
        if !is_there && (role == Role::Good || wants_bad) {
            let help = format!("add a fence of four backticks, `md {word}`, with a text as people write it");
            return Err(mistake(page, "summary", &format!("the page has no `{word}` example"), &help));
        }
    }
    if is_builtin && head.preview && head.since == "0.1.0" {
        return Err(mistake(
            page,
            "preview",
            "nothing of 0.1.0 is preview",
            "measure it, and set its level by what you see",
        ));
    }
    Ok(())
}

fn kind(page: &Page, index: usize, head: &Head) -> Result<Bound, Mistake> {
    let signals = head.recognise.as_ref();
    let mut paths = Vec::new();
    for pattern in signals.map(|it| it.paths.as_slice()).unwrap_or_default() {
        let glob = Glob::new(pattern).map_err(|error| {
            mistake(page, pattern, &format!("`{pattern}` is no glob: {error}"), "write it as in `.gitignore`")
        })?;
        paths.push(glob);
    }
    let titles = signals.map(|it| it.titles.as_slice()).unwrap_or_default();
    let headings = signals.map(|it| it.headings.as_slice()).unwrap_or_default();
    let mut typical: Vec<String> = Vec::new();
    for heading in headings.iter().map(|it| heading::normalise(it)) {
        if !typical.contains(&heading) {
            typical.push(heading);
        }
    }
    let kind = Kind {
        name: page.id.clone(),
        paths: Paths::new(paths),
        titles: Phrases::new(titles.iter().map(|title| (0, title.as_str()))),
        headings: typical,
        is_target: !head.needs.is_empty(),
    };
    let mut needs = Vec::new();
    let mut rules = Vec::new();
    for (name, need) in &head.needs {
        if let Some(other) = need.together.iter().chain(&need.given).find(|other| !head.needs.contains_key(*other)) {
            return Err(mistake(page, other, &format!("`{other}` is no need of this page"), "name one of its needs"));
        }
        rules.extend(need_rule(page, index, name, need, needs.len())?);
        needs.push(Need {
            slot: slot(page, name, need)?,
            rule: need.summary.as_ref().map(|_| format!("{}.{name}", page.id)),
            question: need.question.clone(),
            confidence: need.confidence.unwrap_or(Confidence::Medium),
            together: need.together.clone(),
            given: need.given.clone(),
        });
    }
    Ok(Bound { rules, kind: Some(KindPage { kind, needs, quiet: head.quiet, page: index }) })
}

/// The rule that misses a need. A slot without a summary is looked for and never asked for.
fn need_rule(page: &Page, index: usize, name: &str, need: &NeedHead, at: usize) -> Result<Option<Rule>, Mistake> {
    let Some(summary) = &need.summary else { return Ok(None) };
    let missing =
        |key: &str| mistake(page, name, &format!("the need `{name}` has no `{key}`"), "say it in the definition");
    Ok(Some(Rule {
        id: format!("{}.{name}", page.id),
        group: page.group.clone(),
        page: index,
        level: need.level.unwrap_or(Level::Note),
        kinds: vec![page.id.clone()],
        summary: summary.clone(),
        question: need.question.clone().ok_or_else(|| missing("question"))?,
        help: need.help.clone(),
        preview: false,
        check: Check::Need { kind: page.id.clone(), need: at },
    }))
}

fn slot(page: &Page, name: &str, need: &NeedHead) -> Result<Slot, Mistake> {
    let shape = |word: &str| {
        shape::named(word).ok_or_else(|| {
            let names: Vec<&str> = shape::SHAPES.iter().map(|shape| shape.name).collect();
            mistake(page, word, &format!("`{word}` is no shape"), &format!("use one of {}", names.join(", ")))
        })
    };
    let normal = |words: &[String]| words.iter().map(|it| heading::normalise(it)).collect();
    let (part_shapes, part_phrases): (Vec<&str>, Vec<&str>) =
        need.partly.iter().map(String::as_str).partition(|word| word.starts_with("shape:"));
    let whole = need.phrases.iter().map(|phrase| (0, phrase.as_str()));
    Ok(Slot {
        name: name.to_owned(),
        headings: normal(&need.headings),
        fields: normal(&need.fields),
        shapes: need.shapes.iter().map(|word| shape(word)).collect::<Result<_, _>>()?,
        phrases: Phrases::new(whole.chain(part_phrases.into_iter().map(|phrase| (1, phrase)))),
        partly: part_shapes.iter().map(|word| shape(&word["shape:".len()..])).collect::<Result<_, _>>()?,
    })
}
