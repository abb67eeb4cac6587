//! Every system and every question, and for each answer the place where it stands.

use super::{columns, of, place, section, wide};
use crate::litmus::{Answer, Evidence, Litmus, Question, System};
use crate::report::html::Html;

pub(super) fn print(html: &mut Html, litmus: &Litmus, root: Option<&str>) {
    section(html, "answers", "Answers and evidence", |it| {
        if litmus.systems.is_empty() {
            it.words("p", &[], "There are none.").line();
            return;
        }
        matrix(it, litmus);
        for (at, system) in litmus.systems.iter().enumerate() {
            evidence(it, at, system, root);
        }
    });
}

/// The questions that at least one system is asked.
fn asked(litmus: &Litmus) -> Vec<Question> {
    let is_asked = |question: &Question| litmus.systems.iter().any(|it| answer(it, *question).is_some());
    Question::ALL.into_iter().filter(is_asked).collect()
}

fn answer(system: &System, question: Question) -> Option<&Answer> {
    system.answers.iter().find(|it| it.question == question)
}

/// What the head of a narrow column says.
fn short(question: Question) -> &'static str {
    match question {
        Question::Purpose => "What",
        Question::Owner => "Owner",
        Question::Run => "Run",
        Question::Test => "Test",
        Question::Deploy => "Deploy",
        Question::Notice => "Notice",
        Question::Undo => "Undo",
        Question::Decisions => "Decided",
        Question::InFlight => "In flight",
        Question::Holder => "Who has it",
        Question::Blocked => "Blocked",
        Question::Ask => "Ask",
        Question::Reply => "Reply",
    }
}

fn matrix(html: &mut Html, litmus: &Litmus) {
    let questions = asked(litmus);
    wide(html, "matrix", "matrix", "What is answered (✓) and what is open (?)", |it| {
        it.element("thead", &[], |it| {
            it.element("tr", &[], |it| {
                it.words("th", &[("scope", "col")], "System");
                for question in &questions {
                    it.element("th", &[("scope", "col")], |it| {
                        it.words("abbr", &[("title", question.words())], short(*question));
                    });
                }
            });
        });
        it.line();
        it.element("tbody", &[], |it| {
            it.line();
            litmus.systems.iter().for_each(|system| row(it, system, &questions));
        });
    });
}

fn row(html: &mut Html, system: &System, questions: &[Question]) {
    html.element("tr", &[], |it| {
        it.element("th", &[("scope", "row")], |it| {
            it.stranger(&system.name);
        });
        for question in questions {
            let (class, sign, words) = match answer(system, *question).map(|it| it.evidence.is_some()) {
                Some(true) => ("yes", "✓", "answered"),
                Some(false) => ("no", "?", "open"),
                None => ("unasked", "–", "not asked"),
            };
            it.element("td", &[("class", class)], |it| {
                it.words("span", &[("aria-hidden", "true")], sign);
                it.words("span", &[("class", "heard")], words);
            });
        }
    });
    html.line();
}

fn evidence(html: &mut Html, at: usize, system: &System, root: Option<&str>) {
    let id = format!("system-{at}");
    html.element("details", &[("id", &id)], |it| {
        it.element("summary", &[], |it| {
            it.element("h3", &[], |it| {
                it.stranger(&system.name);
            });
            it.text(" ").words("span", &[("class", "count")], format!("{} answered", of(system.answered())));
        });
        it.line();
        it.element("table", &[("class", "evidence")], |it| {
            it.element("caption", &[], |it| {
                it.text("Where the questions about ").stranger(&system.name).text(" are answered");
            });
            it.line();
            columns(it, &[("Question", ""), ("Answer", "")]);
            it.element("tbody", &[], |it| {
                it.line();
                system.answers.iter().for_each(|answer| told(it, answer, root));
            });
        });
    });
    html.line();
}

fn told(html: &mut Html, answer: &Answer, root: Option<&str>) {
    html.element("tr", &[], |it| {
        it.words("th", &[("scope", "row")], answer.question.words());
        it.element("td", &[], |it| match &answer.evidence {
            Some(evidence) => said(it, evidence, root),
            None => {
                it.words("span", &[("class", "none")], "Open");
            }
        });
    });
    html.line();
}

fn said(html: &mut Html, evidence: &Evidence, root: Option<&str>) {
    if !evidence.quote.is_empty() {
        html.element("q", &[], |it| {
            it.stranger(&evidence.quote);
        });
    }
    html.element("span", &[("class", "at")], |it| {
        place(it, evidence, root);
        if evidence.is_shared {
            it.text(", for the whole repository");
        }
    });
}
