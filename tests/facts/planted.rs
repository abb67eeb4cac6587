//! Twenty facts and two hundred places that rely on them, in every form: one wrong value among them is found, and other
//! words around the right values are not.

use std::fmt::Write as _;

use pingless::config::Policy;
use pingless::corpus::{Corpus, Setting};
use pingless::link;
use pingless::lint::{self, Beside, Detail};
use pingless::rule::{Catalog, Rule};
use pingless::summary::Summary;
use pingless::text::Source;

/// Facts by their ids: the value that is declared, the same in other units, and another value.
const FACTS: &[(&str, &str, &[&str], &str)] = &[
    ("share.link.lifetime", "60 min", &["1 h", "3600 s", "60 minutes", "PT1H"], "15 min"),
    ("share.link.grace", "5 min", &["300 s", "5 minutes"], "10 min"),
    ("upload.size.limit", "2 GB", &["2000 MB", "16 Gbit"], "2 GiB"),
    ("upload.part.size", "64 MiB", &["65536 KiB", "64Mi"], "64 MB"),
    ("api.rate.limit", "600 requests/min", &["10 requests per second", "10 rps"], "600 requests/s"),
    ("api.retry.limit", "5 retries", &["5", "5 retries"], "3 retries"),
    ("api.error.budget", "0.1 %", &["0.1%", "1‰"], "1 %"),
    ("search.index.delay", "90 s", &["1.5 min", "1 min 30 s"], "90 ms"),
    ("billing.free.volume", "$20", &["20 USD", "$20.00"], "$200"),
    ("billing.invoice.due", "30 days", &["30 d", "720 h"], "14 days"),
    ("backup.kept", "12 months", &["1 year", "12 months"], "6 months"),
    ("backup.window", "1–2 h", &["60 to 120 min", "1-2 hours"], "1–3 h"),
    ("release.freeze", "2026-12-18T12:00Z", &["2026-12-18 12:00 UTC", "2026-12-18T13:00+01:00"], "2026-12-19T12:00Z"),
    ("runtime.node", ">=20.10", &[">= 20.10"], ">=22.0"),
    ("sdk.version", "v3.2.1", &["3.2.1"], "3.2.0"),
    ("auth.mode", "strict", &["Strict", "`strict`"], "lenient"),
    ("auth.owner", "@identity", &["@identity"], "@billing"),
    ("status.page", "https://status.example.com/", &["https://status.example.com"], "https://example.com/status"),
    ("queue.depth", "10,000 messages", &["10000 messages", "10k messages", "ten thousand messages"], "1,000 messages"),
    ("radio.band", "2.4 GHz", &["2400 MHz"], "5 GHz"),
];

const FORMS: usize = 5;
const IMPORTERS: usize = 200;

/// A generator that is the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

const WORDS: &[&str] = &["the client", "each worker", "a nightly job", "our partner", "this page", "the gateway"];

fn declared() -> Vec<(String, String)> {
    let half = FACTS.len() / 2;
    let mut comments = String::from("# Limits\n\n");
    for (id, value, _, _) in &FACTS[..half] {
        let _ = writeln!(comments, "<!-- pingless: fact {id} = \"{value}\" owner=@core since=2026-11-01T09:00Z -->\n");
    }
    let mut table = String::from("# Numbers\n\n| Fact | Value | Owner | Since |\n|---|---|---|---|\n");
    for (id, value, _, _) in &FACTS[half..] {
        let _ = writeln!(table, "| `{id}` | {value} | @core | 2026-11-01T09:00Z |");
    }
    vec![("facts/limits.md".to_owned(), comments), ("facts/numbers.md".to_owned(), table)]
}

/// One text that relies on a fact.
fn importer(number: usize, value: &str, words: &str) -> (String, String) {
    let fact = number % FACTS.len();
    let id = FACTS[fact].0;
    let page = if fact < FACTS.len() / 2 { "limits" } else { "numbers" };
    let seen = "seen=2026-11-02T09:00Z";
    let head = format!("# Page {number}\n\nHere {words} does its part.\n\n");
    // Words that stand alone may be the name of anything: a link says a value only where it can be nothing else.
    let form = match number / FACTS.len() % FORMS {
        1 if matches!(id, "auth.mode") => 0,
        form => form,
    };
    let text = match form {
        0 => format!("{head}<!-- pingless: assumes {id} = \"{value}\" {seen} -->\n\nAnd {words} again.\n"),
        1 => format!("{head}It is [{value}](../facts/{page}.md#{id}), says {words}.\n"),
        2 => format!("---\ntitle: Page {number}\nassumes:\n  - '{id} = \"{value}\" {seen}'\n---\n\n{head}"),
        3 => format!("{head}| fact | assumed | seen |\n|---|---|---|\n| `{id}` | {value} | 2026-11-02T09:00Z |\n"),
        _ => {
            let name = id.replace('.', "_");
            let text = format!(
                "# Settings that {words} reads.\n\n# pingless: assumes {id} at=\"{name} *= *(.+)\" {seen}\n{name} = {value}\n"
            );
            return (format!("code/settings_{number:03}.toml"), text);
        }
    };
    (format!("docs/page_{number:03}.md"), text)
}

fn summary(path: &str, text: &str, catalog: &Catalog) -> Option<Summary> {
    if !path.ends_with(".md") {
        return Summary::of_plain(path, path, text);
    }
    let wanted = Beside { summary: Detail::Whole, ..Beside::default() };
    lint::check_beside(&Source::file(path, text), wanted, catalog, &Policy::default()).summary.map(|it| *it)
}

/// `PATH RULE` of all that is found among the texts.
fn found(all: &[Summary], catalog: &Catalog) -> Vec<String> {
    let mut all = all.to_vec();
    all.sort_by(|one, other| one.path.cmp(&other.path));
    let is_of_facts =
        |rule: &Rule| link::is_of_corpus(rule) && (rule.id.contains("fact") || rule.id.contains("assumption"));
    let linked = link::link(&Corpus::new(&all, Setting::default()), catalog, is_of_facts);
    let told = all.iter().zip(&linked);
    told.flat_map(|(summary, linked)| linked.flags().map(|(rule, _)| format!("{} {rule}", summary.path))).collect()
}

/// What is kept of the pages that declare, and of all importers: with the right values, in any of their forms.
fn repository(seed: u64, catalog: &Catalog) -> Vec<Summary> {
    let mut dice = Dice(seed);
    let mut texts = declared();
    for number in 0..IMPORTERS {
        let same = FACTS[number % FACTS.len()].2;
        texts.push(importer(number, same[dice.below(same.len())], WORDS[dice.below(WORDS.len())]));
    }
    texts.iter().filter_map(|(path, text)| summary(path, text, catalog)).collect()
}

#[test]
fn every_wrong_value_is_found_and_nothing_else() {
    let catalog = Catalog::builtin();
    let right = repository(1, &catalog);
    assert_eq!(right.len(), IMPORTERS + 2);
    assert_eq!(found(&right, &catalog), [""; 0], "all values are the declared ones");
    for number in 0..IMPORTERS {
        let (path, text) = importer(number, FACTS[number % FACTS.len()].3, WORDS[number % WORDS.len()]);
        let mut all = right.clone();
        let own = all.iter().position(|it| it.path == path).expect("it is one of them");
        all[own] = summary(&path, &text, &catalog).expect("it assumes something");
        assert_eq!(found(&all, &catalog), [format!("{path} contradicting-fact")], "{text}");
    }
}

#[test]
fn other_words_are_not_reported() {
    let catalog = Catalog::builtin();
    for seed in 2..8 {
        assert_eq!(found(&repository(seed, &catalog), &catalog), [""; 0], "{seed}");
    }
}

#[test]
fn who_relies_on_what_is_taken_back_is_named() {
    let catalog = Catalog::builtin();
    let mut all = repository(9, &catalog);
    let taken = FACTS[0].0;
    let superseded = |it: &mut pingless::summary::Export| {
        if it.id == taken {
            it.superseded_by = Some("share.session.lifetime".to_owned());
        }
    };
    all.iter_mut().flat_map(|it| &mut it.exports).for_each(superseded);
    let mut expected: Vec<String> = (0..IMPORTERS)
        .filter(|it| it % FACTS.len() == 0)
        .map(|it| format!("{} stale-assumption", importer(it, "", "").0))
        .collect();
    expected.sort();
    assert_eq!(found(&all, &catalog), expected);
    assert_eq!(expected.len(), IMPORTERS / FACTS.len());
}
