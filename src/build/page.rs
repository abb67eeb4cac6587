//! Parts the definition of a page by when a run reads it: always, once a rule says something, once a text may be of a kind,
//! once it is. Headings are normalised on the way.

use serde_json::{Map, Value};

use super::heading;

/// What only whoever is told of a rule or of a need reads. In its place an empty text says that there is one.
const TOLD: [&str; 3] = ["summary", "question", "help"];

/// What the text of a kind's documents holds.
const SIGNATURE: [&str; 4] = ["titles", "unless", "headings", "signs"];

/// What of a need only its slot reads.
const SEEN_BY: [&str; 6] = ["headings", "fields", "phrases", "shapes", "partly", "doubts"];

/// Lists of headings.
const HEADINGS: [&str; 2] = ["headings", "fields"];

/// The definition at the top of a page; nothing where it is not in its form, and whoever reads the page says why.
pub fn definition(page: &str) -> Option<Value> {
    let head = page.strip_prefix("---\n").and_then(|rest| rest.split("\n---\n").next());
    serde_saphyr::from_str(head?).ok()
}

/// The parts of a definition, each as JSON.
#[derive(Default)]
pub struct Parts {
    /// What each run reads,
    pub head: String,
    /// what is told of the page, and of each of its needs,
    pub told: Vec<String>,
    /// what a kind is recognised by beside its path,
    pub signature: String,
    /// and how the slot of each need is seen.
    pub slots: Vec<String>,
}

pub fn parted(mut definition: Value) -> Parts {
    let mut parts = Parts::default();
    let Some(head) = definition.as_object_mut() else { return parts };
    parts.told.push(emptied(head));
    let needs = head.get_mut("needs").and_then(Value::as_object_mut).into_iter().flat_map(|it| it.values_mut());
    for need in needs.filter_map(Value::as_object_mut) {
        parts.told.push(emptied(need));
        parts.slots.push(taken(need, &SEEN_BY));
    }
    let mut none = Map::new();
    parts.signature = taken(head.get_mut("recognise").and_then(Value::as_object_mut).unwrap_or(&mut none), &SIGNATURE);
    parts.head = definition.to_string();
    parts
}

/// What is told, with an empty text left in each of its places.
fn emptied(from: &mut Map<String, Value>) -> String {
    let mut told = Map::new();
    for key in TOLD {
        told.extend(from.get_mut(key).map(|it| (key.to_owned(), std::mem::replace(it, Value::String(String::new())))));
    }
    Value::Object(told).to_string()
}

/// What stands under some keys, which is taken out.
fn taken(from: &mut Map<String, Value>, keys: &[&str]) -> String {
    // What is no list of texts stays as it is, and whoever reads it says why.
    let normal = |key: &str, it: Value| match HEADINGS.contains(&key) {
        true => serde_json::from_value(it.clone()).map_or(it, |list: Vec<String>| heading::normalised(&list).into()),
        false => it,
    };
    let mut taken = Map::new();
    for key in keys {
        taken.extend(from.shift_remove(*key).map(|it| ((*key).to_owned(), normal(key, it))));
    }
    Value::Object(taken).to_string()
}
