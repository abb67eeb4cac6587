//! A system as titles and headings may name it: by a name that is its own, or by a word that means other things too.

use super::system::{Folders, Found, GENERIC, ORDINARY};
use crate::words::list::is_among;

#[derive(Debug)]
pub struct Known<'h> {
    pub found: &'h Found,
    /// The last part of its name, in small letters.
    pub short: String,
    pub is_deployed: bool,
    /// It has the name of the repository: whatever is named so may be the whole.
    pub is_main: bool,
    /// The name of the repository begins with its name, as the names of all its products do.
    is_brand: bool,
}

impl<'h> Known<'h> {
    /// A system of the repository that is called `name`.
    pub fn new(found: &'h Found, name: &str, folders: &Folders) -> Self {
        let short = found.name.rsplit('/').next().unwrap_or_default();
        let lower = short.to_lowercase();
        Self {
            found,
            is_deployed: found.paths.iter().any(|it| folders.is_deployed(it)),
            is_main: short.eq_ignore_ascii_case(name),
            is_brand: name.to_lowercase().strip_prefix(&lower).is_some_and(|it| it.starts_with(['-', '_'])),
            short: lower,
        }
    }

    /// Whether one of the headings can mean nothing but the system. "Gate each removal by a usage audit" is not about what
    /// lies in `apps/audit`, and "the audit app logs each change" is.
    pub fn is_called(&self, headings: &[String]) -> bool {
        const SORTS: &str = "\
            service app application module package library crate component api server client worker ui cli gateway engine \
            plugin chart tool sdk daemon controller operator system repository layer backend frontend";
        // "Keep billing in one table": a thing that is many, or that another word goes with, is no name.
        const LEADS: &str = "\
            in of for from to into by with on behind inside through the split keep move rewrite merge replace run deploy \
            build let make give drop remove extend use port migrate";
        let is_made_up = !self.short.chars().all(char::is_alphabetic);
        let is_sort = |it: &str| is_among(SORTS, it) || it.strip_suffix('s').is_some_and(|it| is_among(SORTS, it));
        let is_whole = |heading: &String| {
            let quoted = format!("`{}`", self.short);
            let path = self.found.name.to_lowercase();
            heading.contains(&quoted) || path.contains('/') && heading.contains(&path)
        };
        let is_called = |heading: &String| {
            // "ADR-0034: Billing keeps each invoice"
            let is_number = |it: &&str| matches!(*it, "adr" | "rfc") || it.bytes().all(|it| it.is_ascii_digit());
            let words =
                heading.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).skip_while(is_number);
            let words: Vec<&str> = words.collect();
            let Some(at) = words.iter().position(|it| *it == self.short) else { return false };
            let is_led = || !self.short.ends_with('s') && is_among(LEADS, words[at - 1]);
            at == 0 || words.get(at + 1).is_some_and(|it| is_sort(it)) || is_led()
        };
        is_made_up || headings.iter().any(|heading| is_whole(heading) || is_called(heading))
    }

    /// Whether one of the headings names the system.
    pub fn is_named(&self, headings: &[String]) -> bool {
        let whole = self.found.name.to_lowercase();
        let is_generic = is_among(GENERIC, &self.short) || is_among(ORDINARY, &self.short);
        let is_generic = is_generic || self.short.len() < 4 || self.is_brand;
        headings.iter().any(|heading| {
            // The first of them is all of it.
            let is_it = |it: &str| it == whole && !self.is_brand || !is_generic && it == self.short;
            let mut all = words(heading);
            all.next().is_some_and(|it| it == whole) || all.any(is_it)
        })
    }
}

/// What a heading may name a system by: all of it, and its words.
pub fn words(heading: &str) -> impl Iterator<Item = &str> {
    let whole = heading.trim_matches(|it: char| !it.is_alphanumeric());
    [whole].into_iter().chain(heading.split(|it: char| !it.is_alphanumeric() && !"-_./@".contains(it)))
}
