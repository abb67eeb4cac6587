//! The litmus test for people: what nobody answers first, then a table, then each answer with its place; and JSON.

pub mod html;
mod json;
mod trend;

pub use json::{print as json, schema};

use super::{columns, counted, escape};
use crate::litmus::trend::Trend;
use crate::litmus::{Ages, Answer, Authors, Figures, Litmus, Question, Share, System, Threads};

/// More answers are printed only where somebody asks for them.
const MOST_ANSWERS: usize = 40;
/// Letters of a line of names.
const WIDTH: usize = 96;

/// `all` prints every answer, however many there are.
pub fn human(litmus: &Litmus, trend: Option<&Trend>, all: bool) -> String {
    let mut out = head(litmus);
    out.push_str(&unanswered(litmus));
    if litmus.systems.len() > 1 {
        out.push_str(&format!("\nsystems\n{}", table(litmus)));
    }
    out.push_str(&answers(litmus, all));
    out.push_str(&figures(litmus));
    out.push_str(&trend.map(trend::human).unwrap_or_default());
    out
}

/// A share in words: `17 of 39 (43 %)`.
pub fn percent(share: Share) -> String {
    format!("{} of {} ({} %)", share.part, share.all, share.percent())
}

fn head(litmus: &Litmus) -> String {
    let of = match litmus.systems.as_slice() {
        [one] => escape::line(&one.name),
        all => counted(all.len(), "system"),
    };
    let moment = litmus.now.map_or(String::new(), |it| format!(", as of {}", day(it)));
    let mut out = format!("{of}: {} questions are answered{moment}\n", percent(litmus.answered()));
    out.push_str(&format!("  {} read", counted(litmus.documents, "document")));
    if litmus.unread > 0 {
        out.push_str(&format!("; {} in other forms than Markdown not read", litmus.unread));
    }
    out.push('\n');
    out
}

/// The day of a moment in UTC.
pub fn day(moment: jiff::Timestamp) -> String {
    moment.strftime("%Y-%m-%d").to_string()
}

/// Each question that somebody leaves open, in words, with those who do and where the answer would go.
fn unanswered(litmus: &Litmus) -> String {
    let mut out = String::new();
    for question in Question::ALL {
        let lacks = |it: &&System| it.answers.iter().any(|it| it.question == question && it.evidence.is_none());
        let names: Vec<String> = litmus.systems.iter().filter(lacks).map(|it| escape::line(&it.name)).collect();
        if names.is_empty() {
            continue;
        }
        out.push_str(&format!("  {}\n", question.words()));
        if litmus.systems.len() > 1 {
            let whose = if names.len() == litmus.systems.len() { "every system".to_owned() } else { listed(&names) };
            out.push_str(&format!("    of {whose}\n"));
        }
        out.push_str(&format!("    write {}\n", question.place()));
    }
    match out.is_empty() {
        true => "\nnothing is unanswered\n".to_owned(),
        false => format!("\nunanswered\n{out}"),
    }
}

/// As many names as fit on a line, and how many more there are.
fn listed(names: &[String]) -> String {
    let mut line = String::new();
    for (at, name) in names.iter().enumerate() {
        let comma = if at > 0 { ", " } else { "" };
        if at > 0 && line.chars().count() + name.chars().count() + 2 > WIDTH {
            return format!("{line} and {} more", names.len() - at);
        }
        line.push_str(comma);
        line.push_str(name);
    }
    line
}

fn table(litmus: &Litmus) -> String {
    let asked =
        |question: &Question| litmus.systems.iter().any(|it| it.answers.iter().any(|it| it.question == *question));
    let questions: Vec<Question> = Question::ALL.into_iter().filter(asked).collect();
    let mut rows = vec![vec![String::new(), String::new()]];
    rows[0].extend(questions.iter().map(|it| it.id().to_owned()));
    for system in &litmus.systems {
        let answered = system.answered();
        let mut row = vec![escape::line(&system.name), format!("{}/{}", answered.part, answered.all)];
        row.extend(questions.iter().map(|question| {
            let answer = system.answers.iter().find(|it| it.question == *question);
            mark(answer).to_owned()
        }));
        rows.push(row);
    }
    let widths = columns::widths(&rows);
    let mut out = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect::<Vec<_>>();
        let line = format!("  {}  {}", cells[..2].join("  "), cells[2..].join(" "));
        out.push_str(line.trim_end());
        out.push('\n');
    }
    let has_shared = litmus.systems.iter().flat_map(|it| &it.answers).any(|it| mark(Some(it)) == "all");
    if has_shared {
        out.push_str("  all: a page of the whole repository answers it\n");
    }
    out
}

fn mark(answer: Option<&Answer>) -> &'static str {
    match answer.map(|it| it.evidence.as_ref()) {
        None => "",
        Some(None) => "–",
        Some(Some(it)) if it.is_shared => "all",
        Some(Some(_)) => "yes",
    }
}

fn answers(litmus: &Litmus, all: bool) -> String {
    let count = litmus.answered().part;
    if count == 0 {
        return String::new();
    }
    if count > MOST_ANSWERS && !all {
        return format!("\n`--answers` prints the {count} answers with their places\n");
    }
    let mut out = "\nanswered\n".to_owned();
    for system in &litmus.systems {
        let told = system.answers.iter().filter_map(|it| Some((it.question, it.evidence.as_ref()?)));
        let mut told = told.peekable();
        if told.peek().is_some() && litmus.systems.len() > 1 {
            out.push_str(&format!("  {}\n", escape::line(&system.name)));
        }
        for (question, it) in told {
            let whole = if it.is_shared { ", for the whole repository" } else { "" };
            let path = escape::line(&it.path);
            out.push_str(&format!(
                "  {}\n    {path}:{}{whole}: {}\n",
                question.words(),
                it.line,
                escape::line(&it.quote)
            ));
        }
    }
    out
}

fn figures(litmus: &Litmus) -> String {
    let Figures { chat_only, open_decisions, reviewed, threads } = &litmus.figures;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(chat_only.map(|it| format!("decisions with a chat as their only evidence: {}", percent(it))));
    lines.extend(open_decisions.map(|it| format!("open decisions: {}", ages(it))));
    lines.extend(reviewed.map(|it| format!("documents reviewed in time: {}", percent(it))));
    lines.extend(authors(&litmus.systems));
    lines.extend(threads.as_ref().map(of_threads).unwrap_or_default());
    if lines.is_empty() {
        return String::new();
    }
    format!("\nfigures\n{}", lines.iter().map(|it| format!("  {it}\n")).collect::<String>())
}

fn ages(it: Ages) -> String {
    format!(
        "{}, {} old in the median, {} at most",
        it.count,
        counted(it.median as usize, "day"),
        counted(it.oldest as usize, "day")
    )
}

/// Only whether a system has three of them: nobody can be told from it.
fn authors(systems: &[System]) -> Option<String> {
    let few: Vec<String> = systems
        .iter()
        .filter(|it| it.authors == Some(Authors::FewerThanThree))
        .map(|it| escape::line(&it.name))
        .collect();
    let known = systems.iter().filter(|it| it.authors.is_some()).count();
    if known == 0 {
        return None;
    }
    Some(match (few.len(), known) {
        (0, _) => "authors in twelve months: at least three in every system".to_owned(),
        (few, known) if few == known => "authors in twelve months: fewer than three in every system".to_owned(),
        _ => format!("authors in twelve months: fewer than three in {}; at least three in the others", listed(&few)),
    })
}

fn of_threads(it: &Threads) -> Vec<String> {
    let mut lines = vec![format!("threads: {}", it.count)];
    lines.extend(it.reviewed_in_time.map(|it| format!("first review within eight working hours: {}", percent(it))));
    lines.extend(it.first_review.map(|minutes| {
        format!("working time to the first review: {} h {:02} min in the median", minutes / 60, minutes % 60)
    }));
    lines.extend(it.designs_in_time.map(|it| format!("designs decided within five days: {}", percent(it))));
    lines.extend(it.designs.map(|it| format!("designs, from draft to decision: {}", ages(it))));
    lines.extend(it.with_outcome.map(|it| format!("threads that ended with an outcome: {}", percent(it))));
    lines.extend(it.by_page.map(|it| format!("threads answered by a link to a page: {}", percent(it))));
    lines
}
