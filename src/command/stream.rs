//! `pingless stream`: one line in, one line out, in order, holding as many lines as there is work for.

use std::path::Path;

use rayon::prelude::*;

use crate::cli::{ColorArg, Emit, Stream};
use crate::config::{Policy, did_you_mean};
use crate::input::lines;
use crate::input::{self, LARGEST};
use crate::lint::{self, Beside, Detail};
use crate::owners;
use crate::payload::Unreadable;
use crate::payload::line::{self, Bad, Line};
use crate::report::stream::{self as rows, Carried, Error, Owners, Sender};
use crate::rule::{Catalog, Mistake};
use crate::run::around::Trees;
use crate::run::console::print_mistakes;
use crate::run::lines::each_batch;
use crate::run::setup::Setup;
use crate::run::work::with_kind;
use crate::run::{Exit, parallel};
use crate::summary::Summary;
use crate::text::{Origin, Source};

pub fn run(args: &Stream) -> Exit {
    parallel::share(args.jobs);
    let mut setup = match Setup::new(&args.rules) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    let carried =
        Carried { diagnostics: args.emit.contains(&Emit::Diagnostics), summary: args.emit.contains(&Emit::Summaries) };
    let trees = args.on_disk.then(Trees::default);
    let mut is_broken = false;
    let ended = each_batch(&args.file, |batch| {
        let tasks: Vec<(usize, Result<Line, Bad>)> = batch.into_par_iter().filter_map(parsed).collect();
        let tasks = with_policies(tasks, &mut setup)?;
        let judge = Judge { catalog: &setup.catalog, trees: trees.as_ref(), carried };
        let rows: Vec<(bool, String)> = tasks.into_par_iter().map(|task| judge.row(task)).collect();
        is_broken |= rows.iter().any(|(is_bad, _)| *is_bad);
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    });
    ended.unwrap_or(if is_broken { Exit::Wrong } else { Exit::Clean })
}

/// A line that holds something, read.
fn parsed(it: lines::Line) -> Option<(usize, Result<Line, Bad>)> {
    if it.is_cut {
        return Some((it.number, Err(line::too_long(&it.bytes, LARGEST))));
    }
    let named = |line: Line| Line { path: line.path.as_deref().map(input::name_told), ..line };
    (!line::is_blank(&it.bytes)).then(|| (it.number, line::read(&it.bytes).map(named)))
}

/// What has to be done for one line.
type Task = (usize, Result<(Line, Policy), Bad>);

fn with_policies(lines: Vec<(usize, Result<Line, Bad>)>, setup: &mut Setup) -> Result<Vec<Task>, Vec<Mistake>> {
    let with = |(number, line): (usize, Result<Line, Bad>)| {
        let line = match line {
            Ok(line) => line,
            Err(bad) => return Ok((number, Err(bad))),
        };
        if let Some(why) = unknown_kind(&line, &setup.catalog) {
            return Ok((number, Err(Bad { id: line.id, meta: line.meta, why })));
        }
        let mut policy = setup.policy(line.path.as_deref().map(Path::new))?;
        policy.kind = line.kind.clone().or(policy.kind);
        Ok((number, Ok((line, policy))))
    };
    lines.into_iter().map(with).collect()
}

fn unknown_kind(line: &Line, catalog: &Catalog) -> Option<Unreadable> {
    let kind = line.kind.as_deref().filter(|kind| *kind != "none" && catalog.kind(kind).is_none())?;
    let all = catalog.kind_names().collect::<Vec<_>>().join(", ");
    let help = did_you_mean(kind, catalog.kind_names(), &format!("use one of {all}, none"));
    Some(Unreadable::new(format!("there is no kind `{kind}`"), help))
}

/// What makes rows of lines.
struct Judge<'j> {
    catalog: &'j Catalog,
    trees: Option<&'j Trees>,
    carried: Carried,
}

impl Judge<'_> {
    /// The row of a line, and whether it says that the line is broken.
    fn row(&self, (number, task): Task) -> (bool, String) {
        match task {
            Ok((line, policy)) => (false, self.judged(number, line, &policy)),
            Err(Bad { id, meta, why }) => {
                let error = Error { line: number, message: &why.message, help: &why.help };
                let sender = Sender { id: id.as_deref(), meta: meta.as_deref() };
                (true, rows::unjudged(sender, error, self.carried))
            }
        }
    }

    fn judged(&self, number: usize, line: Line, policy: &Policy) -> String {
        let name = match &line.path {
            Some(path) => path.clone(),
            None => called(line.id.as_deref(), number),
        };
        let sender = Sender { id: line.id.as_deref(), meta: line.meta.as_deref() };
        if line.path.is_some() && owners::PLACES.contains(&name.as_str()) {
            let (path, text) = (name.as_str(), line.text.as_str());
            return rows::owners(sender, Owners { path, text }, self.carried);
        }
        if line.path.is_some() && policy.kind.is_none() && !input::is_markdown(Path::new(&name)) {
            return rows::plain(sender, self.plain(&name, &line.text).as_ref(), self.carried);
        }
        let origin = if line.path.is_some() { Origin::File } else { Origin::Message };
        let source = with_kind(Source { written: line.written, ..Source::new(name, line.text, origin) }, policy);
        let beside =
            Beside { summary: if self.carried.summary { Detail::Whole } else { Detail::None }, ..Beside::default() };
        let checked = match self.trees {
            Some(trees) => trees.judge_beside(&source, beside, self.catalog, policy, &()),
            None => lint::check_beside(&source, beside, self.catalog, policy),
        };
        rows::judged(sender, &source.text, &checked, self.catalog, self.carried)
    }
}

impl Judge<'_> {
    /// What is kept of a text that is no document.
    fn plain(&self, name: &str, text: &str) -> Option<Summary> {
        if !self.carried.summary || !input::is_marked(text.as_bytes()) {
            return None;
        }
        let path = self.trees.and_then(|it| it.path_of(Path::new(name)));
        Summary::of_plain(name, path.as_deref().unwrap_or(name), text)
    }
}

/// What a text without a path is called: by its id, or else by its line.
fn called(id: Option<&serde_json::value::RawValue>, number: usize) -> String {
    let id = id.map(|it| it.get());
    let word = id.and_then(|it| serde_json::from_str::<String>(it).ok());
    let number = || format!("<line {number}>");
    word.filter(|it| !it.is_empty()).or_else(|| id.map(str::to_owned)).unwrap_or_else(number)
}
