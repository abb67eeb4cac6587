//! After any edits, what an editor shows is what `check` says of the text as it is then.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::client::{Client, offset, uri};
use crate::repository::Repository;

const TEXT: &str = "# Plan \u{1f600}, 2026-11-18\n\nLi ships it by EOD Friday. See [the other](b.md#how) and [none](b.md#what).\n\n\u{1f44b}\u{1f3fd} \u{e9}t\u{e9}: please review by EOD, as discussed on the call.\n\n- [ ] Somebody should write it down\n- **Owner:** Ana\n\n| who | when |\n|---|---|\n| Ana | by EOD Monday |\n\n```sh\ndeploy <env>\n```\n\n> quoted by EOD\n\nIt relies on it. <!-- pingless: assumes link.life = 15 min seen=2026-11-18T09:00Z -->\n";
const OTHER: &str = "# B\n\n## How\n\nA link lives for an hour. <!-- pingless: fact link.life = 60 min owner=@a since=2026-11-17T21:40Z -->\n";

/// What is put in somewhere.
const PIECES: &[&str] = &[
    "",
    "\n",
    "\r\n",
    " ",
    "\u{e9}",
    "\u{1f600}",
    "by EOD tomorrow ",
    "# ",
    "```",
    "- ",
    "| a |\n|---|\n",
    "> ",
    "<!-- ",
    "-->",
    "TBD",
    " <!-- pingless: assumes link.life = 15 min seen=2026-11-18T09:00Z -->",
    "<!-- pingless: allow ambiguous-deadline: it is known -->",
    "[x](c.md)",
];

/// Lines and columns of places, and what takes the place of what lies between them.
type Edit = ((u32, u32), (u32, u32), usize);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    // Most edits are small, as people make them, and some end before they begin.
    let edit =
        (0u32..22, 0u32..60, -1i32..2, -3i32..12, 0..PIECES.len()).prop_map(|(line, column, lines, columns, piece)| {
            let end = (line.saturating_add_signed(lines / 2), column.saturating_add_signed(columns));
            ((line, column), end, piece)
        });
    proptest::collection::vec(edit, 1..8)
}

/// Rule, place and question of each finding, as both say them.
fn of_editor(shown: &[Value]) -> Vec<(String, u64, u64, u64, u64)> {
    let number = |it: &Value| it.as_u64().expect("a number");
    let place = |it: &Value| {
        let (start, end) = (&it["range"]["start"], &it["range"]["end"]);
        let code = it["code"].as_str().expect("a name").to_owned();
        (code, number(&start["line"]), number(&start["character"]), number(&end["line"]), number(&end["character"]))
    };
    shown.iter().map(place).collect()
}

fn of_check(report: &Value) -> Vec<(String, u64, u64, u64, u64)> {
    let number = |it: &Value| it.as_u64().expect("a number") - 1;
    let own = report["diagnostics"].as_array().expect("a list").iter().filter(|it| it["path"] == "a.md");
    let place = |it: &Value| {
        let (start, end) = (&it["range"]["start"], &it["range"]["end"]);
        let rule = it["rule"].as_str().expect("a name").to_owned();
        (
            rule,
            number(&start["line"]),
            number(&start["column_utf16"]),
            number(&end["line"]),
            number(&end["column_utf16"]),
        )
    };
    own.map(place).collect()
}

fn at(place: (u32, u32)) -> Value {
    json!({ "line": place.0, "character": place.1 })
}

/// The text with an edit in it, whichever of its ends comes first.
fn edited(text: &str, (start, end, piece): Edit) -> String {
    let (one, other) = (offset(text, &at(start)), offset(text, &at(end)));
    let (start, end) = (one.min(other), one.max(other));
    format!("{}{}{}", &text[..start], PIECES[piece], &text[end..])
}

/// What is found in a text once it was held against the others as it is now.
fn settled(client: &mut Client, path: &Path, version: i64) -> Vec<Value> {
    let document = json!({ "uri": uri(path) });
    // All that was sent before is done now, and one more change has to be looked at.
    client.ask("textDocument/codeLens", &json!({ "textDocument": document }));
    client.rest();
    let nowhere = json!({ "start": at((0, 0)), "end": at((0, 0)) });
    client.change(path, version, &json!([{ "range": nowhere, "text": "" }]));
    client.wait(|it| it["method"] == "workspace/diagnostic/refresh");
    let report = client.ask("textDocument/diagnostic", &json!({ "textDocument": document }));
    report["result"]["items"].as_array().expect("a list").clone()
}

#[test]
fn after_any_edits_the_editor_shows_what_check_says() {
    let made = Repository::with("same", &[("a.md", TEXT), ("b.md", OTHER)]);
    let path = made.root.join("a.md");
    let asks =
        json!({ "textDocument": { "diagnostic": {} }, "workspace": { "diagnostics": { "refreshSupport": true } } });
    let mut client = Client::begin(&made.root, &asks);
    let client = RefCell::new(&mut client);
    let compared = Cell::new(0);
    let config = ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() };
    let outcome = TestRunner::new(config).run(&edits(), |edits| {
        let client = &mut **client.borrow_mut();
        client.open(&path, 0, TEXT);
        let mut text = TEXT.to_owned();
        for (version, edit) in edits.iter().enumerate() {
            let range = json!({ "start": at(edit.0), "end": at(edit.1) });
            client.change(&path, version as i64 + 1, &json!([{ "range": range, "text": PIECES[edit.2] }]));
            text = edited(&text, *edit);
        }
        let shown = settled(client, &path, edits.len() as i64 + 1);
        fs::write(&path, &text).expect("it can be written");
        let run = made.pingless(&["check", "-f", "json", "."]);
        let report: Value = serde_json::from_str(&run.out).expect("a report");
        compared.set(compared.get() + shown.len());
        prop_assert_eq!(of_editor(&shown), of_check(&report), "{}", text);
        Ok(())
    });
    assert!(outcome.is_err() || compared.get() > 100, "only {} findings were compared", compared.get());
    outcome.unwrap_or_else(|error| panic!("{error}"));
}
