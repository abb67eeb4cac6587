//! Whether a name is another one with a slip in it, word by word: `guide-to-imort` is `guide-to-import`, and
//! `guide-to-export` is another thing however few letters differ.

mod another;
mod part;

use crate::words::list::is_among;

pub use another::is_another;
pub use part::{is_meant, number, says};

/// Words that come and go in a heading, and change nothing.
const PASSING: &str = "a an the and or of is are your our its";
/// Words that turn what they stand in into its opposite.
const TURNING: &str = "not no non without never except un anti isnt dont cannot";
/// Letters of the shortest word that may have a slip: of shorter ones each letter makes another word.
const LEAST: usize = 5;
/// Letters from which on a word may have two.
const LONG: usize = 14;

/// Whether two names say the same, but for a slip in at most one of their words.
pub fn is_slip(written: &str, found: &str) -> bool {
    let (ours, others) = (words(written), words(found));
    let between = Between::of(&ours, &others);
    match between.middle() {
        ([], []) => true,
        ([one], [other]) => is_misspelt(one, other),
        _ => false,
    }
}

/// The same of headings, in which one word may also have come, gone or been cut short: what stands around it tells that the
/// same is meant.
pub fn is_reworded(written: &str, found: &str) -> bool {
    const FEWEST: usize = 3;
    let plain = |name: &str| {
        let mut words = words(name);
        words.retain(|it| !is_among(PASSING, it));
        words
    };
    let (ours, others) = (plain(written), plain(found));
    let between = Between::of(&ours, &others);
    match between.middle() {
        ([], []) => true,
        ([one], [other]) => {
            is_misspelt(one, other) || is_cut(one, other) && (between.same() > 0 || is_deed(one, other))
        }
        // At the front it says which one is meant: "license-key", and "key".
        ([], [one]) | ([one], []) => {
            let fewest = if between.first == (0, 0) { FEWEST + 1 } else { FEWEST };
            !is_among(TURNING, one) && between.same() >= fewest
        }
        _ => false,
    }
}

/// The words of a name in small letters, without marks on them; numbers are words of their own, without zeros before them.
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = '-';
    for letter in name.chars() {
        if letter.is_alphanumeric() {
            let begins = !before.is_alphanumeric()
                || before.is_lowercase() && letter.is_uppercase()
                || before.is_ascii_digit() != letter.is_ascii_digit();
            if begins || words.is_empty() {
                words.push(String::new());
            }
            let word = words.last_mut().expect("a word was begun");
            if word == "0" && letter.is_ascii_digit() {
                word.clear();
            }
            word.extend(letter.to_lowercase().map(bare));
        }
        before = letter;
    }
    words
}

/// What two names share from the front and from the back.
struct Between<'w> {
    ours: &'w [String],
    others: &'w [String],
    first: (usize, usize),
    last: (usize, usize),
}

impl<'w> Between<'w> {
    fn of(ours: &'w [String], others: &'w [String]) -> Self {
        let mut first = (0, 0);
        while let Some((one, other)) = step(&ours[first.0..], &others[first.1..], false) {
            first = (first.0 + one, first.1 + other);
        }
        let mut last = (ours.len(), others.len());
        while let Some((one, other)) = step(&ours[first.0..last.0], &others[first.1..last.1], true) {
            last = (last.0 - one, last.1 - other);
        }
        Self { ours, others, first, last }
    }

    fn middle(&self) -> (&'w [String], &'w [String]) {
        (&self.ours[self.first.0..self.last.0], &self.others[self.first.1..self.last.1])
    }

    /// Words that both have.
    fn same(&self) -> usize {
        (self.first.0 + self.ours.len() - self.last.0).min(self.first.1 + self.others.len() - self.last.1)
    }
}

/// How many words of each say the same at one end, where one may have joined what the other has apart: "web-hook", "webhook".
fn step(ours: &[String], others: &[String], is_back: bool) -> Option<(usize, usize)> {
    const WAYS: &[(usize, usize)] = &[(1, 1), (2, 1), (1, 2), (3, 1), (1, 3)];
    let take = |words: &[String], count: usize| -> Option<String> {
        let start = if is_back { words.len().checked_sub(count)? } else { 0 };
        Some(words.get(start..start + count)?.concat())
    };
    let is_same = |way: &&(usize, usize)| match (take(ours, way.0), take(others, way.1)) {
        (Some(one), Some(other)) => one == other || **way == (1, 1) && is_one_of_many(&one, &other),
        _ => false,
    };
    WAYS.iter().find(is_same).copied()
}

/// "hinge" and "hinges".
fn is_one_of_many(one: &str, other: &str) -> bool {
    const STEM: usize = 3;
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let is_many = |end: &str| short.len() >= STEM && long.strip_prefix(short) == Some(end);
    let stem = short.strip_suffix('y').filter(|it| it.len() >= STEM);
    is_many("s") || is_many("es") || stem.is_some_and(|it| long.strip_prefix(it) == Some("ies"))
}

/// Whether one word is another one with a slip: one letter too many, too few or wrong, or two of them swapped.
fn is_misspelt(one: &str, other: &str) -> bool {
    let (ours, others) = (one.chars().count(), other.chars().count());
    let length = ours.min(others);
    let most = if length >= LONG { 2 } else { 1 };
    // Where words are not parted, or are written in few signs, each of them means something.
    let is_spelled = |word: &str| word.chars().all(|it| it < '\u{600}' && !it.is_ascii_digit());
    // Nobody misses the first letter of a short word.
    let is_led = one.chars().next() == other.chars().next() || length >= LONG - LEAST;
    length >= LEAST
        && ours.abs_diff(others) <= most
        && is_spelled(one)
        && is_spelled(other)
        && is_led
        && !is_another(one, other)
        && strsim::osa_distance(one, other) <= most
}

/// "rewind" and "rewinding"
fn is_deed(one: &str, other: &str) -> bool {
    let is_of = |long: &str, short: &str| long.strip_suffix("ing") == Some(short);
    is_of(one, other) || is_of(other, one)
}

/// Whether one word is the other one cut short, or has an ending more: "perf" and "performance", "flash" and "flashing".
fn is_cut(one: &str, other: &str) -> bool {
    const STEM: usize = 3;
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let is_stem = short.len() >= STEM && short.chars().all(char::is_alphabetic);
    is_stem && long.starts_with(short) && !is_another(one, other)
}

/// A letter of Latin script without its mark.
fn bare(letter: char) -> char {
    const MARKED: &[(&str, char)] = &[
        ("àáâãäåāăą", 'a'),
        ("çćĉċč", 'c'),
        ("ďđ", 'd'),
        ("èéêëēĕėęě", 'e'),
        ("ĝğġģ", 'g'),
        ("ìíîïĩīĭįı", 'i'),
        ("ĺļľł", 'l'),
        ("ñńņň", 'n'),
        ("òóôõöøōŏő", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşšș", 's'),
        ("ţťț", 't'),
        ("ùúûüũūŭůűų", 'u'),
        ("ýÿ", 'y'),
        ("źżž", 'z'),
    ];
    if letter.is_ascii() {
        return letter;
    }
    MARKED.iter().find(|(marked, _)| marked.contains(letter)).map_or(letter, |it| it.1)
}

#[cfg(test)]
mod tests {
    use super::{is_reworded, is_slip};

    #[test]
    fn a_slip_is_one_letter_of_one_word() {
        for (one, other) in [
            ("hnadle", "handle"),
            ("queue-of-dooors", "queue-of-doors"),
            ("RuntimePersistent", "runtime_persistente"),
            ("0012-queue", "12-queue"),
            ("auction_index", "auctions_index"),
            ("web-hooks", "webhooks"),
            ("decentralizovane-finance", "decentralizované-finance"),
            ("sevelopment-practices", "development-practices"),
            ("internationalization", "internacionalización"),
        ] {
            assert!(is_slip(one, other) && is_slip(other, one), "{one} {other}");
        }
    }

    #[test]
    fn what_means_another_thing_is_none() {
        for (one, other) in [
            ("import-guide", "export-guide"),
            ("install-on-linux", "uninstall-on-linux"),
            ("setup-upload", "setup-unload"),
            ("how-to-encrypt", "how-to-decrypt"),
            ("sync-api", "async-api"),
            ("synchronous-calls", "asynchronous-calls"),
            ("gitlab-moves", "github-moves"),
            ("setup-mysql", "setup-mssql"),
            ("cpu", "gpu"),
            ("v1", "v2"),
            ("arm64", "amd64"),
            ("zh-CN", "zh-TW"),
            ("appendix-a", "appendix-b"),
            ("has_cfuncs", "has_cxxfuncs"),
            ("forced-unwinding", "unforced-unwinding"),
            ("content-model", "context-model"),
            ("published-parts", "publisher-parts"),
            ("导入数据指南", "导出数据指南"),
            ("imort-the-dors", "import-the-doors"),
        ] {
            assert!(!is_slip(one, other) && !is_slip(other, one), "{one} {other}");
            assert!(!is_reworded(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_heading_is_known_by_the_words_around_one() {
        for (one, other) in [
            ("create-channel", "create-a-channel"),
            ("run-perf-tests-locally", "run-performance-tests-locally"),
            ("flash-the-kernel", "flashing-the-kernel"),
            ("adding-an-external-backend", "adding-an-external-cpu-backend"),
            ("10-scan-message-of-shop", "10-job-scanmessage-of-shop"),
        ] {
            assert!(is_reworded(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("key-manager-private", "license-key-manager-private"),
            ("what-the-pool-takes-at-night", "what-the-pool-takes-not-at-night"),
            ("migrate-to-the-new-pool", "migrate-from-the-new-pool"),
            ("get-shopsshopid", "put-shopsshopid"),
        ] {
            assert!(!is_reworded(one, other), "{one} {other}");
        }
    }
}
