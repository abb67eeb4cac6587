//! Who says a sentence, and the words that only lead to what is said: "Ada: ", "OK, so ", "Conclusion: ".

use std::sync::LazyLock;

use crate::words::case;
use crate::words::pattern::Pattern;

static LEAD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"^[^A-Za-z0-9@]{0,3}(?:(?P<bracketed>[A-Za-z@][A-Za-z0-9_.-]{0,20})\] |(?P<speaker>@?[A-Z@][A-Za-z0-9_.-]{0,20}(?:/[A-Z]{2,4}){0,4}(?: \([^()]{1,30}\))?)(?: ?: | ?[-\x{2013}\x{2014}] ))?",
        r"(?:(?i:ok(?:ay)?|so|and|then|also|but|ideally|tl;?dr|verdict|(?:we )?(?:agreed|decided|concluded)(?: that)?|consensus(?: is)?(?: that)?|conclusions?|decisions?|resolutions?|outcomes?|agreements?)(?: ?[,:] ?| ))*"
    ))
});

/// How the words that lead begin.
const BEGINNINGS: &[&str] = &[
    "ok",
    "so",
    "and",
    "then",
    "also",
    "but",
    "ideally",
    "tl",
    "verdict",
    "we ",
    "agree",
    "decided",
    "decision",
    "conclu",
    "consensus",
    "resolution",
    "outcome",
];

/// Marks that may stand before who speaks.
const MOST_MARKS: usize = 3;

/// Behind so many bytes nobody is named any more.
const LONGEST: usize = 200;

/// Who speaks, and where what they say begins.
pub(super) fn of(sentence: &str) -> (Option<&str>, usize) {
    let marks = end_of_marks(sentence);
    // Of most sentences nothing has to be read for it.
    if !may_lead(&sentence[marks..]) {
        return (None, marks);
    }
    let Some(found) = LEAD.captures(sentence) else { return (None, 0) };
    let speaker = found.name("speaker").or(found.name("bracketed")).map(|it| it.as_str());
    (speaker, found.get(0).map_or(0, |it| it.end()))
}

/// Where the marks end that a sentence begins with.
fn end_of_marks(sentence: &str) -> usize {
    let mut letters = sentence.char_indices().enumerate();
    let is_end =
        |(count, (_, it)): &(usize, (usize, char))| *count == MOST_MARKS || it.is_ascii_alphanumeric() || *it == '@';
    letters.find(is_end).map_or(sentence.len(), |(_, (at, _))| at)
}

/// Whether a sentence may begin with somebody, or with words that lead.
fn may_lead(text: &str) -> bool {
    let named = text.bytes().take(LONGEST).any(|it| matches!(it, b':' | b']' | b'-' | 0xe2));
    named || BEGINNINGS.iter().any(|it| case::begins(text, it))
}

#[cfg(test)]
mod tests {
    use super::{LEAD, of};

    #[test]
    fn nothing_is_read_where_nobody_leads() {
        let (starts, names) = (
            ["", "* ", "\u{2022} \"", "....", "\u{e9}"],
            ["", "Ada: ", "Ada/QA (lead) - ", "[Ada] ", "@ada \u{2014} "],
        );
        let leads = [
            "",
            "OK, ",
            "so then ",
            "TL;DR: ",
            "we agreed that ",
            "Agreements: ",
            "Concluded ",
            "Outcome: ",
            "We ",
            "Okra ",
        ];
        let mut led = 0;
        for (start, name) in starts.into_iter().flat_map(|start| names.map(|name| (start, name))) {
            for lead in leads {
                let sentence = format!("{start}{name}{lead}send the list");
                let found = LEAD.captures(&sentence).expect("it may be empty");
                let speaker = found.name("speaker").or(found.name("bracketed")).map(|it| it.as_str());
                let end = found.get(0).expect("the whole").end();
                assert_eq!(of(&sentence), (speaker, end), "{sentence}");
                led += usize::from(speaker.is_some());
            }
        }
        assert!(led > 50, "{led}");
        for short in ["", "a", "...", "\u{2026}\u{2026}\u{2026}\u{2026}", "@"] {
            assert_eq!(
                of(short).1,
                LEAD.captures(short).and_then(|it| it.get(0)).expect("it may be empty").end(),
                "{short}"
            );
        }
    }
}
