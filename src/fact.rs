//! Facts: values that one page declares and others rely on. Reads their markers and their values, and says whether two
//! values are the same. Works on plain strings: where a marker stands, and who else says what, it does not know.

pub mod amounts;
pub mod constant;
pub mod expression;
pub mod marker;
pub mod measure;
pub mod moment;
pub mod number;

pub mod unit;
pub mod value;

pub use marker::{Malformed, Marker, Part, Verb};
pub use moment::Moment;
pub use value::{Comparison, Value};
