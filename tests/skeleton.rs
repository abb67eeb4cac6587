//! What `pingless new` writes, judged by `pingless check`: exactly the questions that stand in it, for every kind.

use jiff::civil::date;
use pingless::compose::new::{self, Known, Now};
use pingless::config::Policy;
use pingless::finding::Finding;
use pingless::lint;
use pingless::rule::skeleton::TITLE_QUESTION;
use pingless::rule::{Catalog, KindPage};
use pingless::settle::Checked;
use pingless::text::{Origin, Source};

/// The kinds that ask for something.
fn asking(catalog: &Catalog) -> impl Iterator<Item = &KindPage> {
    catalog.kinds.iter().filter(|page| page.kind.is_target)
}

fn known() -> Known {
    let now = Now { at: date(2026, 11, 20).at(17, 5, 0, 0), offset: 60 };
    Known {
        title: Some("Blue door".to_owned()),
        author: Some("Ada Lovelace".to_owned()),
        now: Some(now),
        ..Known::default()
    }
}

/// The questions that stand in comments, in order; those of front matter are YAML's.
fn comments(text: &str) -> Vec<&str> {
    let header = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or("", |it| it.0);
    let of_header = header.lines().filter_map(|line| line.split_once("# ")).map(|(_, question)| question);
    let of_text = text.split("<!-- ").skip(1).filter_map(|rest| rest.split_once(" -->")).map(|(question, _)| question);
    of_header.chain(of_text).collect()
}

fn check(catalog: &Catalog, source: &Source, pedantic: bool) -> Checked {
    lint::check(source, catalog, &Policy { pedantic, ..Policy::default() })
}

fn told(finding: &Finding) -> String {
    format!("{} asks: {}", finding.rule, finding.question)
}

/// A text is asked exactly what stands in its comments: by its kind, by its own signs, as a message, and pedantically.
#[track_caller]
fn asks_its_comments(catalog: &Catalog, kind: &str, text: &str) {
    let expected: Vec<String> = comments(text).iter().map(|it| format!("unanswered-question asks: {it}")).collect();
    let unnamed = Source::unnamed("new.md", text);
    let given = Source { kind: Some(kind.to_owned()), ..unnamed.clone() };
    let message = Source { origin: Origin::Message, ..unnamed.clone() };
    for (source, how) in [(given, "--kind"), (unnamed, "a file"), (message, "standard input")] {
        for pedantic in [false, true] {
            let checked = check(catalog, &source, pedantic);
            let found: Vec<String> = checked.findings.iter().map(told).collect();
            assert_eq!(found, expected, "{kind}, {how}, pedantic: {pedantic}\n{text}");
            assert_eq!(checked.recognised.sure(), Some(kind), "{how}\n{text}");
        }
    }
}

#[test]
fn an_unfilled_skeleton_is_asked_exactly_its_questions() {
    let catalog = Catalog::builtin();
    for page in asking(&catalog) {
        let text = new::new(page, &Known::default());
        let questions = page.needs.iter().filter(|need| need.is_askable()).count();
        let title = usize::from(text.contains(TITLE_QUESTION));
        assert_eq!(comments(&text).len(), questions + title, "{}\n{text}", page.kind.name);
        asks_its_comments(&catalog, &page.kind.name, &text);
        let text = new::new(page, &known());
        assert!(comments(&text).len() <= questions, "{text}");
        asks_its_comments(&catalog, &page.kind.name, &text);
    }
}

#[test]
fn what_is_known_is_no_question() {
    let catalog = Catalog::builtin();
    let text = new::new(catalog.kind("adr").expect("it is a kind"), &known());
    assert!(text.starts_with("# Blue door\n\n- Status: <!-- Does"), "{text}");
    assert!(text.contains("\n- Date: 2026-11-20\n- Deciders: Ada Lovelace\n"), "{text}");
    assert_eq!(known().now.map(Now::instant).as_deref(), Some("2026-11-20 17:05 +01:00"));
    let request = new::new(catalog.kind("request").expect("it is a kind"), &known());
    assert!(request.starts_with("Blue door\n\n<!-- Whom do you ask? -->\n"), "{request}");
}

/// Kinds of ours whose page leaves the outline to chance.
#[test]
fn every_kind_of_ours_has_a_skeleton_of_its_own() {
    let catalog = Catalog::builtin();
    let missing: Vec<&str> =
        asking(&catalog).filter(|page| page.skeleton.is_derived).map(|page| &*page.kind.name).collect();
    assert!(missing.is_empty(), "no `## Skeleton` in rules/document/ for {missing:?}");
}

const STANDUP: &str = "\
---
summary: what one person does today
since: 0.1.0
needs:
  day:
    question: Which day is this?
    fields: [day]
  help-wanted:
    summary: this note does not say whether help is wanted
    question: Is anybody waited for?
    headings: [help wanted, waiting for]
---

A note.

````md bad
Today I do this and that.
````

````md good
Day: Friday

Help wanted: none
````
";

#[test]
fn a_user_s_page_without_a_skeleton_gets_one_from_its_needs() {
    let page = ("rules/document/daily.md".to_owned(), STANDUP.to_owned());
    let catalog = Catalog::with_user_pages(&[page]).expect("it is in its form");
    let text = new::new(catalog.kind("daily").expect("it is a kind"), &Known::default());
    let expected = "# <!-- What is this about, in one line? -->\n\nDay: <!-- Which day is this? -->\n\n\
                    ## Help wanted\n\n<!-- Is anybody waited for? -->\n";
    assert_eq!(text, expected);
    asks_its_comments(&catalog, "daily", &text);
}

#[test]
fn front_matter_asks_in_its_own_comments() {
    let skeleton = "---\ntitle: <!-- title -->\nday: <!-- day -->\n---\n\n<!-- help-wanted -->\n";
    let page = ("rules/document/daily.md".to_owned(), format!("{STANDUP}\n````md skeleton\n{skeleton}````\n"));
    let catalog = Catalog::with_user_pages(&[page]).expect("it is in its form");
    let daily = catalog.kind("daily").expect("it is a kind");
    let text = new::new(daily, &Known::default());
    let expected = "---\ntitle: # What is this about, in one line?\nday: # Which day is this?\n---\n\n\
                    <!-- Is anybody waited for? -->\n";
    assert_eq!(text, expected);
    asks_its_comments(&catalog, "daily", &text);
    let title = Some("The \"blue\" door: closed".to_owned());
    let text = new::new(daily, &Known { title, ..Known::default() });
    assert!(text.starts_with("---\ntitle: \"The \\\"blue\\\" door: closed\"\nday: #"), "{text}");
    asks_its_comments(&catalog, "daily", &text);
}

#[track_caller]
fn mistaken(skeleton: &str, message: &str) {
    let page = format!("{STANDUP}\n````md skeleton\n{skeleton}````\n");
    let mistakes = Catalog::with_user_pages(&[("rules/document/daily.md".to_owned(), page)]).expect_err("a mistake");
    assert_eq!(mistakes.iter().map(|it| it.message.as_str()).collect::<Vec<_>>(), [message], "{skeleton}");
}

#[test]
fn a_skeleton_names_each_need_once() {
    mistaken("<!-- day -->\n", "the skeleton has no place for `help-wanted`");
    mistaken("<!-- day -->\n<!-- hepl -->\n", "`hepl` is no need of this page that has a question");
    mistaken("```\n<!-- day -->\n```\n<!-- help-wanted -->\n", "`day` stands in code, where it is no comment");
    mistaken("<!-- day -->\n<!-- day -->\n", "`day` stands in the skeleton already");
}

/// What a filled skeleton forgets is one comment; it is asked as long as nothing answers it.
#[test]
fn a_comment_that_was_forgotten_beside_its_answer_is_not_asked() {
    let catalog = Catalog::builtin();
    let why = catalog.kind("pull-request").and_then(|kind| kind.needs.iter().find(|it| it.slot.name == "why"));
    let question = why.and_then(|it| it.question()).expect("a pull request says why");
    let open = format!("# Blue door\n\n## Why\n\n<!-- {question} -->\n");
    let (first, rest) = question.split_once(' ').expect("a question has words");
    for (text, expected) in [
        (open.clone(), 1),
        (format!("{open}\nCustomers could not find the door.\n"), 0),
        (open.replace(question, &format!("{first}\n     {rest}")), 1),
        (open.replace(first, "However"), 0),
        (format!("```md\n{open}```\n"), 0),
    ] {
        let source = Source { kind: Some("pull-request".to_owned()), ..Source::unnamed("a.md", text.clone()) };
        let found = check(&catalog, &source, false).findings;
        let asked = found.iter().filter(|it| it.rule == "unanswered-question").count();
        assert_eq!(asked, expected, "{text}");
    }
}
