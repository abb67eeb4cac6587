//! Answers that say in words that they are still to be written. Knows neither blanks nor hints by their marks.

use crate::words::case;
use crate::words::list::is_among;

/// Answers that only say that the answer is still to be written.
const UNWRITTEN: &[&str] = &[
    "todo",
    "to do",
    "tbd",
    "fixme",
    "xxx",
    "tbc",
    "to be written",
    "to be filled",
    "to be filled in",
    "to be completed",
    "fill me in",
    "fill in",
    "fill this in",
    "insert here",
    "your answer here",
    "placeholder",
    "coming soon",
    "lorem ipsum",
    "write me",
    "wip",
    "work in progress",
    "under construction",
    "to be added",
    "to be continued",
    "content to come",
    "add content here",
];

/// Whether a whole answer says only that it is still to be written.
pub fn is_unwritten(answer: &str) -> bool {
    let marks = ['*', '_', '`', '"', '\'', '(', ')', '-', ' ', '.', '!', ':', '\u{2026}'];
    let bare = answer.trim().trim_matches(marks);
    let begins = |start: &str| case::begins(bare, start);
    // Whatever is drawn around it.
    let words = bare.trim_matches(|it: char| !it.is_alphanumeric());
    UNWRITTEN.iter().any(|it| it.eq_ignore_ascii_case(words))
        || begins("todo for ") && bare.split(' ').count() <= 6
        || begins("todo: ") && is_to_write(&bare["todo: ".len()..])
        || ["tbd: ", "tbd - "].iter().any(|it| begins(it) && is_to_come(&bare[it.len()..]))
        || super::hint::is_hint(bare)
}

/// "TBD - created by archiving the change. Update the purpose after that": what a tool left there tells who is to write it.
fn is_to_come(text: &str) -> bool {
    const LONGEST: usize = 200;
    let lower = || text.to_lowercase();
    text.len() <= LONGEST && !text.contains('\n') && (lower().starts_with("created by archiving") || is_to_write(text))
}

/// Whether what is to be done is to write the answer: "TODO: document the flags", and not "TODO: a faster way".
fn is_to_write(text: &str) -> bool {
    const LONGEST: usize = 120;
    const WORDS: &str = "write document documentation docs describe description explain explanation fill complete content text \
                         insert details flesh summarize summarise";
    let first = text.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    text.len() <= LONGEST && !text.contains('\n') && is_among(WORDS, &first)
}

/// "WIP" below the subject of a commit says how far its author is, and holds no place for other words.
pub fn is_state_of_work(line: &str) -> bool {
    let bare = line.trim_matches(|it: char| !it.is_alphanumeric());
    bare.eq_ignore_ascii_case("wip") || bare.eq_ignore_ascii_case("work in progress")
}

/// Whether an answer admits that nobody knows it yet: more than a blank, and less than an answer.
pub fn is_undecided(answer: &str) -> bool {
    let lower = answer.trim().trim_start_matches('-').trim_matches(['*', '_', ' ', '.']).to_lowercase();
    ["tbd", "tbc", "coming soon", "wip", "work in progress", "under construction"].contains(&lower.as_str())
}
