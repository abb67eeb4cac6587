//! Values are read exactly: what is the same in other units is the same, and nothing else is.

use std::collections::BTreeMap;

use pingless::fact::{Comparison, Value};
use proptest::prelude::*;

fn compare(one: &str, other: &str) -> Comparison {
    Value::read(one).compare(&Value::read(other))
}

#[track_caller]
fn same(texts: &[&str]) {
    for one in texts {
        for other in texts {
            assert_eq!(
                compare(one, other),
                Comparison::Same,
                "{one} | {other}: {:?} {:?}",
                Value::read(one),
                Value::read(other)
            );
        }
    }
}

#[test]
fn one_value_in_many_forms() {
    same(&[
        "60 min",
        "1 h",
        "3600 s",
        "60 minutes",
        "one hour",
        "an hour",
        "1h",
        "PT1H",
        "3,600,000 ms",
        "60-minute",
        "every 60 minutes",
        "`60 min`",
        "**1 hour**",
        "0.5 h 30 min",
        "1/24 day",
        "60\u{a0}min",
    ]);
    same(&["1 h 30 min", "90 min", "1h30m", "1.5 hours", "1½ h", "PT1H30M", "5400 seconds", "1 hour and 30 minutes"]);
    same(&["half an hour", "30 min", "1800 s"]);
    same(&["1 GB", "1000 MB", "1,000 MB", "1 gigabyte", "1000000000 bytes", "8 Gbit", "1GB"]);
    same(&["1 GiB", "1024 MiB", "1 gibibyte", "1Gi"]);
    same(&["1 KiB", "1024 B", "1024B", "1024 bytes"]);
    same(&["5 %", "5%", "5 percent", "0.05e2 %", "50‰"]);
    same(&["60 requests/min", "1 request per second", "1 rps", "3600 requests per hour"]);
    same(&["100 MB/s", "800 Mbps", "800 Mbit/s", "6 GB/min"]);
    same(&["$5", "5 USD", "$5.00", "US$5", "5 dollars", "500 cents"]);
    same(&["$20k", "$20,000", "20 thousand USD"]);
    same(
        &["1,000 users", "1000 users", "1 000 users", "1000 user", "1k users", "one thousand users"]
            .map(|it| if it.starts_with("1 0") { "1_000 users" } else { it }),
    );
    same(&["2 years", "24 months", "P2Y"]);
    same(&["5–10 min", "5-10 minutes", "5 to 10 min", "300–600 s", "5 min to 10 min"]);
    same(&[
        "2026-11-17T21:40Z",
        "2026-11-17 21:40 UTC",
        "2026-11-17T22:40+01:00",
        "2026-11-17 21:40:00Z",
        "17 Nov 2026 21:40 UTC",
    ]);
    same(&["2026-11-17", "17 November 2026"]);
    same(&[">=1.2, <2", ">= 1.2, < 2", ">=1.2,<2"]);
    same(&["v1.2.3", "1.2.3"]);
    same(&["accepted", "Accepted", "`accepted`"]);
    same(&["true", "True", "yes", "on"]);
    same(&["false", "no", "OFF"]);
    same(&["@identity", "@Identity"]);
    same(&["https://example.com/a", "https://example.com/a/"]);
    same(&["deny everything", "Deny  everything."]);
    same(&["-5 °C", "−5 °C"]);
}

#[test]
fn what_is_left_unsaid_contradicts_nothing() {
    same(&["60 min with a 5 min grace period", "60 min", "1 h"]);
    same(&["at most 15 min", "15 min", "≤ 15 min", "up to 15 minutes"]);
    same(&["5 retries", "5"]);
    assert_eq!(compare("60 min with a 5 min grace period", "60 min with 10 min of grace"), Comparison::Differs);
    assert_eq!(compare("at most 15 min", "at least 15 min"), Comparison::Differs);
    assert_eq!(compare("5 retries", "5 replicas"), Comparison::Unlike);
}

#[test]
fn other_values_differ() {
    for (one, other) in [
        ("15 min", "60 min"),
        ("15 min", "15 s"),
        ("1 GB", "1 GiB"),
        ("1 GB", "1 Gbit"),
        ("5 %", "0.5 %"),
        ("$5", "$50"),
        ("100 requests/s", "100 requests/min"),
        ("2026-11-17T21:40Z", "2026-11-17T21:40+08:00"),
        ("2026-11-17", "2026-11-18"),
        (">=1.2", ">=1.3"),
        ("v1.2.3", "v1.2.4"),
        ("accepted", "rejected"),
        ("on", "off"),
        ("yes", "ask"),
        ("@identity", "@billing"),
        ("deny everything", "allow everything"),
        ("5–10 min", "5–15 min"),
        ("3 reviewers", "4 reviewers"),
        ("5", "6"),
        ("-5 °C", "5 °C"),
        ("1 month", "2 months"),
    ] {
        assert_eq!(
            compare(one, other),
            Comparison::Differs,
            "{one} | {other}: {:?} {:?}",
            Value::read(one),
            Value::read(other)
        );
    }
}

#[test]
fn other_things_cannot_be_compared() {
    for (one, other) in [
        ("15 min", "15 MB"),
        ("30 days", "1 month"),
        ("5 USD", "5 EUR"),
        ("15 min", "unlimited"),
        ("100 MB", "100 MB/s"),
        ("900", "15 min"),
        ("2026-11-17", "17 days"),
        ("@identity", "identity"),
    ] {
        assert_eq!(
            compare(one, other),
            Comparison::Unlike,
            "{one} | {other}: {:?} {:?}",
            Value::read(one),
            Value::read(other)
        );
    }
}

#[test]
fn words_around_a_value_do_not_change_it() {
    same(&["15 minutes after login", "15 min from the last login", "15 minutes"]);
    for text in ["TLS 1.3 only", "the second one", "Section 3.2", "RFC 9110", "blue", "on", "15min_value", "see below"]
    {
        assert!(Value::read(text).measure().is_none(), "{text}: {:?}", Value::read(text));
    }
}

/// Units with how many of the base unit they are.
const UNITS: &[(&str, &[(&str, u64)])] = &[
    (
        "time",
        &[("ms", 1), ("s", 1000), ("min", 60_000), ("h", 3_600_000), ("days", 86_400_000), ("weeks", 604_800_000)],
    ),
    (
        "data",
        &[
            ("bits", 1),
            ("bytes", 8),
            ("kB", 8000),
            ("KiB", 8192),
            ("MB", 8_000_000),
            ("MiB", 8 << 20),
            ("Gbit", 1_000_000_000),
        ],
    ),
    ("months", &[("months", 1), ("years", 12)]),
    ("money", &[("cents", 1), ("USD", 100)]),
];

/// A number of a unit, and what it is in the base unit.
fn amount() -> impl Strategy<Value = (&'static str, String, u64)> {
    (0..UNITS.len(), any::<prop::sample::Index>(), 0u64..2000).prop_map(|(dimension, unit, number)| {
        let (name, units) = UNITS[dimension];
        let (unit, factor) = unit.get(units);
        (name, format!("{number} {unit}"), number * factor)
    })
}

fn amounts(count: usize) -> impl Strategy<Value = Vec<(&'static str, String, u64)>> {
    prop::collection::vec(amount(), count)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_base_unit_decides(pair in amounts(2)) {
        let expected = match pair[0].0 == pair[1].0 {
            false => Comparison::Unlike,
            true if pair[0].2 == pair[1].2 => Comparison::Same,
            true => Comparison::Differs,
        };
        prop_assert_eq!(compare(&pair[0].1, &pair[1].1), expected, "{:?}", pair);
    }

    #[test]
    fn a_value_in_another_unit_is_the_same((dimension, text, base) in amount(), other in any::<prop::sample::Index>()) {
        let units = UNITS.iter().find(|it| it.0 == dimension).expect("it is one of them").1;
        let (unit, factor) = other.get(units);
        // A fraction of whole numbers says it exactly in every unit.
        prop_assert_eq!(compare(&text, &format!("{base}/{factor} {unit}")), Comparison::Same);
        let close = format!("{}/{} {}", base * 1000 + 1, factor * 1000, unit);
        prop_assert_eq!(compare(&text, &close), Comparison::Differs);
    }

    #[test]
    fn to_be_the_same_is_shared(three in amounts(3)) {
        let (one, two, three) = (&three[0].1, &three[1].1, &three[2].1);
        if compare(one, two) == Comparison::Same && compare(two, three) == Comparison::Same {
            prop_assert_eq!(compare(one, three), Comparison::Same);
        }
    }

    #[test]
    fn any_two_texts_compare_the_same_both_ways(one in "[ -~°½–µ€]{0,24}", other in "[0-9a-zA-Z .,%$@/:<>=^~-]{0,16}", unit in 0..4usize) {
        let other = format!("{other}{}", ["", " min", " GB", "%"][unit]);
        prop_assert_eq!(compare(&one, &other), compare(&other, &one));
        prop_assert_eq!(compare(&one, &one), Comparison::Same, "{:?}", Value::read(&one));
    }

    #[test]
    fn no_text_breaks_it(text in any::<String>()) {
        Value::read(&text);
        pingless::fact::amounts::all(&text);
        let _ = pingless::fact::Marker::read(&format!("fact {text}"));
        let _ = pingless::fact::Marker::read(&format!("assumes a.b = {text}"));
    }
}

#[test]
fn amounts_are_found_in_sentences() {
    let found = |text: &str| {
        let all = pingless::fact::amounts::all(text).into_iter();
        all.map(|(range, _)| text[range].to_owned()).collect::<Vec<_>>()
    };
    let cases: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("Tokens live 60 minutes, with a grace period of 5 min.", ["60 minutes", "5 min"].as_slice()),
        ("In version 1.2.3 of 3 services on port 8080, RFC 9110 (see #15) holds.", &[]),
        ("It costs $5 per user, or €20k a year.", &["$5 per user", "€20k"]),
        ("At 100 requests per minute and 20 MB/s.", &["100 requests per minute", "20 MB/s"]),
        ("Between 2026-11-17 and 2026-12-01, 99.9% of calls.", &["99.9%"]),
        ("A 15-minute window; the 5-10 min range; a1h; x_5min; 5min_total", &["15-minute", "5-10 min"]),
        ("Five minutes later, in a second step", &["Five minutes"]),
        ("It was up 99,9 % of the time, and slept 1,5 s.", &["99,9 %", "1,5 s"]),
        ("Retry on 10,20 or 30,40,50 s; from 1,000 ms, at 99,95.1 %", &["1,000 ms"]),
    ]);
    for (text, expected) in cases {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn a_comma_of_a_fraction() {
    assert_eq!(compare("99,9 %", "99.9%"), Comparison::Same);
    assert_eq!(compare("1,5 s", "1500 ms"), Comparison::Same);
    assert_eq!(compare("1,500 s", "1500 s"), Comparison::Same);
}

#[test]
fn nothing_needs_no_unit() {
    assert_eq!(compare("0", "0 s"), Comparison::Same);
    assert_eq!(compare("0 MB", "0"), Comparison::Same);
    assert_eq!(compare("0 s", "0 MB"), Comparison::Unlike);
    assert_eq!(compare("0", "5 s"), Comparison::Unlike);
}
