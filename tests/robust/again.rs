//! What each place of a text would read all of: a long lead, a long line, a long header, a list of links. Each is as large as a pass over
//! it for each of those places takes far too long, and one pass takes no time.

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
    let speakers: String = (0..5000).map(|at| format!("10:00 S{at}x: yes\n")).collect();
    let markers = |verb: &str, part: &str| -> String {
        (0..4000).map(|at| format!("It is. <!-- pingless: {verb} door.{part}{at} = 3 s -->\n\n")).collect()
    };
    let (declared, assumed) = (markers("fact", "b"), markers("assumes", "c"));
    let decision = "# a\n\nStatus: accepted\n\n## Decision\n\n";
    let moving = "https://github.com/a/b/blob/main/x.rs#L10 ";
    let shapes = [
        ("misspelt-facts", "none", format!("# a\n\n{declared}{assumed}")),
        ("targets-over-lines", "none", again("a](\n", 512) + ")"),
        ("loose-ends-of-one-item", "postmortem", incident.to_owned() + &again("Someone should file an issue. ", 128)),
        (
            "items-below-a-long-one",
            "meeting-notes",
            format!("{minutes}- {}\n{}", words(128), again("  - Action items\n    - write it\n", 128)),
        ),
        ("speakers", "meeting-notes", format!("{minutes}{speakers}\n{}", again("**AB**\n\n- [ ] write it\n\n", 128))),
        (
            "days-of-a-header",
            "none",
            format!("---\ntitle: {}\n---\n{}", again("on 2026-11-18 ", 64), again("On 3/4/2026 we met. ", 64)),
        ),
        ("links-behind-marks", "none", again("*_", 250) + " " + &again(moving, 250)),
        (
            "hedges-beside-links",
            "adr",
            decision.to_owned() + &again("[a](b) ", 200) + &again("It is to be decided. ", 200),
        ),
        (
            "blanks-below-a-long-title",
            "none",
            format!("# a {}\n\n{}", words(250), again("[insert name here]\n\n", 250)),
        ),
        ("links-of-one-line", "bug-report", again("https://github.com/a/b ", 192)),
        ("a-line-behind-marks", "bug-report", again("-", 128) + " x " + &again("This fails now. ", 128)),
        ("an-underlined-title", "pull-request", again("A door is here. ", 128) + "\n===\n\nb"),
    ];
    let broken: Vec<String> = shapes.iter().filter_map(|(name, kind, text)| run(name, text, kind).err()).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
