//! From what a check flags to a finding: its level, its words, and how sure it is. Knows no exceptions.

use std::sync::Arc;

use crate::config::Policy;
use crate::document::Document;
use crate::finding::{Confidence, Edit, Finding, Flag, Level};
use crate::kind::{By, Recognised};
use crate::rule::Rule;
use crate::slot::standing::Course;
use crate::text::Span;
use crate::words::time_of_day::has_clock_time;

pub fn bound(rule: &Rule, policy: &Policy, flag: Flag) -> Finding {
    Finding {
        rule: rule.id.to_string(),
        level: policy.level(rule, flag.level.unwrap_or_else(|| policy.own_level(rule))),
        confidence: flag.confidence.min(rule.confidence),
        help: flag.help.map(Arc::from).or_else(|| rule.told.help.clone().filter(|_| !flag.has_other_cure)),
        message: flag.message.map_or_else(|| Arc::clone(&rule.told.summary), Arc::from),
        question: flag.question.map_or_else(|| Arc::clone(&rule.told.question), Arc::from),
        at: flag.at,
        related: flag.related,
        elsewhere: flag.elsewhere,
        suggestions: flag.suggestions,
        fingerprint: String::new(),
        touched: None,
        is_of_whole: flag.is_of_whole,
    }
}

/// What is proposed, without what would break a link. Words that are the name of an address stay as they are; and what a heading
/// says, which a link from anywhere may name, no program changes unasked.
pub fn spared(doc: &Document, mut finding: Finding) -> Finding {
    finding.suggestions.retain(|it| !it.edits.iter().any(|edit| doc.is_name_of_address(edit.span)));
    let is_of_heading = |edit: &Edit| doc.section_at(edit.span.start).is_some_and(|it| it.heading.overlaps(edit.span));
    finding.suggestions.iter_mut().for_each(|it| it.safe &= !it.edits.iter().any(is_of_heading));
    finding
}

/// Whether nobody can mend what stands there, nobody needs it any more, or everybody knows what it means.
pub fn is_passed_over(doc: &Document, rule: &Rule, finding: &Finding) -> bool {
    let at = finding.at.span;
    is_known(doc, rule, finding) || doc.is_spoken_at(at.start) || doc.is_struck(at)
}

/// "- [What will soon change (2024)](https://…)", on a page of no day: the title of what somebody else wrote, in a list of such.
pub fn is_title_elsewhere(doc: &Document, at: Span) -> bool {
    let Some(link) = doc.link_with_words(at).filter(|it| it.text.len() > at.len()) else { return false };
    let line = doc.span_near(link.span);
    let is_first = !doc.at(Span::new(line.start, link.span.start)).contains(char::is_alphanumeric);
    is_first && link.target.starts_with("http") && !doc.is_message() && doc.written_at(at.start).is_none()
}

/// A word of the house stands there: everybody here knows which thing, or which moment, it means. An hour of the house
/// leaves the day open; whoever computes with it knows it by itself.
fn is_known(doc: &Document, rule: &Rule, finding: &Finding) -> bool {
    let meaning = || doc.readers().meaning(doc.at(finding.at.span));
    rule.is_about_names() && meaning().is_some_and(|it| !has_clock_time(it))
}

/// What holds for one kind only is a note where that kind was told by the wording alone: a guess fails nobody's build.
pub fn softened(finding: Finding, rule: &Rule, recognised: &Recognised) -> Finding {
    softened_where(recognised.by == By::Wording, finding, rule)
}

pub fn softened_where(is_guess: bool, finding: Finding, rule: &Rule) -> Finding {
    let is_guess = is_guess && !rule.kinds.is_empty();
    let level = if is_guess { finding.level.min(Level::Note) } else { finding.level };
    Finding { level, ..finding }
}

/// Whether a rule asks for what a text needs no more: its work was given up, or done.
pub fn is_settled(rule: &Rule, course: Course) -> bool {
    match course {
        Course::Open => false,
        Course::Done => rule.is_about_plans(),
        Course::Over => rule.is_about_work(),
    }
}

/// What a rule says where it was not tried, or of a text that was given up, is a note that only `--pedantic` shows.
pub fn doubted(finding: Finding, is_asked: bool) -> Finding {
    match is_asked {
        true => finding,
        false => Finding {
            level: finding.level.min(Level::Note),
            confidence: finding.confidence.min(Confidence::Medium),
            ..finding
        },
    }
}
