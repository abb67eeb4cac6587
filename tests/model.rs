//! The document model: a text in `tests/model/NAME.md`, what the model says of it beside it in `NAME.outline`.
//! `SNAPSHOTS=overwrite cargo test --test model` writes the outlines anew; read the diff.

use std::path::{Path, PathBuf};
use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial};
use pingless::document::{Document, Place, Stand};
use pingless::text::{Source, Span};

fn main() {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/model");
    let mut inputs: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the folder exists")
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| path.extension().is_some_and(|it| it == "md" || it == "mdx"))
        .collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "no document was found");
    let trials = inputs.into_iter().map(|input| {
        let name = input.file_stem().expect("it has a name").to_string_lossy().into_owned();
        let expect = input.with_extension("outline");
        Trial::test(name, move || check(&input, &expect))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(input: &Path, expect: &Path) -> Result<(), Failed> {
    let name = input.file_name().expect("it has a name").to_string_lossy().into_owned();
    let got = outline(&Source::file(name, fs::read_to_string(input)?));
    if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        return Ok(fs::write(expect, got)?);
    }
    let expected = fs::read_to_string(expect).unwrap_or_default();
    match got.lines().zip(expected.lines()).position(|(got, expected)| got != expected) {
        None if got == expected => Ok(()),
        line => {
            let line = line.unwrap_or(got.lines().count().min(expected.lines().count()));
            let [got, expected] = [&got, &expected].map(|it| it.lines().nth(line).unwrap_or("(nothing)"));
            let place = format!("{}:{}", expect.display(), line + 1);
            Err(format!("{place}: the model says otherwise\n  expected: {expected}\n  got:      {got}").into())
        }
    }
}

/// Everything that the model answers, one line for each thing, with the line on which it stands.
fn outline(source: &Source) -> String {
    let doc = Document::new(source);
    let mut out = Outline { doc: &doc, text: String::new() };
    out.whole();
    out.structure();
    out.parts();
    out.prose();
    out.text
}

struct Outline<'d, 's> {
    doc: &'d Document<'s>,
    text: String,
}

impl Outline<'_, '_> {
    fn list(&mut self, name: &str, rows: Vec<String>) {
        if !rows.is_empty() {
            self.text.push_str(&format!("{name}\n"));
            rows.iter().for_each(|row| self.text.push_str(&format!("  {row}\n")));
        }
    }

    fn line(&self, span: Span) -> usize {
        self.doc.line(span.start)
    }

    /// The first and last line of a span; a span that ends with a line end ends on that line.
    fn lines(&self, span: Span) -> String {
        let span = span.trimmed(self.doc.text());
        let (first, last) = (self.line(span), self.doc.line(span.end));
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    }

    /// The bytes of a span as they stand, in one line.
    fn quote(&self, span: Span) -> String {
        format!("{:?}", self.doc.at(span)).replace("\\\"", "\"")
    }

    fn whole(&mut self) {
        let doc = self.doc;
        let title = doc.title().map_or("none".to_owned(), |title| format!("{:?}", title.title));
        let english = if doc.is_english() { "english" } else { "another language" };
        self.text.push_str(&format!("title {title}, head {}, {english}\n", self.quote(doc.head())));
        let rows = doc.fields().iter().map(|it| {
            let place = if it.in_front_matter { "front matter" } else { "header" };
            format!("{}: {} = {:?} ({place})", self.line(it.key), it.name, it.text)
        });
        self.list("fields", rows.collect());
    }

    fn structure(&mut self) {
        let doc = self.doc;
        let rows = doc.sections().iter().map(|it| {
            let parent = it.parent.map_or(String::new(), |at| format!(" in {:?}", doc.sections()[at].name));
            let body = if it.body.trimmed(doc.text()).is_empty() { "empty".to_owned() } else { self.lines(it.body) };
            format!("{}: h{} {:?} body {body}{parent}", self.line(it.heading), it.level, it.name)
        });
        self.list("sections", rows.collect());
        let rows = doc.labels().iter().map(|it| {
            let bold = if it.bold { " bold" } else { "" };
            let body = if it.body.trimmed(doc.text()).is_empty() { "empty".to_owned() } else { self.lines(it.body) };
            format!("{}: {}{bold} = {} body {body}", self.line(it.key), it.name, self.quote(it.value))
        });
        self.list("labels", rows.collect());
        let rows = doc.items().iter().map(|it| {
            let mark = match (it.task, it.ordered) {
                (Some(true), _) => "[x]",
                (Some(false), _) => "[ ]",
                (None, true) => "1.",
                (None, false) => "-",
            };
            let words = it.passage.map_or("nothing".to_owned(), |at| format!("{:?}", doc.passages()[at].raw(doc)));
            let depth = std::iter::successors(it.parent, |at| doc.items()[*at].parent).count();
            let quoted = if it.quoted { " quoted" } else { "" };
            format!("{}{}: {mark} {words}{quoted}", "  ".repeat(depth), self.lines(it.span))
        });
        self.list("items", rows.collect());
    }

    fn parts(&mut self) {
        let doc = self.doc;
        let mut rows = Vec::new();
        for table in doc.tables() {
            rows.push(format!("{}: columns {:?}", self.lines(table.span), table.columns));
            for row in &table.rows {
                let cells: Vec<String> = row.cells.iter().map(|cell| self.quote(*cell)).collect();
                rows.push(format!("  {}: {}", row.span.map_or(0, |span| self.line(span)), cells.join(" | ")));
            }
        }
        self.list("tables", rows);
        let rows = doc.links().iter().map(|it| {
            let what = if it.image { "image" } else { "link" };
            format!("{}: {what} {} to {:?}", self.line(it.span), self.quote(it.text), it.target)
        });
        self.list("links", rows.collect());
        let rows =
            doc.code().iter().map(|it| format!("{}: {:?} {}", self.lines(it.span), it.info, self.quote(it.body)));
        self.list("code", rows.collect());
        let rows = doc.directives().iter().map(|it| {
            let alone = if it.alone { "alone" } else { "beside text" };
            format!("{}: {} {alone}", self.line(it.span), self.quote(it.body))
        });
        self.list("directives", rows.collect());
    }

    /// Each passage with its sentences; masks are named, quotations of other people's words are marked.
    fn prose(&mut self) {
        let (doc, prose) = (self.doc, self.doc.prose());
        let mut rows = Vec::new();
        for (index, passage) in doc.passages().iter().enumerate() {
            let place = match passage.place {
                Place::Heading(level) => format!("h{level}"),
                Place::Paragraph => "paragraph".to_owned(),
                Place::Item => "item".to_owned(),
                Place::Cell => "cell".to_owned(),
            };
            let marks = [(passage.quoted, " quoted"), (passage.broken, " broken")];
            let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
            let label = doc.label_at(passage.span.start).map_or(String::new(), |it| format!(" under {:?}", it.name));
            rows.push(format!("{}: {place}{marks}{label}", self.lines(passage.span)));
            let sentences = prose.sentences().iter().filter(|sentence| sentence.passage == index);
            for sentence in sentences {
                let mut stands = prose.masks(sentence.range.clone());
                let mut words = String::new();
                for letter in prose.text()[sentence.range.clone()].chars() {
                    match letter {
                        '\u{fffc}' => words.push_str(stand(stands.next().map(|(stand, _)| stand))),
                        _ => words.push(letter),
                    }
                }
                rows.push(format!("  {words}"));
            }
        }
        self.list("prose", rows);
    }
}

fn stand(stand: Option<Stand>) -> &'static str {
    match stand {
        Some(Stand::Code) => "<code>",
        Some(Stand::Address) => "<address>",
        Some(Stand::Quotation) => "<quotation>",
        Some(Stand::Image) => "<image>",
        Some(Stand::Log) => "<log>",
        Some(Stand::Other) => "<other>",
        None => "<nothing>",
    }
}
