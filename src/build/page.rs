//! Writes a page as code: what its definition says stands in the program as `rule/ours.rs` has it, and nothing of it is read in
//! a run. Headings are normalised on the way. What a definition means is decided by the same code wherever a page comes from.

use serde_json::{Map, Value};

use super::glob::Globs;
use super::{capitalised, heading};

/// A page of ours as the build finds it.
pub struct Page {
    /// `rules/<group>/<id>.md`.
    name: String,
    pub text: String,
    /// Nothing where it is not in its form: our tests say why.
    pub definition: Option<Value>,
}

/// What opens and closes a definition.
const OPEN: &str = "---\n";
const CLOSE: &str = "\n---\n";

/// What is written of all pages beside their own values.
#[derive(Default)]
struct Written {
    /// All texts, one behind the other: a value of `Stored` says where one stands.
    text: String,
    needs: Vec<String>,
    globs: Vec<String>,
}

impl Page {
    pub fn of(name: String, text: String) -> Self {
        let definition = head(&text).and_then(|head| serde_saphyr::from_str(head).ok());
        Self { name, text, definition }
    }
}

/// The code that lists pages, with their needs and the globs of all kinds; and the text of all.
pub fn code(pages: &[Page], globs: &mut Globs) -> (String, String) {
    let mut out = Written::default();
    let rows: String = pages.iter().map(|page| out.page(page, globs)).collect();
    let list = |name: &str, of: &str, rows: &[String]| {
        format!(
            "/// Those of all kinds, in the order of their pages.\nstatic {name}: [{of}; {}] = [\n{}];\n",
            rows.len(),
            rows.concat()
        )
    };
    let code = format!("pub static PAGES: [Ours; {}] = [\n{rows}];\n", pages.len());
    (code + &list("NEEDS", "OurNeed", &out.needs) + &list("GLOBS", "Glob", &out.globs), out.text)
}

/// The definition at the top of a text.
fn head(text: &str) -> Option<&str> {
    text.strip_prefix(OPEN).and_then(|rest| rest.split_once(CLOSE)).map(|(head, _)| head)
}

impl Written {
    /// A page as a value of `Ours`.
    fn page(&mut self, page: &Page, globs: &mut Globs) -> String {
        let none = Map::new();
        let said = Said(page.definition.as_ref().and_then(Value::as_object).unwrap_or(&none));
        let head = OPEN.len()..OPEN.len() + head(&page.text).map_or(0, |it| it.len() + 1);
        let body = (head.end + OPEN.len()).min(page.text.len())..page.text.len();
        let span = |range: std::ops::Range<usize>| format!("Span {{ start: {}, end: {} }}", range.start, range.end);
        let kind = page.name.rsplit('/').next().and_then(|it| it.strip_suffix(".md")).unwrap_or_default();
        let first = self.needs.len();
        for (name, need) in said.below("needs") {
            let need = self.need(kind, name, Said(need));
            self.needs.push(need);
        }
        let recognise = said.0.get("recognise").and_then(Value::as_object).map(|it| self.signals(Said(it), globs));
        format!(
            "    Ours {{ path: {}, text: {}, head: {}, body: {}, told: {}, level: {}, since: {}, preview: {}, kinds: {}, \
             absent: {}, is: &[{}], phrases: {}, recognise: {}, needs: {first}..{} }},\n",
            self.stored(&page.name),
            self.stored(&page.text),
            span(head),
            span(body),
            self.stored(&said.told()),
            said.variant("level", "Level"),
            self.stored(said.0.get("since").and_then(Value::as_str).unwrap_or_default()),
            said.is("preview"),
            self.list(said.texts("kinds")),
            self.list(said.texts("absent")),
            said.traits(),
            self.stored(&said.0.get("phrases").map(Value::to_string).unwrap_or_default()),
            recognise.map_or("None".to_owned(), |it| format!("Some({it})")),
            self.needs.len(),
        )
    }

    /// A need as a value of `OurNeed`.
    fn need(&mut self, kind: &str, name: &str, need: Said) -> String {
        let has = |key: &str| need.0.contains_key(key);
        format!(
            "    OurNeed {{ name: {}, id: {}, told: {}, has_summary: {}, has_question: {}, level: {}, confidence: {}, \
             together: {}, given: {}, headings: {}, fields: {}, phrases: {}, shapes: {}, partly: {}, doubts: {}, \
             given_or_not: {} }},\n",
            self.stored(name),
            self.stored(&format!("{kind}.{name}")),
            self.stored(&need.told()),
            has("summary"),
            has("question"),
            need.variant("level", "Level"),
            need.variant("confidence", "Confidence"),
            self.list(need.texts("together")),
            self.list(need.texts("given")),
            self.list(need.headings("headings")),
            self.list(need.headings("fields")),
            self.list(need.texts("phrases")),
            self.list(need.texts("shapes")),
            self.list(need.texts("partly")),
            self.list(need.texts("doubts")),
            need.is("given-or-not"),
        )
    }

    /// How a kind is recognised, as a value of `OurSignals`.
    fn signals(&mut self, signals: Said, globs: &mut Globs) -> String {
        let first = self.globs.len();
        self.globs.extend(signals.texts("paths").into_iter().map(|it| format!("    Glob::of({}),\n", globs.code(it))));
        self.globs
            .extend(signals.texts("names").into_iter().map(|it| format!("    Glob::hint({}),\n", globs.code(it))));
        format!(
            "OurSignals {{ globs: {first}..{}, titles: {}, unless: {}, headings: {}, signs: {} }}",
            self.globs.len(),
            self.list(signals.texts("titles")),
            self.list(signals.texts("unless")),
            self.list(signals.headings("headings")),
            self.list(signals.texts("signs")),
        )
    }

    /// A text as a value of `Stored`.
    fn stored(&mut self, text: &str) -> String {
        let start = self.text.len();
        self.text.push_str(text);
        format!("Stored {{ start: {start}, end: {} }}", self.text.len())
    }

    /// A list of texts, a line each.
    fn list(&mut self, texts: Vec<impl AsRef<str>>) -> String {
        self.stored(&texts.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join("\n"))
    }
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

    fn is(self, key: &str) -> bool {
        self.0.get(key).is_some_and(|it| it == true)
    }

    fn traits(self) -> String {
        self.texts("is").into_iter().map(|word| format!("Trait::{}", capitalised(word))).collect::<Vec<_>>().join(", ")
    }

    fn texts(self, key: &str) -> Vec<&'d str> {
        self.0.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// A list of headings, as those of a text are compared.
    fn headings(self, key: &str) -> Vec<String> {
        heading::normalised(&self.texts(key))
    }
}
