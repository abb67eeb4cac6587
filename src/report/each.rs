//! A list of a report that is written as it is made: of forty thousand findings none is kept as a tree of values.

use serde::{Serialize, Serializer};

/// What makes the rows, once for each time that they are written.
pub struct Each<F>(pub F);

impl<F, R> Serialize for Each<F>
where
    F: Fn() -> R,
    R: IntoIterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.0)())
    }
}
