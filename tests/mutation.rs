//! Well-formed texts of ours, damaged in one place: each damage turns on the finding that it should, and no other.
//! `tests/mutation/<kind>.md` holds the text, a table of its slots with what states each, and a table of faults; a new
//! kind needs a file and nothing else. What is asked is asked strictly: every absent slot that has a question is a
//! finding, unless what it belongs to is absent as well, and pedantically.
//!
//! A slot that a heading or a label states is deleted with it, emptied below it, and replaced by `TODO` and by the hint
//! of its skeleton; one that stands in running text is deleted.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use pingless::config::Policy;
use pingless::lint;
use pingless::rule::{Catalog, KindPage, Need, Page, Role};
use pingless::slot::State;
use pingless::text::{Source, Span};

fn main() {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mutation");
    let entries = fs::read_dir(&folder).expect("the folder exists");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no text was found");
    let stem = |path: &Path| path.file_stem().expect("it has a name").to_string_lossy().into_owned();
    let told: Vec<String> = paths.iter().map(|path| stem(path)).collect();
    let trial = |path: PathBuf| Trial::test(stem(&path), move || check(&stem(&path), &path));
    let mut trials: Vec<Trial> = paths.into_iter().map(trial).collect();
    trials.push(Trial::test("every_kind_has_a_text", move || missing(&told)));
    libtest_mimic::run(&arguments, trials).exit();
}

fn missing(told: &[String]) -> Result<(), Failed> {
    let catalog = Catalog::builtin();
    let asking = catalog.kinds.iter().filter(|page| page.kind.is_target).map(|page| page.kind.name.clone());
    let missing: Vec<String> =
        asking.filter(|kind| !told.iter().any(|it| **it == **kind)).map(|it| it.to_string()).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("no tests/mutation/*.md for {}", missing.join(", ")).into()) }
}

/// A row of a table: what is damaged, and what is found then.
struct Row {
    cells: Vec<String>,
    line: usize,
}

impl Row {
    fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", String::as_str)
    }

    /// The names in the last cell.
    fn found(&self, index: usize) -> BTreeSet<String> {
        self.cell(index).split(',').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
    }
}

/// A file: the text, its slots, its faults.
struct Case {
    source: Source,
    slots: Vec<Row>,
    faults: Vec<Row>,
}

fn read(kind: &str, path: &Path, catalog: &Catalog) -> Result<Case, Failed> {
    let page = catalog.page(kind).ok_or_else(|| format!("no page in rules/document/ is called {kind}"))?;
    let cases: Page = page.with_cases(kind, &fs::read_to_string(path)?).map_err(|error| error.message)?;
    let [example] = cases.examples.as_slice() else { return Err("it holds one `md good`".into()) };
    if example.role != Role::Good {
        return Err("its text is a `md good`".into());
    }
    let text = example.text.of(&cases.text);
    let mut source = Source::file(example.at.as_deref().unwrap_or("text.md"), text);
    source.kind = Some(kind.to_owned());
    let mut tables: Vec<Vec<Row>> = Vec::new();
    let mut is_table = false;
    for (index, line) in cases.text.lines().enumerate() {
        let is_inside =
            (page_line(&cases.text, example.text.start)..page_line(&cases.text, example.text.end)).contains(&index);
        let row = line.strip_prefix('|').filter(|_| !is_inside);
        match row {
            Some(row) if is_table => {
                let cells = row.trim_end().trim_end_matches('|').split('|');
                let cells = cells.map(|cell| cell.trim().trim_matches('`').to_owned()).collect();
                tables.last_mut().expect("it is open").push(Row { cells, line: index + 1 });
            }
            Some(_) => tables.push(Vec::new()),
            None => {}
        }
        is_table = row.is_some();
    }
    // The line below the head of a table.
    tables.iter_mut().for_each(|table| drop(table.remove(0)));
    let mut tables = tables.into_iter();
    let (Some(slots), faults) = (tables.next(), tables.next()) else { return Err("it has no table of slots".into()) };
    Ok(Case { source, slots, faults: faults.unwrap_or_default() })
}

fn page_line(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count()
}

fn check(kind: &str, path: &Path) -> Result<(), Failed> {
    let catalog = Catalog::builtin();
    let case = read(kind, path, &catalog)?;
    let page = catalog.kind(kind).ok_or("it is no kind")?;
    let mut wrong: Vec<String> = Vec::new();
    let mut expect = |what: String, text: &str, expected: BTreeSet<String>| {
        let found = found(&case.source, text, &catalog, page);
        if found != expected {
            let said = said(&case.source, text, &catalog, expected.difference(&found));
            wrong.push(format!("{what}: expected {expected:?}, found {found:?}{said}"));
        }
    };
    let text = &case.source.text;
    expect("as it is".to_owned(), text, BTreeSet::new());
    for need in page.needs.iter().filter(|need| need.is_askable()) {
        if !case.slots.iter().any(|row| row.cell(0).trim_end_matches(HALF) == need.slot.name) {
            return Err(format!("no row says what states `{}`", need.slot.name).into());
        }
    }
    for row in &case.slots {
        let need = page.needs.iter().find(|need| need.slot.name == row.cell(0).trim_end_matches(HALF));
        let need = need.ok_or_else(|| format!("line {}: `{}` is no need", row.line, row.cell(0)))?;
        for (how, damaged, own) in damages(text, row, need, kind)? {
            let mut also = row.found(2);
            // While a question stands open, only absent slots are told beside it: what follows from it waits.
            also.retain(|id| how != "asked" || id.contains('.'));
            expect(format!("line {}: {} {how}", row.line, row.cell(0)), &damaged, &also | &own);
        }
    }
    for row in &case.faults {
        let (old, new) = (row.cell(0), row.cell(1));
        if text.matches(old).count() != 1 {
            return Err(format!("line {}: `{old}` does not stand in the text once", row.line).into());
        }
        expect(format!("line {}: {new:?} for {old:?}", row.line), &text.replace(old, new), row.found(2));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// What a slot is called that is still stated in part: nothing is asked then.
const HALF: &str = " (half)";

/// The rules that speak, and the slots that nothing states although a reader asks for them.
fn found(source: &Source, text: &str, catalog: &Catalog, page: &KindPage) -> BTreeSet<String> {
    let source = Source { text: text.to_owned(), ..source.clone() };
    let checked = lint::check(&source, catalog, &Policy { pedantic: true, ..Policy::default() });
    let state = |name: &str| checked.slots.iter().find(|it| it.slot == name).map(|it| it.state);
    let is_asked = |question: &str| checked.findings.iter().any(|it| *it.question == *question);
    let is_missed = |need: &&Need| {
        need.question().is_some_and(|question| !is_asked(question))
            && state(&need.slot.name) == Some(State::Absent)
            && need.given.iter().all(|name| state(name) == Some(State::Present))
    };
    let own = |need: &Need| format!("{}.{}", page.kind.name, need.slot.name);
    let absent = page.needs.iter().filter(is_missed).map(own);
    let is_half = |need: &&Need| need.is_askable() && state(&need.slot.name) == Some(State::Partial);
    let halves = page.needs.iter().filter(is_half).map(|need| own(need) + HALF);
    checked.findings.iter().map(|it| it.rule.clone()).chain(absent).chain(halves).collect()
}

/// What states the slots that were expected to be absent.
fn said<'n>(source: &Source, text: &str, catalog: &Catalog, ids: impl Iterator<Item = &'n String>) -> String {
    let source = Source { text: text.to_owned(), ..source.clone() };
    let checked = lint::check(&source, catalog, &Policy::default());
    let slots: Vec<&str> = ids.filter_map(|id| id.split_once('.')).map(|(_, slot)| slot).collect();
    let answers = checked.slots.iter().filter(|answer| slots.contains(&answer.slot.as_str()));
    let places = answers.flat_map(|answer| answer.evidence.iter().map(move |it| (answer, it.span)));
    places.map(|(answer, span)| format!("\n    {} {}: {:?}", answer.state.word(), answer.slot, span.of(text))).collect()
}

type Damage = (&'static str, String, BTreeSet<String>);

/// A text without the place that states a slot: each way to lose it, and the slot's own findings then. Where it stands in
/// several places, ` + ` between them, the others are deleted first.
fn damages(text: &str, row: &Row, need: &Need, kind: &str) -> Result<Vec<Damage>, Failed> {
    let (first, others) =
        row.cell(1).split_once(" + ").map_or((row.cell(1), None), |(first, rest)| (first, Some(rest)));
    let mut text = text.to_owned();
    for words in others.into_iter().flat_map(|others| others.split(" + ")) {
        let whole = place(&text, words, row.line)?.whole;
        text.replace_range(whole.range(), "");
    }
    let place = place(&text, first, row.line)?;
    let set = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect::<BTreeSet<String>>();
    let absent = format!("{kind}.{}", row.cell(0));
    let cut = |body: Span, with: &str| format!("{}{with}{}", &text[..body.start], &text[body.end..]);
    let mut out = vec![("deleted", cut(place.whole, ""), set(&[&absent]))];
    if let Some(body) = place.body {
        let question = need.question().unwrap_or_default();
        out.push(("emptied", cut(body, ""), set(&[&absent])));
        out.push(("to do", cut(body, "TODO"), set(&[&absent, "unfilled-template"])));
        let half: &[&str] =
            if absent.ends_with(HALF) { &["unanswered-question", &absent] } else { &["unanswered-question"] };
        out.push(("asked", cut(body, &format!("<!-- {question} -->")), set(half)));
    }
    Ok(out)
}

/// What states a slot: a section by its heading, a line by its label, or a part of a sentence.
struct Place {
    whole: Span,
    /// What stands below the heading or behind the label.
    body: Option<Span>,
}

fn place(text: &str, words: &str, line: usize) -> Result<Place, Failed> {
    let words = words.trim_matches('`');
    let wrong = |what: &str| format!("line {line}: `{words}` {what}");
    if words.starts_with('#') {
        let start = text.find(&format!("{words}\n")).ok_or_else(|| wrong("is no heading of the text"))?;
        let rest = start + words.len();
        let opens = |at: &usize| text[*at..].trim_start_matches('#').starts_with(' ');
        let ends = text[rest..].match_indices("\n#").map(|(at, _)| rest + at + 1);
        let end = ends.into_iter().find(opens).unwrap_or(text.len());
        let body = Span::new(rest, end).trimmed(text);
        return Ok(Place { whole: Span::new(start, end), body: Some(body) });
    }
    let (first, last) = words.split_once(" … ").unwrap_or((words, words));
    if text.matches(first).count() != 1 {
        return Err(wrong("does not stand in the text once").into());
    }
    let start = text.find(first).unwrap_or_default();
    let end = text[start..].find(last).map(|at| start + at + last.len()).ok_or_else(|| wrong("does not end"))?;
    let opens_line = text[..start].is_empty() || text[..start].ends_with('\n');
    let is_line = opens_line && text[end..].starts_with('\n');
    let label = words.find(": ").filter(|_| is_line).map(|colon| Span::new(start + colon + 2, end));
    Ok(Place { whole: Span::new(start, end + usize::from(is_line)), body: label })
}
