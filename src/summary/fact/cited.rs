//! Links to the anchors of facts: what stands between their brackets is what is assumed.

use super::{Export, Form, Import};
use crate::document::Document;
use crate::fact::Value;
use crate::fact::marker::is_id;
use crate::summary::Spot;
use crate::words::address::local;

/// The links whose fragment can be the id of a fact. Whether there is one, the corpus knows.
pub fn all(doc: &Document, path: &str, own: &[Export]) -> Vec<Import> {
    let links = doc.links().iter().filter(|it| !it.image && it.target.contains('#'));
    let found = links.filter_map(|link| {
        let target = local::parse(&link.target)?;
        let id = target.fragment.as_deref().map(|it| it.strip_prefix("user-content-").unwrap_or(it))?;
        let is_here = target.path.is_empty();
        if !is_id(id) || is_here && own.iter().any(|it| it.id == id && it.whole.span().contains(link.span)) {
            return None;
        }
        let file = if is_here { path.to_owned() } else { target.path_from(path)? };
        let text = doc.at(link.text);
        let is_value = link.text != link.span && Value::read(text).says_something();
        Some(Import {
            id: id.to_owned(),
            value: is_value.then(|| text.to_owned()),
            form: Form::Link,
            spot: Spot::of(doc, if is_value { link.text } else { link.span }),
            id_spot: Spot::of(doc, link.span),
            whole: Spot::of(doc, link.span),
            target: Some(file),
            ..Import::default()
        })
    });
    found.collect()
}
