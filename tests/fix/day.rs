//! A day is written out where nothing near it can mean another one, and stays as it is everywhere else.

use std::borrow::Cow;

use pingless::config::Policy;
use pingless::fix::{self, Outcome, Which};
use pingless::lint;
use pingless::rule::Catalog;
use pingless::text::Source;

/// The text of minutes after all that is safe was done to it.
fn mended(text: &str) -> Cow<'_, str> {
    let (catalog, policy) = (Catalog::builtin(), Policy::default());
    let judge = |text: &str| lint::check(&Source::file("minutes/2026-11-18.md", text), &catalog, &policy);
    match fix::mend(text, &judge(text).findings, Which::Safe, judge) {
        Outcome::Mended(mended) => Cow::Owned(mended.text),
        _ => Cow::Borrowed(text),
    }
}

fn minutes(said: &str) -> String {
    format!("---\ndate: 2026-11-18\ntimezone: UTC\n---\n# Platform sync\n\n{said}\n")
}

#[test]
fn a_day_that_is_counted_from_the_date_above_is_written_out() {
    assert_eq!(mended(&minutes("- Ann will ship it tomorrow.")), minutes("- Ann will ship it on 2026-11-19."));
}

#[test]
fn what_may_be_another_day_stays() {
    for said in [
        "- Ann will ship the banner on Black Friday.",
        "- Ann will ship the report Friday in two weeks.",
        "- On 2026-11-10 Bob wrote that Ann will ship it tomorrow.",
        "- Ann will ship it tomorrow, Thursday.",
        "- Last Friday Ann said that she will ship it tomorrow.",
        "- Ann will ship it Friday 22:00 PT.",
        "- 2026-11-25\n  - Ann will ship it tomorrow.",
        "| Day | What |\n|---|---|\n| 2026-11-25 | Bob will ship it tomorrow |",
        "**2026-11-25**\n\n- Ann will ship it tomorrow.",
    ] {
        assert_eq!(mended(&minutes(said)), minutes(said));
    }
}
