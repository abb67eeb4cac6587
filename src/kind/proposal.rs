//! Whether a text that lies in a folder of its own says of itself what a proposal says.

use crate::document::Document;

/// Whether a text is divided as a proposal is, and nothing else: lessons and exercises lie in numbered folders, too.
pub(super) fn proposes(doc: &Document) -> bool {
    const FEWEST: usize = 2;
    const PARTS: &[&str] =
        &["proposal", "goal", "non-goal", "design detail", "detailed design", "drawback", "alternative", "test plan"];
    let has = |name: &str| doc.sections().iter().any(|it| it.name == name);
    has("motivation") && PARTS.iter().filter(|it| has(it)).count() >= FEWEST
}

/// Whether a text says where it stands, and whether its front matter does, beside who looks after it.
pub(super) fn says_standing(doc: &Document) -> Option<bool> {
    const PEOPLE: &[&str] = &["author", "authors", "editor", "editors"];
    const STATES: &[&str] = &["status", "state"];
    let people = doc.field(PEOPLE).filter(|it| it.in_front_matter);
    let field = doc.field(STATES).filter(|it| !it.text.is_empty());
    let has_heading = || doc.sections().iter().any(|it| STATES.contains(&it.name.as_str()));
    match field {
        Some(field) => Some(field.in_front_matter && people.is_some()),
        None => has_heading().then_some(false),
    }
}
