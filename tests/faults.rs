//! What machines and strangers do to files while a run reads and writes them: nothing is lost, nothing is waited for, and
//! what was not read is told. What this machine cannot do is skipped, and says so by name.
#![cfg(unix)]

#[path = "faults/end.rs"]
mod end;
#[path = "faults/large.rs"]
mod large;
#[path = "faults/machine.rs"]
mod machine;
#[path = "faults/named.rs"]
mod named;
#[path = "faults/pipe.rs"]
mod pipe;
#[path = "faults/read.rs"]
mod read;
mod repository;
#[path = "faults/spared.rs"]
mod spared;
#[path = "faults/write.rs"]
mod write;
