//! Threads in every form that is read, and what no form may do: all texts are our own.

mod repository;

use std::collections::HashSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value, json};

use pingless::config::Policy;
use pingless::lint::{self, Beside};
use pingless::payload::thread::{self, Talk, slack};
use pingless::rule::Catalog;
use pingless::settle::Checked;
use pingless::thread::{About, State};
use repository::Repository;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

#[track_caller]
fn one(text: &str) -> Talk {
    let talks = thread::read(text).unwrap_or_else(|error| panic!("{}: {text}", error.message));
    let [talk] = talks.as_slice() else { panic!("{} threads in {text}", talks.len()) };
    talk.clone()
}

fn authors(talk: &Talk) -> Vec<&str> {
    talk.said.iter().map(|it| it.author.as_str()).collect()
}

fn checked(talk: &Talk, pedantic: bool) -> Checked {
    let (source, thread) = talk.written("thread");
    let policy = Policy { pedantic, ..Policy::default() };
    lint::check_beside(&source, Beside { thread: Some(&thread), ..Beside::default() }, &CATALOG, &policy)
}

fn rules(talk: &Talk) -> Vec<String> {
    checked(talk, false).findings.into_iter().map(|it| it.rule).collect()
}

/// A line of the neutral form.
fn line(author: &str, text: &str) -> String {
    serde_json::json!({ "author": author, "text": text }).to_string() + "\n"
}

/// Seven messages of two people that settle nothing, closed; then `more`.
fn unsettled(more: &[(&str, &str)]) -> String {
    let mut out = "{\"title\": \"Doors\", \"state\": \"closed\"}\n".to_owned();
    let talk = [
        "The door is blue.",
        "It is green.",
        "Blue in the morning.",
        "Green all day.",
        "Not on Mondays.",
        "On Mondays too.",
        "Hm.",
    ];
    for (at, text) in talk.iter().enumerate() {
        out.push_str(&line(["ana", "ben"][at % 2], text));
    }
    more.iter().for_each(|(author, text)| out.push_str(&line(author, text)));
    out
}

#[test]
fn gh_prints_issues_and_pull_requests() {
    let issue = r#"{"number": 7, "title": " Door\n7 ", "state": "OPEN", "body": "Blue?", "author": {"login": "ana"},
        "createdAt": "2026-11-02T09:00:00Z", "unknown": {"a": [1]}, "closedByPullRequestsReferences": [],
        "comments": [{"author": {"login": "ben"}, "authorAssociation": "MEMBER", "body": "Green.", "createdAt": "2026-11-02T10:00:00Z"},
                     {"author": {"login": "eve"}, "body": "Buy!", "isMinimized": true, "createdAt": "2026-11-02T11:00:00Z"}]}"#;
    let talk = one(issue);
    assert_eq!((talk.title.as_str(), talk.about, talk.state), ("#7 Door 7", About::Matter, State::Open));
    assert_eq!(authors(&talk), ["ana", "ben"]);
    assert!(talk.said[1].has_say && !talk.said[0].has_say);
    let change = r#"{"title": "Door", "state": "MERGED", "mergedAt": "2026-11-02T12:00:00Z", "body": null, "author": null,
        "comments": [], "reviews": [{"author": {"login": "ben"}, "body": "Good.", "submittedAt": "2026-11-02T10:00:00Z", "state": "APPROVED"},
                                    {"author": {"login": "cleo"}, "body": "", "state": "APPROVED"}]}"#;
    let talk = one(change);
    assert_eq!((talk.about, talk.state, authors(&talk)), (About::Patch, State::Merged, vec!["", "ben"]));
}

#[test]
fn rest_comes_in_pages() {
    let issue = r#"{"number": 7, "title": "Door", "state": "closed", "closed_at": "2026-11-03T09:00:00Z", "user": {"login": "ana"},
        "created_at": "2026-11-02T09:00:00Z", "body": "Blue?", "comments": 3, "url": "https://api.example.org/repos/a/b/issues/7"}"#;
    let comment = |who: &str, hour: u8| {
        format!(
            r#"{{"user": {{"login": "{who}", "type": "User"}}, "body": "Green.", "created_at": "2026-11-02T{hour:02}:00:00Z", "issue_url": "https://api.example.org/repos/a/b/issues/7"}}"#
        )
    };
    let pages = format!("{issue}\n[{}, {}]\n[{}]", comment("ben", 12), comment("cleo", 11), comment("dora", 13));
    assert_eq!(authors(&one(&pages)), ["ana", "cleo", "ben", "dora"]);
    let slurped = format!("[[{}], [{}]]", comment("ben", 12), comment("cleo", 13));
    assert_eq!(authors(&one(&slurped)), ["ben", "cleo"]);
    let alone = thread::read(issue).expect_err("its comments are missing");
    assert_eq!(alone.message, "it says that it has 3 comments, and holds none");
    for (part, other) in [("issues/7", "issues/8"), ("a/b", "a/c"), ("a/b", "c/b")] {
        let other = comment("eve", 14).replace(part, other);
        assert_eq!(thread::read(&format!("[{}, {other}]", comment("ben", 12))).expect("two threads").len(), 2);
    }
    let page = issue.replace("api.example.org/repos/a/b/issues", "example.org/a/b/pull").replace("url", "html_url");
    assert_eq!(authors(&one(&format!("{page}\n[{}]", comment("ben", 12)))), ["ana", "ben"]);
}

#[test]
fn what_a_forge_notes_is_no_message() {
    let note = |who: &str, text: &str, is_system: bool| {
        format!(
            r#"{{"author": {{"username": "{who}", "login": "{who}"}}, "body": "{text}", "system": {is_system}, "created_at": "2026-11-02T09:00:00Z"}}"#
        )
    };
    let notes =
        [note("ana", "It starts slowly.", false), note("ben", "assigned to @ben", true), note("ben", "Why?", false)];
    assert_eq!(authors(&one(&format!("[{}]", notes.join(",")))), ["ana", "ben"]);
}

#[test]
fn events_tell_how_it_was_closed() {
    let backup = |event: &str| {
        format!(
            r#"{{"type": "issue", "issue": {{"number": 7, "title": "Door", "state": "closed", "closed_at": "2026-11-03T09:00:00Z"}}, "events": [{event}]}}"#
        )
    };
    let closed = |talk: Talk| (talk.by_change, talk.is_shut);
    let at = r#""created_at": "2026-11-03T09:00:00Z""#;
    assert_eq!(closed(one(&backup(&format!(r#"{{"event": "closed", "commit_id": "4c1d0aa", {at}}}"#)))), (true, false));
    assert_eq!(closed(one(&backup(&format!(r#"{{"event": "closed", "commit_id": null, {at}}}"#)))), (false, false));
    assert_eq!(
        closed(one(&backup(&format!(r#"{{"event": "referenced", "commit_id": "4c1d0aa", {at}}}"#)))),
        (true, false)
    );
    assert_eq!(
        closed(one(&backup(
            r#"{"event": "referenced", "commit_id": "4c1d0aa", "created_at": "2026-10-03T09:00:00Z"}"#
        ))),
        (false, false)
    );
    assert_eq!(closed(one(&backup(r#"{"event": "locked", "lock_reason": "spam"}"#))), (false, true));
    assert_eq!(closed(one(&backup(r#"{"event": "locked", "lock_reason": "resolved"}"#))), (false, false));
}

#[test]
fn an_archive_holds_a_repository() {
    let archive = r#"{"magic": "x", "repo": "a/b",
        "issues": [{"number": 1, "title": "Door", "state": "CLOSED", "author": "ana", "body": "Blue?", "comments": [{"author": "ben", "body": "No."}]},
                   {"number": 2, "title": "Gate", "state": "CLOSED", "author": "ana", "body": "Green?", "comments": []}],
        "pulls": [{"number": 3, "title": "Paint", "state": "MERGED", "author": "ben", "body": "Fixes #1", "comments": [], "reviews": []}]}"#;
    let talks = thread::read(archive).expect("it is known");
    let told: Vec<(&str, bool)> = talks.iter().map(|it| (it.title.as_str(), it.by_change)).collect();
    assert_eq!(told, [("#1 Door", true), ("#2 Gate", false), ("#3 Paint", false)]);
    assert_eq!(talks[0].said[1].author, "ben");
}

#[test]
fn slack_names_its_people() {
    let file = |path: &str, text: &str| slack::File { path: path.to_owned(), text: text.to_owned() };
    let users = r#"[{"id": "U1", "name": "ana", "profile": {"display_name": "Ana Lima"}}, {"id": "U2", "name": "ben", "profile": {}}]"#;
    let day = r#"[{"ts": "1.1", "user": "U1", "thread_ts": "1.1", "text": "<@U2> &lt;b&gt; <https://example.org|here> <#C1|ops> <!here> <<"},
                  {"ts": "2.1", "user": "U2", "thread_ts": "1.1", "text": null}, {"ts": "2.1", "user": "U2", "thread_ts": "1.1"},
                  {"ts": "3.1", "bot_id": "B1", "username": "Clock", "thread_ts": "1.1", "text": "Ding"}, {"ts": "9.1", "user": "U1", "text": "Alone"}]"#;
    let files = [file("users.json", users), file("ops/2026-11-02.json", day), file("ops/notes.json", "no JSON")];
    let talks = slack::read(&files, None).expect("an export");
    assert_eq!(talks.len(), 1);
    assert_eq!(authors(&talks[0]), ["Ana Lima", "ben", "Clock"]);
    assert_eq!(talks[0].said[0].text, "@ben <b> [here](https://example.org) #ops @here <<");
    assert!(talks[0].said[2].is_bot);
    assert!(slack::read(&files, Some("1.1")).is_ok() && slack::read(&files, Some("9.1")).is_err());
    assert!(slack::read(&[file("ops/2026-11-02.json", "{")], None).is_err() && slack::read(&[], None).is_err());
    assert_eq!(authors(&one(day)), ["U1", "U2", "Clock"], "a day alone is known, and its people by their accounts");
}

#[test]
fn what_is_no_thread_says_so() {
    for text in
        ["", "{}", "[1]", "null", "{\"a\": 1}", "word", "{\"author\": \"ana\"}", "{\"text\": \"x\"}", "{", "\u{0}"]
    {
        assert!(thread::read(text).is_err(), "{text:?}");
    }
    let error = |text: &str| thread::read(text).expect_err(text).message;
    assert_eq!(
        error(&(line("ana", "x") + "{\"author\": \"ben\", \"text\": 5}")),
        "line 2: `text` is missing, or no text"
    );
    assert_eq!(error("{\"author\": \"ben\", \"at\": \"noon\", \"text\": \"x\"}"), "line 1: `at` is no moment");
    assert_eq!(thread::read("[]").map(|it| it.len()), Ok(0), "an empty page");
    assert!(thread::read(&"[".repeat(100_000)).is_err());
}

#[test]
fn half_a_character_is_read() {
    let cut = |text: &str| format!("{{\"author\": \"ana\", \"text\": \"{text}\"}}\n");
    let talk = one(&(cut("cut \\ud83d") + &cut("\\ud83d\\ude00")));
    assert_eq!((talk.said[0].text.as_str(), talk.said[1].text.as_str()), ("cut \u{fffd}", "\u{1f600}"));
    let day = r#"[{"ts": "1.1", "user": "U1", "thread_ts": "1.1", "text": "\ud800"}, {"ts": "2.1", "user": "U2", "thread_ts": "1.1", "text": "x"}]"#;
    let file = slack::File { path: "ops/2026-11-02.json".to_owned(), text: day.to_owned() };
    assert_eq!(slack::read(&[file], None).expect("an export")[0].said[0].text, "\u{fffd}");
}

#[test]
fn where_nobody_speaks_somebody_is_told() {
    let made = Repository::with("silent", &[("page.json", "[]")]);
    for args in [&["thread", "page.json"][..], &["thread", "--summary", "page.json"]] {
        let run = made.pingless(args);
        assert_eq!(run.status, 0, "a page of comments may be empty: {run:?}");
        assert!(run.said.contains("warning: page.json: it holds no thread: nothing is looked at"), "{run:?}");
    }
}

#[test]
fn a_summary_is_no_report() {
    let made = Repository::with("summary-form", &[("page.json", "[]")]);
    for form in [&["-f", "json"][..], &["-o", "json=x.json"]] {
        let run = made.pingless(&[&["thread", "--summary", "page.json"], form].concat());
        assert!(run.status == 2 && run.said.contains("`--summary` prints Markdown, and no report"), "{run:?}");
    }
    assert!(!made.root.join("x.json").exists());
}

/// Other programs open the record, and find a thread in it nowhere at the line that it has for us.
#[test]
fn no_line_of_a_thread_is_told_as_one_of_its_record() {
    let said =
        ["In a table.", "Who looks at it?", "Nobody, so far.", "A queue has an alert.", "One more to run.", "Perhaps."];
    let comments = said.iter().zip(10..).map(|(text, day)| {
        json!({ "user": { "login": format!("u{}", day % 2) }, "created_at": format!("2026-11-{day}T09:00:00Z"), "body": text })
    });
    let comments: Vec<Value> = comments.collect();
    let talk = |title: &str, number: u8| {
        json!({ "title": title, "number": number, "state": "closed", "user": { "login": "u1" }, "comments": comments,
            "created_at": "2026-11-09T09:00:00Z", "body": "Where do invoices wait until the printer is free?" })
    };
    let talks = json!([talk("Queue?", 6), talk("Table?", 7)]).to_string();
    let made = Repository::with("lines", &[("talks.json", &talks)]);
    let told = |form: &str| made.pingless(&["thread", "talks.json", "--fail-on", "never", "-f", form]).out;
    let read = |form: &str| -> Value { serde_json::from_str(&told(form)).expect(form) };
    let issues = read("gitlab");
    let issues = issues.as_array().expect("a list");
    assert_eq!(issues.len(), 2, "{issues:?}");
    let names: HashSet<&str> = issues.iter().filter_map(|it| it["fingerprint"].as_str()).collect();
    assert_eq!(names.len(), issues.len());
    assert!(issues.iter().all(|it| it["location"]["lines"]["begin"] == 1), "{issues:?}");
    let sarif = read("sarif");
    let place = &sarif["runs"][0]["results"][0]["locations"][0];
    assert!(
        place["physicalLocation"]["region"].is_null() && place["logicalLocations"][0]["name"].is_string(),
        "{place}"
    );
    assert!(read("rdjson")["diagnostics"][0]["location"]["range"].is_null());
    let junit = told("junit");
    assert!(junit.contains("<system-out>") && !junit.contains(" line=\""), "{junit}");
}

#[test]
fn no_message_breaks_out_of_its_place() {
    let hostile = [
        "ben, 2026-11-18 09:00 UTC:\n\n> We decided for blue.",
        "> > > nested\n> > less\nown",
        "```\nopen fence",
        "<!-- open comment",
        "<details><summary>x",
        "\r\rlone\r\nbreaks\u{2028}more",
        "",
        "{\"author\": \"eve\", \"text\": \"x\"}",
    ];
    for text in hostile {
        let talk =
            one(&(line("ana\nben:", text)
                + &line("ben", "<!-- pingless: allow-file thread-without-outcome: a test -->")));
        let (source, thread) = talk.written("thread");
        assert_eq!(thread.messages.len(), 2, "{text}");
        assert_eq!(thread.messages[0].author, "ana ben:");
        let doc = pingless::document::Document::new(&source);
        assert_eq!(
            doc.directives().len(),
            1,
            "the next message is read as what it is, after {text:?}\n{}",
            source.text
        );
    }
}

#[test]
fn the_last_words_count() {
    let outcome = "thread-without-outcome";
    assert_eq!(rules(&one(&unsettled(&[]))), [outcome]);
    for end in [
        "We decided for blue, because the shop has only that.",
        "Closing: nobody has seen the door since.",
        "Fixed in #14.",
    ] {
        assert!(rules(&one(&unsettled(&[("ben", end)]))).is_empty(), "{end}");
    }
    assert_eq!(
        rules(&one(&unsettled(&[("clock-bot", "Closing: nobody wrote for a month.")]))),
        [outcome],
        "a bot decides nothing"
    );
    assert_eq!(
        rules(&one(&unsettled(&[("ben", "> We decided for blue.\n\nDid we?")]))),
        [outcome],
        "a quote is no decision"
    );
    let patch = unsettled(&[]).replace("\"closed\"", "\"open\", \"about\": \"patch\"");
    assert!(checked(&one(&patch), true).findings.is_empty(), "a change that is still reviewed");
    let alone = unsettled(&[]).replace("\"ben\"", "\"ana\"");
    assert!(checked(&one(&alone), true).findings.is_empty(), "one person is no thread");
    let german = (0..8)
        .map(|at| line(["ana", "ben"][at % 2], "Die Tür ist nicht blau und das ist auch gut so für uns alle."))
        .collect::<String>();
    assert!(checked(&one(&german), true).findings.is_empty(), "another language");
}

#[test]
fn whoever_closes_with_a_comment_says_why() {
    let talk = |at: &str| Talk {
        closed_at: Some(1_000_000),
        said: one(&unsettled(&[]))
            .said
            .into_iter()
            .map(|it| {
                let moment = if it.text == "Hm." { at.parse().ok() } else { Some(1) };
                pingless::thread::Said { at: moment, ..it }
            })
            .collect(),
        ..one(&unsettled(&[]))
    };
    assert!(rules(&talk("1000060")).is_empty());
    assert_eq!(rules(&talk("900000")), ["thread-without-outcome"]);
}

#[test]
fn a_comment_ends_the_matter_and_needs_its_reason() {
    let with = |text: &str| rules(&one(&unsettled(&[("ben", text)])));
    assert!(with("<!-- pingless: sync-better: it is about people -->").is_empty());
    assert_eq!(with("<!-- pingless: sync-better -->"), ["thread-without-outcome", "ineffective-comment"]);
    assert!(with("<!-- pingless: allow thread-without-outcome: it stands in the minutes -->").is_empty());
    assert_eq!(with("`<!-- pingless: sync-better: in code -->`"), ["thread-without-outcome"]);
}

#[test]
fn questions_wait_for_who_was_asked() {
    let dropped = |more: &[(&str, &str)]| rules(&one(&unsettled(more))).contains(&"dropped-question".to_owned());
    assert!(dropped(&[("cleo", "@ben which door do you mean?"), ("dora", "Hm.")]));
    for answered in [
        [("cleo", "@ben which door do you mean?"), ("ben", "The back door.")],
        [("cleo", "@ben which door do you mean?"), ("dora", "@cleo the back door.")],
        [("cleo", "@ben which door do you mean?"), ("dora", "> @ben which door do you mean?\n\nThe back one.")],
        [("cleo", "@ben any update?"), ("dora", "Hm.")],
        [("cleo", "@nobody which door do you mean?"), ("dora", "Hm.")],
        [("cleo", "I like @ben's door, which one is it?"), ("dora", "Hm.")],
        [("cleo", "`@ben which door do you mean?`"), ("dora", "Hm.")],
    ] {
        assert!(!dropped(&answered), "{answered:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}") {
        let _ = thread::read(&text);
    }

    #[test]
    fn any_message_keeps_its_place(
        said in proptest::collection::vec(("[ab@\\n]{0,3}", "([-<>!`~@?*#a \\r\\n\u{e9}]|As I said|@a why|wrote:|```){0,40}"), 1..9)
    ) {
        let text: String = said.iter().map(|(author, text)| line(author, text)).collect();
        let talk = one(&text);
        let (source, thread) = talk.written("thread");
        prop_assert_eq!(thread.messages.len(), said.len());
        for message in &thread.messages {
            prop_assert!(source.text.get(message.body.range()).is_some_and(|it| it.lines().all(|line| line.starts_with('>'))));
        }
        let found = checked(&talk, true);
        for finding in &found.findings {
            prop_assert!(found.text.text().get(finding.at.span.range()).is_some());
        }
        pingless::compose::outcome::skeleton(&source, &thread);
    }
}

#[test]
fn long_threads_are_read_in_time() {
    let started = std::time::Instant::now();
    let many: String = (0..1000)
        .map(|at| {
            line(
                ["ana", "ben", "cleo"][at % 3],
                "@ana which door do you mean? As I said, `it` is the blue one.\n\n> quoted",
            )
        })
        .collect();
    checked(&one(&many), true);
    // Questions that somebody takes up: each was held against all that was said afterwards.
    let ended = line("ben", "Hello.")
        + &line("ana", &"@ben why is it so slow? ".repeat(100)).repeat(20)
        + &line("cleo", "Closing this, it is fixed in #12.");
    assert_eq!(checked(&one(&ended), true).findings.iter().filter(|it| it.rule == "dropped-question").count(), 0);
    let answered = line("ben", "Hello.")
        + &line("ana", &"@ben why is latency high? ".repeat(4000))
        + &line("cleo", &"The latency is bad. ".repeat(4000));
    checked(&one(&answered), true);
    let wide = line("ana", &"@".repeat(1 << 20))
        + &line("ben", &"<".repeat(1 << 16))
        + &line("ana", &"wrote:\n".repeat(1 << 13));
    checked(&one(&wide), true);
    let angles = format!(
        r#"[{{"ts": "1.1", "thread_ts": "1.1", "text": "{0}"}}, {{"ts": "1.2", "thread_ts": "1.1", "text": "{0}"}}]"#,
        "<".repeat(1 << 20)
    );
    assert_eq!(thread::read(&angles).map(|it| it.len()), Ok(1));
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}
