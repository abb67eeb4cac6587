//! `pingless facts`: what is listed, what it writes and leaves alone, and what it says of a change.

mod repository;

use proptest::prelude::*;
use serde_json::Value;

use pingless::compose::fact::{Mark, assumption, marked};
use pingless::document::Document;
use pingless::text::{Source, Span};
use repository::{Repository, Run};

const NOW: &[&str] = &["--now", "2026-11-20T09:00Z"];

const UPLOADS: &str = "\u{feff}# Uploads\r\n\r\nThe upload limit is 25 MB. Larger files are refused.\r\n";
const MAIL: &str = "# Mail\n\nSee [uploads](uploads.md).\n\n- Files obey the upload limit (25 MB)\n  and the quota.\n";
const API: &str = "# API\n\nSee [uploads](uploads.md).\n\n| what | how much |\n|---|---|\n| upload limit | 25 MB |\n| calls | many |\n";
const OLD: &str = "# Archive\n\nHere an upload limit of 10 MB holds.";

fn documents(name: &str) -> Repository {
    Repository::with(name, &[("api.md", API), ("mail.md", MAIL), ("old.md", OLD), ("uploads.md", UPLOADS)])
}

fn run(at: &Repository, args: &[&str]) -> Run {
    at.pingless(&[&["facts"], args].concat())
}

fn json(at: &Repository, args: &[&str]) -> Value {
    let run = run(at, &[args, &["--format", "json"]].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

fn accept(at: &Repository, more: &[&str]) -> Run {
    run(at, &[&["--accept", "1", "--owner", "@files", "--id", "files.upload.limit"], NOW, more].concat())
}

#[test]
fn what_recurs_is_suggested_with_the_page_that_others_lead_to_first() {
    let at = documents("suggested");
    let all = json(&at, &["--suggest"]);
    let first = &all["suggestions"][0];
    assert_eq!(first["subject"], "upload limit");
    assert_eq!((&first["documents"], &first["agreeing"]), (&Value::from(4), &Value::from(3)));
    assert_eq!(first["places"][0]["path"], "uploads.md");
}

#[test]
fn what_is_accepted_links() {
    let at = documents("accepted");
    let before = accept(&at, &["--dry-run"]);
    assert_eq!(before.status, 1);
    assert!(
        before.out.contains("+The upload limit is 25 MB. <!-- pingless: fact files.upload.limit = 25 MB"),
        "{before:?}"
    );
    assert_eq!(at.git(&["status", "--short"]), "", "a dry run writes nothing");
    let written = accept(&at, &[]);
    assert_eq!(written.status, 0, "{written:?}");
    assert!(written.said.contains("left as it is: old.md:3 says 10 MB"), "{written:?}");
    let wrote =
        ["wrote api.md: assumes files.upload.limit = 25 MB\n", "wrote uploads.md: fact files.upload.limit = 25 MB\n"];
    assert!(wrote.iter().all(|it| written.said.contains(it)), "{written:?}");
    assert_eq!(at.read("old.md"), OLD);
    let fact = &json(&at, &[])["facts"][0];
    assert_eq!((&fact["value"], &fact["declared"][0]["owner"]), (&Value::from("25 MB"), &Value::from("@files")));
    let states: Vec<_> = fact["importers"].as_array().expect("a list").iter().map(|it| it["state"].clone()).collect();
    assert_eq!(states, ["agrees", "agrees"]);
    assert_eq!(json(&at, &["--suggest"])["suggestions"], Value::Array(Vec::new()), "what is declared is no suggestion");
    let wrong = at.read("mail.md").replace("= 25 MB seen", "= 20 MB seen");
    at.write("mail.md", wrong);
    let conflicts = run(&at, &["--conflicts"]);
    assert_eq!(conflicts.status, 1);
    assert!(
        conflicts.out.contains("20 MB in mail.md:6") && conflicts.out.contains("uploads.md:3 (@files"),
        "{conflicts:?}"
    );
}

#[test]
fn a_suggestion_is_named_by_its_number_or_its_id() {
    let at = documents("named");
    let id = json(&at, &["--suggest"])["suggestions"][0]["id"].as_str().expect("an id").to_owned();
    assert!(run(&at, &["--suggest"]).out.contains(&format!("   id      {id}\n")));
    let try_it = |name: &str| run(&at, &[&["--accept", name, "--owner", "@files", "--dry-run"], NOW].concat());
    let (by_number, by_id) = (try_it("1"), try_it(&id));
    assert_eq!((by_id.status, &by_id.out), (1, &by_number.out));
    assert_eq!(try_it(&format!("1,{id}")).out, by_number.out, "one that is named twice is declared once");
    let missed = try_it(&format!("{id}s"));
    assert_eq!(missed.status, 2);
    assert!(missed.said.contains(&format!("did you mean `{id}`?")), "{missed:?}");
}

#[test]
fn mdx_has_comments_of_its_own() {
    let (mail, api) = (MAIL.replace(".md", ".mdx"), API.replace(".md", ".mdx"));
    let texts = [("uploads.mdx", UPLOADS), ("mail.mdx", &mail), ("api.mdx", &api)];
    let at = Repository::with("mdx", &texts);
    let written = accept(&at, &[]);
    assert_eq!(written.status, 0, "{written:?}");
    let uploads = at.read("uploads.mdx");
    let first = "The upload limit is 25 MB. {/* pingless: fact files.upload.limit = 25 MB owner=@files";
    assert!(uploads.contains(first) && uploads.contains(" */} Larger files are refused."), "{uploads}");
    assert!(texts.iter().all(|(path, _)| !at.read(path).contains("<!--")), "HTML ends the build of MDX");
    assert_eq!(json(&at, &[])["facts"][0]["importers"].as_array().map(Vec::len), Some(2));
}

#[test]
fn what_cannot_be_written_whole_is_not_begun() {
    let at = documents("read-only");
    let lock = |is_locked: bool| {
        let path = at.root.join("uploads.md");
        let mut permissions = std::fs::metadata(&path).expect("it is there").permissions();
        permissions.set_readonly(is_locked);
        std::fs::set_permissions(path, permissions).expect("it is ours");
    };
    lock(true);
    let refused = accept(&at, &[]);
    assert_eq!(refused.status, 2, "{refused:?}");
    assert!(refused.said.contains("uploads.md: it cannot be written"), "{refused:?}");
    assert!(refused.said.contains("nothing was written") && !refused.said.contains("wrote"), "{refused:?}");
    assert_eq!(at.git(&["status", "--short"]), "", "all are written, or none");
    lock(false);
    assert_eq!(accept(&at, &[]).status, 0);
    let facts = json(&at, &[]);
    assert_eq!(facts["facts"].as_array().map(Vec::len), Some(1), "{facts}");
}

#[test]
fn every_other_byte_stays() {
    let at = documents("bytes");
    accept(&at, &[]);
    for (path, before) in [("uploads.md", UPLOADS), ("mail.md", MAIL), ("api.md", API)] {
        let after = at.read(path);
        let start = after.find(" <!-- pingless: ").unwrap_or_else(|| panic!("{path}: {after}"));
        let end = start + after[start..].find("-->").expect("it ends") + 3;
        assert_eq!(format!("{}{}", &after[..start], &after[end..]), before, "{path}");
    }
}

#[test]
fn what_is_acknowledged_once_is_acknowledged() {
    let at = Repository::with(
        "ack",
        &[
            (
                "a.md",
                "---\r\nassumes:\r\n  - a.b = 5 min\r\n---\r\n\r\n# A\r\n\r\nIt is 5 min. <!-- pingless: assumes c.d = 5 min seen=2026-01-02 -->\r\n",
            ),
            ("b.sh", "# pingless: assumes a.b = 5 min at=\"T=(.+)\" unit=s\nT=300\n"),
        ],
    );
    let ack = |id: &str, path: &str| run(&at, &[&["--ack", id, path], NOW].concat());
    for (id, path) in [("a.b", "a.md"), ("c.d", "a.md"), ("a.b", "b.sh")] {
        let before = at.read(path);
        assert_eq!(ack(id, path).status, 0, "{id}");
        let once = at.read(path);
        let told = [" seen=2026-11-20T09:00Z", " seen=2026-01-02"];
        let bare = |text: &str| told.iter().fold(text.to_owned(), |text, it| text.replace(it, ""));
        assert_ne!(once, before);
        assert_eq!(bare(&once), bare(&before));
        assert_eq!(ack(id, path).status, 0);
        assert_eq!(at.read(path), once, "a second time changes nothing");
    }
    let missed = ack("a.c", "b.sh");
    assert_eq!(missed.status, 2);
    assert!(missed.said.contains("did you mean `a.b`?"), "{missed:?}");
}

#[test]
fn what_is_not_read_is_not_acknowledged_in_silence() {
    let both = "# pingless: assumes a.b = 1 # pingless: assumes a.b = 2 seen=2026-01-02\n";
    let line = "It is so. <!-- pingless: assumes a.b = 5 min -->\n\n".to_owned();
    let many = format!("# A\n\n{}It is so. <!-- pingless: assumes c.d = 5 min -->\n", line.repeat(4001));
    let at = Repository::with("many", &[("a.md", &many), ("b.md", &line.repeat(2)), ("c.py", both)]);
    let ack = |id: &str, path: &str| run(&at, &[&["--ack", id, path], NOW].concat());
    let part = "a.md: line 8003: a text declares and assumes at most 4,000 facts";
    let told = ack("a.b", "a.md");
    assert!(told.status == 0 && told.said.contains(part), "{told:?}");
    assert!(told.said.contains("a.md: 4000 assumptions of a.b were compared at"), "{told:?}");
    assert_eq!(at.read("a.md").matches("seen=").count(), 4000);
    let missed = ack("c.d", "a.md");
    assert!(missed.status == 2 && missed.said.contains(part), "{missed:?}");
    let told = ack("a.b", "b.md").said;
    assert_eq!(ack("a.b", "c.py").status, 0);
    assert_eq!(at.read("c.py"), both.replace("2026-01-02", "2026-11-20T09:00Z"));
    assert!(told.ends_with("b.md: 2 assumptions of a.b were compared at 2026-11-20T09:00Z\n"), "{told}");
}

#[test]
fn what_differs_is_not_acknowledged() {
    let code = "# pingless: assumes upload.max = 25 MB at=\"MAX = (.+)\" unit=MB\nMAX = 30\n";
    let at = Repository::with("differs", &[("docs/table.md", TABLE), ("sub/a.md", ASSUMES), ("lib/up.py", code)]);
    let ack = |path: &str| run(&at, &[&["--ack", "upload.max", path], NOW].concat());
    let refused = ack("sub/a.md");
    assert_eq!(refused.status, 2, "{refused:?}");
    let told = "sub/a.md:3 assumes 30 MB of `upload.max`, which is 25 MB in docs/table.md:7";
    assert!(refused.said.contains(told), "{refused:?}");
    assert_eq!(ack("lib/up.py").status, 2, "the constant is what the code does");
    assert_eq!(at.git(&["status", "--short"]), "");
    // The folder that somebody stands in holds no declaration.
    assert_eq!(at.pingless_in("sub", &["facts", "--ack", "upload.max", "a.md"]).status, 2);
    at.write("sub/a.md", ASSUMES.replace("30 MB", "25,000 kB"));
    assert_eq!(ack("sub/a.md").status, 0);
    // Nobody declares it: there is nothing to hold it against.
    assert_eq!(run(&at, &["--ack", "upload.rate", "sub/a.md"]).status, 0);
}

fn page(value: &str, rest: &str) -> String {
    format!("# Limits\n\nIt is so. <!-- pingless: fact api.rate = {value} owner=@api{rest} -->\n")
}

#[test]
fn a_change_is_breaking_or_compatible() {
    let importer = "# Web\n\nWe keep to it. <!-- pingless: assumes api.rate = at most 10 s owner=@web -->\n";
    let at = Repository::with("diff", &[("limits.md", &page("at most 10 s", "")), ("web.md", importer)]);
    let change = |text: &str| {
        at.write("limits.md", text);
        let all = json(&at, &["--diff", "HEAD"]);
        let it = &all["changes"][0];
        (it["change"].as_str().map(str::to_owned), it["breaking"].as_bool(), it["told"][0]["followed"].as_bool())
    };
    let is = |change: &str, breaking: bool, followed: bool| (Some(change.to_owned()), Some(breaking), Some(followed));
    assert_eq!(change(&page("at most 10 s", "")), (None, None, None));
    assert_eq!(change(&page("at most 5 s", "")), is("value", true, false));
    assert_eq!(change(&page("at most 20 s", "")), is("value", false, false));
    assert_eq!(change(&page("at most 10000 ms", "")), is("rest", false, true));
    assert_eq!(change(&page("at most 10 s", " since=2026-11-20")), is("rest", false, true));
    assert_eq!(change("# Limits\n"), is("removed", true, false));
    let run = run(&at, &["--diff", "HEAD"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("to be told: web.md:3 (@web)"), "{run:?}");
    assert_eq!(at.pingless(&["facts", "--diff", "nowhere"]).status, 2);
}

const TABLE: &str = "# Limits\n\n<!-- pingless: facts -->\n\n| Fact | Value | Owner |\n|---|---|---|\n| upload.max | 25 MB | @files |\n| upload.count | 9 | @files |\n";
const ASSUMES: &str = "# A\n\nIt is 30 MB. <!-- pingless: assumes upload.max = 30 MB -->\n\nAnd more. <!-- pingless: assumes upload.rate = 3 -->\n";

#[test]
fn a_part_of_a_repository_knows_what_the_rest_declares() {
    let code = "# pingless: assumes upload.max = 25 MB\nMAX = 25\n";
    let at = Repository::with("part", &[("docs/table.md", TABLE), ("sub/a.md", ASSUMES), ("lib/up.py", code)]);
    let conflicts = run(&at, &["--conflicts", "sub"]);
    assert_eq!(conflicts.status, 1, "{conflicts:?}");
    assert!(conflicts.out.contains("declared: 25 MB in docs/table.md:7 (@files)"), "{conflicts:?}");
    let listed = json(&at, &["sub"]);
    let ids: Vec<_> = listed["facts"].as_array().expect("a list").iter().map(|it| it["id"].clone()).collect();
    assert_eq!(ids, ["upload.max", "upload.rate"], "of what others declare only that is listed which is named here");
    assert_eq!(listed["facts"][0]["importers"].as_array().map(Vec::len), Some(2), "also those of code: {listed}");
    assert!(run(&at, &["sub"]).said.contains("1 conflict, 1 name declared by nobody here"));
    // From the side of the declaration it is the same conflict.
    assert_eq!(run(&at, &["--conflicts", "docs"]).status, 1);
    at.write("docs/table.md", TABLE.replace("25 MB", "30 MB"));
    assert_eq!(
        json(&at, &["--diff", "HEAD", "sub"])["changes"],
        Value::Array(Vec::new()),
        "nothing in sub has changed"
    );
    let changes = json(&at, &["--diff", "HEAD", "docs"]);
    assert_eq!(changes["changes"][0]["told"][0]["path"], "lib/up.py", "{changes}");
}

/// What cannot be read was not undeclared: a breaking change would be told as a new fact.
#[test]
fn a_clone_without_the_texts_of_the_base_is_no_answer() {
    let fact = |minutes: u32| {
        format!(
            "# Share\n\nA link lives for {minutes} minutes. <!-- pingless: fact share.life = {minutes} min owner=@s -->\n"
        )
    };
    let made = Repository::with("partial", &[("s.md", &fact(60))]);
    made.commit("Begin");
    let base = made.git(&["rev-parse", "HEAD"]).trim().to_owned();
    let blob = made.git(&["rev-parse", "HEAD:s.md"]).trim().to_owned();
    made.write("s.md", fact(30));
    made.commit("Shorten");
    assert_eq!(run(&made, &["--diff", &base]).status, 1);
    made.remove(&format!(".git/objects/{}/{}", &blob[..2], &blob[2..]));
    let without = run(&made, &["--diff", &base]);
    assert_eq!(without.status, 2, "{without:#?}");
    assert!(without.said.contains("`s.md` of a commit is not in this clone"), "{without:#?}");
}

#[test]
fn no_id_is_suggested_that_another_part_of_the_repository_has() {
    let said = |number: usize| format!("# Part {number}\n\nThe upload limit is 25 MB.\n");
    let declared = "# Films\n\nIt is 4 GB. <!-- pingless: fact upload.limit = 4 GB owner=@films -->\n";
    let table = "# Facts\n\n| fact | value | owner | since |\n|---|---|---|---|\n| upload.limit-2 | 9 MB | @mail | 2026-11-20 |\n";
    let (one, two) = (said(1), said(2));
    let files = [("part/1.md", one.as_str()), ("part/2.md", &two), ("films.md", declared), ("other/facts.md", table)];
    let at = Repository::with("elsewhere-declared", &files);
    at.write("web/limit.py", "# pingless: assumes upload.limit-3 = 3 MB\n");
    let suggested = |folder: &str, paths: &[&str]| {
        let args = [&["facts", "--suggest", "--format", "json"], paths].concat();
        let all: Value = serde_json::from_str(&at.pingless_in(folder, &args).out).expect("JSON");
        all["suggestions"][0]["id"].as_str().unwrap_or_default().to_owned()
    };
    for (folder, paths) in [("", [].as_slice()), ("", &["part"]), ("", &["part/1.md", "part/2.md"]), ("part", &[])] {
        assert_eq!(suggested(folder, paths), "upload.limit-4", "{paths:?} in `{folder}`");
    }
    at.remove("films.md");
    assert_eq!(suggested("", &["part"]), "upload.limit");
}

#[test]
fn the_list_has_the_form_of_its_schema() {
    let at = documents("schema");
    let suggested = json(&at, &["--suggest"]);
    accept(&at, &[]);
    at.write("uploads.md", at.read("uploads.md").replace("= 25 MB", "= 20 MB"));
    let schema: Value = serde_json::from_str(&at.pingless(&["schema", "facts"]).out).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let (listed, agenda) = (json(&at, &[]), json(&at, &["--touching", "mail.md"]));
    let changed = json(&at, &["--diff", "HEAD"]);
    for it in [&suggested, &listed, &agenda, &changed] {
        assert!(validator.is_valid(it), "{it}");
    }
    assert!(!suggested["suggestions"][0].is_null() && !changed["changes"][0].is_null(), "an empty list has any form");
    assert!(!validator.is_valid(&Value::Object(serde_json::Map::new())));
    for of in ["config", "facts", "link", "stream", "stream-input", "litmus", "thread", "report"] {
        let schema: Value = serde_json::from_str(&at.pingless(&["schema", of]).out).expect("JSON");
        let title = schema["title"].as_str().unwrap_or_default();
        assert!(title.contains([' ', '.']), "{of}: `{title}` is the name of a type, and nobody's title");
    }
}

#[test]
fn words_of_strangers_stay_words() {
    let hostile = "# A\n\nIt is. <!-- pingless: fact a.b = \"=1+1,\u{1b}[2J\" owner=\"=cmd\" -->\n";
    let at = Repository::with("hostile", &[("a.md", hostile)]);
    for form in ["human", "json", "csv"] {
        let out = run(&at, &["--format", form]).out;
        assert!(!out.contains('\u{1b}'), "{form}: {out:?}");
    }
    let csv = run(&at, &["--format", "csv"]).out;
    assert!(csv.contains("\"'=1+1,") && csv.contains("\"'=cmd\""), "{csv}");
}

proptest! {
    #[test]
    fn any_text_keeps_its_bytes(text in "(?s)[ -~\n\r\u{feff}é|`*#<>-]{0,120}", start in 0usize..120, length in 0usize..20) {
        let border = |at: usize| (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0);
        let at = Span::new(border(start), border(start + length));
        let body = assumption("a.b", "5 min", "2026-11-20T09:00Z");
        let (after, left) = marked(&Source::unnamed("", text.as_str()), &[Mark { at, behind: at.end, body: body.clone() }]);
        if left.is_empty() {
            let comment = format!("<!-- pingless: {body} -->");
            let place = after.find(&comment).expect("it is there");
            let (before, rest) = (&after[..place], &after[place + comment.len()..]);
            let kept = (0..=before.len()).rev().filter(|it| before.is_char_boundary(*it)).find(|it| {
                before[*it..].chars().all(char::is_whitespace) && format!("{}{rest}", &before[..*it]) == text
            });
            prop_assert!(kept.is_some(), "{text:?} {after:?}");
            let source = Source::unnamed("", after.as_str());
            prop_assert!(Document::new(&source).directives().iter().any(|it| it.body.of(&after) == body));
        } else {
            prop_assert_eq!(after, text);
        }
    }
}

#[test]
fn a_fact_that_is_declared_twice_is_shown_with_both() {
    let fact = |value: &str, owner: &str| format!("It is so. <!-- pingless: fact x.y = {value} owner={owner} -->\n");
    let at = Repository::with("twice", &[("a.md", &fact("60 min", "@a")), ("b.md", &fact("1 h", "@b"))]);
    let checked = at.pingless(&["check", "--quiet", "--format", "concise"]);
    assert!(checked.status == 1 && checked.out.contains("[duplicate-fact]"), "{checked:?}");
    let conflicts = run(&at, &["--conflicts"]);
    assert!(conflicts.status == 1 && conflicts.out.contains("declared as well: 1 h in b.md:1 (@b)"), "{conflicts:?}");
    assert!(conflicts.said.contains("0 conflicts, 1 declared twice"), "{conflicts:?}");
    let table = run(&at, &[]);
    assert!(table.out.contains("a.md:1; b.md:1") && table.out.contains("@a; @b"), "{table:?}");
    let rows = run(&at, &["--format", "csv"]);
    assert!(rows.out.contains("\"a.md:1; b.md:1\""), "{rows:?}");
    // What is replaced is none of those that hold.
    at.write("b.md", fact("30 min", "@b").replace("owner=@b", "owner=@b superseded-by=x.z"));
    let conflicts = run(&at, &["--conflicts"]);
    assert!(conflicts.status == 0 && conflicts.said.contains("0 conflicts\n"), "{conflicts:?}");
}

#[test]
fn a_fact_whose_time_is_over_is_none_of_those_that_hold() {
    let fact = |value: &str, rest: &str| format!("It is so. <!-- pingless: fact x.y = {value} owner=@s {rest} -->\n");
    let [old, new] = [("60 min", "until=2026-06-01"), ("45 min", "since=2026-06-01T00:00Z")];
    let assumes = "It is so. <!-- pingless: assumes x.y = 45 min -->\n";
    let files = [("a.md", &*fact(old.0, old.1)), ("b.md", &fact(new.0, new.1)), ("c.md", assumes)];
    let at = Repository::with("ended", &files);
    let check = |now: &[&str]| {
        let run = at.pingless(&[&["check", "--quiet", "--format", "concise", "--select", "agree"], now].concat());
        (run.status, run.rules())
    };
    let now = ["--now", "2026-11-29"];
    assert_eq!(check(&now), (0, Vec::new()));
    assert_eq!(run(&at, &[&["--conflicts"], &now[..]].concat()).status, 0);
    assert_eq!(json(&at, &now)["facts"][0]["value"], "45 min");
    // A program alone knows the moment as well.
    at.write("d.toml", "# pingless: assumes x.y = 45 min\n");
    assert_eq!(json(&at, &["d.toml", now[0], now[1]])["facts"][0]["value"], "45 min");
    // On its last day somewhere it holds still, and where nobody says which day it is, nothing has ended.
    for when in [&["--now", "2026-06-02T11:00Z"][..], &[]] {
        assert_eq!(check(when), (1, vec!["b.md:1 duplicate-fact".to_owned()]));
        assert_eq!(json(&at, when)["facts"][0]["value"], "60 min");
    }
    // Nothing has taken its place: whoever relies on it is told so, once.
    at.write("b.md", "Nothing.\n");
    assert_eq!(check(&now), (1, vec!["c.md:1 stale-assumption".to_owned(), "d.toml:1 stale-assumption".to_owned()]));
}

#[test]
fn of_two_texts_that_are_alike_the_one_that_holds_counts() {
    let fact = |value: &str, rest: &str| format!("It is so. <!-- pingless: fact x.y = {value} owner=@s {rest} -->\n");
    let [old, new] = [fact("60 min", "superseded-by=x.z"), fact("45 min", "since=2026-06-01T00:00Z")];
    let at = Repository::with("alike", &[("a.md", &old), ("b.md", &new)]);
    let fact = &json(&at, &[])["facts"][0];
    assert_eq!(
        (&fact["value"], &fact["declared"][0]["path"]),
        (&Value::from("45 min"), &Value::from("b.md")),
        "{fact}"
    );
}

#[test]
fn facts_beyond_the_bound_are_told() {
    let facts: String = (0..4001).map(|it| format!("- <!-- pingless: fact x.y{it} = {it} s -->\n")).collect();
    let rows: String = (0..4001).map(|it| format!("| z.y{it} | {it} s | @a |\n")).collect();
    let at = Repository::with("beyond", &[("a.md", &facts)]);
    at.write("b.md", format!("| fact | value | owner |\n|---|---|---|\n{rows}"));
    let table = run(&at, &[]);
    assert_eq!(table.status, 0, "{}", table.said);
    for place in ["a.md: line 4001: ", "b.md: line 4003: "] {
        let told = format!("warning: {place}a text declares and assumes at most 4,000 facts");
        assert!(table.said.contains(&told), "{}", table.said);
    }
    let checked = at.pingless(&["check", "--quiet", "--format", "concise", "--select", "ineffective-assumption"]);
    assert_eq!(checked.places(), ["a.md:4001", "b.md:4003"], "{}", checked.out);
    assert!(checked.out.contains("a part of this text is not compared"), "{}", checked.out);
    at.write("a.md", facts.replace("- <!-- pingless: fact x.y0 = 0 s -->\n", ""));
    at.remove("b.md");
    assert!(!run(&at, &[]).said.contains("at most"), "as many as are read");
}

#[test]
fn a_program_that_is_named_is_held_against_the_facts_that_it_relies_on() {
    let code = "# pingless: assumes upload.limit = 3 MB\nLIMIT = 3\n";
    let fact = "# Limits\n\nIt takes 2 MB. <!-- pingless: fact upload.limit = 2 MB owner=@files -->\n";
    let at = Repository::with("named-program", &[("docs/limits.md", fact), ("conf/share.py", code)]);
    for paths in [&["conf/share.py"][..], &["conf/share.py", "docs/limits.md"], &[".", "conf/share.py"], &["."]] {
        let run = at.pingless(&[&["check", "-f", "concise"], paths].concat());
        let found = run.out.matches("conf/share.py:1:").count();
        assert!(run.status == 1 && found == 1 && run.out.contains("contradicting-fact"), "{paths:?}: {run:?}");
    }
}

/// What one repository declares is nothing to the code of the next, whether both are asked for together or not.
#[test]
fn code_is_asked_for_its_facts_where_its_own_repository_declares_some() {
    let page = "# Limits\n\nFiles are kept for 15 days. <!-- pingless: fact files.kept = 15 days \
                owner=@files since=2026-11-20 -->\n";
    let code = |days: u8| format!("# pingless: assumes files.kept = {days} days\nDAYS = {days}\n");
    let both = Repository::new("side-by-side");
    for (at, days) in [("declares", 15), ("declares/inner", 16), ("beside", 17)] {
        both.write(format!("{at}/README.md"), "# About\n");
        both.write(format!("{at}/keep.py"), code(days));
    }
    both.write("declares/limits.md", page);
    ["declares", "beside"].iter().for_each(|it| drop(both.git(&["init", "--quiet", it])));
    let found = |paths: &[&str]| both.pingless(&[&["check", "--format", "concise"], paths].concat()).rules();
    let own = ["declares/inner/keep.py:1 contradicting-fact"];
    assert_eq!(found(&["declares"]), own);
    assert_eq!(found(&["declares", "beside"]), own, "beside it nobody declares anything");
    assert_eq!(found(&["beside"]), [""; 0]);
}

#[test]
fn the_moment_of_reading_says_which_declaration_holds() {
    let old = "It lives 60 min. <!-- pingless: fact a.life = 60 min owner=@x since=2026-01-02 until=2026-06-30 -->\n";
    let new = "It lives 30 min. <!-- pingless: fact a.life = 30 min owner=@x since=2026-07-01 -->\n";
    let at = Repository::with("moment", &[("a.md", old), ("b.md", new)]);
    let listed = |args: &[&str]| run(&at, args).out;
    assert!(listed(&[]).contains("a.md:1; b.md:1"), "{}", listed(&[]));
    let later = listed(&["--now", "2026-07-02"]);
    assert!(later.contains("30 min") && !later.contains("a.md"), "{later}");
}
