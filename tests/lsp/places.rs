//! Places: under each finding stand the words that it is about, however the editor counts; and what is known of a place.

use serde_json::{Value, json};

use crate::client::{Client, offset, uri};
use crate::repository::Repository;

const TEXT: &str = "# R\u{e9}sum\u{e9}\n\n\u{1f600} \u{e9}t\u{e9}: please review by EOD tomorrow.\r\n\n| \u{1f44b}\u{1f3fd} | Li ships it by EOD Friday |\n|---|---|\n";

/// What stands at a range, for an editor that counts in so many units.
fn words(text: &str, range: &Value, units: fn(char) -> usize) -> String {
    let line = |at: &Value| usize::try_from(at["line"].as_u64().unwrap()).unwrap();
    let column = |at: &Value| usize::try_from(at["character"].as_u64().unwrap()).unwrap();
    assert_eq!(line(&range["start"]), line(&range["end"]));
    let text = text.split('\n').nth(line(&range["start"])).expect("there is such a line");
    let mut at = 0;
    let mut out = String::new();
    for letter in text.chars() {
        if (column(&range["start"])..column(&range["end"])).contains(&at) {
            out.push(letter);
        }
        at += units(letter);
    }
    out
}

#[track_caller]
fn check(name: &str, offered: &[&str], chosen: &str, units: fn(char) -> usize) {
    let made = Repository::new(&format!("places-{name}"));
    let capabilities = json!({ "general": { "positionEncodings": offered } });
    let mut client = Client::start(&made.root);
    let answer = client.initialize(&made.root, &capabilities);
    assert_eq!(answer["capabilities"]["positionEncoding"], json!(chosen));
    let path = made.root.join("d\u{e9}j\u{e0} vu.md");
    client.open(&path, 7, TEXT);
    let shown = client.shown(&path, 7);
    let deadlines = shown.iter().filter(|it| it["code"] == "ambiguous-deadline");
    let found: Vec<String> = deadlines.map(|it| words(TEXT, &it["range"], units)).collect();
    assert_eq!(found, ["by EOD tomorrow", "by EOD Friday"], "{shown:#?}");
    assert_eq!(client.end(), Some(0));
}

#[test]
fn columns_are_counted_as_the_editor_counts() {
    check("none", &[], "utf-16", char::len_utf16);
    check("16", &["utf-16"], "utf-16", char::len_utf16);
    check("32", &["utf-32", "utf-16"], "utf-32", |_| 1);
    check("8", &["utf-16", "utf-8"], "utf-8", char::len_utf8);
}

#[test]
fn a_finding_says_all_that_a_line_of_check_does() {
    let made = Repository::new("says");
    let mut client = Client::begin(&made.root, &json!({}));
    let path = made.root.join("a.md");
    client.open(&path, 1, "Could somebody take a look at the invoice thing by EOD tomorrow?\n");
    let shown = client.shown(&path, 1);
    let deadline = shown.iter().find(|it| it["code"] == "ambiguous-deadline").expect("it is found");
    assert_eq!(deadline["source"], "pingless");
    assert_eq!(deadline["severity"], 2);
    let message = deadline["message"].as_str().expect("words");
    let mut lines = message.lines();
    assert!(lines.next().is_some_and(|it| it.starts_with("this deadline is a different moment for each reader: ")));
    assert_eq!(lines.next(), Some("asks: Which day, until what hour, and in whose time zone?"));
    assert!(lines.next().is_some_and(|it| it.starts_with("help: write the date")), "{message}");
    let href = deadline["codeDescription"]["href"].as_str().expect("an address");
    assert!(href.ends_with("/rules/when/ambiguous-deadline.md"), "{href}");
}

#[test]
fn what_is_hovered_over_is_explained_to_each_reader() {
    let made =
        Repository::with("hover", &[("pingless.toml", "[readers]\nzones = [\"Europe/Berlin\", \"Asia/Tokyo\"]\n")]);
    let mut client =
        Client::begin(&made.root, &json!({ "textDocument": { "hover": { "contentFormat": ["markdown"] } } }));
    let path = made.root.join("a.md");
    let text = "# Plan, 2026-11-18\n\nThe switch is on 2026-11-20 17:00 UTC.\n\nPlease answer by EOD Friday.\n";
    client.open(&path, 1, text);
    let mut hover = |line: u32, character: u32| {
        let at = json!({ "textDocument": { "uri": uri(&path) }, "position": { "line": line, "character": character } });
        client.ask("textDocument/hover", &at)["result"].clone()
    };
    let told = hover(2, 20);
    let words = told["contents"]["value"].as_str().expect("words").to_owned();
    assert!(words.contains("Europe/Berlin  Fri 2026-11-20 18:00 +01:00"), "{words}");
    assert!(words.contains("Asia/Tokyo     Sat 2026-11-21 02:00 +09:00"), "{words}");
    let told = hover(4, 18);
    let words = told["contents"]["value"].as_str().expect("words").to_owned();
    assert!(words.contains("ambiguous-deadline") && words.contains("Asia/Tokyo"), "{words}");
    assert_eq!(offset(text, &told["range"]["start"]), text.find("by EOD").expect("it is there"));
    assert_eq!(hover(2, 1), Value::Null);
}

#[test]
fn headings_are_an_outline() {
    let made = Repository::new("outline");
    let text = "# A\n\n## B\n\nx\n\n### C\n\n## D\n\n# E\n";
    let shape = |it: &Value| -> String {
        fn shape(it: &Value) -> String {
            let inside: Vec<String> = it["children"].as_array().into_iter().flatten().map(shape).collect();
            format!(
                "{}{}",
                it["name"].as_str().unwrap_or_default(),
                if inside.is_empty() { String::new() } else { format!("({})", inside.join(" ")) }
            )
        }
        it.as_array().expect("a list").iter().map(shape).collect::<Vec<_>>().join(" ")
    };
    let outline = |has_levels: bool| {
        let capabilities =
            json!({ "textDocument": { "documentSymbol": { "hierarchicalDocumentSymbolSupport": has_levels } } });
        let mut client = Client::begin(&made.root, &capabilities);
        let path = made.root.join("a.md");
        client.open(&path, 1, text);
        client.ask("textDocument/documentSymbol", &json!({ "textDocument": { "uri": uri(&path) } }))["result"].clone()
    };
    let nested = outline(true);
    assert_eq!(shape(&nested), "A(B(C) D) E");
    assert_eq!(nested[0]["children"][0]["range"]["end"]["line"], 8);
    assert_eq!(shape(&outline(false)), "A B C D E");
}
