//! What the command line says of rules, as configurations over those of files. Reads none of them.

use std::ffi::OsString;

use crate::cli::RuleArgs;
use crate::config::{COMMAND_LINE, EDITOR, Settings};
use crate::rule::{Catalog, Mistake};

/// What names a configuration.
pub const CONFIG: &str = "config";

/// The file that takes the place of all others, the last that is named; with what is said before its name, and where.
pub fn file(args: &RuleArgs) -> Option<(&'static str, &'static str, OsString)> {
    let words = || origins(args).filter(|(_, word)| !is_setting(word));
    words().last().map(|(origin, word)| {
        let means = if origin == EDITOR { "config = " } else { "--config " };
        (origin, means, OsString::from(word))
    })
}

/// The words that name configurations, and where they are said: what an editor names stands last.
fn origins(args: &RuleArgs) -> impl Iterator<Item = (&'static str, &String)> {
    let last = args.from.config.len().wrapping_sub(1);
    let is_of_editor = args.of_editor.contains(&CONFIG);
    let origin = move |at| if is_of_editor && at == last { EDITOR } else { COMMAND_LINE };
    args.from.config.iter().enumerate().map(move |(at, word)| (origin(at), word))
}

/// The flags, as settings over all others.
pub fn settings(args: &RuleArgs, catalog: &Catalog) -> Result<(toml::Table, Settings), Vec<Mistake>> {
    let list = |name, words: &[String]| {
        let text = || format!("{name} = {}", toml::Value::from(words.to_vec()));
        (!words.is_empty()).then(|| (name, text()))
    };
    let lists = [("select", &args.select), ("ignore", &args.ignore), ("extend-select", &args.extend_select)];
    let modes = [("pedantic", args.pedantic), ("preview", args.preview), ("strict", args.strict)];
    let modes = modes.into_iter().filter(|(_, is_on)| *is_on).map(|(name, _)| (name, format!("{name} = true")));
    let flags: Vec<(&str, String)> = lists.into_iter().filter_map(|(name, it)| list(name, it)).chain(modes).collect();
    let said = |origin: &'static str| {
        let is_own = |name: &str| args.of_editor.contains(&name) == (origin == EDITOR);
        let own: Vec<&str> = flags.iter().filter(|it| is_own(it.0)).map(|it| it.1.as_str()).collect();
        (origin, own.join("\n"))
    };
    // Each word is a configuration of its own, a later one counts more, and flags count most.
    let words = origins(args).filter(|it| is_setting(it.1)).map(|(origin, word)| (origin, word.clone()));
    let (mut table, mut settings) = <(toml::Table, Settings)>::default();
    for (origin, text) in words.chain([COMMAND_LINE, EDITOR].map(said)) {
        let text = text + "\n";
        let own = Settings::parse(origin, &text).map_err(|mistake| vec![mistake])?;
        let mistakes = own.mistakes(origin, &text, catalog);
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
