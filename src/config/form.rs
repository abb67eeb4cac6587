//! Whether a text has the form of a configuration: what is no TOML, and what is TOML of another type, each with its cure. What
//! the words in it mean, it does not know.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::check::{did_you_mean, mistake};
use super::size;
use crate::finding::Level;
use crate::rule::Mistake;

/// Settings that are tables: of a list serde would take the first entry for the first key.
const TABLES: &[&str] = &["kinds", "levels", "allow", "contract", "litmus", "pull-request", "readers", "team", "vocab"];

/// The setting that is a list of tables.
const LIST: &str = "overrides";

/// Where every key is explained.
const SCHEMA: &str = "`pingless explain config` prints every key with its meaning";

/// Words for a level that there is none of: `note`, which looks like the first of them, is the opposite.
pub const NOTHING: &[&str] = &["none", "no", "nothing", "off"];

/// What is wrong with a place, and its cure.
type Wrong = (Range<usize>, String, String);

/// Reads a text whose settings stand below some keys, as below `tool.pingless`.
pub(super) fn read<T: DeserializeOwned>(path: &str, text: &str, below: &[&str]) -> Result<T, Mistake> {
    let wrong = |(place, message, help): Wrong| mistake(path, text, place, message, help);
    let table = DeTable::parse(text).map_err(|error| wrong(broken(&error, text)))?;
    let inside = below.iter().try_fold(table.get_ref(), |table, key| table.get(*key)?.get_ref().as_table());
    if let Some(found) = inside.and_then(|table| listed(table, text)) {
        return Err(wrong(found));
    }
    toml::from_str(text).map_err(|error| {
        let told = of_choice::<T>(&error, text);
        wrong(mistyped(place(&error), line(told.as_ref().unwrap_or(&error)), text))
    })
}

/// Where one of some words is wanted and something else than a text stands, TOML does not say which: what is said of a text
/// in its place names them.
fn of_choice<T: DeserializeOwned>(error: &toml::de::Error, text: &str) -> Option<toml::de::Error> {
    if line(error) != "wanted string or table" {
        return None;
    }
    let mut asked = text.to_owned();
    asked.replace_range(error.span()?, "\"\"");
    toml::from_str::<T>(&asked).err().filter(|it| line(it).starts_with(CHOICE))
}

/// How serde begins where a word is none of those that may stand there.
const CHOICE: &str = "unknown variant";

fn broken(error: &toml::de::Error, text: &str) -> Wrong {
    if line(error) == "duplicate key" {
        return twice(place(error), text);
    }
    (place(error), line(error).to_owned(), "mend the TOML here".to_owned())
}

/// A key that stands twice in its table, with the line of the first.
fn twice(place: Range<usize>, text: &str) -> Wrong {
    let key = text.get(place.clone()).unwrap_or_default();
    let before: Vec<&str> = text.get(..place.start).unwrap_or_default().lines().collect();
    let is_table = |line: &&str| line.trim_start().starts_with('[');
    let is_header = text.get(..place.start).is_some_and(|it| it.trim_end_matches(' ').ends_with('['));
    // A table is named anywhere above; a key, in the table that it stands in.
    let from = if is_header { 0 } else { before.iter().rposition(is_table).unwrap_or(0) };
    let is_it = |line: &str| match is_header {
        true => line.trim().strip_prefix('[').and_then(|it| it.strip_suffix(']')).is_some_and(|it| it.trim() == key),
        false => line.trim_start().strip_prefix(key).is_some_and(|it| it.trim_start().starts_with(['=', '.'])),
    };
    let first = before.iter().enumerate().skip(from).find(|(_, line)| is_it(line)).map(|(at, _)| at + 1);
    let help = first.map_or_else(
        || "keep one of them, with the values of both".to_owned(),
        |first| format!("it stands in line {first} already: keep one of them, with the values of both"),
    );
    (place, format!("`{key}` is given twice"), help)
}

fn place(error: &toml::de::Error) -> Range<usize> {
    error.span().unwrap_or(0..0)
}

fn line(error: &toml::de::Error) -> &str {
    error.message().lines().next().unwrap_or("this is no TOML")
}

/// The first value that is no table, where one is needed.
fn listed(settings: &DeTable, text: &str) -> Option<Wrong> {
    let is_other = |value: &Spanned<DeValue>| !value.get_ref().is_table();
    let of_all = settings.iter().find(|(key, value)| TABLES.contains(&&**key.get_ref()) && is_other(value));
    if let Some((key, value)) = of_all {
        let key = key.get_ref();
        return Some((
            value.span(),
            format!("`{key}` is a table"),
            format!("write `[{key}]`, and its keys below; {SCHEMA}"),
        ));
    }
    if let Some((key, _)) = settings.iter().find(|(key, value)| &**key.get_ref() == LIST && value.get_ref().is_table())
    {
        let help = format!("write `[[{LIST}]]`, in two brackets: each begins settings for some paths");
        return Some((key.span(), format!("`{LIST}` is a list of tables"), help));
    }
    let contracts = settings.get("contract").and_then(|it| it.get_ref().as_table()).into_iter().flatten();
    let (kind, value) = contracts.into_iter().find(|(_, value)| is_other(value))?;
    let (kind, written) = (kind.get_ref(), &text[value.span()]);
    let list = if written.starts_with('[') { written.to_owned() } else { format!("[{written}]") };
    let message = "a contract is a table".to_owned();
    Some((value.span(), message, format!("write `{kind} = {{ require = {list} }}`")))
}

/// What is wrong with TOML that says something else than a configuration does, in the words of serde.
fn mistyped(place: Range<usize>, message: &str, text: &str) -> Wrong {
    let written = text.get(place.clone()).unwrap_or_default();
    let mut known: Vec<&str> = message.split(", expected ").nth(1).map(quoted).unwrap_or_default();
    known.retain(|it| *it != Level::WARNING);
    let word = quoted(message).first().copied().unwrap_or_default();
    let is_simple = !written.is_empty() && !written.contains('\n') && !written.starts_with(['[', '{']);
    if message.starts_with("unknown field") {
        // The list of all keys is in the schema; here it would hide the one that is wrong.
        return (place, format!("there is no key `{word}` here"), did_you_mean(word, known.into_iter(), SCHEMA));
    }
    if message.starts_with(CHOICE) {
        let fault = match is_simple {
            true => format!("`{}` cannot stand here", written.trim_matches(['"', '\''])),
            false => "this cannot stand here".to_owned(),
        };
        let all = format!("use one of {}", known.join(", "));
        let help = match known.contains(&"never") && NOTHING.contains(&word) {
            true => "did you mean `never`? then no finding fails a run".to_owned(),
            false => did_you_mean(word, known.into_iter(), &all),
        };
        return (place, fault, help);
    }
    if message.starts_with("missing field") {
        return (place, format!("`{word}` is missing here"), format!("add `{word}`; {SCHEMA}"));
    }
    let expected = message.rsplit(", expected ").next().unwrap_or_default();
    let help = match expected {
        "a sequence" if is_simple => format!("write a list, as `[{written}]`"),
        "a string" if key(text, place.start) == "max-file-size" => size::FORM.to_owned(),
        "a string" if is_simple => format!("write it in quotes, as `\"{written}\"`"),
        "a boolean" => "write `true` or `false`, without quotes".to_owned(),
        "u8" | "u32" if message.starts_with("invalid value") => {
            "write a whole number that is not below zero, and not too large".to_owned()
        }
        "u8" | "u32" => "write a number, without quotes".to_owned(),
        _ => SCHEMA.to_owned(),
    };
    // A day without quotes has a type of its own, which serde takes for a table.
    let is_day = is_simple && message.starts_with("invalid type: map");
    let found = if is_day { "a date" } else { in_words(message.trim_start_matches("invalid type: ")) };
    let message = match message.split(": ").next().unwrap_or_default() {
        "invalid type" => format!("this is {found}, and {} is wanted here", in_words(expected)),
        "invalid value" => format!("`{written}` cannot stand here"),
        _ => message.to_owned(),
    };
    (place, message, help)
}

/// The last word of the key whose value begins at a place.
fn key(text: &str, value: usize) -> &str {
    let before = text.get(..value).unwrap_or_default().trim_end().trim_end_matches('=').trim_end();
    let word = before.rsplit(['\n', '{', ',', '.', ' ']).next().unwrap_or_default();
    word.trim_matches(['"', '\''])
}

/// A type as serde calls it, in the words of whoever writes a configuration.
fn in_words(of_serde: &str) -> &'static str {
    const WORDS: &[(&str, &str)] = &[
        ("string", "a text"),
        ("a string", "a text"),
        ("boolean", "`true` or `false`"),
        ("a boolean", "`true` or `false`"),
        ("sequence", "a list"),
        ("a sequence", "a list"),
        ("floating point", "a number with a fraction"),
        ("integer", "a number"),
        ("u8", "a whole number"),
        ("u32", "a whole number"),
        ("map", "a table"),
        ("a map", "a table"),
        ("struct", "a table"),
    ];
    WORDS.iter().find(|(word, _)| of_serde.starts_with(word)).map_or("something else", |(_, words)| words)
}

/// The words in backticks.
fn quoted(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use crate::config::{Settings, size};
    use crate::finding::Level;

    #[test]
    fn a_level_has_the_word_that_findings_are_printed_with() {
        let said = |text: &str| Settings::parse("pingless.toml", text).expect(text).fail_on;
        assert_eq!(said("fail-on = 'warning'"), said("fail-on = 'warn'"));
        assert_eq!(Level::named("warning"), Some(Level::Warn));
    }

    /// A configuration, what is wrong with it, and the cure.
    fn says(all: &[(&str, &str, &str)]) {
        for (text, message, help) in all {
            let mistake = Settings::parse("pingless.toml", text).expect_err(text);
            assert_eq!((mistake.message.as_str(), mistake.help.as_str()), (*message, *help), "{text}");
        }
    }

    #[test]
    fn the_cure_is_what_to_write() {
        says(&[
            ("ignroe = []", "there is no key `ignroe` here", "did you mean `ignore`?"),
            ("zzz = []", "there is no key `zzz` here", "`pingless explain config` prints every key with its meaning"),
            ("ignore = 'x'", "this is a text, and a list is wanted here", "write a list, as `['x']`"),
            (
                "edition = 2026.1",
                "this is a number with a fraction, and a text is wanted here",
                "write it in quotes, as `\"2026.1\"`",
            ),
            (
                "pedantic = 'no'",
                "this is a text, and `true` or `false` is wanted here",
                "write `true` or `false`, without quotes",
            ),
            ("fail-on = 'warnings'", "`warnings` cannot stand here", "did you mean `warn`?"),
            ("fail-on = 'none'", "`none` cannot stand here", "did you mean `never`? then no finding fails a run"),
            (
                "pull-request.small = -1",
                "`-1` cannot stand here",
                "write a whole number that is not below zero, and not too large",
            ),
            (
                "[overrides]\npaths = ['docs']",
                "`overrides` is a list of tables",
                "write `[[overrides]]`, in two brackets: each begins settings for some paths",
            ),
            ("fail-on = 'x'", "`x` cannot stand here", "use one of error, warn, note, never"),
            (
                "[pull-request]\nsmall = '9'",
                "this is a text, and a whole number is wanted here",
                "write a number, without quotes",
            ),
            ("contract.request = ['ask']", "a contract is a table", "write `request = { require = ['ask'] }`"),
            ("contract.request = 'ask'", "a contract is a table", "write `request = { require = ['ask'] }`"),
            (
                "team = []",
                "`team` is a table",
                "write `[team]`, and its keys below; `pingless explain config` prints every key with its meaning",
            ),
            (
                "team.sprints = { first-day = 2026-11-02, weeks = 2 }",
                "this is a date, and a text is wanted here",
                "write it in quotes, as `\"2026-11-02\"`",
            ),
            (
                "overrides = [{}]",
                "`paths` is missing here",
                "add `paths`; `pingless explain config` prints every key with its meaning",
            ),
            ("ignore = [", "unclosed array, expected `]`", "mend the TOML here"),
        ]);
    }

    #[test]
    fn what_a_setting_takes_is_said_whatever_stands_there() {
        says(&[
            ("fail-on = 3", "`3` cannot stand here", "use one of error, warn, note, never"),
            ("fail-on = ['warn',\n]", "this cannot stand here", "use one of error, warn, note, never"),
            ("pull-request.drafts = true", "`true` cannot stand here", "use one of note, check, skip"),
            ("max-file-size = -1", "this is a number, and a text is wanted here", size::FORM),
            ("edition = '2026.1'\n'max-file-size' = 0", "this is a number, and a text is wanted here", size::FORM),
        ]);
    }

    #[test]
    fn a_key_that_stands_twice_is_named_with_its_first_line() {
        says(&[
            (
                "edition = '2026.1'\nignore = []\nselect = []\nignore = []",
                "`ignore` is given twice",
                "it stands in line 2 already: keep one of them, with the values of both",
            ),
            (
                "[team]\nzone = 'UTC'\n[readers]\nzones = []\n[team]\nmembers = []",
                "`team` is given twice",
                "it stands in line 1 already: keep one of them, with the values of both",
            ),
        ]);
    }
}
