//! The paragraphs of a template that stand in each text made of it: whoever left them there said nothing.

use std::collections::HashSet;

use super::hint::fold;
use super::{Purpose, Template};
use crate::document::{Document, Passage};

/// Words. Of fewer an author may have hit upon the same.
const FEWEST: usize = 6;

/// The paragraphs of a template as they are compared.
pub(super) fn all(doc: &Document) -> Vec<String> {
    doc.passages()
        .iter()
        .filter(|it| !it.place.is_heading())
        .map(|it| fold(doc.at(it.span)))
        .filter(|it| is_long(it))
        .collect()
}

fn is_long(folded: &str) -> bool {
    folded.split(' ').nth(FEWEST - 1).is_some()
}

/// The passages of a text that a template of its repository put there, in their order.
pub fn printed<'t>(doc: &Document, templates: impl Iterator<Item = &'t Template>) -> Vec<usize> {
    let known = templates.filter(|it| it.purpose != Purpose::Folder).flat_map(|it| &it.printed);
    let known: HashSet<&str> = known.map(String::as_str).collect();
    if known.is_empty() {
        return Vec::new();
    }
    let is_printed = |passage: &Passage| known.contains(fold(doc.at(passage.span)).as_str());
    doc.passages().iter().enumerate().filter(|(_, it)| is_printed(it)).map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::printed;
    use crate::document::Document;
    use crate::template::Template;
    use crate::text::Source;

    #[test]
    fn what_everybody_is_told_nobody_said() {
        let told = "Before we merge this, please see to it that\nall of these are checked off.";
        let form = format!("## What\n\n---\n\n{told}\n\n- [ ] The limits of every slot were looked at by somebody\n");
        let template = Template::parse(&Source::file(".github/PULL_REQUEST_TEMPLATE.md", &form)).expect("it is one");
        let of = |text: &str| {
            let source = Source::file("x.md", text);
            printed(&Document::new(&source), std::iter::once(&template)).len()
        };
        assert_eq!(of(&form), 2);
        assert_eq!(of(&form.replace("[ ]", "[x]")), 2);
        assert_eq!(of(&form.replace("checked off", "checked off by you")), 1);
        assert_eq!(of("## What\n\nIt lends slots."), 0);
    }
}
