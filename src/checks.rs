//! The native checks, one file each, named as their page. A check cannot fail, keeps no state and reads nothing
//! but what its sort hands it: a document, and with some what lies around it, its change, or all summaries. It knows no
//! rule id, line number or output.

mod ambiguous_deadline;
mod ambiguous_numeric_date;
mod ambiguous_zone;
mod announced_not_given;
mod backwards_timeline;
mod blocked_without_unblocker;
mod broadcast_ask;
mod broken_local_link;
mod broken_supersede_chain;
mod buried_ask;
mod call_instead_of_context;
mod chat_only_decision;
mod circling_thread;
mod contradicting_fact;
mod contradicting_times;
mod dead_code_reference;
mod decision_without_reason;
mod dropped_question;
mod duplicate_explanation;
mod duplicate_fact;
mod duplicate_number;
mod edited_after_accepted;
mod empty_body;
mod expired_promise;
mod fact_without_zone;
mod header_contradicts_body;
mod impossible_date;
mod incident_gap;
mod index_drift;
mod ineffective_assumption;
mod large_change;
mod late_report;
mod link_contradicts_text;
mod lost_conversation;
mod missing_owner;
mod missing_rollback;
mod missing_section;
mod missing_verification;
mod misstated_fact;
mod mixed_change;
mod moving_link;
mod naked_ping;
mod name_contradicts_title;
mod no_clear_ask;
mod no_default_on_silence;
mod nobody_does_it;
mod not_reproducible;
mod nothing_to_search_for;
mod offered_not_attached;
mod one_sided_consequences;
mod one_way_change;
mod opaque_link;
mod open_question_in_accepted;
mod overdue_feedback;
mod overdue_review;
mod oversized_request;
mod owner_disagreement;
mod partial_date;
mod perishable_now;
mod private_link;
mod relative_date;
mod review_without_deadline;
mod skipped_step;
mod stale_assumption;
mod stale_owner;
mod status_shape;
mod step_not_runnable;
mod stuck_proposal;
mod superseded_still_cited;
mod team_without_name;
mod thread_without_outcome;
mod time_without_zone;
mod two_sources_of_truth;
mod unannounced_decision;
mod unbacked_tick;
mod unclear_clock;
mod undated_action;
mod undecided_decision;
mod undefined_placeholder;
mod unfilled_template;
mod unknown_status;
mod unnamed_reviewer;
mod unnumbered_questions;
mod unowned_action;
mod unpictured_change;
mod unrejected_alternative;
mod unresolved_assumption;
mod unscoped_period;
mod untested_change;
mod untouched_template;
mod untrue_tick;
mod unused_fact;
mod vague_ask;
mod vague_promise;
mod vague_reference;
mod vague_title;
mod video_only;
mod weekday_date_mismatch;

use crate::change::Change;
use crate::corpus::{Corpus, Found};
use crate::document::Document;
use crate::finding::Findings;
use crate::template::Comparison;
use crate::thread::{Talk, Thread};
use crate::tree::Around;

pub type DocumentCheck = fn(&Document, &mut Findings);
pub type SeatedCheck = fn(&Document, Option<&Around>, &mut Findings);
pub type ChangeCheck = fn(&Document, &Change, &mut Findings);
pub type EditCheck = fn(&Document, &Document, &mut Findings);
pub type ThreadCheck = fn(&Thread, &Talk, &mut Findings);
pub type TreeCheck = fn(&Document, &Around, &mut Findings);
pub type CorpusCheck = fn(&Corpus, &mut Found);
pub type TemplateCheck = fn(&Document, Option<&Comparison>, &mut Findings);

/// What stands behind a page without phrases and needs.
#[derive(Debug, Clone, Copy)]
pub enum Native {
    Document(DocumentCheck),
    /// Looks at the files around the text where it lies among some, and has something to say without them.
    Seated(SeatedCheck),
    /// Holds the text against the change that it describes; silent where that is unknown.
    Change(ChangeCheck),
    /// Holds the text against what it was before a change; silent where that is unknown.
    Edit(EditCheck),
    /// Holds the text against the files around it; silent where it lies among none.
    Tree(TreeCheck),
    /// Looks at the messages of a thread.
    Thread(ThreadCheck),
    /// Looks at the summaries of all documents of a repository.
    Corpus(CorpusCheck),
    /// Looks at the template beside the text, where there is one.
    Template(TemplateCheck),
    /// Exceptions that do nothing, judged as they are read.
    Ineffective,
    /// Exceptions for nothing, judged when findings are settled.
    Unused,
    /// Judged with the contracts of all kinds: a check sees nothing but its document.
    Questions,
}

/// Every native check by the name of its page.
pub static CHECKS: &[(&str, Native)] = &[
    ("ambiguous-deadline", Native::Document(ambiguous_deadline::check)),
    ("ambiguous-numeric-date", Native::Seated(ambiguous_numeric_date::check)),
    ("ambiguous-zone", Native::Document(ambiguous_zone::check)),
    ("announced-not-given", Native::Document(announced_not_given::check)),
    ("backwards-timeline", Native::Document(backwards_timeline::check)),
    ("blocked-without-unblocker", Native::Document(blocked_without_unblocker::check)),
    ("broadcast-ask", Native::Document(broadcast_ask::check)),
    ("broken-local-link", Native::Tree(broken_local_link::check)),
    ("broken-supersede-chain", Native::Corpus(broken_supersede_chain::check)),
    ("buried-ask", Native::Document(buried_ask::check)),
    ("call-instead-of-context", Native::Document(call_instead_of_context::check)),
    ("chat-only-decision", Native::Document(chat_only_decision::check)),
    ("circling-thread", Native::Thread(circling_thread::check)),
    ("contradicting-fact", Native::Corpus(contradicting_fact::check)),
    ("contradicting-times", Native::Document(contradicting_times::check)),
    ("dead-code-reference", Native::Tree(dead_code_reference::check)),
    ("decision-without-reason", Native::Document(decision_without_reason::check)),
    ("dropped-question", Native::Thread(dropped_question::check)),
    ("duplicate-explanation", Native::Corpus(duplicate_explanation::check)),
    ("duplicate-fact", Native::Corpus(duplicate_fact::check)),
    ("duplicate-number", Native::Corpus(duplicate_number::check)),
    ("edited-after-accepted", Native::Edit(edited_after_accepted::check)),
    ("empty-body", Native::Document(empty_body::check)),
    ("expired-promise", Native::Document(expired_promise::check)),
    ("fact-without-zone", Native::Corpus(fact_without_zone::check)),
    ("header-contradicts-body", Native::Document(header_contradicts_body::check)),
    ("impossible-date", Native::Document(impossible_date::check)),
    ("incident-gap", Native::Document(incident_gap::check)),
    ("index-drift", Native::Corpus(index_drift::check)),
    ("ineffective-assumption", Native::Corpus(ineffective_assumption::check)),
    ("ineffective-comment", Native::Ineffective),
    ("large-change", Native::Change(large_change::check)),
    ("late-report", Native::Document(late_report::check)),
    ("link-contradicts-text", Native::Document(link_contradicts_text::check)),
    ("lost-conversation", Native::Document(lost_conversation::check)),
    ("missing-owner", Native::Document(missing_owner::check)),
    ("missing-rollback", Native::Document(missing_rollback::check)),
    ("missing-section", Native::Template(missing_section::check)),
    ("missing-verification", Native::Document(missing_verification::check)),
    ("misstated-fact", Native::Corpus(misstated_fact::check)),
    ("mixed-change", Native::Change(mixed_change::check)),
    ("moving-link", Native::Document(moving_link::check)),
    ("naked-ping", Native::Document(naked_ping::check)),
    ("name-contradicts-title", Native::Document(name_contradicts_title::check)),
    ("no-clear-ask", Native::Document(no_clear_ask::check)),
    ("no-default-on-silence", Native::Document(no_default_on_silence::check)),
    ("nobody-does-it", Native::Document(nobody_does_it::check)),
    ("not-reproducible", Native::Document(not_reproducible::check)),
    ("nothing-to-search-for", Native::Document(nothing_to_search_for::check)),
    ("offered-not-attached", Native::Document(offered_not_attached::check)),
    ("one-sided-consequences", Native::Document(one_sided_consequences::check)),
    ("one-way-change", Native::Change(one_way_change::check)),
    ("opaque-link", Native::Document(opaque_link::check)),
    ("open-question-in-accepted", Native::Document(open_question_in_accepted::check)),
    ("overdue-feedback", Native::Corpus(overdue_feedback::check)),
    ("overdue-review", Native::Document(overdue_review::check)),
    ("oversized-request", Native::Document(oversized_request::check)),
    ("owner-disagreement", Native::Corpus(owner_disagreement::check)),
    ("partial-date", Native::Document(partial_date::check)),
    ("perishable-now", Native::Document(perishable_now::check)),
    ("private-link", Native::Seated(private_link::check)),
    ("relative-date", Native::Document(relative_date::check)),
    ("review-without-deadline", Native::Document(review_without_deadline::check)),
    ("skipped-step", Native::Document(skipped_step::check)),
    ("stale-assumption", Native::Corpus(stale_assumption::check)),
    ("stale-owner", Native::Corpus(stale_owner::check)),
    ("status-shape", Native::Document(status_shape::check)),
    ("step-not-runnable", Native::Document(step_not_runnable::check)),
    ("stuck-proposal", Native::Corpus(stuck_proposal::check)),
    ("superseded-still-cited", Native::Corpus(superseded_still_cited::check)),
    ("team-without-name", Native::Document(team_without_name::check)),
    ("thread-without-outcome", Native::Thread(thread_without_outcome::check)),
    ("time-without-zone", Native::Document(time_without_zone::check)),
    ("two-sources-of-truth", Native::Corpus(two_sources_of_truth::check)),
    ("unannounced-decision", Native::Corpus(unannounced_decision::check)),
    ("unanswered-question", Native::Questions),
    ("unbacked-tick", Native::Document(unbacked_tick::check)),
    ("unclear-clock", Native::Document(unclear_clock::check)),
    ("undated-action", Native::Document(undated_action::check)),
    ("undecided-decision", Native::Document(undecided_decision::check)),
    ("undefined-placeholder", Native::Document(undefined_placeholder::check)),
    ("unfilled-template", Native::Template(unfilled_template::check)),
    ("unknown-status", Native::Document(unknown_status::check)),
    ("unnamed-reviewer", Native::Change(unnamed_reviewer::check)),
    ("unnumbered-questions", Native::Document(unnumbered_questions::check)),
    ("unowned-action", Native::Document(unowned_action::check)),
    ("unpictured-change", Native::Change(unpictured_change::check)),
    ("unrejected-alternative", Native::Document(unrejected_alternative::check)),
    ("unresolved-assumption", Native::Corpus(unresolved_assumption::check)),
    ("unscoped-period", Native::Document(unscoped_period::check)),
    ("untested-change", Native::Change(untested_change::check)),
    ("untouched-template", Native::Template(untouched_template::check)),
    ("untrue-tick", Native::Change(untrue_tick::check)),
    ("unused-allow", Native::Unused),
    ("unused-fact", Native::Corpus(unused_fact::check)),
    ("vague-ask", Native::Document(vague_ask::check)),
    ("vague-promise", Native::Document(vague_promise::check)),
    ("vague-reference", Native::Document(vague_reference::check)),
    ("vague-title", Native::Document(vague_title::check)),
    ("video-only", Native::Document(video_only::check)),
    ("weekday-date-mismatch", Native::Document(weekday_date_mismatch::check)),
];

pub fn named(id: &str) -> Option<Native> {
    CHECKS.iter().find(|(name, _)| *name == id).map(|(_, native)| *native)
}
