//! What a configuration keeps silent, line by line: rules that do not run, phrases that are allowed, levels that were
//! changed; each with the reason that a comment beside it gives.

use super::glob::{Glob, compiled};
use super::{Settings, Word};
use crate::finding::Level;
use crate::text::Lines;

/// One thing that a configuration keeps silent.
#[derive(Debug, Clone)]
pub struct Quiet {
    /// A rule, or a group, a kind or `all`.
    pub selector: String,
    pub means: Means,
    /// From 1.
    pub line: usize,
    pub reason: Option<String>,
}

/// By which means.
#[derive(Debug, Clone)]
pub enum Means {
    /// It does not run.
    Ignore,
    /// It does not run on the paths of these globs.
    IgnoreIn(Vec<Glob>, Vec<String>),
    /// It finds nothing where this phrase stands.
    Phrase(String),
    Level(Level),
}

/// Everything that one file keeps silent, in the order of its lines.
pub fn quiet(settings: &Settings, text: &str) -> Vec<Quiet> {
    let lines = Lines::of(text);
    let line = |offset: usize| lines.index(offset.min(text.len())) + 1;
    let one =
        |selector: &str, means: Means, line: usize| Quiet { selector: selector.to_owned(), means, line, reason: None };
    let word = |word: &Word, means: Means| one(word.get_ref(), means, line(word.span().start));
    let mut out: Vec<Quiet> = settings.ignore.iter().map(|it| word(it, Means::Ignore)).collect();
    for it in &settings.overrides {
        let paths: Vec<String> = it.paths.get_ref().iter().map(|it| it.word.get_ref().clone()).collect();
        let globs = compiled(it.paths.get_ref());
        out.extend(it.ignore.iter().map(|it| word(it, Means::IgnoreIn(globs.clone(), paths.clone()))));
    }
    let level = |(rule, level): (&Word, &Word)| Some(word(rule, Means::Level(Level::named(level.get_ref())?)));
    out.extend(settings.levels.iter().filter_map(level));
    for (rule, phrases) in &settings.allow {
        // A list may have a line for each phrase.
        let phrase = |it: &Word| one(rule.get_ref(), Means::Phrase(it.get_ref().clone()), line(it.span().start));
        out.extend(phrases.iter().map(phrase));
    }
    out.sort_by_key(|it| it.line);
    // A line is read once, however much it keeps silent.
    let all: Vec<&str> = text.lines().collect();
    for same in out.chunk_by_mut(|one, other| one.line == other.line) {
        let reason = reason(&all, same[0].line);
        same.iter_mut().for_each(|it| it.reason.clone_from(&reason));
    }
    out
}

/// The comment behind a line, or the one above it.
fn reason(lines: &[&str], line: usize) -> Option<String> {
    let behind = comment(lines.get(line - 1)?);
    let above = || {
        let is_comment = |line: &&&str| line.trim_start().starts_with('#');
        let mut above: Vec<&str> = lines[..line - 1].iter().rev().take_while(is_comment).copied().collect();
        above.reverse();
        let words = above.iter().map(|it| it.trim_start().trim_start_matches('#').trim());
        Some(words.collect::<Vec<_>>().join(" ")).filter(|it| !it.is_empty())
    };
    behind.or_else(above)
}

/// What stands behind a `#` that no string holds.
fn comment(line: &str) -> Option<String> {
    let (mut quote, mut is_escaped) = (None, false);
    for (at, it) in line.char_indices() {
        if std::mem::take(&mut is_escaped) {
            continue;
        }
        match (quote, it) {
            (Some('"'), '\\') => is_escaped = true,
            (None, '"' | '\'') => quote = Some(it),
            (Some(open), it) if open == it => quote = None,
            (None, '#') => {
                let words = line[at + 1..].trim();
                let is_behind = !line[..at].trim().is_empty() && !words.is_empty();
                return is_behind.then(|| words.to_owned());
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Means, quiet};
    use crate::config::Settings;

    #[test]
    fn each_line_with_its_reason() {
        let text = "# Nobody here writes them.\nignore = [\n  \"adr\",\n  \"when\", # all sit in one room\n]\n\n[levels]\n\
                    vague-ask = \"note\" # too many\n[allow]\n# The name of a meeting.\nambiguous-deadline = [\"#eod\"]\n\
                    vague-ask = [\"a \\\" # b\"]\n";
        let settings = Settings::parse("a.toml", text).expect("it is a configuration");
        let rows: Vec<String> = quiet(&settings, text)
            .iter()
            .map(|it| {
                let means = match &it.means {
                    Means::Phrase(phrase) => phrase.clone(),
                    Means::Level(level) => level.word().to_owned(),
                    _ => "off".to_owned(),
                };
                format!("{}:{} {means}: {}", it.line, it.selector, it.reason.as_deref().unwrap_or("-"))
            })
            .collect();
        let expected = [
            "3:adr off: -",
            "4:when off: all sit in one room",
            "8:vague-ask note: too many",
            "11:ambiguous-deadline #eod: The name of a meeting.",
            "12:vague-ask a \" # b: -",
        ];
        assert_eq!(rows, expected);
    }
}
