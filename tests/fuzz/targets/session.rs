//! A whole session with an editor: any text, any edits in it, any questions between them, and bytes that are no message.
//! Each version is answered, every place lies in its text, and the session ends as it was asked to.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use pingless::cli::{BaselineArgs, Lsp, RuleArgs};
use pingless::command::{Exit, lsp};
use serde_json::{Value, json};

const URI: &str = "untitled:a.md";
const QUESTIONS: [&str; 6] = ["codeAction", "hover", "documentSymbol", "codeLens", "completion", "diagnostic"];

fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn request(id: usize, method: &str, params: &Value) -> Vec<u8> {
    frame(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }))
}

fn told(method: &str, params: &Value) -> Vec<u8> {
    frame(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
}

/// What follows a byte: two places, and a text.
fn parts(step: &[u8]) -> (Value, String) {
    let at = |index: usize| step.get(index).copied().unwrap_or_default();
    let place = |line: u8, column: u8| json!({ "line": line % 32, "character": column });
    let range = json!({ "start": place(at(1), at(2)), "end": place(at(3), at(4)) });
    (range, String::from_utf8_lossy(step.get(5..).unwrap_or_default()).into_owned())
}

/// The session that some bytes stand for, and how many versions the text has in it.
fn session(bytes: &[u8]) -> (Vec<u8>, i64) {
    let mut steps = bytes.split(|it| *it == 0xff);
    let text = String::from_utf8_lossy(steps.next().unwrap_or_default()).into_owned();
    let mut out = request(1, "initialize", &json!({ "capabilities": {} }));
    out.extend(told("initialized", &json!({})));
    let document = json!({ "uri": URI, "languageId": "markdown", "version": 0, "text": text });
    out.extend(told("textDocument/didOpen", &json!({ "textDocument": document })));
    let mut version = 0;
    for (number, step) in steps.enumerate() {
        let (range, text) = parts(step);
        let kind = usize::from(step.first().copied().unwrap_or_default());
        match kind {
            0..160 => {
                version += 1;
                let change = if kind == 0 { json!({ "text": text }) } else { json!({ "range": range, "text": text }) };
                let document = json!({ "uri": URI, "version": version });
                out.extend(told("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": [change] })));
            }
            160..250 => {
                let method = format!("textDocument/{}", QUESTIONS[kind % QUESTIONS.len()]);
                let params = json!({ "textDocument": { "uri": URI }, "range": range, "position": range["start"], "context": { "diagnostics": [] } });
                out.extend(request(number + 2, &method, &params));
            }
            // A frame around what is no message.
            _ => {
                out.extend(format!("Content-Length: {}\r\n\r\n", text.len()).into_bytes());
                out.extend(text.into_bytes());
            }
        }
    }
    out.extend(request(0, "shutdown", &Value::Null));
    out.extend(told("exit", &Value::Null));
    (out, version)
}

/// The messages of a stream.
fn messages(mut bytes: &[u8]) -> Vec<Value> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let head = bytes.windows(4).position(|it| it == b"\r\n\r\n").expect("a header ends");
        let length = std::str::from_utf8(&bytes[..head]).ok().and_then(|it| it.strip_prefix("Content-Length: "));
        let length: usize = length.and_then(|it| it.parse().ok()).expect("it says how long it is");
        let body = &bytes[head + 4..head + 4 + length];
        all.push(serde_json::from_slice(body).expect("it is JSON"));
        bytes = &bytes[head + 4 + length..];
    }
    all
}

fuzz_target!(|bytes: &[u8]| {
    let (session, last) = session(bytes);
    let rules = RuleArgs::isolated();
    let args = Lsp { stdio: true, rules, known: BaselineArgs { no_baseline: true, ..BaselineArgs::default() } };
    let mut out = Vec::new();
    assert_eq!(lsp::serve(&args, Cursor::new(session), &mut out), Exit::Clean);
    let shown = messages(&out).into_iter().filter(|it| it["method"] == "textDocument/publishDiagnostics");
    let versions: Vec<i64> = shown.map(|it| it["params"]["version"].as_i64().expect("it is open")).collect();
    assert_eq!(versions, (0..=last).collect::<Vec<_>>());
});
