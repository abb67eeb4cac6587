//! What the command line says of rules, as configurations over those of files. Reads none of them.

use std::ffi::OsString;

use crate::cli::RuleArgs;
use crate::config::{COMMAND_LINE, Settings};
use crate::rule::{Catalog, Mistake};

/// The file that takes the place of all others: the last that is named.
pub fn file(args: &RuleArgs) -> Option<OsString> {
    args.from.config.iter().rfind(|word| !is_setting(word)).map(OsString::from)
}

/// The flags, as settings over all others.
pub fn settings(args: &RuleArgs, catalog: &Catalog) -> Result<(toml::Table, Settings), Vec<Mistake>> {
    let list = |words: &[String]| toml::Value::from(words.to_vec()).to_string();
    let mut flags = Vec::new();
    if !args.select.is_empty() {
        flags.push(format!("select = {}", list(&args.select)));
    }
    if !args.ignore.is_empty() {
        flags.push(format!("ignore = {}", list(&args.ignore)));
    }
    if !args.extend_select.is_empty() {
        flags.push(format!("extend-select = {}", list(&args.extend_select)));
    }
    let modes = [("pedantic", args.pedantic), ("preview", args.preview), ("strict", args.strict)];
    flags.extend(modes.iter().filter(|(_, is_on)| *is_on).map(|(name, _)| format!("{name} = true")));
    // Each word is a configuration of its own, a later one counts more, and flags count most.
    let words = args.from.config.iter().filter(|word| is_setting(word)).cloned();
    let (mut table, mut settings) = <(toml::Table, Settings)>::default();
    for text in words.chain([flags.join("\n")]).map(|it| it + "\n") {
        let own = Settings::parse(COMMAND_LINE, &text).map_err(|mistake| vec![mistake])?;
        let mistakes = own.mistakes(COMMAND_LINE, &text, catalog);
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        lay_over(&mut table, text.parse().unwrap_or_default());
        settings = own.over(settings);
    }
    Ok((table, settings))
}

/// Whether a word behind `--config` is a setting. The word alone decides, and not which files there are: in a change of somebody else
/// one may be called like a setting. A file with `=` in its name ends in `.toml`.
fn is_setting(word: &str) -> bool {
    word.contains('=') && !word.ends_with(".toml")
}

/// What a nearer configuration says takes the place of what stands under it.
fn lay_over(table: &mut toml::Table, nearer: toml::Table) {
    for (name, value) in nearer {
        match (table.get_mut(&name), value) {
            (Some(toml::Value::Table(known)), toml::Value::Table(nearer)) => lay_over(known, nearer),
            (_, value) => drop(table.insert(name, value)),
        }
    }
}
