//! What is counted over decisions, documents and threads. Null is where there is nothing to count.

use schemars::JsonSchema;
use serde::Serialize;

use super::Share;
use crate::litmus as test;

#[derive(Serialize, JsonSchema)]
pub(super) struct Figures {
    /// Of the decisions, those whose only evidence is a chat.
    decisions_only_in_chat: Option<Share>,
    /// How long decisions that are not settled have waited.
    open_decisions: Option<Ages>,
    /// Of the documents that say when they have to be reviewed, those that were.
    reviewed_in_time: Option<Share>,
    /// What exported threads say; null without `--threads`.
    threads: Option<Threads>,
}

#[derive(Serialize, JsonSchema)]
struct Ages {
    count: usize,
    median_days: u32,
    oldest_days: u32,
}

/// What is counted over threads, of all people together.
#[derive(Serialize, JsonSchema)]
struct Threads {
    count: usize,
    first_review_within_eight_working_hours: Option<Share>,
    median_working_minutes_to_first_review: Option<u32>,
    /// Of the designs that were decided.
    designs_within_five_days: Option<Share>,
    /// From a draft to its decision.
    designs: Option<Ages>,
    /// Of the threads that ended.
    with_outcome: Option<Share>,
    /// Of the threads that were answered.
    answered_by_page: Option<Share>,
}

impl Figures {
    pub(super) fn of(it: &test::Figures) -> Self {
        Self {
            decisions_only_in_chat: it.chat_only.map(Share::from),
            open_decisions: it.open_decisions.map(Ages::from),
            reviewed_in_time: it.reviewed.map(Share::from),
            threads: it.threads.as_ref().map(Threads::of),
        }
    }
}

impl From<test::Ages> for Ages {
    fn from(it: test::Ages) -> Self {
        Self { count: it.count, median_days: it.median, oldest_days: it.oldest }
    }
}

impl Threads {
    fn of(it: &test::Threads) -> Self {
        Self {
            count: it.count,
            first_review_within_eight_working_hours: it.reviewed_in_time.map(Share::from),
            median_working_minutes_to_first_review: it.first_review,
            designs_within_five_days: it.designs_in_time.map(Share::from),
            designs: it.designs.map(Ages::from),
            with_outcome: it.with_outcome.map(Share::from),
            answered_by_page: it.by_page.map(Share::from),
        }
    }
}
