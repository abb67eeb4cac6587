//! Texts made of what the rules about sentences look for: days, hours, zones, links, placeholders, asks and people, one
//! after the other in any order, with every sort of line end.

use std::sync::Arc;

use pingless::fix::{self, Outcome, Which};
use pingless::lint::{self, Beside};
use pingless::tree::{Around, Listed, Tree};

use super::*;

const WORDS: &[&str] = &[
    // Days.
    "today",
    "tomorrow",
    "Yesterday",
    "next week",
    "last sprint",
    "by Friday",
    "Mon 23 Nov",
    "Tuesday, November 24, 2026",
    "Friday, 31 June 2026",
    "02/03/2026",
    "Thursday 1/21/2026",
    "(05/09) Ada",
    "3.4.",
    "2026-02-30",
    "2026-11-20T14:05:00+05:45",
    "0000-00-00",
    "9999-12-31",
    "Feb 29",
    "in 3 days",
    "in 99999999999999999999 years",
    "within 2 business days",
    "by the end of Q3",
    "FY27",
    "end of the month",
    "before Easter",
    "this summer",
    "the 31st",
    "EOD",
    "by COB Thursday",
    // Hours and zones.
    "10:30",
    "at 3 pm",
    "24:00",
    "9\u{2013}11 am",
    "noon",
    "midnight",
    "UTC",
    "UTC+25:99",
    "(EST)",
    "IST",
    "CET",
    "Pacific time",
    "my time",
    "Europe/Berlin",
    "\u{2212}07:00",
    "Timezone: CST",
    // What has no end.
    "soon",
    "ASAP",
    "at a later date",
    "when I get a chance",
    "TBD",
    "currently",
    "last 7 days",
    "per week",
    "we will",
    "I'll",
    "it\u{2019}ll land",
    // People.
    "someone should",
    "the team",
    "we need to update",
    "needs to be fixed",
    "@here",
    "@channel",
    "@ada-l",
    "Ada Lovelace:",
    "cc @core",
    "Hi all",
    "Action items:",
    "TODO(ada):",
    // Asks.
    "thoughts?",
    "any updates?",
    "please take a look",
    "can you help",
    "quick question",
    "blocked on",
    "let me know",
    "Could you review this by",
    "unless I hear otherwise",
    // What is pointed at.
    "that ticket",
    "the export thing",
    "as discussed",
    "in our call",
    "offline",
    "on Slack",
    "see above",
    "#12",
    "PROJ-7",
    "`src/gone.rs`",
    "`src/lib.rs:10`",
    "[notes](../notes.md)",
    "[a](there.md#part)",
    "[b](THERE.md#Prat)",
    "[c](%E2%28%A1#%)",
    "[d][e]",
    "\n[e]: /docs/../../x.md 'y'\n",
    "![p](p.png)",
    "<https://drive.google.com/file/d/1/view>",
    "https://github.com/o/r/blob/main/a.rs#L3",
    "http://localhost:3000/",
    "C:\\Users\\ada",
    "<your name>",
    "<CLUSTER_ID>",
    "{{name}}",
    "${HOME}",
    "[insert the owner]",
    "Fixes #(issue)",
    "XXX",
    "<!-- pingless: allow vague-promise, moving-link: why -->",
    // What else stands in texts.
    "# Timeline",
    "## Next steps",
    "Date: 2026-11-20",
    "Due:",
    "- [ ]",
    "1.",
    "|",
    "|---|",
    "> ",
    "```sh\nkubectl get x\n```",
    "**Owner:**",
    "\u{e9}t\u{e9}",
    "\u{130}stanbul",
    "\u{212a}",
    "\u{17f}oon",
    "\u{65e5}\u{672c}",
    "\u{1f600}",
    "\u{301}",
    "\u{fffc}",
    "\u{feff}",
];

const JOINTS: &[&str] = &[
    " \u{2013} ",
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    ": ",
    " (",
    ") ",
    "? ",
    "-",
    "/",
    "",
    " | ",
    "\n",
    "\n",
    "\r\n",
    "\r\n",
    "\r",
    "\n\n",
    "\r\n\r\n",
    "\n- ",
    "\r\n- [ ] ",
    "\n# ",
    "\n> ",
    "\n---\n",
    "\t",
    "\u{a0}",
    "\u{2028}",
];

fn said() -> impl Strategy<Value = String> {
    let part = (prop::sample::select(WORDS), prop::sample::select(JOINTS));
    let parts = prop::collection::vec(part, 0..40);
    (any::<bool>(), parts).prop_map(|(is_marked, parts)| {
        let mark = if is_marked { "\u{feff}" } else { "" };
        mark.chars().map(String::from).chain(parts.iter().map(|(word, joint)| format!("{word}{joint}"))).collect()
    })
}

fn around() -> Around {
    let listed = "docs/a.md\ndocs/there.md#part\nnotes.md#part\nsrc/lib.rs\n- src/gone.rs 1a2b3c4\n- old/x.md 1a2b3c4";
    Around::new(Arc::new(Tree::new(Box::new(Listed::parse(listed)))), "docs/a.md")
}

fn policy(is_dated: bool) -> Policy {
    let now = is_dated.then(|| "2026-12-24T23:59:59Z".parse().expect("a moment"));
    Policy { pedantic: true, now, ..Policy::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_people_say_is_judged_in_any_order(
        text in said(),
        pick in any::<prop::sample::Index>(),
        (is_file, is_dated) in any::<(bool, bool)>(),
    ) {
        let kinds: Vec<&str> = catalog().kind_names().collect();
        let mut source = if is_file { Source::file("docs/a.md", text) } else { Source::unnamed("a.md", text) };
        source.kind = Some((*pick.get(&kinds)).to_owned());
        let around = around();
        let beside = Beside { around: is_file.then_some(&around), ..Beside::default() };
        let checked = lint::check_beside(&source, beside, catalog(), &policy(is_dated));
        for finding in &checked.findings {
            spans(finding).for_each(|span| assert_inside(&source.text, span, &finding.rule));
        }
        let doc = Document::new(&source);
        model(&doc);
        mapping(&doc);
    }

    /// A fix leaves a text that can be read, keeps its byte order mark, and has no second thoughts.
    #[test]
    fn what_people_say_is_mended_once(text in said(), with_unsafe in any::<bool>()) {
        let (around, policy) = (around(), policy(true));
        let judge = |text: &str| {
            let beside = Beside { around: Some(&around), ..Beside::default() };
            lint::check_beside(&Source::file("docs/a.md", text), beside, catalog(), &policy)
        };
        let mend = |text: &str| fix::mend(text, &judge(text).findings, Which::with_unsafe(with_unsafe), judge);
        match mend(&text) {
            Outcome::Same => {}
            Outcome::Endless(rules) => panic!("{rules:?} go round in {}", tail(&text)),
            Outcome::Mended(mended) => {
                assert_eq!(text.starts_with('\u{feff}'), mended.text.starts_with('\u{feff}'), "{}", tail(&text));
                let again = mend(&mended.text);
                assert!(matches!(again, Outcome::Same), "a second time: {} to {again:?}", tail(&mended.text));
            }
        }
    }
}

/// What the rules about sentences look for, each without end: in one line, in lines, and in a list.
#[test]
fn what_people_say_without_end_is_survived() {
    let shapes: Vec<(&str, &str)> =
        WORDS.iter().flat_map(|word| [" ", "\n", "\n\n- "].map(|joint| (*word, joint))).collect();
    let slow = |(word, joint): &(&str, &str)| {
        let unit = format!("{word}{joint}");
        let source = Source::file("docs/a.md", unit.repeat(HOSTILE_BYTES / 2 / unit.len()));
        let (around, started) = (around(), Instant::now());
        let beside = Beside { around: Some(&around), ..Beside::default() };
        lint::check_beside(&source, beside, catalog(), &policy(true));
        let took = started.elapsed();
        (took > LONGEST).then(|| format!("{unit:?}: {} ms", took.as_millis()))
    };
    let (one, other) = shapes.split_at(shapes.len() / 2);
    let slow = |shapes: &[(&str, &str)]| shapes.iter().filter_map(slow).collect::<Vec<_>>();
    let found = std::thread::scope(|scope| {
        let first = scope.spawn(|| slow(one));
        let mut found = slow(other);
        found.extend(first.join().expect("nothing panics"));
        found
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// One exception of thousands of rules costs no more than its length.
#[test]
fn a_long_exception_is_read_once() {
    let names = "vague-promise, ".repeat(4000);
    let text = format!("<!-- pingless: allow {names}moving-link: why -->\n\nA text.\n");
    run("long-exception", &text, "none").expect("it is survived");
}
