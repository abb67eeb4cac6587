//! Fragments that name no heading, and which one may have been meant.

use std::cell::OnceCell;

use super::{Fault, written};
use crate::document::{Anchors, Document};
use crate::tree::Around;
use crate::words::address::local::Local;

/// A fragment that names no heading, in this text or in another one.
pub(super) fn lost(
    doc: &Document,
    own: &OnceCell<Anchors>,
    around: &Around,
    target: &Local,
    other: Option<&str>,
) -> Option<Fault> {
    let fragment = target.fragment.as_deref().filter(|it| !is_given_by_forge(it))?;
    let is_markdown = |path: &str| [".md", ".markdown"].iter().any(|end| path.to_lowercase().ends_with(end));
    let has = |anchors: &Anchors| {
        let is_known = anchors.has(fragment) || !around.is_github() && anchors.has_like(fragment);
        (!is_known).then(|| nearest(anchors, fragment))
    };
    let near = match other {
        None => has(own.get_or_init(|| doc.anchors()))?,
        Some(path) if is_markdown(path) => has(&*around.anchors(path)?)?,
        Some(_) => return None,
    };
    let place = other.map_or_else(|| "here".to_owned(), |path| format!("in `{path}`"));
    let label = match &near {
        Some(near) => format!("no heading {place} makes `#{fragment}`; one makes `#{near}`"),
        None => format!("no heading {place} makes `#{fragment}`"),
    };
    let joined = |it: &str| it.to_lowercase().replace('_', "-");
    let is_joined_otherwise = near.as_ref().is_some_and(|near| joined(near) == joined(fragment));
    let instead = near.map(|near| {
        let path = other.map(|path| written(around, target, path)).unwrap_or_default();
        format!("{path}#{near}")
    });
    Some(Fault {
        label,
        question: Some("Which part is meant?".to_owned()),
        instead,
        is_doubtful: false,
        is_of_file: false,
        is_joined_otherwise,
    })
}

/// Lines, the top, a text search, the README of a page, footnotes: no heading makes them.
fn is_given_by_forge(fragment: &str) -> bool {
    const GIVEN: &[&str] = &["", "top", "readme", "readme-ov-file", "start-of-content", "_top"];
    let lower = fragment.to_lowercase();
    let is_line = lower.strip_prefix('l').is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_digit()));
    let is_note = ["fn", "fnref", "user-content-fn", ":~:", "/", "!", "?", "cite_", "%"]
        .iter()
        .any(|open| lower.starts_with(open));
    GIVEN.contains(&&*lower) || is_line || is_note || lower.contains(['=', '&'])
}

/// Letters from which on a part of a heading stands for it.
const LONG: usize = 6;

/// How alike two names are at least, from 0 to 1, for one to be offered in place of the other.
const ALIKE: f64 = 0.8;

/// The heading whose id is most like a fragment.
fn nearest(anchors: &Anchors, fragment: &str) -> Option<String> {
    let lower = fragment.to_lowercase();
    let letters = |it: &str| it.chars().filter(|it| it.is_alphanumeric()).collect::<String>();
    let bare = letters(&lower);
    let plain: Vec<(String, &String)> = anchors.headings.iter().map(|it| (letters(it), it)).collect();
    if let Some((_, same)) = plain.iter().find(|(it, _)| !bare.is_empty() && *it == bare) {
        return Some((*same).clone());
    }
    // A number was put before it, or words behind it.
    let mut longer = plain.iter().filter(|(it, _)| bare.len() >= LONG && it.contains(&bare));
    if let (Some((_, one)), None) = (longer.next(), longer.next()) {
        return Some((*one).clone());
    }
    // What differs more in length cannot be as like.
    let length = lower.chars().count();
    let is_near = |it: usize| it.min(length) as f64 >= ALIKE * it.max(length) as f64;
    // "week-1" is another part than "week-4".
    let digits = |it: &str| it.chars().filter(char::is_ascii_digit).collect::<String>();
    let numbers = digits(&lower);
    let near = anchors.headings.iter().filter(|it| is_near(it.chars().count()) && digits(it) == numbers);
    let scored = near.map(|it| (strsim::normalized_levenshtein(it, &lower), it));
    let best = scored.max_by(|one, other| one.0.total_cmp(&other.0))?;
    (best.0 >= ALIKE).then(|| best.1.clone())
}
