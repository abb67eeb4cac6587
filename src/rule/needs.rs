//! Form two: what a kind of document has to state. Binds the page of a kind to its slots, and to the rules that miss
//! them.

use super::head::{NeedHead, RecogniseHead, Trait};
use super::{Check, Head, KindPage, Mistake, Need, Page, Rule, Skeleton};
use crate::finding::{Confidence, Level};
use crate::kind::sign::{self, Sign};
use crate::kind::{Glob, Kind, Paths};
use crate::slot::{Doubts, Slot, shape};
use crate::words::heading;
use crate::words::phrase::Phrases;

/// Marks a shape in a list of phrases.
const SHAPE: &str = "shape:";

/// Binds the page of a kind: what it is, and the rules that miss something in it.
pub fn kind(page: &Page, index: usize, head: &Head, is_builtin: bool) -> Result<(KindPage, Vec<Rule>), Mistake> {
    let signals = head.recognise.as_ref();
    let paths = globs(page, signals, is_builtin)?;
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
            slot: slot(page, name, need)?,
            rule: need.question.as_ref().map(|_| format!("{}.{name}", page.id)),
            is_asked: need.summary.is_some(),
            question: need.question.clone(),
            confidence: need.confidence.unwrap_or(Confidence::Medium),
            together: need.together.clone(),
            given: need.given.clone(),
        });
    }
    let skeleton = Skeleton::of(page, head)?;
    Ok((KindPage { kind, needs, skeleton, quiet: head.is.contains(&Trait::Quiet), page: index }, rules))
}

/// The paths of a kind: those that settle it, and those that the text has to confirm. Those of our own pages are right,
/// and to read them in every run takes longer than to read a message.
fn globs(page: &Page, signals: Option<&RecogniseHead>, is_builtin: bool) -> Result<Vec<Glob>, Mistake> {
    let Some(signals) = signals else { return Ok(Vec::new()) };
    let read = |pattern: &String| match is_builtin {
        true => Ok(Glob::ours(pattern)),
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

fn slot(page: &Page, name: &str, need: &NeedHead) -> Result<Slot, Mistake> {
    let shape = |word: &str| {
        shape::named(word).ok_or_else(|| {
            let names: Vec<&str> = shape::SHAPES.iter().map(|shape| shape.name).collect();
            Mistake::about(page, word, &format!("`{word}` is no shape"), &format!("use one of {}", names.join(", ")))
        })
    };
    let normal = |words: &[String]| words.iter().map(|it| heading::normalise(it)).collect();
    let whole = need.phrases.iter().map(|phrase| (0, phrase.as_str()));
    let (partly, part_phrases) = mixed(&need.partly);
    let (doubtful, doubt_phrases) = mixed(&need.doubts);
    let shapes = |words: &[&str]| words.iter().map(|word| shape(word)).collect::<Result<Vec<_>, _>>();
    let doubts = match need.doubts.is_empty() {
        true => None,
        false => Some(Doubts {
            phrases: Phrases::new(doubt_phrases.into_iter().map(|phrase| (0, phrase))),
            shapes: shapes(&doubtful)?,
        }),
    };
    Ok(Slot {
        name: name.to_owned(),
        headings: normal(&need.headings),
        fields: normal(&need.fields),
        shapes: need.shapes.iter().map(|word| shape(word)).collect::<Result<_, _>>()?,
        phrases: Phrases::new(whole.chain(part_phrases.into_iter().map(|phrase| (1, phrase)))),
        partly: shapes(&partly)?,
        doubts,
    })
}

/// The names of the shapes, and the phrases, of a list that holds both.
fn mixed(list: &[String]) -> (Vec<&str>, Vec<&str>) {
    let (shapes, phrases): (Vec<&str>, Vec<&str>) =
        list.iter().map(String::as_str).partition(|word| word.starts_with(SHAPE));
    (shapes.into_iter().map(|word| &word[SHAPE.len()..]).collect(), phrases)
}
