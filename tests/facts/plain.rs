//! Assumptions in the comments of other texts, and what is said of those that compare nothing.

use std::sync::Arc;

use jiff::tz::TimeZone;
use pingless::config::Policy;
use pingless::corpus::{Corpus, Setting};
use pingless::link;
use pingless::lint::{self, Beside, Detail};
use pingless::rule::Catalog;
use pingless::summary::{Import, Summary};
use pingless::text::Source;
use pingless::words::readers::{Readers, Zone};
use proptest::prelude::*;

fn imports(text: &str) -> Vec<Import> {
    Summary::of_plain("a", "a", text).map(|it| it.imports.to_vec()).unwrap_or_default()
}

/// The assumed value, and the constant.
fn read(text: &str) -> Option<(Option<String>, Option<String>)> {
    let it = imports(text).pop()?;
    Some((it.value, it.constant.and_then(|it| it.value)))
}

fn some(value: &str, constant: &str) -> Option<(Option<String>, Option<String>)> {
    Some((Some(value.to_owned()), Some(constant.to_owned()).filter(|it| !it.is_empty())))
}

#[test]
fn comments_of_many_languages() {
    for text in [
        "# pingless: assumes a.b = 15 min",
        "x = 1  # pingless: assumes a.b = 15 min",
        "// pingless: assumes a.b = 15 min\r\n",
        "/* pingless: assumes a.b = 15 min */",
        "/**\n * pingless: assumes a.b = 15 min\n */",
        "-- pingless: assumes a.b = 15 min",
        ";; pingless: assumes a.b = 15 min",
        "<!-- pingless: assumes a.b = 15 min -->",
        "(* pingless: assumes a.b = 15 min *)",
        "{- pingless: assumes a.b = 15 min -}",
        "% pingless: assumes a.b = 15 min",
        "REM pingless: assumes a.b = 15 min",
    ] {
        assert_eq!(read(text), some("15 min", ""), "{text}");
    }
    for text in [
        "print(\"# pingless: assumes a.b = 1\")",
        "pingless: assumes a.b = 1",
        "x pingless: assumes a.b = 1",
        "# pingless: allow a: b",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn the_constant_stands_on_the_line_or_on_the_next_one() {
    for (text, value) in [
        ("# pingless: assumes a.b = 15 min at=\"T *= *(.+)\"\nT = 15m\n", "15m"),
        ("# pingless: assumes a.b = 15 min at=\"T = (.+)\" unit=s\nT = 15 * 60\n", "900 s"),
        ("T = 900 # pingless: assumes a.b = 15 min at='T = ([0-9]+)' unit=s\nT = 5\n", "900 s"),
        ("// pingless: assumes a.b = 15 min at=\"T: u64 = (.+)\" unit=ms\n\nconst T: u64 = 900_000u64;\n", "900000 ms"),
        ("# pingless: assumes a.b = 15 min at=\"T = ([0-9]+)\" unit=s\nT = 15 * 60  # as agreed\n", "900 s"),
        ("# pingless: assumes a.b = 15 min at=\"T = ([0-9]+)\" unit=s\nT = 900 # * 2\n", "900 s"),
        ("# pingless: assumes a.b = 15 min at=\"T = ([0-9]+)\" unit=s\nT = 900* at most\n", "900 s"),
        ("# pingless: assumes a.b = 15 min at=\"15m\"\n# pingless: assumes c.d = 1\nT = 15m\n", "15m"),
        ("/* pingless: assumes a.b = strict at='mode = (.+)' */\nmode = \"strict\";\n", "strict"),
    ] {
        let import = imports(text).into_iter().next().expect("it assumes something");
        let constant = import.constant.expect("it has an expression");
        assert_eq!(constant.value.as_deref(), Some(value), "{text}");
        let line = text[..constant.spot.start as usize].matches('\n').count() + 1;
        assert_eq!(constant.spot.line as usize, line, "{text}");
    }
    assert_eq!(read("# pingless: assumes a.b = 1 at=\"T\"\n\n\n"), some("1", ""));
}

#[test]
fn mistakes_are_told_at_their_places() {
    for (text, place, said) in [
        ("# pingless: assumes a.b = 1 at=\"(\"", "(", "this is no expression"),
        ("# pingless: fact a.b = 1", "pingless: fact a.b = 1", "facts are declared in documents"),
        ("# pingless: assumes refresh = 1", "refresh", "no id of a fact"),
    ] {
        let summary = Summary::of_plain("a", "a", text).expect("it means to assume something");
        let [problem] = summary.problems.as_slice() else { panic!("{summary:?}") };
        assert!(problem.text.contains(said), "{problem:?}");
        assert_eq!(problem.spot.span().of(text), place);
    }
}

#[test]
fn expressions_of_one_text_cost_no_more_than_it_is_long() {
    let marker = |states: u32| {
        format!("# pingless: assumes a.b at=\"(?:[a-m]?[n-z]?){{{states}}}([0-9]+)\"\nT = {}5\n", "an".repeat(80))
    };
    let untried = |text: &str| {
        let summary = Summary::of_plain("a", "a", text).expect("it assumes something");
        let tried = summary.imports.iter().filter(|it| it.constant.is_some()).count();
        (tried, summary.problems.iter().map(|it| (it.spot.line, it.text.contains("take too long"))).collect::<Vec<_>>())
    };
    let all: String = (0..400).map(|it| marker(90 + it % 20)).collect();
    let (tried, problems) = untried(&all);
    let [(line, true)] = problems.as_slice() else { panic!("{problems:?}") };
    assert!(tried < 250 && *line as usize == 2 * tried + 1, "{tried}, {line}");
    // The first is tried, however little else the text holds, and so are all that people write.
    assert_eq!(untried(&marker(110)), (1, vec![]));
    let people =
        "// pingless: assumes a.b at=\"LIMIT_OF_ALL *= *(.{0,60}[0-9]+)\"\nconst LIMIT_OF_ALL = 15;\n".repeat(2000);
    assert_eq!(untried(&people), (2000, vec![]));
}

#[test]
fn a_day_is_asked_for_its_zone_where_readers_are_far_apart() {
    let catalog = Catalog::builtin();
    let text = "# Shares\n\nIt is kept. <!-- pingless: fact share.link = 1 h since=2026-11-17 -->\n";
    let wanted = Beside { summary: Detail::Whole, ..Beside::default() };
    let checked = lint::check_beside(&Source::file("a.md", text), wanted, &catalog, &Policy::default());
    let all = [*checked.summary.expect("it was wanted")];
    let told = |zones: &[&str]| {
        let zone = |name: &&str| Zone { name: (*name).to_owned(), zone: TimeZone::get(name).expect(name) };
        let readers = Readers { zones: zones.iter().map(zone).collect(), ..Readers::default() };
        let setting = Setting { readers: Arc::new(readers), ..Setting::default() };
        link::link(&Corpus::new(&all, setting), &catalog, |it| it.id == "fact-without-zone")[0].flags().count()
    };
    assert_eq!(told(&["Europe/Berlin", "Asia/Tokyo"]), 1);
    assert_eq!(told(&["Europe/Berlin", "Asia/Dubai"]), 0);
    assert_eq!(told(&["Asia/Tokyo"]), 0);
    assert_eq!(told(&[]), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_it(before in any::<String>(), behind in any::<String>(), next in any::<String>()) {
        for open in ["#", "//", "<!--"] {
            let text = format!("{before}\n{open} pingless: assumes a.b = {behind} at=\"(.)\"\n{next}");
            if let Some(summary) = Summary::of_plain("a", "a", &text) {
                for import in &summary.imports {
                    let _ = import.spot.span().of(&text);
                    let _ = import.constant.as_ref().map(|it| it.spot.span().of(&text));
                }
            }
        }
    }
}
