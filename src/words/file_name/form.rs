//! Whether a name says that a file is a form for others.

use super::words;
use crate::words::address::local;
use crate::words::list::is_among;
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
        Some(_) => words.nth(1).is_some_and(is_word_for_form) && words.next().is_none(),
        None => {
            let (first, last) = (words.next().unwrap_or_default(), words.next_back().unwrap_or_default());
            is_word_for_form(first) || is_word_for_form(last) || is_among("modele modelo mod\u{e8}le", last)
        }
    }
}

/// Whether a name that ends in "template" is that of a numbered text about one: "0008-python3-ssh-template.md", and not
/// "0001-rfc-template.md".
pub fn is_about_form(path: &str) -> bool {
    const SORTS: &str =
        "adr decision decisions design doc feature issue meeting minutes project proposal record request spec";
    let stem = stem(path);
    let is_sort = |it: &str| serial::is_series(it) || is_among(SORTS, it);
    let mut words = stem.split(['-', '_', ' ']).filter(|it| !it.is_empty()).skip(1).peekable();
    let is_numbered = serial::of_path(path).is_some_and(|it| it.number > 0);
    is_numbered && words.peek().is_some() && !words.all(|it| is_sort(it) || is_word_for_form(it))
}

/// Whether a name or a path speaks of a form for others, in small letters: "my-templates", "0000-adr-vorlage.md".
pub fn names_form(name: &str) -> bool {
    let holds = |it: &str| name.contains(it);
    holds("template")
        || is_filled_by_program(name)
        || FORMS.iter().any(|it| holds(it)) && (!name.is_ascii() || words(name).iter().any(|it| is_word_for_form(it)))
}

/// "readme.ejs.md": a program puts in what is missing.
fn is_filled_by_program(name: &str) -> bool {
    const PROGRAMS: &str = "ejs hbs handlebars mustache tmpl tpl j2 jinja jinja2 njk erb";
    let stem = name.strip_suffix(".md").or_else(|| name.strip_suffix(".mdx"));
    stem.and_then(|it| it.rsplit_once('.')).is_some_and(|(_, ending)| is_among(PROGRAMS, ending))
}

/// Whether a path, in small letters, is that of a text which stands for others still to be written, or of parts of pages.
pub fn stands_for_others(path: &str) -> bool {
    names_form(path) || local::is_mdx(path) || path.contains("skeleton") || path.contains("boilerplate")
}

/// The word for it in other languages. "Entscheidungsvorlage" is a paper that somebody decides on.
const FORMS: &[&str] = &[
    "vorlage",
    "plantilla",
    "szablon",
    "sjabloon",
    "\u{448}\u{430}\u{431}\u{43b}\u{43e}\u{43d}",
    "\u{30c6}\u{30f3}\u{30d7}\u{30ec}\u{30fc}\u{30c8}",
    "\u{6a21}\u{677f}",
    "\u{7bc4}\u{672c}",
];

fn is_word_for_form(word: &str) -> bool {
    const MANY: &str = "vorlagen plantillas szablony sjablonen";
    word == "template"
        || is_among(MANY, word)
        || FORMS.iter().any(|it| *it == word || !it.is_ascii() && word.ends_with(it))
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
    use super::{is_about_form, is_form, is_template, names_form};

    #[test]
    fn forms_for_others() {
        assert!(is_template("adr/_TEMPLATE.md") && is_template("adr/adr-template.md") && is_template("template.md"));
        assert!(is_template("adr/0000-use-markdown-architectural-decision-records.md"));
        assert!(is_form("adr/0034-template.md") && !is_template("adr/0034-service-template.md"));
        assert!(is_form("adr/0000-adr-vorlage.md") && is_form("adr/plantilla.md") && is_form("adr/0000-adr-modelo.md"));
        assert!(
            !is_form("adr/modelo-de-datos.md") && !is_form("adr/modelo.md") && !is_form("0003-beschlussvorlage.md")
        );
        assert!(is_about_form("rfcs/0008-lamp-shop-template.md") && !is_about_form("rfcs/0000-lamp-shop-template.md"));
        assert!(!is_about_form("rfcs/0001_bep-template.md") && !is_about_form("rfcs/0001-template.md"));
        assert!(!is_about_form("rfcs/lamp-shop-template.md"));
        assert!(names_form("docs/my-templates/a.md") && names_form("docs/vorlagen/a.md"));
        assert!(names_form("docs/\u{8bae}\u{4e8b}\u{6a21}\u{677f}.md") && !names_form("docs/beschlussvorlage.md"));
        assert!(names_form("lib/readme.ejs.md") && !names_form("docs/ejs.md") && !names_form("docs/a.b.md"));
        assert!(!is_template("adr/0012-template-engine.md") && !is_template("templates/queue.md"));
    }
}
