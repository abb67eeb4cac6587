//! Form two: what a kind of document has to state. Binds the page of a kind to its slots, and to the rules that miss
//! them.

use super::head::{NeedHead, RecogniseHead, Trait};
use super::slot::NoShape;
use super::{Check, Head, KindPage, Later, Mistake, Need, Ours, Page, Rule, Skeleton, made};
use crate::finding::{Confidence, Level};
use crate::kind::sign::{self, Sign};
use crate::kind::{Glob, Kind, Paths};
use crate::slot::{Slot, shape};
use crate::words::heading;
use crate::words::phrase::Phrases;

/// Binds the page of a kind: what it is, and the rules that miss something in it.
pub fn kind(
    page: &Page,
    index: usize,
    head: &Head,
    ours: Option<&'static Ours>,
) -> Result<(KindPage, Vec<Rule>), Mistake> {
    let signals = head.recognise.as_ref();
    let paths = globs(page, signals, ours.is_some())?;
    let titles = signals.map(|it| it.titles.as_slice()).unwrap_or_default();
    let unless = signals.map(|it| it.unless.as_slice()).unwrap_or_default();
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
        unless: Phrases::new(unless.iter().map(|word| (0, word.as_str()))),
        headings: typical,
        signs: signs(page, signals.map(|it| it.signs.as_slice()).unwrap_or_default())?,
        questions: head.needs.values().filter_map(|need| need.question.clone()).collect(),
        is_target: !head.needs.is_empty(),
        is_story: head.is.contains(&Trait::Story),
    };
    let mut needs = Vec::new();
    let mut rules = Vec::new();
    for (name, need) in &head.needs {
        if let Some(other) = need.together.iter().chain(&need.given).find(|other| !head.needs.contains_key(*other)) {
            return Err(Mistake::about(
                page,
                other,
                &format!("`{other}` is no need of this page"),
                "name one of its needs",
            ));
        }
        rules.extend(need_rule(page, index, name, need, needs.len())?);
        needs.push(Need {
            slot: slot(page, name, need, ours.map(|it| it.slots[needs.len()]))?,
            name: name.clone(),
            rule: need.question.as_ref().map(|_| format!("{}.{name}", page.id)),
            is_asked: need.summary.is_some(),
            question: need.question.clone(),
            confidence: need.confidence.unwrap_or(Confidence::Medium),
            together: need.together.clone(),
            given: need.given.clone(),
        });
    }
    let skeleton = match ours {
        Some(ours) => Later::new(Box::new(|| skeleton(ours))),
        None => made(Skeleton::of(page, head)?),
    };
    Ok((KindPage { kind, needs, skeleton, quiet: head.is.contains(&Trait::Quiet), page: index }, rules))
}

/// The paths of a kind: those that settle it, and those that the text has to confirm. Those of our own pages are right,
/// and to read them in every run takes longer than to read a message.
fn globs(page: &Page, signals: Option<&RecogniseHead>, is_builtin: bool) -> Result<Vec<Glob>, Mistake> {
    let Some(signals) = signals else { return Ok(Vec::new()) };
    let read = |pattern: &String| match is_builtin {
        true => Ok(Glob::ours(pattern.clone())),
        false => Glob::new(pattern).map_err(|error| {
            Mistake::about(page, pattern, &format!("`{pattern}` is no glob: {error}"), "write it as in `.gitignore`")
        }),
    };
    let hinting = signals.names.iter().map(|pattern| read(pattern).map(Glob::as_hint));
    signals.paths.iter().map(read).chain(hinting).collect()
}

fn signs(page: &Page, names: &[String]) -> Result<Vec<&'static Sign>, Mistake> {
    let find = |name: &String| {
        sign::named(name).ok_or_else(|| {
            let known: Vec<&str> = sign::SIGNS.iter().map(|sign| sign.name).collect();
            Mistake::about(page, name, &format!("`{name}` is no sign"), &format!("use one of {}", known.join(", ")))
        })
    };
    names.iter().map(find).collect()
}

/// The rule that misses a need. A slot without a summary is looked for, and asked for where a team's contract says so;
/// one without a question is never asked for.
fn need_rule(page: &Page, index: usize, name: &str, need: &NeedHead, at: usize) -> Result<Option<Rule>, Mistake> {
    let question = match (&need.question, &need.summary) {
        (Some(question), _) => question.clone(),
        (None, None) => return Ok(None),
        (None, Some(_)) => {
            let message = format!("the need `{name}` has no `question`");
            return Err(Mistake::about(page, name, &message, "say it in the definition"));
        }
    };
    Ok(Some(Rule {
        id: format!("{}.{name}", page.id),
        group: page.group.clone(),
        page: index,
        level: need.level.unwrap_or(Level::Note),
        kinds: vec![page.id.clone()],
        but: Vec::new(),
        summary: need.summary.clone().unwrap_or_else(|| format!("nothing says `{name}`")),
        question,
        help: need.help.clone(),
        preview: false,
        is_builtin: false,
        check: Check::Need { kind: page.id.clone(), need: at },
    }))
}

/// The outline of a document of a kind of ours. What a need is seen by is not read for it: each of our kinds with needs has
/// an outline of its own.
fn skeleton(ours: &Ours) -> Skeleton {
    let page = ours.page();
    Skeleton::of(&page, &ours.head()).unwrap_or_else(|mistake| panic!("{}", mistake.line()))
}

/// The slot of a need; of our own pages it is read once a document may fill it.
fn slot(page: &Page, name: &str, need: &NeedHead, ours: Option<&'static str>) -> Result<Later<Slot>, Mistake> {
    if let Some(json) = ours {
        let name = name.to_owned();
        return Ok(Later::new(Box::new(move || {
            let need: NeedHead = serde_json::from_str(json).unwrap_or_else(|error| panic!("{name}: {error}"));
            super::slot::slot(&name, &need).unwrap_or_else(|NoShape(word)| panic!("{name}: {word} is no shape"))
        })));
    }
    let slot = super::slot::slot(name, need).map_err(|NoShape(word)| {
        let names: Vec<&str> = shape::SHAPES.iter().map(|shape| shape.name).collect();
        Mistake::about(page, &word, &format!("`{word}` is no shape"), &format!("use one of {}", names.join(", ")))
    });
    slot.map(made)
}
