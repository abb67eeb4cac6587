//! A bar for each system: how many of its questions are answered.

use super::{columns, of, section, wide};
use crate::litmus::{Authors, By, Litmus, Share, System};
use crate::report::html::Html;

pub(super) fn print(html: &mut Html, litmus: &Litmus) {
    let has_authors = litmus.systems.iter().any(|it| it.authors.is_some());
    section(html, "systems", "Systems", |it| {
        if litmus.systems.is_empty() {
            it.words("p", &[], "There are none.").line();
            return;
        }
        wide(it, "bars", "bars", "How many of the questions about each system its texts answer", |it| {
            let all = [("System", ""), ("Share", "drawn"), ("Answered", "number"), ("Documents", "number")];
            let authors = [("Authors in twelve months", "number")];
            columns(it, &[&all[..], if has_authors { &authors } else { &[] }].concat());
            it.element("tbody", &[], |it| {
                it.line();
                litmus.systems.iter().enumerate().for_each(|(at, system)| row(it, at, system, has_authors));
            });
        });
    });
}

fn row(html: &mut Html, at: usize, system: &System, has_authors: bool) {
    let share = system.answered();
    html.element("tr", &[], |it| {
        it.element("th", &[("scope", "row")], |it| {
            it.element("a", &[("href", &format!("#system-{at}"))], |it| {
                it.stranger(&system.name);
            });
            known_by(it, system);
        });
        it.element("td", &[("class", "drawn")], |it| bar(it, share));
        it.words("td", &[("class", "number")], of(share));
        it.words("td", &[("class", "number")], system.documents);
        if has_authors {
            let authors = match system.authors {
                Some(Authors::AtLeastThree) => "at least three",
                Some(Authors::FewerThanThree) => "fewer than three",
                None => "unknown",
            };
            it.words("td", &[("class", "number")], authors);
        }
    });
    html.line();
}

/// Its folders, and why it is taken for a system.
fn known_by(html: &mut Html, system: &System) {
    html.element("span", &[("class", "by")], |it| {
        it.text(match system.by {
            By::Configuration => "by the configuration",
            By::Owners => "by CODEOWNERS",
            By::Folder => "a folder of its own",
            By::Repository => "the whole repository",
        });
        let is_told = |path: &&String| !path.is_empty() && **path != system.name;
        for (at, path) in system.paths.iter().filter(is_told).enumerate() {
            it.text(if at == 0 { ": " } else { ", " }).stranger(path);
        }
    });
}

/// The number stands beside it in words.
fn bar(html: &mut Html, share: Share) {
    let all = share.all.max(1).to_string();
    let view = format!("0 0 {all} 1");
    let svg = [("class", "bar"), ("viewBox", &*view), ("preserveAspectRatio", "none"), ("aria-hidden", "true")];
    html.element("svg", &svg, |it| {
        it.words("rect", &[("class", "rest"), ("width", &all), ("height", "1")], "");
        it.words("rect", &[("class", "known"), ("width", &share.part.to_string()), ("height", "1")], "");
    });
}
