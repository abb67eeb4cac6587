//! What is found today: as many findings as `pingless baseline` takes for known once the configuration is written.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::cli::{InputArgs, RuleArgs};
use crate::input;
use crate::rule::Mistake;
use crate::run::judge::{self, Wait};
use crate::run::setup::Setup;
use crate::run::{known, work};
use crate::settle::gate::{Gate, Surface};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Debt {
    pub findings: usize,
    /// So many of them fail a run.
    pub failing: usize,
}

/// The debt of the current folder, under a configuration that is not there yet where one is offered.
pub fn debt(root: &Path, offered: Option<&str>) -> Result<Debt, Vec<Mistake>> {
    let mut setup = Setup::new(&RuleArgs::default())?;
    if let Some(text) = offered {
        setup.suppose(root, text)?;
    }
    let gate = Gate { surface: Surface::Tree, fail_on: setup.for_here()?.settings().fail_on };
    let work = work::gather(&mut setup, &[PathBuf::from(".")], &InputArgs::default())?;
    let report = judge::judge(work, &mut setup, Wait::Progress);
    let (root, mut folders) = (input::real(root), HashMap::new());
    let mut debt = Debt::default();
    for document in report.documents.iter().filter(|it| known::path_in(&root, it, &mut folders).is_some()) {
        debt.findings += document.findings.len();
        debt.failing += document.findings.iter().filter(|it| gate.fails(it)).count();
    }
    Ok(debt)
}
