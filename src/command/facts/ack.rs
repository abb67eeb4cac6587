//! `pingless facts --ack ID PATH`: somebody compared what a text assumes with what is declared.

use std::path::Path;

use super::accept::{self, Patch};
use super::now;
use crate::cli::Facts;
use crate::command::{Exit, complain, say};
use crate::compose::fact;
use crate::config::did_you_mean;
use crate::document::Document;
use crate::input::{self, Input, name_of};
use crate::kind;
use crate::summary::Summary;
use crate::text::Source;

pub fn run(args: &Facts, id: &str, path: &str) -> Result<Exit, Exit> {
    let path = Path::new(path);
    let input = Input { name: name_of(path), path: path.to_owned(), named: true };
    let source = input::read(&input).map_err(|it| complain(&format!("{}: {}", it.name, it.message), &it.help))?;
    let is_markdown = input::is_markdown(path);
    let seen = now(args);
    let (text, count) = fact::acknowledged(&source.text, id, &seen, is_markdown);
    if count == 0 {
        return Err(not_assumed(&source, id, is_markdown));
    }
    let patch = Patch { name: source.name, path: path.to_owned(), before: source.text, after: text };
    let exit = accept::put(args, &[patch])?;
    if !args.dry_run {
        let what = if count == 1 { "its assumption".to_owned() } else { format!("{count} assumptions") };
        say(&format!("{}: {what} of {id} was compared at {seen}\n", name_of(path)));
    }
    Ok(exit)
}

/// The text relies on no fact of this id: perhaps on one whose id is nearly the same.
fn not_assumed(source: &Source, id: &str, is_markdown: bool) -> Exit {
    let summary = match is_markdown {
        true => {
            let doc = Document::new(source);
            Summary::of(&doc, &kind::recognise(&doc, std::iter::empty()), &source.name)
        }
        false => super::gather::of_plain(&source.name, &source.name, &source.text).unwrap_or_default(),
    };
    let mut ids: Vec<&str> = summary.imports.iter().map(|it| it.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let message = format!("`{}` does not say that it assumes `{id}`", source.name);
    let help = match ids.as_slice() {
        [] => format!("no marker in it relies on a fact: write `pingless: assumes {id} = VALUE` in a comment"),
        ids => did_you_mean(id, ids.iter().copied(), &format!("it relies on {}", ids.join(", "))),
    };
    complain(&message, &help)
}
