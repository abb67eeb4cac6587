//! `rules/refer/dead-code-reference.md`

use std::cell::LazyCell;
use std::collections::HashSet;

use crate::change::{Sort, Sorts};
use crate::document::Document;
use crate::finding::Findings;
use crate::text::Span;
use crate::tree::{self, Around};
use crate::words::address::local;
use crate::words::english::{bygone, shell};
use crate::words::list::is_among;
use crate::words::{code_path, edition, generated, near, of_its_day, past_path};

/// Of so many files git is asked which of the commits behind a merge took them away, and where to.
const MOST_FOLLOWED: usize = 100;

pub fn check(doc: &Document, around: &Around, found: &mut Findings) {
    // What a sentence says of a path decides, and only English is read.
    if !doc.is_english() {
        return;
    }
    let made = LazyCell::new(|| made(doc));
    let is_other_matter = LazyCell::new(|| is_of_others(doc, around) || is_of_commit(doc));
    let mut seen: HashSet<String> = HashSet::new();
    let mut followed = 0;
    for span in named(doc).into_iter().chain(typed(doc)) {
        let Some(path) = code_path::of(doc.at(span)) else { continue };
        let Some((gone, commit)) = removed(around, path).filter(|(gone, _)| seen.insert(gone.clone())) else {
            continue;
        };
        if *is_other_matter {
            return;
        }
        // A line of an ignore file may mean folders alone.
        let is_left_out = || around.is_left_out(&gone) || around.is_left_out(&format!("{gone}/"));
        if made.contains(path) || is_left_out() {
            continue;
        }
        followed += 1;
        if followed <= MOST_FOLLOWED && around.is_made(&gone) {
            continue;
        }
        let fate = if followed <= MOST_FOLLOWED { around.fate(&gone) } else { None };
        let (commit, to) = fate.map_or((commit, None), |it| (it.commit, it.to));
        let (label, instead) = if let Some(to) = to {
            (format!("`{commit}` moved it to `{to}`"), Some(to))
        } else if let Some(other) = tree::namesake(around, &gone) {
            (format!("`{commit}` took it away; there is a `{other}`"), Some(other.to_owned()))
        } else {
            (format!("`{commit}` took it away"), None)
        };
        let flag = found.flag(span, label);
        if let Some(instead) = instead.filter(|it| !is_another(doc, around, span, it)) {
            let lead = if doc.at(span).starts_with("./") { "./" } else { "" };
            let end = if doc.at(span).ends_with('/') { "/" } else { "" };
            flag.suggest(format!("write {lead}{instead}{end}"), span, format!("{lead}{instead}{end}"));
        }
    }
}

/// Whether what came after a file is another thing to the text: it tells of both, lies in it, or takes the old one away.
fn is_another(doc: &Document, around: &Around, at: Span, instead: &str) -> bool {
    const NEAR: usize = 1000;
    let text = doc.text();
    let (before, behind) = (near::behind_within(&text[..at.start], NEAR), near::ahead_within(&text[at.end..], NEAR));
    let is_end = |it: Option<char>| it.is_none_or(|it| !it.is_alphanumeric() && !matches!(it, '/' | '-' | '_' | '.'));
    let names = |part: &str, path: &str| {
        part.match_indices(path).any(|(start, _)| {
            let rest = part[start + path.len()..].trim_start_matches(['/', '.']);
            is_end(part[..start].trim_end_matches("./").chars().next_back()) && is_end(rest.chars().next())
        })
    };
    let ways = [instead.to_owned(), local::relative(around.folder(), instead)];
    // A bare name is that of the old one as well.
    let is_told = ways.iter().any(|way| way.contains('/') && (names(before, way) || names(behind, way)));
    let line = |part: &str| part.rsplit('\n').next().unwrap_or_default().to_owned();
    let command = line(before) + doc.at(at) + behind.lines().next().unwrap_or_default();
    is_told || around.path.strip_prefix(instead).is_some_and(|it| it.starts_with('/')) || shell::takes_down(&command)
}

/// Code in running text that is no link, where the sentence says neither that it went nor that it is still to be made.
fn named(doc: &Document) -> Vec<Span> {
    let mut spans = Vec::new();
    for (index, passage) in doc.passages().iter().enumerate().filter(|(_, it)| !it.quoted && !it.broken) {
        let said = doc.prose().passage(index);
        let is_told = || bygone::is_told(said) || bygone::is_to_be_made(said) || is_listed(doc, passage.span);
        let free = passage.code(doc).filter(|span| !doc.is_in_link(*span) && !is_any(doc, *span));
        let free: Vec<Span> = free.filter_map(|span| path_in(doc, span)).collect();
        if !free.is_empty() && !is_told() {
            spans.extend(free);
        }
    }
    spans
}

/// "In a `src/env.ts` file": one that the reader is to have.
fn is_any(doc: &Document, code: Span) -> bool {
    let before = doc.text()[..code.start].trim_end_matches('`');
    let verb = before.strip_suffix(" a ").or_else(|| before.strip_suffix(" an "));
    let is_made = |verb: &str| ["in", "create", "add", "make", "write"].iter().any(|it| verb.ends_with(it));
    verb.is_some_and(is_made) && doc.text()[code.end..].trim_start_matches('`').starts_with(" file")
}

/// The path that a piece of code is, or that it hands to an interpreter.
fn path_in(doc: &Document, code: Span) -> Option<Span> {
    let text = doc.at(code);
    if code_path::of(text).is_some() {
        return Some(code);
    }
    let program = code_path::run_by(text)?;
    let start = code.start + text.find(program)?;
    Some(Span::new(start, start + program.len()))
}

/// Whether it stands in a list of what went, or of what a change did: "These have been removed:", "Files changed".
fn is_listed(doc: &Document, at: Span) -> bool {
    let leads = doc.items_around(at).filter_map(|item| item.lead(doc)).map(|lead| doc.prose().passage(lead));
    leads.filter(|it| it.ends_with(':')).any(|it| bygone::is_told(it) || bygone::is_heading(it))
        || doc.sections_around(at.start).any(|it| bygone::is_heading(&it.name))
        || is_made_below(doc, at)
}

/// Whether it stands in a list of what a program writes, under a heading or words that say so.
fn is_made_below(doc: &Document, at: Span) -> bool {
    const NEAR: usize = 1200;
    let Some(section) = doc.section_at(at.start).filter(|_| doc.items_around(at).next().is_some()) else {
        return false;
    };
    let before = doc.at(Span::new(section.heading.end.min(at.start), at.start));
    let titled = section.name.split([' ', '-']).any(|it| is_among("output outputs artifacts", it));
    titled || bygone::makes_below(near::behind_within(before, NEAR))
}

/// Words of commands that a reader is to type, where the block makes no files.
fn typed(doc: &Document) -> Vec<Span> {
    let mut spans = Vec::new();
    for code in doc.code().iter().filter(|code| shell::is_commands(&code.info, doc.at(code.body))) {
        let has_prompt = doc.at(code.body).lines().any(shell::is_at_prompt);
        let mut goes_on = false;
        for line in code.body.lines(doc.text()) {
            // Where commands stand behind a prompt, the other lines are what they print.
            let whole = doc.at(line);
            let is_typed = !has_prompt || goes_on || shell::is_at_prompt(whole);
            goes_on = is_typed && whole.trim_end().ends_with('\\');
            if !is_typed {
                continue;
            }
            // Behind an angle stands what the command writes.
            let text = doc.at(line).split('>').next().unwrap_or_default();
            if text.trim_start().starts_with('#') || bygone::is_to_be_made(text) || shell::takes_away(text) {
                continue;
            }
            for word in code_path::in_command(text) {
                let start = line.start + (word.as_ptr() as usize - text.as_ptr() as usize);
                spans.push(Span::new(start, start + word.len()));
            }
        }
    }
    spans
}

/// What commands of the text write: a reader who follows it has that.
fn made<'d>(doc: &Document<'d>) -> HashSet<&'d str> {
    let bodies = doc.code().iter().map(|it| doc.at(it.body));
    let behind = bodies.flat_map(|it| it.split('>').skip(1));
    let written = behind.filter_map(|it| it.split_whitespace().next());
    let commands = doc.code().iter().filter(|code| shell::is_commands(&code.info, doc.at(code.body)));
    let words = commands
        .flat_map(|code| doc.at(code.body).split_whitespace().zip(doc.at(code.body).split_whitespace().skip(1)));
    // "keygen -o shop.key", "touch shop.key"
    const MAKE: &str = "-o -w -out --out --output --write-keys touch mkdir";
    let made = words.filter(|(flag, _)| is_among(MAKE, flag)).map(|(_, path)| path);
    let lines = doc.code().iter().flat_map(|it| doc.at(it.body).lines());
    written.chain(made).chain(lines.filter_map(shell::copied_to)).map(|it| it.trim_matches(['"', '\''])).collect()
}

/// Where a path lay before a commit took it away. What lies anywhere in the tree under this path is meant to be that.
fn removed(around: &Around, path: &str) -> Option<(String, String)> {
    let places = [local::resolved("", path), local::resolved(around.folder(), path)];
    let places: Vec<String> = places.into_iter().flatten().collect();
    if places.iter().any(|it| around.entry(it).is_some()) || around.has_below(path) {
        return None;
    }
    places.into_iter().find_map(|it| around.removed(&it).map(|commit| (it.clone(), commit.to_owned())))
}

/// Whether its header says of which commit it speaks, of this repository or of another: "Commit: 1a2b3c4d".
fn is_of_commit(doc: &Document) -> bool {
    let is_digest = |it: &str| it.len() >= 7 && it.bytes().all(|byte| byte.is_ascii_hexdigit());
    let named = doc.field(&["commit", "commit hash", "source commit", "revision"]);
    named.is_some_and(|it| is_digest(it.text.trim_matches('`')))
}

/// Texts that nobody here wrote, and those that speak of what was.
fn is_of_others(doc: &Document, around: &Around) -> bool {
    let lower = around.path.to_lowercase();
    let sort = Sorts::default().of(&around.path);
    let is_foreign = matches!(sort, Sort::Vendored | Sort::Fixture | Sort::Generated | Sort::Test);
    // Who moves from one release to the next meets files of the one before.
    let is_of_move = ["migrat", "upgrad", "template"].iter().any(|word| lower.contains(word));
    let is_past = is_of_move || of_its_day::says(&lower) || past_path::tells_past(&lower);
    // The page of a folder `tasks` may tell what its code does.
    let is_of_work = past_path::is_of_work(&lower) && !local::is_folder_page(&lower);
    let is_bygone = is_past || is_of_work || edition::is_of_release(&lower);
    is_foreign || is_bygone || generated::is_generated(doc.text())
}
