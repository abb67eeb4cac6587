//! Ids that a heading gives itself, each in the form of some program.

/// A heading and the id that it gives itself behind a mark: "Kinds of doors :id=door-kinds" for docsify, "Kinds of
/// doors[[door-kinds]]" for the pages of Hugging Face.
pub(super) fn marked(heading: &str) -> Option<(&str, &str)> {
    let in_brackets = || heading.strip_suffix("]]")?.rsplit_once("[[");
    let (before, id) = heading.rsplit_once(" :id=").or_else(in_brackets)?;
    is_id_of_heading(id).then_some((before.trim_end(), id))
}

fn is_id_of_heading(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_'))
}

/// `door-kinds` of "Kinds of doors [door-kinds]": so the programs of some sites write an id.
pub(super) fn bracketed(heading: &str) -> Option<String> {
    let (_, id) = heading.strip_suffix(']')?.rsplit_once(" [")?;
    is_id_of_heading(id).then(|| id.to_lowercase())
}
