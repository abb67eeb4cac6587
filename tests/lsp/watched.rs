//! What an editor is asked to tell of, and what follows where it tells little or much.

use std::fs;

use serde_json::{Value, json};

use crate::around::{APP, DECISION, rules};
use crate::client::{Client, uri};
use crate::repository::Repository;

const WATCHES: &str =
    r#"{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true,"relativePatternSupport":true}}}"#;

/// An editor may tell of a folder that is deleted, of nothing, or of no file that is not open.
#[test]
fn what_lay_in_a_folder_that_is_gone_is_not_kept() {
    for (name, capabilities, is_told) in
        [("gone-told", WATCHES, true), ("gone", WATCHES, false), ("gone-plain", "{}", false)]
    {
        let made = Repository::with(name, &[("docs/old/links.md", DECISION), ("app.md", APP)]);
        let mut client = Client::begin(&made.root, &serde_json::from_str(capabilities).expect("it is JSON"));
        let app = made.root.join("app.md");
        client.open(&app, 1, APP);
        rules(&mut client, &app, &["contradicting-fact"]);
        fs::remove_dir_all(made.root.join("docs/old")).expect("it can be removed");
        if is_told {
            let changes = json!([{ "uri": uri(&made.root.join("docs/old")), "type": 3 }]);
            client.tell("workspace/didChangeWatchedFiles", &json!({ "changes": changes }));
        } else {
            client.tell("textDocument/didSave", &json!({ "textDocument": { "uri": uri(&app) } }));
        }
        rules(&mut client, &app, &["unresolved-assumption"]);
        assert_eq!(client.end(), Some(0));
    }
}

/// Builds delete files all day: nothing is looked at anew for them.
#[test]
fn what_is_deleted_and_says_nothing_is_passed_over() {
    let made = Repository::with("build", &[("links.md", DECISION), ("app.md", APP)]);
    let mut capabilities: Value = serde_json::from_str(WATCHES).expect("it is JSON");
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    let mut client = Client::begin(&made.root, &capabilities);
    let app = made.root.join("app.md");
    client.open(&app, 1, APP);
    client.wait(|it| it["method"] == "workspace/diagnostic/refresh");
    let asked = json!({ "textDocument": { "uri": uri(&app) } });
    client.ask("textDocument/codeLens", &asked);
    client.rest();
    let told = |path: &str| json!({ "uri": uri(&made.root.join(path)), "type": 3 });
    let changes = json!([told("target/debug"), told(".git/index.lock"), told("flow.png")]);
    client.tell("workspace/didChangeWatchedFiles", &json!({ "changes": changes }));
    client.ask("textDocument/codeLens", &asked);
    let again = client.rest().iter().filter(|it| it["method"] == "workspace/diagnostic/refresh").count();
    assert_eq!(again, 0);
    assert_eq!(client.end(), Some(0));
}

/// The base of a configuration may have any name, and lie beside the folder that is open.
#[test]
fn a_file_that_a_configuration_builds_on_is_watched() {
    let files = [
        ("a.md", "# A\n\nBy EOD Friday.\n"),
        ("pingless.toml", "extend = 'team[1].toml'\n"),
        ("team[1].toml", ""),
        ("other/named.toml", "ignore = ['when']\n"),
    ];
    let made = Repository::with("extended", &files);
    let mut client = Client::begin(&made.root, &serde_json::from_str(WATCHES).expect("it is JSON"));
    let a = made.root.join("a.md");
    client.open(&a, 1, &made.read("a.md"));
    rules(&mut client, &a, &["ambiguous-deadline"]);
    let is_asked = |it: &Value, name: &str| {
        let watchers = it["params"]["registrations"][0]["registerOptions"]["watchers"].as_array();
        let pattern = |it: &Value| it["globPattern"]["pattern"] == name;
        it["method"] == "client/registerCapability" && watchers.is_some_and(|it| it.iter().any(pattern))
    };
    let changed = |client: &mut Client, path: &str, text: &str| {
        made.write(path, text);
        let changes = json!([{ "uri": uri(&made.root.join(path)), "type": 2 }]);
        client.tell("workspace/didChangeWatchedFiles", &json!({ "changes": changes }));
    };
    changed(&mut client, "team[1].toml", "ignore = ['whenn']\n");
    client.next(|it| it["method"] == "window/showMessage");
    // It is watched though nothing can be read of it.
    changed(&mut client, "team[1].toml", "ignore = ['when']\n");
    rules(&mut client, &a, &[]);
    let settings = json!({ "settings": { "pingless": { "config": "other/named.toml" } } });
    client.tell("workspace/didChangeConfiguration", &settings);
    client.wait(|it| is_asked(it, "named.toml"));
    changed(&mut client, "other/named.toml", "");
    rules(&mut client, &a, &["ambiguous-deadline"]);
}

#[test]
fn a_base_is_asked_for_by_its_folder_or_by_a_glob() {
    let files = [("pingless.toml", "extend = 'base/team[1].toml'\n"), ("base/team[1].toml", ""), ("a.md", "# A\n")];
    let made = Repository::with("asked", &files);
    let plain = json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
    let elsewhere: Value = serde_json::from_str(WATCHES).expect("it is JSON");
    let relative = json!({ "baseUri": uri(&made.root.join("base")), "pattern": "team?1?.toml" });
    for (capabilities, glob) in [(&plain, json!("**/base/team?1?.toml")), (&elsewhere, relative)] {
        let mut client = Client::begin(&made.root, capabilities);
        let is_it = |it: &Value| it["params"]["registrations"][0]["id"] == "pingless/configurations/0";
        let asked = client.wait(is_it);
        let watchers = &asked["params"]["registrations"][0]["registerOptions"]["watchers"];
        assert_eq!(watchers, &json!([{ "globPattern": glob }]));
        assert_eq!(client.end(), Some(0));
    }
}
