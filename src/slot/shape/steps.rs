//! How to make it happen: numbered steps, command lines, deeds in the first person, the occasion.

use std::collections::HashSet;
use std::ops::Range;

use super::{By, Evidence, code, line, said};
use crate::document::{Document, Place};
use crate::text::Span;
use crate::words::digit::leading_digits;
use crate::words::english::occasion::{self, Sign};
use crate::words::english::{deed, shell, template};
use crate::words::platform;

/// A list of which two items tell the reader to do something, or a numbered one that begins so; numbered lines.
pub fn listed(doc: &Document) -> Vec<Evidence> {
    let mut lists: Vec<(usize, Vec<Span>, usize)> = Vec::new();
    for item in doc.items().iter().filter(|item| item.task.is_none() && !item.quoted) {
        let Some(passage) = item.passage else { continue };
        let text = doc.prose().passage(passage);
        if !doc.once(text, template::find).is_empty() {
            continue;
        }
        let tells = usize::from(doc.once(text, deed::is_command) || item.ordered && deed::find_deed(text).is_some());
        // In a numbered list whatever follows a command is what comes of it.
        let weight = if item.ordered { tells * 2 } else { tells };
        let span = doc.passages()[passage].span;
        match lists.last_mut().filter(|(list, ..)| *list == item.list) {
            Some((_, spans, told)) => {
                spans.push(span);
                *told += weight;
            }
            None => lists.push((item.list, vec![span], weight)),
        }
    }
    let enough = lists.into_iter().filter(|(_, spans, told)| spans.len() > 1 && *told > 1);
    let mut out: Vec<Evidence> =
        enough.flat_map(|(_, spans, _)| spans).map(|span| Evidence { span, by: By::List }).collect();
    out.extend(numbered_lines(doc));
    out
}

/// `1:Open a report` and `2 docker run …`: people number lines in ways that Markdown does not know.
/// Among them at least one has to tell the reader to do something.
fn numbered_lines(doc: &Document) -> Vec<Evidence> {
    let mut out = Vec::new();
    let mut run: Vec<Span> = Vec::new();
    let mut last = 0;
    for passage in doc.passages().iter().filter(|it| matches!(it.place, Place::Paragraph | Place::Item)) {
        for (span, line) in passage.content.iter().flat_map(|piece| line::within(doc, *piece)) {
            let Some(number) = leading_number(line) else { continue };
            if number != last + 1 || number == 1 {
                out.extend(steps(doc, &run));
                run.clear();
            }
            last = number;
            run.push(span);
        }
    }
    out.extend(steps(doc, &run));
    out
}

/// The lines of a run as evidence, if they are steps.
fn steps(doc: &Document, run: &[Span]) -> Vec<Evidence> {
    let is_step = |span: &Span| {
        let words = doc.at(*span).trim_start_matches(|it: char| !it.is_alphabetic());
        deed::is_command(words) || deed::find_deed(words).is_some()
    };
    let is_told = run.len() > 1 && run.iter().any(is_step);
    if is_told { run.iter().map(|span| Evidence { span: *span, by: By::List }).collect() } else { Vec::new() }
}

/// The number that a line begins with, where words follow it.
fn leading_number(line: &str) -> Option<u32> {
    let line = line.trim_start_matches(['#', '(', '*', ' ']);
    let line = ["Step ", "step ", "STEP "].iter().find_map(|word| line.strip_prefix(word)).unwrap_or(line);
    let digits = leading_digits(line);
    let number = line.get(..digits)?.parse().ok().filter(|_| (1..=2).contains(&digits))?;
    let rest = line[digits..].trim_start_matches(['.', ':', ')', '-', ' ', '/']);
    let is_parted = rest.len() < line.len() - digits;
    (is_parted && rest.starts_with(char::is_alphabetic)).then_some(number)
}

/// The author tells at least two deeds, or gives at least two commands, in running text.
pub fn narrated(doc: &Document) -> Vec<Evidence> {
    let mut deeds = said::places(doc, deed::find_deed);
    deeds.extend(commands(doc));
    if deeds.len() > 1 { deeds } else { Vec::new() }
}

/// A numbered list of which two items tell what somebody did.
pub fn told(doc: &Document) -> Vec<Evidence> {
    let mut lists: Vec<(usize, Vec<Span>)> = Vec::new();
    for item in doc.items().iter().filter(|item| item.ordered && item.task.is_none() && !item.quoted) {
        let Some(passage) = item.passage.filter(|it| doc.once(doc.prose().passage(*it), deed::is_past)) else {
            continue;
        };
        let span = doc.passages()[passage].span;
        match lists.last_mut().filter(|(list, _)| *list == item.list) {
            Some((_, spans)) => spans.push(span),
            None => lists.push((item.list, vec![span])),
        }
    }
    let enough = lists.into_iter().filter(|(_, spans)| spans.len() > 1).flat_map(|(_, spans)| spans);
    enough.map(|span| Evidence { span, by: By::List }).collect()
}

/// A deed and what comes of it in one sentence. As a title it is as often the name of the fault.
pub fn effect(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, occasion::find_effect);
    places.retain(|it| it.by != By::Title);
    places
}

/// The lines of the author's own paragraphs.
fn own_lines<'d>(doc: &'d Document) -> impl Iterator<Item = (Span, &'d str)> {
    let own = doc.passages().iter().filter(|it| it.place == Place::Paragraph && !it.quoted);
    own.flat_map(|passage| &passage.content).flat_map(|piece| line::within(doc, *piece))
}

/// Lines of running text that tell their reader to do something. A title so worded is the name of a task.
fn commands(doc: &Document) -> Vec<Evidence> {
    let commands = own_lines(doc).filter(|(_, line)| deed::is_sentence_command(line));
    let mut places: Vec<Evidence> = commands.map(|(span, _)| Evidence { span, by: By::Prose }).collect();
    let told: HashSet<usize> = places.iter().map(|place| place.span.start).collect();
    let inside = said::places(doc, |sentence| deed::is_sentence_command(sentence).then_some(0..sentence.len()));
    places.extend(inside.into_iter().filter(|it| it.by != By::Title && !told.contains(&it.span.start)));
    places
}

/// The author says that the way to it follows.
pub fn announced(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, deed::find_announcement);
    places.extend(said::places(doc, deed::find_chain));
    places
}

/// So many signs of the occasion that they are a part of the steps.
pub fn occasion(doc: &Document) -> Vec<Evidence> {
    signs(doc, occasion::PART)
}

/// Signs of the occasion that leave a doubt.
pub fn hinted(doc: &Document) -> Vec<Evidence> {
    signs(doc, occasion::DOUBT)
}

/// Any sign of the occasion.
pub fn signed(doc: &Document) -> Vec<Evidence> {
    let signs = occasion::SIGNS.iter().filter(|sign| sign.weight > 0);
    signs.flat_map(|sign| places(doc, sign)).collect()
}

/// The signs of the occasion on which it happens, if they weigh enough.
fn signs(doc: &Document, enough: i32) -> Vec<Evidence> {
    let mut weight = i32::from(!doc.code().is_empty()) + i32::from(code::has_source(doc));
    let mut out = Vec::new();
    for sign in occasion::SIGNS.iter() {
        let places = places(doc, sign);
        weight += sign.weight * i32::try_from(places.len().min(sign.most)).unwrap_or(0);
        out.extend(places.into_iter().filter(|_| sign.weight > 0));
    }
    if weight < enough { Vec::new() } else { out }
}

/// Where a sentence shows a sign.
fn places(doc: &Document, sign: &Sign) -> Vec<Evidence> {
    let shown =
        doc.in_sentences(occasion::signs).flat_map(|it| it.found.into_iter().map(move |found| (it.index, found)));
    let found = shown.filter(|(_, (name, _))| *name == sign.name).map(|(sentence, (_, range))| (sentence, range));
    said::of(doc, found, |title| sign.find(title).is_some())
}

/// A line typed into a shell: `$ make test`. Who asks a tool for its version does not make a thing happen.
pub fn command_line(doc: &Document) -> Vec<Evidence> {
    let typed = doc.in_code(typed_lines).flat_map(|(index, lines)| lines.into_iter().map(move |line| (index, line)));
    let span = |(index, line): (usize, Range<usize>)| Span::from(line).after(doc.code()[index].body.start);
    typed.map(|it| Evidence { span: span(it), by: By::Code }).collect()
}

/// Such a line without a prompt: on a line of its own among sentences, or as the first of a block that goes on with what
/// was printed.
pub fn bare_command(doc: &Document) -> Vec<Evidence> {
    let first = |body: Span| line::within(doc, body).find(|(_, line)| !line.trim().is_empty());
    let lines = own_lines(doc).chain(doc.code().iter().filter_map(|code| first(code.body)));
    let typed = lines.filter(|(_, line)| shell::is_typed(line) && !platform::asks_for_it(line));
    typed.map(|(span, _)| Evidence { span, by: By::Code }).collect()
}

/// The lines of a block of code that were typed.
fn typed_lines(code: &str) -> Vec<Range<usize>> {
    let is_typed = |line: &str| {
        let typed = ["$ ", "> ", "# "].iter().find_map(|prompt| line.strip_prefix(prompt));
        typed.is_some_and(|typed| typed.starts_with(|it: char| it.is_ascii_lowercase() || matches!(it, '.' | '/')))
            || line.starts_with("sudo ")
    };
    let lines = line::of(code).filter(|line| is_typed(line.of(code)) && !platform::asks_for_it(line.of(code)));
    lines.map(Span::range).collect()
}
