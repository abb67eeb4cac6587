//! What no editor should send, and some do: whatever comes, the server goes on, and says in the end what is true.

use serde_json::{Value, json};

use crate::client::{Client, uri};
use crate::repository::Repository;

const TEXT: &str = "Please review by EOD tomorrow.\n";

fn begun(name: &str) -> (Client, std::path::PathBuf) {
    let made = Repository::new(name);
    (Client::begin(&made.root, &json!({})), made.root.join("a.md"))
}

#[test]
fn nothing_is_answered_before_the_beginning_or_after_the_end() {
    let made = Repository::new("order");
    let mut client = Client::start(&made.root);
    let asked = json!({ "textDocument": { "uri": "file:///a.md" } });
    assert_eq!(client.ask("textDocument/codeLens", &asked)["error"]["code"], -32002);
    client.tell(
        "textDocument/didOpen",
        &json!({ "textDocument": { "uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": TEXT } }),
    );
    client.initialize(&made.root, &json!({}));
    assert_eq!(client.ask("initialize", &json!({ "capabilities": {} }))["error"]["code"], -32600);
    assert_eq!(client.ask("textDocument/codeLens", &asked)["result"], Value::Null, "it was not open then");
    assert_eq!(client.ask("shutdown", &Value::Null)["result"], Value::Null);
    assert_eq!(client.ask("textDocument/codeLens", &asked)["error"]["code"], -32600);
    client.tell("exit", &Value::Null);
    assert_eq!(client.status(), Some(0));
}

#[test]
fn who_goes_without_a_word_is_told_apart() {
    let (mut client, _) = begun("gone");
    assert_eq!(client.status(), Some(1));
    let (mut client, _) = begun("exit");
    client.tell("exit", &Value::Null);
    assert_eq!(client.status(), Some(1));
}

#[test]
fn what_cannot_be_read_is_refused_and_passed_over() {
    let (mut client, path) = begun("malformed");
    client.send_raw(b"Content-Length: 7\r\n\r\n{\"a\": 1");
    assert_eq!(client.wait(|it| it["error"]["code"] == json!(-32700))["id"], Value::Null);
    client.send_raw(b"Content-Length: 2\r\n\r\n[]");
    assert_eq!(client.wait(|it| it["error"]["code"] == json!(-32600))["id"], Value::Null);
    client.send(&json!({}));
    client.wait(|it| it["error"]["code"] == json!(-32600));
    // A name that nobody here can keep: whoever waits for it would wait for ever.
    let question = json!({ "jsonrpc": "2.0", "id": 2_147_483_648_i64, "method": "textDocument/documentSymbol" });
    client.send(&question);
    assert_eq!(client.wait(|it| it["id"] == json!(2_147_483_648_i64))["error"]["code"], -32600);
    client.send(&json!({ "jsonrpc": "2.0", "id": null, "method": "shutdown" }));
    assert_eq!(client.wait(|it| it["error"]["code"] == json!(-32600))["id"], Value::Null);
    assert!(!client.rest().iter().any(|it| it["method"] == "window/logMessage"));
    client.send_raw(b"Content-Length: 2\r\n\r\n\xff\xfe");
    client.wait(|it| it["error"]["code"] == json!(-32700));
    assert_eq!(client.ask("no/such", &json!({}))["error"]["code"], -32601);
    assert_eq!(client.ask("textDocument/hover", &json!({ "position": 1 }))["error"]["code"], -32602);
    assert_eq!(client.ask("workspace/executeCommand", &json!({ "command": "rm" }))["error"]["code"], -32602);
    client.tell("no/such", &json!({}));
    client.tell("$/no/such", &json!({}));
    client.tell("textDocument/didOpen", &json!({ "textDocument": 1 }));
    client.tell(
        "textDocument/didChange",
        &json!({ "textDocument": { "uri": uri(&path), "version": 1 }, "contentChanges": [] }),
    );
    client.tell("textDocument/didClose", &json!({ "textDocument": { "uri": uri(&path) } }));
    client.open(&path, 1, TEXT);
    assert_eq!(client.shown(&path, 1)[0]["code"], "ambiguous-deadline");
    assert_eq!(client.end(), Some(0));
}

#[test]
fn half_a_character_keeps_the_text_in_step() {
    let (mut client, path) = begun("half");
    client.open(&path, 1, TEXT);
    client.shown(&path, 1);
    let start = json!({ "line": 0, "character": 0 });
    let changes = json!([{ "range": { "start": start, "end": start }, "text": "Ask Li HALF first.\n\n" }]);
    let document = json!({ "uri": uri(&path), "version": 2 });
    let message = json!({
        "jsonrpc": "2.0",
        "method": "textDocument/didChange",
        "params": { "textDocument": document, "contentChanges": changes },
    });
    let body = message.to_string().replace("HALF", "\\ud83d");
    client.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    assert_eq!(client.shown(&path, 2)[0]["range"]["start"]["line"], 2);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn an_edit_outside_of_the_text_is_one_at_its_end() {
    let (mut client, path) = begun("outside");
    client.open(&path, 1, TEXT);
    client.shown(&path, 1);
    let place = |line: u32, character: u32| json!({ "line": line, "character": character });
    let far = json!({ "start": place(4_000_000_000, 7), "end": place(4_294_967_295, 4_294_967_295) });
    client.change(&path, 2, &json!([{ "range": far, "text": "And tell Li by EOD Friday.\n" }]));
    assert_eq!(client.shown(&path, 2).len(), 2);
    let backwards = json!({ "start": place(1, 26), "end": place(0, 0) });
    client.change(&path, 3, &json!([{ "range": backwards, "text": "" }]));
    assert!(client.shown(&path, 3).is_empty());
    assert_eq!(client.end(), Some(0));
}

#[test]
fn every_version_is_answered_and_the_last_one_is_right() {
    let (mut client, path) = begun("rapid");
    client.open(&path, 0, &"A paragraph without anything to ask.\n\n".repeat(200));
    for version in 1..=1000 {
        let letter =
            if version % 40 == 0 { "\n\n" } else { TEXT.get(version as usize % 30..).map_or("x", |it| &it[..1]) };
        let place = json!({ "line": version % 17, "character": version % 5 });
        client.change(&path, version, &json!([{ "range": { "start": place, "end": place }, "text": letter }]));
    }
    client.change(&path, 1001, &json!([{ "text": TEXT }]));
    for version in 0..=1000 {
        client.shown(&path, version);
    }
    let last = client.shown(&path, 1001);
    assert_eq!(last.len(), 1, "{last:#?}");
    assert_eq!(last[0]["range"]["start"], json!({ "line": 0, "character": 14 }));
    assert_eq!(client.end(), Some(0));
    // Nothing is said after the last version of a text.
}

/// A message may hold thousands of changes, a text as many headings, and a cursor may stand on all that a kind asks for.
#[test]
fn what_is_asked_of_a_long_text_has_bounds() {
    let started = std::time::Instant::now();
    let made = Repository::with("bounds", &[(".pingless.toml", "pedantic = true\n")]);
    let (mut client, path) = (Client::begin(&made.root, &json!({})), made.root.join("a.md"));
    let line = "\u{e9}bc def ".repeat(1 << 15);
    client.open(&path, 1, &line);
    let at = json!({ "line": 0, "character": 9 });
    let change = json!({ "range": { "start": at, "end": at }, "text": "x" });
    client.change(&path, 2, &json!(vec![change; 2000]));
    client.shown(&path, 2);
    let headings = "# T\n\n".to_owned() + &"## a\n".repeat(30_000);
    client.change(&path, 3, &json!([{ "text": headings }]));
    let asked = json!({ "textDocument": { "uri": uri(&path) } });
    let outline = client.ask("textDocument/documentSymbol", &asked)["result"].as_array().map(Vec::len);
    assert_eq!(outline, Some(10_000));
    let bug = "---\nkind: postmortem\n---\n\n# It breaks\n\n".to_owned()
        + &"It breaks when I press the button.\n\n".repeat(1 << 14);
    client.change(&path, 4, &json!([{ "text": bug }]));
    let top = json!({ "line": 4, "character": 4 });
    let asked = json!({ "textDocument": { "uri": uri(&path) }, "range": { "start": top, "end": top },
        "context": { "diagnostics": [] } });
    let offered = client.ask("textDocument/codeAction", &asked);
    let titles: Vec<&str> =
        offered["result"].as_array().into_iter().flatten().filter_map(|it| it["title"].as_str()).collect();
    let questions = titles.iter().filter(|it| it.starts_with("add the question")).count();
    assert!((1..=2).contains(&questions), "{titles:?}");
    assert!(started.elapsed().as_secs() < 40, "{:?}", started.elapsed());
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_large_text_is_read_and_a_larger_one_is_left_alone() {
    let (mut client, path) = begun("large");
    let mut text = "A paragraph without anything to ask, and then one more of them.\n\n".repeat(10_000_000 / 66);
    text.push_str(TEXT);
    client.open(&path, 1, &text);
    let codes: Vec<Value> = client.shown(&path, 1).iter().map(|it| it["code"].clone()).collect();
    assert!(codes.contains(&json!("ambiguous-deadline")), "{codes:?}");
    client.change(&path, 2, &json!([{ "text": format!("{text}{text}") }]));
    let said = client.wait(|it| it["method"] == "window/showMessage");
    assert!(said["params"]["message"].as_str().is_some_and(|it| it.contains("larger than 16 MiB")), "{said}");
    assert!(client.shown(&path, 2).is_empty());
    assert_eq!(client.end(), Some(0));
}

#[test]
fn what_is_cancelled_is_not_begun_and_an_end_in_the_middle_of_work_is_one() {
    let (mut client, path) = begun("cancel");
    client.open(&path, 1, &"Please review by EOD tomorrow.\n\n".repeat(3000));
    let asked: Vec<i64> = (0..20)
        .map(|_| client.put("textDocument/codeLens", &json!({ "textDocument": { "uri": uri(&path) } })))
        .collect();
    for id in &asked {
        client.tell("$/cancelRequest", &json!({ "id": id }));
    }
    client.tell("$/cancelRequest", &json!({ "id": "never" }));
    let codes: Vec<Value> = asked.iter().map(|id| client.answer(*id)["error"]["code"].clone()).collect();
    assert!(codes.iter().filter(|it| **it == json!(-32800)).count() > 10, "{codes:?}");
    client.put("textDocument/codeLens", &json!({ "textDocument": { "uri": uri(&path) } }));
    assert_eq!(client.end(), Some(0));
}

#[test]
fn what_is_no_markdown_is_left_alone() {
    let (mut client, path) = begun("other");
    let document = |uri: String, language: &str| json!({ "textDocument": { "uri": uri, "languageId": language, "version": 1, "text": TEXT } });
    let code = path.with_file_name("a.rs");
    client.tell("textDocument/didOpen", &document(uri(&code), "rust"));
    assert!(client.shown(&code, 1).is_empty());
    client.tell("textDocument/didOpen", &document("untitled:Untitled-1".to_owned(), "markdown"));
    let shown = client.wait(|it| it["params"]["uri"] == "untitled:Untitled-1");
    assert_eq!(shown["params"]["diagnostics"][0]["code"], "ambiguous-deadline");
}
