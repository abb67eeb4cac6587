//! What the author takes for the cause.

use super::{Evidence, said};
use crate::document::Document;
use crate::words::cause;

pub fn cause(doc: &Document) -> Vec<Evidence> {
    said::places(doc, cause::find)
}
