//! Words of somebody who has not decided yet, where a decision is told.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::near::{ahead, behind};
use crate::words::pattern::{OneOf, Pattern, any_of, in_pieces};

/// The doubt is about what is chosen, not about what comes of it: "we will probably use", but not "it might be slow".
static HEDGE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"we(?:'ll| will| would|'d)? (?:probably|likely|maybe|perhaps|possibly|tentatively)(?: will| should)?",
        r"we might (?:\w+ )?(?:use|adopt|choose|pick|go|move|switch|build|keep|drop|start|try)",
        r"(?:we are|we're|i am|i'm|the team is|currently|still)(?: currently| still)? (?:leaning|inclined|tending|undecided|unsure|not sure|deciding|evaluating|considering|discussing|investigating)",
        r"(?:it is|it's|this is|that is|is|are) (?:still )?(?:to be (?:decided|determined|discussed|confirmed|agreed)|undecided|not (?:yet )?decided|up for (?:discussion|debate)|an open question)",
        r"(?:we|the team) (?:have|has)(?: not|n't)(?: yet)? (?:decided|agreed|chosen)(?: yet)?|(?:no|not a) (?:final )?decision (?:has been|was|is)(?: yet)? (?:made|taken|reached)(?: yet)?",
        r"we (?:should|need to|have to|must) (?:still )?(?:consider|decide|discuss|investigate|think about|find out)",
        r"(?:tbd|to be decided|to be determined|to be confirmed)",
    ])
});

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&HEDGE]);

/// Where a sentence leaves open what is chosen.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let ends = |at: usize, words: &[&str]| {
        let before = behind(&sentence[..at]).to_ascii_lowercase();
        words.iter().any(|it| before.ends_with(it))
    };
    // "(Link TBD)" lacks an address, and no choice; "features that we likely won't need" tells of something else.
    let is_aside = |at: usize| ends(at, &["link ", " that ", " which "]);
    let is_open = |it: &Range<usize>| !is_aside(it.start) && !is_left_out(&sentence[it.end..]);
    HEDGE.find_iter(sentence).map(|found| found.range()).find(is_open)
}

/// "Which one is not decided here", "is not decided by this record": what a decision is not about.
fn is_left_out(after: &str) -> bool {
    static ELSEWHERE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^,? (?:here|(?:in|by|as part of) (?:this|that|another) (?:adr|record|decision|document|rfc|proposal|design|page)|elsewhere)(?-u:\b)",
        ])
    });
    ELSEWHERE.is_match(ahead(after))
}

/// Whether the doubt is about a thing by the way: "(tool TBD: one of two)".
pub fn is_by_the_way(sentence: &str, hit: &Range<usize>) -> bool {
    static IN_BRACKET: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"\((?:[\w-]+ ){1,3}(?:is |are )?$"]));
    // "Whether it moves as well is an open question, not decided here".
    sentence.contains("not decided here") || IN_BRACKET.is_match(behind(&sentence[..hit.start]))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn doubt_about_the_choice_and_about_its_effects() {
        assert!(find("We will probably use a queue.").is_some());
        assert!(find("We are leaning towards a queue.").is_some());
        assert!(find("We haven't decided yet.").is_some() && find("We have not decided yet.").is_some());
        assert!(find("We use a queue, which might be slower.").is_none());
        assert!(find("It needs the store of secrets (link TBD).").is_none() && find("The store is TBD.").is_some());
        assert!(find("It has features that we likely won't need.").is_none());
        assert!(
            find("Whether it moves as well is not decided here, and the rest is to be decided in another record.")
                .is_none()
        );
        assert!(find("Whether it moves is not decided yet.").is_some());
        assert!(find("A later service could use the same queue.").is_none());
    }
}
