//! Texts beside each other: what one of them says changes what is found in another, on disk or while it is written.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::client::{Client, uri};
use crate::repository::Repository;

pub const DECISION: &str = "# Links\n\nA link lives for an hour. <!-- pingless: fact link.life = 60 min owner=@storage since=2026-11-17T21:40Z -->\n";
pub const APP: &str = "# App\n\nIt asks anew in time. <!-- pingless: assumes link.life = 15 min owner=@mobile seen=2026-11-18T09:00Z -->\n";

/// What is said of a text at last, in rules.
pub fn rules(client: &mut Client, path: &Path, wanted: &[&str]) -> Value {
    let address = uri(path);
    client.next(|it| {
        let found = it["params"]["diagnostics"].as_array().into_iter().flatten();
        let found: Vec<&str> = found.filter_map(|it| it["code"].as_str()).collect();
        it["method"] == "textDocument/publishDiagnostics" && it["params"]["uri"] == json!(address) && found == wanted
    })
}

#[test]
fn what_one_text_says_is_found_in_the_other() {
    let made = Repository::with("beside", &[("links.md", DECISION), ("app.md", APP)]);
    let mut client = Client::begin(&made.root, &json!({}));
    let (links, app) = (made.root.join("links.md"), made.root.join("app.md"));
    client.open(&app, 1, APP);
    let shown = rules(&mut client, &app, &["contradicting-fact"]);
    let related = &shown["params"]["diagnostics"][0]["relatedInformation"][0];
    assert_eq!(related["location"]["uri"], json!(uri(&links)));
    assert_eq!(
        related["location"]["range"]["start"],
        json!({ "line": 2, "character": DECISION.lines().nth(2).and_then(|it| it.find("60 min")) })
    );
    // The other team agrees, and has not saved it yet.
    client.open(&links, 1, &DECISION.replace("60 min", "15 min"));
    rules(&mut client, &app, &[]);
    client.change(&links, 2, &json!([{ "text": DECISION }]));
    rules(&mut client, &app, &["contradicting-fact"]);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_text_that_is_not_open_is_told_of_when_it_concerns_one_that_is() {
    let made = Repository::with("closed", &[("links.md", DECISION), ("app.md", APP)]);
    let mut client = Client::begin(&made.root, &json!({}));
    let (links, app) = (made.root.join("links.md"), made.root.join("app.md"));
    client.open(&links, 1, DECISION);
    let told = rules(&mut client, &app, &["contradicting-fact"]);
    assert_eq!(told["params"]["version"], Value::Null);
    client.change(&links, 2, &json!([{ "text": DECISION.replace("60 min", "15 min") }]));
    rules(&mut client, &app, &[]);
}

#[test]
fn an_anchor_is_there_once_it_is_written() {
    let made = Repository::with("anchor", &[("a.md", "# A\n\nSee [how](b.md#how).\n"), ("b.md", "# B\n")]);
    let mut client = Client::begin(&made.root, &json!({}));
    let (a, b) = (made.root.join("a.md"), made.root.join("b.md"));
    client.open(&a, 1, &made.read("a.md"));
    assert_eq!(client.shown(&a, 1)[0]["code"], "broken-local-link");
    client.open(&b, 1, "# B\n\n## How\n");
    rules(&mut client, &a, &[]);
    // Closed without saving: it is not there.
    client.tell("textDocument/didClose", &json!({ "textDocument": { "uri": uri(&b) } }));
    rules(&mut client, &a, &["broken-local-link"]);
}

#[test]
fn files_and_configuration_are_watched() {
    let made = Repository::with("watched", &[("a.md", "# A\n\nSee [b](b.md), by EOD Friday.\n")]);
    let capabilities = json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
    let mut client = Client::begin(&made.root, &capabilities);
    let asked = client.wait(|it| it["method"] == "client/registerCapability");
    assert_eq!(asked["params"]["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    client.send(&json!({ "jsonrpc": "2.0", "id": asked["id"], "result": null }));
    let a = made.root.join("a.md");
    client.open(&a, 1, &made.read("a.md"));
    rules(&mut client, &a, &["broken-local-link", "ambiguous-deadline"]);
    let changed = |client: &mut Client, path: &str| {
        let changes = json!([{ "uri": uri(&made.root.join(path)), "type": 1 }]);
        client.tell("workspace/didChangeWatchedFiles", &json!({ "changes": changes }));
    };
    fs::write(made.root.join("b.md"), "# B\n").expect("it can be written");
    changed(&mut client, "b.md");
    rules(&mut client, &a, &["ambiguous-deadline"]);
    fs::write(made.root.join("pingless.toml"), "ignore = [\"when\"]\n").expect("it can be written");
    changed(&mut client, "pingless.toml");
    rules(&mut client, &a, &[]);
    fs::write(made.root.join("pingless.toml"), "ignore = [\"whenn\"]\n").expect("it can be written");
    changed(&mut client, "pingless.toml");
    let said = client.wait(|it| it["method"] == "window/showMessage");
    assert!(said["params"]["message"].as_str().is_some_and(|it| it.starts_with("pingless.toml:1: ")), "{said:#?}");
    let settings = made.root.join("pingless.toml");
    let shown = client.wait(|it| it["params"]["uri"] == json!(uri(&settings)));
    let mistake = &shown["params"]["diagnostics"][0];
    assert_eq!(mistake["message"], "there is no rule `whenn`\ndid you mean `when`?");
    assert_eq!(mistake["range"]["start"], json!({ "line": 0, "character": 10 }));
    fs::remove_file(made.root.join("pingless.toml")).expect("it can be removed");
    changed(&mut client, "pingless.toml");
    rules(&mut client, &settings, &[]);
    rules(&mut client, &a, &["ambiguous-deadline"]);
    client.tell(
        "workspace/didChangeConfiguration",
        &json!({ "settings": { "pingless": { "ignore": ["ambiguous-deadline"] } } }),
    );
    rules(&mut client, &a, &[]);
}

/// Pictures and code are watched by nobody, and may be there since.
#[test]
fn what_a_link_leads_to_is_looked_for_when_a_text_is_saved() {
    let made = Repository::with("picture", &[("a.md", "# A\n\n[picture](flow.png)\n")]);
    let capabilities = json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
    let mut client = Client::begin(&made.root, &capabilities);
    let a = made.root.join("a.md");
    client.open(&a, 1, &made.read("a.md"));
    rules(&mut client, &a, &["broken-local-link"]);
    fs::write(made.root.join("flow.png"), "").expect("it can be written");
    client.tell("textDocument/didSave", &json!({ "textDocument": { "uri": uri(&a) } }));
    rules(&mut client, &a, &[]);
}

/// A team that took its debt for known sees in the editor what a run shows, and no more.
#[test]
fn what_was_known_before_is_not_shown() {
    let (old, new) = ("# A\n\nSee [b](b.md).\n", "# A\n\nSee [b](b.md), by EOD Friday.\n");
    let made = Repository::with("known", &[("docs/a.md", old)]);
    assert_eq!(made.pingless(&["baseline"]).status, 0);
    let capabilities = json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
    let mut client = Client::begin(&made.root, &capabilities);
    let a = made.root.join("docs/a.md");
    client.open(&a, 1, old);
    rules(&mut client, &a, &[]);
    client.change(&a, 2, &json!([{ "text": new }]));
    rules(&mut client, &a, &["ambiguous-deadline"]);
    let baseline = made.root.join(".pingless-baseline.jsonl");
    let touched = |client: &mut Client| {
        let changes = json!([{ "uri": uri(&baseline), "type": 2 }]);
        client.tell("workspace/didChangeWatchedFiles", &json!({ "changes": changes }));
    };
    fs::write(&baseline, "[]\n").expect("it can be written");
    touched(&mut client);
    let shown = client.wait(|it| it["params"]["uri"] == json!(uri(&baseline)));
    let message = shown["params"]["diagnostics"][0]["message"].as_str().unwrap_or_default();
    assert!(message.starts_with("it does not begin as a baseline"), "{message}");
    fs::remove_file(&baseline).expect("it can be removed");
    touched(&mut client);
    rules(&mut client, &a, &["broken-local-link", "ambiguous-deadline"]);
}

/// Each folder of a workspace says what is left out of it.
#[test]
fn what_another_folder_leaves_out_is_left_alone() {
    let here = Repository::with("folder-one", &[("a.md", "# A\n")]);
    let text = "# B\n\nPlease tag it by EOD Friday.\n";
    let there = Repository::with("folder-two", &[("b.md", text), ("out/c.md", text), (".gitignore", "out/\n")]);
    let mut client = Client::begin(&here.root, &json!({}));
    let event = json!({ "added": [{ "uri": uri(&there.root), "name": "two" }], "removed": [] });
    client.tell("workspace/didChangeWorkspaceFolders", &json!({ "event": event }));
    for (path, found) in [("b.md", 1), ("out/c.md", 0)] {
        let path = there.root.join(path);
        client.open(&path, 1, text);
        assert_eq!(client.shown(&path, 1).len(), found, "{}", path.display());
    }
}

#[test]
fn whoever_saves_all_at_once_has_them_looked_at_once() {
    let made = Repository::new("saves");
    let capabilities = json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": true } },
    });
    let mut client = Client::begin(&made.root, &capabilities);
    let large = made.root.join("large.md");
    client.open(&large, 1, &"Please review it by EOD tomorrow, as she said.\n\n".repeat(3000));
    let asked = json!({ "textDocument": { "uri": uri(&large) } });
    let id = client.put("textDocument/diagnostic", &asked);
    // They wait while that is answered.
    for number in 0..100 {
        let one = uri(&made.root.join(format!("{number}.md")));
        client.tell("textDocument/didSave", &json!({ "textDocument": { "uri": one } }));
    }
    client.answer(id);
    client.ask("textDocument/codeLens", &asked);
    let again = client.rest().iter().filter(|it| it["method"] == "workspace/diagnostic/refresh").count();
    assert!((1..50).contains(&again), "{again}");
    client.end();
}

#[test]
fn an_editor_that_asks_is_sent_nothing() {
    let made = Repository::with("pull", &[("links.md", DECISION), ("app.md", APP)]);
    let capabilities = json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": true } },
    });
    let mut client = Client::start(&made.root);
    let answer = client.initialize(&made.root, &capabilities);
    assert_eq!(answer["capabilities"]["diagnosticProvider"]["interFileDependencies"], true);
    let app = made.root.join("app.md");
    client.open(&app, 1, APP);
    client.wait(|it| it["method"] == "workspace/diagnostic/refresh");
    let report = client.ask("textDocument/diagnostic", &json!({ "textDocument": { "uri": uri(&app) } }));
    assert_eq!(report["result"]["kind"], "full");
    assert_eq!(report["result"]["items"][0]["code"], "contradicting-fact");
    let sent = client.rest().into_iter().find(|it| it["method"] == "textDocument/publishDiagnostics");
    assert_eq!(sent, None);
}

#[test]
fn work_that_takes_long_is_shown() {
    let made = Repository::with("progress", &[("links.md", DECISION), ("app.md", APP)]);
    let mut client = Client::begin(&made.root, &json!({ "window": { "workDoneProgress": true } }));
    let made = client.wait(|it| it["method"] == "window/workDoneProgress/create");
    let token = made["params"]["token"].clone();
    let kind = |it: &Value, kind: &str| it["params"]["token"] == token && it["params"]["value"]["kind"] == kind;
    let begun = client.wait(|it| kind(it, "begin"));
    assert_eq!(begun["params"]["value"]["message"], "2 texts");
    client.wait(|it| kind(it, "end"));
}

#[test]
fn a_configuration_that_is_wrong_at_the_start_is_shown_in_its_file() {
    let made = Repository::with(
        "wrong",
        &[("a.md", "# A\n\nBy EOD Friday.\n"), ("pingless.toml", "pedantic = true\nignroe = []\n")],
    );
    let mut client = Client::begin(&made.root, &json!({}));
    let (a, settings) = (made.root.join("a.md"), made.root.join("pingless.toml"));
    client.open(&a, 1, &made.read("a.md"));
    let shown = client.wait(|it| it["params"]["uri"] == json!(uri(&settings)));
    assert_eq!(shown["params"]["diagnostics"][0]["range"]["start"], json!({ "line": 1, "character": 0 }));
    assert_eq!(client.shown(&a, 1), Vec::<Value>::new());
}

#[test]
fn a_setting_that_there_is_none_of_is_told() {
    let made = Repository::with("settings", &[("a.md", "# A\n\nBy EOD Friday.\n")]);
    let mut client = Client::begin(&made.root, &json!({}));
    let a = made.root.join("a.md");
    client.open(&a, 1, &made.read("a.md"));
    let mut said = |settings: Value| {
        client.tell("workspace/didChangeConfiguration", &json!({ "settings": settings }));
        client.wait(|it| it["method"] == "window/showMessage")["params"]["message"].clone()
    };
    assert_eq!(
        said(json!({ "pingless": { "selct": ["who"] } })),
        "pingless: there is no setting `selct`; did you mean `select`?"
    );
    // What is wrong with one is no mistake of a command line.
    for settings in [json!({ "ignore": ["nope"] }), json!({ "config": "ignore = [\"nope\"]" })] {
        let said = said(json!({ "pingless": settings }));
        assert!(
            said.as_str().is_some_and(|it| it.starts_with("settings of the editor:1: there is no rule `nope`")),
            "{said}"
        );
    }
    let said_of_file = said(json!({ "pingless": { "config": "nope.toml" } }));
    assert_eq!(
        said_of_file,
        "settings of the editor:1: there is no such configuration; paths are relative to the current folder"
    );
    // The others count.
    let all = "select, ignore, extendSelect, pedantic, preview, strict, isolated, config";
    assert_eq!(
        said(json!({ "ignore": ["when"], "foo": 1 })),
        format!("pingless: there is no setting `foo`; use one of {all}")
    );
    rules(&mut client, &a, &[]);
}

#[test]
fn a_text_lies_in_its_repository_wherever_a_session_begins() {
    const MINUTES: &str = "# Foo\n\n## Action items\n\n- [ ] paint the wall\n";
    let made = Repository::with("seated", &[("meetings/io/2026-11-18.md", MINUTES)]);
    let path = made.root.join("meetings/io/2026-11-18.md");
    for folder in ["", "meetings", "meetings/io"] {
        let mut client = Client::begin(&made.root.join(folder), &json!({}));
        client.open(&path, 1, MINUTES);
        rules(&mut client, &path, &["unowned-action"]);
        assert_eq!(client.end(), Some(0));
    }
}
