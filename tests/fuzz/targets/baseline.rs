//! Any text as a baseline: it is refused with its line, or written and read it is the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pingless::report::baseline;
use pingless::settle::baseline::Baseline;

fuzz_target!(|text: &str| {
    let Ok(known) = Baseline::parse(text) else { return };
    let written = baseline::print(&known);
    let again = Baseline::parse(&written).expect("what was written can be read");
    assert!(again.entries().eq(known.entries()), "{written}");
    assert_eq!(baseline::print(&again), written);
});
