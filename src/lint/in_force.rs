//! The contract in force for one document: what is asked of it, and who asks.

use super::active::idle;
use super::need::Contract;
use super::{answers, compare, recognise};
use crate::config::Policy;
use crate::document::Document;
use crate::finding::Level;
use crate::kind::Recognised;
use crate::rule::Catalog;
use crate::template::Demand;
use crate::text::Source;
use crate::tree::Around;

/// What is asked of a document, in the order of its kind's page.
#[derive(Debug)]
pub struct InForce {
    pub recognised: Recognised,
    /// The page that defines its kind.
    pub page: Option<String>,
    /// The template that it is measured by.
    pub template: Option<String>,
    pub clauses: Vec<Clause>,
    /// Why no rule looks at it, where none does.
    pub idle: Option<&'static str>,
    /// Whether rules that know English alone look at it.
    pub is_english: bool,
}

/// One thing that is asked.
#[derive(Debug)]
pub struct Clause {
    /// A slot, or the label of a section that no slot stands for.
    pub name: String,
    pub level: Level,
    pub is_asked: bool,
    /// Who asks, and under which condition, in words; empty where it is only looked for.
    pub because: Vec<String>,
}

/// What would be asked of this text.
pub fn in_force(source: &Source, around: Option<&Around>, catalog: &Catalog, policy: &Policy) -> InForce {
    let doc = Document::new(source);
    let recognised = recognise(&doc, catalog, policy);
    let known = recognised.sure().and_then(|kind| catalog.kind(kind));
    let (idle, is_english) = (idle(&doc, around, known, &recognised), doc.is_english());
    let Some(page) = known else {
        return InForce { recognised, page: None, template: None, clauses: Vec::new(), idle, is_english };
    };
    let slots = answers(&doc, page, false);
    let compared = compare(&doc, page, &slots, policy);
    let contract =
        Contract { doc: &doc, page, slots: &slots, policy, compared: compared.as_ref(), asked: &[], change: None };
    let needs = page.needs.iter().enumerate().filter(|(_, need)| need.is_askable());
    let mut clauses: Vec<Clause> = needs.map(|(index, _)| clause(&contract, index, catalog)).collect();
    for part in compared.iter().flat_map(|it| &it.parts).filter(|it| it.slot.is_none()) {
        let path = compared.as_ref().map_or("", |it| &it.template.path);
        clauses.push(Clause {
            name: format!("\u{201c}{}\u{201d}", part.part.label),
            level: Level::Warn,
            is_asked: part.part.demand > Demand::Optional,
            because: vec![format!("{} in {path}:{}", part.part.demand.word(), part.part.line)],
        });
    }
    let path = catalog.pages[page.page].path.to_string();
    let template = compared.map(|it| it.template.path.clone());
    InForce { recognised, page: Some(path), template, clauses, idle, is_english }
}

fn clause(contract: &Contract, index: usize, catalog: &Catalog) -> Clause {
    let need = &contract.page.needs[index];
    let own = need
        .rule
        .as_deref()
        .and_then(|id| catalog.rule(id))
        .map_or(Level::Note, |rule| contract.policy.own_level(rule));
    let mut because = Vec::new();
    let mut level = own;
    if let Some(required) = contract.required(need) {
        level = own.max(Level::Warn);
        because.push(format!("required in {}", required.line));
    }
    for part in contract.compared.iter().flat_map(|it| &it.parts).filter(|it| it.slot == Some(index)) {
        if part.part.demand > Demand::Optional {
            level = own.max(Level::Warn);
        }
        let path = contract.compared.map_or("", |it| &it.template.path);
        because.push(format!("{} in {path}:{}", part.part.demand.word(), part.part.line));
    }
    if contract.policy.strict {
        because.push("strict".to_owned());
    } else if contract.is_wanted(need) {
        because.push("selected".to_owned());
    }
    if contract.is_asked(need) {
        let mut by_page = "asked by its page".to_owned();
        if !need.together.is_empty() {
            by_page.push_str(&format!(", where nothing says {} either", need.together.join(", ")));
        }
        if !need.given.is_empty() {
            by_page.push_str(&format!(", where something says {}", need.given.join(", ")));
        }
        because.push(by_page);
    }
    Clause { name: need.name.to_string(), level, is_asked: contract.asks_for(index), because }
}
