//! `pingless litmus --since` and its page, in real repositories: each point of the trend is what somebody who checks that
//! commit out is told, and no name of a file gets out of the page.

mod repository;

use std::collections::BTreeMap;

use repository::{Repository, Run};
use scraper::{Html, Selector};
use serde_json::Value;

/// What is answered of each system, and asked.
type Outcome = BTreeMap<String, (u64, u64)>;

fn outcome(systems: &Value) -> Outcome {
    let of = |it: &Value, key: &str| it["answered"][key].as_u64().expect("a number");
    let systems = systems.as_array().expect("systems");
    systems
        .iter()
        .map(|it| (it["name"].as_str().expect("a name").to_owned(), (of(it, "part"), of(it, "all"))))
        .collect()
}

fn json(run: &Run) -> Value {
    assert_eq!(run.status, 0, "{}", run.said);
    serde_json::from_str(&run.out).expect("JSON")
}

/// A commit on a day at noon.
fn commit(repository: &Repository, day: &str) {
    repository.git(&["add", "--all"]);
    let mut git = repository.command("git");
    let date = format!("{day}T12:00:00+00:00");
    git.env("GIT_COMMITTER_DATE", &date).env("GIT_AUTHOR_DATE", &date);
    repository::printed(&mut git, &["commit", "--quiet", "--allow-empty", "-m", day]);
}

/// Answers that come, move, grow old and go.
fn history(name: &str) -> Repository {
    let it = Repository::new(name);
    for (folder, what) in [("billing", "It sends invoices to customers at the end of each month."), ("search", "")] {
        it.write(format!("{folder}/src/main.py"), "print(1)\n");
        it.write(format!("{folder}/Dockerfile"), "FROM scratch\n");
        it.write(format!("{folder}/README.md"), format!("# {folder}\n\n{what}\n"));
    }
    commit(&it, "2025-01-10");
    let billing =
        "# billing\n\nIt sends invoices to customers at the end of each month.\n\n## Running\n\n```sh\nmake up\n```\n";
    it.write("billing/README.md", billing);
    it.write("CODEOWNERS", "/billing/ @shop/billing\n");
    commit(&it, "2025-03-03");
    it.write(
        "billing/STATUS.md",
        "# Status of 2025-05-20\n\n## In progress\n\n- Invoices in two currencies: Ana Roy\n\n## Blocked\n\nNone.\n",
    );
    it.write(
        "search/README.md",
        "# search\n\nIt finds products by their names.\n\n## Testing\n\n```sh\nmake test\n```\n",
    );
    commit(&it, "2025-05-21");
    it.git(&["mv", "search/README.md", "search/INTRO.md"]);
    commit(&it, "2025-09-01");
    it.write("billing/README.md", "# billing\n");
    commit(&it, "2025-10-01");
    it.write("billing/README.md", billing);
    it.git(&["mv", "search/INTRO.md", "search/README.md"]);
    it.remove("CODEOWNERS");
    commit(&it, "2026-02-01");
    it
}

#[test]
fn each_point_is_what_its_commit_says() {
    let it = history("points");
    let whole = json(&it.pingless(&["litmus", "--since", "2025-01-01", "--format", "json"]));
    let points = whole["trend"].as_array().expect("a trend").clone();
    assert_eq!(points.len(), 6, "a point a month");
    let told: Vec<Outcome> = points.iter().map(|it| outcome(&it["systems"])).collect();
    assert_eq!(told[5], outcome(&whole["systems"]), "the last is what lies here");
    assert!(told.windows(2).all(|it| it[0] != it[1]), "{told:?}");
    for (point, told) in points.iter().zip(&told) {
        let id = point["commit"].as_str().expect("an id");
        it.git(&["checkout", "--quiet", "--detach", id]);
        let there = json(&it.pingless(&["litmus", "--format", "json"]));
        assert_eq!(&outcome(&there["systems"]), told, "{point}");
        assert_eq!(there["now"], point["at"]);
        assert_eq!(there["trend"], Value::Null);
    }
}

#[test]
fn a_commit_is_where_it_starts() {
    let it = history("from");
    let from = it.git(&["rev-parse", "HEAD~2"]);
    let whole = json(&it.pingless(&["litmus", "--since", &from, "--format", "json"]));
    let points = whole["trend"].as_array().expect("a trend");
    assert_eq!(points.len(), 3);
    assert_eq!(points[0]["commit"], Value::from(from));
    let only = json(&it.pingless(&["litmus", "--since", "HEAD", "--system", "billing", "--format", "json"]));
    let points = only["trend"].as_array().expect("a trend");
    assert_eq!(points.len(), 1);
    assert_eq!(outcome(&points[0]["systems"]).into_keys().collect::<Vec<_>>(), ["billing"]);
}

#[test]
fn a_long_history_has_few_points() {
    let it = Repository::new("long");
    it.write("README.md", "# Shop\n\nIt sells things to people who like them.\n");
    for year in 2019..2026 {
        for month in 1..=12 {
            commit(&it, &format!("{year}-{month:02}-15"));
        }
    }
    let points = |since: &str| {
        let whole = json(&it.pingless(&["litmus", "--since", since, "--format", "json"]));
        let points = whole["trend"].as_array().expect("a trend").clone();
        let days = points.iter().map(|it| it["at"].as_str().expect("a moment")[..10].to_owned());
        days.collect::<Vec<_>>()
    };
    let all = points("2019-01-01");
    assert!((12..=24).contains(&all.len()), "{all:?}");
    assert_eq!((all[0].as_str(), all[all.len() - 1].as_str()), ("2019-01-15", "2025-12-15"));
    assert_eq!(points("2025-10-01"), ["2025-10-15", "2025-11-15", "2025-12-15"]);
}

#[test]
fn what_cannot_be_told_is_said() {
    let it = history("wrong");
    for (since, message) in [
        ("nowhere", "error: git says: there is no commit `nowhere`"),
        ("2030-01-01", "error: there is no commit since then"),
        ("--output=/tmp/x", "error: git says: there is no commit `--output=/tmp/x`"),
    ] {
        let run = it.pingless(&["litmus".to_owned(), format!("--since={since}")]);
        assert_eq!((run.status, run.said.lines().next()), (2, Some(message)));
        assert!(run.said.contains("= help: ") && run.out.is_empty());
    }
    let empty = Repository::new("empty");
    empty.write("README.md", "# Shop\n");
    let run = empty.pingless(&["litmus", "--since", "2025-01-01"]);
    assert_eq!((run.status, run.said.lines().next()), (2, Some("error: there is no commit yet")));
}

fn links(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let links = Selector::parse("a.place").expect("a selector");
    page.select(&links).map(|it| it.attr("href").expect("a target").to_owned()).collect()
}

#[test]
fn a_page_links_to_what_it_lies_beside() {
    let it = history("links");
    let run = it.pingless(&["litmus", "-o", "html=out/deep/litmus.html", "-o", "html=litmus.html"]);
    assert_eq!(run.status, 0, "{}", run.said);
    assert!(run.out.starts_with("2 systems"), "the report still comes: {}", run.out);
    let deep = links(&it.read("out/deep/litmus.html"));
    assert!(deep.contains(&"../../billing/README.md".to_owned()), "{deep:?}");
    assert!(links(&it.read("litmus.html")).contains(&"billing/README.md".to_owned()));
    assert!(it.read("litmus.html").contains("at commit"), "nothing lay there that is in no commit");
    let run = it.pingless_in("out", &["litmus", "..", "--format", "html", "-o", "../out/a.html"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""));
    assert!(links(&it.read("out/a.html")).contains(&"../billing/README.md".to_owned()));
    let outside = it.root.with_file_name("elsewhere.html");
    let target = format!("html={}", outside.display());
    assert_eq!(it.pingless(&["litmus", "-q"].map(str::to_owned)).status, 2, "there is no such flag");
    assert_eq!(it.pingless(&["litmus".to_owned(), "-o".to_owned(), target]).status, 0);
    let page = std::fs::read_to_string(outside).expect("it is written");
    assert!(links(&page).is_empty() && page.contains("billing/README.md"));
    assert!(!page.contains("at commit"), "pages lie there that no commit has");
}

#[test]
#[cfg(unix)]
fn hostile_files_are_names_on_the_page() {
    let names =
        ["<script>alert(1)<", "\"><img src=x onerror=alert(1)>", "a\u{202e}b", "</style><h1>", "javascript:x", "a\nb"];
    let it = Repository::new("hostile");
    for name in names {
        it.write(format!("{name}/src/main.py"), "print(1)\n");
        it.write(format!("{name}/Dockerfile"), "FROM scratch\n");
        let quote = format!("# {name}\n\nIt does {name} for everybody who wants it done well.\n");
        it.write(format!("{name}/README.md"), quote);
    }
    commit(&it, "2026-01-01");
    let run = it.pingless(&["litmus", "--since", "2025-01-01", "--format", "html", "-o", "litmus.html"]);
    assert_eq!(run.status, 0, "{}", run.said);
    let text = it.read("litmus.html");
    let page = Html::parse_document(&text);
    let count = |selector: &str| page.select(&Selector::parse(selector).expect("a selector")).count();
    assert_eq!((count("script"), count("img"), count("h1"), count("style")), (0, 0, 1, 1));
    assert!(count(".bars tbody tr") >= names.len(), "{text}");
    assert!(!text.contains('\u{202e}'));
    assert!(!links(&text).iter().any(|it| it.contains(':') || it.contains('<')), "{:?}", links(&text));
}
