//! Whether a text holds a letter of what a pattern needs. Whoever compiles only what may match answers a short message at
//! once. Where those letters come from, it does not know.

use std::sync::OnceLock;

use super::pieces::Pieces;
use super::question::Question;
use super::sieve;
use super::texts::Texts;

/// Pieces of text of which every match holds at least one; none where no such pieces are known.
#[derive(Debug, Default)]
pub struct Cues {
    all: Option<Texts>,
    /// Made for the first text that is not sifted.
    pieces: OnceLock<Box<Pieces>>,
    /// What is asked of a text that is.
    question: Option<Question>,
}

impl Cues {
    pub fn of(all: Option<Texts>, question: Option<Question>) -> Self {
        Self { all, pieces: OnceLock::new(), question }
    }

    pub fn question(&self) -> Option<&Question> {
        self.question.as_ref()
    }

    /// Where the last of them begins in a text that is sifted, if any does; none where nothing is known of it.
    pub fn last_in(&self, text: &str) -> Option<Option<usize>> {
        self.question.as_ref().and_then(|it| it.last(text))
    }

    /// Whether the pattern may match anywhere in a text.
    pub fn may_be_in(&self, text: &str) -> bool {
        self.all.as_ref().is_none_or(|all| {
            let pieces = self.pieces.get_or_init(|| Box::new(Pieces::of(all.clone(), false)));
            pieces.stand_in(text) || sieve::has_other_case(text)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Cues;
    use crate::words::pattern::shape::Shape;

    #[test]
    fn cues_stand_in_any_case() {
        let of = |expression: &str| Cues::of(Shape::of(expression).cues, None);
        let cues = of("(?i)soon|by friday");
        assert!(cues.may_be_in("It is SOON") && cues.may_be_in("By Friday") && cues.may_be_in("\u{17f}oon"));
        assert!(!cues.may_be_in("so on, by Frida") && !cues.may_be_in("") && !cues.may_be_in("so"));
        assert!(of(r"\w+").may_be_in("hi"));
    }
}
