//! From what checks saw to what is reported: rules and levels of the policy, exceptions in the text, confidence.
//! Knows no output format; grouping and caps are the printers' affair and never change what fails.

pub mod allow;
pub mod baseline;
pub mod fingerprint;
pub mod gate;
pub mod manners;
pub mod since;

use thin_vec::ThinVec;

use crate::config::Policy;
use crate::document::Document;
use crate::finding::{Confidence, Finding};
use crate::kind::Recognised;
use crate::rule::Catalog;
use crate::slot::Answer;
use crate::summary::Summary;
use crate::text::{Kept, Name, Origin, Source};

/// One document, judged. Thousands of them wait to be printed, and in most nothing is found.
#[derive(Debug, Clone)]
pub struct Checked {
    pub name: Name,
    /// The file that it was taken from, where its name is longer.
    pub file: Option<Name>,
    /// Only a file has a place that other programs can open.
    pub origin: Origin,
    /// Kept where there is something to show in it, and where nobody can open it.
    pub text: Kept,
    pub recognised: Recognised,
    /// What is shown, by place.
    pub findings: ThinVec<Finding>,
    /// How many more there are of lower confidence.
    pub hidden: u32,
    /// How many an exception in the text or the configuration allows.
    pub allowed: u32,
    /// Questions of the contract that the text answers, as far as it is English.
    pub answered: u32,
    /// It is no English text: only rules that read any language looked at it.
    pub is_foreign: bool,
    /// It says by when somebody is to look at it again, and nobody said what day it is.
    pub wants_day: bool,
    /// Every slot of the kind.
    pub slots: ThinVec<Answer>,
    /// Headings that the text has not got, where a finding misses what would stand below.
    pub gaps: ThinVec<Gap>,
    /// What the text allows itself.
    pub exceptions: ThinVec<allow::Exception>,
    /// What is kept of it, where it is to be held against others.
    pub summary: Option<Box<Summary>>,
}

impl Checked {
    /// A text in which nothing was found.
    pub fn of(source: &Source, recognised: Recognised) -> Self {
        Self {
            name: source.name.clone(),
            file: source.file.clone(),
            origin: source.origin,
            text: Kept::default(),
            recognised,
            findings: ThinVec::new(),
            hidden: 0,
            allowed: 0,
            answered: 0,
            is_foreign: false,
            wants_day: false,
            slots: ThinVec::new(),
            gaps: ThinVec::new(),
            exceptions: ThinVec::new(),
            summary: None,
        }
    }

    /// The name of the file that programs look for.
    pub fn path(&self) -> &str {
        self.file.as_deref().unwrap_or(&self.name)
    }

    /// Whether its lines are those of that file: a thread is one of several in a record, which lies there otherwise.
    pub fn has_lines_of_file(&self) -> bool {
        self.file.is_none()
    }

    /// What its name says besides.
    pub fn title(&self) -> Option<&str> {
        self.name.strip_prefix(self.file.as_deref()?).map(str::trim_start)
    }

    /// Forgets of a file what nobody will ask for: thousands of them may wait to be printed.
    pub fn keep(&mut self, keep: Keep) {
        if self.origin == Origin::File && keep != Keep::All {
            let places = |it: &Finding| {
                let related = it.related.iter().map(|label| label.span);
                let edits = it.suggestions.iter().flat_map(|it| &it.edits).map(|edit| edit.span);
                std::iter::once(it.at.span).chain(related).chain(edits).collect::<Vec<_>>()
            };
            self.text = self.text.only(self.findings.iter().flat_map(places));
            self.slots = ThinVec::new();
            if keep == Keep::Findings {
                self.recognised.because = ThinVec::new();
            }
            // Room for many findings is left where most were taken out.
            self.findings.shrink_to_fit();
        }
    }
}

/// What is asked of a text after it was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Somebody mends it.
    All,
    /// What was found, and of which kind it is.
    Findings,
    /// The same, and why it is of that kind.
    Reasons,
}

/// A heading that is not there, and the question that would be answered below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub heading: String,
    pub question: String,
}

/// Something that a user has to know about an input that could not be read, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub path: String,
    pub message: String,
    pub help: String,
    /// The input was named on the command line: the run fails.
    pub fatal: bool,
}

/// Everything that a printer may show.
#[derive(Debug, Default)]
pub struct Report {
    pub documents: Vec<Checked>,
    pub notices: Vec<Notice>,
    /// What the texts were compared with, where only what is new is reported.
    pub since: Option<since::Since>,
    /// Exceptions that a change brings, in what it says and in the texts that it changes.
    pub allows: Vec<since::NewAllow>,
    /// What a baseline did, where there is one.
    pub known: Option<KnownBefore>,
    /// What fixes did, where the command can apply some.
    pub fixes: Option<Fixes>,
}

/// What fixes did to the texts of a report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fixes {
    /// They were asked for.
    pub are_applied: bool,
    /// Findings that are no more because of them.
    pub fixed: usize,
    /// Files that they changed.
    pub files: usize,
}

/// What a baseline did to a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownBefore {
    /// The name of the file.
    pub file: String,
    /// It is found without being named.
    pub is_usual: bool,
    /// Findings that are known from before, and not in the report.
    pub count: usize,
    /// Findings that the file knows and that are no more.
    pub stale: usize,
}

impl Report {
    /// Whether something that somebody asked for could not be looked at: the run fails, whatever else is found.
    pub fn is_incomplete(&self) -> bool {
        self.notices.iter().any(|notice| notice.fatal)
    }

    /// Whether the texts leave questions open that were left open before, and are not in the report.
    pub fn leaves_out_old(&self) -> bool {
        self.known.as_ref().is_some_and(|it| it.count > 0) || self.since.as_ref().is_some_and(|it| it.old > 0)
    }

    pub fn findings(&self) -> impl Iterator<Item = (&Checked, &Finding)> {
        self.documents.iter().flat_map(|document| document.findings.iter().map(move |finding| (document, finding)))
    }
}

/// What is left of the findings of one document.
#[derive(Debug, Default)]
pub struct Settled {
    pub findings: Vec<Finding>,
    pub hidden: u32,
    pub allowed: u32,
    pub exceptions: Vec<allow::Exception>,
}

/// Puts findings in the order of their places.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(Finding::by_place);
}

/// Applies the allowed phrases, the exceptions of the text and the confidence that is asked for.
pub fn settle(
    doc: &Document,
    mut findings: Vec<Finding>,
    catalog: &Catalog,
    policy: &Policy,
    allows: &mut [allow::Allow],
) -> Settled {
    sort(&mut findings);
    fingerprint::assign(doc, &mut findings);
    let mut settled = Settled::default();
    let mut allows = allow::Sweep::of(allow::covers(allows));
    let is_allowed = |it: &Finding| {
        let rule = || catalog.rule(&it.rule);
        !policy.allow.is_empty() && rule().is_some_and(|rule| policy.allows(rule, doc, it.at.span))
    };
    for finding in findings {
        if is_allowed(&finding) || allows.covers(&finding) {
            settled.allowed += 1;
        } else if finding.confidence < Confidence::High && !policy.pedantic {
            settled.hidden += 1;
        } else {
            settled.findings.push(finding);
        }
    }
    settled.findings = once(settled.findings);
    settled
}

/// What asks about a blank, the rules that ask most first.
const OF_BLANKS: [&str; 3] = ["undecided-decision", "unfilled-template", "decision-without-reason"];

/// The same with one question about each blank: that of the rule which asks most, as loud as any of them.
fn once(findings: Vec<Finding>) -> Vec<Finding> {
    let rank = |it: &Finding| OF_BLANKS.iter().position(|rule| *rule == it.rule);
    if findings.iter().filter(|it| rank(it).is_some()).nth(1).is_none() {
        return findings;
    }
    let mut out: Vec<Finding> = Vec::with_capacity(findings.len());
    for next in findings {
        // They are in the order of their places.
        let mut here = out.iter_mut().rev().take_while(|it| it.at.span == next.at.span);
        match here.find(|it| rank(it).is_some()).filter(|_| rank(&next).is_some()) {
            None => out.push(next),
            Some(known) => {
                let level = known.level.max(next.level);
                if rank(&next) < rank(known) {
                    *known = next;
                }
                known.level = level;
            }
        }
    }
    sort(&mut out);
    out
}
