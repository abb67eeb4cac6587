//! What a team requires of a kind of document in a line of its own: `[contract.bug-report] require = ["hypothesis"]`.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Word;
use crate::text::Lines;

/// What a team asks of documents of one kind, beyond what pingless asks by itself.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Contract {
    /// Slots that every such document has to state: `pingless explain KIND` lists them.
    #[schemars(with = "Vec<String>")]
    pub require: Vec<Word>,
    /// The line that requires each of them, as `FILE:LINE`.
    #[serde(skip)]
    pub lines: Vec<String>,
}

/// Every kind's contract, by the kind's name.
pub type Contracts = IndexMap<Word, Contract>;

/// What settings that stand in no file are called.
pub const COMMAND_LINE: &str = "command line";
/// The same of those that somebody made in an editor.
pub const EDITOR: &str = "settings of the editor";

/// Notes where each requirement stands, as long as its file is known.
pub fn locate(contracts: &mut Contracts, path: &str, text: &str) {
    if contracts.is_empty() {
        return;
    }
    let lines = Lines::of(text);
    for contract in contracts.values_mut() {
        let line = |slot: &Word| match path {
            COMMAND_LINE | EDITOR => format!("the {path}"),
            _ => format!("{path}:{}", lines.index(slot.span().start.min(text.len())) + 1),
        };
        contract.lines = contract.require.iter().map(line).collect();
    }
}

/// Both contracts: whoever builds on a contract may ask for more, and drops a question with `ignore`.
pub fn over(mut base: Contracts, own: Contracts) -> Contracts {
    for (kind, contract) in own {
        let both = base.entry(kind).or_default();
        for (slot, line) in contract.require.into_iter().zip(contract.lines) {
            if !both.require.contains(&slot) {
                both.require.push(slot);
                both.lines.push(line);
            }
        }
    }
    base
}
