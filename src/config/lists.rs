//! How many words the lists of a configuration may hold: each is held against every finding or every path, and a stranger may
//! write the file.

use super::{Settings, Word};

/// More than anybody keeps up.
const MOST: usize = 1024;

/// The lists that are too long, each at its first word too many.
pub(super) fn problems(settings: &Settings) -> Vec<(Word, String, String)> {
    let phrases = settings.allow.values().filter_map(|it| Some((it.get(MOST)?, "phrases are allowed here")));
    let words = settings.vocab.get_index(MOST).map(|(word, _)| (word, "words are explained here"));
    let excluded = settings.exclude.get(MOST).map(|it| (&it.word, "globs are listed here"));
    let kinds = settings.kinds.get_index(MOST).map(|(it, _)| (&it.word, "globs are listed here"));
    let all = phrases.chain(words).chain(excluded).chain(kinds);
    let help = "name what they have in common, or put the settings into the folders that they are for";
    all.map(|(word, what)| (word.clone(), format!("more than {MOST} {what}"), help.to_owned())).collect()
}
