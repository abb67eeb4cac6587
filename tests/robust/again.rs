//! What each place of a text would read all of: a long lead, a long line, a long header, a list of links. Each is as large as a pass over
//! it for each of those places takes far too long, and one pass takes no time.

use pingless::kind;
use pingless::summary::Summary;

use super::*;

/// A unit again and again, in so many kilobytes.
fn again(unit: &str, kilobytes: usize) -> String {
    unit.repeat(kilobytes * 1024 / unit.len())
}

#[test]
fn what_every_place_would_read_is_read_once() {
    let minutes = "# Weekly sync 2026-11-18\n\n## Attendees\n\nAda, Bo, Rosa\n\n## Action items\n\n";
    let words = |kilobytes: usize| again("alpha beta ", kilobytes).trim_end().to_owned();
    let incident = "# x\n\n## Timeline\n\n## Root cause\n\n- ";
    let decision = "# a\n\nStatus: accepted\n\n## Decision\n\n";
    let moving = "https://github.com/a/b/blob/main/x.rs#L10 ";
    let shapes = [
        ("targets-over-lines", "none", again("a](\n", 512) + ")"),
        ("loose-ends-of-one-item", "postmortem", incident.to_owned() + &again("Someone should file an issue. ", 128)),
        (
            "items-below-a-long-one",
            "meeting-notes",
            format!("{minutes}- {}\n{}", words(192), again("  - Action items\n    - write it\n", 32)),
        ),
        (
            "days-of-a-header",
            "none",
            format!("---\ntitle: {}\n---\n{}", again("on 2026-11-18 ", 64), again("On 3/4/2026 we met. ", 64)),
        ),
        ("days-of-one-sentence", "none", again("03/04/2025-05/06/2026, ", 192)),
        ("links-behind-marks", "none", again("*_", 250) + " " + &again(moving, 100)),
        (
            "hedges-beside-links",
            "adr",
            decision.to_owned() + &again("[a](b) ", 160) + &again("It is to be decided. ", 64),
        ),
        (
            "blanks-below-a-long-title",
            "none",
            format!("# a {}\n\n{}", words(250), again("[insert name here]\n\n", 100)),
        ),
        ("links-of-one-line", "bug-report", again("https://github.com/a/b ", 192)),
        ("a-line-behind-marks", "bug-report", again("-", 128) + " x " + &again("This fails now. ", 64)),
        ("an-underlined-title", "pull-request", again("A door is here. ", 128) + "\n===\n\nb"),
    ];
    let broken: Vec<String> = shapes.iter().filter_map(|(name, kind, text)| run(name, text, kind).err()).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// What is kept of a text for others: of a row, a header and a list that hold thousands of names each.
#[test]
fn what_is_kept_of_a_text_takes_one_pass() {
    let each = |piece: &dyn Fn(usize) -> String, count: usize| (0..count).map(piece).collect::<String>();
    let record = "# 1. Use a queue\n\nStatus: accepted\n\n## Decision\n\nWe use a queue.\n\n";
    let cells = 4000;
    let columns = format!("|{}\n|{}\n|", "a|".repeat(cells), "-|".repeat(cells));
    let texts = [
        ("docs/a.md", format!("# Doors\n\n|a|b|\n|-|-|\n|{}|c|\n", "[1](../adr/0001-a.md) ".repeat(6000))),
        (
            "docs/b.md",
            format!("# Doors\n\n{columns}{}\n", each(&|at| format!("a <!-- pingless: fact a.b{at} = 3 s -->|"), cells)),
        ),
        ("docs/c.md", format!("---\nowner:\n{}---\n# Doors\n", each(&|at| format!("  - @a{at}\n"), 60_000))),
        ("adr/0001-a.md", record.to_owned() + &each(&|at| format!("https://github.com/a/b/issues/{at}\n\n"), 20_000)),
    ];
    for (path, text) in texts {
        let source = Source::file(path, text);
        let doc = Document::new(&source);
        let recognised = kind::recognise(&doc, std::iter::empty());
        let started = Instant::now();
        let summary = Summary::of(&doc, &recognised, path);
        assert!(started.elapsed() < LONGEST, "{path}: {:?}", started.elapsed());
        assert!(summary.owners.len() <= 200 && summary.citations.len() <= 400);
    }
}
