//! Lines that end as on Windows: the same rules speak of the same places.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use ignore::WalkBuilder;
use pingless::config::Policy;
use pingless::finding::Finding;
use pingless::lint;
use pingless::rule::{Catalog, Page, Role};
use pingless::settle::Checked;
use pingless::text::{Lines, Source, Span};

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

/// Every example of our pages and of the cases, and all Markdown that we keep.
fn texts() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts: Vec<Source> = CATALOG.pages.iter().flat_map(examples).collect();
    for folder in ["rules", "src", "tests/cases", "tests/texts", "tests/mutation", "tests/cli", "README.md"] {
        for entry in WalkBuilder::new(root.join(folder)).hidden(false).build().flatten() {
            let is_text = entry.path().extension().is_some_and(|it| it == "md");
            if let Some(text) = is_text.then(|| fs::read_to_string(entry.path()).ok()).flatten() {
                let name = entry.path().strip_prefix(root).expect("it is below").to_string_lossy().replace('\\', "/");
                texts.push(Source::file(name, text));
            }
        }
    }
    texts
}

fn examples(page: &Page) -> Vec<Source> {
    let is_text = |role: Role| matches!(role, Role::Bad | Role::Good);
    let texts = page.examples.iter().filter(|it| is_text(it.role) && !it.is_thread);
    let source = |it: &pingless::rule::Example| {
        let text = it.text.of(&page.text);
        let source = match &it.at {
            Some(path) => Source::file(path, text),
            None => Source::unnamed(format!("{}:{}", page.path, it.line), text),
        };
        Source { kind: it.kind.clone(), now: it.now, written: it.written, ..source }
    };
    texts.map(source).collect()
}

fn checked(source: &Source) -> Checked {
    let policy = Policy { pedantic: true, preview: true, strict: true, now: source.now, ..Policy::default() };
    lint::check(source, &CATALOG, &policy)
}

/// A place as line and column: at the end of a line both ends of it are one.
fn place(lines: &Lines, text: &str, span: Span) -> [usize; 4] {
    let at = |offset: usize| lines.position(offset, text);
    let (start, end) = (at(span.start), at(span.end));
    [start.line, start.column_char, end.line, end.column_char]
}

/// What is said of a text, in words that do not know how its lines end.
fn said(source: &Source) -> Vec<String> {
    let checked = checked(source);
    let lines = Lines::of(&source.text);
    let place = |span: Span| place(&lines, &source.text, span);
    let plain = |text: &str| text.replace("\r\n", "\n");
    let told = |it: &Finding| {
        let related: Vec<_> = it.related.iter().map(|it| (place(it.span), plain(&it.text))).collect();
        let edits: Vec<_> = it
            .suggestions
            .iter()
            .flat_map(|one| one.edits.iter().map(|edit| (one.safe, place(edit.span), plain(&edit.text))))
            .collect();
        let words = [&*it.rule, &*it.message, &*it.question, &*it.at.text].map(plain);
        format!("{words:?} {:?} {:?} {:?} {related:?} {edits:?}", it.level, it.confidence, place(it.at.span))
    };
    let kind = format!("{:?} {:?}", checked.recognised.kind, checked.recognised.confidence);
    checked.findings.iter().map(told).chain([kind]).collect()
}

#[test]
fn lines_of_windows_change_nothing() {
    let mut findings = 0;
    let mut differing = Vec::new();
    for source in texts() {
        let unix = Source { text: source.text.replace("\r\n", "\n"), ..source };
        let windows = Source { text: unix.text.replace('\n', "\r\n"), ..unix.clone() };
        let (one, other) = (said(&unix), said(&windows));
        findings += one.len() - 1;
        let news = other.iter().filter(|it| !one.contains(it)).map(|it| format!("+ {it}"));
        let gone = one.iter().filter(|it| !other.contains(it)).map(|it| format!("- {it}"));
        differing.extend(gone.chain(news).map(|it| format!("{}: {it}", unix.name)));
    }
    assert!(findings > 1000, "only {findings} findings were compared");
    assert!(differing.is_empty(), "{} of {findings} differ:\n{}", differing.len(), differing.join("\n"));
}
