//! What is it?

use std::sync::LazyLock;

use super::saying::{opens_with_name, orders_what, says_what, tells};
use super::{Reader, Role, short};
use crate::document::{Link, Place, Stand};
use crate::litmus::Question::Purpose;
use crate::text::Span;
use crate::words::pattern::{Pattern, in_pieces, opening as begins};

const NAMES: &str = "\
    about, about the project, about this project, overview, project overview, introduction, what is, what's, purpose, \
    description, project description, tldr, tl dr, what it doe, what doe it do, what is it, what is this";

/// Fewer words say nothing.
const ENOUGH: usize = 4;

/// So many passages of an opening are looked at: badges and notices come first.
const MOST_PASSAGES: usize = 12;
/// Of those that are paragraphs, so many may say what it is: later ones say how it works.
const MOST_PARAGRAPHS: usize = 3;

/// Of a paragraph.
const MOST_SENTENCES: usize = 3;

/// What a program wrote that made the folder: it speaks of what the folder was made with.
static BOILERPLATE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?:this|the) (?:project|workspace|library|template|package|app|application|repository|is an?) (?:was |has been )?(?:bootstrapped|generated|created|scaffolded|provides a minimal setup)|progressive \[?Node\.js|starter (?:project|template|kit)|nestjs/nest|bootstrapped with|this is a \[?next\.js|a \[?nest\]?|getting started with create react app|minimal setup to get|a helm chart for kubernetes\W*$|add your description here|this readme would normally document|welcome to your|your new |this is the base jekyll theme|^\W*(?:a simple command-line application|a new (?:flutter|dart) (?:project|plugin|package)|a starting point for dart|demo project for spring boot)",
    ])
});

/// Says only what it was made from, or under which licence.
static FORKED: LazyLock<Pattern> = LazyLock::new(|| {
    begins(&[
        r"(?:this is )?(?:a |an |our |the )?(?:\S+ )?fork of|(?:this|the) (?:\S+ ){0,3}(?:is|are) (?:distributed|licen[cs]ed|released|available) under|the original (?:project|repository|version|source)",
    ])
});

/// Whether a text is as the program left it that made its folder.
pub fn is_boilerplate(text: &str) -> bool {
    BOILERPLATE.is_match(text)
}

pub fn read(reader: &mut Reader) {
    mentions(reader);
    let is_first = reader.role == Role::Readme || is_named_after_folder(reader);
    if !is_first && !matches!(reader.stem().as_str(), "overview" | "architecture" | "introduction" | "about") {
        return;
    }
    if is_of_another(reader) {
        return;
    }
    let worse = u8::from(!is_first) * 2;
    // A page on how it is made may begin with any part of it.
    let is_of_whole = |it: &Span| is_first || tells(reader.doc.prose().clean(*it));
    if let Some(span) = opening(reader).filter(|it| is_of_whole(it) && !is_on_documents(reader, *it)) {
        let rank = u8::from(!tells(reader.doc.prose().clean(span)));
        reader.say(Purpose, rank + worse, span);
    } else if let Some((span, quote)) = set_off(reader) {
        reader.say_as(Purpose, 1 + worse, span, quote);
    }
    for part in reader.parts(NAMES).into_iter().filter(|it| !it.is_title).take(2) {
        if let Some(span) = told(reader, part.body) {
            reader.say(Purpose, 1 + worse, span);
        }
    }
}

/// `docs/billing/README.md` with the title "Exports of the bank" is about what the billing has to do with the bank.
fn is_of_another(reader: &Reader) -> bool {
    const WHOLE: &[&str] = &[
        "readme",
        "overview",
        "introduction",
        "about",
        "documentation",
        "docs",
        "architecture",
        "what",
        "welcome",
        "the",
    ];
    let parts: Vec<&str> = reader.path.split('/').collect();
    let [.., folder, _] = parts.as_slice() else { return false };
    let is_of_docs = parts.len() > 2 && matches!(parts[0], "docs" | "doc" | "documentation" | "wiki");
    let title = reader.doc.title().map(|it| it.title.to_lowercase()).unwrap_or_default();
    let folder = folder.to_lowercase().replace(['-', '_'], " ");
    let is_word = |word: &str| WHOLE.contains(&word) || folder.split(' ').any(|it| it == word);
    let mut words = title.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    is_of_docs && !title.is_empty() && !words.any(is_word)
}

/// The first page of the documentation says what the documents are, unless its title or its first words are a name: "The
/// diagrams are made by", and not "Shop is a place".
fn is_on_documents(reader: &Reader, opening: Span) -> bool {
    const OF_PAGES: &[&str] =
        &["readme", "documentation", "docs", "doc", "documents", "document", "directory", "folder", "pages", "page"];
    const NO_NAME: &[&str] = &["the", "this", "these", "those", "a", "an", "all", "each", "every", "our", "we", "how"];
    let is_of_docs =
        matches!(reader.path.split_once('/'), Some(("docs" | "doc" | "documentation", it)) if !it.contains('/'));
    let said = reader.doc.prose().clean(opening);
    let first = said.split_whitespace().next().unwrap_or_default();
    let is_name = first.starts_with(char::is_uppercase) && !NO_NAME.contains(&&*first.to_lowercase());
    let title = reader.doc.title().map(|it| it.title.to_lowercase()).unwrap_or_default();
    // "model.pdf" is the name of a file.
    let is_file = title.contains('.') && !title.contains(' ');
    let is_titled = title.split(|it: char| !it.is_alphanumeric()).any(|it| !it.is_empty() && !OF_PAGES.contains(&it));
    is_of_docs && (!is_titled || is_file) && !(is_name && tells(said))
}

/// `docs/billing.md` is about the billing, as far as its title says so too.
fn is_named_after_folder(reader: &Reader) -> bool {
    let folder = reader.path.rsplit('/').nth(1).unwrap_or_default().to_lowercase();
    reader.role == Role::Page && !folder.is_empty() && reader.stem() == folder.replace('_', "-")
}

/// The first sentence that says what it is, before the first section.
fn opening(reader: &Reader) -> Option<Span> {
    let doc = reader.doc;
    // Some give their title a heading of a lower level.
    let is_above = |span: Span| doc.passages().first().is_some_and(|it| it.span.start >= span.start);
    let lower = || doc.sections().first().map(|it| it.heading).filter(|it| is_above(*it));
    let title = doc.title().map(|it| it.heading).or_else(lower);
    let from = title.map_or(0, |it| it.end);
    let first = doc.sections().iter().find(|it| Some(it.heading) != title && it.heading.start >= from);
    let end = first.map_or(doc.text().len(), |it| it.heading.start).max(from);
    let opening = Span::new(from, end);
    let is_made = is_boilerplate(doc.at(opening)) || is_boilerplate(doc.prose().clean(opening));
    if is_made { None } else { told(reader, opening) }
}

/// What some set off as a quotation, right below the title. Others are remarks, or somebody else's words.
fn set_off(reader: &Reader) -> Option<(Span, String)> {
    let doc = reader.doc;
    let from = doc.title().map_or(0, |it| it.heading.end);
    let first = doc.passages().iter().find(|it| it.span.start >= from && !is_picture(doc.at(it.span)))?;
    let text = first.raw(doc);
    let is_set_off = first.quoted && first.place == Place::Paragraph;
    (is_set_off && tells(&text) && says_what(&text) && !is_boilerplate(&text)).then(|| (first.span, short(&text)))
}

/// Whether a paragraph holds badges and nothing else.
fn is_picture(text: &str) -> bool {
    text.starts_with("[![") || text.starts_with("![") || text.starts_with('<')
}

fn told(reader: &Reader, body: Span) -> Option<Span> {
    let doc = reader.doc;
    let inside = doc.passages_in(body).take(MOST_PASSAGES);
    let is_own = |index: &usize| {
        let passage = &doc.passages()[*index];
        matches!(passage.place, Place::Paragraph) && !passage.quoted && body.contains(passage.span)
    };
    let own = inside.filter(is_own).filter(|it| !is_only_aside(reader, *it));
    let said = own.take(MOST_PARAGRAPHS).enumerate().filter_map(|(place, index)| {
        let passage = doc.passages()[index].span;
        // The first sentence says what it is, or nothing of the paragraph does; unless another one names the thing.
        let mut sentences = reader.sentences(passage).take(MOST_SENTENCES);
        let first = sentences.next()?;
        let named = if is_named(reader, first) { None } else { sentences.find(|it| is_named(reader, *it)) };
        let (span, text) = named.unwrap_or(first);
        let words = text.split_whitespace().filter(|it| it.chars().any(char::is_alphabetic)).count();
        (words >= ENOUGH
            && (says_what(text) || place == 0 && is_by_order(reader, passage, text))
            && (words >= 16 || !FORKED.is_match(text))
            && !is_boilerplate(reader.doc.at(span))
            && !is_remark(reader, span)
            && !is_row_of_links(reader, span))
        .then_some((span, text))
    });
    // Of a motto and "Shop is a counter", the latter.
    let said: Vec<(Span, &str)> = said.collect();
    let named = said.iter().find(|(_, text)| opens_with_name(text) && tells(text));
    let first = said.first()?;
    Some(named.filter(|_| !tells(first.1)).unwrap_or(first).0)
}

/// "Shop is a counter", where the title, the heading above or the folder is called so.
fn is_named(reader: &Reader, (span, text): (Span, &str)) -> bool {
    let first =
        text.split(|it: char| !it.is_alphanumeric()).find(|it| !it.is_empty()).unwrap_or_default().to_lowercase();
    let is_word = |name: &str| name.to_lowercase().split(|it: char| !it.is_alphanumeric()).any(|it| it == first);
    let mut headings = reader.doc.title().into_iter().chain(reader.doc.section_at(span.start));
    opens_with_name(text)
        && (headings.any(|it| is_word(&it.title)) || is_word(reader.path.rsplit('/').nth(1).unwrap_or_default()))
}

/// "Use Shop to sell", "Set up alarms on changes to an account": what is to be done with it, right below its title, and not
/// the first step to it.
fn is_by_order(reader: &Reader, passage: Span, text: &str) -> bool {
    let doc = reader.doc;
    let follows = doc.code().iter().find(|it| it.span.start >= passage.end);
    let is_step = follows.is_some_and(|it| doc.at(Span::new(passage.end, it.span.start)).trim().is_empty());
    let title = doc.title().map(|it| it.title.to_lowercase()).unwrap_or_default();
    let folder = reader.path.rsplit('/').nth(1).unwrap_or_default().to_lowercase();
    !is_step
        && orders_what(text, &[&title, &folder])
        && doc.prose().masks(doc.prose().clean_range(passage)).next().is_none()
}

/// Whether a paragraph begins with badges and links, and says nothing.
fn is_only_aside(reader: &Reader, index: usize) -> bool {
    let passage = reader.doc.passages()[index].span;
    let first = reader.sentences(passage).next();
    first.is_none_or(|(span, text)| text.split_whitespace().count() < ENOUGH || is_row_of_links(reader, span))
}

/// "Theme: quality": the value of a label that is not there to say what the thing is.
fn is_remark(reader: &Reader, span: Span) -> bool {
    const OF_PURPOSE: &[&str] =
        &["about", "overview", "purpose", "description", "summary", "what", "what is it", "tl;dr", "goal", "mission"];
    let label = reader.doc.labels().iter().find(|it| it.key.start >= span.start && it.key.end <= span.end);
    label.is_some_and(|it| {
        let is_short = reader.doc.at(it.key).split_whitespace().count() < 3;
        let begins = it.key.start <= span.start + 3 && !it.value.is_empty();
        begins && is_short && !OF_PURPOSE.contains(&it.name.as_str()) && !is_title(reader, &it.name)
    })
}

/// "Billing: turns usage into invoices" names the thing first.
fn is_title(reader: &Reader, name: &str) -> bool {
    let folder = reader.path.rsplit('/').nth(1).unwrap_or_default().to_lowercase();
    reader.doc.title().is_some_and(|it| it.name == name) || folder == name
}

/// A line that is a way to somewhere, and little else.
fn is_row_of_links(reader: &Reader, span: Span) -> bool {
    let prose = reader.doc.prose();
    let range = prose.clean_range(span);
    let pictures =
        prose.masks(range.clone()).filter(|(stand, _)| matches!(stand, Stand::Image | Stand::Address)).count();
    let links = reader.doc.links_in(span).len();
    let words = prose.text()[range].split_whitespace().count();
    pictures > 2 || is_one_link(reader, span) || links > 1 && words < links * 4
}

/// "[La version française suit.](#version)": nothing but one way to somewhere.
fn is_one_link(reader: &Reader, span: Span) -> bool {
    // The sentence may end inside of its brackets.
    let links = reader.doc.links();
    let from = links.partition_point(|it| it.span.start + 1 < span.start);
    let first = links[from..].first().filter(|it| !it.image && it.span.start <= span.start);
    first.is_some_and(|it| it.span.end + 1 >= span.end)
}

/// A row or an item that leads into a folder, and says what lies there.
fn mentions(reader: &mut Reader) {
    if !matches!(reader.role, Role::Readme | Role::Page) || reader.path.matches('/').count() > 2 {
        return;
    }
    let doc = reader.doc;
    let rows = doc.tables().iter().flat_map(|it| &it.rows).filter_map(|it| it.span);
    let items = doc.items().iter().filter(|it| !it.quoted && it.task.is_none()).filter_map(|it| it.passage);
    let spans: Vec<Span> = items.map(|it| doc.passages()[it].span).chain(rows).collect();
    for span in spans {
        // A row that leads to itself is one of a list of what can be set.
        let leads_out = |it: &&Link| !it.image && !it.target.starts_with('#');
        let Some(link) = doc.links_in(span).iter().find(leads_out) else { continue };
        let Some(target) = reader.resolved(&link.target) else { continue };
        let rest = Span::new(link.span.end.min(span.end), span.end);
        let words = doc.prose().clean(rest).split_whitespace().filter(|it| it.chars().any(char::is_alphabetic)).count();
        let sends = || {
            let before = doc.prose().clean(Span::new(span.start, link.span.start)).to_lowercase();
            ["follow", "see ", "read ", "refer to"].iter().any(|it| before.contains(it))
        };
        if words < ENOUGH || doc.links_in(rest).iter().any(|it| it.image) || sends() {
            continue;
        }
        let quote = short(&doc.prose().readable(doc, doc.prose().clean_range(span)));
        reader.say_as(Purpose, 4, span, quote);
        if let Some(said) = reader.page.said.last_mut().filter(|it| it.question == Purpose && it.rank == 4) {
            said.leads_to = vec![target];
            said.is_mention = true;
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_written_as_headings_are_compared() {
        super::NAMES.split(", ").for_each(|it| assert_eq!(crate::words::heading::normalise(it), it));
    }
}
