//! What an assistant may ask for. Each tool takes a few words and answers in words, and where programs may want to read the
//! answer, as data besides. What is wrong with its words is an answer, too: the assistant can mend them.

use std::path::{Component, Path, PathBuf};

use serde_json::{Value, json};

use crate::cli::{ColorArg, InputArgs, RuleArgs};
use crate::compose::fill;
use crate::compose::new::{self as compose, Known};
use crate::config::{Policy, did_you_mean};
use crate::corpus::ledger::Fact;
use crate::input::{LARGEST, Selection, name_of, name_told};
use crate::lint;
use crate::report::cap::Cap;
use crate::report::{Look, explain, facts, human, json as report};
use crate::rule::{KindPage, Mistake};
use crate::run::around::Trees;
use crate::run::facts::{self as gather, Wanted};
use crate::run::setup::Setup;
use crate::run::work::{self, with_kind};
use crate::settle::Report;
use crate::text::{Origin, Source};

/// So many facts are listed at once.
const MOST_FACTS: usize = 100;

pub struct Tools {
    rules: RuleArgs,
    setup: Setup,
    trees: Trees,
}

/// What a tool answers.
pub struct Told {
    words: String,
    data: Option<Value>,
    is_error: bool,
}

impl Told {
    fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), data: None, is_error: false }
    }

    fn wrong(words: impl Into<String>) -> Self {
        Self { is_error: true, ..Self::words(words) }
    }

    /// As the protocol writes it.
    pub fn into_result(self) -> Value {
        let mut out = json!({ "content": [{ "type": "text", "text": self.words }], "isError": self.is_error });
        if let Some(data) = self.data {
            out["structuredContent"] = data;
        }
        out
    }
}

/// The tools, as an assistant is told of them.
pub fn list() -> Value {
    let words = |what: &str| json!({ "type": "string", "description": what });
    let text = || words("the whole text, in Markdown");
    let kind = || words("the kind of document, as in `adr`, `postmortem` or `bug-report`; left out, it is recognised");
    let path = || words("where the text lies or will lie, from the folder of the repository: its configuration counts");
    let tool = |name: &str, title: &str, what: &str, properties: Value, required: &[&str]| {
        json!({
            "name": name,
            "title": title,
            "description": what,
            "inputSchema": { "type": "object", "properties": properties, "required": required },
            "annotations": { "readOnlyHint": true, "idempotentHint": true, "openWorldHint": false },
        })
    };
    json!([
        tool(
            "check_text",
            "Check a text",
            "Lists the questions that a distant reader of a text would have to send: what is missing, ambiguous or out of reach.",
            json!({ "text": text(), "kind": kind(), "path": path() }),
            &["text"],
        ),
        tool(
            "explain_rule",
            "Explain a rule",
            "Says why a rule asks, with bad and good examples. A kind of document is explained as well.",
            json!({ "rule": words("the name of a rule or a kind, as check_text gives it") }),
            &["rule"],
        ),
        tool(
            "outline",
            "Begin a document",
            "Gives the outline of a kind of document, with each question in a comment where its answer belongs.",
            json!({ "kind": words("the kind of document"), "title": words("its title, where it is known") }),
            &["kind"],
        ),
        tool(
            "missing_parts",
            "Find what a text lacks",
            "Puts the questions that a text leaves open into it as comments, where their answers belong, and changes nothing else.",
            json!({ "text": text(), "kind": kind(), "path": path() }),
            &["text"],
        ),
        tool(
            "declared_facts",
            "Look up declared facts",
            "Lists the facts that documents of this repository declare about a subject: values, owners, places, and who relies on them.",
            json!({ "about": words("words of the subject; left out, all facts are listed") }),
            &[],
        ),
    ])
}

/// So many findings are listed as data: an assistant reads all that it is given.
const MOST_LISTED: usize = 200;

/// What is said of a text without a finding whose kind nobody knows.
const OF_NO_KIND: &str =
    "No question was found. Of which kind the text is, is not sure: with its `kind` more is asked.\n";

impl Tools {
    pub fn new(rules: &RuleArgs) -> Result<Self, Vec<Mistake>> {
        Ok(Self { rules: rules.clone(), setup: Setup::new(rules)?, trees: Trees::default() })
    }

    /// Looks at the repository anew: between two calls an assistant writes the files that the next one asks about.
    fn look(&mut self) -> Result<(), String> {
        self.setup = Setup::after(Some(&self.setup), &self.rules).map_err(|it| mistaken(&it))?;
        self.trees = Trees::default();
        Ok(())
    }

    /// What a tool says; none where there is no such tool.
    pub fn call(&mut self, name: &str, words: &Value) -> Option<Told> {
        let tool: fn(&mut Self, &Value) -> Result<Told, String> = match name {
            "check_text" => Self::check,
            "explain_rule" => |it, words| it.explain(words),
            "outline" => |it, words| it.outline(words),
            "missing_parts" => Self::missing,
            "declared_facts" => Self::facts,
            _ => return None,
        };
        Some(self.look().and_then(|()| tool(self, words)).unwrap_or_else(Told::wrong))
    }

    fn check(&mut self, words: &Value) -> Result<Told, String> {
        let (source, policy) = self.text(words)?;
        let checked = self.trees.judge(&source, &self.setup.catalog, &policy, &());
        let (count, is_known) = (checked.findings.len(), checked.recognised.sure().is_some());
        let mut report = Report { documents: vec![checked], ..Report::default() };
        let catalog = &self.setup.catalog;
        let mut told = human::print(&report, catalog, &Look::plain(Cap::TREE));
        if told.trim().is_empty() {
            told.push_str(if is_known { "Nothing is left to ask.\n" } else { OF_NO_KIND });
        }
        if count > MOST_LISTED {
            report.documents[0].findings.truncate(MOST_LISTED);
            told.push_str(&format!("\nThe list beside this holds the first {MOST_LISTED} of {count} findings.\n"));
        }
        let data = Some(report::value(&report, catalog));
        Ok(Told { data, ..Told::words(told) })
    }

    fn explain(&self, words: &Value) -> Result<Told, String> {
        let name = word(words, "rule")?.ok_or("name a `rule`")?;
        let catalog = &self.setup.catalog;
        let of_need = || catalog.rule(name).map(|rule| &catalog.pages[rule.page]);
        match catalog.page(name).or_else(of_need) {
            Some(page) => Ok(Told::words(explain::page(page, catalog))),
            None => {
                let known = catalog.rules.iter().map(|rule| &*rule.id).chain(catalog.kind_names());
                Err(format!(
                    "there is no rule or kind `{name}`: {}",
                    did_you_mean(name, known, "check_text names them")
                ))
            }
        }
    }

    fn outline(&self, words: &Value) -> Result<Told, String> {
        let page = self.page(word(words, "kind")?.ok_or("name a `kind`")?)?;
        let title = word(words, "title")?.map(str::to_owned);
        Ok(Told::words(compose::new(page, &Known { title, ..Known::default() })))
    }

    fn missing(&mut self, words: &Value) -> Result<Told, String> {
        let (source, policy) = self.text(words)?;
        let catalog = &self.setup.catalog;
        let recognised = lint::check(&source, catalog, &policy).recognised;
        let kind = recognised.sure().ok_or("nothing tells what kind of document this is: name its `kind`")?;
        let page = self.page(kind)?;
        let filled = fill::fill(&source, page, |need| policy.wants(need, catalog));
        let data = json!({ "kind": kind, "questions": filled.questions, "text": filled.text });
        let told = match filled.questions.as_slice() {
            [] => format!("{kind}: nothing is left to ask.\n"),
            _ => filled.text,
        };
        Ok(Told { data: Some(data), ..Told::words(told) })
    }

    fn facts(&mut self, words: &Value) -> Result<Told, String> {
        let about = word(words, "about")?.unwrap_or_default().to_lowercase();
        let paths = vec![PathBuf::from(".")];
        let work = work::gather(&mut self.setup, &paths, &InputArgs::default()).map_err(|it| mistaken(&it))?;
        let selection = Selection { paths, ..Selection::default() };
        let unread = |_| "the texts of this repository cannot be read: `pingless facts` says why".to_owned();
        let gathered =
            gather::all(&mut self.setup, work, &selection, Wanted::Facts, ColorArg::Never).map_err(unread)?;
        let all = gathered.facts();
        let chosen: Vec<&Fact> = all.iter().filter(|it| is_about(it, &about)).collect();
        let shown = &chosen[..chosen.len().min(MOST_FACTS)];
        let mut told = facts::table(shown);
        if shown.is_empty() {
            told = match all.len() {
                0 => "no fact is declared here\n".to_owned(),
                1 => "1 fact is declared here, and it is not about this\n".to_owned(),
                many => format!("{many} facts are declared here, and none is about this\n"),
            };
        } else if shown.len() < chosen.len() {
            told.push_str(&format!("{} more: say more exactly about what\n", chosen.len() - shown.len()));
        }
        Ok(Told { data: serde_json::from_str(&facts::json(shown)).ok(), ..Told::words(told) })
    }

    fn page(&self, kind: &str) -> Result<&KindPage, String> {
        let catalog = &self.setup.catalog;
        let page = catalog.kind(kind).filter(|page| page.kind.is_target && !page.skeleton.asks.is_empty());
        page.ok_or_else(|| {
            let names = catalog.kinds.iter().filter(|it| it.kind.is_target).map(|it| &*it.kind.name);
            let all = names.clone().collect::<Vec<_>>().join(", ");
            format!("there is no kind `{kind}`: {}", did_you_mean(kind, names, &format!("use one of {all}")))
        })
    }

    /// The text that somebody asks about, and what applies to it.
    fn text(&mut self, words: &Value) -> Result<(Source, Policy), String> {
        let text = word(words, "text")?.ok_or("give the `text`")?;
        let path = word(words, "path")?.map(name_told);
        let path = path.as_deref().map(Path::new);
        let is_below = |path: &Path| path.components().all(|it| matches!(it, Component::Normal(_) | Component::CurDir));
        if path.is_some_and(|path| !is_below(path)) {
            return Err("a `path` is one below the folder of the repository, as in `docs/adr/0007-queue.md`".to_owned());
        }
        let mut policy = self.setup.policy(path).map_err(|it| mistaken(&it))?;
        if text.len() as u64 > policy.largest.unwrap_or(LARGEST) {
            return Err("the text is too long: give a part of it".to_owned());
        }
        if let Some(kind) = word(words, "kind")? {
            if kind != "none" {
                self.page(kind)?;
            }
            policy.kind = Some(kind.to_owned());
        }
        let source = match path {
            Some(path) => self.trees.seated(Source::file(name_of(path), text)),
            None => Source::new("text", text, Origin::Message),
        };
        Ok((with_kind(source, &policy), policy))
    }
}

/// What is wrong with a configuration or a page, as somebody has to mend it.
fn mistaken(all: &[Mistake]) -> String {
    all.iter().map(Mistake::line).collect::<Vec<_>>().join("\n")
}

/// A word by its name; an empty one is none.
fn word<'w>(words: &'w Value, name: &str) -> Result<Option<&'w str>, String> {
    match words.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(word)) => Ok(Some(word.as_str()).filter(|it| !it.is_empty() || name == "text")),
        Some(_) => Err(format!("`{name}` is a text")),
    }
}

/// Whether a fact names all the words: in its id, its value, its aliases or the names of those who answer for it.
fn is_about(fact: &Fact, about: &str) -> bool {
    let mut said = fact.id.to_lowercase();
    for it in &fact.declared {
        let parts = [Some(&it.value), it.owner.as_ref()].into_iter().flatten().chain(&it.aliases);
        parts.for_each(|part| said.push_str(&format!(" {}", part.to_lowercase())));
    }
    about.split_whitespace().all(|word| said.contains(word))
}
