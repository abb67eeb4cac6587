//! The server for assistants: what its tools answer, and that nothing which is sent to it ends it.

mod repository;

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use repository::Repository;
use serde_json::{Value, json};

/// The answers to some lines, in their order.
fn answers(made: &Repository, lines: &[String]) -> Vec<Value> {
    let out = answered(made, lines);
    out.lines().map(|it| serde_json::from_str(it).expect("each line is a message")).collect()
}

/// The same as they come.
fn answered(made: &Repository, lines: &[String]) -> String {
    let mut run = made.command(env!("CARGO_BIN_EXE_pingless"));
    let mut child = run.arg("mcp").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut to = child.stdin.take().expect("it has an input");
    let text = lines.join("\n") + "\n";
    let writer = std::thread::spawn(move || to.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("it wrote").expect("all was read");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

fn request(id: u32, method: &str, params: &Value) -> String {
    json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }).to_string()
}

/// What a tool says of some words, in words and as data.
fn call(made: &Repository, tool: &str, words: &Value) -> (String, Value, bool) {
    let all = answers(made, &[request(1, "tools/call", &json!({ "name": tool, "arguments": words }))]);
    let result = &all[0]["result"];
    let told = result["content"][0]["text"].as_str().unwrap_or_else(|| panic!("{all:#?}")).to_owned();
    (told, result["structuredContent"].clone(), result["isError"] == true)
}

const FACT: &str = "# Links\n\nA link lives for an hour. <!-- pingless: fact link.life = 60 min owner=@storage since=2026-11-17T21:40Z alias=\"download link\" -->\n";

#[test]
fn a_session_begins_with_a_version_that_both_speak() {
    let made = Repository::new("begin");
    let asked = |version: &str| request(1, "initialize", &json!({ "protocolVersion": version, "capabilities": {} }));
    let versions = [asked("2024-11-05"), asked("1999-01-01"), request(2, "ping", &Value::Null), asked("2025-03-26")];
    let all = answers(&made, &versions);
    assert_eq!(all[0]["result"]["protocolVersion"], "2024-11-05");
    assert_eq!(all[1]["result"]["protocolVersion"], "2025-11-25");
    assert_eq!(all[0]["result"]["serverInfo"]["name"], "pingless");
    assert_eq!(all[2], json!({ "jsonrpc": "2.0", "id": 2, "result": {} }));
    assert_eq!(all[3]["result"]["protocolVersion"], "2025-11-25", "it would have to take several messages in a line");
}

#[test]
fn a_text_with_half_a_character_is_answered_under_its_id() {
    let made = Repository::new("half");
    let words = json!({ "name": "missing_parts", "arguments": { "text": "# A\n\ncut emoji HALF\n", "kind": "adr" } });
    let all = answers(&made, &[request(7, "tools/call", &words).replace("HALF", "\\ud83d")]);
    assert_eq!(all[0]["id"], 7, "{all:#?}");
    let text = all[0]["result"]["structuredContent"]["text"].as_str().expect("a text");
    assert!(text.contains("cut emoji \u{fffd}\n"), "{text}");
}

#[test]
fn a_question_is_answered_under_its_name_as_it_came() {
    let made = Repository::new("names");
    let ids =
        ["123456789012345678901234567890", "1.50", "-0", "1e3", "\"a\\u0062\"", "\"\\ud83d\"", "18446744073709551616"];
    let lines = ids.map(|id| format!("{{\"jsonrpc\": \"2.0\", \"id\" : {id} , \"method\": \"ping\"}}"));
    let out = answered(&made, &lines);
    let expected: Vec<String> =
        ids.iter().map(|id| format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"result\":{{}}}}")).collect();
    assert_eq!(out.lines().collect::<Vec<_>>(), expected);
    let refused = answered(&made, &[lines[0].replace("ping", "no/such")]);
    assert!(refused.starts_with("{\"jsonrpc\":\"2.0\",\"id\":123456789012345678901234567890,\"error\":"), "{refused}");
}

#[test]
fn every_tool_says_what_it_takes_and_changes_nothing() {
    let made = Repository::new("list");
    let all = answers(&made, &[request(1, "tools/list", &json!({}))]);
    let tools = all[0]["result"]["tools"].as_array().expect("a list").clone();
    let names: Vec<&str> = tools.iter().filter_map(|it| it["name"].as_str()).collect();
    assert_eq!(names, ["check_text", "explain_rule", "outline", "missing_parts", "declared_facts"]);
    for tool in &tools {
        jsonschema::meta::validate(&tool["inputSchema"]).expect("it is a schema");
        assert_eq!(tool["annotations"]["readOnlyHint"], true);
        assert_eq!(tool["annotations"]["openWorldHint"], false);
    }
}

#[test]
fn a_text_is_checked_as_check_does() {
    let made =
        Repository::with("check", &[("pingless.toml", "[[overrides]]\npaths = [\"quiet/**\"]\nignore = [\"when\"]\n")]);
    let text = "# Plan\n\nLi ships it by EOD Friday.\n";
    let (told, data, is_error) = call(&made, "check_text", &json!({ "text": text }));
    assert!(told.contains("warning[ambiguous-deadline]") && told.contains("= asks: "), "{told}");
    assert_eq!(data["diagnostics"][0]["rule"], "ambiguous-deadline");
    assert!(!is_error);
    let (told, data, _) = call(&made, "check_text", &json!({ "text": text, "path": "quiet/a.md" }));
    assert!(told.starts_with("No question was found.") && data["diagnostics"] == json!([]), "{told}");
    let (told, data, _) = call(&made, "check_text", &json!({ "text": "We use a queue.\n", "kind": "adr" }));
    assert!(told.contains("adr."), "{told}");
    assert_eq!(data["files"][0]["kind"], "adr");
    let (_, data, _) = call(&made, "check_text", &json!({ "text": text }));
    let because = &data["files"][0]["kind_because"];
    assert_eq!(because, &json!(["a message in which nothing tells of another kind"]), "nothing is on standard input");
}

#[test]
fn each_call_sees_what_was_written_since_the_one_before() {
    let made = Repository::new("since");
    let mut run = made.command(env!("CARGO_BIN_EXE_pingless"));
    let mut child = run.arg("mcp").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut to = child.stdin.take().expect("it has an input");
    let mut from = BufReader::new(child.stdout.take().expect("it has an output"));
    let words = json!({ "name": "check_text", "arguments": { "text": "See [how](b.md).\n", "path": "a.md" } });
    let mut told = || {
        writeln!(to, "{}", request(1, "tools/call", &words)).expect("it reads");
        let mut line = String::new();
        from.read_line(&mut line).expect("it answers");
        line
    };
    assert!(told().contains("broken-local-link"));
    made.write("b.md", "# B\n");
    let second = told();
    assert!(!second.contains("broken-local-link"), "{second}");
    made.write("pingless.toml", "select = [\"vague-aks\"]\n");
    let third = told();
    assert!(third.contains("vague-ask") && third.contains("\"isError\":true"), "{third}");
    made.write("pingless.toml", "select = []\n");
    assert!(told().contains("\"isError\":false"), "a mistake that was mended is forgotten");
    drop(to);
    child.wait().expect("it ends");
}

#[test]
fn no_more_is_listed_than_an_assistant_reads() {
    let made = Repository::new("bounds");
    let (told, data, _) = call(&made, "check_text", &json!({ "text": "Please merge by EOD Friday.\n\n".repeat(300) }));
    assert!(told.contains("(300 places)") && told.contains("the first 200 of 300 findings"), "{told}");
    assert_eq!(data["diagnostics"].as_array().map(Vec::len), Some(200));
}

#[test]
fn a_text_of_no_kind_is_not_called_answered() {
    let made = Repository::new("kinds");
    let (told, ..) = call(&made, "check_text", &json!({ "text": "The doors are blue.\n", "path": "a.md" }));
    assert!(told.starts_with("No question was found. Of which kind"), "{told}");
}

#[test]
fn what_is_missing_is_put_in_and_nothing_else_changes() {
    let made = Repository::new("missing");
    let text = "# Export fails\n\nWhen I click Save, nothing happens.\n";
    let (told, data, _) = call(&made, "missing_parts", &json!({ "text": text, "kind": "bug-report" }));
    let questions = data["questions"].as_array().expect("a list");
    assert!(questions.len() > 2 && data["text"] == told.as_str());
    for question in questions {
        assert!(told.contains(&format!("<!-- {} -->", question.as_str().expect("words"))), "{told}");
    }
    assert!(told.starts_with(text.trim_end()));
    let (told, ..) = call(&made, "outline", &json!({ "kind": "adr", "title": "Use a queue" }));
    assert!(told.starts_with("# Use a queue\n") && told.contains("## Decision\n"), "{told}");
}

#[test]
fn facts_are_found_by_what_people_call_them() {
    let made = Repository::with("facts", &[("links.md", FACT), ("other.md", "# Other\n")]);
    let (told, data, _) = call(&made, "declared_facts", &json!({ "about": "Download Link" }));
    assert!(told.contains("link.life") && told.contains("60 min") && told.contains("links.md:3"), "{told}");
    assert_eq!(data["facts"][0]["declared"][0]["owner"], "@storage");
    let (told, data, is_error) = call(&made, "declared_facts", &json!({ "about": "the moon" }));
    assert_eq!(told, "1 fact is declared here, and it is not about this\n");
    assert_eq!((&data["facts"], is_error), (&json!([]), false));
}

#[test]
fn what_is_wrong_is_said_so_that_it_can_be_mended() {
    let made = Repository::with("wrong", &[("pingless.toml", "max-file-size = \"1 KiB\"\n")]);
    let wrong = |tool: &str, words: Value| {
        let (told, _, is_error) = call(&made, tool, &words);
        assert!(is_error, "{told}");
        told
    };
    assert_eq!(
        wrong("explain_rule", json!({ "rule": "vague-aks" })),
        "there is no rule or kind `vague-aks`: did you mean `vague-ask`?"
    );
    assert!(wrong("outline", json!({ "kind": "adrr" })).contains("did you mean `adr`?"));
    assert_eq!(wrong("check_text", json!({})), "give the `text`");
    assert_eq!(wrong("check_text", json!({ "text": 7 })), "`text` is a text");
    for path in ["/etc/passwd.md", "../a.md", "a/../../b.md"] {
        assert!(wrong("check_text", json!({ "text": "x", "path": path })).contains("below the folder"));
    }
    assert!(wrong("missing_parts", json!({ "text": "Hello.\n", "path": "a.md" })).contains("name its `kind`"));
    assert!(wrong("check_text", json!({ "text": "x".repeat(1025) })).contains("too long"));
}

#[test]
fn nothing_that_is_sent_ends_it() {
    let made = Repository::new("rough");
    let lines = [
        "",
        "{",
        "[]",
        "7",
        "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"no/such\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"ping\"}",
    ];
    let all = answers(&made, &lines.map(str::to_owned));
    let codes: Vec<Value> = all.iter().map(|it| it["error"]["code"].clone()).collect();
    assert_eq!(
        codes,
        [-32700, -32600, -32600, -32600, -32600, -32602, -32601]
            .map(Value::from)
            .into_iter()
            .chain([Value::Null])
            .collect::<Vec<_>>()
    );
    assert_eq!(all[4]["id"], Value::Null, "no answer has a name that is neither text nor number");
    assert_eq!(all.last(), Some(&json!({ "jsonrpc": "2.0", "id": 3, "result": {} })));
}
