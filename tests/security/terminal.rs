//! No text, page, configuration or name moves a terminal: whatever people are shown, what could do that is spelled out.

use std::fs;
use std::process::Command;

use pingless::report::escape::is_unsafe;

use crate::repository::{Repository, printed};

/// A title for the window, another colour, the cursor up, a line that is read backwards, an 8-bit sequence, what nobody sees.
const EVIL: &str = "\u{1b}]0;owned\u{7}\u{1b}[31mred\u{1b}[2A\u{202e}drow\u{9b}1mbold\u{2066}\u{200b}\u{ad}\u{3164}";

/// The same as it may stand in YAML and TOML.
const QUOTED: &str = "\\u001b]0;owned\\u0007\\u001b[31mred\\u202e\\u009b1m";

/// A repository in which every word that a stranger may choose is chosen by one.
fn hostile(name: &str) -> Repository {
    let made = Repository::new(name);
    let page = format!(
        "---\nsummary: \"a {QUOTED} word\"\nquestion: \"Which {QUOTED} day?\"\nlevel: error\nsince: 0.1.0\nhelp: \"write {QUOTED} it\"\nphrases: {{ any: [soonish], label: \"which {QUOTED} day?\" }}\n---\n\nWhy {EVIL} not.\n\n````md bad\nsoonish {EVIL}\n````\n\n````md good\nnow\n````\n"
    );
    made.write(".pingless/rules/when/house-word.md", page);
    made.write("pingless.toml", format!("[vocab]\n\"{QUOTED}\" = \"{QUOTED}\"\n"));
    made.write(
        "docs/a.md",
        format!(
            "# Plan {EVIL}\n\nPlease send {EVIL} by EOD {EVIL}, soonish.\n\n## Open {EVIL} questions\n\n- who {EVIL}?\n\nSee [{EVIL}]({EVIL}.md).\n\n<!-- pingless: allow ambiguous-zone: {EVIL} -->\n\nThe upload limit is 25 MB. <!-- pingless: fact files.limit = 25 MB owner=@{EVIL} -->\n\nThe limit is 30 MB. <!-- pingless: assumes files.limit = 30 MB -->\n"
        ),
    );
    made.write(
        "docs/adr/0001-a.md",
        format!("# 1. Choice {EVIL}\n\n## Status {EVIL}\n\nSuperseded by [2]({EVIL}.md)\n\n## Decision {EVIL}\n\nWe take {EVIL}.\n"),
    );
    made.write(format!("docs/{EVIL}.md"), format!("# {EVIL}\n\nPlease send it by EOD.\n"));
    made.write(format!("docs/folder {EVIL}/b.md"), "Please send it by EOD.\n");
    made.write("CODEOWNERS", format!("docs/ {EVIL}\n/x @org/{EVIL}\n"));
    made.write(".github/PULL_REQUEST_TEMPLATE.md", format!("## Why {EVIL}\n\n<!-- say {EVIL} -->\n"));
    made.write(".github/ISSUE_TEMPLATE/bug.yml", format!("name: \"{QUOTED}\"\nbody: [{{ type: \"{QUOTED}\" }}]\n"));
    made.write("body.md", format!("Fixes {EVIL} by EOD.\n\n- [x] tests {EVIL}\n"));
    made.write("thread.ndjson", format!("{{\"author\": \"{QUOTED}\", \"text\": \"By EOD {QUOTED}?\"}}\n"));
    made.write(
        "event.json",
        format!("{{\"pull_request\": {{\"title\": \"{QUOTED}\", \"body\": \"by EOD {QUOTED}\", \"{QUOTED}\": 1}}}}"),
    );
    made.write("broken.toml", format!("# {EVIL}\nselect = [\"{QUOTED}\"]\n"));
    made.write("broken2.toml", format!("{EVIL}\n"));
    made.write("broken3.toml", format!("[kinds]\n\"{QUOTED}[/**\" = \"adr\"\n"));
    made.write("binary.md", [0, 27, b'[', b'A']);
    made.commit(&format!("Add {EVIL}\n\nBy EOD {EVIL}."));
    made.write("docs/a.md", made.read("docs/a.md") + "\nAnd by EOW.\n");
    made
}

const SHOWING: &[&[&str]] = &[
    &["check", "--show-all", "-v"],
    &["check", "--show-all", "--pedantic", "--preview", "--strict"],
    &["check", "--show-files"],
    &["check", "--statistics"],
    &["check", "-f", "concise"],
    &["check", "--diff-base", "HEAD", "--show-all"],
    &["check", "--timings"],
    &["check", "--config", "broken.toml"],
    &["check", "--config", "broken2.toml"],
    &["check", "--config", "broken3.toml"],
    &["check", "--config", "\u{1b}[31m"],
    &["check", "\u{1b}[31m"],
    &["check", "--kind", "\u{1b}[31m"],
    &["check", "--diff-base", "\u{1b}[31m"],
    &["check", "--select", "\u{1b}[31m"],
    &["check", "-f", "json"],
    &["check", "-f", "json-lines"],
    &["check", "-f", "sarif"],
    &["check", "-f", "junit"],
    &["check", "-f", "rdjson"],
    &["check", "-f", "rdjsonl"],
    &["check", "-f", "gitlab"],
    &["check", "-f", "github"],
    &["check", "-f", "summary"],
    &["pr", "--title", "\u{1b}[31m by EOD", "--body", "body.md", "-f", "comment"],
    &["inspect", "-f", "ndjson", "docs/a.md"],
    &["rules", "--format", "json"],
    &["facts", "-f", "json"],
    &["allows", "-f", "json"],
    &["trial", "-f", "json"],
    &["decisions", "-f", "json"],
    &["decisions", "-f", "csv"],
    &["decisions", "-f", "mermaid"],
    &["litmus", "--now", "2026-11-21", "-f", "json"],
    &["litmus", "--now", "2026-11-21", "-f", "html"],
    &["when", "-f", "json", "by EOD \u{1b}[31m"],
    &["inspect", "docs/a.md", "docs/adr/0001-a.md"],
    &["inspect", "\u{1b}[31m"],
    &["pr", "--title", "\u{1b}[31m by EOD", "--body", "body.md"],
    &["pr", "--event", "event.json"],
    &["pr", "--gh", "event.json"],
    &["issue", "--title", "\u{1b}[31m by EOD", "--body", "body.md"],
    &["thread", "thread.ndjson"],
    &["commits", "HEAD"],
    &["commit-msg", "body.md"],
    &["decisions"],
    &["facts"],
    &["facts", "--conflicts"],
    &["facts", "--suggest"],
    &["facts", "--touching", "docs/a.md"],
    &["facts", "--diff", "HEAD"],
    &["litmus", "--now", "2026-11-21"],
    &["allows"],
    &["config", "docs/a.md"],
    &["trial"],
    &["rules"],
    &["explain", "house-word"],
    &["explain", "\u{1b}[31m"],
    &["explain", "docs/a.md:3"],
    &["test", ".pingless/rules"],
    &["when", "by EOD \u{1b}[31m"],
    &["when", "17:00 CET \u{1b}[31m"],
    &["init", "--dry-run"],
    &["new", "\u{1b}[31m"],
    &["fill", "--kind", "\u{1b}[31m", "docs/a.md"],
    &["link", "thread.ndjson"],
    &["stream", "thread.ndjson"],
    &["baseline", "--baseline", "out.jsonl"],
    &["baseline", "--prune", "--baseline", "\u{1b}[31m"],
    &["schema", "\u{1b}[31m"],
];

/// What could move a terminal; colours of ours are none.
fn moves(text: &str) -> Option<String> {
    let mut text = text.to_owned();
    while let Some(start) = text.find("\u{1b}[") {
        let length = text[start + 2..].find(|it: char| !it.is_ascii_digit() && it != ';');
        let end = length.map(|length| start + 2 + length).filter(|end| text[*end..].starts_with('m'));
        let Some(end) = end else { break };
        text.replace_range(start..=end, "");
    }
    let text = text.replace("\r\n", "\n");
    let at = text.char_indices().find(|(_, it)| is_unsafe(*it) && *it != '\n').map(|(at, _)| at)?;
    let from = text[..at].rfind('\n').map_or(0, |it| it + 1);
    Some(text[from..].lines().next().unwrap_or_default().to_owned())
}

#[test]
fn nothing_that_people_are_shown_moves_their_terminal() {
    let made = hostile("terminal");
    let mut faults = Vec::new();
    for args in SHOWING {
        let mut command = made.command(env!("CARGO_BIN_EXE_pingless"));
        let output = command.args(*args).env("NO_COLOR", "1").output().expect("it runs");
        for (stream, bytes) in [("out", &output.stdout), ("err", &output.stderr)] {
            let text = String::from_utf8(bytes.clone()).expect("it is UTF-8");
            // Of the colour that a stranger asks for nothing stays either, where nobody else prints one.
            let line = text.lines().find(|line| line.contains('\u{1b}')).map(str::to_owned).or_else(|| moves(&text));
            faults.extend(line.map(|line| format!("{args:?} {stream}: {line:?}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn with_colours_only_ours_are_printed() {
    let made = hostile("colours");
    for args in [&["check", "--show-all"][..], &["inspect", "docs/a.md"], &["facts"], &["explain", "house-word"]] {
        let mut command = made.command(env!("CARGO_BIN_EXE_pingless"));
        let output = command.args(args).env("CLICOLOR_FORCE", "1").output().expect("it runs");
        let text = String::from_utf8(output.stdout).expect("it is UTF-8");
        assert!(!text.contains("owned\u{7}") && !text.contains("\u{1b}[2A"), "{args:?}: {text:?}");
    }
}

/// A text that somebody keeps goes to a file as it is, and to a terminal spelled out.
#[test]
fn a_text_that_is_handed_out_is_whole_in_a_file_and_harmless_on_a_terminal() {
    let made = hostile("handed-out");
    let program = env!("CARGO_BIN_EXE_pingless");
    let lines = [
        format!("{program} fill --kind postmortem docs/a.md"),
        format!("{program} check --diff --unsafe-fixes docs/a.md"),
        format!("{program} check --fix - < docs/a.md"),
        format!("{program} explain --page house-word"),
        format!("{program} new adr \"$(printf '\\033[31mred')\""),
        format!("{program} pr --fill --title a --body body.md"),
    ];
    let plain = printed(&mut made.command("sh"), &["-c", &lines[0]]);
    assert!(plain.contains(EVIL), "a file gets every byte");
    if !Command::new("script").arg("--version").output().is_ok_and(|it| it.status.success()) {
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), "skipped: a terminal: `script` is not installed");
        return;
    }
    for line in lines {
        let log = made.root.join("terminal.log");
        let _ = fs::remove_file(&log);
        let run = made.command("script").args(["-qec", &line, "/dev/null"]).output().expect("it runs");
        let shown = String::from_utf8_lossy(&run.stdout).replace("\r\n", "\n");
        assert_eq!(moves(&shown), None, "{line}");
        assert!(!shown.is_empty(), "{line}");
    }
}
