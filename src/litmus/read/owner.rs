//! Who owns it? Beside what CODEOWNERS says: a name at the top, or in a section of owners.

use std::sync::LazyLock;

use super::aside::has_stem;
use super::{Reader, Role};
use crate::document::Place;
use crate::litmus::Question::Owner;
use crate::text::Span;
use crate::words::english::placeholder::is_placeholder;
use crate::words::english::{given_name, group, person};
use crate::words::list::holds;
use crate::words::pattern::{Pattern, any_of};

const NAMES: &str = "\
    owner, ownership, maintainer, current maintainer, core maintainer, project maintainer, maintainer team, code \
    owner, service owner, owning team, responsible team, core team, project lead, team, the team, maintenance, \
    contact and owner, project team, leadership, active maintainer, dri";

const FIELDS: &str = "\
    owner, owners, owned by, team, owning team, maintainer, maintainers, maintained by, responsible, service owner, \
    responsible team, dri, lead, code owner, code owners, tech lead";

static MAINTAINED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[r"(?:is |are |currently |actively )*(?:maintained|owned|looked after|run|developed and maintained) by"])
});

/// A paragraph of more words that ends as a sentence is no list of people.
const MOST_WORDS: usize = 10;

/// Everybody is nobody.
static ANYBODY: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[r"volunteers?|the community|contributors|everyone|everybody|anyone|a (?:small )?team of"])
});

/// Says how it could be.
static EXAMPLE: LazyLock<Pattern> = LazyLock::new(|| any_of(&[r"for example|for instance|e\.g\.|might|could|would"]));

pub fn read(reader: &mut Reader) {
    let is_own = matches!(reader.role, Role::Readme | Role::Guide | Role::Page);
    if !is_own || reader.is_kind("adr") {
        return;
    }
    let is_list = matches!(reader.stem().as_str(), "maintainers" | "owners" | "maintainer" | "codeowners" | "team");
    if reader.role == Role::Readme || is_list || reader.is_runbook() {
        fields(reader);
    }
    if !matches!(reader.role, Role::Readme) && !is_list && !is_about_people(&reader.stem()) {
        return;
    }
    let mut parts = reader.parts(NAMES);
    parts.retain(|it| !is_of_many(reader, it.head));
    for part in parts {
        if let Some(span) = named(reader, part.body) {
            reader.say(Owner, 1, span);
        }
    }
    if is_list && let Some(span) = named(reader, Span::new(0, reader.doc.text().len())) {
        reader.say(Owner, 1, span);
    }
    maintained(reader);
}

/// Whether a heading speaks of how one comes to own it, or who once did.
fn is_of_change(name: &str) -> bool {
    const STEMS: &[&str] = &["retir", "becom", "step", "past", "former", "emerit", "remov", "nominat", "adding"];
    has_stem(name, STEMS)
}

/// A list of teams says who works at a company, and not who has this.
fn is_of_many(reader: &Reader, head: Span) -> bool {
    reader.doc.at(head).to_lowercase().split(|it: char| !it.is_alphabetic()).any(|it| it == "teams")
}

fn is_about_people(stem: &str) -> bool {
    matches!(
        stem,
        "governance" | "contributing" | "support" | "contact" | "contacts" | "about" | "overview" | "charter"
    )
}

fn fields(reader: &mut Reader) {
    let named = |it: &&crate::document::Field| {
        holds(FIELDS, &it.name) && !it.text.is_empty() && !is_placeholder(&it.text) && is_somebody(&it.text)
    };
    if let Some(field) = reader.doc.fields().iter().find(named) {
        let span = Span::new(field.key.start, field.value.end.max(field.key.end));
        // The marks around a key close behind it.
        let quote = super::short(&format!("{}: {}", reader.doc.at(field.key), field.text));
        reader.say_as(Owner, 0, span, quote);
    }
}

/// A person, a team or an address.
fn is_somebody(text: &str) -> bool {
    let is_made_up = ["some-", "your-", "-your", "-you"].iter().any(|it| text.contains(it));
    let is_named =
        || person::has_handle(text) || group::is_group(text) || person::is_person(text) || text.contains('@');
    !is_made_up && is_named()
}

/// The first line of a part that names somebody.
fn named(reader: &Reader, body: Span) -> Option<Span> {
    let doc = reader.doc;
    for index in doc.passages_in(body) {
        let passage = &doc.passages()[index];
        let is_aside = || doc.section_at(passage.span.start).is_some_and(|it| is_of_change(&it.name));
        if passage.place.is_heading() || passage.quoted || !body.contains(passage.span) || is_aside() {
            continue;
        }
        // In running text a profile is that of whoever is spoken of.
        let said = doc.prose().passage(index).trim_end();
        let is_prose =
            passage.place == Place::Paragraph && said.ends_with('.') && said.split_whitespace().count() > MOST_WORDS;
        for line in passage.content.iter().flat_map(|it| it.lines(doc.text())) {
            let line = line.trimmed(doc.text());
            let text = doc.prose().readable(doc, doc.prose().clean_range(line));
            let links = doc.links_in(line);
            let is_profile = |target: &str| {
                let path = target.trim_end_matches('/');
                let rest =
                    path.strip_prefix("https://github.com/").or_else(|| path.strip_prefix("https://gitlab.com/"));
                rest.is_some_and(|it| !it.contains('/') || it.starts_with("orgs/")) || target.starts_with("mailto:")
            };
            let first = text.split_whitespace().next().unwrap_or_default();
            let is_name = person::is_full_name(text.trim()) && given_name::is_given_name(first);
            let is_example = EXAMPLE.is_match(said);
            let is_name = is_name || person::has_handle(&text) && !is_example;
            if is_name || !is_prose && links.iter().any(|it| !it.image && is_profile(&it.target)) {
                return Some(line);
            }
        }
    }
    None
}

fn maintained(reader: &mut Reader) {
    let all = Span::new(0, reader.doc.text().len());
    let doc = reader.doc;
    let found = reader.sentences(all).find(|(span, text)| {
        let Some(found) = MAINTAINED.find(text) else { return false };
        let rest = &text[found.end()..];
        // What follows in an item is said of what the item began with.
        let passage = doc.prose().passage_at(doc.prose().clean_range(*span).start);
        let is_item = doc.passages()[passage].place == Place::Item;
        let goes_on = is_item && doc.prose().passage_range(passage).start < doc.prose().clean_range(*span).start;
        let is_in_passing = goes_on || !is_of_this(reader, &text[..found.start()]);
        let mut words = rest.split_whitespace();
        let first = words.next().unwrap_or_default();
        // One name alone is that of a whole organisation, or of a person.
        let is_one = first.ends_with('.') || words.next().is_none();
        let is_one = is_one && !given_name::is_given_name(first.trim_end_matches('.'));
        let opens = |it: char| it.is_uppercase() && !is_one || it == '@' || it == '\u{fffc}';
        let is_named = rest.trim_start().starts_with(opens)
            || rest.trim_start().starts_with("the ") && rest.contains("team")
            || !doc.links_in(*span).is_empty();
        is_named && !is_in_passing && !ANYBODY.is_match(rest)
    });
    if let Some((span, _)) = found {
        reader.say(Owner, 2, span);
    }
}

/// Whether what is said to be somebody's is the thing itself: "it", "this service", its title. Of what is spoken of in
/// passing somebody else may be the owner.
fn is_of_this(reader: &Reader, before: &str) -> bool {
    const SELVES: &[&str] = &[
        "it",
        "this",
        "the project",
        "the repository",
        "the repo",
        "the service",
        "the package",
        "the library",
        "the module",
        "the crate",
        "the chart",
        "we",
    ];
    let before = before.trim().trim_end_matches(" and").trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    let words: Vec<&str> = before.split_whitespace().collect();
    let is_verb = |it: &&&str| matches!(**it, "is" | "are" | "was" | "been" | "currently" | "actively" | "has");
    let subject: Vec<&str> = words.iter().filter(|it| !is_verb(it)).copied().collect();
    let title = reader.doc.title().map(|it| it.title.to_lowercase()).unwrap_or_default();
    let first = subject.first().copied().unwrap_or_default();
    let is_self = SELVES.contains(&subject.join(" ").as_str()) || first == "this" && subject.len() < 4;
    let is_title = title.split(|it: char| !it.is_alphanumeric()).any(|it| it.len() > 2 && it == first);
    is_self || subject.is_empty() || subject.len() < 4 && is_title
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_written_as_headings_are_compared() {
        super::NAMES.split(", ").for_each(|it| assert_eq!(crate::words::heading::normalise(it), it));
    }
}
