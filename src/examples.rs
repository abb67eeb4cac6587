//! Runs the examples of a page: its documentation is its test. One runner for `cargo test` and `pingless test`.

mod beside;

use std::sync::Arc;

use crate::change::Change;
use crate::config::{Choice, Policy};
use crate::lint::{self, Beside};
use crate::payload;
use crate::report::human;
use crate::rule::{Catalog, Check, Example, Page, Role};
use crate::settle::Checked;
use crate::template::{self, Template};
use crate::text::Source;
use crate::thread::Thread;
use crate::tree::{Around, Listed, Tree};

/// An example that does not do what the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The line of its fence in the page, from 1.
    pub line: usize,
    pub message: String,
}

/// Runs every example. `bad` must be flagged by this page, `good` must be clean under all default rules, and
/// `report` must be what is printed for the `bad` before it.
pub fn run(page: &Page, catalog: &Catalog) -> Vec<Failure> {
    let mut failures = Vec::new();
    let mut before: Option<String> = None;
    for example in page.examples.iter() {
        let fail = |message: String| Failure { line: example.line, message };
        match example.role {
            Role::Bad => {
                let checked = asked(page, catalog, example);
                let printed = printed(page, catalog, &checked);
                if printed.is_empty() {
                    let why = silence(page, catalog, &checked);
                    failures.push(fail(format!("`{}` finds nothing wrong here{why}", page.id)));
                }
                before = Some(printed);
            }
            Role::Good => {
                let checked = checked(page, catalog, example, &policy(page, catalog));
                for finding in &checked.findings {
                    let what = human::finding(&checked, finding, false);
                    failures.push(fail(format!("`{}` speaks here:\n{what}", finding.rule)));
                }
                failures.extend(wrong_kind(page, &checked).map(fail));
            }
            Role::Report => match &before {
                Some(printed) if printed.trim_end() == example.text.of(&page.text).trim_end() => {}
                Some(printed) => failures.push(fail(format!("what is printed differs:\n{printed}"))),
                None => failures.push(fail("a `report` follows a `bad` example".to_owned())),
            },
            Role::Skeleton | Role::Change | Role::Before | Role::Tree | Role::Beside => {}
        }
    }
    failures
}

/// What a page has no example of. It stops nobody who only checks texts.
pub fn missing(page: &Page, catalog: &Catalog) -> Vec<Failure> {
    let mut own = catalog.rules.iter().filter(|rule| catalog.pages[rule.page].id == page.id);
    // A kind whose needs are only looked for finds nothing by itself.
    let wants_bad = own.any(|rule| catalog.is_asked(rule));
    let wanted = [(Role::Bad, "bad", wants_bad), (Role::Good, "good", true)];
    let is_missing = |role: Role| !page.examples.iter().any(|example| example.role == role);
    let missing = wanted.into_iter().filter(|(role, _, is_wanted)| *is_wanted && is_missing(*role));
    let told = missing.map(|(_, word, _)| Failure {
        line: 1,
        message: format!(
            "the page has no `{word}` example: add a fence of four backticks, `md {word}`, with a text as people write it"
        ),
    });
    told.collect()
}

/// Whether the page speaks of any of its `bad` examples without `--pedantic`.
pub fn is_heard(page: &Page, catalog: &Catalog) -> bool {
    let mut bad = page.examples.iter().filter(|it| it.role == Role::Bad);
    bad.any(|it| !printed(page, catalog, &checked(page, catalog, it, &policy(page, catalog))).is_empty())
}

/// The page with every `report` as it is printed now.
pub fn blessed(page: &Page, catalog: &Catalog) -> String {
    let mut text = page.text.to_string();
    let pairs: Vec<(&Example, &Example)> = page
        .examples
        .iter()
        .zip(page.examples.iter().skip(1))
        .filter(|(bad, report)| bad.role == Role::Bad && report.role == Role::Report)
        .collect();
    for (bad, report) in pairs.into_iter().rev() {
        let printed = printed(page, catalog, &asked(page, catalog, bad));
        text.replace_range(report.text.range(), &format!("{}\n", printed.trim_end()));
    }
    text
}

/// What holds for the examples of a page: its own rules run, also those that others have to ask for.
fn policy(page: &Page, catalog: &Catalog) -> Policy {
    let own = catalog.rules.iter().filter(|rule| rule.preview && catalog.pages[rule.page].id == page.id);
    let wanted = Choice { extend_select: own.map(|rule| rule.id.to_string()).collect(), ..Choice::default() };
    Policy { choices: vec![wanted], ..Policy::default() }
}

/// An example as the page under test judges it, whatever its confidence.
fn asked(page: &Page, catalog: &Catalog, example: &Example) -> Checked {
    checked(page, catalog, example, &Policy { pedantic: true, ..policy(page, catalog) })
}

/// What this page prints for an example, in the form for people.
fn printed(page: &Page, catalog: &Catalog, checked: &Checked) -> String {
    let own = checked
        .findings
        .iter()
        .filter(|finding| catalog.rule(&finding.rule).is_some_and(|rule| catalog.pages[rule.page].id == page.id));
    own.map(|finding| human::finding(checked, finding, false)).collect()
}

/// Why a page has nothing to say of an example, where that is not for the words of the example.
fn silence(page: &Page, catalog: &Catalog, checked: &Checked) -> String {
    let kind = checked.recognised.sure();
    let taken_for = kind.map_or("a document of no kind".to_owned(), |it| format!("`{it}`"));
    let mut own = catalog.rules.iter().filter(|rule| catalog.pages[rule.page].id == page.id).peekable();
    if let Some(rule) = own.peek().filter(|rule| !rule.applies_to(kind)) {
        let kinds = rule.looks_at().unwrap_or_default();
        return format!(": it is taken for {taken_for}, and the rule looks at {kinds}");
    }
    match own.any(|rule| catalog.is_asked(rule)) {
        true => String::new(),
        false => ": no need of the page has a `summary`, so all of them are only looked for".to_owned(),
    }
}

fn checked(page: &Page, catalog: &Catalog, example: &Example, policy: &Policy) -> Checked {
    let policy = &Policy { templates: templates(page), ..policy.clone() };
    if example.is_thread {
        let talks = payload::thread::read(example.text.of(&page.text)).unwrap_or_default();
        let (source, thread) = talks.first().map(|talk| talk.written("example.ndjson")).unwrap_or_else(nothing);
        return lint::check_beside(&source, Beside { thread: Some(&thread), ..Beside::default() }, catalog, policy);
    }
    let mut source = source(page, example);
    source.kind = example.kind.clone().or_else(|| own_kind(page, catalog, example));
    let (change, around) = (change(page, example), around(page, example));
    let was = before(page, example, Role::Before).map(|text| Source { text: text.to_owned(), ..source.clone() });
    let linked = beside::linked(page, &source, example, catalog, policy);
    let beside = Beside {
        change: change.as_ref(),
        before: was.as_ref(),
        around: around.as_ref(),
        linked: linked.as_ref(),
        ..Beside::default()
    };
    lint::check_beside(&source, beside, catalog, policy)
}

/// What is checked where an example is no thread: its `bad` finds nothing, and its author sees it.
fn nothing() -> (Source, Thread) {
    (Source::unnamed("example.ndjson", ""), Thread::default())
}

/// The change that an example describes stands before it.
fn change(page: &Page, example: &Example) -> Option<Change> {
    before(page, example, Role::Change).map(Change::of_numstat)
}

/// So does what it lies among, and so does the example itself.
fn around(page: &Page, example: &Example) -> Option<Around> {
    let path = example.at.as_deref().unwrap_or("example.md");
    let listed = format!("{}\n{path}", before(page, example, Role::Tree)?);
    Some(Around::new(Arc::new(Tree::new(Box::new(Listed::parse(&listed)))), path))
}

fn before<'p>(page: &'p Page, example: &Example, role: Role) -> Option<&'p str> {
    let mut context = context(page, example);
    context.find(|it| it.role == role).map(|it| it.text.of(&page.text))
}

/// What is said of an example, directly before it.
fn context<'p>(page: &'p Page, example: &Example) -> impl Iterator<Item = &'p Example> {
    let before = page.examples.partition_point(|it| it.line < example.line);
    page.examples[..before].iter().rev().take_while(|it| it.role.is_context())
}

fn source(page: &Page, example: &Example) -> Source {
    let text = example.text.of(&page.text);
    let source = match &example.at {
        Some(path) => Source::file(path, text),
        None => Source::unnamed("example.md", text),
    };
    Source { now: example.now, written: example.written, ..source }
}

/// An example that lies where templates lie is the template of all others on its page.
fn templates(page: &Page) -> Vec<Arc<Template>> {
    let examples = page.examples.iter().filter(|it| it.at.as_deref().is_some_and(template::is_template_path));
    examples.filter_map(|example| Template::parse(&source(page, example)).ok().map(Arc::new)).collect()
}

/// An example of a kind is of that kind, and one of a rule for a single kind is of that one. A path may say more.
fn own_kind(page: &Page, catalog: &Catalog, example: &Example) -> Option<String> {
    if example.at.is_some() {
        return None;
    }
    if catalog.kind(&page.id).is_some() {
        return Some(page.id.to_string());
    }
    let rule = catalog.rules.iter().find(|rule| rule.id == page.id && !matches!(rule.check, Check::Need { .. }));
    rule.and_then(|rule| Some(rule.kinds.first()?.to_string()))
}

/// An example of a kind that comes with a path has to be recognised.
fn wrong_kind(page: &Page, checked: &Checked) -> Option<String> {
    let found = checked.recognised.kind.as_deref().unwrap_or("none");
    let is_kind_page = page.group == "document";
    (is_kind_page && found != page.id).then(|| format!("this is recognised as `{found}`"))
}
