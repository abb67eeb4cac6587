//! What nobody could find out: each question that is open, by system, and where its answer would be written.

use super::{columns, of, section, wide, with_code};
use crate::litmus::{Litmus, Question, Share, System};
use crate::report::html::Html;

pub(super) fn print(html: &mut Html, litmus: &Litmus) {
    section(html, "open", "Open questions", |it| {
        let everywhere = everywhere(litmus);
        let is_told = |system: &&System| open(system).any(|it| !everywhere.contains(&it));
        let mut systems: Vec<&System> = litmus.systems.iter().filter(is_told).collect();
        // Those that need most come first; equals stay in the order of their names.
        systems.sort_by_key(|it| std::cmp::Reverse(open(it).count()));
        if systems.is_empty() && everywhere.is_empty() {
            it.words("p", &[], "There are none.").line();
            return;
        }
        it.words("p", &[("class", "lead")], "Each is a message that somebody would have to send, and wait for.").line();
        it.element("ol", &[("class", "gaps")], |it| {
            it.line();
            if !everywhere.is_empty() {
                shared(it, &everywhere, litmus.systems.len());
            }
            systems.into_iter().for_each(|system| gaps(it, system, &everywhere));
        });
        it.line();
        cures(it, litmus);
    });
}

/// The open questions about a system.
fn open(system: &System) -> impl Iterator<Item = Question> + '_ {
    system.answers.iter().filter(|it| it.evidence.is_none()).map(|it| it.question)
}

/// What is open in every one of several systems: said once, it is easier to see what else is.
fn everywhere(litmus: &Litmus) -> Vec<Question> {
    let systems = &litmus.systems;
    let is_open = |question: &Question| systems.iter().all(|it| open(it).any(|it| it == *question));
    Question::ALL.into_iter().filter(|it| systems.len() > 1 && is_open(it)).collect()
}

fn shared(html: &mut Html, questions: &[Question], systems: usize) {
    html.element("li", &[], |it| {
        it.element("div", &[], |it| {
            it.words("h3", &[], "Every system");
            it.words("p", &[("class", "count")], format!("open in all {systems}"));
        });
        list(it, questions.iter().copied());
    });
    html.line();
}

fn list(html: &mut Html, questions: impl Iterator<Item = Question>) {
    html.element("ul", &[], |it| {
        for question in questions {
            it.words("li", &[], question.words());
        }
    });
}

/// What is open in a system besides what is open everywhere.
fn gaps(html: &mut Html, system: &System, everywhere: &[Question]) {
    html.element("li", &[], |it| {
        it.element("div", &[], |it| {
            it.element("h3", &[], |it| {
                it.stranger(&system.name);
            });
            let share = Share { part: open(system).count(), all: system.answers.len() };
            let with = if everywhere.is_empty() { "" } else { ", with those of every system" };
            it.words("p", &[("class", "count")], format!("{} open{with}", of(share)));
        });
        list(it, open(system).filter(|it| !everywhere.contains(it)));
    });
    html.line();
}

/// The same by question: where to write its answer.
fn cures(html: &mut Html, litmus: &Litmus) {
    let are_many = litmus.systems.len() > 1;
    let caption = match are_many {
        true => "Where the answers would be written, and in how many systems they are missing",
        false => "Where the answers would be written",
    };
    wide(html, "cures", "cures", caption, |it| {
        let all = [("Question", ""), ("Write it as", ""), ("Open in", "number")];
        columns(it, &all[..if are_many { 3 } else { 2 }]);
        it.element("tbody", &[], |it| {
            it.line();
            for question in Question::ALL {
                let share = asked(litmus, question);
                if share.part > 0 {
                    cure(it, question, Some(share).filter(|_| are_many));
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

fn cure(html: &mut Html, question: Question, share: Option<Share>) {
    html.element("tr", &[], |it| {
        it.words("th", &[("scope", "row")], question.words());
        it.element("td", &[], |it| with_code(it, question.place()));
        if let Some(share) = share {
            it.words("td", &[("class", "number")], of(share));
        }
    });
    html.line();
}
