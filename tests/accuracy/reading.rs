//! Single findings that somebody read on a text of other people, and judged. None of their words are here.

use std::fs;
use std::path::Path;

#[derive(Debug)]
pub struct Reading {
    /// The file that holds the verdict, and its line.
    pub file: String,
    /// `owner/name@commit`, `owner/name@issues` for a text of its tracker, or `set:NAME` for one of a labelled set.
    pub text: String,
    /// `path:line`.
    pub place: String,
    pub rule: String,
    pub verdict: Verdict,
    /// Only `--pedantic` shows it, as its reason says: it earns no level.
    pub is_pedantic: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Wrong,
    /// It was wrong, and the rule no longer says it.
    Mended,
}

impl Reading {
    /// What was judged.
    pub fn finding(&self) -> (&str, &str, &str) {
        (&self.text, &self.place, &self.rule)
    }
}

/// Every reading, in the order of files and lines.
pub fn all() -> Vec<Reading> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy/readings");
    let entries = fs::read_dir(folder).expect("there are readings");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    let mut out = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|it| it == "tsv")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(path).expect("a reading is UTF-8");
        let lines = text.lines().enumerate().map(|(at, line)| (format!("{name}:{}", at + 1), line));
        out.extend(lines.map(|(file, line)| parse(file, line)));
    }
    out
}

fn parse(file: String, line: &str) -> Reading {
    let cells: Vec<&str> = line.split('\t').collect();
    let &[text, place, rule, verdict, why] = cells.as_slice() else {
        panic!("{file}: five cells with tabs between them: text, path:line, rule, verdict, why")
    };
    let is_commit = |it: &str| it.len() >= 7 && it.bytes().all(|it| it.is_ascii_hexdigit());
    let is_version = |it: &str| is_commit(it) || it == "issues" || it == "pulls";
    let is_source = text.starts_with("set:") || text.split_once('@').is_some_and(|(_, version)| is_version(version));
    let is_place = place.rsplit_once(':').is_some_and(|(_, line)| line.parse::<usize>().is_ok_and(|it| it > 0));
    assert!(is_source, "{file}: `{text}` is neither owner/name@commit nor set:NAME");
    assert!(is_place, "{file}: `{place}` is no path:line");
    assert!(matches!(verdict, "right" | "wrong" | "mended"), "{file}: `{verdict}` is not right, wrong or mended");
    assert!(!why.trim().is_empty(), "{file}: say why");
    let verdict = match verdict {
        "right" => Verdict::Right,
        "wrong" => Verdict::Wrong,
        _ => Verdict::Mended,
    };
    Reading {
        text: text.to_owned(),
        place: place.to_owned(),
        rule: rule.to_owned(),
        verdict,
        is_pedantic: why.contains("pedantic") || why.starts_with("medium"),
        file,
    }
}
