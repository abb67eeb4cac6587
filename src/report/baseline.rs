//! The file of known findings, `.pingless-baseline.jsonl`: a line that says what it is, then one sort of finding a line,
//! in an order that does not depend on the run. So two branches merge it as they merge a list.

use serde::Serialize;

use super::harmless;
use crate::settle::baseline::{Baseline, FINGERPRINT, VERSION};

#[derive(Serialize)]
struct Head {
    #[serde(rename = "pingless-baseline")]
    version: u64,
    fingerprint: &'static str,
}

#[derive(Serialize)]
struct Line<'b> {
    path: &'b str,
    rule: &'b str,
    fingerprint: &'b str,
    count: usize,
    text: &'b str,
}

pub fn print(baseline: &Baseline) -> String {
    let head = Head { version: VERSION, fingerprint: FINGERPRINT };
    let mut out = line(&head);
    for entry in baseline.entries() {
        let (path, rule, fingerprint) = (&entry.path, &entry.rule, &entry.fingerprint);
        out.push_str(&line(&Line { path, rule, fingerprint, count: entry.count, text: &entry.text }));
    }
    out
}

fn line(value: &impl Serialize) -> String {
    harmless::row(value)
}
