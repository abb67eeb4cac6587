//! The litmus test over whatever lies in a repository: no panic, and no text of a stranger breaks what is printed.

use std::time::{Duration, Instant};

use pingless::document::Document;
use pingless::litmus::page::Said;
use pingless::litmus::{self, Page, Question, World, plain, read};
use pingless::report::litmus as report;
use pingless::rule::Catalog;
use pingless::text::Source;
use proptest::prelude::*;
use serde_json::Value;

/// What answers are made of, and what breaks forms.
const TOKENS: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "# Billing\n\n",
    "## Owner\n\n",
    "Owner: @shop/\u{1b}[2Jbilling\n",
    "## Testing\n\n",
    "## Rollback\n\n",
    "## Support\n\n",
    "## Decision\n\n",
    "## Blocked\n\n",
    "Status: accepted\n",
    "```sh\n",
    "cargo test \u{1b}]0;x\u{7} \"\\\n",
    "kubectl rollout undo deployment/\u{202e}x\n",
    "```\n",
    "Ask in [#billing](https://x.slack.com/archives/C1).\n",
    "Billing turns \"usage\" into <b>invoices</b> & `more`.\n",
    "We decided to keep it because of \u{0}\u{8}\u{9f} it.\n",
    "| Decision | Why | Date |\n|---|---|---|\n| a | b \\| c | 2026-11-01 |\n",
    "- @ana: moves 𝄞 the é numbers.\n",
    "[a](<../../../etc/x>)",
    "::error::x\n",
    "\u{2028}",
    "---\nsystem: \"\u{1b}x\"\nreview by: 9999-99-99\n---\n",
];

const PATHS: &[&str] = &[
    "README.md",
    "services/a/README.md",
    "services/\u{1b}[31m/README.md",
    "services/\"b\\/README.md",
    "docs/adr/0001-\u{202e}x.md",
    "status/2026-11-18.md",
    "runbooks/a\nb.md",
    "é𝄞/README.md",
    "docs/<script>.md",
];

fn text() -> impl Strategy<Value = String> {
    let token = prop_oneof![4 => prop::sample::select(TOKENS).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(token, 0..40).prop_map(|it| it.concat())
}

fn page(path: &str, text: &str, catalog: &Catalog) -> Page {
    let source = Source::file(path.to_owned(), text.to_owned());
    let doc = Document::new(&source);
    let recognised = pingless::kind::recognise(&doc, catalog.kinds.iter().map(|it| &it.kind));
    read::document(&doc, &recognised, path)
}

/// Whether a terminal would take a letter for an order.
fn is_order(letter: char) -> bool {
    letter.is_control() && letter != '\n' || ('\u{202a}'..='\u{202e}').contains(&letter)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strangers_break_no_form(texts in prop::collection::vec((prop::sample::select(PATHS), text()), 1..6), owners in any::<String>()) {
        let catalog = Catalog::with_user_pages(&[]).expect("our own pages");
        let schema = serde_json::to_value(report::schema()).expect("plain JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let mut pages: Vec<Page> = texts.iter().map(|(path, text)| page(path, text, &catalog)).collect();
        pages.extend(["services/a/package.json", "services/a/OWNERS", "CODEOWNERS"].map(|it| plain::read(it, &owners)));
        let mut files: Vec<String> = pages.iter().map(|it| it.path.clone()).collect();
        files.extend(["services/\u{1b}[31m/Dockerfile".to_owned(), "services/\"b\\/go.mod".to_owned()]);
        files.sort();
        let owners = litmus::Owners::read("CODEOWNERS", owners);
        let world = World { name: "\u{1b}]0;x\u{7}<b>", files: &files, owners: Some(&owners), ..World::default() };
        let litmus = litmus::judge(&pages, &world);
        let json = report::json(&litmus, None);
        let value: Value = serde_json::from_str(&json).expect("it is JSON");
        prop_assert!(validator.is_valid(&value), "{json}");
        let human = report::human(&litmus, None, true);
        prop_assert!(!human.contains(is_order), "{human:?}");
        prop_assert!(!json.contains(|it: char| it.is_control() && it != '\n'), "{json:?}");
    }
}

/// A part of so many lines is not read anew for each of them.
#[test]
fn a_long_passage_is_read_once() {
    const LONGEST: Duration = Duration::from_secs(10);
    let catalog = Catalog::with_user_pages(&[]).expect("our own pages");
    for line in ["We talk about the shop now and then.\n", "we talk about the shop now and then\n"] {
        let text = format!("# Shop\n\n## Support\n\n{}Ask in #shop on Slack.\n", line.repeat(8000));
        let started = Instant::now();
        let page = page("README.md", &text, &catalog);
        assert!(started.elapsed() < LONGEST, "{:?}", started.elapsed());
        let asked: Vec<usize> = page.said.iter().filter(|it| it.question == Question::Ask).map(|it| it.line).collect();
        assert_eq!(asked.first(), Some(&8005));
    }
}

/// What a place speaks of is found out once, and not anew for each of all systems.
#[test]
fn many_systems_are_told_apart_in_time() {
    const MANY: usize = 600;
    const LONGEST: Duration = Duration::from_secs(10);
    let catalog = Catalog::with_user_pages(&[]).expect("our own pages");
    let files: Vec<String> = (0..MANY).map(|it| format!("services/till{it}/package.json")).collect();
    let own =
        |it| page(&format!("services/till{it}/README.md"), "# Service\n\n## Run\n\n```sh\nmake up\n```\n", &catalog);
    let said = |it| Said {
        question: Question::Owner,
        rank: 0,
        line: it + 1,
        quote: format!("Owner: @shop/till{it}"),
        headings: vec![format!("the service till{it}")],
        leads_to: Vec::new(),
        day: None,
        is_mention: false,
    };
    let said = (0..MANY).map(said).collect();
    let shared = Page { path: "docs/owners.md".to_owned(), is_document: true, said, ..Page::default() };
    let mut pages: Vec<Page> = (0..MANY).map(own).collect();
    pages.push(shared);
    let world = World { name: "shop", files: &files, ..World::default() };
    let started = Instant::now();
    let litmus = litmus::judge(&pages, &world);
    assert!(started.elapsed() < LONGEST, "{:?}", started.elapsed());
    assert_eq!(litmus.systems.len(), MANY);
    let owned = |it: &litmus::System| {
        let answer = it.answers.iter().find(|it| it.question == Question::Owner).and_then(|it| it.evidence.as_ref());
        answer.is_some_and(|told| told.quote.ends_with(it.name.rsplit('/').next().unwrap_or_default()))
    };
    let lost: Vec<_> = litmus.systems.iter().filter(|it| !owned(it)).take(2).collect();
    assert!(lost.is_empty(), "{lost:?}");
}
