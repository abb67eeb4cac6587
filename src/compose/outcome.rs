//! The skeleton of a summary: what a thread says of itself is filled in, and what only its people know is asked.

use crate::document::CommentForm;
use crate::text::Source;
use crate::thread::talk::minute;
use crate::thread::{Talk, Thread, question};
use crate::words::letters::squeezed;

/// What a thread has to end with: the heading, and the question below it.
const PARTS: &[(&str, &str)] = &[
    ("Decision", "What was decided?"),
    ("Why", "Why this, and what spoke against the rest?"),
    ("Who", "Who decided it, and who has to know?"),
    ("Where it is written", "Which commit, change, page or issue holds it?"),
];
const NEXT: (&str, &str) = ("Next", "Who does what, until when?");
const POSITION: &str = "What did they want, and why?";

/// The skeleton for one thread, in Markdown. It addresses nobody: whoever is named in it gets no message.
pub fn skeleton(source: &Source, thread: &Thread) -> String {
    let talk = Talk::of(thread, &source.text);
    let behind_file = source.file.as_deref().and_then(|file| source.name.strip_prefix(file));
    let title = behind_file.map_or(source.name.as_str(), str::trim_start);
    let mut out = format!("# Outcome of {}\n\n{}\n", quiet(title), span_of(&talk));
    for (heading, question) in PARTS {
        out.push_str(&format!("\n## {heading}\n\n{}\n", CommentForm::Html.around(question)));
    }
    out.push_str("\n## Who said what\n\n");
    for person in talk.people() {
        let messages = count(person.messages, "message", "messages");
        out.push_str(&format!("- {} ({messages}): {}\n", quiet(person.name), CommentForm::Html.around(POSITION)));
    }
    let put = question::open(thread, &talk);
    let mut open: Vec<_> = put.iter().map(|it| (it.voice, it.span, Some(it.person))).collect();
    let last = question::last(&talk).filter(|last| put.iter().all(|it| it.span != last.1));
    open.extend(last.map(|(voice, span)| (voice, span, None)));
    if !open.is_empty() {
        out.push_str("\n## Questions without an answer\n\n");
    }
    for (voice, span, person) in open {
        let message = talk.voices[voice].message;
        let when = message.at.and_then(minute).map_or(String::new(), |it| format!(", {it}"));
        let words = span.of(&source.text).split_whitespace().filter(|it| *it != ">").collect::<Vec<_>>().join(" ");
        let who = quiet(&message.author);
        let whom = person.map_or(String::new(), |it| format!(" to {}", quiet(it)));
        out.push_str(&format!(
            "- {who}{whom}{when}: \"{}\"\n  {}\n",
            quiet(&words),
            CommentForm::Html.around("What is the answer?")
        ));
    }
    out.push_str(&format!("\n## {}\n\n{}\n", NEXT.0, CommentForm::Html.around(NEXT.1)));
    out
}

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// How many messages of how many people, from when to when.
fn span_of(talk: &Talk) -> String {
    let times = || talk.voices.iter().filter_map(|it| it.message.at);
    let between = times().min().and_then(minute).zip(times().max().and_then(minute));
    let when = between.map_or(String::new(), |(first, last)| format!(", {first} to {last}"));
    let messages = count(talk.voices.len(), "message", "messages");
    format!("{messages} of {}{when}.", count(talk.people().len(), "person", "people"))
}

/// Words of others that reach nobody, open no comment and begin no heading.
fn quiet(text: &str) -> String {
    let plain = squeezed(text);
    let safe: String = plain.chars().filter(|it| !it.is_control()).collect();
    safe.replace("<!--", "<!-").replace('@', "@<!-- -->")
}
