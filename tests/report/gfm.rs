//! The summary and the comment, as GitHub shows them: rendered by its own grammar, they hold our tags and our links, and
//! of a stranger only words.

use std::fs;
use std::path::Path;

use comrak::{Options, markdown_to_html};
use pingless::config::Policy;
use pingless::finding::Level;
use pingless::lint;
use pingless::report::cap::Cap;
use pingless::report::{self, Format, Look, url};
use pingless::rule::Catalog;
use pingless::settle::Report;
use pingless::template::Template;
use pingless::text::{Origin, Source};
use proptest::prelude::*;
use regex::Regex;

use crate::{hostile, sample};

/// GitHub's dialect, with every extension that gives words a meaning, and without its cleaning.
fn rendered(markdown: &str) -> String {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    options.extension.math_dollars = true;
    options.extension.math_code = true;
    options.render.r#unsafe = true;
    markdown_to_html(markdown, &options)
}

const TAGS: &str = "h2 h3 p table thead tbody tr th td strong code pre ul li a details summary";

/// What of a rendered text a stranger could have meant something by.
fn faults(html: &str) -> Vec<String> {
    // A price, and no mathematics; what stands around it does not meet.
    let html = &html.replace("<span>$</span>", " ");
    let tag = Regex::new(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>").expect("a constant pattern");
    let mut faults = Vec::new();
    for found in tag.captures_iter(html) {
        let (name, attributes) = (&found[2], found[3].trim());
        let is_ours = TAGS.split(' ').any(|it| it == name);
        let is_known = match name {
            "a" => found[1].len() == 1 || attributes.starts_with(&format!("href=\"{}/blob/main/rules/", url::HOME)),
            "code" => attributes.is_empty() || attributes == "class=\"language-md\"",
            "th" | "td" => attributes.is_empty() || attributes.starts_with("align="),
            _ => attributes.is_empty(),
        };
        if !is_ours || !is_known {
            faults.push(found[0].to_owned());
        }
    }
    let comment = Regex::new(r"<!--").expect("a constant pattern");
    let comments = comment.find_iter(html).count();
    if comments > html.matches("<!-- pingless:comment -->").count() {
        faults.push("a comment".to_owned());
    }
    let code = Regex::new(r"(?s)<code[^>]*>.*?</code>").expect("a constant pattern");
    // What stands on both sides of code is no one word.
    let words = tag.replace_all(&code.replace_all(html, "\u{fffc}"), "").into_owned();
    let words = words.replace("<!-- pingless:comment -->", "").replace("&quot;", "\"").replace("&amp;", "&");
    for sign in [r"@[A-Za-z0-9]", r"#[0-9]", r"(?i)gh-[0-9]", r"https?://", r"(?i)www\.", r":[a-z+]+:", r"\$[^ ]"] {
        let sign = Regex::new(sign).expect("a constant pattern");
        faults.extend(sign.find(&words).map(|it| it.as_str().to_owned()));
    }
    faults
}

fn print(report: &Report, format: Format) -> String {
    report::print(report, &sample::catalog(), format, &Look::plain(Cap::TREE))
}

#[test]
fn of_a_stranger_only_words_are_shown() {
    let catalog = sample::catalog();
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) };
    proptest!(config, |(strange in prop::collection::vec(hostile::words(), 9))| {
        let report = hostile::report(&strange, &catalog);
        for format in [Format::Summary, Format::Comment] {
            let text = report::print(&report, &catalog, format, &Look::plain(Cap::TREE));
            let html = rendered(&text);
            prop_assert_eq!(faults(&html), Vec::<String>::new(), "{}\n{}", text, html);
        }
        let html = rendered(&report::print(&report, &catalog, Format::Summary, &Look::plain(Cap::TREE)));
        // A row for the head of each table, for each question of the kind, and for each finding.
        let (rows, heads, cells) = (html.matches("<tr>").count(), html.matches("<thead>").count(), html.matches("<td").count());
        let [of_file, of_text] = [0, 1].map(|at| report.documents[at].findings.len());
        let questions = rows - heads - of_file - of_text;
        prop_assert!(heads <= 3 && questions <= report.documents[1].slots.len(), "{}", html);
        prop_assert_eq!(cells, of_file * 4 + of_text * 3 + questions * 2, "{}", html);
    });
}

/// Whoever looks for a sign has to be able to find one.
#[test]
fn signs_are_seen() {
    for text in ["ping @ana", "see #12", "GH-3", "<https://a.example>", "<b>x</b>", "![a](b)", "<!-- x -->", "x :tada:"]
    {
        assert!(!faults(&rendered(text)).is_empty(), "{text}");
    }
    assert!(faults(&rendered("`@ana #12` and **words** at 17:00")).is_empty());
    assert!(faults(&rendered("\\@`ana`0 and \\#`a`12")).is_empty());
}

#[test]
fn a_comment_is_about_texts_that_are_no_file() {
    let catalog = sample::catalog();
    let mut report = sample::report(&catalog);
    let text = print(&report, Format::Comment);
    assert!(text.starts_with("<!-- pingless:comment -->\n"), "{text}");
    assert_eq!(text.matches("\n- **").count(), 1, "{text}");
    assert!(text.ends_with("\nAlso, in 7 files: 11 errors, 1 warning, 1 note.\n"), "{text}");
    report.documents.retain(|it| it.origin == Origin::File);
    assert_eq!(print(&report, Format::Comment), "");
    assert_eq!(print(&Report::default(), Format::Comment), "");
}

#[test]
fn a_summary_has_room_and_says_what_has_not() {
    let catalog = sample::catalog();
    let mut report = Report::default();
    for number in 0..40 {
        let source = Source::file(format!("docs/{number}.md"), "It comes soonish.\n\n".repeat(100));
        let mut document = lint::check(&source, &catalog, &Policy::default());
        document.findings.iter_mut().for_each(|it| it.message = "long ".repeat(60).into());
        report.documents.push(document);
        if number == 0 {
            assert!(!print(&report, Format::Summary).contains("did not fit"));
        }
    }
    let text = report::print(&report, &catalog, Format::Summary, &Look::plain(Cap::NONE));
    assert!(text.len() <= 901 * 1024, "{}", text.len());
    assert!(text.contains("did not fit in here; the JSON report has them."));
}

/// The log shows a few, and names the summary for all others.
#[test]
fn a_summary_holds_what_a_screen_does_not_and_the_worst_of_what_it_cannot() {
    let catalog = sample::catalog();
    let told = |places: usize| {
        let words = "It comes soonish.\n\n".repeat(places);
        let source = Source::new("pull request #7", words, Origin::Message);
        let mut document = lint::check(&source, &catalog, &Policy::default());
        document.findings.iter_mut().skip(1).for_each(|it| it.level = Level::Note);
        let report = Report { documents: vec![document], ..Report::default() };
        report::print(&report, &catalog, Format::Summary, &Look::plain(Cap::NEW))
    };
    let all = told(300);
    assert_eq!((all.matches("\n| **error** |").count(), all.matches("\n| note |").count()), (1, 299));
    assert!(!all.contains("not shown") && all.contains("<details><summary>300 findings</summary>"), "{all}");
    let most = told(5000);
    let shown = most.matches("\n| note |").count();
    assert!(most.contains("\n| **error** |") && shown > 1000 && most.len() < 400 * 1024, "{shown}");
    assert!(most.contains(&format!("\n{} more did not fit in here; the JSON report has them.", 4999 - shown)));
}

/// A pull request as it is opened: it names nobody who could be asked, and forgets half of its template.
const BODY: &str = "# Cache the price list

Every page reads the whole list, 40 MB of it, so the first one after a deployment takes nine seconds. Prices are now kept
for ten minutes. Fixes #4127, found by @ana in `prices | all`.

Tested with `cargo test prices`. Please review by EOD.
";

/// What a reader of a pull request sees; read it before you bless it.
#[test]
fn a_pull_request_as_it_is_shown() {
    let catalog = Catalog::builtin();
    let template = Source::file(
        ".github/PULL_REQUEST_TEMPLATE.md",
        "## What\n\n## Why\n\n## How it was tested\n\n## Rollback\n\n(required)\n\n## Who is told\n\n(required)\n",
    );
    let template = Template::parse(&template).expect("a template");
    let policy = Policy { templates: vec![template.into()], ..Policy::default() };
    let body =
        Source { kind: Some("pull-request".to_owned()), ..Source::new("pull request #7", BODY, Origin::Message) };
    let file = Source::file("docs/prices.md", "# Prices\n\nThe list is frozen by EOD on Friday.\n");
    let documents = [body, file].map(|it| lint::check(&it, &catalog, &policy)).into();
    let report = Report { documents, ..Report::default() };
    for (format, name) in
        [(Format::Summary, "summary.md"), (Format::Comment, "comment.md"), (Format::Github, "github.txt")]
    {
        let text = report::print(&report, &catalog, format, &Look::plain(Cap::NEW));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/report/golden/{name}"));
        if std::env::var_os("SNAPSHOTS").is_some_and(|it| it == "overwrite") {
            fs::write(&path, &text).expect("it can be written");
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        assert!(golden == text, "{} is not what is printed:\n{text}", path.display());
    }
}
