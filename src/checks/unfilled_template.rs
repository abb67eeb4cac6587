//! `rules/complete/unfilled-template.md`

use std::cell::LazyCell;
use std::ops::Range;

use crate::change::{KIND, sort::is_vendored};
use crate::document::{Document, Field, Labelled, Place, Section};
use crate::finding::{Findings, Level};
use crate::template::{Compared, Comparison, Demand, Standing};
use crate::text::Span;
use crate::words::address::local;
use crate::words::english::template;
use crate::words::list::is_among;
use crate::words::near;
use crate::words::output;
use crate::words::{commit, file_name};

/// Where the repository's own template is at hand, its words are compared and not guessed.
const CERTAIN: Level = Level::Warn;
const NOTHING: &str = "nothing stands below";

pub fn check(doc: &Document, compared: Option<&Comparison>, found: &mut Findings) {
    if is_template(doc) || compared.is_some_and(|it| it.is_untouched) {
        return;
    }
    let hole = compared.and_then(|it| it.empty_description(doc));
    let (highlighted, shown): (Vec<Span>, _) = (doc.highlighted().collect(), LazyCell::new(|| doc.shown_template()));
    let is_shown_whole = |it: &Span| {
        Span::new(it.start, it.start).is_in(&highlighted) || shown.is_some_and(|shown| shown.holds(it.start))
    };
    let is_copied = |it: &Span| is_copied(doc, it.start) || is_shown_whole(it);
    let untouched = compared.map(|it| untouched(it, hole, is_shown_whole, found)).unwrap_or_default();
    let is_told = |span: &Span| untouched.iter().any(|it| it.contains(*span));
    let is_shown = shows_filler(doc);
    let written = found_in(doc).into_iter().filter(|(piece, _)| !is_copied(piece));
    let blanks = written.flat_map(|(piece, found)| blanks(doc, piece, found));
    // "If applicable, add screenshots": who left that in may have had none.
    let may_be_left = |it: &Span| template::is_optional(doc.at(*it)) || template::may_be_left_out(doc.at(*it));
    let (left, blanks): (Vec<Span>, Vec<Span>) =
        blanks.filter(|it| !is_told(it) && !is_shown(it)).partition(may_be_left);
    let is_put_in = |it: &Span| doc.at(*it).starts_with('{') && doc.is_internet_draft();
    let values = said(doc).chain(header(doc)).filter(|it| is_unwritten(doc, *it) && !is_copied(it) && !is_put_in(it));
    let values = values.filter(|it| !output::is_shown_below(doc.text(), it.start));
    let (undecided, values): (Vec<Span>, Vec<Span>) = values.partition(|span| template::is_undecided(doc.at(*span)));
    // A value that is nothing but a blank is told of once.
    let is_blank = |span: &Span| {
        let before = blanks.partition_point(|it| it.start < span.end);
        before.checked_sub(1).is_some_and(|last| blanks[last].overlaps(*span))
    };
    let gaps = doc.told_gaps().into_iter().filter(|it| !is_copied(it));
    let unwritten = bodies(doc).filter(|it| !is_shown_whole(it)).chain(values).chain(in_message(doc)).chain(gaps);
    let unwritten: Vec<Span> = unwritten.filter(|it| !is_told(it) && !is_blank(it)).collect();
    let is_left = |it: &Section| compared.is_none_or(|compared| compared.leaves(it.heading));
    let is_free = |it: &Section| is_left(it) && !is_title_of_request(doc, it) && !is_shown_whole(&it.heading);
    let hints = doc.sections().iter().filter(|it| has_hint_only(doc, it) && is_free(it));
    let hints: Vec<Span> = hints.map(|it| it.heading).collect();
    // Asked last, because most texts hold nothing of a template.
    let is_filled = [&blanks, &left, &unwritten, &undecided, &hints].iter().all(|it| it.is_empty());
    if is_filled || doc.source().path().is_some_and(is_vendored) {
        return;
    }
    // Of several holes the one that nobody can fill for the author comes first.
    let hole = hole.filter(|_| !blanks.is_empty() && untouched.is_empty()).and_then(|it| it.heading);
    let label = if hole.is_some() { NOTHING } else { "the template's words" };
    found.flag_all(&hole.into_iter().chain(blanks).collect::<Vec<_>>(), label);
    found.flag_all(&unwritten, "still to be written");
    for (places, label) in [(&undecided, "not known yet"), (&left, "the template's words, for whom they hold")] {
        if let Some(flag) = found.flag_all(places, label) {
            flag.unsure();
        }
    }
    let is_mostly_filled = hints.len() * 2 < doc.sections().len();
    if let Some(flag) = found.flag_all(&hints, "only the template's hint stands below")
        && is_mostly_filled
    {
        // Nobody asks for the last sections of a long form.
        flag.unsure();
    }
}

/// Whether words that stand for any are shown, and not left: the same stand as code, a test reads them, or nobody is to use them.
fn shows_filler<'d>(doc: &'d Document) -> impl Fn(&Span) -> bool + 'd {
    let is_code = || doc.in_code(template::holds_filler).any(|(_, it)| it);
    let shows_filler = LazyCell::new(move || is_code() || template::fences_filler(doc.text()));
    let is_tested = || doc.source().path().is_some_and(file_name::is_below_tests);
    let is_denied = |it: &Span| template::is_denied(near::behind(&doc.text()[..it.start]));
    move |it| template::is_filler(doc.at(*it)) && (*shows_filler || is_tested() || is_denied(it))
}

fn is_unwritten(doc: &Document, span: Span) -> bool {
    !span.is_empty() && template::is_unwritten(doc.at(span))
}

/// What stands in sections, and on pages, of which nothing else is said than that they are to be written.
fn bodies<'d>(doc: &'d Document) -> impl Iterator<Item = Span> + 'd {
    let body = |section: &Section| doc.without_comments(section.lead);
    let is_bare = move |it: &&Section| is_unwritten(doc, body(it)) || doc.is_only_noted(it);
    let bare = doc.sections().iter().filter(is_bare).filter(|it| !template::is_optional(&it.title));
    let is_state = move |it: &&Section| it.name == "status" && template::is_state_of_work(doc.at(body(it)));
    let page = Some(doc.untitled_body()).filter(|it| is_unwritten(doc, *it));
    bare.filter(move |it| !is_state(it)).map(body).chain(page)
}

/// What stands behind labels, where it may be a blank.
fn said<'d>(doc: &'d Document) -> impl Iterator<Item = Span> + 'd {
    // A value in quotation marks is one that somebody is told to write, in code or not, as is "`<the name you were given>`".
    let is_literal = |span: &Span| {
        let value = doc.at(*span).trim_matches('`');
        // "User name: <your name>", on a page: each of its readers types their own.
        let is_of_reader = || value.contains(" you ") || value.starts_with("<your ") && doc.is_page_at(span.start);
        value.starts_with('"') && value.ends_with('"') || value.starts_with('<') && is_of_reader()
    };
    // Where each of several things has its status, "TODO" is one.
    let has_states = doc.labels().iter().filter(|it| it.name == "status").nth(1).is_some();
    // And what is to be done has that one; a proposal and a decision have others.
    const PROPOSALS: &str = "context decision decisions motivation proposal problem alternatives consequences summary";
    let is_proposal = || doc.sections().iter().any(|it| is_among(PROPOSALS, &it.name));
    let is_state = move |value: Span| {
        let state = doc.prose().clean(value).trim().to_lowercase().replace(' ', "-");
        is_among("todo to-do wip", &state) && !is_proposal()
    };
    // "Folder structure: `YYYY/MM/DD`" is the answer.
    const FORMS: &[&str] = &["format", "structure", "pattern", "layout", "iso 8601"];
    let is_state = move |it: &Labelled| it.name == "status" && (has_states || is_state(it.value));
    let is_form = move |it: &Labelled| FORMS.iter().any(|form| it.name.contains(form)) || doc.is_form_of_field(it);
    // "Type: {Date}", "Returns: {Date}": what something is made of.
    let is_name = |it: &str| it.starts_with(char::is_uppercase) && it.bytes().all(|it| it.is_ascii_alphanumeric());
    let is_type = move |it: &Labelled| {
        let value = doc.at(it.value).strip_prefix('{').and_then(|it| it.strip_suffix('}'));
        matches!(it.name.as_str(), "type" | "return" | "returns") && value.is_some_and(is_name)
    };
    let is_said = move |it: &&Labelled| !is_form(it) && !is_state(it) && !is_type(it);
    doc.labels().iter().filter(is_said).map(|it| doc.without_comments(it.value)).filter(move |it| !is_literal(it))
}

/// What in the running text may be a template's.
fn found_in(doc: &Document) -> Vec<(Span, Vec<Range<usize>>)> {
    // Of what is broken there is no prose.
    let has_prompts = !is_guide(doc) && doc.prose().has_passage(&template::PROMPT_WORDS, template::has_prompt);
    match has_prompts || doc.passages().iter().any(|it| it.broken) {
        true => doc.in_spans(doc.written(), template::find),
        false => doc.in_spans(doc.written_in(doc.in_passages(template::may_hold_blank)), template::find_blanks),
    }
}

/// "A report has a clear and concise description": so a guide tells others what to write.
fn is_guide(doc: &Document) -> bool {
    doc.source().path().is_some_and(|it| local::name(it).to_ascii_lowercase().starts_with("contributing"))
}

/// What front matter says of people and days.
fn header(doc: &Document) -> impl Iterator<Item = Span> {
    const NAMES: &[&str] = &["date", "created", "updated", "author", "owner", "reviewer", "approver", "decider"];
    let is_said = |name: &str| NAMES.iter().any(|it| name.contains(it));
    // "| Approval | https://example.com/pull/TBD |"
    let is_row =
        move |it: &Field| doc.row_at(it.value).is_some() && (is_said(&it.name) || doc.at(it.value).starts_with("http"));
    doc.fields().iter().filter(move |it| it.in_front_matter && is_said(&it.name) || is_row(it)).map(|it| it.value)
}

/// What nobody wrote of a commit's message: the lines of its template, and a body that only says so.
fn in_message(doc: &Document) -> Vec<Span> {
    if !doc.is_of_commit() {
        return Vec::new();
    }
    let (first, last) = (doc.lines().around(doc.head().start, doc.text()), doc.text().len());
    let lines = first.lines(doc.text()).chain(Span::new(first.end, last).lines(doc.text()));
    let lines: Vec<Span> = lines.map(|it| it.trimmed(doc.text())).filter(|it| !it.is_empty()).collect();
    let is_blank = |line: &&Span| commit::is_blank(doc.at(**line)) && !doc.shows_output(**line);
    let mut found: Vec<Span> = lines.iter().filter(is_blank).copied().collect();
    let own: Vec<&Span> = lines.iter().skip(1).filter(|it| !commit::is_trailer(doc.at(**it))).collect();
    let is_left = |line: &str| template::is_unwritten(line) && !template::is_state_of_work(line);
    found.extend(own.first().copied().filter(|it| own.len() == 1 && is_left(doc.at(**it))));
    found.dedup();
    found
}

/// Flags what the template put there, and says where that is; first where nothing is said of the change at all.
fn untouched(
    compared: &Comparison,
    mut hole: Option<&Compared>,
    is_shown: impl Fn(&Span) -> bool,
    found: &mut Findings,
) -> Vec<Span> {
    let mut bodies = Vec::new();
    for it in compared.parts.iter().filter(|it| it.standing == Standing::Hint) {
        let Some((heading, body)) = it.heading.zip(it.body()) else { continue };
        bodies.push(body);
        // What may be left out asks nothing of its reader, in whatever words.
        if it.part.demand > Demand::Optional && !it.is_missed && !is_shown(&heading) {
            let label = format!("only the words of {} stand below", compared.template.path);
            let flag = match hole.take().and_then(|it| it.heading.zip(Some(&it.question))) {
                Some((empty, question)) => found.flag(empty, NOTHING).and(heading, label).asks(question.as_str()),
                None => found.flag(heading, label).asks(it.question.as_str()),
            };
            flag.level = Some(CERTAIN);
        }
    }
    bodies
}

/// A request without words of its own is told of by another rule.
fn is_title_of_request(doc: &Document, section: &Section) -> bool {
    doc.source().kind.as_deref() == Some(KIND) && doc.title().is_some_and(|it| it.heading == section.heading)
}

fn has_hint_only(doc: &Document, section: &Section) -> bool {
    // One word is for a program, and one may fill it in.
    let is_words = |hint: Span| {
        let words = doc.at(hint).trim_matches(['<', '>', '!', '-', ' ', '\n']);
        // "Intentionally left empty" is what its author says of it.
        let is_meant = words.contains("ntentionally") || words.contains("eliberately");
        words.contains(char::is_whitespace) && !words.contains("generated") && !is_meant
    };
    doc.only_comment(section).filter(|_| !doc.leads_elsewhere(section)).is_some_and(|hint| {
        !template::is_optional(&section.title) && !template::is_optional(doc.at(hint)) && is_words(hint)
    })
}

/// Whether a place is in a text to be copied: there blanks are meant.
fn is_copied(doc: &Document, at: usize) -> bool {
    let is_copied = |name: &str| {
        name.ends_with("template") || ["example", "sample", "template for "].iter().any(|it| name.starts_with(it))
    };
    let is_form = |section: &Section| section.in_brackets.as_deref().is_some_and(|it| it == "template");
    doc.is_for_program(at) || doc.sections_around(at).any(|section| is_copied(&section.name) || is_form(section))
}

/// Of the blanks in a piece of running text those that are meant to be filled.
fn blanks(doc: &Document, piece: Span, found: Vec<Range<usize>>) -> Vec<Span> {
    let found = found.into_iter().map(|range| Span::from(range).after(piece.start));
    // "Please ensure that your change passes the checks": in a file, that is what its readers are told.
    let is_order = |it: &Span| {
        let words = doc.at(*it).to_ascii_lowercase();
        !doc.is_message() && (words.starts_with("please ensure") || words.starts_with("please make sure"))
    };
    // "[link to the plan]" is a gap, unless its address is defined further down.
    let links = doc.links();
    let is_link = |it: &Span| {
        let after = links.partition_point(|link| link.span.start <= it.start);
        after.checked_sub(1).is_some_and(|last| links[last].span.holds(it.start) && !links[last].target.is_empty())
    };
    // "<todo: link> https://…": it was filled in behind the blank.
    let is_filled = |it: &Span| {
        // "[[link to the plan]](https://…)".
        let is_in_link = doc.text()[it.end..].starts_with("](") && doc.text()[..it.start].ends_with('[');
        let is_followed = || doc.text()[it.end..].trim_start_matches(' ').starts_with("http");
        is_in_link || is_followed() || template::is_numbered_beside(doc.text(), it.start..it.end)
    };
    let is_of_cell =
        |it: &Span| doc.passages().get(doc.passages_in(*it).start).is_some_and(|it| it.place == Place::Cell);
    // "Packages addressed to [Your name]", on a page: each of its readers puts in their own. "[Add yours below]" invites.
    let is_of_reader = |it: &Span| {
        let words = doc.at(*it).to_ascii_lowercase();
        ["[your ", "<your ", "[name of your "].iter().any(|open| words.starts_with(open)) && doc.is_page_at(it.start)
            || words.starts_with("[your ") && template::is_part_of_path(&doc.text()[..it.start])
            || words.starts_with("[insert ") && doc.is_below_sample(*it)
            || words.ends_with(" below]")
            // "| Fix # | Count |": which of them.
            || words.trim_end().ends_with('#') && is_of_cell(it) && doc.cells_around(*it).is_empty()
            // "Your change should close #xxxx", and in a commit the pattern `#NNNN`.
            || words.contains('#') && (doc.is_page_at(it.start) || is_guide(doc))
            || words.starts_with('#') && (doc.is_of_commit() || doc.is_quoted_at(*it))
    };
    // "The `_<placeholder>_` form": the word itself.
    let is_word = |it: &Span| {
        let (before, after) = (&doc.text()[..it.start], &doc.text()[it.end..]);
        let is_set = before.ends_with(['_', '*']) && after.starts_with(['_', '*']);
        let goes_on = after.strip_prefix(' ').is_some_and(|it| it.starts_with(|it: char| it.is_ascii_lowercase()));
        doc.at(*it).eq_ignore_ascii_case("<placeholder>") && (is_set || goes_on)
    };
    let is_left = |it: &Span| !is_order(it) && !is_link(it) && !is_filled(it) && !is_of_reader(it) && !is_word(it);
    found.filter(|it| is_left(it) && !doc.is_on_button(*it)).collect()
}

/// A template is meant to hold its own words, and what a test reads may hold any.
fn is_template(doc: &Document) -> bool {
    doc.is_called_template()
        || doc.is_blank_form()
        || doc.source().path().is_some_and(file_name::is_of_sample)
        || doc.is_sheet()
}
