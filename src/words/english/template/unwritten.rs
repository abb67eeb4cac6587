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
    "not yet written",
    "not written yet",
    "yet to be written",
    "more to come",
    "details to follow",
    "details to come",
    "more details to follow",
    "more details to come",
    "description to follow",
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
        || is_open_address(bare)
        || super::hint::is_hint(bare)
}

/// "https://example.com/pull/TBD"
fn is_open_address(text: &str) -> bool {
    const LONGEST: usize = 200;
    let is_open = || ["/TBD", "/TODO", "/tbd"].iter().any(|it| text.ends_with(it));
    text.len() <= LONGEST && text.starts_with("http") && !text.contains(char::is_whitespace) && is_open()
}

/// "TBD - created by archiving the change. Update the purpose after that": what a tool left there tells who is to write it.
fn is_to_come(text: &str) -> bool {
    const LONGEST: usize = 200;
    let lower = || text.to_lowercase();
    let is_spelt = || ["to be done", "to be defined", "to be determined", "to be decided"].contains(&lower().trim());
    text.len() <= LONGEST
        && !text.contains('\n')
        && (lower().starts_with("created by archiving") || is_to_write(text) || is_spelt())
}

/// Whether a paragraph only says what is still to be settled: "TBC the tool to be used", "TBD - To Be Done".
pub fn is_told_gap(paragraph: &str) -> bool {
    const LONGEST: usize = 240;
    const OPENS: &str = "the what how which who where when whether if";
    let bare = paragraph.trim().trim_start_matches(['*', '_', '(', '[']);
    // "(TBD) What was thought of, and why it was not chosen."
    let is_bracketed = ["(TBD) ", "[TBD] "].iter().any(|it| paragraph.trim_start().starts_with(it));
    let Some(rest) = ["TBC", "TBD"].iter().find_map(|it| bare.strip_prefix(it)) else { return false };
    let rest = rest.trim_end_matches(['*', '_', ')', ']', '.', ':', ' ']);
    let told = rest.trim_start_matches([')', ']', '*', '_', ' ', ':', '-', '\u{2013}', '\u{2014}', ',']);
    let first = told.split(' ').next().unwrap_or_default().to_lowercase();
    paragraph.len() <= LONGEST
        && rest.len() > told.len()
        && !paragraph.contains("\n\n")
        && (is_among(OPENS, &first) || is_to_come(told) || is_bracketed)
}

/// Whether what is to be done is to write the answer: "TODO: document the flags", and not "TODO: a faster way".
fn is_to_write(text: &str) -> bool {
    const LONGEST: usize = 120;
    const WORDS: &str = "write draft document documentation docs describe description explain explanation fill complete content text \
                         insert details flesh summarize summarise";
    let first = text.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    // A line that was wrapped goes on with a word; "Owner: Rosa" and an item are something else.
    let goes_on = |line: &str| line.trim_start().starts_with(char::is_alphanumeric) && !line.contains(':');
    text.len() <= LONGEST && text.lines().skip(1).all(goes_on) && is_among(WORDS, &first)
}

/// Whether all that a section says is a note of its author that something belongs there: "TODO - the case of two regions",
/// "**@TODO** Complete the list.", "To do: write it". What links a ticket has a place where that goes on.
pub fn is_note_to_self(body: &str) -> bool {
    const LONGEST: usize = 160;
    const MARKS: &[&str] = &["TODO", "@TODO", "ToDo", "Todo", "To do", "To-do", "FIXME"];
    let bare = body.trim_start_matches(['*', '_', '(', '[', ' ']);
    let Some(rest) = MARKS.iter().find_map(|it| bare.strip_prefix(it)) else { return false };
    // "TODO: a faster way" is work on what the text is about, and "TODO: draft the list" on the text.
    let rest = rest.trim_start_matches(['*', '_']);
    if let Some(task) = rest.strip_prefix(':') {
        let task = task.trim_start_matches([' ', '*', '_']);
        return is_to_write(task) || body.len() <= LONGEST && adds_words(task);
    }
    if bare.starts_with("To") && !bare.starts_with("TO") {
        return false;
    }
    let is_note = |it: char| !it.is_alphanumeric() && !matches!(it, '/' | '_' | '.' | '\'' | '\u{2019}');
    let is_mark = rest.starts_with(is_note);
    // "TODO items are kept in the tracker" speaks of them.
    let is_noun = ["item", "list", "comment", "file", "app", "marker"]
        .iter()
        .any(|it| rest.trim_start_matches([' ', '-', 's']).starts_with(it));
    let is_long = body.len() > LONGEST || body.contains("\n\n") || body.contains("\n-") || body.contains("\n*");
    // "TODO after the beta" says when.
    let is_timed = [" after ", " once ", " when ", " before ", " until ", " by "].iter().any(|it| rest.starts_with(it));
    is_mark
        && !is_noun
        && !is_timed
        && !is_long
        && !body.contains("http")
        && !body.contains('#')
        && !rest.contains("DONE")
}

/// "Add examples", "list more of the settings": words are missing, and no work.
fn adds_words(task: &str) -> bool {
    const VERBS: &str = "add include list provide";
    const OBJECTS: &str = "description details diagram diagrams documentation example examples explanation information instruction \
                           instructions link links more screenshots section some text";
    let mut words = task.split(|it: char| !it.is_alphanumeric()).map(str::to_lowercase);
    words.next().is_some_and(|it| is_among(VERBS, &it)) && words.take(2).any(|it| is_among(OBJECTS, &it))
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
