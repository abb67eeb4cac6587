//! The one comment that a pull request or an issue is given: what its own text leaves open, and headings that would
//! answer it. What stands in files has its place beside them, and is only counted here.

use indexmap::{IndexMap, IndexSet};

use super::summary::because;
use super::{fence, rule, words};
use crate::finding::Finding;
use crate::report::closing::{Tally, found};
use crate::report::{Look, cap, counted, url};
use crate::rule::Catalog;
use crate::settle::{Checked, Gap, Report};
use crate::text::Origin;

/// By this its writer finds the comment again.
pub const MARKER: &str = "<!-- pingless:comment -->";
/// GitHub takes 65,536 characters, and a mark of its writer may stand before these.
const LONGEST: usize = 60_000;

/// Empty where there is nothing to say.
pub fn print(report: &Report, catalog: &Catalog, look: &Look) -> String {
    let picked = cap::single(report, &look.cap);
    let texts = || picked.documents.iter().filter(|it| it.document.origin != Origin::File);
    let mut list = String::new();
    let mut left: usize = texts().map(|it| it.left).sum();
    let mut findings: Vec<(&Checked, &Finding)> =
        texts().flat_map(|it| it.findings.iter().map(|found| (it.document, &*found.0))).collect();
    findings.sort_by_key(|it| cap::cost(it.1));
    for (document, finding) in findings {
        let rule = rule(&finding.rule, url::of(&finding.rule, catalog).as_deref());
        let help = finding.help.iter().map(|help| format!(" \u{2192} {}", words(help))).collect::<String>();
        // What is not said of title and body says of which text it is said.
        let place = match document.origin {
            Origin::Commit => format!("in {}: ", words(&document.name)),
            _ => String::new(),
        };
        let question = words(&finding.question);
        let item = format!("- **{question}** {place}{}{help} ({rule})\n", because(document, finding));
        match list.len() + item.len() < LONGEST / 2 {
            true => list.push_str(&item),
            false => left += 1,
        }
    }
    if list.is_empty() {
        return String::new();
    }
    if left > 0 {
        list.push_str(&format!("- and {left} more\n"));
    }
    let mut out = format!("{MARKER}\nA reader in another time zone would have to ask:\n\n{list}");
    let gaps: Vec<&Gap> = texts().flat_map(|it| &it.document.gaps).collect();
    let headings = skeleton(&gaps);
    if !headings.is_empty() && headings.len() < LONGEST / 4 {
        out.push_str(&format!("\nReady to paste into the description:\n\n{}", fence("md", &headings)));
    }
    out.push_str(&in_files(report));
    out
}

/// Each heading once, and below it what is asked there.
fn skeleton(gaps: &[&Gap]) -> String {
    let mut asked: IndexMap<&str, IndexSet<&str>> = IndexMap::new();
    for gap in gaps {
        asked.entry(&gap.heading).or_default().insert(&gap.question);
    }
    let below = |(heading, questions): (&str, IndexSet<&str>)| {
        // What would end the comment early is no part of a question.
        let comments = questions.into_iter().map(|it| format!("<!-- {} -->\n", it.replace("--", "\u{2014}")));
        format!("## {heading}\n\n{}", comments.collect::<String>())
    };
    asked.into_iter().map(below).collect::<Vec<_>>().join("\n")
}

/// What else was found, in one line.
fn in_files(report: &Report) -> String {
    let mut tally = Tally::default();
    let mut files = 0;
    for document in report.documents.iter().filter(|it| it.origin == Origin::File && !it.findings.is_empty()) {
        files += 1;
        document.findings.iter().for_each(|it| tally.count(it.level));
    }
    if files == 0 { String::new() } else { format!("\nAlso, in {}: {}.\n", counted(files, "file"), found(&tally)) }
}
