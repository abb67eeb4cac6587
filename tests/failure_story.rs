//! Two careful teams, two true sentences, two places. From an empty folder: a page that decides how long a download link
//! lives, an app that was built on another number, and what is said of it until both agree, and when the decision changes.

mod repository;

use repository::Repository;

/// Decided in the evening of a Tuesday in Lisbon.
const DECISION: &str = "# ADR 7: How long a download link lives

Status: accepted

## Context

Support wants links that survive a lunch break, because people paste them into tickets.

## Decision

A download link lives for 60 minutes, and a download that runs may end in a grace period of 5 minutes, because most
tickets are read within the hour. <!-- pingless: fact download.link.lifetime = 60 min with a grace period of 5 min owner=@storage since=2026-11-17T21:40Z alias=\"download link\" -->

## Consequences

A leaked link is open four times as long as before; each use of it is logged.
";

/// Built the same morning in Singapore, eight hours ahead, on what a chat had said the week before.
const APP: &str = "# Downloads in the app

The app fetches a new link after each quarter of an hour. <!-- pingless: assumes download.link.lifetime = 15 min owner=@mobile seen=2026-11-17T09:05+08:00 -->
";

const RULES: &str =
    "contradicting-fact,stale-assumption,misstated-fact,unresolved-assumption,duplicate-fact,unused-fact";

fn story(name: &str) -> Repository {
    let made = Repository::new(name);
    made.write("docs/decisions/0007-download-links.md", DECISION);
    made.write("docs/app/downloads.md", APP);
    made
}

fn check(made: &Repository) -> repository::Run {
    made.pingless(&["check", "-f", "concise", "--select", RULES])
}

#[test]
fn two_teams_find_out_at_once() {
    let made = story("two-teams");
    let run = made.pingless(&["check", "--select", RULES]);
    assert_eq!(run.status, 1, "{run:#?}");
    let said = run.out.lines().collect::<Vec<_>>().join("\n");
    assert!(said.contains("error[contradicting-fact]"), "{said}");
    for part in ["docs/app/downloads.md:3:", "docs/decisions/0007-download-links.md:", "@storage", "@mobile", "15 min"]
    {
        assert!(said.contains(part), "{part} is not in:\n{said}");
    }
    assert!(said.contains("60 min"), "{said}");
}

#[test]
fn who_agrees_is_left_alone_until_the_decision_changes() {
    let made = story("agreed");
    let agreed = "# Downloads in the app

The app fetches a new link after each hour. <!-- pingless: assumes download.link.lifetime = 1 h owner=@mobile seen=2026-11-18T09:30+08:00 -->
";
    made.write("docs/app/downloads.md", agreed);
    made.write("src/links.py", "# pingless: assumes download.link.lifetime unit=s at=\"LIFETIME = (\\d+)\" seen=2026-11-18T02:00Z\nLIFETIME = 3600\n");
    made.write("docs/support.md", "# Support\n\nA customer has [60 min](decisions/0007-download-links.md#download.link.lifetime) to use a link.\n");
    let run = check(&made);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");

    // Another decision takes its place: everybody who relied on the old one is named.
    made.write(
        "docs/decisions/0007-download-links.md",
        DECISION.replace("Status: accepted", "Status: superseded by ADR 12"),
    );
    let run = check(&made);
    assert_eq!(run.status, 1, "{run:#?}");
    for path in ["docs/app/downloads.md:3:", "src/links.py:1:", "docs/support.md:3:"] {
        assert!(
            run.out.lines().any(|line| line.starts_with(path) && line.contains("[stale-assumption]")),
            "{path}: {run:#?}"
        );
    }
}

#[test]
fn a_change_is_told_whom_it_concerns() {
    let made = story("change");
    made.write(
        "docs/app/downloads.md",
        APP.replace("15 min", "60 min").replace("2026-11-17T09:05+08:00", "2026-11-18T09:05+08:00"),
    );
    made.write("src/links.py", "# pingless: assumes download.link.lifetime unit=s at=\"LIFETIME = (\\d+)\" seen=2026-11-18T02:00Z\nLIFETIME = 3600\n");
    made.commit("Agree on an hour");
    made.git(&["switch", "-qc", "shorter"]);
    made.write(
        "docs/decisions/0007-download-links.md",
        DECISION.replace("60 min with", "30 min with").replace("60 minutes", "30 minutes"),
    );
    made.commit("Shorten it");
    // Nothing in the two other files was touched.
    let run = made.new_since("main", &["--select", RULES]);
    assert_eq!(run.status, 1, "{run:#?}");
    for path in ["docs/app/downloads.md:3:", "src/links.py:2:"] {
        assert!(
            run.out.lines().any(|line| line.starts_with(path) && line.contains("[contradicting-fact]")),
            "{path}: {run:#?}"
        );
    }
    // What was so before is not told again.
    made.commit("Leave it");
    let run = made.new_since("HEAD", &["--select", RULES]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:#?}");

    // A constant that is changed in the code alone.
    made.git(&["switch", "-q", "main"]);
    made.git(&["switch", "-qc", "code"]);
    made.write("src/links.py", made.read("src/links.py").replace("3600", "900"));
    made.commit("Shorten it in the code");
    let run = made.new_since("main", &["--select", RULES]);
    assert!(run.out.starts_with("src/links.py:2:") && run.out.contains("[contradicting-fact]"), "{run:#?}");
}

#[test]
fn a_named_file_is_held_against_the_rest() {
    // Git knows none of them yet.
    let made = story("named");
    for name in ["docs/app/downloads.md", "docs/decisions/0007-download-links.md"] {
        let run = made.pingless(&["check", "-f", "concise", "--select", RULES, name]);
        assert!(run.out.starts_with("docs/app/downloads.md:3:"), "{name}: {run:#?}");
        assert_eq!(run.status, 1);
    }
}
