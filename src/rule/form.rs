//! Reads the definition of a page, and says in the words of a page where it is not in its form. What a definition
//! means, it does not know.

use serde_json::{Map, Value};
use serde_saphyr::Error;

use super::page::KINDS;
use super::{Head, Mistake, Page};
use crate::finding::{Level, listed};
use crate::text::Span;

/// Where whoever knows no more finds the whole form.
const BEGIN: &str = "`pingless new --rule my-rule` prints a page that works";

/// The definition of a page, typed.
pub fn head(page: &Page) -> Result<Head, Mistake> {
    let head = serde_saphyr::from_str::<Head>(page.head()).map_err(|error| mistake(page, error.without_snippet()))?;
    Ok(head.on_lines())
}

/// The first line from that of a place on that a tab indents.
fn tabbed(head: &str, at: usize) -> Option<Span> {
    let rest = Span::new(line_of(head, at).0, head.len());
    let is_tabbed = |line: &str| line[..line.len() - line.trim_start().len()].contains('\t') && !line.trim().is_empty();
    rest.lines(head).find(|it| is_tabbed(it.of(head)))
}

fn mistake(page: &Page, error: &Error) -> Mistake {
    let head = page.head();
    let at = error.location().map_or(0, |it| offset(head, it.line() as usize, it.column() as usize));
    if let Error::SerdeMissingField { .. } = error
        && let Some(missing) = missing(page)
    {
        return missing;
    }
    if matches!(error, Error::ExternalMessage { .. })
        && let Some(line) = tabbed(head, at)
    {
        let place = line.after(page.head.start).trimmed(&page.text);
        return Mistake::at(page, place, "a tab stands before this", "indent it with spaces, as YAML wants it");
    }
    let (message, help) = told(error, head, at);
    let start = line_of(head, at).0;
    let line = head[start..].lines().next().unwrap_or_default();
    let place = Span::new(start, start + line.len()).after(page.head.start).trimmed(&page.text);
    Mistake::at(page, place, message, help)
}

/// What is wrong at a place, and its cure.
fn told(error: &Error, head: &str, at: usize) -> (String, String) {
    let key = key_at(head, at).unwrap_or("the definition");
    let whose = |name: Option<&str>| name.map_or("a page".to_owned(), |it| format!("`{it}`"));
    match error {
        Error::SerdeUnknownField { field, expected, .. } => {
            (format!("`{field}` is no key of {}", whose(around(head, at))), format!("use {}", expected.join(", ")))
        }
        Error::SerdeUnknownVariant { variant, expected, .. } => {
            let known: Vec<&str> = expected.iter().copied().filter(|it| *it != Level::WARNING).collect();
            (format!("`{key}` cannot be `{variant}`"), format!("write one of {}", known.join(", ")))
        }
        Error::DuplicateMappingKey { key: twice, .. } => {
            let twice = twice.as_deref().unwrap_or(key);
            (format!("`{twice}` stands there twice"), "keep one of them".to_owned())
        }
        Error::Unexpected { expected, .. } if expected.starts_with("mapping") => {
            let keys = match key {
                "phrases" => "write `any: [...]` and `label: ...` below it, indented",
                _ => "write them below it, indented",
            };
            (format!("`{key}` holds keys of its own"), format!("{keys}; {BEGIN}"))
        }
        Error::Unexpected { expected, .. } if expected.starts_with("sequence") => {
            (format!("`{key}` is a list"), format!("write it in brackets, as in `{key}: [one, two]`"))
        }
        Error::ExternallyTaggedEnumExpectedScalarOrMapping { .. } | Error::UnexpectedValueForUnitEnumVariant { .. } => {
            (format!("`{key}` is one word"), format!("write it behind `{key}:`, without a list and without keys"))
        }
        Error::Unexpected { .. } | Error::NullIntoString { .. } => (
            format!("`{key}` is one text"),
            format!("write it behind `{key}:`, in quotes where it holds a `:` or a `#`"),
        ),
        Error::InvalidScalar { .. } | Error::InvalidBooleanStrict { .. } => {
            (format!("`{key}` is a yes or a no"), "write `true` or `false`".to_owned())
        }
        Error::ExternalMessage { msg, .. } => {
            let help = "mend the YAML here; a text with `: ` or ` #` in it, or with a mark before it, stands in quotes";
            (msg.clone(), help.to_owned())
        }
        _ => {
            let message = error.to_string();
            (message.split(" at line ").next().unwrap_or_default().to_owned(), BEGIN.to_owned())
        }
    }
}

/// Keys that a page of a rule has to have, each with a line to write; that of a kind has the first alone.
const KEYS: &[(&str, &str)] = &[
    ("summary", "summary: what is wrong, in a few words"),
    ("question", "question: What will a reader have to ask?"),
    ("level", "level: warn"),
];

/// Those of its phrases.
const OF_PHRASES: &[(&str, &str)] = &[("any", "any: [\"the old cluster\"]"), ("label", "label: which one?")];

/// All keys that have to be there and are not, and what to write.
pub fn missing(page: &Page) -> Option<Mistake> {
    let head: Map<String, Value> = serde_saphyr::from_str(page.head()).ok()?;
    let keys = if page.group == KINDS { &KEYS[..1] } else { KEYS };
    let own = keys.iter().filter(|(key, _)| !head.contains_key(*key));
    let own = own.map(|(key, line)| (format!("no `{key}`"), format!("`{line}`")));
    let phrases = head.get("phrases").and_then(Value::as_object);
    let below = OF_PHRASES.iter().filter(|(key, _)| phrases.is_some_and(|it| !it.contains_key(*key)));
    let below = below.map(|(key, line)| (format!("no `{key}` in `phrases`"), format!("`{line}` below `phrases:`")));
    let (missing, lines): (Vec<String>, Vec<String>) = own.chain(below).unzip();
    let at = if missing.first()?.ends_with("`phrases`") { "phrases:" } else { "" };
    let message = format!("the page has {}", listed(&missing, "and"));
    Some(Mistake::about(page, at, &message, &format!("write {}", listed(&lines, "and"))))
}

/// The byte of a place that counts lines and characters from one.
fn offset(head: &str, line: usize, column: usize) -> usize {
    let before = head.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let rest = &head[before..];
    before + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

/// Where the line of a place begins, and how far it is indented.
fn line_of(head: &str, at: usize) -> (usize, usize) {
    let start = head[..at].rfind('\n').map_or(0, |it| it + 1);
    let line = head[start..].lines().next().unwrap_or_default();
    (start, line.len() - line.trim_start().len())
}

/// The key at the end of a text that ends before a colon.
fn last_name(text: &str) -> Option<&str> {
    let text = text.trim_end().trim_end_matches(['"', '\'']);
    let is_name = |it: char| it.is_alphanumeric() || it == '-' || it == '_';
    Some(&text[text.trim_end_matches(is_name).len()..]).filter(|it| !it.is_empty())
}

/// The key that a line begins with.
fn first_name(line: &str) -> Option<&str> {
    line.split_once(':').and_then(|(name, _)| last_name(name))
}

/// The key whose value stands at a place, or that stands there itself.
fn key_at(head: &str, at: usize) -> Option<&str> {
    let (start, _) = line_of(head, at);
    let before = head[start..at].rfind(':').and_then(|colon| last_name(&head[start..start + colon]));
    let line = head[start..].lines().next().unwrap_or_default();
    before.or_else(|| first_name(line)).or_else(|| around(head, at))
}

/// The key that holds what stands at a place: the one before its open brace, or the next above that is indented less.
fn around(head: &str, at: usize) -> Option<&str> {
    let mut closed = 0;
    let (start, indent) = line_of(head, at);
    for (brace, mark) in head[start..at].rmatch_indices(['{', '}']) {
        match (mark, closed) {
            ("}", _) => closed += 1,
            (_, 0) => return last_name(head[start..start + brace].trim_end().trim_end_matches(':')),
            _ => closed -= 1,
        }
    }
    let above = head[..start].lines().rev();
    let mut outer = above.filter(|line| line.len() - line.trim_start().len() < indent && !line.trim().is_empty());
    outer.find_map(|line| first_name(line).filter(|_| !line.trim_start().starts_with('#')))
}

#[cfg(test)]
mod tests {
    use super::{Page, head};

    #[track_caller]
    fn check(definition: &str, message: &str, help: &str, place: &str) {
        let text = format!("---\n{definition}\n---\n\nWhy.\n");
        let page = Page::parse("rules/own/a-rule.md", text.clone()).expect("a page");
        let mistake = head(&page).expect_err(definition);
        assert_eq!((mistake.message.as_str(), mistake.help.as_str()), (message, help), "{definition}");
        assert_eq!(mistake.at.span.of(&text), place, "{definition}");
    }

    #[test]
    fn what_is_wrong_is_said_in_the_words_of_a_page() {
        let keys = "write `any: [...]` and `label: ...` below it, indented; `pingless new --rule my-rule` prints a page \
                    that works";
        let any = "use any, label, in, unless";
        let wrong = [
            ("phrases: [asap]", "`phrases` holds keys of its own", keys, "phrases: [asap]"),
            ("phrases:\n  asap: now", "`asap` is no key of `phrases`", any, "asap: now"),
            (
                "phrases: {any: [asap], labl: now}",
                "`labl` is no key of `phrases`",
                any,
                "phrases: {any: [asap], labl: now}",
            ),
            ("level: loud", "`level` cannot be `loud`", "write one of note, warn, error", "level: loud"),
            (
                "phrases: {any: [asap], label: x, unless: nope}",
                "`unless` cannot be `nope`",
                "write one of date, time, person, link, quote",
                "phrases: {any: [asap], label: x, unless: nope}",
            ),
            (
                "level:\n  - warn",
                "`level` is one word",
                "write it behind `level:`, without a list and without keys",
                "- warn",
            ),
            ("level: warn\nlevel: note", "`level` stands there twice", "keep one of them", "level: note"),
            ("kinds: adr", "`kinds` is a list", "write it in brackets, as in `kinds: [one, two]`", "kinds: adr"),
            (
                "level: warn\n\thelp: x",
                "a tab stands before this",
                "indent it with spaces, as YAML wants it",
                "help: x",
            ),
            ("preview: soon", "`preview` is a yes or a no", "write `true` or `false`", "preview: soon"),
        ];
        for (definition, message, help, place) in wrong {
            check(&format!("summary: s\n{definition}"), message, help, place);
        }
    }

    #[test]
    fn a_key_that_is_missing_is_told_where_it_belongs() {
        let lines = "write `summary: what is wrong, in a few words` and `question: What will a reader have to ask?`";
        check("level: warn", "the page has no `summary` and no `question`", lines, "");
        let label = "the page has no `label` in `phrases`";
        let line = "write `label: which one?` below `phrases:`";
        check("summary: s\nquestion: q\nphrases:\n  any: [asap]\nlevel: warn", label, line, "phrases:");
    }
}
