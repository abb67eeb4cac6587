//! `rules/refer/announced-not-given.md`

use std::cell::LazyCell;
use std::ops::Range;

use crate::change;
use crate::document::{Document, Place as Stands, Said, Stand};
use crate::finding::Findings;
use crate::text::Origin;
use crate::words::english::announce::{self, Announcement, Evidence, Place};
use crate::words::english::ask;
use crate::words::near::{ahead, behind};
use crate::words::output;

/// The first announcement of a text that holds nothing of the sort: rather too much counts than too little.
pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    // Each is looked for in the whole text: once, however much is announced.
    let says_error = LazyCell::new(|| says_error(doc));
    let has_statement = LazyCell::new(|| has_statement(doc));
    // What is announced may be behind any link.
    let is_linked = !doc.links().is_empty() || has(doc, &[Stand::Image, Stand::Address]);
    let is_in_marks = LazyCell::new(|| announce::quotes_error(doc.text()));
    let is_shown = LazyCell::new(|| is_shown(doc));
    let is_drawn = LazyCell::new(|| doc.code().iter().any(|code| is_drawing(&code.info)));
    let is_quoted = LazyCell::new(|| has(doc, &[Stand::Quotation]));
    let last_shown = LazyCell::new(|| last_shown(doc));
    let is_given = |announced: &Announcement, sentence: usize| match announced.what {
        _ if announced.place == Place::Last && sentence + 1 < prose.sentences().len() => true,
        _ if announced.place == Place::Next && is_listed(doc, announced, sentence) => true,
        Evidence::Picture => *is_drawn,
        _ if *is_shown => true,
        Evidence::Code if announced.place == Place::Last && is_proposed(doc, sentence) => true,
        Evidence::Code => *has_statement || *is_quoted || is_set_behind(doc, sentence),
        Evidence::Output if *is_in_marks || tells(doc, &prose.sentences()[sentence].range, announced) => true,
        Evidence::Output => *is_quoted || *says_error || goes_on(doc, announced, sentence),
        // "This file permission" is no file.
        Evidence::File if announced.place == Place::Here && goes_on_as_name(prose.text(), sentence, announced, doc) => {
            true
        }
        Evidence::File => *is_quoted,
    };
    if is_linked {
        return;
    }
    let is_of_change = change::is_described_in(doc);
    for Said { index, sentence, text, found: announced } in doc.in_sentences(announce::find) {
        let Some(announced) = announced.filter(|_| !sentence.place.is_heading()) else { continue };
        if is_given(&announced, index) || is_of_change && announce::is_of_change(&text[announced.range.clone()]) {
            continue;
        }
        let span = prose.span_in(sentence, &announced.range);
        if span.end <= *last_shown {
            continue;
        }
        // A template announces it, to whoever fills it in.
        if doc.label_at(span.start).is_some_and(|label| doc.at(label.value).starts_with("<!--")) {
            continue;
        }
        let flag = found.flag(span, "announced, and not here").asks(question(announced.what));
        // What is attached may be where no text shows it.
        let is_letter =
            doc.is_message() && (doc.source().origin != Origin::File || announce::is_personal(prose.text()));
        if announced.place == Place::Attached || !is_letter {
            flag.unsure();
        }
        return;
    }
}

/// Where the last film or part of a program is shown: `<iframe …>`, `<Player />`, `{{< youtube … >}}`. What a program
/// shows around a fragment of its own may stand behind all of it.
fn last_shown(doc: &Document) -> usize {
    const MARKS: &[&str] = &["<iframe", "<video", "<embed", "<object", "{{", "{%"];
    if doc.is_mdx() {
        return doc.text().len();
    }
    let marks = MARKS.iter().filter_map(|it| doc.text().rfind(it));
    let is_component = |at: &usize| doc.text()[at + 1..].starts_with(|it: char| it.is_ascii_uppercase());
    let component = doc.text().rmatch_indices('<').map(|it| it.0).find(is_component);
    marks.chain(component).max().unwrap_or_default()
}

fn question(what: Evidence) -> &'static str {
    match what {
        Evidence::Output => "What exactly does it say?",
        Evidence::Code => "Which code is meant?",
        Evidence::Picture => "What is to be seen on it?",
        Evidence::File => "Where is it?",
    }
}

fn has(doc: &Document, stands: &[Stand]) -> bool {
    let prose = doc.prose();
    prose.masks(0..prose.text().len()).any(|(stand, _)| stands.contains(&stand))
}

/// Whether the text shows anything in a block, a quotation, code or a log.
fn is_shown(doc: &Document) -> bool {
    doc.code().iter().any(|code| !code.body.trimmed(doc.text()).is_empty())
        || doc.passages().iter().any(|passage| passage.quoted)
        || has(doc, &[Stand::Code, Stand::Log])
}

/// Whether what stands in a block is shown as a picture.
fn is_drawing(info: &str) -> bool {
    const LANGUAGES: &[&str] = &[
        "mermaid", "plantuml", "puml", "dot", "graphviz", "d2", "ditaa", "svgbob", "ascii", "image", "figure", "video",
        "youtube",
    ];
    let language = info.split(|it: char| !it.is_alphanumeric()).find(|it| !it.is_empty()).unwrap_or_default();
    LANGUAGES.contains(&&*language.to_ascii_lowercase())
}

/// People paste code without a fence.
fn has_statement(doc: &Document) -> bool {
    doc.text().lines().any(|line| output::is_statement(line) || line.contains(['{', ';', '=', '(']))
}

/// A line that a program said, or an error by its name.
fn says_error(doc: &Document) -> bool {
    let prose = doc.prose();
    // "This error" itself is what is looked for, and no name.
    let is_name = |found: &str| !["this", "these", "following"].iter().any(|it| found.to_lowercase().starts_with(it));
    let named = |text: &str| output::find_named(text).is_some_and(|found| is_name(&text[found]));
    doc.text().lines().any(output::is_error) || prose.sentences().iter().any(|it| named(prose.said(it)))
}

/// Whether the writer goes on with what the error says, in words of his own.
fn tells(doc: &Document, sentence: &Range<usize>, announced: &Announcement) -> bool {
    let text = doc.prose().text();
    const FEWEST_WORDS: usize = 5;
    let end = sentence.start + announced.range.end;
    let rest = ahead(&text[sentence.end..]);
    let ends = ask::is_stated(rest) || rest.split_whitespace().count() < FEWEST_WORDS;
    let is_message = || ends_with_word(&text[sentence.start + announced.range.start..end], "message");
    !ends
        || announce::tells(&text[end..sentence.end])
        || announce::tells_later(ahead(&text[end..]))
        // "Just seeing this message": one of the conversation.
        || is_message() && !behind(&text[..end]).contains("error")
}

/// Whether the word that was found is the first of a longer name.
fn goes_on_as_name(text: &str, sentence: usize, announced: &Announcement, doc: &Document) -> bool {
    let at = doc.prose().sentences()[sentence].range.start + announced.range.end;
    let mut after = text[at..].chars();
    after.next() == Some(' ') && after.next().is_some_and(char::is_alphabetic)
}

/// "We have the following config:", and in the next line `enabled_doors: front,back`.
fn is_set_behind(doc: &Document, sentence: usize) -> bool {
    let end = doc.prose().span(doc.prose().sentences()[sentence].range.clone()).end;
    let next = ahead(&doc.text()[end..]).trim_start_matches([':', ' ', '\r', '\n']).lines().next().unwrap_or_default();
    let is_letter = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, '_' | '-' | '.');
    let is_key = |it: &str| !it.is_empty() && it.chars().all(is_letter);
    next.split_once(": ").is_some_and(|(key, value)| is_key(key) && !value.trim().is_empty())
}

/// Whether what ends a text is text that its writer proposes for somewhere else: "Maybe:", and below it "It needs two functions:".
fn is_proposed(doc: &Document, sentence: usize) -> bool {
    const LEADS: &[&str] =
        &["maybe:", "perhaps:", "suggest:", "suggestion:", "proposal:", "about:", "instead:", "text:"];
    let sentences = doc.prose().sentences();
    let passage = sentences[sentence].passage;
    let first = sentences.partition_point(|it| it.passage < passage);
    let lead = first.checked_sub(1).map(|it| behind(doc.prose().said(&sentences[it])).to_ascii_lowercase());
    lead.is_some_and(|it| LEADS.iter().any(|end| it.trim_end().ends_with(end)))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.to_ascii_lowercase().trim_end().ends_with(word)
}

/// "The following images were installed: core, base": the words behind the colon are what was announced, or the list below it.
fn is_listed(doc: &Document, announced: &Announcement, sentence: usize) -> bool {
    let prose = doc.prose();
    let rest = &prose.text()[prose.sentences()[sentence].range.clone()][announced.range.end..];
    let is_list = || prose.sentences().get(sentence + 1).is_some_and(|it| it.place == Stands::Item);
    rest.split_once(':').is_some_and(|(_, listed)| match listed.split_whitespace().count() {
        0 => is_list(),
        words => words > 1,
    })
}

/// Whether words follow that may be the message itself, in no dress at all.
fn goes_on(doc: &Document, announced: &Announcement, index: usize) -> bool {
    let prose = doc.prose();
    let sentences = prose.sentences();
    let rest = &prose.text()[sentences[index].range.clone()][announced.range.end..];
    let has_words_behind = |(_, said): (&str, &str)| !said.trim().is_empty();
    if rest.split_once(':').is_some_and(has_words_behind) && rest.split_whitespace().count() > 1 {
        return true;
    }
    let next = sentences.get(index + 1).filter(|it| !matches!(it.place, Stands::Heading(_)));
    rest.trim_end().ends_with(':') && next.is_some()
}
