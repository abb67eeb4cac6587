//! `pingless link`: summaries in, what their texts disagree about out.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::cli::{ColorArg, Link};
use crate::corpus::{Corpus, Setting};
use crate::input::LARGEST;
use crate::input::lines;
use crate::link;
use crate::lint::settle_linked;
use crate::owners::{self, Codeowners};
use crate::payload::Unreadable;
use crate::payload::line::{self, Bad, Echo};
use crate::payload::row::{self, Holds};
use crate::report::stream::{self as rows, Error, Sender, Text};
use crate::report::summary_row;
use crate::rule::Mistake;
use crate::run::Exit;
use crate::run::console::print_mistakes;
use crate::run::lines::{Out, each_batch};
use crate::run::linked::has_facts;
use crate::run::setup::Setup;
use crate::summary::Summary;
use crate::words::edition::Earlier;

pub fn run(args: &Link) -> Exit {
    match linked(args) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn linked(args: &Link) -> Result<Exit, Exit> {
    let wrong = |mistakes: Vec<Mistake>| print_mistakes(&mistakes, ColorArg::Auto);
    let mut setup = Setup::new(&args.rules).map_err(wrong)?;
    let (corpora, is_broken) = gathered(args)?;
    let mut out = Out::new();
    for (_, corpus) in corpora {
        let rows = corpus.linked(&mut setup, !args.partial).map_err(wrong)?;
        out.put(&rows)?;
    }
    out.flush()?;
    Ok(if is_broken { Exit::Wrong } else { Exit::Clean })
}

/// The texts of one corpus.
#[derive(Debug, Default)]
struct Gathered {
    /// By path; each with what its sender said of it.
    texts: BTreeMap<String, (Summary, Echo, Echo)>,
    /// The file that says who owns what, and which of the places for it counts.
    owners: Option<(usize, Codeowners)>,
}

/// Reads everything there is. What cannot be read is answered at once.
fn gathered(args: &Link) -> Result<(BTreeMap<String, Gathered>, bool), Exit> {
    let mut corpora: BTreeMap<String, Gathered> = BTreeMap::new();
    let mut is_broken = false;
    let ended = each_batch(&args.file, |batch| {
        let read: Vec<(usize, Result<Read, Bad>)> = batch.into_par_iter().filter_map(|it| parsed(it, args)).collect();
        let mut errors = Vec::new();
        for (number, it) in read {
            let added = it.and_then(|it| corpora.entry(it.corpus.clone()).or_default().add(it));
            if let Err(Bad { id, meta, why }) = added {
                let error = Error { line: number, message: &why.message, help: &why.help };
                errors.push(rows::unlinked(Sender { id: id.as_deref(), meta: meta.as_deref() }, error));
            }
        }
        is_broken |= !errors.is_empty();
        Ok(errors)
    });
    match ended {
        Some(exit) => Err(exit),
        None => Ok((corpora, is_broken)),
    }
}

/// A row that was read.
struct Read {
    corpus: String,
    id: Echo,
    meta: Echo,
    holds: What,
}

enum What {
    Nothing,
    Summary(Box<Summary>),
    Owners { path: String, text: String },
}

fn parsed(it: lines::Line, args: &Link) -> Option<(usize, Result<Read, Bad>)> {
    if it.is_cut {
        return Some((it.number, Err(line::too_long(&it.bytes, LARGEST))));
    }
    (!line::is_blank(&it.bytes)).then(|| (it.number, read(&it.bytes, args.by.as_deref())))
}

fn read(bytes: &[u8], by: Option<&str>) -> Result<Read, Bad> {
    let row::Row { id, meta, holds } = row::read(bytes)?;
    let corpus = match by {
        None => Ok(String::new()),
        Some(key) => row::value_of(meta.as_deref(), key).map(|it| it.get().to_owned()).ok_or_else(|| {
            let help = format!("give each line that `pingless stream` reads a `{key}` in its `meta`");
            Unreadable::new(format!("its `meta` has no `{key}`"), help)
        }),
    };
    let holds = match holds {
        Holds::Summary(json) => summary_row::read(json.get())
            .map(|it| What::Summary(Box::new(it)))
            .map_err(|it| Unreadable::new(it.message, it.help)),
        Holds::Owners { path, text } => Ok(What::Owners { path, text }),
        Holds::Nothing => Ok(What::Nothing),
        Holds::Error(why) => Err(why),
    };
    match (holds, corpus) {
        (Ok(holds), Ok(corpus)) => Ok(Read { corpus, id, meta, holds }),
        (Err(why), _) | (_, Err(why)) => Err(Bad { id, meta, why }),
    }
}

impl Gathered {
    fn add(&mut self, read: Read) -> Result<(), Bad> {
        let Read { id, meta, holds, .. } = read;
        match holds {
            What::Nothing => Ok(()),
            What::Summary(summary) if self.texts.contains_key(summary.path.as_str()) => {
                let message = format!("two texts of its corpus lie at `{}`", summary.path);
                let help = "group the rows with `--by KEY`, or give each text its own path";
                Err(Bad { id, meta, why: Unreadable::new(message, help) })
            }
            What::Summary(summary) => {
                self.texts.insert(summary.path.to_string(), (*summary, id, meta));
                Ok(())
            }
            What::Owners { path, text } => {
                let Some(rank) = owners::PLACES.iter().position(|it| *it == path) else {
                    let message = format!("nobody looks for owners at `{path}`");
                    let help = format!("name one of {}", owners::PLACES.join(", "));
                    return Err(Bad { id, meta, why: Unreadable::new(message, help) });
                };
                if self.owners.as_ref().is_none_or(|(known, _)| rank < *known) {
                    self.owners = Some((rank, Codeowners::read(&path, &text)));
                }
                Ok(())
            }
        }
    }

    /// The rows of what is found among the texts.
    fn linked(self, setup: &mut Setup, is_whole: bool) -> Result<Vec<String>, Vec<Mistake>> {
        let (mut summaries, mut senders) = (Vec::new(), Vec::new());
        let has_facts = has_facts(self.texts.values().map(|it| &it.0).filter(|it| !it.is_plain));
        for (summary, id, meta) in self.texts.into_values().filter(|it| has_facts || !it.0.is_plain) {
            summaries.push(summary);
            senders.push((id, meta));
        }
        let Some((mut setting, is_wanted)) = applies(&summaries, setup, is_whole)? else { return Ok(Vec::new()) };
        setting.owners = self.owners.map(|(_, it)| Arc::new(it));
        let corpus = Corpus::new(&summaries, setting);
        let linked = link::link(&corpus, &setup.catalog, |rule| is_wanted.contains(&*rule.id));
        let numbers: HashMap<&str, usize> =
            summaries.iter().enumerate().map(|(number, it)| (it.name(), number)).collect();
        let sender = |number: usize| {
            let (id, meta): &(Echo, Echo) = &senders[number];
            Sender { id: id.as_deref(), meta: meta.as_deref() }
        };
        let sender_of = |name: &str| numbers.get(name).map_or_else(Sender::default, |number| sender(*number));
        let mut paths: Vec<&str> = summaries.iter().map(|it| it.path.as_str()).collect();
        paths.sort_unstable();
        let earlier = Earlier::among(&paths);
        let mut rows = Vec::new();
        for (number, (summary, linked)) in summaries.iter().zip(&linked).enumerate() {
            if linked.is_empty() && summary.exceptions.is_empty() || earlier.holds(&summary.path) {
                continue;
            }
            let policy = setup.policy(Some(Path::new(summary.name())))?;
            let found = settle_linked(summary, linked, &setup.catalog, &policy);
            let (name, path, kind) = (summary.name(), summary.path.as_str(), summary.kind.as_deref());
            let text = Text { sender: sender(number), name, path, kind };
            rows.extend(found.iter().map(|it| rows::linked(text, it, &setup.catalog, sender_of)));
        }
        Ok(rows)
    }
}

/// What holds for a corpus as a whole: as for the text nearest to its root; and the rules that somebody wants. None for
/// no text.
type Applies = Option<(Setting, HashSet<String>)>;

fn applies(summaries: &[Summary], setup: &mut Setup, is_whole: bool) -> Result<Applies, Vec<Mistake>> {
    let Some(nearest) = summaries.iter().min_by_key(|it| it.path.matches('/').count()) else { return Ok(None) };
    let policy = setup.policy(Some(Path::new(nearest.name())))?;
    let setting = Setting { readers: Arc::clone(&policy.readers), now: policy.now, is_whole, ..Setting::default() };
    let mut others: Vec<String> =
        setup.catalog.rules.iter().filter(|it| link::is_of_corpus(it)).map(|it| it.id.to_string()).collect();
    let mut wanted = HashSet::new();
    for summary in summaries {
        if others.is_empty() {
            break;
        }
        let policy = setup.policy(Some(Path::new(summary.name())))?;
        let is_enabled = |id: &String| setup.catalog.rule(id).is_some_and(|rule| policy.enables(rule));
        let (on, off): (Vec<String>, Vec<String>) = others.into_iter().partition(is_enabled);
        wanted.extend(on);
        others = off;
    }
    Ok(Some((setting, wanted)))
}
