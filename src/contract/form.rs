//! Issue forms: the YAML that becomes a page to fill in, and whose answers stand below `### Label`.

use serde::Deserialize;
use serde_json::Value;
use serde_saphyr::Spanned;
use serde_saphyr::options::DuplicateKeyPolicy;

use super::hint::fold;
use super::{Demand, Malformed, Part, Purpose, Template, stem};
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
}

#[derive(Default, Deserialize)]
struct Validations {
    #[serde(default)]
    required: Value,
}

pub fn parse(source: &Source) -> Result<Template, Malformed> {
    // GitHub takes the last of two equal keys, too.
    let options = serde_saphyr::options! { duplicate_keys: DuplicateKeyPolicy::LastWins };
    let form: Form = serde_saphyr::from_str_with_options(&source.text, options).map_err(|error| {
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
        path: source.name.clone(),
        purpose: Purpose::of(&source.name),
        about: format!("{about} {}", stem(&source.name)),
        parts: form.body.iter().filter_map(part).collect(),
        is_form: true,
        whole: String::new(),
        raw: String::new(),
    })
}

/// Explanations are for the writer, and stand in no issue.
fn part(item: &Item) -> Option<Part> {
    let label = item.attributes.label.as_ref()?;
    let line = label.referenced.line() as usize;
    let label = text(&label.value).trim().to_owned();
    let name = heading::normalise(&label);
    // Who ticks a box says nothing that could be read for an answer.
    let is_ticked = matches!(text(&item.r#type).as_str(), "markdown" | "checkboxes");
    let is_required = text(&item.validations.required) == "true" && !is_ticked;
    let Attributes { description, placeholder, value, .. } = &item.attributes;
    let hints = [value, placeholder, description].into_iter().map(|it| fold(&text(it)));
    let demand = if is_required { Demand::Required } else { Demand::Optional };
    (!name.is_empty()).then(|| Part { label, name, line, demand, hints: hints.filter(|it| !it.is_empty()).collect() })
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
