//! A report in which whatever a stranger may choose is chosen by one: names, words, evidence.

use pingless::config::Policy;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::settle::{Gap, Notice, Report};
use pingless::text::{Origin, Source};
use proptest::prelude::*;

/// Pieces of which hostile words are made: each means something to somebody.
const PIECES: &[&str] = &[
    "::error::pwned",
    "::add-mask::",
    "::stop-commands::x",
    "##[group]",
    "##[error]",
    "##vso[task.x]",
    "%0A::error::x",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    ":",
    "::",
    "#",
    "##",
    "@ana",
    "@org/team",
    "a@b.example",
    "#123",
    "GH-12",
    "owner/repo#9",
    "owner/repo@0123456",
    "https://github.com/o/r/issues/1",
    "www.example.org",
    "`",
    "```",
    "````",
    "|",
    "\\",
    "\\|",
    "\\\\|",
    "<b>",
    "</code>",
    "<!--",
    "-->",
    "<img src=x>",
    "&lt;",
    "&#64;",
    "[a](b)",
    "![a](b)",
    "[^1]",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "$x$",
    "$",
    ":tada:",
    "# Title",
    "- [ ] x",
    "1. ",
    "> [!NOTE]",
    "---",
    "===",
    "\u{202e}",
    "\u{1b}[31m",
    "\0",
    "\u{200b}",
    "é😀",
    "word",
    "17:00",
    ",",
    "title=",
    "{",
    "(",
    ")",
    "!",
    "<details>",
];

/// Words of a stranger.
pub fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(PIECES), 0..8).prop_map(|it| it.concat()),
        1 => any::<String>(),
    ]
}

/// One text of each origin, with two findings each; and an input that could not be read.
pub fn report(strange: &[String], catalog: &Catalog) -> Report {
    let pick = |at: usize| strange[at % strange.len()].clone();
    let mut report = Report::default();
    for (at, origin) in [Origin::File, Origin::Message].into_iter().enumerate() {
        let text = format!("# {}\n\n{}\n\nIt comes soonish, and soonish.\n", pick(at), pick(at + 1));
        let kind = (origin == Origin::Message).then(|| "pull-request".to_owned());
        let source = Source { kind, ..Source::new(pick(at + 2), text, origin) };
        let mut document = lint::check(&source, catalog, &Policy::default());
        document.findings.truncate(2);
        for (number, finding) in document.findings.iter_mut().enumerate() {
            finding.message = pick(at + number + 3).into();
            finding.question = pick(at + number + 4).into();
            finding.at.text = pick(at + number + 5);
            finding.help = Some(pick(at + number + 6).into());
            finding.related.clear();
        }
        document.gaps = thin_vec::thin_vec![Gap { heading: pick(at + 1), question: pick(at + 2) }];
        report.documents.push(document);
    }
    report.notices.push(Notice { path: pick(0), message: pick(1), help: pick(2), fatal: false });
    report
}
