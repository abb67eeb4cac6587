//! An example among other documents of its repository, which stand before it in fences of their own.

use std::sync::Arc;

use super::{context, source};
use crate::config::Policy;
use crate::corpus::{Corpus, Setting};
use crate::finding::{Excerpt, Flag};
use crate::link::{self, Linked};
use crate::lint::{self, Beside, Detail};
use crate::owners::{self, Codeowners};
use crate::rule::{Catalog, Example, Page, Role};
use crate::summary::Summary;
use crate::text::{Lines, Source};

/// What is found in an example beside the documents before it; none where it stands alone.
pub fn linked(page: &Page, own: &Source, example: &Example, catalog: &Catalog, policy: &Policy) -> Option<Linked> {
    let others = context(page, example).filter(|it| it.role == Role::Beside);
    let (owners, others): (Vec<&Example>, Vec<&Example>) = others.partition(|it| is_of_owners(it));
    let mut sources: Vec<Source> =
        others.into_iter().map(|it| Source { kind: it.kind.clone(), ..source(page, it) }).collect();
    if sources.is_empty() && owners.is_empty() {
        return None;
    }
    sources.push(own.clone());
    let wanted = Beside { summary: Detail::Whole, ..Beside::default() };
    let mut summaries: Vec<Summary> =
        sources.iter().filter_map(|it| lint::check_beside(it, wanted, catalog, policy).summary).map(|it| *it).collect();
    summaries.sort_by(|one, other| one.path.cmp(&other.path));
    let read = |it: &&Example| Codeowners::read(it.at.as_deref().unwrap_or_default(), it.text.of(&page.text));
    let owners = owners.first().map(read).map(Arc::new);
    let setting =
        Setting { readers: Arc::clone(&policy.readers), now: own.now.or(policy.now), owners, ..Setting::default() };
    let mut all = link::link(&Corpus::new(&summaries, setting), catalog, link::is_of_corpus);
    let at = summaries.iter().position(|it| own.name == *it.name())?;
    let mut linked = all.swap_remove(at);
    linked.flags_mut().for_each(|flag| quote(flag, &sources));
    Some(linked)
}

/// Whether a fence holds the owners of paths, and no document.
fn is_of_owners(example: &Example) -> bool {
    example.at.as_deref().is_some_and(|it| owners::PLACES.contains(&it))
}

fn quote(flag: &mut Flag, sources: &[Source]) {
    for it in &mut flag.elsewhere {
        let Some(source) = sources.iter().find(|source| source.name == it.name) else { continue };
        it.excerpt = Some(Excerpt::of(&source.text, &Lines::of(&source.text), it.span));
    }
}
