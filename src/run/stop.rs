//! Why nothing can be told of a history.

use super::Exit;
use super::console::{complain, print_mistakes};
use crate::cli::ColorArg;
use crate::input::git::Refusal;
use crate::rule::Mistake;

#[derive(Debug)]
pub enum Stop {
    Refused(Refusal),
    Wrong(Vec<Mistake>),
    /// What is missing, and the cure.
    Nothing(String, &'static str),
}

impl Stop {
    /// Prints it; `cure` is for what git refuses, where a commit has a part in it.
    pub fn told(self, cure: &str, color: ColorArg) -> Exit {
        match self {
            Stop::Refused(refusal) => complain(&refusal.to_string(), refusal.cure(cure)),
            Stop::Wrong(mistakes) => print_mistakes(&mistakes, color),
            Stop::Nothing(message, help) => complain(&message, help),
        }
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Stop::Refused(refusal)
    }
}

impl From<Vec<Mistake>> for Stop {
    fn from(mistakes: Vec<Mistake>) -> Self {
        Stop::Wrong(mistakes)
    }
}
