//! `pingless litmus`: a repository that answers everything, and what becomes of it when one answer goes.

#[path = "litmus/near.rs"]
mod near;
#[path = "repository/mod.rs"]
mod repository;

use repository::Repository;
use serde_json::Value;

/// The files of a system that answers every question once. What stands between `{{ID}}` and `{{/}}` answers ID.
const ANSWERED: &[(&str, &str)] = &[
    (
        "README.md",
        "# Billing

{{purpose}}Billing turns usage records into invoices and sends them to customers.
{{/}}
{{owner}}Owner: @shop/billing
{{/}}
## Running

{{run}}```sh
docker compose up billing
```
{{/}}
## Testing

{{test}}```sh
make test
```
{{/}}
## Deployment

{{deploy}}Every merge to main is deployed to production by the pipeline within ten minutes.
{{/}}
## Monitoring

{{notice}}The dashboard shows the age of the oldest invoice; above one hour it pages the person on duty.
{{/}}
## Support

{{ask}}Ask in [#billing](https://shop.slack.com/archives/C01) with the number of the invoice.
{{/}}
{{reply}}Somebody answers within one working day.
{{/}}",
    ),
    (
        "docs/runbooks/rollback.md",
        "# A deployment of billing went wrong

Use this when invoices are wrong after a deployment.

## Rollback

{{undo}}```sh
kubectl rollout undo deployment/billing
```
{{/}}",
    ),
    (
        "docs/adr/0002-keep-invoices-in-one-table.md",
        "# 2. Keep invoices in one table

Status: accepted
Date: 2026-06-02

## Context

Reports read invoices of all years at once.

## Decision

{{decisions}}We keep all invoices in one table, because reports need all of them.
{{/}}",
    ),
    (
        "status/2026-11-18.md",
        "# Status of 2026-11-18

{{holder}}Author: @ana
{{/}}
## In progress

{{in-flight}}- The export of credit notes is half done.
{{/}}
## Blocked

{{blocked}}- The move waits for a key of the bank, asked for on 2026-11-16.
{{/}}",
    ),
];

const NOW: &str = "2026-11-20T18:00:00Z";

/// A text without its marks, and without what answers one question.
fn without(text: &str, question: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (id, after) = after.split_once("}}").expect("a mark ends");
        let (answer, after) = after.split_once("{{/}}").expect("an answer ends");
        out.push_str(before);
        if id != question {
            out.push_str(answer);
        }
        rest = after;
    }
    out + rest
}

fn planted(name: &str, question: &str) -> Repository {
    let files: Vec<(&str, String)> = ANSWERED.iter().map(|(path, text)| (*path, without(text, question))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    Repository::with(name, &files)
}

fn json(repository: &Repository, args: &[&str]) -> Value {
    let mut all = vec!["litmus", "--format", "json", "--now", NOW];
    all.extend(args);
    let run = repository.pingless(&all);
    assert_eq!(run.status, 0, "{}", run.said);
    serde_json::from_str(&run.out).expect("it prints JSON")
}

/// The ids of the questions of a system that are answered, or not.
fn ids(value: &Value, system: &str, answered: bool) -> Vec<String> {
    let systems = value["systems"].as_array().expect("systems");
    let system = systems.iter().find(|it| it["name"] == system).expect("the system is there");
    let questions = system["questions"].as_array().expect("questions").iter();
    questions
        .filter(|it| it["answered"] == answered)
        .map(|it| it["id"].as_str().unwrap_or_default().to_owned())
        .collect()
}

const IDS: [&str; 13] = [
    "purpose",
    "owner",
    "run",
    "test",
    "deploy",
    "notice",
    "undo",
    "decisions",
    "in-flight",
    "holder",
    "blocked",
    "ask",
    "reply",
];

#[test]
fn a_planted_answer_that_goes_leaves_one_question() {
    let whole = planted("whole", "");
    assert_eq!(ids(&json(&whole, &[]), "whole", false), Vec::<String>::new());
    for id in IDS {
        let name = format!("without-{id}");
        let value = json(&planted(&name, id), &[]);
        assert_eq!(ids(&value, &name, false), [id], "{id}");
    }
}

#[test]
fn evidence_is_a_line_of_a_file() {
    let whole = planted("evidence", "");
    let value = json(&whole, &[]);
    for it in value["systems"][0]["questions"].as_array().expect("questions") {
        let (path, line) = (it["evidence"]["path"].as_str(), it["evidence"]["line"].as_u64());
        let text = whole.read(path.expect("a path"));
        let line = text.lines().nth(line.expect("a line") as usize - 1).expect("the line is there");
        let quote = it["evidence"]["quote"].as_str().expect("a quote");
        let first: String = quote.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        assert!(line.contains(first.trim_end_matches('…')), "{}: `{quote}` in `{line}`", it["id"]);
    }
}

#[test]
fn what_is_no_answer() {
    let readme = |body: &str| format!("# Shop\n\nShop sells things to people.\n\n{body}");
    for (number, body) in [
        "## Deployment\n",
        "## Deployment\n\nTBD\n",
        "## Deployment\n\n<!-- how it is deployed -->\n",
        "## Deployment\n\n[the thread](https://shop.slack.com/archives/C01/p1)\n",
        "## Rollback\n\nN/A\n",
        "## Testing\n\nTests are important to us, and there are many.\n",
        "## Monitoring\n\nTODO\n",
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("no-answer-{number}");
        let repository = Repository::with(&name, &[("README.md", &readme(body))]);
        assert_eq!(ids(&json(&repository, &[]), &name, true), ["purpose"], "{body}");
    }
}

#[test]
fn what_is_near_is_no_answer() {
    let mut wrong = Vec::new();
    for (number, (id, path, none, some)) in near::NEAR.iter().enumerate() {
        for (text, is_answer) in [(none, false), (some, true)].into_iter().filter(|(text, _)| !text.is_empty()) {
            let name = format!("near-{number}-{is_answer}");
            let text = if *path == "README.md" { format!("# Shop\n\n{text}") } else { (*text).to_owned() };
            let repository = Repository::with(&name, &[(*path, text.as_str()), ("main.go", "package main\n")]);
            let is_answered = ids(&json(&repository, &[]), &name, true).iter().any(|it| it == id);
            if is_answered != is_answer {
                wrong.push(format!("{id} is answered: {is_answered}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_title_of_the_first_page_names_the_whole() {
    let shop = Repository::with("title", SHOP);
    shop.write("README.md", "# Charts of search and more\n\nThis is a collection of things.\n");
    assert!(!ids(&json(&shop, &[]), "services/search", true).contains(&"purpose".to_owned()));
}

#[test]
fn what_is_of_one_is_not_of_all() {
    let shop = Repository::with("one-of-all", &[SHOP, &[("services/search/Main.scala", "object Main\n")]].concat());
    let answered = |readme: &str| {
        shop.write("README.md", format!("# Shop\n\n{readme}"));
        ids(&json(&shop, &[]), "services/search", true)
    };
    for (id, one, all) in [
        ("run", "## Running\n\n```sh\nmake run\n```\n", "## Running\n\n```sh\ndocker compose up\n```\n"),
        ("deploy", "## Deployment\n\n```sh\nsam deploy --guided\n```\n", "## Deployment\n\n```sh\nmake deploy\n```\n"),
        ("test", "## Testing\n\n```sh\npnpm -F billing test\n```\n", "## Testing\n\n```sh\npnpm test\n```\n"),
        ("test", "## Testing\n\n```sh\nmake test-billing\n```\n", "## Testing\n\n```sh\nmake test-unit\n```\n"),
        ("test", "## Testing\n\n```sh\nsbt \"project billing\" test\n```\n", "## Testing\n\n```sh\nsbt test\n```\n"),
        ("run", "## Running\n\n```sh\ndocker compose up redis\n```\n", "## Running\n\n```sh\ndocker compose up\n```\n"),
        ("test", "## Testing\n\n```sh\nnpm test -- --grep a\n```\n", "## Testing\n\n```sh\nnpm test\n```\n"),
    ] {
        assert!(!answered(one).contains(&id.to_owned()), "{one}");
        assert!(answered(all).contains(&id.to_owned()), "{all}");
    }
}

/// A command at the root tests what is written in the languages of its tools, and no chart.
#[test]
fn what_is_written_otherwise_is_not_tested_from_the_root() {
    let more = [("services/rates/main.py", "print()\n"), ("services/proxy/Dockerfile", "FROM scratch\n")];
    let shop = Repository::with("tongues", &[SHOP, &more].concat());
    let value = json(&shop, &[]);
    let tested = ["billing", "proxy", "rates", "search"]
        .map(|it| ids(&value, &format!("services/{it}"), true).contains(&"test".to_owned()));
    assert_eq!(tested, [true, false, false, true]);
}

/// Pages for those who work on the thing say how that is done, also the first ones of their folders.
#[test]
fn the_first_page_for_developers_answers() {
    let text = "# Work\n\n## Running\n\n```sh\nmake run\n```\n\n## Testing\n\n```sh\nmake test\n```\n";
    let shop = Repository::with("first-pages", &[("main.go", "package main\n"), ("docs/developer/README.md", text)]);
    assert_eq!(ids(&json(&shop, &[]), "first-pages", true), ["run", "test"]);
    let pages = Repository::with("of-pages", &[("main.go", "package main\n"), ("docs/README.md", text)]);
    assert_eq!(ids(&json(&pages, &[]), "of-pages", true), Vec::<String>::new());
}

#[test]
fn a_command_that_is_gone_is_no_answer() {
    let readme = "# Shop\n\nShop is a till.\n\n## Tests\n\n```sh\nmake suite\n```\n\n```sh\nmake test\n```\n";
    let asked = |make: &str| {
        let shop =
            Repository::with("gone", &[("main.go", "package main\n"), ("README.md", readme), ("Makefile", make)]);
        ids(&json(&shop, &[]), "gone", true)
    };
    assert_eq!(asked("test:\n\tgo test ./...\n"), ["purpose", "test"]);
    assert_eq!(asked("all:\n\tgo build ./...\n"), ["purpose"]);
    assert_eq!(asked("all:\n\tgo build ./...\ninclude tests.mk\n"), ["purpose", "test"]);
    let readme = "# Shop\n\nShop is a till.\n\n## Tests\n\n```sh\n./scripts/test.sh\n```\n";
    let asked = |script: &str| {
        let shop = Repository::with("gone", &[("main.go", "package main\n"), ("README.md", readme), (script, "\n")]);
        ids(&json(&shop, &[]), "gone", true)
    };
    assert_eq!(asked("scripts/test.sh"), ["purpose", "test"]);
    assert_eq!(asked("scripts/seed.sh"), ["purpose"]);
}

#[test]
fn what_was_left_is_no_system() {
    let shop = Repository::with("left", SHOP);
    shop.write("services/deprecated_search/main.go", "package main\n");
    let value = json(&shop, &[]);
    assert_eq!(value["systems"].as_array().map(Vec::len), Some(2));
}

#[test]
fn what_is_past_answers_nothing() {
    let status = |day: &str| format!("# Status of {day}\n\n## In progress\n\n- @ana: moves the numbers.\n");
    let old = Repository::with("old-status", &[("status/a.md", &status("2026-08-01"))]);
    assert_eq!(ids(&json(&old, &[]), "old-status", true), Vec::<String>::new());
    let new = Repository::with("new-status", &[("status/a.md", &status("2026-11-12"))]);
    assert_eq!(ids(&json(&new, &[]), "new-status", true), ["in-flight", "holder"]);
    let page = |due: &str| format!("---\nreview by: {due}\n---\n# Shop\n\nShop sells things to people.\n");
    let expired = Repository::with("expired", &[("README.md", &page("2026-11-01"))]);
    let value = json(&expired, &[]);
    assert_eq!(ids(&value, "expired", true), Vec::<String>::new());
    assert_eq!(value["figures"]["reviewed_in_time"]["part"], 0);
}

/// Two systems that each answer every question, but for one question of one of them.
#[test]
fn an_answer_that_goes_is_missed_in_its_own_system_alone() {
    let make = |name: &str, system: &str, question: &str| {
        let mut files = Vec::new();
        for folder in ["billing", "search"] {
            let gone = if folder == system { question } else { "" };
            let text = |text: &str| {
                without(text, gone).replace("illing", if folder == "search" { "earching" } else { "illing" })
            };
            files.extend(ANSWERED.iter().map(|(path, it)| (format!("services/{folder}/{path}"), text(it))));
            files.push((format!("services/{folder}/Dockerfile"), "FROM scratch\n".to_owned()));
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        Repository::with(name, &files)
    };
    let missing = |value: &Value| ["services/billing", "services/search"].map(|it| ids(value, it, false));
    assert_eq!(missing(&json(&make("both", "", ""), &[])), [Vec::<String>::new(), Vec::new()]);
    for id in IDS {
        for (number, system) in ["billing", "search"].into_iter().enumerate() {
            let found = missing(&json(&make(&format!("{system}-without-{id}"), system, id), &[]));
            assert_eq!((&found[number][..], &found[1 - number][..]), (&[id.to_owned()][..], &[][..]), "{system}: {id}");
        }
    }
}

const SHOP: &[(&str, &str)] = &[
    ("services/billing/Dockerfile", "FROM scratch\n"),
    ("services/billing/main.js", "export {}\n"),
    ("services/billing/README.md", "# Billing\n\nBilling turns usage records into invoices.\n"),
    ("services/search/main.js", "export {}\n"),
    ("package.json", "{}\n"),
    (
        "README.md",
        "# Shop\n\nThe whole shop.\n\n- [Search](services/search): finds the things that people look for.\n\n## Testing\n\n```sh\nnpm test\n```\n\n## Deployment\n\n```sh\nnpm run deploy\n```\n",
    ),
    ("docs/search/rollback.md", "# Rollback\n\n```sh\nhelm rollback search\n```\n"),
    ("CODEOWNERS", "* @shop/core\n/services/billing/ @shop/billing\n"),
];

#[test]
fn each_system_is_asked_alone() {
    let shop = Repository::with("shop", SHOP);
    let value = json(&shop, &[]);
    assert_eq!(ids(&value, "services/billing", true), ["purpose", "owner", "test"]);
    assert_eq!(ids(&value, "services/search", true), ["purpose", "owner", "test", "deploy", "undo"]);
    let evidence = |system: usize, question: usize| value["systems"][system]["questions"][question]["evidence"].clone();
    assert_eq!((&evidence(0, 1)["line"], &evidence(0, 1)["whole_repository"]), (&2.into(), &false.into()));
    assert_eq!((&evidence(1, 1)["line"], &evidence(1, 1)["whole_repository"]), (&1.into(), &true.into()));
    assert_eq!(evidence(1, 6)["path"], "docs/search/rollback.md");
}

#[test]
fn owners_of_a_folder_answer_for_what_lies_in_it() {
    let shop = Repository::with("between", SHOP);
    shop.write("CODEOWNERS", "/services/billing/ @shop/billing\n");
    shop.write("OWNERS", "approvers:\n- root\n");
    shop.write("services/OWNERS", "approvers:\n- ana\n");
    shop.write("web/OWNERS", "approvers:\n- cem\n");
    let owner = |system: usize| {
        shop.git(&["add", "-A"]);
        let evidence = &json(&shop, &[])["systems"][system]["questions"][1]["evidence"];
        (evidence["path"].clone(), evidence["whole_repository"].clone())
    };
    assert_eq!(owner(0), ("CODEOWNERS".into(), false.into()));
    assert_eq!(owner(1), ("services/OWNERS".into(), false.into()));
    shop.write("services/search/OWNERS", "approvers:\n- bo\n");
    assert_eq!(owner(1), ("services/search/OWNERS".into(), false.into()));
}

#[test]
fn a_name_in_bold_is_quoted_without_its_marks() {
    let shop = Repository::with("bold", &[("README.md", "# Shop\n\n**Owner:** @shop/billing\n")]);
    assert_eq!(json(&shop, &[])["systems"][0]["questions"][1]["evidence"]["quote"], "Owner: @shop/billing");
}

#[test]
fn systems_are_configured() {
    let shop = Repository::with("configured", SHOP);
    shop.write("pingless.toml", "[litmus]\nignore = [\"reply\"]\n[litmus.systems]\nfinder = \"services/search/\"\nrest = [\"web\", \"cli\"]\n[litmus.ignore-for]\nrest = [\"undo\"]\n");
    let value = json(&shop, &["--system", "rest"]);
    assert_eq!(value["systems"].as_array().map(Vec::len), Some(1));
    let asked = ids(&value, "rest", false).len() + ids(&value, "rest", true).len();
    assert_eq!(asked, 11);
    let told = shop.pingless(&["litmus"]).said;
    assert!(told.contains("the system `rest` is said to lie in `cli`, where there is nothing"), "{told}");
    assert!(!told.contains("`finder`") && !told.contains("there is no system"), "{told}");
    shop.write("pingless.toml", "[litmus.ignore-for]\n\"services/serch\" = [\"undo\"]\n");
    let told = shop.pingless(&["litmus"]).said;
    assert!(
        told.contains("pingless.toml: there is no system `services/serch`, of which `ignore-for` speaks"),
        "{told}"
    );
    assert!(told.contains("did you mean `services/search`?"), "{told}");
    shop.write("pingless.toml", "litmus.systems.finder = \"services/search/\"\n");
    let unknown = shop.pingless(&["litmus", "--system", "finde"]);
    assert!(unknown.status == 2 && unknown.said.contains("did you mean `finder`?"), "{}", unknown.said);
    shop.write("pingless.toml", "[litmus]\nignore = [\"replay\"]\n");
    let wrong = shop.pingless(&["litmus"]);
    assert!(wrong.status == 2 && wrong.said.contains("did you mean `reply`?"), "{}", wrong.said);
}

#[test]
fn nobody_is_named() {
    let shop = Repository::with("names", SHOP);
    for (who, path) in [("Bo", "a.go"), ("Cy", "b.go")] {
        shop.write(format!("services/search/{path}"), "package main\n");
        shop.git(&["add", "--all"]);
        let author = format!("{who} <{who}@example.org>");
        shop.git(&["commit", "--quiet", "-m", "Change", "--author", &author]);
    }
    let value = json(&shop, &[]);
    assert_eq!(value["systems"][0]["authors"], "fewer-than-three");
    assert_eq!(value["systems"][1]["authors"], "at-least-three");
    let both = shop.pingless(&["litmus", "--answers"]).out + &value.to_string();
    for name in ["Bo", "Cy@", "ana@example.org"] {
        assert!(!both.contains(name), "{name} is named");
    }
}

#[test]
fn too_little_fails() {
    let shop = Repository::with("gate", SHOP);
    assert_eq!(shop.pingless(&["litmus", "--fail-under", "10"]).status, 0);
    let failed = shop.pingless(&["litmus", "--fail-under", "90"]);
    assert!(failed.status == 1 && failed.said.contains("fewer than 90 %"), "{}", failed.said);
    assert_eq!(shop.pingless(&["litmus", "nowhere"]).status, 2);
}

#[test]
fn a_broken_configuration_among_fixtures_stops_nobody() {
    let shop = Repository::with("fixtures", SHOP);
    shop.write("tests/cli/broken/pingless.toml", "ignor = 1\n");
    shop.write("tests/cli/broken/a.md", "# A\n");
    assert_eq!(shop.pingless(&["litmus"]).status, 0);
    shop.write("services/search/pingless.toml", "ignor = 1\n");
    shop.write("services/search/README.md", "# Search\n\nSearch finds things.\n");
    let stopped = shop.pingless(&["litmus"]);
    assert!(stopped.status == 2 && stopped.said.contains("services/search/pingless.toml"), "{}", stopped.said);
}

/// A paragraph may begin with the world that a thing is made for: the sentence that names it says what it is.
#[test]
fn the_sentence_that_names_the_thing_says_what_it_is() {
    let readme =
        "# Shop\n\n## What is Shop\n\nTills are common wherever people pay. Shop is a till that sells by night.\n";
    let shop = Repository::with("named", &[("main.go", "package main\n"), ("README.md", readme)]);
    let value = json(&shop, &[]);
    assert_eq!(value["systems"][0]["questions"][0]["evidence"]["quote"], "Shop is a till that sells by night.");
}

/// A word of a title may be the name of a folder, or a word.
#[test]
fn a_decision_is_on_what_its_title_can_only_mean() {
    let record = |title: &str| {
        format!(
            "# 3. {title}\n\nStatus: accepted\n\n## Context\n\nNobody knows who uses what.\n\n## Decision\n\nWe keep a list of each change, because nobody else does.\n"
        )
    };
    let systems = [("services/audit/main.go", "package main\n"), ("services/billing/main.go", "package main\n")];
    let shop = Repository::with("called", &systems);
    let is_answered = |title: &str| {
        shop.write("docs/adr/0003-changes.md", record(title));
        ids(&json(&shop, &[]), "services/audit", true).contains(&"decisions".to_owned())
    };
    assert!(!is_answered("Gate each removal by a usage audit") && !is_answered("Write an audit of each price"));
    assert!(is_answered("Let the audit service keep each change") && is_answered("Audit: keep each change"));
    assert!(is_answered("Keep audit in one table"));
}

#[test]
fn a_folder_is_told_of_its_own_systems() {
    let shop = Repository::with("folder", SHOP);
    let names = |value: &Value| -> Vec<String> {
        let systems = value["systems"].as_array().expect("a list");
        systems.iter().map(|it| it["name"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let all = names(&json(&shop, &[]));
    assert!(all.len() > 1, "{all:?}");
    assert_eq!(names(&json(&shop, &["services"])), all);
    assert_eq!(names(&json(&shop, &["services/billing"])), ["services/billing"]);
    // What is named counts more than where somebody stands, and a folder of no system is one of the repository.
    assert_eq!(names(&json(&shop, &["services/billing", "--system", "services/search"])), ["services/search"]);
    let run = shop.pingless(&["litmus", "docs"]);
    assert!(run.status == 0 && run.said.contains("docs holds no system"), "{run:?}");
    assert_eq!(names(&json(&shop, &["docs"])), all);
}
