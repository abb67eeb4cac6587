//! What the labels of trackers say of an issue. A label is a word of whoever triages, and stands above all others.

use super::template::Subject;

const BUG: &[&str] = &["bug", "bug report", "confirmed bug", "crash", "defect", "regression", "panic"];
const FEATURE: &[&str] = &[
    "enhancement",
    "enhancements",
    "feature",
    "feature proposal",
    "feature request",
    "feature requests",
    "features",
    "idea",
    "improvement",
    "new feature",
];
const QUESTION: &[&str] =
    &["how to", "question", "questions", "support", "support question", "support request", "usage question"];

/// What begins a label and says only of which series it is: `type: bug`, `kind/bug`, `C-bug`.
const SERIES: &[&str] = &["type", "kind", "category", "cat", "issue type", "issue", "c", "t", "is", "i", "triage"];

/// What an issue is by one of its labels. Labels that say different things say nothing.
pub fn subject(labels: &[String]) -> Option<(Subject, &str)> {
    let mut told = labels.iter().filter_map(|label| Some((of(label)?, label.as_str())));
    let first = told.next()?;
    told.all(|(subject, _)| subject == first.0).then_some(first)
}

fn of(label: &str) -> Option<Subject> {
    let lower = label.to_lowercase();
    let mut words: Vec<&str> = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    // `:bug: bug` is a picture and its word.
    words.dedup();
    let is_series = |word: &&str| lower.contains(['/', ':', '-']) && SERIES.contains(word);
    let words = match words.as_slice() {
        [first, rest @ ..] if !rest.is_empty() && is_series(first) => rest,
        all => all,
    };
    let name = words.join(" ");
    let is = |list: &[&str]| list.contains(&name.as_str());
    match () {
        _ if is(BUG) => Some(Subject::Bug),
        _ if is(FEATURE) => Some(Subject::Feature),
        _ if is(QUESTION) => Some(Subject::Question),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Subject, subject};

    #[test]
    fn labels_of_real_trackers() {
        let told = |labels: &[&str]| {
            let labels: Vec<String> = labels.iter().map(|it| (*it).to_owned()).collect();
            subject(&labels).map(|(subject, _)| subject)
        };
        for label in
            ["bug", "Bug", ":bug: bug", "\u{1f41b} Bug", "kind/bug", "type: bug", "C-bug", "T-Defect", "regression"]
        {
            assert_eq!(told(&["good first issue", label]), Some(Subject::Bug), "{label}");
        }
        for label in ["enhancement", "feature-request", "kind/feature", "type: enhancement", "C-enhancement"] {
            assert_eq!(told(&[label]), Some(Subject::Feature), "{label}");
        }
        assert_eq!(told(&["kind/support"]), Some(Subject::Question));
        for label in ["not a bug", "bug bounty", "needs bug report", "help wanted", "A-crash-reporter", "docs", ""] {
            assert_eq!(told(&[label]), None, "{label}");
        }
        assert_eq!(told(&["bug", "enhancement"]), None);
        assert_eq!(told(&["bug", "crash"]), Some(Subject::Bug));
    }
}
