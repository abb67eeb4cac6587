//! The same texts get the same answer: in whatever order they are read, on any number of threads, in any locale and zone,
//! on a terminal of any width, and however their lines end and their paths are written.

#[path = "same/lines.rs"]
mod lines;
#[path = "same/machine.rs"]
mod machine;
#[path = "same/named.rs"]
mod named;
mod repository;
