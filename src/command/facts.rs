//! `pingless facts`: the facts of a repository, what could be one, and who has to be told of a change.

mod accept;
mod ack;
mod diff;
mod suggest;
mod touching;

use jiff::Timestamp;

use crate::cli::{Facts, FactsFormat, RuleArgs};
use crate::corpus::ledger::Fact;
use crate::input::Selection;
use crate::report::closing;
use crate::report::facts as printer;
use crate::run::Exit;
use crate::run::clock;
use crate::run::console::{complain, print, say};
use crate::run::facts::{self, Gathered, Wanted};
use crate::run::work;
use crate::settle::{Notice, Report};

pub fn run(args: &Facts) -> Exit {
    ended(args).unwrap_or_else(|exit| exit)
}

fn ended(args: &Facts) -> Result<Exit, Exit> {
    if args.paths.iter().any(|path| path == std::path::Path::new("-")) {
        return Err(complain("a message on standard input has no neighbours", "name files or folders, or none"));
    }
    if let [id, path] = args.ack.as_slice() {
        return ack::run(args, id, path);
    }
    if args.suggest || !args.accept.is_empty() {
        return suggest::run(args);
    }
    let (mut setup, work) = work::begin(&args.rules(), &args.input, &args.paths, args.color)?;
    let gathered = facts::all(&mut setup, work, &args.selection(), Wanted::Facts, args.color)?;
    let facts = gathered.facts();
    let exit = if let Some(path) = &args.touching {
        touching::run(args, path, &gathered, &facts)?
    } else if let Some(base) = &args.diff {
        diff::run(args, base, &mut setup, &gathered)?
    } else {
        list(args, &gathered, &facts)
    };
    Ok(gathered.told(exit))
}

/// All facts, or those about which texts disagree.
fn list(args: &Facts, gathered: &Gathered, facts: &[Fact]) -> Exit {
    let chosen: Vec<&Fact> = facts.iter().filter(|it| !args.conflicts || it.is_wrong()).collect();
    print(&match args.format {
        FactsFormat::Human if args.conflicts => printer::conflicts(&chosen),
        FactsFormat::Human => printer::table(&chosen),
        FactsFormat::Json => printer::json(&chosen),
        FactsFormat::Csv => printer::csv(&chosen),
    });
    // That there is none is told by nobody who could not read everything.
    if !facts.is_empty() || !gathered.is_incomplete() {
        say(&printer::summary(facts));
    }
    if args.conflicts && !chosen.is_empty() { Exit::Findings } else { Exit::Clean }
}

impl Facts {
    fn rules(&self) -> RuleArgs {
        self.from.rules(self.now)
    }

    /// What is read.
    fn selection(&self) -> Selection {
        work::selection(&self.paths, &self.input)
    }
}

/// The moment that counts as now: what was said, or else what the clock says.
fn now(args: &Facts) -> String {
    let now: Timestamp = args.now.unwrap_or_else(clock::now);
    now.strftime("%Y-%m-%dT%H:%MZ").to_string()
}

/// Only people and programs that read JSON can be told a tree.
fn no_rows(what: &str) -> Exit {
    complain(&format!("{what} is no table of facts"), "use `--format json`, or none")
}

impl Gathered {
    /// Says what could not be read, and how the run ends.
    fn told(&self, exit: Exit) -> Exit {
        let report = Report { notices: self.notices.clone(), ..Report::default() };
        say(&closing::notices(&report));
        if self.is_incomplete() { Exit::Wrong } else { exit }
    }

    fn is_incomplete(&self) -> bool {
        self.notices.iter().any(|it: &Notice| it.fatal)
    }
}
