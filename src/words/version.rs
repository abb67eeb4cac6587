//! Versions of software, as people write them.

use std::ops::Range;
use std::sync::LazyLock;

use super::pattern::{Pattern, any_of};
use super::platform;
use super::sentence::count_words;

/// Numbers that are versions wherever they stand: with three parts, with `v`, after `@`, as builds are called.
static NUMBER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:^|[^\w.])(?P<number>",
        r"v?\d+\.\d+\.\d+(?:[.-]?[a-z0-9+]+)*",
        r"|v\d+(?:\.\d+)*(?:[.-]?(?:alpha|beta|rc|dev|canary)[.\d]*)?",
        r"|\d+\.\d+(?:\.x|[.-]?(?:(?:alpha|beta|rc|dev|canary|snapshot|ga)[.\d]*|m\d+))",
        r"|\d+\.x",
        r"|(?:version|release) \d+",
        r"|[a-z]{1,20}\d+\.\d+(?:\.\d+)?(?:[.-]?(?:alpha|beta|rc|dev)[.\d]*)?",
        r")(?:$|[^\w])"
    ))
});

/// Two parts are a version only beside a word that says so.
static CALLED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:versions?|ver\.?|release[ds]?|build(?: id| identifier)?|revision|rev|tag|upgrad\w+|updat\w+|downgrad\w+|installed|since|regression (?:in|from|since)|introduced in|moved|switched|compiled from|built from)(?: (?:is|was|to|from|of|in|with|the|version|release|□))*[:=#]? *[a-z]?\d+(?:[.-]\w+)*",
        r"(?:with|using|in|on|running|from|to|for|and) (?:□|[a-z][\w.@/-]*) v?\d+\.\d+[\w.-]*",
        r"(?:works?|worked|working|broken|broke|fails?|failing|fine|ok|happens|appeared|not) (?:fine |well )?(?:in|on|since|until) v?\d+\.\d+[\w.-]*",
        r"\d+\.\d+ (?:version|release|branch)",
        r"\w+::\w[\w:]* v?\d+\.\d+[\w.]*|devel \+[0-9a-f]+",
        r"[A-Z]\d{8}(?:-\d{3,4})?",
        r"build (?:id|identifier|number|version)?:? ?[\w.-]*\d[\w.-]*",
    ])
});

/// A moving version: it says which, on the day of writing.
static MOVING: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:latest|newest|current|recent|last) (?:□ ?)?(?:stable |development |dev |git |released? |beta |public )?(?:version|release|build|master|main|trunk|commit|code|snapshot|nightly|head|update)s?",
        r"(?:latest|newest|current|last) firmware",
        r"(?:on|from|in|against|current|git|using) (?:the )?(?:master|trunk|nightly|main branch|HEAD|canary)(?: branch)?",
        r"all versions|every version|(?:today's|recent) (?:master|nightly)|nightly (?:build|version)s?",
    ])
});

/// Whether a text holds the number of a version, of a product or of a platform.
pub fn has_number(text: &str) -> bool {
    NUMBER.is_match(text)
}

/// A version in a sentence or a line, that is not only the version of a platform.
pub fn find(text: &str) -> Option<Range<usize>> {
    let numbers = NUMBER.captures_iter(text).filter_map(|it| it.name("number")).filter(|it| !is_address(it.as_str()));
    let called = CALLED.find_iter(text);
    let mut found = numbers.chain(called).filter(|it| {
        let digits = it.as_str().find(|it: char| it.is_ascii_digit()).unwrap_or(0);
        let start = it.start() + digits;
        let before = text[..start].trim_end_matches(['v', 'V']);
        !platform::ends_before_number(before)
    });
    found.next().or_else(|| MOVING.find(text)).map(|it| it.range())
}

/// A dependency with its number, as manifests and lock files write it.
static DEPENDENCY: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r#"(?i)["'][\w./@-]+["']\s*[:,]\s*["'][~^>=<v ]*(?P<json>\d+(?:\.[\dx]+)*)|(?:^|[\s`])[\w./-]+@[~^]?(?P<at>\d+(?:\.\d+)+)"#,
        r"|(?:^|\s)[\w-]+(?:==|>=|~=)(?P<pip>\d+(?:\.\d+)+)|<version>(?P<xml>[^<]*\d)|(?:version|release)[:=]? +v?(?P<said>\d+(?:\.\d+)+)"
    ))
});

/// Where a line of code names a dependency with its version; the number of a package of its own is none.
pub fn find_dependency(line: &str) -> Option<Range<usize>> {
    let found = DEPENDENCY.find(line)?;
    let key = line.trim_start();
    let is_own =
        ["\"version\"", "'version'", "\"node\"", "\"npm\"", "node ", "npm "].iter().any(|it| key.starts_with(it));
    (!is_own && !platform::ends_before_number(&line[..found.start()])).then_some(found.range())
}

/// An image with its tag: `pool:9.5.2`. A place in a file has one number, and no host is called so.
static TAGGED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)^[a-z][\w/-]*:v?\d+\.\d+(?:\.\d+)*(?:-[\w.-]+)?$"));

/// Whether a piece of inline code is a version, or a package with one.
pub fn is_named(code: &str) -> bool {
    let code = code.trim_matches('`');
    let is_short = code.len() < 60;
    let platform = ["node", "npm", "python", "java", "os"].iter().any(|it| code.to_ascii_lowercase().starts_with(it));
    is_short
        && !platform
        && (find_dependency(code).is_some()
            || TAGGED.is_match(code)
            || NUMBER.find(code).is_some_and(|it| it.len() + 2 >= code.len()))
}

/// A version near the head of a title: there even a platform's number is the subject's.
pub fn find_in_title(title: &str) -> Option<Range<usize>> {
    let number = NUMBER.captures(title)?.name("number")?;
    let before = count_words(&title[..number.start()]);
    (before <= SUBJECT_WORDS).then_some(number.range())
}

/// The words of a subject: "Report Kit 3.1.2 does not start".
const SUBJECT_WORDS: usize = 2;

/// Four numbers are an address of a machine.
fn is_address(number: &str) -> bool {
    let parts: Vec<&str> = number.split('.').collect();
    parts.len() == 4
        && parts.iter().all(|part| part.parse::<u8>().is_ok())
        && (number.starts_with("1") || number.starts_with("0.0"))
}

/// What a line of a report says that it tells the version of: "App" of "App Version : 2022.02.3".
pub fn find_labelled(line: &str) -> Option<Range<usize>> {
    static LABELLED: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::new(r"(?i)^\s*(?P<of>[a-z][\w.-]*) version\s*: *v?\d+\.\d"));
    Some(LABELLED.captures(line)?.name("of")?.range())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn versions_of_the_product_and_not_of_its_platform() {
        for text in [
            "crashes on 2.3.1",
            "after the update to 4.4",
            "v12 breaks it",
            "in the latest release",
            "tool@1.2.3",
            "with OpenMap3.4.1",
        ] {
            assert!(find(text).is_some(), "{text}");
        }
        for text in [
            "runs on Node 18.2.0",
            "on ubuntu16.04",
            "it takes 1.5 seconds",
            "it takes 1.5m",
            "listens on 127.0.0.1",
            "see section 3.2",
        ] {
            assert!(find(text).is_none(), "{text}");
        }
    }
}
