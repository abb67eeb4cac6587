//! What `pingless litmus` asks, and of what: `[litmus]` in `pingless.toml`.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Paths, Settings, Word, did_you_mean};
use crate::litmus::Question;

/// Which systems there are, and which questions are not theirs.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Litmus {
    /// The systems, each with its folder or folders: `billing = "services/billing"`. Without them, those of CODEOWNERS
    /// and of the folders that hold code.
    #[schemars(with = "IndexMap<String, Paths>")]
    pub systems: IndexMap<String, Spanned<Paths>>,
    /// Questions that are asked of no system: `["deploy", "undo"]`.
    #[schemars(with = "Vec<String>")]
    pub ignore: Vec<Word>,
    /// Questions that are not asked of one system: `{ "packages/ui" = ["deploy"] }`.
    #[schemars(with = "IndexMap<String, Vec<String>>")]
    pub ignore_for: IndexMap<String, Vec<Word>>,
}

impl Litmus {
    pub(super) fn over(self, base: Litmus) -> Litmus {
        let mut ignore_for = base.ignore_for;
        ignore_for.extend(self.ignore_for);
        Litmus {
            systems: if self.systems.is_empty() { base.systems } else { self.systems },
            ignore: base.ignore.into_iter().chain(self.ignore).collect(),
            ignore_for,
        }
    }

    /// The systems with their folders, without `/` at their ends.
    pub fn configured(&self) -> Vec<(String, Vec<String>)> {
        let paths = |it: &Spanned<Paths>| it.get_ref().list().iter().map(|path| folder(path).to_owned()).collect();
        self.systems.iter().map(|(name, it)| (name.clone(), paths(it))).collect()
    }

    /// What is not asked, and of which system; of all where none is named.
    pub fn ignored(&self) -> Vec<(Option<String>, Question)> {
        let question = |it: &Word| Question::named(it.get_ref());
        let of_all = self.ignore.iter().filter_map(question).map(|it| (None, it));
        let of_one = self
            .ignore_for
            .iter()
            .flat_map(|(name, list)| list.iter().filter_map(question).map(|it| (Some(name.clone()), it)));
        of_all.chain(of_one).collect()
    }
}

/// `./services/billing/**` is `services/billing`.
fn folder(path: &str) -> &str {
    let path = path.trim_start_matches("./");
    let path = path.strip_suffix("/**").unwrap_or(path).trim_end_matches('/');
    if path == "." { "" } else { path }
}

/// What is wrong with the section, and its cure.
pub(super) fn problems(settings: &Settings) -> Vec<(Word, String, String)> {
    let litmus = &settings.litmus;
    let mut found = Vec::new();
    let words = litmus.ignore.iter().chain(litmus.ignore_for.values().flatten());
    for word in words.filter(|it| Question::named(it.get_ref()).is_none()) {
        let ids = Question::ALL.map(Question::id);
        let all = format!("use one of {}", ids.join(", "));
        let help = did_you_mean(word.get_ref(), ids.into_iter(), &all);
        found.push((word.clone(), format!("there is no question `{}`", word.get_ref()), help));
    }
    for (name, paths) in &litmus.systems {
        let mut wrong = |fault: String, cure: &str| {
            found.push((Spanned::new(paths.span(), name.clone()), fault, cure.to_owned()));
        };
        if paths.get_ref().list().is_empty() {
            wrong(format!("the system `{name}` has no folder"), "name its folder, as `\"services/billing\"`");
        }
        for path in paths.get_ref().list() {
            let is_outside = path.starts_with('/') || path.split('/').any(|it| it == "..");
            if is_outside {
                wrong(format!("`{path}` leads out of the repository"), "name a folder from its root");
            } else if folder(path).contains(['*', '?', '[', '{']) {
                wrong(format!("`{path}` is a pattern"), "name folders; what lies in them belongs to the system");
            }
        }
    }
    let unknown = |name: &&String| !litmus.systems.is_empty() && !litmus.systems.contains_key(*name);
    for (name, words) in litmus.ignore_for.iter().filter(|(name, _)| unknown(name)) {
        let Some(first) = words.first() else { continue };
        let help = did_you_mean(name, litmus.systems.keys().map(String::as_str), "`[litmus.systems]` names them");
        found.push((first.clone(), format!("there is no system `{name}`"), help));
    }
    found
}
