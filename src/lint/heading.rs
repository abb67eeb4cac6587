//! The headings that a text has not got, and below which its readers would look for what it does not say.

use crate::finding::Finding;
use crate::rule::{Catalog, Check, KindPage};
use crate::settle::Gap;
use crate::slot::{Answer, State};
use crate::template::{Comparison, Demand, Standing};

/// The gaps that findings tell of, in their order, each once.
pub fn missing(
    findings: &[Finding],
    page: Option<&KindPage>,
    slots: &[Answer],
    compared: Option<&Comparison>,
    catalog: &Catalog,
) -> Vec<Gap> {
    let Some(page) = page else { return Vec::new() };
    let mut gaps: Vec<Gap> = Vec::new();
    for finding in findings {
        let needs = needs_of(finding, page, catalog);
        let is_absent =
            |need: &usize| slots.iter().any(|it| it.slot == page.needs[*need].name && it.state == State::Absent);
        let named = needs.into_iter().filter(is_absent).filter_map(|need| gap(need, page, compared));
        // A section that no slot stands for is known by its question.
        let asked = compared.into_iter().flat_map(|it| &it.parts).filter(|it| {
            it.slot.is_none()
                && it.standing == Standing::Missing
                && it.part.demand > Demand::Optional
                && *it.question == *finding.question
        });
        let asked = asked.map(|it| Gap { heading: it.part.label.clone(), question: it.question.clone() });
        let new: Vec<Gap> = named.chain(asked).filter(|gap| !gaps.contains(gap)).collect();
        gaps.extend(new);
    }
    gaps
}

/// What a finding misses: by its rule, by the name of its rule, or by its question.
fn needs_of(finding: &Finding, page: &KindPage, catalog: &Catalog) -> Vec<usize> {
    let named = |name: &str| page.needs.iter().position(|it| it.name == name);
    match catalog.rule(&finding.rule).map(|rule| &rule.check) {
        Some(Check::Need { need, kind }) if **kind == *page.kind.name => vec![*need],
        Some(Check::Absent(names)) => names.iter().filter_map(|name| named(name)).collect(),
        _ => {
            let by_name = finding.rule.strip_prefix("missing-").and_then(named);
            let by_question = || page.needs.iter().position(|it| it.question() == Some(&*finding.question));
            by_name.or_else(by_question).into_iter().collect()
        }
    }
}

/// The heading of the repository's own template before that of the kind's page. None where it stands there already.
fn gap(need: usize, page: &KindPage, compared: Option<&Comparison>) -> Option<Gap> {
    let it = &page.needs[need];
    let question = it.question()?;
    let parts = || compared.into_iter().flat_map(|it| &it.parts).filter(|it| it.slot == Some(need));
    if parts().any(|it| it.standing != Standing::Missing) {
        return None;
    }
    let heading = match parts().next() {
        Some(part) => part.part.label.clone(),
        None => page.skeleton.heading_of(&it.name)?.to_owned(),
    };
    Some(Gap { heading, question: question.to_owned() })
}
