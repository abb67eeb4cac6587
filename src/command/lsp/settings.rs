//! What an editor says of rules: the flags of `check` by their names in JSON. What a repository says of itself is in its own
//! configuration, and stronger words stand there.

use serde::Deserialize;
use serde_json::Value;

use crate::cli::{ConfigArgs, RuleArgs};
use crate::config::did_you_mean;
use crate::run::setup::CONFIG;

/// The names of all settings,
const NAMES: [&str; 8] = ["select", "ignore", "extendSelect", "pedantic", "preview", "strict", "isolated", "config"];
/// and those that are for who starts us.
const BESIDE: [&str; 2] = ["path", "trace"];

/// Under `pingless` in the settings of an editor, or in what it says at the beginning.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    select: Option<Vec<String>>,
    ignore: Option<Vec<String>>,
    extend_select: Option<Vec<String>>,
    pedantic: Option<bool>,
    preview: Option<bool>,
    strict: Option<bool>,
    isolated: Option<bool>,
    /// A configuration file.
    config: Option<String>,
}

/// What is said of a setting that there is none of.
pub fn unknown(value: &Value) -> Option<String> {
    let inside = value.get("pingless").unwrap_or(value).as_object()?;
    let is_known = |name: &str| NAMES.contains(&name) || BESIDE.contains(&name);
    let name = inside.keys().find(|it| !is_known(it))?;
    let help = did_you_mean(name, NAMES.into_iter(), &format!("use one of {}", NAMES.join(", ")));
    Some(format!("pingless: there is no setting `{name}`; {help}"))
}

/// Whether anything in it is meant for us: an editor tells of its settings to everybody, and what was said at the beginning
/// counts until something else is said.
pub fn are_ours(value: &Value) -> bool {
    let own = || value.as_object().is_some_and(|it| it.keys().any(|it| NAMES.contains(&it.as_str())));
    value.get("pingless").is_some() || own()
}

impl Settings {
    /// Reads the settings, or says why they cannot be read.
    pub fn read(value: &Value) -> Result<Self, String> {
        let inside = value.get("pingless").unwrap_or(value);
        match inside {
            Value::Null => Ok(Self::default()),
            inside => Self::deserialize(inside).map_err(|error| error.to_string()),
        }
    }

    /// The flags of the command line, with what the editor says over them.
    pub fn over(&self, args: &RuleArgs) -> RuleArgs {
        let list = |own: &Option<Vec<String>>, other: &[String]| own.clone().unwrap_or_else(|| other.to_vec());
        let config = self.config.iter().filter(|it| !it.is_empty()).cloned();
        RuleArgs {
            select: list(&self.select, &args.select),
            ignore: list(&self.ignore, &args.ignore),
            extend_select: list(&self.extend_select, &args.extend_select),
            pedantic: self.pedantic.unwrap_or(args.pedantic),
            preview: self.preview.unwrap_or(args.preview),
            strict: self.strict.unwrap_or(args.strict),
            from: ConfigArgs {
                config: args.from.config.iter().cloned().chain(config).collect(),
                isolated: self.isolated.unwrap_or(args.from.isolated),
            },
            now: args.now,
            ast: args.ast,
            of_editor: self.said(),
        }
    }

    /// What is said of it, by its name in a configuration.
    fn said(&self) -> Vec<&'static str> {
        let all = [
            ("select", self.select.is_some()),
            ("ignore", self.ignore.is_some()),
            ("extend-select", self.extend_select.is_some()),
            ("pedantic", self.pedantic.is_some()),
            ("preview", self.preview.is_some()),
            ("strict", self.strict.is_some()),
            (CONFIG, self.config.as_ref().is_some_and(|it| !it.is_empty())),
        ];
        all.into_iter().filter(|it| it.1).map(|it| it.0).collect()
    }
}
