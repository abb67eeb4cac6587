//! `pingless facts --ack ID PATH`: somebody compared what a text assumes with what is declared.

use std::path::Path;

use super::accept::{self, Edit};
use super::now;
use crate::cli::Facts;
use crate::compose::fact;
use crate::config::{Policy, did_you_mean};
use crate::input::{self, Input, Selection, name_of};
use crate::lint;
use crate::report::{closing as told, facts as printer};
use crate::rule::Catalog;
use crate::run::Exit;
use crate::run::console::{complain, print_mistakes, say};
use crate::run::facts::{self, Gathered, Wanted, seat};
use crate::run::work::{self, asserted, with_kind};
use crate::settle::Report;
use crate::summary::{Form, Summary};
use crate::text::Source;

pub fn run(args: &Facts, id: &str, path: &str) -> Result<Exit, Exit> {
    let path = Path::new(path);
    let input = Input::new(name_of(path), path, true);
    let source = input::read(&input).map_err(|it| complain(&format!("{}: {}", it.name, it.message), &it.help))?;
    let mut paths = args.paths.clone();
    paths.push(path.to_owned());
    let (mut setup, work) = work::begin(&args.rules(), &args.input, &paths, args.color)?;
    let policy = setup.policy(Some(path)).map_err(|mistakes| print_mistakes(&mistakes, args.color))?;
    let summary = summary(&source, path, &setup.catalog, &asserted(policy, &args.input));
    // Of a document not all may have been read; what is wrong in another text has nothing to do with it.
    if !summary.is_plain {
        let notices = facts::unread(&summary).collect();
        say(&told::notices(&Report { notices, ..Report::default() }));
    }
    let own = || summary.imports.iter().filter(|it| it.id == id);
    let count = own().filter(|it| it.form != Form::Link).count();
    if count == 0 {
        return Err(not_assumed(&summary, id));
    }
    let selection = Selection { paths, ..args.selection() };
    let gathered = facts::all(&mut setup, work, &selection, Wanted::Facts, args.color)?;
    refuse_other_value(&gathered, id, path)?;
    let seen = now(args);
    let after = fact::acknowledged(&source.text, own(), &seen);
    let edit = Edit::new(source.name.to_string(), path.to_owned(), source.text, after);
    let exit = accept::put(args, &[edit])?;
    if !args.dry_run {
        let what = if count == 1 { "its assumption".to_owned() } else { format!("{count} assumptions") };
        let was = if count == 1 { "was" } else { "were" };
        say(&format!("{}: {what} of {id} {was} compared at {seen}\n", name_of(path)));
    }
    Ok(exit)
}

/// What was compared and differs is not in agreement: the moment would hide that somebody has to change one of the two.
fn refuse_other_value(gathered: &Gathered, id: &str, path: &Path) -> Result<(), Exit> {
    let (_, below) = seat(path);
    for fact in gathered.facts().iter().filter(|it| it.id == id) {
        let own = fact.astray().find(|it| it.at.path == below);
        if let (Some(own), Some(first)) = (own, fact.first()) {
            let (is, assumed) = (&first.value, own.value.as_deref().unwrap_or("another value"));
            let (place, at) = (printer::place(&own.at), printer::place(&first.at));
            let message = format!("{place} assumes {assumed} of `{id}`, which is {is} in {at}");
            return Err(complain(&message, "change one of the two first: what differs was not confirmed"));
        }
    }
    Ok(())
}

fn summary(source: &Source, path: &Path, catalog: &Catalog, policy: &Policy) -> Summary {
    let (_, below) = seat(path);
    if !input::is_markdown(path) {
        return Summary::of_plain(&source.name, &below, &source.text)
            .unwrap_or_else(|| Summary { name: Some(source.name.clone()), ..Summary::default() });
    }
    lint::summarise(&with_kind(source.clone(), policy).placed(below.as_str()), None, catalog, policy)
}

/// The text relies on no fact of this id: perhaps on one whose id is nearly the same.
fn not_assumed(summary: &Summary, id: &str) -> Exit {
    if summary.imports.iter().any(|it| it.id == id) {
        let message = format!("`{}` only links to `{id}`: a link has no moment", summary.name());
        return complain(&message, "it says nothing that could be out of date; `pingless: assumes ID = VALUE` would");
    }
    let mut ids: Vec<&str> = summary.imports.iter().map(|it| it.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let message = format!("`{}` does not say that it assumes `{id}`", summary.name());
    let help = match ids.as_slice() {
        [] => format!("no marker in it relies on a fact: write `pingless: assumes {id} = VALUE` in a comment"),
        ids => did_you_mean(id, ids.iter().copied(), &format!("it relies on {}", ids.join(", "))),
    };
    complain(&message, &help)
}
