//! Whether a text says more than its title: words that carry something, and do not stand in the title already.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that any description of any change may hold.
static PLAIN: LazyLock<HashSet<String>> = LazyLock::new(|| {
    "a an the this that these those it its in on of to for from with by at as and or but also so if is are was were be \
     been being will would can could should may might must do does did have has had not no we i you they my our your \
     here there which who what when where how into onto out up over under all any some each every more most other new \
     now just only then than very pr pull request requests mr merge patch commit commits branch change changes changed \
     update updates updated upgrade upgrades upgraded add adds added adding addition remove removes removed implement \
     implements implemented implementing implementation introduce introduces introduced include includes included \
     including contain contains make makes made making create creates created provide provides provided support \
     supports use uses used using feature features functionality function functions method methods class classes file \
     files code support module modules component components work works title titled titles titel above mentioned said \
     necessary needed required related latest version versions several various following attempt attempts aim aims \
     please review kindly check thank thanks hi hello hey everyone all share feedback same let know look take regards \
     cheers cc ping ready"
        .split_ascii_whitespace()
        .map(stem)
        .collect()
});

/// The words of a text that are neither plain nor in its title, each once, as their stems.
pub fn new_words(title: &str, text: &str) -> usize {
    let known: HashSet<String> = words(title).collect();
    let new: HashSet<String> = words(text).filter(|it| !known.contains(it) && !PLAIN.contains(it)).collect();
    let titled: HashSet<&str> = numbers(title).collect();
    // "From 3 to 5" under "Change the limit to 5" says from where: a number counts as the word beside it, too.
    let counted = numbers(text).filter(|it| !titled.contains(it)).count();
    new.len() + 2 * counted
}

/// The numbers of a text that stand among words: "Java 21".
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split_whitespace().map(|it| it.trim_matches(|it: char| it.is_ascii_punctuation()));
    parts.filter(|it| it.starts_with(|it: char| it.is_ascii_digit()) && it.len() < 8)
}

/// Whether a text holds at least half of the words of its title that carry something.
pub fn covers(title: &str, text: &str) -> bool {
    let (shared, titled) = shared(title, text);
    shared * 2 >= titled && shared > 0
}

/// Whether a text holds a word of its title that carries something.
pub fn shares(title: &str, text: &str) -> bool {
    shared(title, text).0 > 0
}

/// How many words of a title carry something: those that a text holds, too, and all.
fn shared(title: &str, text: &str) -> (usize, usize) {
    let said: HashSet<String> = words(text).collect();
    let titled: HashSet<String> = words(title).filter(|it| !PLAIN.contains(it)).collect();
    (titled.iter().filter(|it| said.contains(*it)).count(), titled.len())
}

/// Stems of the words of a text. `UIIconBar.java` is two words, `setMaxIcons()` is one.
fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.len() > 1);
    parts.filter(|it| it.contains(char::is_alphabetic)).map(stem)
}

/// A word without its commonest endings, so that "adding slots" is known from "adds a slot".
fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    let cut = ["ation", "ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "s", "y", "e"];
    let ending = cut.iter().find(|it| word.len() > it.len() + 2 && word.ends_with(**it));
    ending.map_or(word.as_str(), |it| &word[..word.len() - it.len()]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{covers, new_words};

    #[test]
    fn what_a_title_does_not_say() {
        assert_eq!(new_words("Add slots to the pool", "This PR adds a slot to the pools."), 0);
        assert_eq!(new_words("Add slots to the pool", "Please review, thanks!"), 0);
        assert!(new_words("Remove Java 11", "We ship Java 21.") > 1);
        assert!(new_words("Change limit to 5", "Change the limit from 3 to 5.") > 1);
        assert!(
            covers("Add slots to the pool", "Adds slots") && !covers("Add slots to the pool", "Removed in the next")
        );
        assert!(new_words("Add slots to the pool", "Every task waits for the migration at noon.") > 3);
    }
}
