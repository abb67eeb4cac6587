//! `pingless decisions`: the log of what was decided, out of all records and logs.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::cli::{Decisions, DecisionsFormat};
use crate::config::Policy;
use crate::corpus::{Corpus, Setting};
use crate::input::{self, Trouble};
use crate::lint::{Beside, Detail};
use crate::report::closing as notices;
use crate::report::decisions::{self as printer, Row};
use crate::run::Exit;
use crate::run::around::Trees;
use crate::run::console::{print, say};
use crate::run::setup::Naming;
use crate::run::work::{self, notice, with_kind};
use crate::settle::Report;
use crate::summary::{Decision, Mention, Sort, Summary};
use crate::text::Source;
use crate::words::english::status::Standing;

pub fn run(args: &Decisions) -> Exit {
    let (setup, work) = match work::begin(&args.from.rules(None), &args.input, &args.paths, args.color) {
        Ok(begun) => begun,
        Err(exit) => return exit,
    };
    let trees = Trees::default();
    let summary = |source: Result<Source, Trouble>, policy: &Policy| {
        let source = with_kind(trees.seated(source?), policy);
        let beside = Beside { summary: Detail::Whole, ..Beside::default() };
        let root = source.given().and_then(|it| trees.root_of(Path::new(it)));
        Ok((root, trees.judge_beside(&source, beside, &setup.catalog, policy, &()).summary))
    };
    let each = work.inputs.par_iter().map(|(input, policy)| summary(input::read(input), policy));
    let mut read: Vec<Result<_, Trouble>> = each.collect();
    read.extend(work.stdin.map(|(source, policy)| summary(source, &policy)));
    let mut report = Report::default();
    let mut roots: BTreeMap<Option<Arc<Path>>, Vec<Summary>> = BTreeMap::new();
    for result in read {
        match result {
            Ok((root, summary)) => roots.entry(root).or_default().extend(summary.map(|it| *it)),
            Err(trouble) => report.notices.push(notice(trouble, false)),
        }
    }
    report.notices.extend(work.troubles.into_iter().map(|it| notice(it, false)));
    let rows: Vec<Row> = roots.into_iter().flat_map(|(root, summaries)| rows(root.as_deref(), summaries)).collect();
    print(&match args.format {
        DecisionsFormat::Human => printer::human(&rows),
        DecisionsFormat::Mermaid => printer::mermaid(&rows),
        DecisionsFormat::Csv => printer::csv(&rows),
        DecisionsFormat::Json => printer::json(&rows),
    });
    say(&notices::notices(&report));
    if report.is_incomplete() {
        return Exit::Wrong;
    }
    say(printer::summary(&rows));
    Exit::Clean
}

/// The decisions of one repository: records, then the entries of logs that are no index of records.
fn rows(root: Option<&Path>, mut summaries: Vec<Summary>) -> Vec<Row> {
    summaries.sort_by(|one, other| one.path.cmp(&other.path));
    let naming = Naming::like(summaries.iter().map(Summary::name));
    let corpus = Corpus::new(&summaries, Setting::default());
    let mut rows = Vec::new();
    for (text, summary) in summaries.iter().enumerate() {
        let by: Vec<String> =
            corpus.decisions().successors(text).iter().map(|it| summaries[*it].name().to_owned()).collect();
        let named = |it: &Mention| corpus.decisions().named(&corpus, text, it);
        // What is among these is called as it is itself, so that a program can join the two.
        let before = |it: &Mention| named(it).map_or_else(|| it.written.clone(), |it| summaries[it].name().to_owned());
        rows.extend(summary.decision.iter().map(|it| {
            let unknown = it.superseded_by.iter().filter(|it| named(it).is_none());
            let unresolved = unknown.map(|it| called(it, root, naming)).collect();
            let supersedes = it.supersedes.iter().map(before).collect();
            Row { unresolved, supersedes, ..row(summary, it, by.clone()) }
        }));
        let log = summary.log.iter().filter(|_| summary.kind.as_deref() == Some("decision-log"));
        rows.extend(log.map(|it| row(summary, it, it.superseded_by.iter().map(|by| by.written.clone()).collect())));
    }
    rows
}

/// What a record names: the file where it leads to one, called as the others are, or else its words.
fn called(mention: &Mention, root: Option<&Path>, naming: Naming) -> String {
    match (&mention.path, root) {
        (Some(path), Some(root)) => naming.of(&root.join(path)),
        (Some(path), None) => path.clone(),
        (None, _) => mention.written.clone(),
    }
}

fn row(summary: &Summary, decision: &Decision, superseded_by: Vec<String>) -> Row {
    let is_replaced = decision.is_superseded || !superseded_by.is_empty();
    let standing = if is_replaced { Some(Standing::Replaced) } else { decision.standing };
    Row {
        id: decision.id().unwrap_or_default(),
        title: decision.title.to_string(),
        standing: standing.map(|it| match it {
            Standing::Open => "open",
            Standing::Settled => "settled",
            Standing::Dropped => "dropped",
            Standing::Replaced => "replaced",
        }),
        status: decision.status.as_ref().map(|it| it.0.to_string()),
        date: decision.date.map(|it| it.to_string()),
        deciders: decision.deciders.to_vec(),
        told: decision.told.to_vec(),
        supersedes: decision.supersedes.iter().map(|it| it.written.clone()).collect(),
        superseded_by,
        unresolved: Vec::new(),
        path: summary.name().to_owned(),
        line: decision.spot.line,
        evidence: decision.evidence.iter().map(|it| it.target.clone()).collect(),
        only_chat: !decision.evidence.is_empty() && decision.evidence.iter().all(|it| it.sort == Sort::Chat),
    }
}
