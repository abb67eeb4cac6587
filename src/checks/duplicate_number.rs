//! `rules/agree/duplicate-number.md`

use std::collections::BTreeMap;

use crate::corpus::decisions::{Decisions, folder, record};
use crate::corpus::{Corpus, Found, Place};
use crate::words::edition;
use crate::words::english::companion;
use crate::words::serial::{self, Serial};

/// A folder with fewer numbers has not begun to count.
const FEWEST: usize = 4;

/// Records of one number are the parts of one decision where there are more.
const MOST: usize = 3;

/// Bytes of what counts the parts of a record.
const LONGEST_PART: usize = 4;

pub fn check(corpus: &Corpus, found: &mut Found) {
    let decisions = corpus.decisions();
    let mut folders: BTreeMap<&str, BTreeMap<Serial, Vec<usize>>> = BTreeMap::new();
    for &text in decisions.records() {
        let path = &corpus.summaries()[text].path;
        // What is put away is kept as it was.
        if let Some(serial) = serial::of_path(path).filter(|it| it.number > 0 && !edition::is_left(path)) {
            folders.entry(folder(path)).or_default().entry(serial).or_default().push(text);
        }
    }
    for numbers in folders.into_values().filter(|it| it.len() >= FEWEST) {
        for (serial, texts) in numbers {
            let is_named = |text: &usize, is: fn(&str) -> bool| {
                serial::behind_number(&corpus.summaries()[*text].path).is_some_and(is)
            };
            let mut rivals: Vec<usize> = texts.into_iter().filter(|it| may_be_meant(corpus, decisions, *it)).collect();
            let is_companion = |text: &usize| is_named(text, companion::is_of_record);
            let records = rivals.iter().filter(|it| !is_named(it, companion::may_be_of_record)).count();
            // What may go with a record does so where others do, and where all may, they go with the same.
            if rivals.len() > MOST || records == 0 || records == 1 && rivals.iter().any(is_companion) {
                continue;
            }
            rivals.retain(|it| !is_companion(it));
            let [first, others @ ..] = rivals.as_slice() else { continue };
            if others.is_empty() || are_parts(corpus, &rivals) {
                continue;
            }
            for other in others {
                flag(corpus, &serial, *first, *other, found);
            }
        }
    }
}

/// Whether somebody who names the number today can mean this one.
fn may_be_meant(corpus: &Corpus, decisions: &Decisions, text: usize) -> bool {
    let is_over = record(corpus, text).and_then(|it| it.standing).is_some_and(|it| it.is_over());
    !is_over && !decisions.is_replaced(corpus, text)
}

/// "0046-01.md", "0046-queues.md" beside "0046-queues-in-short.md", "0046-queues.de.md": one decision in several files.
fn are_parts(corpus: &Corpus, texts: &[usize]) -> bool {
    let names: Vec<&str> = texts.iter().filter_map(|it| serial::behind_number(&corpus.summaries()[*it].path)).collect();
    // "0040-C2a-brief.md" is the second of the third part; "0040-fp8-cache.md" is about a thing with a number.
    let is_part = |name: &str| {
        let first = name.split(['-', '_', '.']).next().unwrap_or_default();
        let letters = first.find(|it: char| it.is_ascii_digit());
        first.is_empty() || first.len() <= LONGEST_PART && letters.is_some_and(|it| it <= 1)
    };
    let goes_on = |one: &str, other: &str| one != other && other.starts_with(one);
    names.iter().any(|one| is_part(one) || names.iter().any(|other| goes_on(one, other)))
}

fn flag(corpus: &Corpus, serial: &Serial, first: usize, other: usize, found: &mut Found) {
    let place = |text: usize| Place { text, spot: record(corpus, text).map(|it| it.spot).unwrap_or_default() };
    let rival = &corpus.summaries()[first].path;
    let flag = found.flag(place(other), format!("`{rival}` has the number {} as well", serial.number));
    flag.and_in(corpus.elsewhere(place(first), "this one has it, too"));
    let called = if serial.series.is_some() { serial.written() } else { format!("number {}", serial.number) };
    flag.asks(format!("Which of the two does {called} mean?"));
}
