//! `rules/agree/link-contradicts-text.md`

use std::cell::LazyCell;

use crate::change::sort::is_vendored;
use crate::document::{Document, Link};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::address::shown::{self, Mismatch};
use crate::words::list::is_among;
use crate::words::near;

/// Bytes of the words of a link that can be a name of what it leads to.
const LONGEST: usize = 300;

/// Bytes of an address that somebody copies, and not of data.
const LONGEST_ADDRESS: usize = 2000;

pub fn check(doc: &Document, found: &mut Findings) {
    let is_foreign = LazyCell::new(|| doc.source().path().is_some_and(is_vendored));
    let is_short = |link: &Link| link.text.len() <= LONGEST && link.place.len() <= LONGEST_ADDRESS;
    for link in doc.links().iter().filter(|it| !it.image && !it.is_bare() && is_short(it)) {
        let (words, address) = (doc.at(link.text), doc.at(link.place));
        let Some(Mismatch { said, leads, place }) = shown::mismatch(words, address) else { continue };
        if doc.is_code(link) || is_answer(doc, link) || is_of_own_list(doc, link) || *is_foreign {
            continue;
        }
        let (at, said) = (Span::from(said.clone()).after(link.text.start), &words[said]);
        let flag = found.flag(at, format!("its address says {leads}"));
        flag.asks(format!("Which of the two is meant: {said} or {leads}?"));
        if is_in_another(doc, link) {
            continue;
        }
        flag.suggest(format!("write {leads}"), at, leads);
        if let Some(place) = place {
            flag.suggest(format!("lead to {said}"), Span::from(place).after(link.place.start), said);
        }
    }
}

/// Whether two people wrote a link into the address of another one, so that other words would mend none of them.
fn is_in_another(doc: &Document, link: &Link) -> bool {
    doc.text()[..link.span.start].ends_with("](")
}

/// "The fix for [#12](…/pull/15)", "[Issue #12: No limit](…/pull/15)": the words name what is answered, and the address leads to
/// the answer.
fn is_answer(doc: &Document, link: &Link) -> bool {
    let before = doc.text()[..link.span.start].trim_end_matches(['(', '[', ' ']);
    let (words, is_pull) = (doc.at(link.text), doc.at(link.place).contains("/pull/"));
    is_pull && (before.ends_with(" for") || words.starts_with("Issue #"))
}

/// "Bounty [#10](…/issues/88)": those who give out bounties count them, and the forge counts its issues.
fn is_of_own_list(doc: &Document, link: &Link) -> bool {
    const COUNTED: &str = "bounty challenge chapter day edition episode exercise idea lesson level meeting milestone part \
                           phase problem proposal puzzle question round season session sprint step story task week";
    let before = near::behind(&doc.text()[..link.span.start]).trim_end_matches([' ', '*', '_', '(']);
    let is_number = doc.at(link.text).trim_start_matches(['*', '_']).starts_with('#');
    let last = before.rsplit(|it: char| !it.is_alphabetic()).next().unwrap_or_default();
    is_number && is_among(COUNTED, &last.to_ascii_lowercase())
}
