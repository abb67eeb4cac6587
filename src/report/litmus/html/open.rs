//! What nobody could find out: each question that is open, by system, and where its answer would be written.

use super::{columns, counted, of, section, wide, with_code};
use crate::litmus::{Litmus, Question, Share, System};
use crate::report::html::Html;

pub(super) fn print(html: &mut Html, litmus: &Litmus) {
    section(html, "open", "Open questions", |it| {
        let mut systems: Vec<&System> = litmus.systems.iter().filter(|it| missing(it) > 0).collect();
        // Those that need most come first; equals stay in the order of their names.
        systems.sort_by_key(|it| std::cmp::Reverse(missing(it)));
        if systems.is_empty() {
            it.words("p", &[], "There are none.").line();
            return;
        }
        it.words("p", &[("class", "lead")], "Each is a message that somebody would have to send, and wait for.").line();
        it.element("ol", &[("class", "gaps")], |it| {
            it.line();
            systems.into_iter().for_each(|system| gaps(it, system));
        });
        it.line();
        cures(it, litmus);
    });
}

/// How many questions about a system are open.
fn missing(system: &System) -> usize {
    let share = system.answered();
    share.all - share.part
}

fn gaps(html: &mut Html, system: &System) {
    html.element("li", &[], |it| {
        it.element("div", &[], |it| {
            it.element("h3", &[], |it| {
                it.stranger(&system.name);
            });
            let share = system.answered();
            it.words("p", &[("class", "count")], format!("{} open", of(Share { part: missing(system), ..share })));
        });
        it.element("ul", &[], |it| {
            for answer in system.answers.iter().filter(|it| it.evidence.is_none()) {
                it.words("li", &[], answer.question.words());
            }
        });
    });
    html.line();
}

/// The same by question: where to write its answer.
fn cures(html: &mut Html, litmus: &Litmus) {
    wide(html, "cures", "cures", "Where the answers would be written", |it| {
        columns(it, &[("Question", ""), ("Open in", "number"), ("Write it as", "")]);
        it.element("tbody", &[], |it| {
            it.line();
            for question in Question::ALL {
                let share = asked(litmus, question);
                if share.part > 0 {
                    cure(it, question, share);
                }
            }
        });
    });
}

/// Of the systems that are asked a question, those that have no answer.
fn asked(litmus: &Litmus, question: Question) -> Share {
    let answers = litmus.systems.iter().flat_map(|it| &it.answers).filter(|it| it.question == question);
    let (open, answered): (Vec<_>, Vec<_>) = answers.partition(|it| it.evidence.is_none());
    Share { part: open.len(), all: open.len() + answered.len() }
}

fn cure(html: &mut Html, question: Question, share: Share) {
    html.element("tr", &[], |it| {
        it.words("th", &[("scope", "row")], question.words());
        it.words("td", &[("class", "number")], format!("{} of {}", share.part, counted(share.all, "system")));
        it.element("td", &[], |it| with_code(it, question.place()));
    });
    html.line();
}
