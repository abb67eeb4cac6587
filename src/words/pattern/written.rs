//! An expression as somebody wrote it, and what is known of it before it is searched for. Most were known when the program
//! was built, and nothing of them is copied.

use std::borrow::Cow;

use super::prepared::{self, Prepared};
use super::shape::Shape;

#[derive(Debug)]
pub enum Written {
    Known(&'static Prepared),
    Other(Box<(String, Shape)>),
}

impl Written {
    /// It is a constant: a mistake in it ends the program at its first use.
    pub fn of(expression: &str) -> Self {
        let other = || Self::Other(Box::new((expression.to_owned(), Shape::of(expression))));
        prepared::of(expression).map_or_else(other, Self::Known)
    }

    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(it) => it.expression,
            Self::Other(it) => &it.0,
        }
    }

    /// The same for whoever keeps it.
    pub fn expression(&self) -> Cow<'static, str> {
        match self {
            Self::Known(it) => Cow::Borrowed(it.expression),
            Self::Other(it) => Cow::Owned(it.0.clone()),
        }
    }

    pub fn shape(&self) -> &Shape {
        match self {
            Self::Known(it) => &it.shape,
            Self::Other(it) => &it.1,
        }
    }

    pub fn prepared(&self) -> Option<&'static Prepared> {
        match self {
            Self::Known(it) => Some(it),
            Self::Other(_) => None,
        }
    }
}
