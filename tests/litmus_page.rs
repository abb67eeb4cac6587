//! The page of `pingless litmus`, read as browsers read it: what a stranger wrote stays words, whatever it is, and the
//! order, the tables and the figures are what somebody without sight or script needs, too.

#[path = "litmus_page/sample.rs"]
mod sample;

use std::collections::BTreeSet;

use pingless::litmus::trend::Trend;
use pingless::litmus::{Litmus, Question};
use pingless::report::escape;
use pingless::report::html::{self, Html};
use pingless::report::litmus::html::{Page, print};
use proptest::prelude::*;
use sample::HOSTILE;
use scraper::{ElementRef, Html as Parsed, Selector};

/// What a page shows in the place of a word.
fn shown(words: &str) -> String {
    let is_no_character = |it: char| matches!(it, '\u{fdd0}'..='\u{fdef}') || u32::from(it) & 0xfffe == 0xfffe;
    let show = |it: char| match escape::is_unsafe(it) || is_no_character(it) {
        true => it.escape_unicode().to_string(),
        false => it.to_string(),
    };
    words.chars().map(show).collect()
}

fn all<'d>(document: &'d Parsed, selector: &str) -> Vec<ElementRef<'d>> {
    document.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn words(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(document: &Parsed, selector: &str) -> Vec<String> {
    all(document, selector).into_iter().map(words).collect()
}

fn page(litmus: &Litmus, page: Page) -> Parsed {
    let text = print(litmus, page);
    let parsed = Parsed::parse_document(&text);
    assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
    parsed
}

/// The elements in their order, each with the names of its attributes.
fn skeleton(document: &Parsed) -> Vec<String> {
    let element = |it: ElementRef| {
        let names: BTreeSet<&str> = it.value().attrs().map(|it| it.0).collect();
        format!("{} {names:?}", it.value().name())
    };
    all(document, "*").into_iter().map(element).collect()
}

/// Words of which some are made to do harm.
fn strange() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(HOSTILE).prop_map(str::to_owned),
        prop::sample::select(
            &["<", ">", "&", "\"", "'", "`", "=", "/", "#", "##", "&#", ";", "--", "\t", " ", "<!", "<?"][..]
        )
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        any::<Vec<u8>>().prop_map(|it| String::from_utf8_lossy(&it).into_owned()),
    ];
    prop::collection::vec(piece, 1..6).prop_map(|it| it.concat()).prop_filter("a name", |it| !it.is_empty())
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn any_words_stay_words(words in strange()) {
        let mut html = Html::default();
        html.element("p", &[("title", &words), ("data-end", "")], |it| {
            it.text(&words);
        });
        let text = html.finish();
        let parsed = Parsed::parse_fragment(&text);
        prop_assert_eq!(all(&parsed, "*").len(), 2, "{}", text);
        let found = all(&parsed, "p")[0];
        prop_assert_eq!(found.text().collect::<String>(), shown(&words));
        prop_assert_eq!(found.attr("title"), Some(&*shown(&words)));
        prop_assert_eq!(found.value().attrs().count(), 2);
        prop_assert!(found.children().all(|it| it.value().is_text()));
        prop_assert!(!html::text(&words).contains(['<', '>', '"', '\'', '\n', '\r', '\0']));
    }
}

/// An outcome in which all that a stranger may choose is these words.
fn told(words: &str) -> (Litmus, Trend) {
    let mut litmus = sample::litmus(&[]);
    litmus.systems.truncate(2);
    for system in &mut litmus.systems {
        system.name = words.to_owned();
        system.paths = vec![format!("at {words}")];
        for evidence in system.answers.iter_mut().filter_map(|it| it.evidence.as_mut()) {
            evidence.path = words.to_owned();
            evidence.quote = words.to_owned();
        }
    }
    let mut trend = sample::trend(&[]);
    trend.points.truncate(3);
    for point in &mut trend.points {
        point.systems.truncate(1);
        point.systems[0].0 = words.to_owned();
        point.commit = words.to_owned();
    }
    (litmus, trend)
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn no_stranger_changes_the_page(words in strange()) {
        let whole = |words: &str, root| {
            let (litmus, trend) = told(words);
            page(&litmus, Page { name: words, commit: Some(words), root, trend: Some(&trend) })
        };
        let found = whole(&words, None);
        let (found_elements, plain) = (skeleton(&found), skeleton(&whole("plain", None)));
        let first = found_elements.iter().zip(&plain).find(|(found, plain)| found != plain);
        prop_assert_eq!(first, None);
        prop_assert_eq!(found_elements.len(), plain.len());
        let shown = shown(&words);
        for element in all(&found, "bdi") {
            let text = element.text().collect::<String>();
            prop_assert!(text == shown || text == format!("at {shown}"), "{}", text);
        }
        for link in all(&whole(&words, Some("../")), "a.place") {
            let target = link.attr("href").expect("a target");
            let rest = target.strip_prefix("../").expect("it is below the root");
            prop_assert!(rest.bytes().all(|it| it.is_ascii_alphanumeric() || b"-._~/%".contains(&it)), "{}", target);
            prop_assert!(rest.split('/').all(|it| !it.is_empty() && it != "." && it != ".."), "{}", target);
        }
    }
}

#[test]
fn nothing_hostile_is_linked() {
    let litmus = sample::litmus(HOSTILE);
    let found = page(&litmus, Page { name: "shop", root: Some(""), ..Page::default() });
    let linked: BTreeSet<String> =
        all(&found, "a.place").iter().map(|it| it.attr("href").unwrap_or("").to_owned()).collect();
    assert!(linked.contains("billing/README.md"), "{linked:?}");
    assert!(!linked.iter().any(|it| it.contains(':') || it.starts_with('/') || it.contains("..")), "{linked:?}");
    let elsewhere = page(&litmus, Page { name: "shop", ..Page::default() });
    assert!(all(&elsewhere, "a.place").is_empty());
}

#[test]
fn the_open_questions_come_first() {
    let litmus = sample::litmus(HOSTILE);
    let trend = sample::trend(HOSTILE);
    let found = page(&litmus, Page { name: "shop", commit: Some("3f1c9ab"), root: None, trend: Some(&trend) });
    let sections: Vec<&str> = all(&found, "main > section").iter().filter_map(|it| it.attr("id")).collect();
    assert_eq!(sections, ["open", "systems", "answers", "figures", "trend"]);
    let links: Vec<&str> = all(&found, "nav a").iter().filter_map(|it| it.attr("href")).collect();
    assert_eq!(links, ["#open", "#systems", "#answers", "#figures", "#trend"]);
    let share = litmus.answered();
    assert_eq!(all(&found, ".gaps ul li").len(), sample::listed(&litmus));
    assert!(!texts(&found, ".gaps h3").contains(&"Every system".to_owned()), "docs has no open question");
    assert_eq!(all(&found, ".bars tbody tr").len(), litmus.systems.len());
    assert_eq!(all(&found, ".evidence .none").len(), share.all - share.part);
    assert_eq!(all(&found, ".evidence .place").len(), share.part);
    assert_eq!(all(&found, ".matrix td").len(), litmus.systems.len() * Question::ALL.len());
    assert_eq!(all(&found, ".matrix .yes").len(), share.part);
    assert_eq!(all(&found, ".matrix .unasked").len(), 1);
    assert_eq!(all(&found, ".points tbody tr").len(), trend.points.len());
    let verdict = words(all(&found, ".verdict")[0]);
    assert!(
        verdict.starts_with(&format!("{} of {} questions have no answer", share.all - share.part, share.all)),
        "{verdict}"
    );
    assert!(verdict.ends_with("1 of 20 systems could be picked up from the texts alone."), "{verdict}");
}

#[test]
fn a_page_is_whole_in_itself() {
    let found =
        page(&sample::litmus(HOSTILE), Page { name: "shop", trend: Some(&sample::trend(HOSTILE)), ..Page::default() });
    for name in ["script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use"] {
        assert!(all(&found, name).is_empty(), "{name}");
    }
    assert!(all(&found, "[style], [src], [srcdoc], [background]").is_empty());
    let attributes = all(&found, "*").into_iter().flat_map(|it| it.value().attrs().map(|it| it.0).collect::<Vec<_>>());
    assert!(!attributes.into_iter().any(|it| it.starts_with("on")));
    assert!(all(&found, "a").iter().all(|it| it.attr("href").is_some_and(|it| it.starts_with('#'))));
    let style = all(&found, "style");
    assert_eq!(style.len(), 1);
    assert!(!style[0].inner_html().contains("url(") && !style[0].inner_html().contains("@import"));
    let policy = all(&found, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").expect("a policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe"));
}

#[test]
fn it_can_be_heard() {
    let found =
        page(&sample::litmus(HOSTILE), Page { name: "shop", trend: Some(&sample::trend(HOSTILE)), ..Page::default() });
    let mut before = 0;
    for heading in all(&found, "h1, h2, h3, h4") {
        let level = usize::from(heading.value().name().as_bytes()[1] - b'0');
        assert!(level <= before + 1, "{}", words(heading));
        before = level;
    }
    assert_eq!(all(&found, "h1").len(), 1);
    assert_eq!(all(&found, "table").len(), all(&found, "table > caption").len());
    assert!(all(&found, "th").iter().all(|it| matches!(it.attr("scope"), Some("col" | "row"))));
    assert!(
        all(&found, "svg").iter().all(|it| it.attr("aria-hidden") == Some("true")),
        "what is drawn is also written"
    );
    let ids: Vec<&str> = all(&found, "[id]").iter().filter_map(|it| it.attr("id")).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "each is there once");
    for target in all(&found, "a").iter().filter_map(|it| it.attr("href")?.strip_prefix('#')) {
        assert!(ids.contains(&target), "{target}");
    }
    for labelled in all(&found, "[aria-labelledby]") {
        assert!(ids.contains(&labelled.attr("aria-labelledby").expect("an id")));
    }
}

#[test]
fn what_is_not_there_is_not_promised() {
    let nothing = page(&Litmus::default(), Page { name: "empty", ..Page::default() });
    assert_eq!(texts(&nothing, ".verdict"), ["Nothing was asked: there is no system here."]);
    let sections: Vec<&str> = all(&nothing, "main > section").iter().filter_map(|it| it.attr("id")).collect();
    assert_eq!(sections, ["open", "systems", "answers"]);
    let mut whole = sample::litmus(&[]);
    whole.systems = vec![sample::system("docs", "docs/README.md", "All of it.", 13)];
    let found = page(&whole, Page { name: "shop", ..Page::default() });
    assert_eq!(
        texts(&found, ".verdict"),
        ["All 13 questions are answered by the texts. It could be picked up from its texts alone."]
    );
    assert!(all(&found, ".gaps, .cures").is_empty());
}

#[test]
fn a_trend_of_one_point_is_no_line() {
    let mut trend = sample::trend(&[]);
    trend.points.truncate(1);
    let found = page(&sample::litmus(&[]), Page { name: "shop", trend: Some(&trend), ..Page::default() });
    assert!(all(&found, ".chart").is_empty());
    assert_eq!(all(&found, ".points tbody tr").len(), 1);
    let none = page(&sample::litmus(&[]), Page { name: "shop", trend: Some(&Trend::default()), ..Page::default() });
    assert!(all(&none, "#trend").is_empty());
}

#[test]
fn a_system_that_comes_or_goes_has_a_course_of_its_own() {
    let trend = sample::trend(&[]);
    let found = page(&sample::litmus(&[]), Page { name: "shop", trend: Some(&trend), ..Page::default() });
    let rows = texts(&found, ".courses tbody tr");
    assert!(rows.iter().any(|it| it.starts_with("searchno longer there")), "{rows:?}");
    let points = texts(&found, ".points tbody tr");
    assert!(points[0].ends_with("13"), "{points:?}");
    assert!(points[17].ends_with("not there"), "{points:?}");
}

#[test]
fn what_is_open_everywhere_is_said_once() {
    let mut litmus = sample::litmus(&[]);
    litmus.systems = vec![
        sample::system("a", "a/README.md", "One.", 4),
        sample::system("b", "b/README.md", "Two.", 4),
        sample::system("cccc", "c/README.md", "Three.", 4),
    ];
    let found = page(&litmus, Page { name: "shop", ..Page::default() });
    assert_eq!(all(&found, ".gaps ul li").len(), sample::listed(&litmus));
    let first = all(&found, ".gaps > li")[0];
    assert!(words(first).starts_with("Every systemopen in all 3"), "{}", words(first));
}
