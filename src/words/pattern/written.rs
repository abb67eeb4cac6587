//! An expression as somebody wrote it, and what is known of it before it is searched for. Most were known when the program
//! was built, and nothing of them is copied.

use std::borrow::Cow;

use super::prepared::{self, Prepared};
use super::shape::Shape;

#[derive(Debug)]
pub struct Written {
    pub expression: Cow<'static, str>,
    pub shape: Shape,
    pub prepared: Option<&'static Prepared>,
}

impl Written {
    /// It is a constant: a mistake in it ends the program at its first use.
    pub fn of(expression: &str) -> Self {
        match prepared::of(expression) {
            Some(it) => Self { expression: Cow::Borrowed(it.expression()), shape: it.shape(), prepared: Some(it) },
            None => {
                Self { expression: Cow::Owned(expression.to_owned()), shape: Shape::of(expression), prepared: None }
            }
        }
    }
}
