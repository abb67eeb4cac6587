//! The outcome of the litmus test, printed. Nothing here asks or answers.

pub mod html;
