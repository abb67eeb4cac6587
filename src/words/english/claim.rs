//! Claims to be the one place that counts for a topic: "this page is the source of truth for quotas".

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::Pattern;

/// A sentence that says where the truth about something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Where the claim stands in the sentence.
    pub range: Range<usize>,
    /// What it is about, as it is written; none where it is about all that the page is about.
    pub topic: Option<Range<usize>>,
    /// It speaks of its own page; else of what it names behind its end.
    pub is_own: bool,
}

/// Nouns of what counts, where no adjective is needed for it.
const TRUTH: &str =
    r"(?:(?:single |only |one |central |canonical |authoritative |official |primary |main )*source[s]? of truth)";
/// Nouns of what counts, behind an adjective that says so.
const STRONG: &str = r"(?:(?:single |official |main )*(?:canonical|authoritative|definitive) (?:\w+ )?(?:source|reference|record|list|home|version|definition|place|document|documentation|guide|specification|description))";

static OWN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)(?-u:\b)this (?:\w+ )?(?:page|document|doc|file|guide|handbook|wiki|list|runbook|readme|index|policy|register|glossary|catalog|catalogue|overview)(?: \w+)?,? (?:is|serves as|acts as|remains|shall be|should be treated as|should be considered|is meant to be|is intended to be) (?:also |now )?(?:the|our) (?:{TRUTH}|{STRONG})(?: (?:for|of|on|about|regarding|concerning) (?P<topic>[^.;:()\n]{{2,90}}))?"
    ))
});

static OTHER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)(?-u:\b)(?:the|our) {TRUTH} (?:for|of|on|about|regarding) (?P<topic>[^.;:()\n]{{2,90}}?) (?:is|lives in|lives at|lies in|remains|can be found in|can be found at|is kept in|is the)(?-u:\b)"
    ))
});

/// The claim that a sentence makes.
pub fn find(sentence: &str) -> Option<Claim> {
    let own = || OWN.captures(sentence).map(|found| (found, true));
    let other = || OTHER.captures(sentence).map(|found| (found, false));
    let (found, is_own) = own().or_else(other)?;
    let range = found.get(0)?.range();
    let topic = found.name("topic").map(|it| it.range());
    // What is not so, or not yet, or only asked.
    let lower = sentence.to_lowercase();
    let is_doubted = ["not the ", "no longer", "n't ", "used to ", "?", " if ", "unless", "was the ", "until "];
    let is_doubted = is_doubted.iter().any(|it| lower.contains(it)) || lower.starts_with("if ");
    (!is_doubted).then_some(Claim { range, topic, is_own })
}

/// Words that tell no topic from others.
const ANY: &str = "a about across all an and any are as at be being both by can current currently documentation docs \
    each every everything for from has have how in information into is it its must of on or other our \
    overall page related should that the their them these they this those to us use used various we what \
    when where which who why with within you";

/// The words of a topic that tell it from others, once, sorted, in the singular.
pub fn topic(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty() && !ANY.split_ascii_whitespace().any(|any| any == *it));
    let mut words: Vec<String> = words.map(single).collect();
    words.sort();
    words.dedup();
    words
}

fn single(word: &str) -> String {
    let is_plural = word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|it| word.ends_with(it));
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ if is_plural => word[..word.len() - 1].to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{find, topic};

    #[test]
    fn claims_as_pages_make_them() {
        let about = |text: &str| find(text).map(|it| (it.topic.map(|it| text[it].to_owned()), it.is_own));
        let own = |topic: &str| Some((Some(topic.to_owned()), true));
        assert_eq!(about("This page is the single source of truth for quotas."), own("quotas"));
        assert_eq!(
            about("This document serves as the canonical reference for our API limits, by team."),
            own("our API limits, by team")
        );
        assert_eq!(about("This file is the source of truth."), Some((None, true)));
        let other = Some((Some("team membership".to_owned()), false));
        assert_eq!(about("The source of truth for team membership is \u{fffc}."), other);
        for text in [
            "This page is not the source of truth for quotas.",
            "The database is the source of truth for orders.",
            "Is this page the source of truth for quotas?",
            "This page used to be the source of truth.",
            "This document is the list of quotas.",
        ] {
            assert_eq!(about(text), None, "{text}");
        }
    }

    #[test]
    fn a_topic_is_its_words() {
        assert_eq!(topic("the quotas of all services"), ["quota", "service"]);
        assert_eq!(topic("Service quotas"), topic("quotas for services"));
    }
}
