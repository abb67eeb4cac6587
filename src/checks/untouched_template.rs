//! `rules/complete/untouched-template.md`

use crate::document::Document;
use crate::finding::{Findings, Level};
use crate::template::{Comparison, Purpose};
use crate::words::file_name;

pub fn check(doc: &Document, compared: Option<&Comparison>, found: &mut Findings) {
    let is_folder = |it: &Comparison| it.template.purpose == Purpose::Folder;
    let is_template = || doc.source().path().is_some_and(|path| file_name::names_form(&path.to_lowercase()));
    let compared = compared.filter(|it| it.is_untouched && !(is_folder(it) && is_template()));
    let Some(compared) = compared else { return };
    let flag = found.flag(doc.head(), format!("nothing but {} stands here", compared.template.path)).of_whole();
    // A document that was begun from its folder's template waits for its author, and not for a reader.
    if is_folder(compared) {
        flag.level = Some(Level::Warn);
    }
}
