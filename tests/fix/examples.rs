//! Every example of every page and case, and texts of any tokens: what the real rules offer is sound.

use std::path::Path;
use std::sync::LazyLock;
use std::{env, fs};

use pingless::config::Policy;
use pingless::finding::Suggestion;
use pingless::fix::{self, Outcome, Which};
use pingless::lint;
use pingless::rule::{Catalog, Page, Role};
use pingless::settle::Checked;
use pingless::text::Source;
use proptest::prelude::*;
use rayon::prelude::*;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

fn policy() -> Policy {
    Policy { pedantic: true, ..Policy::default() }
}

fn judge(text: &str, like: &Source) -> Checked {
    lint::check(&Source { text: text.to_owned(), ..like.clone() }, &CATALOG, &policy())
}

/// The examples of pages and cases that are single texts.
fn examples() -> Vec<Source> {
    let mut texts = Vec::new();
    for page in CATALOG.rules.iter().filter_map(|rule| CATALOG.page(&rule.id)) {
        texts.extend(of(page));
        let cases = format!("tests/cases/{}.md", page.id);
        if let Ok(text) = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&cases)) {
            texts.extend(page.with_cases(&cases, &text).iter().flat_map(of));
        }
    }
    texts
}

fn of(page: &Page) -> Vec<Source> {
    let is_text = |role: Role| matches!(role, Role::Bad | Role::Good);
    let texts = page.examples.iter().filter(|it| is_text(it.role) && !it.is_thread);
    let source = |it: &pingless::rule::Example| {
        let text = it.text.of(&page.text);
        let source = match &it.at {
            Some(path) => Source::file(path, text),
            None => Source::unnamed("example.md", text),
        };
        Source { kind: it.kind.clone(), ..source }
    };
    texts.map(source).collect()
}

/// The examples, and what is found in each.
static JUDGED: LazyLock<Vec<(Source, Checked)>> = LazyLock::new(|| {
    let judged = |it: Source| {
        let checked = judge(&it.text, &it);
        (it, checked)
    };
    examples().into_par_iter().map(judged).collect()
});

/// How many findings are fixed in a text. What was written must be the same when it is fixed again, and hold no fix any more.
fn is_stable(source: &Source, first: &Checked, fixes: Which) -> usize {
    // Nothing is judged again that is known.
    let judge = |text: &str| if text == source.text { first.clone() } else { judge(text, source) };
    match fix::mend(&source.text, &first.findings, fixes, judge) {
        Outcome::Same => 0,
        Outcome::Endless(rules) => panic!("{rules:?} do not come to an end in {:?}", source.text),
        Outcome::Mended(it) => {
            let again = judge(&it.text);
            let more = fix::mend(&it.text, &again.findings, fixes, judge);
            assert!(matches!(more, Outcome::Same), "once more changes {:?}", it.text);
            it.fixed
        }
    }
}

#[test]
fn every_example_is_fixed_once_and_for_all() {
    assert!(JUDGED.len() > 100, "only {} examples", JUDGED.len());
    let fixed = [Which::Safe, Which::Unsafe]
        .map(|fixes| JUDGED.par_iter().map(|(source, first)| is_stable(source, first, fixes)).collect::<Vec<usize>>());
    let [safe, all] = fixed.each_ref().map(|it| it.iter().sum::<usize>());
    assert!(safe > 0 && all >= safe, "{safe} and {all}");
    // With other line ends and a byte order mark the same is fixed.
    JUDGED.par_iter().zip(&fixed[1]).for_each(|((source, _), plain)| {
        let text = format!("\u{feff}{}", source.text.replace('\n', "\r\n"));
        let other = Source { text, ..source.clone() };
        assert_eq!(is_stable(&other, &judge(&other.text, &other), Which::Unsafe), *plain, "{}", source.text);
    });
}

/// A time of day without a zone is another moment for each reader.
fn is_bare(suggestion: &Suggestion, text: &str) -> bool {
    let clock = regex::Regex::new(r"\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}\s?[ap]\.?m\b").expect("it is a pattern");
    let zone =
        regex::Regex::new(r"^(?::\d{2}|\.\d+)?\s?(?:Z|UTC|GMT|[+\u{2212}-]\d|[A-Z]{2,5}\b|\(?[A-Z][a-z]+/[A-Z])")
            .expect("it is a pattern");
    suggestion.edits.iter().any(|edit| {
        let rest = &text[edit.span.end..];
        let whole = format!("{}{}", edit.text, rest);
        // An offset is a zone itself.
        let is_offset = |at: usize| edit.text[..at].ends_with(['+', '-', '\u{2212}']);
        clock.find_iter(&edit.text).any(|it| !is_offset(it.start()) && !zone.is_match(&whole[it.end()..]))
    })
}

#[test]
fn no_fix_writes_a_bare_local_time() {
    for (source, checked) in JUDGED.iter() {
        for finding in &checked.findings {
            for suggestion in &finding.suggestions {
                assert!(!is_bare(suggestion, &source.text), "{}: {suggestion:?}", finding.rule);
            }
        }
    }
}

/// What has to be closed, as it stands in a text: how many of each are open behind it.
fn open_marks(text: &str) -> [i64; 5] {
    let count = |mark: char| text.matches(mark).count() as i64;
    [
        count('(') - count(')'),
        count('[') - count(']'),
        count('*') % 2,
        count('`') % 2,
        text.matches("**").count() as i64 % 2,
    ]
}

#[test]
fn no_suggestion_leaves_half_of_a_pair() {
    let mut tried = 0;
    for (source, checked) in JUDGED.iter() {
        for (finding, suggestion) in checked.findings.iter().flat_map(|it| it.suggestions.iter().map(move |s| (it, s)))
        {
            let written: String = suggestion.edits.iter().map(|it| it.text.as_str()).collect();
            let gone: String = suggestion.edits.iter().map(|it| it.span.of(&source.text)).collect();
            assert_eq!(open_marks(&written), open_marks(&gone), "{}: {suggestion:?} for {gone:?}", finding.rule);
            tried += 1;
        }
    }
    assert!(tried > 100, "only {tried} suggestions");
}

/// Two ticks that come together would open other code than one.
#[test]
fn an_exception_between_marks_is_not_deleted_unasked() {
    let policy = Policy { pedantic: true, ..Policy::default() };
    for (before, behind, is_safe) in [
        ("`a` by ", " `b`", true),
        ("The code `a` ", "`b` is", true),
        ("The `a`", "`b`", false),
        ("", "\n---\n\nb\n\n---", false),
        ("", "\n\nb\n\n---", true),
        ("1. a\n2. b\n\n", "\n\n1. c", false),
        ("- a\n  - b\n\n", "\n\n- c", false),
        ("- a\n\n", "\n\nc", true),
        ("- a\n\n  ", "\n\n- c", false),
        ("[queue]: https://example.org ", "", false),
        ("foo *", " bar* baz", false),
        ("foo *bar ", "* baz", false),
        ("## Head ab ## ", "", false),
        ("## Head ab ", "", true),
        ("ab\n\n\u{3000}", "\n\ncd", false),
    ] {
        let text = format!("{before}<!-- pingless: allow vague-promise: why -->{behind}\n");
        let checked = lint::check(&Source::unnamed("x", text.as_str()), &CATALOG, &policy);
        let unused = checked.findings.iter().find(|it| it.rule == "unused-allow").expect("it allows nothing");
        assert_eq!(unused.suggestions.iter().any(|it| it.safe), is_safe, "{text}");
    }
    // A run of three ticks ends no code that one has opened: it holds the comment.
    let text = "`- ```\nAsk by <!-- pingless: allow vague-promise: why -->`\n";
    let checked = lint::check(&Source::unnamed("x", text), &CATALOG, &policy);
    assert!(checked.findings.iter().all(|it| it.rule != "unused-allow"), "{:?}", checked.findings);
}

/// What the rules with fixes look for, and what may stand around it.
const TOKENS: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "# A plan\n\n",
    "Status: superceded\n",
    "status: Acepted\n",
    "- ",
    "+ ",
    "*",
    "**",
    "_",
    "## ",
    " ##",
    "[queue]: https://example.org ",
    "[",
    "]",
    "(a)",
    "\u{3000}",
    "\u{a0}",
    "> ",
    "1. ",
    "    ",
    "`",
    "---\n",
    "<!-- pingless: allow ambiguous-deadline: why -->",
    "<!-- pingless: allow ambiguous-deadline, lost-conversation, vague-reference: why -->",
    "<!-- pingless: allow-file unowned-action: why\nso -->",
    "<!--pingless: allow ambiguous-deadline: é -->",
    "<!-- -->",
    "Please merge it by EOD Friday. ",
    "by Friday ",
    "2026-11-20 ",
    "Tuesday, 2026-11-20. ",
    "Date: 2026-11-16\n",
    "text ",
    "é\u{1f600} ",
    "\u{feff}",
    "  ",
    "\t",
    "| a | b |\n|---|---|\n",
    "```\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_fixed_once_and_for_all(
        tokens in prop::collection::vec(prop::sample::select(TOKENS), 0..30),
        with_unsafe: bool,
    ) {
        let text = tokens.concat();
        let source = Source { kind: Some("adr".to_owned()), ..Source::unnamed("x", text) };
        is_stable(&source, &judge(&source.text, &source), Which::with_unsafe(with_unsafe));
    }

    #[test]
    fn a_deleted_exception_leaves_the_text_as_readers_see_it(
        tokens in prop::collection::vec(prop::sample::select(TOKENS), 0..20),
    ) {
        // The mark stands at the beginning only, and a browser never sees it.
        let text: String = tokens.into_iter().filter(|it| *it != "\u{feff}").collect();
        let source = Source::unnamed("x", text.clone());
        let policy = Policy { pedantic: true, ..Policy::default() };
        let judge = |text: &str| {
            let mut checked = lint::check(&Source::unnamed("x", text), &CATALOG, &policy);
            checked.findings.retain(|it| it.rule == "unused-allow");
            checked
        };
        let first = judge(&source.text);
        if let Outcome::Mended(it) = fix::mend(&text, &first.findings, Which::Safe, judge) {
            prop_assert_eq!(seen(&it.text), seen(&text), "{:?} became {:?}", text, it.text);
        }
    }
}

/// What a browser shows of a text: HTML without comments, and without the white space between blocks.
fn seen(text: &str) -> String {
    let mut options = comrak::Options::default();
    options.render.r#unsafe = true;
    options.extension.table = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    let html = comrak::markdown_to_html(text, &options);
    let comment = regex::Regex::new(r"<!--[^<]*?-->").expect("it is a pattern");
    let html = comment.replace_all(&html, "").into_owned();
    html.split_whitespace().collect::<Vec<_>>().join(" ").replace(" <", "<").replace("> ", ">")
}
