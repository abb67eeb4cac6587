//! `pingless stream`: one line in, one line out, in order, holding as many lines as there is work for.

use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write};
use std::path::Path;
use std::time::Duration;

use rayon::prelude::*;

use super::around::Trees;
use super::setup::Setup;
use super::work::with_kind;
use super::{Exit, complain, parallel, print_mistakes};
use crate::cli::{ColorArg, Emit, Stream};
use crate::config::{Policy, did_you_mean};
use crate::input::lines::{self, Lines, Next};
use crate::input::{self, LARGEST};
use crate::lint::{self, Beside, Detail};
use crate::owners;
use crate::payload::Unreadable;
use crate::payload::line::{self, Bad, Line};
use crate::report::stream::{self as rows, Carried, Error, Owners, Sender};
use crate::rule::{Catalog, Mistake};
use crate::summary::Summary;
use crate::text::{Origin, Source};

/// Rows that are ready wait no longer for others.
const PATIENCE: Duration = Duration::from_millis(50);

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

/// Hands the lines of a file to `work`, as many as there are, and writes what it makes of them. Says how the run
/// ends where it ends before its time.
pub fn each_batch(
    file: &Path,
    mut work: impl FnMut(Vec<lines::Line>) -> Result<Vec<String>, Vec<Mistake>>,
) -> Option<Exit> {
    let lines = match Lines::open(file) {
        Ok(lines) => lines,
        Err(it) => return Some(complain(&format!("{}: {}", it.name, it.message), &it.help)),
    };
    let mut out = Out::new();
    loop {
        let next = lines.next(out.has_waiting.then_some(PATIENCE));
        let written = match next {
            Next::Lines(batch) => match work(batch) {
                Ok(rows) => out.put(&rows),
                Err(mistakes) => {
                    let _ = out.flush();
                    return Some(print_mistakes(&mistakes, ColorArg::Auto));
                }
            },
            Next::Quiet => out.flush(),
            Next::End(why) => {
                let flushed = out.flush();
                let broke =
                    why.map(|it| complain(&format!("{}: it broke off: {it}", input::name_of(file)), "run it again"));
                return flushed.err().or(broke);
            }
        };
        if let Err(exit) = written {
            return Some(exit);
        }
    }
}

/// Standard output, written to a piece at a time.
pub struct Out {
    out: BufWriter<StdoutLock<'static>>,
    has_waiting: bool,
}

impl Out {
    pub fn new() -> Self {
        Self { out: BufWriter::with_capacity(64 << 10, io::stdout().lock()), has_waiting: false }
    }

    /// Writes rows; where nobody reads them any more, says how to end.
    pub fn put(&mut self, rows: &[String]) -> Result<(), Exit> {
        self.has_waiting |= !rows.is_empty();
        rows.iter().try_for_each(|row| self.out.write_all(row.as_bytes())).map_err(|it| unwritten(&it))
    }

    pub fn flush(&mut self) -> Result<(), Exit> {
        self.has_waiting = false;
        self.out.flush().map_err(|it| unwritten(&it))
    }
}

/// A reader that went away wants no more.
fn unwritten(error: &io::Error) -> Exit {
    match error.kind() {
        ErrorKind::BrokenPipe => Exit::Clean,
        _ => complain(&format!("standard output cannot be written: {error}"), "make room, or send it elsewhere"),
    }
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
