//! What can be done about a finding from within the text, and what may be written next.

use std::collections::BTreeMap;

use pingless::rule::{Catalog, Role};
use serde_json::{Value, json};

use crate::around::rules;
use crate::client::{Client, applied, uri};
use crate::repository::Repository;

fn lazy() -> Value {
    json!({ "textDocument": { "codeAction": { "dataSupport": true, "resolveSupport": { "properties": ["edit"] } } } })
}

struct Desk {
    client: Client,
    path: std::path::PathBuf,
    text: String,
    version: i64,
    shown: Vec<Value>,
}

impl Desk {
    fn open(name: &str, file: &str, text: &str) -> Self {
        Self::open_with(&lazy(), name, file, text)
    }

    fn open_with(capabilities: &Value, name: &str, file: &str, text: &str) -> Self {
        let made = Repository::new(name);
        let mut client = Client::begin(&made.root, capabilities);
        let path = made.root.join(file);
        client.open(&path, 1, text);
        let shown = client.shown(&path, 1);
        Self { client, path, text: text.to_owned(), version: 1, shown }
    }

    fn finding(&self, rule: &str) -> &Value {
        self.shown.iter().find(|it| it["code"] == rule).unwrap_or_else(|| panic!("no {rule} in {:#?}", self.shown))
    }

    /// The actions at a finding, those of a kind where one is named.
    fn actions(&mut self, range: &Value, only: Option<&str>) -> Vec<Value> {
        let mut context = json!({ "diagnostics": [] });
        if let Some(only) = only {
            context["only"] = json!([only]);
        }
        let params = json!({ "textDocument": { "uri": uri(&self.path) }, "range": range, "context": context });
        self.client.ask("textDocument/codeAction", &params)["result"].as_array().expect("a list").clone()
    }

    /// Applies an action, as an editor does, and says what is found then.
    fn apply(&mut self, action: &Value) {
        let action = match action["edit"].is_null() {
            true => self.client.ask("codeAction/resolve", action)["result"].clone(),
            false => action.clone(),
        };
        self.put(&action["edit"]["changes"][uri(&self.path)]);
    }

    fn put(&mut self, edits: &Value) {
        self.text = applied(&self.text, edits);
        self.version += 1;
        // Editors send each edit as a change, the last one first.
        self.client.change(&self.path, self.version, &json!([{ "text": self.text }]));
        self.shown = self.client.shown(&self.path, self.version);
    }

    fn titled(&mut self, rule: &str, title: &str) -> Value {
        let range = self.finding(rule)["range"].clone();
        let actions = self.actions(&range, None);
        let found = actions.iter().find(|it| it["title"].as_str().is_some_and(|it| it.contains(title)));
        found.unwrap_or_else(|| panic!("no {title} in {actions:#?}")).clone()
    }
}

#[test]
fn one_way_to_mend_is_preferred() {
    let mut desk =
        Desk::open("mend", "docs/adr/0001-a.md", "# 1. Use a queue\n\nStatus: acepted\n\nDate: 2026-11-18\n");
    let action = desk.titled("unknown-status", "accepted");
    assert_eq!(action["isPreferred"], true);
    assert_eq!(action["diagnostics"][0]["code"], "unknown-status");
    desk.apply(&action);
    assert!(desk.text.contains("Status: accepted\n"), "{}", desk.text);
    assert!(desk.shown.iter().all(|it| it["code"] != "unknown-status"));
}

#[test]
fn several_ways_are_a_choice() {
    let mut desk = Desk::open("choice", "a.md", "# Plan\n\nThe call was on 03/04/2026 at 17:00 UTC.\n");
    let range = desk.finding("ambiguous-numeric-date")["range"].clone();
    let actions = desk.actions(&range, Some("quickfix"));
    let titles: Vec<&str> = actions.iter().filter_map(|it| it["title"].as_str()).collect();
    let dates: Vec<&&str> = titles.iter().filter(|it| it.starts_with("write ")).collect();
    assert_eq!(dates.len(), 2, "{titles:?}");
    assert!(actions.iter().all(|it| it["isPreferred"] != true));
    let (one, _) = (actions[0].clone(), ());
    desk.apply(&one);
    assert!(desk.text.contains("2026-0"), "{}", desk.text);
}

#[test]
fn all_that_is_safe_is_mended_at_once() {
    let text = "# 1. Use a queue\n\nStatus: acepted\n\nDate: 2026-11-18\n";
    let mut desk = Desk::open("fix-all", "docs/adr/0001-a.md", text);
    let all = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
    let actions = desk.actions(&all, Some("source.fixAll"));
    assert_eq!(actions.len(), 1, "{actions:#?}");
    assert_eq!(actions[0]["kind"], "source.fixAll.pingless");
    let made = Repository::with("fix-all-check", &[("docs/adr/0001-a.md", text)]);
    made.pingless(&["check", "--fix", "docs"]);
    desk.apply(&actions[0].clone());
    assert_eq!(desk.text, made.read("docs/adr/0001-a.md"));
    assert!(desk.actions(&all, Some("source.fixAll")).is_empty());
    assert!(desk.actions(&all, Some("refactor")).is_empty());
}

const REPORT: &str =
    "<!-- pingless: kind=bug-report -->\n\n# Export fails\n\nWhen I click Save, nothing happens.\n\n## Logs\n\nNone.\n";

#[test]
fn a_missing_part_is_put_where_it_belongs() {
    let mut desk = Desk::open(
        "fill",
        "docs/adr/0001-queue.md",
        "# Mails go through a queue\n\n## Context\n\nMails were late.\n\n## Decision\n\nWe put them into a queue, because an order must not wait.\n",
    );
    let before = desk.shown.len();
    let range = desk.shown.iter().find(|it| it["code"].as_str().is_some_and(|it| it.starts_with("adr.")));
    let range = range.unwrap_or_else(|| panic!("{:#?}", desk.shown))["range"].clone();
    let actions = desk.actions(&range, Some("quickfix"));
    let add = actions.iter().find(|it| it["title"].as_str().is_some_and(|it| it.starts_with("add the question: ")));
    let add = add.unwrap_or_else(|| panic!("{actions:#?}")).clone();
    let question =
        add["title"].as_str().and_then(|it| it.strip_prefix("add the question: ")).expect("it is there").to_owned();
    desk.apply(&add);
    assert!(desk.text.contains(&format!("<!-- {question} -->")), "{}", desk.text);
    assert_eq!(desk.shown.len(), before, "one is asked in its place now");
    assert!(desk.shown.iter().any(|it| it["code"] == "unanswered-question"));
}

#[test]
fn the_contract_stands_above_the_text() {
    let mut desk = Desk::open("lenses", "docs/bug.md", REPORT);
    let params = json!({ "textDocument": { "uri": uri(&desk.path) } });
    let lenses = desk.client.ask("textDocument/codeLens", &params)["result"].as_array().expect("a list").clone();
    let titles: Vec<&str> = lenses.iter().filter_map(|it| it["command"]["title"].as_str()).collect();
    assert!(titles.first().is_some_and(|it| it.starts_with("bug-report: ") && it.contains(" stated")), "{titles:?}");
    assert!(titles.iter().any(|it| it.starts_with("states ")), "{titles:?}");
    // One that only tells something can be run as well.
    assert!(
        lenses.iter().all(|it| ["pingless.fill", "pingless.tell"].map(Value::from).contains(&it["command"]["command"]))
    );
    let told = desk.client.ask("workspace/executeCommand", &lenses[0]["command"]);
    assert_eq!((&told["result"], &told["error"]), (&Value::Null, &Value::Null));
    let said = desk.client.wait(|it| it["method"] == "window/showMessage");
    assert_eq!((&said["params"]["message"], &said["params"]["type"]), (&json!(titles[0]), &json!(3)));
    let missing = lenses.iter().find(|it| it["command"]["command"] == "pingless.fill").expect("something is missing");
    let command = &missing["command"];
    let id = desk
        .client
        .put("workspace/executeCommand", &json!({ "command": "pingless.fill", "arguments": command["arguments"] }));
    let asked = desk.client.wait(|it| it["method"] == "workspace/applyEdit");
    desk.client.send(&json!({ "jsonrpc": "2.0", "id": asked["id"], "result": { "applied": true } }));
    assert_eq!(desk.client.answer(id)["result"], Value::Null);
    let edits = asked["params"]["edit"]["changes"][uri(&desk.path)].clone();
    desk.put(&edits);
    assert!(desk.text.contains("<!-- ") && desk.text.len() > REPORT.len(), "{}", desk.text);
}

#[test]
fn a_day_and_a_heading_are_completed() {
    let mut desk = Desk::open("complete", "docs/bug.md", REPORT);
    desk.put(&json!([{ "range": { "start": { "line": 4, "character": 0 }, "end": { "line": 4, "character": 0 } }, "newText": "By @tom\n\n##\n\n" }]));
    let mut complete = |line: u32, character: u32| -> BTreeMap<String, String> {
        let at =
            json!({ "textDocument": { "uri": uri(&desk.path) }, "position": { "line": line, "character": character } });
        let items = desk.client.ask("textDocument/completion", &at)["result"].as_array().expect("a list").clone();
        let words = |it: &Value| it.as_str().expect("words").to_owned();
        items.iter().map(|it| (words(&it["label"]), words(&it["textEdit"]["newText"]))).collect()
    };
    let days = complete(4, 7);
    let tomorrow = days.get("@tomorrow").unwrap_or_else(|| panic!("{days:#?}"));
    let (day, rest) = tomorrow.split_at("2026-11-22".len());
    assert!(day.parse::<jiff::civil::Date>().is_ok() && rest.starts_with(" 17:00 "), "{tomorrow}");
    assert_eq!(days.len(), 11, "four names and seven weekdays: {days:#?}");
    let headings = complete(6, 2);
    assert!(headings.keys().all(|it| it.starts_with("## ")) && !headings.is_empty(), "{headings:#?}");
    assert!(headings.values().all(|it| it.contains("\n\n<!-- ")), "{headings:#?}");
    assert!(complete(0, 3).is_empty() && complete(4, 1).is_empty());
}

/// A `#` is a comment in code and in front matter, and an `@` no moment between ticks; what is put in has the line ends of
/// the text.
#[test]
fn nothing_is_completed_in_code() {
    let text = "---\n# a\nkind: bug-report\n---\n\n```sh\n#\n@tom\n```\n\nSay `@tom` or @tom, `@tom\n\n    @tom\n\n#\n\n```\n#";
    let mut desk = Desk::open("complete-code", "docs/bug.md", &text.replace('\n', "\r\n"));
    let mut complete = |line: u32, character: u32| {
        let at =
            json!({ "textDocument": { "uri": uri(&desk.path) }, "position": { "line": line, "character": character } });
        desk.client.ask("textDocument/completion", &at)["result"].as_array().expect("a list").clone()
    };
    for (line, character) in [(1, 1), (6, 1), (7, 4), (10, 9), (12, 8), (17, 1)] {
        assert_eq!(complete(line, character), Vec::<Value>::new(), "{line}:{character}");
    }
    for (line, character) in [(10, 18), (10, 25), (14, 1)] {
        assert!(!complete(line, character).is_empty(), "{line}:{character}");
    }
    let new: Vec<Value> = complete(14, 1).iter().map(|it| it["textEdit"]["newText"].clone()).collect();
    let is_dos = |it: &Value| {
        it.as_str().is_some_and(|it| it.contains("\r\n\r\n<!-- ") && !it.replace("\r\n", "").contains('\n'))
    };
    assert!(new.iter().all(is_dos), "{new:#?}");
}

/// A heading is completed as a new text of its kind has it, and no text gets a second title.
#[test]
fn headings_are_those_of_the_skeleton() {
    let text = "# 1. Use a queue\n\nStatus: accepted\n\n#\n";
    let mut desk = Desk::open("complete-adr", "docs/adr/0001-use-a-queue.md", text);
    desk.put(&json!([]));
    let at = json!({ "textDocument": { "uri": uri(&desk.path) }, "position": { "line": 4, "character": 1 } });
    let items = desk.client.ask("textDocument/completion", &at)["result"].as_array().expect("a list").clone();
    let labels: Vec<&str> = items.iter().filter_map(|it| it["label"].as_str()).collect();
    assert_eq!(labels, ["## Context", "## Considered options", "## Decision", "## Consequences"]);
    let last = items.last().and_then(|it| it["textEdit"]["newText"].as_str()).expect("an edit");
    assert_eq!(last.matches("<!-- ").count(), 2, "both sides of it are asked for: {last}");
}

/// Whatever is found in the bad examples of all pages, an exception can be made for it that covers it.
#[test]
fn an_exception_covers_what_it_was_made_for() {
    let catalog = Catalog::builtin();
    let mut desk = Desk::open("allow", "a.md", "");
    let bad = catalog.pages.iter().flat_map(|page| {
        // Nothing allows what is said of exceptions.
        let is_of_allows = matches!(&*page.id, "unused-allow" | "ineffective-comment");
        let texts = page.examples.iter().filter(move |_| !is_of_allows).filter(|it| it.role == Role::Bad);
        texts.map(|it| (page.id.clone(), it.text.of(&page.text).to_owned()))
    });
    let (mut tried, mut left) = (0, Vec::new());
    for (id, text) in bad {
        desk.text = text.clone();
        desk.put(&json!([]));
        let Some(first) = desk.shown.iter().find(|it| it["code"] == *id).cloned() else { continue };
        let rule = first["code"].as_str().expect("a name");
        let action = desk.titled(rule, &format!("allow `{rule}` here"));
        let resolved = desk.client.ask("codeAction/resolve", &action)["result"].clone();
        let edits = resolved["edit"]["changes"][uri(&desk.path)].to_string().replace(": -->", ": it is so -->");
        let before = desk.shown.len();
        desk.put(&serde_json::from_str(&edits).expect("JSON"));
        tried += 1;
        if desk.shown.len() >= before || desk.shown.iter().any(|it| it["code"] == "unused-allow") {
            left.push(format!("{id}:\n{}\n", desk.text));
        }
    }
    assert!(tried > 35, "{tried}");
    assert!(left.is_empty(), "{} of {tried}:\n{}", left.len(), left.join("\n"));
}

/// What cannot be done is not answered as if it were done.
#[test]
fn a_question_that_cannot_be_put_in_is_refused() {
    let mut desk = Desk::open("refused", "docs/bug.md", REPORT);
    let mut run = |arguments: Value| {
        let params = json!({ "command": "pingless.fill", "arguments": arguments });
        let answer = desk.client.ask("workspace/executeCommand", &params);
        assert_eq!(answer["error"]["code"], -32602, "{answer}");
        answer["error"]["message"].as_str().expect("words").to_owned()
    };
    assert_eq!(run(json!([])), "name a text and a slot");
    assert_eq!(run(json!([1, 2])), "name a text and a slot");
    assert_eq!(run(json!(["file:///elsewhere.md", "version"])), "`file:///elsewhere.md` is not open");
    assert_eq!(run(json!([uri(&desk.path), "no-such"])), "a bug-report has no slot `no-such`");
}

/// The text with the exception that is offered for a finding in it, which is one of these.
fn excepted(name: &str, files: &[(&str, &str)], file: &str, found: &[&str], rule: &str) -> (Repository, String) {
    let made = Repository::with(name, files);
    let (mut client, path, text) = (Client::begin(&made.root, &json!({})), made.root.join(file), made.read(file));
    client.open(&path, 1, &text);
    let shown = rules(&mut client, &path, found)["params"]["diagnostics"].clone();
    let at =
        shown.as_array().into_iter().flatten().find(|it| it["code"] == rule).expect("it is found")["range"].clone();
    let asked = json!({ "textDocument": { "uri": uri(&path) }, "range": at, "context": { "diagnostics": [] } });
    let actions = client.ask("textDocument/codeAction", &asked)["result"].as_array().expect("a list").clone();
    let title = format!("allow `{rule}` here");
    let is_it = |it: &&Value| it["title"].as_str().is_some_and(|it| it.starts_with(&title));
    let action = actions.iter().find(is_it).expect("it is offered");
    let edits = action["edit"]["changes"][uri(&path)].to_string().replace(": -->", ": it is so -->");
    let text = applied(&text, &serde_json::from_str(&edits).expect("JSON"));
    made.write(file, &text);
    (made, text)
}

/// In front matter an HTML comment would be a part of a value, and no YAML.
#[test]
fn front_matter_holds_no_exception() {
    let page =
        "---\ntitle: Limits\nowner: \"@shop/checkout\"\nassumes:\n  - link.life = 15 min\n---\n\n# Limits\n\nText.\n";
    let fact = "# Links\n\nIt lives for an hour. <!-- pingless: fact link.life = 60 min owner=@s since=2026-11-17T21:40Z -->\n";
    let files =
        [("docs/pool/limits.md", page), (".github/CODEOWNERS", "/docs/pool/ @shop/storage\n"), ("docs/a.md", fact)];
    let found = ["owner-disagreement", "contradicting-fact"];
    for rule in found {
        let (made, text) = excepted(&format!("front-{rule}"), &files, "docs/pool/limits.md", &found, rule);
        assert_eq!(text.trim_end(), format!("{page}\n<!-- pingless: allow-file {rule}: it is so -->"));
        let left = made.pingless(&["check", "--format", "concise", "docs/pool"]);
        assert!(!left.out.contains(rule) && left.out.lines().count() == 1, "{}", left.out);
    }
}

/// What is found beside other texts and allowed is no reason to allow anything for the whole text.
#[test]
fn an_exception_reaches_no_farther_beside_one_that_was_made_before() {
    let fact = |minutes: u32, behind: &str| {
        format!(
            "# Links\n\nIt lives for {minutes} minutes. <!-- pingless: fact link.life = {minutes} min owner=@s since=2026-11-17T21:40Z -->{behind}\n"
        )
    };
    let last = "\nPlease merge it by EOD tomorrow, thanks.\n\nThen go.\n";
    let text = fact(15, " <!-- pingless: allow duplicate-fact: we know -->") + last;
    let files = [("a.md", fact(60, "")), ("b.md", text.clone())];
    let files = files.each_ref().map(|it| (it.0, it.1.as_str()));
    let (_, new) = excepted("beside-allowed", &files, "b.md", &["ambiguous-deadline"], "ambiguous-deadline");
    let expected = text.replace("thanks.\n", "thanks. <!-- pingless: allow ambiguous-deadline: it is so -->\n");
    assert_eq!(new, expected);
    // One of many texts stands beside its finding as well.
    let text = fact(15, "") + last;
    let files = [("a.md", fact(60, "")), ("b.md", text.clone())];
    let files = files.each_ref().map(|it| (it.0, it.1.as_str()));
    let found = ["duplicate-fact", "ambiguous-deadline"];
    let (made, new) = excepted("beside-found", &files, "b.md", &found, "duplicate-fact");
    assert!(new.contains("Z --> <!-- pingless: allow duplicate-fact: it is so -->\n"), "{new}");
    assert!(!made.pingless(&["check", "--format", "concise"]).out.contains("b.md:3"));
}

/// A whole text may be asked about at once, and each exception is tried with all of it.
#[test]
fn of_many_findings_some_exceptions_are_offered_and_of_each_one_its_own() {
    let text = "Please do it by EOD tomorrow.\n\n".repeat(100);
    let mut desk = Desk::open_with(&json!({}), "many", "a.md", &text);
    assert_eq!(desk.shown.len(), 100);
    let mut offered = |first: u32, last: u32| {
        let range = json!({ "start": { "line": first, "character": 0 }, "end": { "line": last, "character": 0 } });
        let actions = desk.actions(&range, None);
        actions.iter().filter(|it| it["title"].as_str().is_some_and(|it| it.starts_with("allow"))).count()
    };
    assert_eq!((offered(0, 200), offered(180, 181)), (8, 1));
}
