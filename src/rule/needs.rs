//! Form two: what a kind of document has to state. Binds the page of a kind to its slots, and to the rules that miss
//! them.

use super::head::{AsksOf, NeedHead, RecogniseHead, Trait, Words};
use super::ours::OurNeed;
use super::phrases;
use super::slot::NoShape;
use super::{Check, Head, KindPage, Mistake, Need, Ours, Page, Rule, Skeleton, Told};
use crate::finding::{self, Confidence, Level};
use crate::kind::{Glob, Kind, Paths, Signature, sign};
use crate::later::{Later, later, made};
use crate::slot::{Slot, shape};
use crate::words::glob;
use crate::words::phrase::Phrases;

use std::borrow::Cow;
use std::sync::Arc;

/// Binds the page of a kind: what it is, and the rules that miss something in it.
pub fn kind(
    page: &Page,
    index: usize,
    head: Head,
    ours: Option<&'static Ours>,
) -> Result<(KindPage, Vec<Rule>), Mistake> {
    let signals = head.recognise.as_ref();
    let paths = match ours {
        Some(ours) => Cow::Borrowed(ours.globs()),
        None => Cow::Owned(globs(page, signals)?),
    };
    if ours.is_none() {
        named(page, &head)?;
    }
    known(page, &head)?;
    let skeleton = match ours {
        Some(ours) => Ok(later(move || skeleton(ours))),
        None => Skeleton::of(page, &head).map(made),
    };
    let kind = Kind {
        name: page.id.as_ref().into(),
        paths: Paths::new(paths),
        signature: match ours {
            Some(ours) => later(move || signature(ours.signals()).unwrap_or_else(|it| panic!("`{it}` is no sign"))),
            None => made(user_signature(page, signals)?),
        },
        questions: match ours {
            Some(ours) => later(|| ours.needs().iter().filter_map(|need| need.told().question).collect()),
            None => made(head.needs.values().filter_map(|need| need.question.clone()).collect()),
        },
        is_target: !head.needs.is_empty(),
        is_story: head.is.contains(&Trait::Story),
    };
    let quiet = head.is.contains(&Trait::Quiet);
    let mut needs = Vec::with_capacity(head.needs.len());
    let mut rules = Vec::with_capacity(head.needs.len());
    for (name, need) in head.needs {
        let at = needs.len();
        let own = ours.map(|ours| &ours.needs()[at]);
        let told = told(page, &name, &need, own)?.map(Arc::new);
        let id = || own.map_or_else(|| [&page.id, ".", &name].concat().into(), |own| own.id().into());
        let level = need.level.unwrap_or(Level::Note);
        let rule = told.as_ref().map(|told| need_rule(page, index, at, id(), level, told));
        needs.push(Need {
            slot: slot(page, &name, &need, own)?,
            name,
            rule: rule.as_ref().map(|rule| rule.id.clone()),
            is_asked: need.summary.is_some(),
            told,
            confidence: need.confidence.unwrap_or(Confidence::Medium),
            together: need.together,
            given: need.given,
        });
        rules.extend(rule);
    }
    Ok((KindPage { kind, needs, skeleton: skeleton?, quiet, page: index }, rules))
}

/// Whether each need has a name that an exception and `--ignore` can say: `vendor-review.exit`.
fn named(page: &Page, head: &Head) -> Result<(), Mistake> {
    let Some(name) = head.needs.keys().find(|name| !super::page::is_id(name)) else { return Ok(()) };
    let message = format!("`{name}` is no name of a need");
    let help = "write it in small letters and hyphens, as in `renewal-date`; digits may follow a letter";
    Err(Mistake::of_need(page, name, &message, help))
}

/// Whether each need that another names is one of the page.
fn known(page: &Page, head: &Head) -> Result<(), Mistake> {
    let named = head.needs.iter().flat_map(|(own, need)| {
        let others = need.together.iter().chain(&need.given);
        others.map(move |name| (own, name))
    });
    for (own, name) in named {
        if !head.needs.contains_key(name) {
            let message = format!("`{name}` is no need of this page");
            return Err(Mistake::in_need(page, own, name, &message, "name one of its needs"));
        }
        if name == own {
            let message = format!("the need `{name}` waits for itself");
            let help = "name another of its needs in `given` and `together`";
            return Err(Mistake::in_need(page, own, name, &message, help));
        }
    }
    Ok(())
}

/// The paths of a user's kind: those that settle it, and those that the text has to confirm.
fn globs(page: &Page, signals: Option<&RecogniseHead>) -> Result<Vec<Glob>, Mistake> {
    let Some(signals) = signals else { return Ok(Vec::new()) };
    phrases::can_stand(page, signals.titles.iter().chain(&signals.unless).map(|it| &**it), None)?;
    let read = |pattern: &Cow<str>| {
        glob::Glob::new(pattern).map_err(|error| {
            Mistake::about(page, pattern, &format!("`{pattern}` is no glob: {error}"), "write it as in `.gitignore`")
        })
    };
    let hinting = signals.names.iter().map(|pattern| read(pattern).map(Glob::hint));
    signals.paths.iter().map(|pattern| read(pattern).map(Glob::of)).chain(hinting).collect()
}

/// What the text of a kind's document holds, its headings normalised; or a word that should name a sign.
fn signature(head: RecogniseHead) -> Result<Signature, String> {
    let phrases = |list: &Words| Phrases::new(list.iter().map(|phrase| (0, &**phrase)));
    let sign = |name: &Cow<str>| sign::named(name).ok_or_else(|| name.to_string());
    Ok(Signature {
        titles: phrases(&head.titles),
        unless: phrases(&head.unless),
        signs: head.signs.iter().map(sign).collect::<Result<_, _>>()?,
        headings: head.headings,
    })
}

fn user_signature(page: &Page, signals: Option<&RecogniseHead>) -> Result<Signature, Mistake> {
    signature(signals.map(RecogniseHead::normalised).unwrap_or_default()).map_err(|name| {
        let known: Vec<&str> = sign::SIGNS.iter().map(|sign| sign.name).collect();
        Mistake::about(page, &name, &format!("`{name}` is no sign"), &format!("use one of {}", known.join(", ")))
    })
}

/// What is told where a need is missed; nothing of one without a question, which is never asked for.
fn told(
    page: &Page,
    name: &str,
    need: &NeedHead,
    own: Option<&'static OurNeed>,
) -> Result<Option<Later<Told>>, Mistake> {
    let has_level = need.level.is_some() || need.confidence.is_some();
    if own.is_none() && need.summary.is_none() && has_level {
        let message = format!("the need `{name}` has no `summary`, and is never asked by itself");
        let help = "add `summary`, the fault in a sentence; without `level` and `confidence` it is only looked for";
        return Err(Mistake::of_need(page, name, &message, help));
    }
    if need.question.is_none() {
        let message = format!("the need `{name}` has no `question`");
        let mistake =
            || Mistake::of_need(page, name, &message, "write `question: What will a reader have to ask?` below it");
        return if need.summary.is_some() { Err(mistake()) } else { Ok(None) };
    }
    let named = name.to_owned();
    let summary = move || finding::absent(&named);
    Ok(Some(match own {
        Some(own) => later(move || cured(Told::of(own.told(), summary))),
        None => made(cured(Told::of(need.told(), summary))),
    }))
}

/// A need whose page tells no cure has one nevertheless.
fn cured(told: Told) -> Told {
    let help = told.help.or_else(|| Some("say it in the text, under a heading of its own where it is long".into()));
    Told { help, ..told }
}

/// The rule that misses a need. A slot without a summary is looked for, and asked for where a team's contract says so.
fn need_rule(
    page: &Page,
    index: usize,
    need: usize,
    id: Cow<'static, str>,
    level: Level,
    told: &Arc<Later<Told>>,
) -> Rule {
    Rule {
        id,
        group: page.group.clone(),
        page: index,
        level,
        kinds: vec![page.id.clone()],
        but: Vec::new(),
        doubted_in: Vec::new(),
        // Whoever asks for a need by its name is shown it, whatever its page says.
        confidence: Confidence::High,
        told: Arc::clone(told),
        preview: false,
        asks_of: AsksOf::said(&[], &page.group),
        is_builtin: false,
        check: Check::Need { kind: page.id.clone(), need },
    }
}

/// The outline of a document of a kind of ours. What a need is seen by is not read for it: each of our kinds with needs has
/// an outline of its own.
fn skeleton(ours: &Ours) -> Skeleton {
    let page = ours.page();
    Skeleton::of(&page, &ours.head()).unwrap_or_else(|mistake| panic!("{}", mistake.line()))
}

/// The slot of a need; of our own pages it is read once a document may fill it.
fn slot(page: &Page, name: &str, need: &NeedHead, own: Option<&'static OurNeed>) -> Result<Later<Box<Slot>>, Mistake> {
    if let Some(own) = own {
        let name = name.to_owned();
        return Ok(later(move || {
            let slot = super::slot::slot(&name, &own.with_slot());
            Box::new(slot.unwrap_or_else(|NoShape(word)| panic!("{name}: {word} is no shape")))
        }));
    }
    let beside_shapes = [&need.partly, &need.doubts].map(|it| super::slot::mixed(it).1);
    let looked_for = need.phrases.iter().map(|it| &**it).chain(beside_shapes.into_iter().flatten());
    phrases::can_stand(page, looked_for, Some(name))?;
    let slot = super::slot::slot(name, &need.normalised()).map_err(|NoShape(word)| {
        let names: Vec<&str> = shape::SHAPES.iter().map(|shape| shape.name).collect();
        let help = format!("use one of {}", names.join(", "));
        Mistake::in_need(page, name, &word, &format!("`{word}` is no shape"), &help)
    });
    slot.map(|it| made(Box::new(it)))
}
