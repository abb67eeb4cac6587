//! Editions: which rules speak by themselves, and how loudly, as it was at a release. Whoever names one sees the same
//! findings of the same rules when a later release is stricter.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::finding::{Confidence, Level};
use crate::rule::{Catalog, Check, Rule};

/// The tables, the oldest first. A released one never changes.
const TABLES: &[(&str, &str)] = &[("2026.1", include_str!("edition/2026.1.tsv"))];

/// The default set of one time.
#[derive(Debug, PartialEq, Eq)]
pub struct Edition {
    pub name: &'static str,
    rows: HashMap<&'static str, Standing>,
}

/// How a rule stands by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub level: Level,
    /// How sure the absence of a need is; below high only `--pedantic` shows it.
    pub confidence: Confidence,
    /// It speaks by itself; else only where a contract asks for it.
    pub is_asked: bool,
}

static ALL: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        let (rule, level, state) = (cells.next()?, cells.next()?, cells.next()?);
        let level = Level::named(level)?;
        let (word, is_asked) = state.strip_suffix(", looked for").map_or((state, true), |word| (word, false));
        let confidence = CONFIDENCES.into_iter().find(|it| it.word() == word)?;
        Some((rule, Standing { level, confidence, is_asked }))
    };
    TABLES.iter().map(|(name, table)| Edition { name, rows: table.lines().filter_map(row).collect() }).collect()
});

const CONFIDENCES: [Confidence; 3] = [Confidence::Low, Confidence::Medium, Confidence::High];

/// Every edition, the oldest first.
pub fn all() -> impl DoubleEndedIterator<Item = &'static Edition> {
    ALL.iter()
}

impl Edition {
    pub fn named(name: &str) -> Option<&'static Edition> {
        all().find(|it| it.name == name)
    }

    /// How a rule stood then; none where it was no default rule yet.
    pub fn of(&self, rule: &str) -> Option<Standing> {
        self.rows.get(rule).copied()
    }
}

impl Standing {
    /// How a rule stands now.
    pub fn of(rule: &Rule, catalog: &Catalog) -> Self {
        let confidence = match &rule.check {
            Check::Need { kind, need } => catalog.kind(kind).map(|page| page.needs[*need].confidence),
            _ => None,
        };
        Self { level: rule.level, confidence: confidence.unwrap_or(Confidence::High), is_asked: catalog.is_asked(rule) }
    }
}

/// The default set of a catalog, as the table of an edition has it.
pub fn table(catalog: &Catalog) -> String {
    let row = |rule: &Rule| {
        let it = Standing::of(rule, catalog);
        let looked_for = if it.is_asked { "" } else { ", looked for" };
        format!("{}\t{}\t{}{looked_for}\n", rule.id, it.level.word(), it.confidence.word())
    };
    let mut rows: Vec<String> = catalog.rules.iter().filter(|it| it.is_builtin && !it.preview).map(row).collect();
    rows.sort();
    rows.concat()
}
