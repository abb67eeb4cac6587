//! `rules/complete/step-not-runnable.md`

use std::cell::LazyCell;
use std::collections::HashSet;

use crate::document::{Document, MASK, Place, Said, Sentence};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::address::local;
use crate::words::english::procedure::{self, Gap};
use crate::words::english::{deed, shell, verb};
use crate::words::near::ahead;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let shown = LazyCell::new(|| words_of_code(doc));
    // A guide for the day says further on what it means, or shows it, as often as not.
    let is_for_night = LazyCell::new(|| doc.says_in_name(is_for_night));
    let is_step = |it: &Sentence| matches!(it.place, Place::Item | Place::Paragraph);
    for Said { sentence, text, found: gap, .. } in doc.in_sentences_with(&procedure::GAP_WORDS, procedure::find_gap) {
        let gap = gap.filter(|(_, gap)| is_step(sentence) && (*gap == Gap::Person || is_order(text)));
        let Some((range, gap)) = gap else { continue };
        let span = prose.span_in(sentence, &range);
        let is_known = || {
            let words = &text[range.clone()];
            is_topic(doc, words) || is_linked_above(doc, span) || is_shown(&shown, words)
        };
        if is_told(doc, sentence, text) || gap == Gap::Means && is_known() {
            continue;
        }
        let (label, question) = match gap {
            Gap::Means => ("which one?", "Where is it, and how is it run?"),
            Gap::Person => ("who is that?", "Who is that, and how do I reach them?"),
            Gap::Way => ("how?", "How is that done?"),
        };
        let flag = found.flag(span, label).asks(question);
        // "Run the script": which one that is stands further up in most pages.
        if !*is_for_night || gap == Gap::Means {
            flag.unsure();
        }
    }
    for code in doc.code().iter().filter(|code| shell::is_commands(&code.info, doc.at(code.body))) {
        for range in procedure::find_unwritten(doc.at(code.body)) {
            let span = Span::from(range).after(code.body.start);
            found.flag(span, "still to be written").asks("What do I type here?");
        }
    }
}

/// "runbooks/queue.md", "On-call playbook"
fn is_for_night(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "runbook",
        "playbook",
        "oncall",
        "on-call",
        "incident",
        "operation",
        "troubleshoot",
        "recover",
        "failover",
        "disaster",
    ];
    let lower = name.to_ascii_lowercase();
    WORDS.iter().any(|it| lower.contains(it))
}

fn is_order(text: &str) -> bool {
    deed::is_command(text) || verb::opens(text)
}

/// "Use the replay tool", on the page of that name; "run the playbook", in `configuring-playbook-mail.md`.
fn is_topic(doc: &Document, words: &str) -> bool {
    let title = doc.title().map(|it| it.short_title().to_lowercase()).unwrap_or_default();
    let words = words.to_lowercase();
    let Some((_, thing)) = words.split_once(" the ") else { return false };
    let stem = doc.source().path().map(|it| local::name(it).to_lowercase()).unwrap_or_default();
    // A word alone may be part of any title; in the name of the file it is what all such files are about.
    thing.contains(' ') && title.contains(thing)
        || stem.split(|it: char| !it.is_alphanumeric()).any(|word| word == thing)
}

/// "Run the replay command", and `make replay` stands somewhere in the text.
fn is_shown(words_of_code: &HashSet<String>, words: &str) -> bool {
    // What names no program.
    const GENERIC: &[&str] =
        &["script", "command", "commands", "tool", "tools", "scripts", "program", "following", "same", "next", "other"];
    let lower = words.to_lowercase();
    let name = lower.split_once(" the ").and_then(|(_, thing)| thing.split(' ').next());
    name.is_some_and(|it| !GENERIC.contains(&it) && words_of_code.contains(it))
}

/// The longer words of all code, in small letters.
fn words_of_code(doc: &Document) -> HashSet<String> {
    const SHORTEST: usize = 4;
    let blocks = doc.code().iter().map(|it| it.body);
    let spans = doc.passages().iter().flat_map(|it| it.code(doc));
    let words = blocks.chain(spans).flat_map(|it| doc.at(it).split(|it: char| !it.is_alphanumeric()));
    words.filter(|it| it.len() >= SHORTEST).map(str::to_lowercase).collect()
}

/// Whether the section leads to what it is about: "**Where**: [the repository](…)".
fn is_linked_above(doc: &Document, at: Span) -> bool {
    const MOST: usize = 64;
    let above = doc.section_at(at.start).map(|it| Span::new(it.lead.start.min(at.start), at.start));
    above.is_some_and(|it| doc.links_in(it).iter().rev().take(MOST).any(|link| !link.image))
}

/// A name in code, a link, an address, a list or a block of code says what is meant.
fn is_told(doc: &Document, sentence: &Sentence, text: &str) -> bool {
    let passage = &doc.passages()[sentence.passage];
    let around = doc.prose().near(sentence);
    let has_more = text.contains([MASK, ':', '@', '#']) || around.contains(MASK) || around.trim_end().ends_with(':');
    let has_link = !doc.links_in(passage.span).is_empty();
    // Code that follows within two lines, or stands right before.
    let end = passage.span.end;
    let is_near = |code: Span| {
        let (first, last) = if code.start >= end { (end, code.start) } else { (code.end, passage.span.start) };
        first <= last && doc.line(last).saturating_sub(doc.line(first)) <= 3
    };
    let next = doc.code().partition_point(|code| code.span.start < end);
    let around = &doc.code()[next.saturating_sub(1)..(next + 1).min(doc.code().len())];
    // "Run the import command" above tabs, one for each system.
    let is_tabbed = || ahead(&doc.text()[end..]).trim_start().starts_with("<Tab");
    has_more || has_link || around.iter().any(|code| is_near(code.span)) || is_tabbed()
}
