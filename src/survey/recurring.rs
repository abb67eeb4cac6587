//! Quantities that several documents state of the same thing: what somebody could declare as a fact once, for all of them.
//! Counts words that stand near; whether two texts mean the same, a person decides.

mod group;
mod mention;

pub use group::{Group, groups};
pub use mention::{Mention, Read, read};
