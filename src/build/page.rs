//! Writes a page as code: what its definition says stands in the program as `rule/ours.rs` has it, and nothing of it is read in
//! a run. Headings are normalised on the way. What a definition means is decided by the same code wherever a page comes from.

use std::path::PathBuf;

use serde_json::{Map, Value};

use super::{capitalised, glob, heading};

/// A page of ours as the build finds it.
pub struct Page {
    /// `rules/<group>/<id>.md`.
    name: String,
    pub text: String,
    /// The file that it is in.
    file: PathBuf,
    /// Nothing where it is not in its form: our tests say why.
    pub definition: Option<Value>,
}

/// What opens and closes a definition.
const OPEN: &str = "---\n";
const CLOSE: &str = "\n---\n";

impl Page {
    pub fn of(name: String, text: String, file: PathBuf) -> Self {
        let definition = head(&text).and_then(|head| serde_saphyr::from_str(head).ok());
        Self { name, text, file, definition }
    }

    /// The page as a value of `Ours`, whose globs are among those of all pages.
    fn code(&self, globs: &mut Vec<String>) -> String {
        let none = Map::new();
        let said = Said(self.definition.as_ref().and_then(Value::as_object).unwrap_or(&none));
        let head = OPEN.len()..OPEN.len() + head(&self.text).map_or(0, |it| it.len() + 1);
        let body = (head.end + OPEN.len()).min(self.text.len())..self.text.len();
        let kind = self.name.rsplit('/').next().and_then(|it| it.strip_suffix(".md")).unwrap_or_default();
        let needs: Vec<String> = said.below("needs").map(|(name, need)| need_code(kind, name, Said(need))).collect();
        let phrases = said.0.get("phrases").map(Value::to_string).unwrap_or_default();
        let recognise = said.0.get("recognise").and_then(Value::as_object);
        format!(
            "    Ours {{ path: {:?}, text: include_str!({:?}), head: {}, body: {}, told: {:?}, level: {}, \
             since: {}, preview: {}, kinds: {}, absent: {}, is: &[{}], phrases: {phrases:?}, recognise: {}, needs: &[{}] }},\n",
            self.name,
            self.file,
            span(&head),
            span(&body),
            said.told(),
            said.variant("level", "Level"),
            said.0.get("since").unwrap_or(&Value::String(String::new())),
            said.0.get("preview").is_some_and(|it| it == true),
            said.list("kinds"),
            said.list("absent"),
            said.traits(),
            recognise.map_or("None".to_owned(), |it| format!("Some({})", signals_code(Said(it), globs))),
            needs.join(", "),
        )
    }
}

/// The code that lists pages, and the globs of all kinds.
pub fn listed(pages: &[Page]) -> String {
    let mut globs = Vec::new();
    let rows: String = pages.iter().map(|page| page.code(&mut globs)).collect();
    let (count, globs) = (globs.len(), globs.concat());
    format!(
        "pub static PAGES: &[Ours] = &[\n{rows}];\n\
         /// Those of all kinds, in the order of their pages.\n\
         static GLOBS: [Glob; {count}] = [\n{globs}];\n"
    )
}

/// The definition at the top of a text.
fn head(text: &str) -> Option<&str> {
    text.strip_prefix(OPEN).and_then(|rest| rest.split_once(CLOSE)).map(|(head, _)| head)
}

fn span(range: &std::ops::Range<usize>) -> String {
    format!("Span {{ start: {}, end: {} }}", range.start, range.end)
}

fn need_code(kind: &str, name: &str, need: Said) -> String {
    let has = |key: &str| need.0.contains_key(key);
    format!(
        "OurNeed {{ name: {name:?}, id: {:?}, told: {:?}, has_summary: {}, has_question: {}, level: {}, confidence: {}, \
         together: {}, given: {}, headings: {}, fields: {}, phrases: {}, shapes: {}, partly: {}, doubts: {} }}",
        format!("{kind}.{name}"),
        need.told(),
        has("summary"),
        has("question"),
        need.variant("level", "Level"),
        need.variant("confidence", "Confidence"),
        need.list("together"),
        need.list("given"),
        need.headings("headings"),
        need.headings("fields"),
        need.list("phrases"),
        need.list("shapes"),
        need.list("partly"),
        need.list("doubts"),
    )
}

fn signals_code(signals: Said, globs: &mut Vec<String>) -> String {
    let start = globs.len();
    globs.extend(signals.texts("paths").into_iter().map(|it| format!("    Glob::of({}),\n", glob::code(it))));
    globs.extend(signals.texts("names").into_iter().map(|it| format!("    Glob::hint({}),\n", glob::code(it))));
    format!(
        "OurSignals {{ globs: {start}..{}, titles: {}, unless: {}, headings: {}, signs: {} }}",
        globs.len(),
        signals.list("titles"),
        signals.list("unless"),
        signals.headings("headings"),
        signals.list("signs"),
    )
}

/// What a definition says, or a part of it.
#[derive(Clone, Copy)]
struct Said<'d>(&'d Map<String, Value>);

impl<'d> Said<'d> {
    /// The parts that stand under a key, by their names.
    fn below(self, key: &str) -> impl Iterator<Item = (&'d String, &'d Map<String, Value>)> {
        let parts = self.0.get(key).and_then(Value::as_object).into_iter().flatten();
        parts.filter_map(|(name, part)| Some((name, part.as_object()?)))
    }

    /// What only whoever is told of a rule or of a need reads, as JSON.
    fn told(self) -> String {
        let told = ["summary", "question", "help"].into_iter();
        let told = told.filter_map(|key| Some((key.to_owned(), self.0.get(key)?.clone())));
        Value::Object(told.collect()).to_string()
    }

    /// A word as the variant of a type, where it is said.
    fn variant(self, key: &str, of: &str) -> String {
        let word = self.0.get(key).and_then(Value::as_str);
        word.map_or("None".to_owned(), |word| format!("Some({of}::{})", capitalised(word)))
    }

    fn traits(self) -> String {
        self.texts("is").into_iter().map(|word| format!("Trait::{}", capitalised(word))).collect::<Vec<_>>().join(", ")
    }

    fn texts(self, key: &str) -> Vec<&'d str> {
        self.0.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// A list of texts: a line for each.
    fn list(self, key: &str) -> String {
        format!("Lines({:?})", self.texts(key).join("\n"))
    }

    /// A list of headings, as those of a text are compared.
    fn headings(self, key: &str) -> String {
        format!("Lines({:?})", heading::normalised(&self.texts(key)).join("\n"))
    }
}
