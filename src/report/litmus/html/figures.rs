//! What is counted over the repository and over threads: of things that are written, never of a person.

use super::{of, section};
use crate::litmus::{Ages, Authors, Litmus, Share, Threads};
use crate::report::counted;
use crate::report::html::Html;

/// A figure: what is counted, how many, and what that means.
struct Figure {
    name: String,
    value: String,
    note: String,
}

/// Whether anything is counted.
pub(super) fn are_there(litmus: &Litmus) -> bool {
    !of_texts(litmus).is_empty() || litmus.figures.threads.is_some()
}

pub(super) fn print(html: &mut Html, litmus: &Litmus) {
    section(html, "figures", "Figures", |it| {
        list(it, of_texts(litmus));
        if let Some(threads) = &litmus.figures.threads {
            it.words("h3", &[], counted(threads.count, "thread")).line();
            list(it, of_threads(threads));
        }
    });
}

fn list(html: &mut Html, figures: Vec<Figure>) {
    if figures.is_empty() {
        return;
    }
    html.element("dl", &[("class", "figures")], |it| {
        it.line();
        for figure in figures {
            it.element("div", &[], |it| {
                it.words("dt", &[], figure.name).words("dd", &[], figure.value);
                if !figure.note.is_empty() {
                    it.words("dd", &[("class", "note")], figure.note);
                }
            });
            it.line();
        }
    });
    html.line();
}

fn share(name: &str, share: Option<Share>, note: &str) -> Option<Figure> {
    let share = share.filter(|it| it.all > 0)?;
    let note = format!("{} %. {}", share.percent(), if share.part > 0 { note } else { "" });
    Some(Figure { name: name.to_owned(), value: of(share), note: note.trim_end().to_owned() })
}

fn of_texts(litmus: &Litmus) -> Vec<Figure> {
    let figures = &litmus.figures;
    let known: Vec<Authors> = litmus.systems.iter().filter_map(|it| it.authors).collect();
    let few = known.iter().filter(|it| **it == Authors::FewerThanThree).count();
    let few = (!known.is_empty()).then_some(Share { part: few, all: known.len() });
    let all = [
        share(
            "Decisions whose only evidence is a chat",
            figures.chat_only,
            "Whoever is not in that chat cannot look anything up.",
        ),
        figures.open_decisions.map(open_decisions),
        share(
            "Systems with fewer than three authors in twelve months",
            few,
            "What only a few have touched, only a few can explain.",
        ),
        share("Documents that were reviewed in time", figures.reviewed, "Of those that say when it is due."),
    ];
    all.into_iter().flatten().collect()
}

fn open_decisions(ages: Ages) -> Figure {
    Figure {
        name: "Decisions that are not settled".to_owned(),
        value: ages.count.to_string(),
        note: match ages.count {
            0 => String::new(),
            1 => format!("It has waited for {}.", days(ages.oldest)),
            _ if ages.median == ages.oldest => format!("They have waited for {}.", days(ages.oldest)),
            _ => format!("Half of them have waited for {} or more, one for {}.", days(ages.median), days(ages.oldest)),
        },
    }
}

fn of_threads(threads: &Threads) -> Vec<Figure> {
    let first = threads.first_review.map(|minutes| format!("In the median after {} of working time.", hours(minutes)));
    let designs = threads.designs.filter(|it| it.count > 0);
    let designs = designs.map(|it| format!("Half took {} or less, one {}.", days(it.median), days(it.oldest)));
    let all = [
        share(
            "Reviews that began within eight working hours",
            threads.reviewed_in_time,
            first.as_deref().unwrap_or_default(),
        ),
        share(
            "Designs that were decided within five days",
            threads.designs_in_time,
            designs.as_deref().unwrap_or_default(),
        ),
        share("Ended threads that say what came of them", threads.with_outcome, ""),
        share("Answered threads that were answered by a link to a page", threads.by_page, ""),
    ];
    all.into_iter().flatten().collect()
}

fn days(number: u32) -> String {
    counted(number as usize, "day")
}

/// Minutes, as people say them.
fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}
