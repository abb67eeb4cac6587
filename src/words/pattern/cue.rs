//! Whether a text holds a letter of what a pattern needs. Whoever compiles only what may match answers a short message at
//! once. Where those letters come from, it does not know.

use super::pieces::Pieces;
use super::shape::Shape;
use super::sieve;

/// Pieces of text of which every match holds at least one; none where no such pieces are known.
#[derive(Debug, Default)]
pub struct Cues {
    pieces: Option<Box<Pieces>>,
    /// The number under which the sieve knows them.
    pub(super) number: Option<usize>,
}

impl Cues {
    pub fn of(shape: &Shape) -> Self {
        let pieces = shape.cues.as_ref().map(|it| Box::new(Pieces::of(it, false)));
        let rare = pieces.as_ref().filter(|_| shape.is_rare);
        let number = rare.map(|it| sieve::register(it.list()));
        Self { pieces, number }
    }

    /// Whether the pattern may match anywhere in a text.
    pub fn may_be_in(&self, text: &str) -> bool {
        self.pieces.as_ref().is_none_or(|pieces| pieces.stand_in(text) || sieve::has_other_case(text))
    }
}

#[cfg(test)]
mod tests {
    use super::{Cues, Shape};

    #[test]
    fn cues_stand_in_any_case() {
        let cues = Cues::of(&Shape::of("(?i)soon|by friday"));
        assert!(cues.may_be_in("It is SOON") && cues.may_be_in("By Friday") && cues.may_be_in("\u{17f}oon"));
        assert!(!cues.may_be_in("so on, by Frida") && !cues.may_be_in("") && !cues.may_be_in("so"));
        assert!(Cues::of(&Shape::of(r"\w+")).may_be_in("hi"));
    }
}
