//! Every key of a configuration with its meaning, for people: its JSON Schema in the form in which it is written.

use serde_json::{Map, Value};

/// All keys: those that stand at the top, then table by table.
pub fn human(schema: &Value) -> String {
    let mut out = format!("{}\n", text_of(schema));
    let mut tables = vec![(String::new(), schema)];
    let mut at = 0;
    while let Some((heading, table)) = tables.get(at).cloned() {
        at += 1;
        if !heading.is_empty() {
            out.push_str(&format!("\n{heading}\n"));
        }
        // What has keys of its own ends the table around it.
        let (mut maps, mut inside) = (String::new(), Vec::new());
        for (key, node) in properties(table) {
            let said = indented(text_of(node));
            let name = named(&heading, key);
            match (below(schema, &name, node), resolved(schema, node).get("additionalProperties")) {
                (Some(table), _) => inside.push(table),
                (None, Some(value)) => maps.push_str(&format!("\n[{name}]\nNAME = {}\n{said}", form(schema, value))),
                (None, None) => out.push_str(&format!("\n{key} = {}\n{said}", form(schema, node))),
            }
        }
        out.push_str(&maps);
        tables.splice(at..at, inside);
    }
    out
}

/// A key with that of the table around it.
fn named(around: &str, key: &str) -> String {
    match around.trim_matches(['[', ']']) {
        "" => key.to_owned(),
        outer => format!("{outer}.{key}"),
    }
}

/// The table that a key opens, where its own keys are known, and how it is written.
fn below<'s>(schema: &'s Value, name: &str, node: &'s Value) -> Option<(String, &'s Value)> {
    let inner = resolved(schema, node);
    let places = [
        (format!("[{name}]"), Some(inner)),
        (format!("[{name}.NAME]"), inner.get("additionalProperties").map(|it| resolved(schema, it))),
        (format!("[[{name}]]"), inner.get("items").map(|it| resolved(schema, it))),
    ];
    places.into_iter().find_map(|(heading, table)| Some((heading, table.filter(|it| it.get("properties").is_some())?)))
}

/// How a value is written.
fn form(schema: &Value, node: &Value) -> String {
    let node = resolved(schema, node);
    if let Some(words) = node.get("enum").and_then(Value::as_array) {
        return words.iter().map(Value::to_string).collect::<Vec<_>>().join(" or ");
    }
    if let Some(forms) = node.get("anyOf").and_then(Value::as_array) {
        return forms.iter().map(|it| form(schema, it)).collect::<Vec<_>>().join(" or ");
    }
    let of = |key: &str| node.get(key).map_or_else(|| "…".to_owned(), |it| form(schema, it));
    match kind(node) {
        "array" => format!("[{}, …]", of("items")),
        "object" => format!("{{ NAME = {}, … }}", of("additionalProperties")),
        "boolean" => "true or false".to_owned(),
        "integer" => "NUMBER".to_owned(),
        _ => "\"…\"".to_owned(),
    }
}

/// What a node is when it is there.
fn kind(node: &Value) -> &str {
    let word = |it: &'_ Value| it.as_str().is_some_and(|it| it != "null");
    match node.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().find(|it| word(it)).and_then(Value::as_str).unwrap_or_default(),
        kind => kind.and_then(Value::as_str).unwrap_or_default(),
    }
}

/// A node without what only leads to it: its definition, and that it may be absent.
fn resolved<'s>(schema: &'s Value, node: &'s Value) -> &'s Value {
    let is_null = |it: &&Value| kind(it) == "null";
    if let Some(forms) = node.get("anyOf").and_then(Value::as_array)
        && let [only] = forms.iter().filter(|it| !is_null(it)).collect::<Vec<_>>().as_slice()
    {
        return resolved(schema, only);
    }
    let name = node.get("$ref").and_then(Value::as_str).and_then(|it| it.strip_prefix("#/$defs/"));
    name.and_then(|name| schema.get("$defs")?.get(name)).unwrap_or(node)
}

fn properties(table: &Value) -> impl Iterator<Item = (&String, &Value)> {
    table.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

fn text_of(node: &Value) -> &str {
    node.get("description").and_then(Value::as_str).unwrap_or_default()
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}
