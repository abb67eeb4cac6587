//! Says of open decisions when they were last changed.

use std::collections::HashMap;
use std::path::Path;

use jiff::Timestamp;

use crate::input::git::Repository;
use crate::summary::{Decision, Summary};

/// Asks git only where somebody still has to decide. What git does not know stays unsaid.
pub fn date(mut summaries: Vec<&mut Summary>, root: &Path) {
    let is_asked =
        |it: &Summary| it.written.is_none() && it.decision.as_deref().is_some_and(Decision::is_open) && !it.is_record;
    let paths: Vec<&str> = summaries.iter().filter(|it| is_asked(it)).map(|it| it.path.as_str()).collect();
    if paths.is_empty() {
        return;
    }
    let repository = Repository::at(root);
    let touched: HashMap<String, i64> = repository.touched(&paths).unwrap_or_default();
    for summary in summaries.iter_mut().filter(|it| it.written.is_none()) {
        let seconds = touched.get(summary.path.as_str());
        if let Some(moment) = seconds.and_then(|it| Timestamp::from_second(*it).ok()) {
            summary.written = Some(moment);
        }
    }
}
