//! `pingless fill`: the questions that a text leaves open, put into it.

use crate::cli::{ColorArg, Fill, InputArgs};
use crate::compose::fill::{self, Filled};
use crate::config::Policy;
use crate::document::Document;
use crate::input::{self, Trouble};
use crate::lint;
use crate::report::counted;
use crate::rule::{Catalog, KindPage};
use crate::run::Exit;
use crate::run::around::Trees;
use crate::run::console::{complain, hand_over, say};
use crate::run::work::{self, with_kind};
use crate::text::Source;

pub fn run(args: &Fill) -> Exit {
    let input = InputArgs {
        kind: args.kind.clone(),
        stdin_filename: args.stdin_filename.clone(),
        jobs: 1,
        ..InputArgs::default()
    };
    let (setup, work) = match work::begin(&args.rules, &input, std::slice::from_ref(&args.path), ColorArg::Auto) {
        Ok(begun) => begun,
        Err(exit) => return exit,
    };
    if let Some(trouble) = work.troubles.first() {
        return complain(&format!("{}: {}", trouble.name, trouble.message), &trouble.help);
    }
    let is_file = work.stdin.is_none();
    let (source, policy) = match (work.stdin, work.inputs.as_slice()) {
        (Some((source, policy)), _) => (source, policy),
        (None, [(input, policy)]) if args.path.is_file() => (input::read(input), Policy::clone(policy)),
        _ => return complain(&format!("{} is no file", args.path.display()), "name one file, or `-`"),
    };
    let source = match source {
        Ok(source) => with_kind(Trees::default().seated(source), &policy),
        Err(trouble) => return complain(&format!("{}: {}", trouble.name, trouble.message), &trouble.help),
    };
    let page = match kind_of(&source, &setup.catalog, &policy) {
        Ok(page) => page,
        Err(exit) => return exit,
    };
    let filled = filled(&source, &setup.catalog, page, &policy);
    if !args.write {
        hand_over(&filled.text);
    } else if !is_file {
        return complain("standard input cannot be written to", "leave out `--write`");
    } else if let Err(trouble) = write(args, &source, &filled) {
        return complain(&format!("{}: {}", source.name, trouble.message), &trouble.help);
    }
    say(&told(&filled, &page.kind.name));
    Exit::Clean
}

/// The page of the text's kind, which has to be known: other questions would be wrong ones.
fn kind_of<'c>(source: &Source, catalog: &'c Catalog, policy: &Policy) -> Result<&'c KindPage, Exit> {
    let recognised = lint::recognise(&Document::new(source), catalog, policy);
    let page = recognised.sure().and_then(|kind| catalog.kind(kind));
    page.ok_or_else(|| {
        let guess = recognised.kind.as_deref().map_or(String::new(), |kind| format!(" it may be `{kind}`;"));
        let all = catalog.kinds.iter().filter(|page| page.kind.is_target).map(|page| &*page.kind.name);
        let help = format!("{guess} say it with `--kind`: one of {}", all.collect::<Vec<_>>().join(", "));
        complain(&format!("nothing tells what kind of document {} is", source.name), help.trim_start())
    })
}

fn filled(source: &Source, catalog: &Catalog, page: &KindPage, policy: &Policy) -> Filled {
    fill::fill(source, page, |need| policy.wants(need, catalog))
}

/// A file that has nothing to be asked is not touched.
fn write(args: &Fill, source: &Source, filled: &Filled) -> Result<(), Trouble> {
    if filled.text == source.text { Ok(()) } else { input::replace(&args.path, &source.text, &filled.text) }
}

fn told(filled: &Filled, kind: &str) -> String {
    match filled.questions.len() {
        0 => format!("{kind}: nothing to ask\n"),
        many => format!("{kind}: {} put in\n", counted(many, "question")),
    }
}
