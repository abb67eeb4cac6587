//! Issue forms: the YAML that becomes a page to fill in, and whose answers stand below `### Label`.

use serde::Deserialize;
use serde_json::Value;
use serde_saphyr::Spanned;
use serde_saphyr::options::DuplicateKeyPolicy;

use super::hint::fold;
use super::{Demand, Malformed, Part, Purpose, Template, place, stem};
use crate::text::Source;
use crate::words::heading;

/// As much of a form as says what it asks for. Other keys do not concern us.
#[derive(Deserialize)]
struct Form {
    #[serde(default)]
    name: Value,
    #[serde(default)]
    description: Value,
    #[serde(default)]
    title: Value,
    #[serde(default)]
    labels: Value,
    body: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    #[serde(default)]
    r#type: Value,
    #[serde(default)]
    attributes: Attributes,
    #[serde(default)]
    validations: Validations,
}

#[derive(Default, Deserialize)]
struct Attributes {
    label: Option<Spanned<Value>>,
    #[serde(default)]
    description: Value,
    #[serde(default)]
    placeholder: Value,
    #[serde(default)]
    value: Value,
    #[serde(default)]
    options: Value,
}

#[derive(Default, Deserialize)]
struct Validations {
    #[serde(default)]
    required: Value,
}

pub fn parse(source: &Source) -> Result<Template, Malformed> {
    let form = read(&source.text).or_else(|error| read(&indented(&source.text)).map_err(|_| error));
    let form: Form = form.map_err(|error| {
        let message = error.without_snippet().to_string();
        let message = message.lines().next().unwrap_or_default();
        let message = message.split(" at line ").next().unwrap_or_default();
        let message = message.strip_prefix("error: ").unwrap_or(message).to_owned();
        let line = error.location().map_or(1, |place| place.line() as usize).max(1);
        let help = "mend the form, as GitHub does not show it either; its questions are not asked until then";
        Malformed { line, message: format!("this is no issue form: {message}"), help: help.to_owned() }
    })?;
    let about = [&form.name, &form.description, &form.title, &form.labels].map(text).join(" ");
    Ok(Template {
        path: source.name.to_string(),
        place: place(source).to_owned(),
        purpose: Purpose::of(place(source)),
        about: format!("{about} {}", stem(&source.name)),
        parts: form.body.iter().filter_map(part).collect(),
        is_form: true,
        whole: String::new(),
        raw: String::new(),
        printed: Vec::new(),
    })
}

fn read(text: &str) -> Result<Form, serde_saphyr::Error> {
    // GitHub takes the last of two equal keys, too.
    let options = serde_saphyr::options! { duplicate_keys: DuplicateKeyPolicy::LastWins };
    serde_saphyr::from_str_with_options(text, options)
}

/// The same with every line of a text in quotation marks further in than its key. YAML asks for that; GitHub does not, and to
/// neither do the spaces mean anything.
fn indented(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // The mark of the text that is open, and how far in its key is.
    let mut open: Option<(char, usize)> = None;
    for line in text.split_inclusive('\n') {
        if let Some((_, indent)) = open.filter(|_| !line.trim().is_empty()) {
            out.extend(std::iter::repeat_n(' ', indent + 2));
        }
        out.push_str(line);
        open = match open {
            Some((mark, _)) if is_odd(line, mark) => None,
            Some(open) => Some(open),
            None => opened(line).map(|mark| (mark, line.len() - line.trim_start().len())),
        };
    }
    out
}

/// The mark of a text in quotation marks that begins behind a key and does not end in its line.
fn opened(line: &str) -> Option<char> {
    let (_, value) = line.split_once(": ")?;
    let mark = value.trim_start().chars().next().filter(|it| matches!(it, '"' | '\''))?;
    is_odd(value, mark).then_some(mark)
}

/// Whether an odd number of marks, without those that are written out, stand in a text: then one of them has no other.
fn is_odd(text: &str, mark: char) -> bool {
    let written_out = if mark == '"' { text.matches("\\\"").count() } else { 0 };
    (text.matches(mark).count() - written_out) % 2 == 1
}

/// Explanations are for the writer, and stand in no issue.
fn part(item: &Item) -> Option<Part> {
    let label = item.attributes.label.as_ref()?;
    let line = label.referenced.line() as usize;
    let label = text(&label.value).trim().to_owned();
    let name = heading::normalise(&label);
    // Who ticks a box says nothing that could be read for an answer.
    let sort = text(&item.r#type);
    let is_ticked = matches!(sort.as_str(), "markdown" | "checkboxes");
    let is_required = text(&item.validations.required) == "true" && !is_ticked;
    let Attributes { description, placeholder, value, options, .. } = &item.attributes;
    let hints = [value, placeholder, description].into_iter().map(|it| fold(&text(it)));
    let hints = hints.filter(|it| !it.is_empty()).collect();
    let demand = if is_required { Demand::Required } else { Demand::Optional };
    let is_written = matches!(sort.as_str(), "textarea" | "input");
    let boxes = if sort == "checkboxes" { boxes(options) } else { Vec::new() };
    (!name.is_empty()).then_some(Part { label, name, line, demand, is_written, boxes, hints })
}

/// The boxes that nobody may leave unticked.
fn boxes(options: &Value) -> Vec<String> {
    let Value::Array(options) = options else { return Vec::new() };
    let is_required = |it: &&Value| it.get("required").is_some_and(|it| text(it) == "true");
    let labels = options.iter().filter(is_required).filter_map(|it| it.get("label"));
    labels.map(|it| fold(&text(it))).filter(|it| !it.is_empty()).collect()
}

/// A scalar as it is written, or the words of a list.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
        Value::Null | Value::Object(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::text::Source;

    #[test]
    fn texts_in_quotation_marks_need_no_indent() {
        let form = "name: Bug\ndescription: A door\nbody:\n  - type: markdown\n    attributes:\n      value: \"\n\n\
            **Stop**, and say \\\"door\\\".\n\nRead: this \"\n  - type: textarea\n    attributes:\n      label: Steps\n    \
            validations:\n      required: true\n";
        let template = parse(&Source::file(".github/ISSUE_TEMPLATE/bug.yml", form)).expect("a form");
        assert_eq!(template.parts.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["step"]);
        let broken = form.replace("label: Steps", "label: \"Steps");
        assert!(parse(&Source::file(".github/ISSUE_TEMPLATE/bug.yml", broken)).is_err());
    }
}
