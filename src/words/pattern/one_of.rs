//! Several patterns of which one has to match before a reading finds anything: where none of them can, it need not look.
//! What it looks for, they do not know.

use std::sync::{LazyLock, OnceLock};

use super::Pattern;
use super::question::Question;

/// Patterns without a match of which a reading finds nothing.
#[derive(Debug)]
pub struct OneOf {
    patterns: &'static [&'static LazyLock<Pattern>],
    /// Whether any cue of any of them stands in a text; none where those of one are not rare.
    question: OnceLock<Option<Question>>,
}

impl OneOf {
    pub const fn of(patterns: &'static [&'static LazyLock<Pattern>]) -> Self {
        Self { patterns, question: OnceLock::new() }
    }

    /// Places in a text that is being read, in order: wherever one of the patterns matches, one of them is in the match.
    /// None where nothing is known of the text.
    pub fn places(&self, text: &str) -> Option<Vec<usize>> {
        let all = || {
            // One that is not rare costs each of its readings a pass over all text, and nobody would see why.
            debug_assert!(self.patterns.iter().all(|it| it.may_be_asked()), "its cues are not rare: {self:?}");
            Question::of_all(self.patterns.iter().map(|it| it.question()))
        };
        self.question.get_or_init(all).as_ref()?.places(text)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::OneOf;
    use crate::words::pattern::{Pattern, Sifting, any_of, prepared};

    /// An expression of the program that has some words in it.
    fn with(words: &str) -> Pattern {
        let found = prepared::all().iter().find(|it| it.expression().contains(words));
        Pattern::new(found.expect(words).expression())
    }

    #[test]
    fn places_are_those_of_all_patterns() {
        static RHYTHM: LazyLock<Pattern> = LazyLock::new(|| with("daylight savings?"));
        static FACE: LazyLock<Pattern> = LazyLock::new(|| with("face to face"));
        static UNKNOWN: LazyLock<Pattern> = LazyLock::new(|| any_of(&["no other text has these words"]));
        static BOTH: OneOf = OneOf::of(&[&RHYTHM, &FACE]);
        static WITH_UNKNOWN: OneOf = OneOf::of(&[&RHYTHM, &UNKNOWN]);

        let text = "We meet face to face, and change clocks for daylight saving time.";
        assert_eq!(BOTH.places(text), None, "nobody has read it");
        let _read = Sifting::of(text);
        let places = BOTH.places(text).expect("the text is read");
        for found in [RHYTHM.find(text), FACE.find(text)] {
            let range = found.expect("it stands there").range();
            assert!(places.iter().any(|it| range.contains(it)), "{range:?} {places:?}");
        }
        assert!(places.is_sorted());
        assert_eq!(BOTH.places(&text[..8]), Some(Vec::new()));
        assert_eq!(WITH_UNKNOWN.places(text), None);
    }
}
