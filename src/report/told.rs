//! A finding in words, for programs that have one field for all of them: the fault and its evidence on the first line, then
//! what a reader asks, then the cure.

use crate::finding::Finding;

pub fn words(finding: &Finding) -> String {
    let mut parts = vec![&*finding.message, ": ", &*finding.at.text, "\nasks: ", &*finding.question];
    if let Some(help) = &finding.help {
        parts.extend(["\nhelp: ", help]);
    }
    parts.concat()
}
