//! Whether a file's name says that it is a form for others.

use crate::words::address::local;
use crate::words::serial;

/// Whether a file is a form for others, or came with one: the record that decisions are recorded so is copied from where the
/// form is from.
pub fn is_template(path: &str) -> bool {
    let stem = stem(path);
    is_form(path) || stem.contains("use-markdown-") && stem.ends_with("-decision-records")
}

/// Whether a file is a form for others: "adr/_TEMPLATE.md", "adr-template.md". What only speaks of templates is none, and
/// neither is a decision on one: "adr/0034-service-template.md".
pub fn is_form(path: &str) -> bool {
    let stem = stem(path);
    let mut words = stem.split(['-', '_', ' ']).filter(|it| !it.is_empty());
    match serial::of_path(path).filter(|it| it.number > 0) {
        Some(_) => words.nth(1) == Some("template") && words.next().is_none(),
        None => words.next() == Some("template") || words.next_back() == Some("template"),
    }
}

/// The name up to its first full stop, in small letters.
fn stem(path: &str) -> String {
    let name = local::name(path);
    name.split_once('.').map_or(name, |it| it.0).to_ascii_lowercase()
}

/// "lip-X.md", "0000-NNN.md": the number of one that is still to be written.
pub fn is_of_unwritten(name: &str) -> bool {
    let number = name.strip_suffix(".md").and_then(|it| it.rsplit_once(['-', '_'])).map_or("", |(_, number)| number);
    !number.is_empty() && number.bytes().all(|it| matches!(it, b'X' | b'N'))
}

#[cfg(test)]
mod tests {
    use super::{is_form, is_template};

    #[test]
    fn forms_for_others() {
        assert!(is_template("adr/_TEMPLATE.md") && is_template("adr/adr-template.md") && is_template("template.md"));
        assert!(is_template("adr/0000-use-markdown-architectural-decision-records.md"));
        assert!(is_form("adr/0034-template.md") && !is_template("adr/0034-service-template.md"));
        assert!(!is_template("adr/0012-template-engine.md") && !is_template("templates/queue.md"));
    }
}
