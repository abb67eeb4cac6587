//! Facts: values in every form, markers and their mistakes, and whole repositories in which one of many assumptions is
//! wrong.

#[path = "facts/constant.rs"]
mod constant;
#[path = "facts/held.rs"]
mod held;
#[path = "facts/marker.rs"]
mod marker;
#[path = "facts/plain.rs"]
mod plain;
#[path = "facts/planted.rs"]
mod planted;
#[path = "facts/value.rs"]
mod value;
